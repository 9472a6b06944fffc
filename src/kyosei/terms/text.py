"""What a reader sees: one text in Japanese, in easy Japanese and in English, never one without the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Language", "Text"]

Language = Literal["ja", "ja-easy", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One message in the languages that every message has."""

    ja: str
    easy: str
    en: str

    def __post_init__(self) -> None:
        if not (self.ja and self.easy and self.en):
            raise ValueError(f"a text needs all its languages: {self!r}")

    def said_in(self, language: Language) -> str:
        """The text in one language."""
        if language == "ja":
            return self.ja
        return self.easy if language == "ja-easy" else self.en
