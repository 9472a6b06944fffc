"""Hangul syllables in Latin letters (Revised Romanisation, syllable by syllable), to be read in the Korean tradition."""

from __future__ import annotations

__all__ = ["is_hangul", "romanised"]

_FIRST = 0xAC00
_LAST = 0xD7A3
# fmt: off
_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui",
    "i",
)
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t",
    "k", "t", "p", "t",
)
# fmt: on


def is_hangul(character: str) -> bool:
    """Whether a character is one composed syllable."""
    return _FIRST <= ord(character) <= _LAST


def romanised(text: str) -> str:
    """The composed syllables of a text in Latin letters."""
    return "".join(_syllable(ord(character) - _FIRST) for character in text if is_hangul(character))


def _syllable(index: int) -> str:
    """Unicode §3.12: index = (initial · 21 + vowel) · 28 + final."""
    initial, rest = divmod(index, len(_VOWELS) * len(_FINALS))
    vowel, final = divmod(rest, len(_FINALS))
    return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]
