"""The dated figures of Japanese law: wages, holidays, statuses of residence and social insurance, as plain tuples.

`facts` lists the provisions that they rest on.
"""
