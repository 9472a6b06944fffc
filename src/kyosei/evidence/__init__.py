"""From statements to timelines: what is settled, open or in conflict, as known at an instant."""
