"""That one is signed out, and the way out of the provider."""
