"""`kyosei link`: who may be one person, the entries by which somebody says so, and what of them stands."""
