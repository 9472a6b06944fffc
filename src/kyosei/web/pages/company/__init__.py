"""The employer's own duties: how many need action, by when, and where each is cured."""
