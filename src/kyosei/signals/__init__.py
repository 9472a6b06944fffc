"""Early structural signals: how fresh sources are, which organisations slow down, whom nobody else could take in.

About organisations and offices only; pure functions over counts.
"""
