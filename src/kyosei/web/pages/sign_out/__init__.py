"""Signing out."""
