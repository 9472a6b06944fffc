"""What the pages about showing share: the words of an answer, and a code as a picture."""

from __future__ import annotations

from dataclasses import dataclass

import segno

from kyosei.web.security.origin import Origin

__all__ = ["Picture", "check_address", "picture_of"]

_QUIET = 4
"""Modules around a QR code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A QR code as the path of an SVG, in modules. side: of the square, with its quiet zone."""

    side: int
    path: str


def check_address(origin: Origin, code: str) -> str:
    """Where a code is checked. It stands in the fragment, which no browser sends: so no log and no referrer has it."""
    return f"{origin.text}/check#{code}"


def picture_of(text: str) -> Picture:
    """The QR code of a text."""
    matrix = segno.make(text, error="m", micro=False).matrix
    dark = [(x + _QUIET, y + _QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module]
    return Picture(len(matrix) + 2 * _QUIET, "".join(f"M{x} {y}h1v1h-1z" for x, y in dark))
