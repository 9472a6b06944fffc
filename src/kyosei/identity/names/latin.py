"""Latin letters folded to a to z, and a name's tokens."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold_latin", "tokens_of"]

_LETTERS = str.maketrans({
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng", "ħ": "h",
    "ə": "e", "ơ": "o", "ư": "u",
})  # fmt: skip
_JOINED = re.compile(r"['’ʼ`´.]")  # O'Brien, Ma. Teresa
_BETWEEN = re.compile(r"[\s,;:、，・･/／|()（）\[\]_\-‐‑‒–—―−=＝]+")


def fold_latin(text: str) -> str:
    """The letters a to z of a text, without diacritics and marks; everything else falls out. Idempotent."""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in small.translate(_LETTERS) if "a" <= c <= "z")


def tokens_of(text: str) -> tuple[str, ...]:
    """The parts of a name as written, in any script, split at spaces, commas, hyphens and middle dots."""
    plain = unicodedata.normalize("NFKC", text)
    return tuple(token for token in _BETWEEN.split(_JOINED.sub("", plain)) if token)
