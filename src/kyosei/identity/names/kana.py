"""Kana folded so that what one hears alike is written alike, whatever the form's rules of writing were.

Bank files (Zengin) and pension files have half-width kana, often without small letters; people write long vowels with a
bar, twice, or not at all.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["consonants", "fold_kana", "is_kana"]

_SMALL = str.maketrans("ァィゥェォャュョヮヵヶ", "アイウエオヤユヨワカケ")
_ALIKE = (
    ("ヷ", "バ"), ("ヸ", "ビ"), ("ヹ", "ベ"), ("ヺ", "ボ"), ("ヴア", "バ"), ("ヴイ", "ビ"), ("ヴエ", "ベ"), ("ヴオ", "ボ"),
    ("ヴ", "ブ"), ("ヂ", "ジ"), ("ヅ", "ズ"), ("ヲ", "オ"), ("ヱ", "エ"), ("ヰ", "イ"),
)  # fmt: skip
_HIRAGANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_MARKS = re.compile(r"[ーｰ゛゜\u3099\u309A・ヽヾゝゞ]")
_HALTED = re.compile(r"(?<=.)ツ(?=[カキクケコサシスセソタチツテトパピプペポド])")

_ROWS = {
    "": "アイウエオヤユヨワ", "K": "カキクケコガギグゲゴ", "S": "サシスセソ", "T": "ザジズゼゾタチツテトダデド",
    "N": "ナニヌネノン", "H": "ハヒフヘホ", "P": "バビブベボパピプペポ", "M": "マミムメモ", "R": "ラリルレロ",
}  # fmt: skip
_CONSONANT = {kana: consonant for consonant, row in _ROWS.items() for kana in row}
_VOWEL = {
    kana: vowel
    for vowel, column in {
        "ア": "アカサタナハマヤラワガザダバパ", "イ": "イキシチニヒミリギジビピ", "ウ": "ウクスツヌフムユルグズブプ",
        "エ": "エケセテネヘメレゲゼデベペ", "オ": "オコソトノホモヨロゴゾドボポ",
    }.items()
    for kana in column
}  # fmt: skip
_GLIDES = {  # マリヤ is マリア, リュウ is リウ, ホワン is ホアン
    "イ": {"ヤ": "ア", "ユ": "ウ", "ヨ": "オ"},
    "ウ": {"ワ": "ア"},
    "オ": {"ワ": "ア"},
}
_LENGTHENS = {"ア": "ア", "イ": "イ", "ウ": "ウ", "エ": "エイ", "オ": "オウ"}


def is_kana(character: str) -> bool:
    """Whether a character, in its plain form, is hiragana or katakana."""
    return "ぁ" <= character <= "ゖ" or "ァ" <= character <= "ヺ"


def fold_kana(text: str) -> str:
    """The kana of a text, folded: full width, katakana, no small letters, no long vowels, no doubled consonants.

    Everything that is no kana falls out. Folding twice is folding once.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_HIRAGANA)
    plain = "".join(c for c in _MARKS.sub("", plain) if is_kana(c)).replace("ッ", "").translate(_SMALL)
    for written, sound in _ALIKE:
        plain = plain.replace(written, sound)
    kept: list[str] = []
    for kana in plain:
        vowel = _VOWEL.get(kept[-1], "") if kept else ""
        heard = _GLIDES.get(vowel, {}).get(kana, kana)
        if heard not in _LENGTHENS.get(vowel, ""):
            kept.append(heard)
    return _HALTED.sub("", "".join(kept))


def consonants(folded: str) -> str:
    """The consonants of folded kana, voiced and voiceless alike; a beginning vowel counts as A."""
    first = "A" if folded and not _CONSONANT.get(folded[0], "") else ""
    return first + "".join(_CONSONANT.get(kana, "") for kana in folded)
