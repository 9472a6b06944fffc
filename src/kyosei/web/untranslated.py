"""What a person sees and is not translated into the further languages yet; it is said in English, and may only become less."""

from __future__ import annotations

from typing import Final

__all__ = ["UNTRANSLATED"]

UNTRANSLATED: Final[frozenset[str]] = frozenset()
"""Folders, such as "pages/stay"; or single words there, such as "pages/stay: title". A page's word in the menu waits with it."""
