"""`kyosei signals`: what the records show about organisations and offices, before it becomes somebody's case."""
