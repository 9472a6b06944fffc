"""Sharing: a person shows one answer to a checker, by a code that is used once.

Other floors use `shares` (what the person made, and who looked), `checking` (what a code shows), `answer` (what is shown, for the
preview and the view alike) and `record` (the signed record of a check). Nothing here ever answers "no" because something is
missing: what is not confirmed is not said.
"""
