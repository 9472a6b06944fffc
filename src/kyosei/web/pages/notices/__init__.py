"""What the person was told."""
