"""The proof of an entry of the public log, as a file."""
