"""`kyosei cases`: whose turn it is, what happened about it, and doing something about it."""
