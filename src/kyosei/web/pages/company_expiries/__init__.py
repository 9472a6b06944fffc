"""Until when those who work for an employer may stay."""
