"""The vocabulary: every kind of statement as a typed declaration."""
