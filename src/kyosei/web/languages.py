"""In which language a page is: as its reader chose, else as their browser asks, else in Japanese."""

from __future__ import annotations

from typing import Final

from kyosei.terms.text import Language

__all__ = ["LANGUAGES", "LANGUAGE_NAMES", "chosen_language", "language_named", "tag_of"]

LANGUAGE_NAMES: Final[dict[Language, str]] = {"ja": "日本語", "ja-easy": "やさしい日本語", "en": "English"}
LANGUAGES: Final[tuple[Language, ...]] = tuple(LANGUAGE_NAMES)


def language_named(written: str | None) -> Language | None:
    """A language by what a link or a cookie says; None if it is none of ours."""
    return next((language for language in LANGUAGES if language == written), None)


def chosen_language(accepted: str) -> Language:
    """The first of ours among those that a browser accepts (RFC 9110 section 12.5.4), by weight."""
    weighed = [_weighed(part) for part in accepted.split(",") if part.strip()]
    for _, tag in sorted(weighed, key=lambda one: -one[0]):
        if tag.startswith("ja"):
            return "ja"
        if tag.startswith("en"):
            return "en"
    return "ja" if not weighed else "en"


def tag_of(language: Language) -> str:
    """The tag (BCP 47) of a language: easy Japanese is Japanese."""
    return "en" if language == "en" else "ja"


def _weighed(part: str) -> tuple[float, str]:
    tag, _, parameters = part.strip().partition(";")
    weight = parameters.strip().removeprefix("q=")
    try:
        return (float(weight) if weight else 1.0), tag.strip().lower()
    except ValueError:
        return 0.0, tag.strip().lower()
