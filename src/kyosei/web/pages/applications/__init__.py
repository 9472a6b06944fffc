"""The person's applications: how far each has come, and whose turn it is."""
