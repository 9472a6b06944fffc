"""Why one has to sign in once more."""
