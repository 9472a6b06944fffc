"""A party's dates, for a calendar that knows the secret address."""
