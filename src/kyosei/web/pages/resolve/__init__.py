"""Answering a dispute about a record of this office."""
