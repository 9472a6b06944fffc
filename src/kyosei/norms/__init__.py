"""Norms: duties, limits, rights, requirements and statuses as declared, checked at load, and compiled to one flat program.

Other floors use `declare` (the decorators and forms), `pack` (a law pack: its norms, checked) and `compiler`.
"""
