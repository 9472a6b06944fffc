"""Saying that a record is wrong, or not mine: a few questions, one at a time, and nothing is lost on the way back."""
