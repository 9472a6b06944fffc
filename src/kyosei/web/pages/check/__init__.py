"""Whoever holds a code reads the answer, without an account."""
