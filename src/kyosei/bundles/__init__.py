"""Evidence bundles: one verdict with everything it rests on, so that anybody can compute it again, offline (P16).

Other floors use `exporting` (from a journal), `verification` (without one), `schema`. The format: docs/evidence-bundle.md.
"""
