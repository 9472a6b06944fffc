"""A review of a decision, by somebody who had no part in it."""
