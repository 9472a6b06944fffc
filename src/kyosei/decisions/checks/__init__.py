"""Checks of the process: each a function of a dossier, listed by hand in `listed.CHECKS`.

A check says whether a step was taken, and which items lack it; whether a weight is right no software can say. None of them
knows of a status, and none changes anything.
"""
