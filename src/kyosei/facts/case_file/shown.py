"""How a message shows a value of a case file: short, printable, and never what may be an Individual Number."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from decimal import Decimal

__all__ = ["nearest", "shown"]

# An Individual Number has 12 digits, a basic pension number 10.
_PERSONAL_NUMBER = re.compile(r"(?:\d-?){10}")
_LONGEST = 60


def shown(value: object) -> str:
    """A value as a message may show it."""
    match value:
        case dict():
            return "an object"
        case list():
            return "an array"
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case Decimal() | int() | float():
            text = str(value)
        case _:
            text = str(value)
    if _PERSONAL_NUMBER.search(text):
        return "(a value with ten or more digits, not shown: it may be a personal number)"
    printable = "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in text[: _LONGEST + 1]
    )
    cut = printable if len(text) <= _LONGEST else printable[: _LONGEST - 1] + "…"
    return f"'{cut}'" if isinstance(value, str) else cut


def nearest(word: str, words: Iterable[str]) -> str:
    """The words that are allowed, for the end of a message: the one that was probably meant, else all of them."""
    known = tuple(words)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.75)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(known) or 'none'}"
