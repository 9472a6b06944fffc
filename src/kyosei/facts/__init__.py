"""The vocabulary: every kind of statement as a typed declaration, and the reader of case files.

Other floors use `vocabulary` (the kinds), `kinds` and `fields` (how they are declared), `scopes` (whom norms speak
about), `statements` (the records), `case_file` (bytes to records), `employment` (a kind told by others), `schemas`.
"""
