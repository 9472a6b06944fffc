"""One duty or question of an organisation: how it is cured, what that changes, the filing, and what can be said about it."""
