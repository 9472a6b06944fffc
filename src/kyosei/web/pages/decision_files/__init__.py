"""The letter about a decision, as a file to keep."""
