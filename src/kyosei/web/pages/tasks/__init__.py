"""What I must do; apart from it, what others must do for me, what they have to answer, and what I may ask for."""
