"""The newest checkpoint of the public log, as a file."""
