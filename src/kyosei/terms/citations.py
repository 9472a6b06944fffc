"""Where a rule stands: a law by its number in the State's own register, and an article, paragraph and item of it, as read on
a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from kyosei.errors import LawError
from kyosei.timelines.days import NEVER, day_from_date

__all__ = [
    "Citation",
    "Citer",
    "InForce",
    "Law",
    "Layer",
    "Provision",
    "Renumbering",
    "Sureness",
    "Titles",
    "provision_on",
]

Layer = Literal["act", "cabinet_order", "ministerial_ordinance", "guideline", "practice", "draft", "announced"]
"""By whom and how firmly something is laid down. A draft or something announced binds nobody yet."""
Sureness = Literal["verified", "knowledge", "uncertain"]
"""Whether a date was read in a law or an official notice, is known but was not read, or rests on reports."""

_LAW_ID = re.compile(
    r"\d{3}(AC|CO|M|R|RJ)[0-9A-Z]{10}|\d{3}M[0-9]{11}|(guideline|practice|draft|announced):[a-z0-9]+(-[a-z0-9]+)*"
)
_ARTICLE = re.compile(r"^(\d+(-\d+)*|main|suppl:\d+(-\d+)*|app:\S+)$")
_PARAGRAPH = re.compile(r"^\d+(-\d+)*$")
_ITEM_NUMBER = re.compile(r"\d+(-\d+)*")


@dataclass(frozen=True, slots=True)
class Provision:
    """A law's article, with paragraph and item where the rule stands in one; an item such as 5, 3-2 or 5イ."""

    law: str
    article: str
    paragraph: str | None = None
    item: str | None = None

    def __post_init__(self) -> None:
        if not _LAW_ID.fullmatch(self.law):
            raise LawError(
                f"a law is cited by its register number such as 326CO0000000319, or as guideline:NAME; not {self.law!r}"
            )
        if not _ARTICLE.match(self.article):
            raise LawError(
                f"article {self.article!r} of {self.law}: write 19-16 for article 19 no. 16, "
                "suppl:17 for a supplementary provision, app:NAME for an appended table, main for a rule without articles"
            )
        if self.paragraph is not None and not _PARAGRAPH.match(self.paragraph):
            raise LawError(f"paragraph {self.paragraph!r} of {self.law} article {self.article}: write digits")

    def to_json(self) -> dict[str, str]:
        """Its law, article, paragraph and item, as far as it has them."""
        parts = {"law": self.law, "article": self.article, "paragraph": self.paragraph, "item": self.item}
        return {name: value for name, value in parts.items() if value is not None}

    def item_of(self, item: str) -> Provision:
        """The same place, one item deeper."""
        return replace(self, item=item)


@dataclass(frozen=True, slots=True)
class Citer:
    """What rests on a provision: a norm, a dated fact of the law's tables, a purpose for which records are read, a gateway
    through which one office may tell another, or a procedure in which an application is decided.
    """

    kind: Literal["norm", "fact", "purpose", "gateway", "procedure"]
    id: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision by the numbering of the day on which it is read, and what rests on it.

    `until_day`: the first day on which how it reads no longer matters, because what rests on it has ended.
    """

    provision: Provision
    read_on: int
    by: Citer
    until_day: int = NEVER


@dataclass(frozen=True, slots=True)
class InForce:
    """An interval in which a law is in force: [from_day, until_day). A `from_day` of None is not known here."""

    from_day: date | None
    until_day: date | None = None
    sureness: Sureness = "knowledge"

    def covers(self, day: date) -> bool:
        """Whether a day lies in it, as far as is known."""
        return (self.from_day is None or self.from_day <= day) and (self.until_day is None or day < self.until_day)


class Titles(NamedTuple):
    """The official title of a law, what it is called in short, and a short English title of ours."""

    ja: str
    short_ja: str
    en: str


@dataclass(frozen=True, slots=True)
class Law:
    """A law, ordinance, guideline or practice: its register number, official title, and short titles of ours.

    `force`: the intervals in which it is in force; none for a draft. `source`: where that is read which stands in no
    register. `renamed`: the day from which it bears other titles.
    """

    law_id: str
    title_ja: str
    title_en: str
    short_ja: str
    layer: Layer
    force: tuple[InForce, ...]
    source: str = ""
    renamed: tuple[date, Titles] | None = None

    def __post_init__(self) -> None:
        if not _LAW_ID.fullmatch(self.law_id):
            raise LawError(f"{self.law_id!r} is neither a register number nor a layer and a name")
        if not self.is_registered and not self.source:
            raise LawError(f"{self.law_id} stands in no register: say where it is read")

    @property
    def is_registered(self) -> bool:
        """Whether it stands in e-Gov's register of laws."""
        return self.law_id[0].isdigit()

    @property
    def address(self) -> str:
        """Where its text is read: e-Gov for what stands in its register, else `source`."""
        return f"https://laws.e-gov.go.jp/law/{self.law_id}" if self.is_registered else self.source

    def article(self, article: int | str, paragraph: int | None = None, item: str | int | None = None) -> Provision:
        """A provision of this law."""
        return Provision(
            self.law_id,
            str(article),
            None if paragraph is None else str(paragraph),
            None if item is None else str(item),
        )

    def is_in_force(self, day: date) -> bool:
        """Whether it is in force on a day, as far as is known."""
        return any(interval.covers(day) for interval in self.force)

    def titles_on(self, day: date) -> Titles:
        """What it is called on a day."""
        if self.renamed is not None and self.renamed[0] <= day:
            return self.renamed[1]
        return Titles(self.title_ja, self.short_ja, self.title_en)


@dataclass(frozen=True, slots=True)
class Renumbering:
    """A provision that bears another number from a day on, because others were put before it or taken out.

    Both are of one law and one depth: two articles, two paragraphs, or two items. What stands below moves with it.
    """

    on: date
    was: Provision
    becomes: Provision
    sureness: Sureness
    source: str

    def __post_init__(self) -> None:
        if self.was.law != self.becomes.law or _depth(self.was) != _depth(self.becomes):
            raise LawError(f"{self.was} can only become a provision of the same law and depth, not {self.becomes}")


def provision_on(provision: Provision, read_on: int, day: int, renumbered: Iterable[Renumbering]) -> Provision | None:
    """The number that a provision, cited by the numbering of `read_on`, bears on a day; None if on that day it did not exist yet.

    A provision that has meanwhile been put in another's old place is so never taken for it.
    """
    steps: dict[date, list[Renumbering]] = {}
    for step in renumbered:
        steps.setdefault(step.on, []).append(step)
    later = sorted(on for on in steps if read_on < day_from_date(on) <= day)
    earlier = sorted((on for on in steps if day < day_from_date(on) <= read_on), reverse=True)
    found: Provision = provision
    for on in later:
        found = next((moved for s in steps[on] if (moved := _moved(found, s.was, s.becomes))), found)
    for on in earlier:
        back = next((moved for s in steps[on] if (moved := _moved(found, s.becomes, s.was))), None)
        if back is None and any(_moved(found, s.was, s.becomes) for s in steps[on]):
            return None  # it stands where another stood before
        found = back or found
    return found


def _depth(provision: Provision) -> int:
    return 2 if provision.item is not None else 1 if provision.paragraph is not None else 0


def _moved(provision: Provision, was: Provision, becomes: Provision) -> Provision | None:
    """The provision under its other number; None if it neither is what moves nor stands below it."""
    if (provision.law, provision.article) != (was.law, was.article):
        return None
    if _depth(was) == 0:
        return replace(provision, article=becomes.article)
    if provision.paragraph is None and provision.item is None:
        return None
    if (provision.paragraph or "1") != was.paragraph:
        return None
    if was.item is None:
        return replace(provision, paragraph=becomes.paragraph)
    item = provision.item or ""
    number = _ITEM_NUMBER.match(item)
    if number is None or number[0] != was.item:
        return None
    return replace(provision, item=f"{becomes.item}{item[number.end() :]}")
