"""A synthetic town: lives with planted failures and innocent twins, the records that institutions make, what arrives of them.

Four layers, none of which sees the next: cause → events (`lives`, `failures`) → records as each institution makes them
(`records`) → transmission (`transmission`). Only the last layer is written where a detector reads; the truth of the
first two is kept beside it, in a folder of its own. `score` evaluates the last layer and compares. Other floors use
`make_town` (making) and `score_towns` (score.scoring).
"""
