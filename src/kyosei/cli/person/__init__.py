"""`kyosei person`: a person's records and who has looked at them, through the read path, so that each look is logged."""
