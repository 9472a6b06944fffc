"""The choices of statements about homes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_GUARANTORS = {
    "person": Text("個人", "人", "a person"),
    "company": Text("保証会社", "保証の 会社", "a guarantee company"),
    "employer": Text("雇用主", "会社", "the employer"),
    "none": Text("なし", "なし", "none"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "home.lease.guarantor": _GUARANTORS,
    }
)
"""By the full name of the field, and by the value."""
