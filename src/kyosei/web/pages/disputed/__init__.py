"""What became of a dispute: its receipt, and what is frozen until it is settled."""
