"""Cases: what a breach, a deadline or an open question asks of whom, from its opening to its outcome.

Other floors use `book` (the cases as they are kept), `case` (what one is), `acts` (what can be done about one).
"""
