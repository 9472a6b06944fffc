"""The disputes that wait for an answer of this office."""
