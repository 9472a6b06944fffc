"""Where the provider leads back to."""
