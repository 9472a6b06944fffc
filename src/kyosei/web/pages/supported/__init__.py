"""Whom a support organisation supports, and when it last spoke with each."""
