"""The rule for small counts: fewer than ten people or filings are not told, and what is told of people is rounded to five.

A figure about few can point at one. Nought is told: nobody is behind it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["FEWEST", "people_told", "told"]

FEWEST: Final = 10
"""Of fewer than this, nothing but "fewer than ten" is told."""

_ROUNDED_TO: Final = 5


def told(count: int) -> int | None:
    """A count of lines, filings or the like as it may be told; None: fewer than ten."""
    return count if count == 0 or count >= FEWEST else None


def people_told(count: int) -> int | None:
    """A count of people as it may be told, to the nearest five; None: fewer than ten."""
    return None if told(count) is None else (count + _ROUNDED_TO // 2) // _ROUNDED_TO * _ROUNDED_TO
