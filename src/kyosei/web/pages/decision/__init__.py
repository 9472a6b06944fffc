"""One decision, as the person reads it."""
