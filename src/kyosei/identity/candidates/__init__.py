"""Candidates for links between records of two institutions: what speaks for each, and who else is within reach.

Other floors use `records`, `model`, `search` and `proposals`.
"""
