"""Where signing in at the provider begins."""
