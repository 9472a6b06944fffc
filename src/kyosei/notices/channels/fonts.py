"""Which fonts a text needs, and whether they are there: a letter with empty boxes instead of a name is no letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

from kyosei.errors import MissingPartError

__all__ = ["fonts_for"]

_LATIN: Final = ("Noto Sans", "fonts-noto-core")
_CJK: Final = {
    "ja": ("Noto Sans CJK JP", "fonts-noto-cjk"),
    "zh": ("Noto Sans CJK SC", "fonts-noto-cjk"),
    "ko": ("Noto Sans CJK KR", "fonts-noto-cjk"),
}
_BY_SCRIPT: Final = {
    "MYANMAR": ("Noto Sans Myanmar", "fonts-noto-core"),
    "KHMER": ("Noto Sans Khmer", "fonts-noto-core"),
    "THAI": ("Noto Sans Thai", "fonts-noto-core"),
    "DEVANAGARI": ("Noto Sans Devanagari", "fonts-noto-core"),
    "BENGALI": ("Noto Sans Bengali", "fonts-noto-core"),
    "SINHALA": ("Noto Sans Sinhala", "fonts-noto-core"),
    "ARABIC": ("Noto Sans Arabic", "fonts-noto-core"),
    "MONGOLIAN": ("Noto Sans Mongolian", "fonts-noto-core"),
}
_OF_LATIN_FONT: Final = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_OF_CJK_FONT: Final = frozenset(
    {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "FULLWIDTH", "HALFWIDTH", "IDEOGRAPHIC"}
)


def fonts_for(texts: Iterable[str], language: str, available: Collection[str]) -> list[str]:
    """The font families in which these texts can be set, in the order in which they are tried.

    MissingPartError names the script, the family and the package where one is absent, or a script for which we know none.
    """
    scripts = {_script(character) for text in texts for character in text if character.isalpha()}
    needed = [_LATIN, _CJK.get(language.split("-", maxsplit=1)[0], _CJK["ja"])]
    for script in sorted(scripts - _OF_LATIN_FONT - _OF_CJK_FONT):
        if script not in _BY_SCRIPT:
            raise MissingPartError(
                f"no font is known here for letters of the {script.title()} script; name one in fonts.py"
            )
        needed.append(_BY_SCRIPT[script])
    for family, package in needed:
        if family not in available:
            raise MissingPartError(
                f"letters need the font {family!r}, which is not installed here; on Debian or Ubuntu: apt install {package};"
                " elsewhere: https://fonts.google.com/noto"
            )
    return [family for family, _ in needed]


def _script(character: str) -> str:
    """The script as the first word of the character's Unicode name says it."""
    name = unicodedata.name(character, "LATIN")
    return name.split()[0]
