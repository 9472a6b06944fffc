"""Signing in; in a trial as anybody who lives there."""
