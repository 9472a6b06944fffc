"""Every component once, to look at."""
