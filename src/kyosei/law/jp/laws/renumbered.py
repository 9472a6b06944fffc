"""Provisions that bear another number from a day on, so that a citation read before it still names the same rule after."""

from __future__ import annotations

from datetime import date

from kyosei.law.jp.laws.immigration import IMMIGRATION_ACT
from kyosei.terms.citations import Renumbering

__all__ = ["RENUMBERED"]

RENUMBERED = tuple(
    Renumbering(
        on=date(2027, 4, 1),
        was=IMMIGRATION_ACT.article("22-4", 1, was),
        becomes=IMMIGRATION_ACT.article("22-4", 1, becomes),
        sureness="knowledge",
        source="Act No. 60 of 2024 puts new items 8 and 9 before the grounds about addresses; read in reports of its text",
    )
    for was, becomes in ((8, 10), (9, 11), (10, 12))
)
