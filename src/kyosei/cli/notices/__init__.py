"""`kyosei notices …`: what notices say, how parties are reached, and what became of each delivery."""
