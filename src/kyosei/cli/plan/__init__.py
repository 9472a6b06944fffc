"""`kyosei plan`: from when somebody meets what they strive for, what stands in the way, and whose turn it is."""
