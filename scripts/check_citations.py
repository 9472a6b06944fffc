"""Checks that cited provisions of Japanese law exist in a folder of law texts, down to the item.

    python -m scripts.check_citations TEXT_DIR < citations

reads one citation per line (`LAW_ID ARTICLE [PARAGRAPH [ITEM]]`, a `-` for "no paragraph") and prints each that does
not resolve; the exit status is 1 if there is one. TEXT_DIR holds `articles*.jsonl`: one article per line with
`law_id`, `article` (branch numbers joined by a hyphen: 第十九条の十六 is `19-16`) and `text`.

An item is written `5`, `3-2` (三の二), `5イ` (第五号イ) or `1ニ（２）`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kyosei.law.jp.tables import Citation

__all__ = ["Citation", "Index", "load_index", "missing", "number_in_japanese", "unresolved"]

_PARAGRAPH_MARK = re.compile(r"^\*\*([０-９]+|[①-⑳])\*\*", re.MULTILINE)
_LIST_ENTRY = re.compile(r"^(?P<indent> *)- (?P<sign>[^　]+)　(?P<text>.*)$")
_ITEM = re.compile(r"(?P<number>[0-9]+(?:-[0-9]+)*)(?P<below>(?:[ア-ン]|（[０-９]+）|（[ｉｖｘ]+）)*)")
_BELOW = re.compile(r"[ア-ン]|（[^）]+）")
_REPEALED = re.compile(r"^\*\*[^*]+\*\*\s*削除\s*$")


@dataclass(frozen=True, slots=True)
class Index:
    """The articles of all laws at hand: `articles[law_id, article]` is the text, `laws` the ids that occur."""

    articles: Mapping[tuple[str, str], str]
    laws: frozenset[str]


def index_of(articles: Mapping[tuple[str, str], str]) -> Index:
    """The index of the given articles."""
    return Index(articles, frozenset(law_id for law_id, _ in articles))


def load_index(folder: Path) -> Index:
    """Reads every `articles*.jsonl` in `folder`; a folder without one is a `FileNotFoundError`."""
    files = sorted(folder.glob("articles*.jsonl"))
    if not files:
        raise FileNotFoundError(f"{folder}: no articles*.jsonl; give the folder that holds the law texts")
    articles: dict[tuple[str, str], str] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            articles[row["law_id"], row["article"]] = row["text"]
    return index_of(articles)


def missing(
    index: Index, law_id: str, article: str, paragraph: int | None = None, item: str | None = None
) -> str | None:
    """Says what of the cited provision does not exist in the texts, or None if all of it does.

    An item cited without a paragraph is looked for in the first paragraph, as 第十二条第五号 is read.
    """
    where = f"{law_id} article {article}"
    if law_id not in index.laws:
        return f"{law_id}: no text of this law is at hand"
    text = index.articles.get((law_id, article))
    if text is None:
        return f"{where}: no such article"
    if _REPEALED.match(text):
        return f"{where}: repealed (削除)"
    paragraphs = _paragraphs(text)
    wanted = 1 if paragraph is None else paragraph
    if wanted not in paragraphs:
        return f"{where} paragraph {wanted}: no such paragraph; the article has {len(paragraphs)}"
    if item is None:
        return None
    complaint = _missing_item(paragraphs[wanted], item)
    return f"{where} paragraph {wanted} item {item}: {complaint}" if complaint else None


def unresolved(index: Index, citations: Iterable[Citation]) -> list[str]:
    """What `missing` says of each citation that does not resolve, in the given order."""
    complaints = (missing(index, *citation) for citation in citations)
    return [complaint for complaint in complaints if complaint is not None]


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


def _paragraphs(text: str) -> dict[int, str]:
    """The paragraphs by number. The first bears no mark; older acts write ② where newer ones write ２."""
    parts = _PARAGRAPH_MARK.split(text)
    paragraphs = {1: parts[0]}
    for mark, body in zip(parts[1::2], parts[2::2], strict=True):
        number = ord(mark) - ord("①") + 1 if "①" <= mark <= "⑳" else int(mark)
        paragraphs[number] = body
    return paragraphs


def _missing_item(paragraph: str, item: str) -> str | None:
    """What of the item's path is not there: first the item (号), then level by level what stands below it."""
    cited = _ITEM.fullmatch(item)
    if cited is None:
        return "not a way to write an item; write 5, 3-2, 5イ or 1ニ（２）"
    number = "の".join(number_in_japanese(int(part)) for part in cited["number"].split("-"))
    lines = paragraph.splitlines()
    for level, sign in enumerate([number, *_BELOW.findall(cited["below"])]):
        below = _lines_below(lines, sign, level)
        if below is None:
            return "no such item" if level == 0 else f"no {sign} there"
        lines = below
    return None


def _lines_below(lines: list[str], sign: str, level: int) -> list[str] | None:
    """The lines that stand below the entry `sign` at this level (two blanks a level); None if it is not there."""
    found: list[str] | None = None
    for line in lines:
        entry = _LIST_ENTRY.match(line)
        depth = len(entry["indent"]) // 2 if entry else 0
        if found is not None and line.strip():
            if depth <= level:
                return found
            found.append(line)
        elif entry and depth == level and entry["sign"] == sign:
            found = None if entry["text"].strip() == "削除" else []
    return found


def _read_citation(line: str) -> Citation:
    law_id, article, *rest = line.split()
    paragraph = int(rest[0]) if rest and rest[0] != "-" else None
    return law_id, article, paragraph, rest[1] if len(rest) > 1 else None


def main(arguments: list[str], lines: Iterable[str]) -> int:
    """Checks the citations in `lines` against the folder named by the one argument."""
    if len(arguments) != 1:
        print("usage: python -m scripts.check_citations TEXT_DIR < citations", file=sys.stderr)
        return 2
    index = load_index(Path(arguments[0]))
    complaints = unresolved(index, (_read_citation(line) for line in lines if line.strip()))
    for complaint in complaints:
        print(complaint)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdin))
