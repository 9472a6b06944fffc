"""Hiding one's address, and showing it again."""
