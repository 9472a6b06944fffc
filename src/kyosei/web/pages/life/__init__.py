"""The person's life as one timeline over the seven systems, drawn, and the same as a table."""
