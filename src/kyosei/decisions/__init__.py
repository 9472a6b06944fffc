"""Decisions about applications: the dossier that says on what an officer decided, its checks, its seal, and its replay.

A dossier has two parts. What is `assembled` comes from the journal and the law, and can be computed again bit for bit; the
`opinion` is the officer's, in their own words. Software suggests no outcome and holds no path to anybody's status.
"""
