"""The vocabulary: every kind of statement as a typed declaration, and the reader of case files.

Other floors use `vocabulary` (the kinds), `kinds` and `fields` (how they are declared), `scopes` (whom norms speak
about), `statements` (the records), `links` (who is the same person, and what stands of it), `case_file` (bytes to
records), `employment` (a kind told by others), `schemas`, `individual_number` (what is never kept), `check_digits`.
"""
