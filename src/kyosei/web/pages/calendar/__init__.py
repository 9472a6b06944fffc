"""The person's dated things by month, and an address at which a calendar reads the dates."""
