"""That an entry is in the public log."""
