"""The expression language: typed conditions, numbers and choices about a scope, built once into a tree.

Other floors use `language` (the words), `expressions` (the types), `scopes`, `questions` (what leaves ask),
`citations` and `text`.
"""
