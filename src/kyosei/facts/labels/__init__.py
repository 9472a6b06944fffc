"""What the values of choices, lists and codes are called in Japanese, easy Japanese and English, one module a system.

Other floors use `LABELS`. The titles of statuses of residence are facts of the law (`kyosei.law.jp.tables.statuses`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.facts.labels import (
    codes,
    education,
    family,
    finance,
    housing,
    immigration,
    industries,
    labour,
    prefectures,
    records,
    social_insurance,
    support,
    tax,
)
from kyosei.terms.text import Text

__all__ = ["LABELS"]

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        **immigration.LABELS,
        **labour.LABELS,
        **social_insurance.LABELS,
        **tax.LABELS,
        **finance.LABELS,
        **education.LABELS,
        **housing.LABELS,
        **support.LABELS,
        **family.LABELS,
        **records.LABELS,
        **industries.LABELS,
        **codes.LABELS,
        **prefectures.LABELS,
    }
)  # fmt: skip
"""By the full name of a field, such as work.contract.employment_type, and by the value."""
