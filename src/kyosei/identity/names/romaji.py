"""Sounds written with capital letters, as the traditions spell them, to katakana.

Vowels are A I U E O. Consonants are K G S Z T D N H B P M Y R W F, J (ジャ), X (シャ), C (チャ), TS, V and L (as B and R),
and Q (ン). Y after a consonant palatalises it. A consonant that no vowel follows takes the vowel that Japanese gives it.
"""

from __future__ import annotations

import re

__all__ = ["katakana"]

_ROWS = {
    "": "ア イ ウ エ オ", "K": "カ キ ク ケ コ", "G": "ガ ギ グ ゲ ゴ", "S": "サ シ ス セ ソ", "Z": "ザ ジ ズ ゼ ゾ",
    "T": "タ ティ トゥ テ ト", "D": "ダ ディ ドゥ デ ド", "N": "ナ ニ ヌ ネ ノ", "H": "ハ ヒ フ ヘ ホ", "B": "バ ビ ブ ベ ボ",
    "P": "パ ピ プ ペ ポ", "M": "マ ミ ム メ モ", "Y": "ヤ イ ユ イェ ヨ", "R": "ラ リ ル レ ロ", "W": "ワ ウィ ウ ウェ ウォ",
    "F": "ファ フィ フ フェ フォ", "J": "ジャ ジ ジュ ジェ ジョ", "X": "シャ シ シュ シェ ショ", "C": "チャ チ チュ チェ チョ",
    "TS": "ツァ ツィ ツ ツェ ツォ",
}  # fmt: skip
_ROWS |= {"V": _ROWS["B"], "L": _ROWS["R"]}
_MORA = {row + vowel: kana for row, line in _ROWS.items() for vowel, kana in zip("AIUEO", line.split(), strict=True)}
_ALONE = {"T": "ト", "D": "ド", "N": "ン", "Q": "ン", "H": "", "Y": "イ", "J": "ジ", "C": "チ", "X": "シュ"}
_PALATAL = dict(zip("AIUEO", ("ャ", "", "ュ", "ェ", "ョ"), strict=True))
_SOUND = re.compile(r"(TS|[KGSZTDNHBPMYRWFJXCVL])?(?:(Y|W)(?=[AIUEO]))?([AIUEO])|(TS|[KGSZTDNHBPMYRWFJXCVLQ])")
_ALREADY_PALATAL = frozenset("JXCY")


def katakana(sounds: str) -> str:
    """The katakana of sounds; anything that is no sound falls out."""
    return "".join(_mora(*match.groups(default="")) for match in _SOUND.finditer(sounds))


def _mora(consonant: str, glide: str, vowel: str, alone: str) -> str:
    if alone:
        return _ALONE.get(alone, _MORA.get(alone + "U", ""))
    if glide and not consonant:
        return _MORA[glide + vowel]
    if glide == "Y" and consonant not in _ALREADY_PALATAL:
        return _MORA[consonant + "I"][0] + _PALATAL[vowel]
    if glide == "W":
        return _MORA[consonant + "U"] + _MORA["W" + vowel].replace("ワ", "ァ")
    return _MORA[consonant + vowel]
