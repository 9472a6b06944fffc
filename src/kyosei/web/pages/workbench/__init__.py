"""What waits for an officer who decides about applications."""
