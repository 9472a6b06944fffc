"""How iCalendar is written (RFC 5545): text values, folded lines, line ends."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["stream_of", "text_value"]

_OCTETS_MOST = 75
"""A line is folded after so many octets (section 3.1)."""


def stream_of(lines: Iterable[str]) -> str:
    """Content lines as they are sent."""
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def text_value(said: str) -> str:
    """A text value (section 3.3.11)."""
    for character, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        said = said.replace(character, written)
    return said


def _folded(line: str) -> Iterable[str]:
    """The line in pieces of at most 75 octets, none of which splits a character."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS_MOST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece
