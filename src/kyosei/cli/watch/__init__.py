"""`kyosei watch`: everything that follows from the journal and from passing days, once or for as long as it runs."""
