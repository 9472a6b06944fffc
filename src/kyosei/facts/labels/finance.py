"""The choices of statements about money at a bank."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_RESTRICTIONS = {
    "none": Text("制限なし", "なし", "none"),
    "no_withdrawal": Text("出金停止", "お金を 出せない", "no withdrawal"),
    "closed": Text("解約", "閉じた", "closed"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "bank.account.restriction": _RESTRICTIONS,
    }
)
"""By the full name of the field, and by the value."""
