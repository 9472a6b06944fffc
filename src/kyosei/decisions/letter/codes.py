"""QR codes as the path of an SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import segno

__all__ = ["QuietCode", "quiet_code"]

_QUIET: Final = 4
"""Modules around a QR code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class QuietCode:
    """A QR code with its quiet zone, in modules. side: of the square."""

    side: int
    path: str

    @property
    def svg(self) -> str:
        """As a picture of its own."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.side} {self.side}">'
            f'<rect width="{self.side}" height="{self.side}" fill="#fff"/><path d="{self.path}"/></svg>'
        )


def quiet_code(text: str) -> QuietCode:
    """The QR code of a text."""
    matrix = segno.make(text, error="m", micro=False).matrix
    dark = [(x + _QUIET, y + _QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module]
    return QuietCode(len(matrix) + 2 * _QUIET, "".join(f"M{x} {y}h1v1h-1z" for x, y in dark))
