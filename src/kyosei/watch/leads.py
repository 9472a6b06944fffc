"""How long before a deadline it is told: long enough to act, short enough to be believed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["LEADS", "Leads"]

ORDINARY_DAYS: Final = 14
"""Two weeks: half of the usual monthly payroll, and longer than most of the terms that the law sets in days."""

LEADS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "jp.immigration.apply-before-expiry": 90,  # the office takes a renewal from three months before the expiry
        "jp.immigration.renew-card": 60,  # the Act lets a card be renewed from two months before it expires
    }
)
"""Days before a deadline, by norm."""


class Leads:
    """The days before a deadline on which it is told: by norm, else `ordinary`."""

    def __init__(self, by_norm: Mapping[str, int] = LEADS, ordinary: int = ORDINARY_DAYS) -> None:
        self._by_norm = by_norm
        self._ordinary = ordinary

    def days(self, norm: str) -> int:
        """For a norm."""
        return self._by_norm.get(norm, self._ordinary)
