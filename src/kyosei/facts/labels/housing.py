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

_SHOWN_TO = {
    "nobody": Text("誰にも見せない", "だれにも 見せない", "nobody"),
    "representatives": Text("代理する人", "わたしの かわりに する 人", "who acts for me"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "home.address_hidden.shown_to": _SHOWN_TO,
        "home.lease.guarantor": _GUARANTORS,
    }
)
"""By the full name of the field, and by the value."""
