"""The text of a notice that is the person's to file."""
