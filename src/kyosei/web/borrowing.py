"""What a page in a further language says in another one: marked as such, so that it is read aloud as what it is (WCAG 3.1.2)."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

from kyosei.terms.text import Text

__all__ = ["as_written", "beside", "in_english", "in_japanese", "name_of", "plain", "with_marks"]

_KANJI: Final = re.compile(r"[぀-ヿ㐀-鿿々]+")


def in_english(said: object) -> Markup:
    """Marked as English."""
    return Markup('<span lang="en">{}</span>').format(said)


def in_japanese(said: object) -> Markup:
    """Marked as Japanese."""
    return Markup('<span lang="ja">{}</span>').format(said)


def beside(text: Text) -> Markup:
    """The Japanese with the English beside it; of whole sentences the English stands below."""
    if text.ja == text.en:
        return name_of(text.ja)
    apart = "{}<br>{}" if text.ja.endswith("。") else "{} ({})"
    return Markup(apart).format(in_japanese(text.ja), in_english(text.en))


def with_marks(said: str) -> Markup:
    """A name, or a text in a language that has no Chinese characters: what is in them, or in kana, is Japanese."""
    return Markup(_KANJI.sub(lambda found: in_japanese(found[0]), escape(said)))


def as_written(said: object) -> Markup:
    """What somebody wrote, in whichever language they did."""
    return Markup('<span lang="">{}</span>').format(said)


def name_of(said: str) -> Markup:
    """An organisation's name: Japanese where it is written so, else of no language that is known."""
    return with_marks(said) if _KANJI.search(said) else as_written(said)


def plain(said: object) -> Markup:
    """Without marks, for where no element can stand: attributes, titles and options."""
    return escape(said.striptags() if isinstance(said, Markup) else said)
