"""Trial: a synthetic town entered in a journal, signed by each of its institutions, so that everything can be tried out.

Nobody in it is real. The keys of all institutions lie in the data directory, which is why no real record may be entered there.
Other floors use `making` (make a data directory with a town) and `residents` (who can be tried).
"""
