"""The choices of statements about records."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_EXTENDED = {
    "thirty_days": Text("30日以内の延長", "30日までの 延長（長く する こと）", "by thirty days at most"),
    "longer": Text("特に長期間を要する", "とても 長く かかる", "takes particularly long"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType({"record.correction_request.extended": _EXTENDED})
"""By the full name of the field, and by the value."""
