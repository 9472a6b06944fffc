"""One application: its receipt, how far it has come, whose turn it is, and what the person can still do about it."""
