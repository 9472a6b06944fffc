"""Leaving a job safely: what ends, what stays, what is due by when and whose turn it is, for any last day."""
