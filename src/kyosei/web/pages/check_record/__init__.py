"""The signed record of a check, as a file to keep."""
