"""Early structural signals: how fresh sources are, which organisations slow down, whom nobody else could take in.

About organisations and offices only. Pure functions over counts, and one module that reads the journal (`from_journal`).
"""
