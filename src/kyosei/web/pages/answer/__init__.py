"""Answering a question that an institution owes an answer to."""
