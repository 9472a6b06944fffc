"""Leaving quickly: signs out, empties the browser's cache, and goes to a page about the weather."""
