"""Receipts: a dated, signed proof that a duty was met on its day, kept by whoever met it and verified offline.

Other floors use `taking` (from a journal), `verification` (without one), `document`. What a receipt says of others than its
holder is what the look behind it showed, and of that only the lines by which the duty was met.
"""
