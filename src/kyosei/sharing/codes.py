"""Codes: 80 random bits in the letters and digits of Crockford's base32, in groups, with one that shows a slip of the pen."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from typing import Final

__all__ = ["CODE_CHARACTERS", "SlipError", "code_digest", "new_code", "read_code"]

_SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS: Final = str.maketrans("", "", " -‐‑–—−ー\t\r\n")
_RANDOM: Final = 16
CODE_CHARACTERS: Final = _RANDOM + 1
"""Without the hyphens; the last one checks the others."""
_GROUP: Final = 4


class SlipError(ValueError):
    """What was written is no code: too short, too long, or mistyped. It says nothing about which codes there are."""


def new_code() -> str:
    """A code that nobody can guess, in groups, such as 7Q4M-0K2V-…"""
    written = "".join(secrets.choice(_SYMBOLS) for _ in range(_RANDOM))
    written += _check(written)
    return "-".join(written[place : place + _GROUP] for place in range(0, CODE_CHARACTERS, _GROUP))


def read_code(written: str) -> str:
    """The code that was meant, without hyphens: O is zero, I and L are one, in any width and case. SlipError if none was."""
    if len(written) > 200:
        raise SlipError("it is too long")
    meant = unicodedata.normalize("NFKC", written).translate(_SEPARATORS).upper().translate(_MEANT)
    if len(meant) != CODE_CHARACTERS or any(symbol not in _SYMBOLS for symbol in meant):
        raise SlipError("it is no code")
    if _check(meant[:_RANDOM]) != meant[_RANDOM]:
        raise SlipError("one of its characters is another")
    return meant


def code_digest(code: str) -> bytes:
    """What is kept of a code as `read_code` gives it. It has 80 random bits: to find one that fits, nobody can try enough."""
    return hashlib.sha256(b"kyosei share code\0" + code.encode("ascii")).digest()


def _check(symbols: str) -> str:
    """A sum in the field of 32 elements, each place with another weight: one wrong character and two exchanged ones show."""
    found = 0
    for symbol in symbols:
        found = _doubled(found ^ _SYMBOLS.index(symbol))
    return _SYMBOLS[found]


def _doubled(element: int) -> int:
    """An element times x, modulo x^5 + x^2 + 1."""
    return (element << 1) ^ (0b100101 if element & 0b10000 else 0)
