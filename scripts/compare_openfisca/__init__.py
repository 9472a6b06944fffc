"""Compares premiums and coverage with `openfisca-japan`, an implementation by others, which runs in an interpreter of its own.

    python -m scripts.compare_openfisca PYTHON

PYTHON is an interpreter that has openfisca-japan; it is never a dependency of ours. What came of it is in docs/openfisca.md.
"""
