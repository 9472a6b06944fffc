"""Observing: what whoever runs the portal sees of it: how many requests to which route took how long. Nothing of anybody."""
