"""By what a source does not keep its duty to be fresh; apart from how that is measured, as schemas name it too."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Breach"]


class Breach(StrEnum):
    """By what a source does not keep its duty."""

    LATE = "late"
    """Fewer than nine in ten lines are on record within the lag."""
    SILENT = "silent"
    """Nothing came from it for longer than the lag."""
    INCOMPLETE = "incomplete"
    """What it counted and what is held of it differ."""
    UNANSWERED = "unanswered"
    """An office answered fewer than nine in ten disputes within the thirty days for requests for correction."""
