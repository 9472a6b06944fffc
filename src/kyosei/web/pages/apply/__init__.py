"""Applying: what for, what is met and open, to what one agrees, a look at it all; then the receipt."""
