"""The texts of laws in a folder: articles as they were on successive days.

A folder holds JSON Lines. `articles*.jsonl`: one article a line, with `law_id`, `article` (branch numbers joined by a
hyphen: 第十九条の十六 is `19-16`; `suppl:29`, `main` and `app:別表第一` for what is no article of the main part), `text`, and
`enforced_at`, the day of the version of the law that it was taken from: all that the law had on that day. `history.jsonl`,
if there is one: the same with `from_date`, the day from which the article read so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kyosei.errors import InputError
from kyosei.timelines.days import day_from_date

__all__ = ["SUPPLEMENT", "Reading", "StatuteTexts", "read_texts"]

SUPPLEMENT = "suppl:"
"""How the number of a supplementary provision begins (附則第二十九条 is `suppl:29`)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How an article read from a day on."""

    from_day: int
    text: str


@dataclass(frozen=True, slots=True)
class StatuteTexts:
    """By law and article the readings at hand, in order of days.

    `whole`: by law the day on which all of its articles are at hand. `latest`: by law the last day of which anything is.
    """

    articles: Mapping[tuple[str, str], tuple[Reading, ...]]
    whole: Mapping[str, int]
    latest: Mapping[str, int]

    @property
    def supplemented(self) -> frozenset[str]:
        """The laws of which some supplementary provision is at hand."""
        return frozenset(law for law, article in self.articles if article.startswith(SUPPLEMENT))

    def on(self, law: str, article: str, day: int) -> tuple[Reading, ...]:
        """The readings that may be the one in force on a day; several if copies of one day differ.

        None if the article did not exist, or if only later readings are at hand: see `is_known_on`.
        """
        whole = self.whole.get(law, day + 1)
        first = whole if whole <= day else 0
        known = [r for r in self.articles.get((law, article), ()) if first <= r.from_day <= day]
        return tuple(reading for reading in known if reading.from_day == known[-1].from_day)

    def is_known_on(self, law: str, article: str, day: int) -> bool:
        """Whether the texts at hand tell how the article read on a day, or that it did not exist."""
        return bool(self.on(law, article, day)) or self.whole.get(law, day + 1) <= day


def read_texts(folder: Path) -> StatuteTexts:
    """Every text in a folder. InputError for a folder without texts, or naming the line that is none."""
    files = sorted(folder.glob("articles*.jsonl"))
    if not files:
        raise InputError(f"{folder}: no articles*.jsonl; give the folder that holds the law texts")
    articles: dict[tuple[str, str], set[Reading]] = {}
    whole: dict[str, int] = {}
    latest: dict[str, int] = {}
    for file in files:
        for law, article, reading in _rows(file, "enforced_at"):
            articles.setdefault((law, article), set()).add(reading)
            whole[law] = max(reading.from_day, whole.get(law, reading.from_day))
    history = folder / "history.jsonl"
    for law, article, reading in _rows(history, "from_date") if history.is_file() else ():
        articles.setdefault((law, article), set()).add(reading)
    for (law, _), readings in articles.items():
        latest[law] = max(latest.get(law, 0), *(reading.from_day for reading in readings))
    ordered = {place: tuple(sorted(found, key=_by_day)) for place, found in articles.items()}
    return StatuteTexts(ordered, whole, latest)


def _by_day(reading: Reading) -> tuple[int, str]:
    return reading.from_day, reading.text


def _rows(file: Path, begins: str) -> Iterator[tuple[str, str, Reading]]:
    """(law, article, reading) of every line. `begins`: the key of the day from which the article reads so."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            law, article, text, day = (row[name] for name in ("law_id", "article", "text", begins))
            yield str(law), str(article), Reading(day_from_date(date.fromisoformat(day)), str(text))
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(
                f"{file}:{number}: this is no article ({type(error).__name__}: {error}); write one a line as JSON, with "
                f"law_id, article, text and {begins} (a day such as 2026-06-14)"
            ) from error
