"""Own: what the pages of a person stand on: their record through the read path, and what the norms make of it today."""
