"""What was decided about the person's applications."""
