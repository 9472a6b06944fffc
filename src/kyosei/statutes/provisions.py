"""Finding a provision in the text of its article, down to the item, and a digest of how it reads.

An article's text has one paragraph after another, each but the first behind its number in bold (`**２**`), and its items as
a list, two blanks deeper for each level. An item is written `5`, `3-2` (三の二), `5イ` (第五号イ) or `1ニ（２）`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

__all__ = ["Absent", "digest_of", "number_in_japanese", "read_provision", "where_it_reads"]

_PARAGRAPH_MARK = re.compile(r"^\*\*([０-９]+|[①-⑳])\*\*", re.MULTILINE)
_LIST_ENTRY = re.compile(r"^(?P<indent> *)- (?P<sign>[^　]+)　(?P<text>.*)$")
_ITEM = re.compile(r"(?P<number>[0-9]+(?:-[0-9]+)*)(?P<below>(?:[ア-ン]|（[０-９]+）|（[ｉｖｘ]+）)*)")
_BELOW = re.compile(r"[ア-ン]|（[^）]+）")
_REPEALED = re.compile(r"^\*\*[^*]+\*\*\s*削除\s*$")
_MARKUP = re.compile(r"\*\*|^ *- |\s", re.MULTILINE)


class Absent(Exception):  # noqa: N818  # an answer, caught where it is asked for
    """The provision does not stand in the text; the message says what of it is missing."""


def read_provision(article: str, paragraph: str | None, item: str | None) -> str:
    """The text of a provision, given that of its article; `Absent` if it is not there.

    An item is read with the words that open its paragraph and each level above it, without which it says nothing, and
    without its number. One cited without a paragraph is looked for in the first, as 第十二条第五号 is read.
    """
    if _REPEALED.match(article):
        raise Absent("the article is repealed (削除)")
    if paragraph is None and item is None:
        return article
    paragraphs = _paragraphs(article)
    wanted = paragraph or "1"
    if wanted not in paragraphs:
        raise Absent(f"no such paragraph; the article has {len(paragraphs)}")
    return paragraphs[wanted] if item is None else _item(paragraphs[wanted], item)


def where_it_reads(article: str, digest: str) -> tuple[str, str] | None:
    """The paragraph and item of an article that has this digest: where an item went whose number has changed."""
    for paragraph, text in _paragraphs(article).items():
        for line in text.splitlines():
            entry = _LIST_ENTRY.match(line)
            number = _number_of(entry["sign"]) if entry and not entry["indent"] else None
            if number is None:
                continue
            try:
                if digest_of(_item(text, number)) == digest:
                    return paragraph, number
            except Absent:
                continue
    return None


def digest_of(text: str) -> str:
    """SHA-256 of a text without blanks, line ends and marks of lists and bold type, its characters in NFKC.

    Copies of one text differ in these and in the width of digits; what the text says does not hang on them.
    """
    normal = unicodedata.normalize("NFKC", _MARKUP.sub("", text))
    return hashlib.sha256(normal.encode()).hexdigest()


def number_in_japanese(number: int) -> str:
    """A number from 1 to 999 in the numerals that items are counted in: 十二, 百一."""
    if not 1 <= number <= 999:
        raise ValueError(f"{number}: items are numbered from 1 to 999")
    written = ""
    for unit, sign in ((100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            written += ("" if digit == 1 and sign else "一二三四五六七八九"[digit - 1]) + sign
    return written


_NUMBERS = {number_in_japanese(number): str(number) for number in range(1, 200)}


def _number_of(sign: str) -> str | None:
    """The item number behind a sign: 三の二 is 3-2; None for イ and the like."""
    parts = [_NUMBERS.get(part) for part in sign.split("の")]
    return None if None in parts else "-".join(part for part in parts if part)


def _paragraphs(article: str) -> dict[str, str]:
    """The paragraphs by number. The first bears no mark; older acts write ② where newer ones write ２."""
    parts = _PARAGRAPH_MARK.split(article)
    paragraphs = {"1": parts[0]}
    for mark, body in zip(parts[1::2], parts[2::2], strict=True):
        number = ord(mark) - ord("①") + 1 if "①" <= mark <= "⑳" else int(mark)
        paragraphs[str(number)] = body
    return paragraphs


def _item(paragraph: str, item: str) -> str:
    """The item's path: first the item (号), then level by level what stands below it, each with its opening words."""
    cited = _ITEM.fullmatch(item)
    if cited is None:
        raise Absent(f"{item!r} is not a way to write an item; write 5, 3-2, 5イ or 1ニ（２）")
    if any(not 1 <= int(part) <= 999 for part in cited["number"].split("-")):
        raise Absent("no such item")
    number = "の".join(number_in_japanese(int(part)) for part in cited["number"].split("-"))
    lines = paragraph.splitlines()
    read = [line for line in lines if not _LIST_ENTRY.match(line)]
    for level, sign in enumerate([number, *_BELOW.findall(cited["below"])]):
        found = _entry(lines, sign, level)
        if found is None:
            raise Absent("no such item" if level == 0 else f"no {sign} there")
        opening, lines = found
        read.append(opening)
    return "\n".join([*read, *lines])


def _entry(lines: list[str], sign: str, level: int) -> tuple[str, list[str]] | None:
    """The opening words of the entry `sign` at this level and the lines below it; None if it is not there."""
    opening: str | None = None
    below: list[str] = []
    for line in lines:
        entry = _LIST_ENTRY.match(line)
        depth = len(entry["indent"]) // 2 if entry else 0
        if opening is not None and line.strip():
            if depth <= level:
                break
            below.append(line)
        elif opening is None and entry and depth == level and entry["sign"] == sign:
            if entry["text"].strip() == "削除":
                return None
            opening = entry["text"]
    return None if opening is None else (opening, below)
