"""What everybody may verify, without an account."""
