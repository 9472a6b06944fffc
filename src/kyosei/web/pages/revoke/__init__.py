"""Ending a share."""
