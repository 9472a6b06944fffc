"""Who has looked at the person's records, and why."""
