"""The watch: follows the journal and the passing of days, keeps every verdict current, and tells each change once.

Other floors use `following` (the `Watch`), `transitions` (what changed, as rows) and `held` (the verdicts that are kept).
"""
