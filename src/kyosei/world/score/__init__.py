"""How well the last layer is judged: a detector that sees only records, a judge that knows the truth, a table.

Other floors use `score_towns` (scoring) and `score_schema` (document).
"""
