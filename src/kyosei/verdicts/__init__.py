"""Evaluates norms over evidence, explains each verdict, and says what would settle what is open."""
