"""What no notice says, and how easy Japanese is written: looked for in every text before it is used.

Nobody is blamed and nobody is ranked: an inquiry is a possible mistake. Easy Japanese (やさしい日本語): short polite sentences
with spaces between the words, no double negation, nobody is "done to", western years, readings for long words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["accusing_words", "faults_of_easy"]

_ACCUSING: Final = re.compile(
    r"\b(?:fault\w*|fraud\w*|risk\w*|scor(?:e|es|ed|ing)|suspicio\w*|suspect\w*|offend\w*|offence\w*|illegal\w*|guilt\w*|"
    r"violat\w*|culprit\w*|dishonest\w*|rank(?:s|ed|ing)?)\b|不正|リスク|疑い|疑わ|過失|違法|スコア|危険|怠|虚偽|犯罪|悪質|"
    r"vi phạm|nghi ngờ|lỗi của|rủi ro|gian lận|phạm tội|bất hợp pháp|"
    r"违法|违规|嫌疑|怀疑|过错|过失|风险|欺诈|可疑|"
    r"दोष|शङ्का|शंका|जोखिम|ठगी|अपराध|उल्लङ्घन|गैरकानुनी",
    re.I,
)
_SENTENCE: Final = re.compile(r"[^。]+。?")
_POLITE: Final = re.compile(r"(?:です|ます|ました|ません|でした|ください|ましょう|ですか|ますか)$")
_DOUBLE_NEGATION: Final = re.compile(
    r"なければ\s*(?:なり|いけ)|ないと\s*(?:なり|いけ|だめ)|なくては|なくちゃ|ないわけ|ないことは\s*(?:ない|ありま)|ざるを"
)
_DONE_TO: Final = re.compile(r"(?:さ|ら)れ(?:ま|て|た|る)")
_ERA: Final = re.compile(r"令和|平成|昭和")
_LONG_WORD: Final = re.compile(r"[一-龯々]{4,}(?![一-龯々]|（[ぁ-んー\s]+）)")
_LETTERS_MOST: Final = 50
_LETTERS_WITHOUT_SPACE: Final = 14
_SLOT: Final = re.compile(r"\{\w+\}")
_BRACKETED: Final = re.compile(r"「[^」]*」|（[^）]*）")

KNOWN_WORDS: Final = frozenset(
    {
        "年金事務所", "日本年金機構", "在留資格", "在留期限", "健康保険", "雇用保険", "国民年金", "国民健康保険",
        "特定技能", "市区町村", "労働基準監督署", "出入国在留管理庁", "厚生年金",
    }
)  # fmt: skip
"""Long words that people meet as they are: on signs, cards and letters of offices."""


def accusing_words(text: str) -> list[str]:
    """The words of a text, in any of our languages, that blame or rank somebody."""
    return _ACCUSING.findall(text)


def faults_of_easy(text: str) -> Iterator[str]:
    """What is not easy about a text in easy Japanese, in words for its author; its slots count as short words."""
    filled = _SLOT.sub("会社", text)
    if found := _DOUBLE_NEGATION.search(filled):
        yield f"a double negation: {found[0]}"
    if found := _ERA.search(filled):
        yield f"a year of an era: {found[0]}; write western years"
    for word in _LONG_WORD.findall(filled):
        if word not in KNOWN_WORDS:
            yield f"a long word without its reading: {word}; say it in other words, or write 言葉（ことば）"
    for sentence in _SENTENCE.findall(filled):
        yield from _of_sentence(sentence.strip())


def _of_sentence(sentence: str) -> Iterator[str]:
    core = _BRACKETED.sub("", sentence.removesuffix("。")).strip().removesuffix("：")
    letters = len(re.sub(r"\s", "", core))
    if letters > _LETTERS_MOST:
        yield f"a sentence of {letters} letters: {sentence}; at most {_LETTERS_MOST}"
    if letters > _LETTERS_WITHOUT_SPACE and not re.search(r"\s|、", core):
        yield f"no space between the words: {sentence}"
    if sentence.endswith("。") and not _POLITE.search(core):
        yield f"a sentence that does not end politely: {sentence}"
    if found := _DONE_TO.search(core):
        yield f"somebody is done to ({found[0]}): {sentence}; say who does it"
