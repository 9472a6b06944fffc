"""Does the law still read as it did when it was read? Every citation is looked up in the texts at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kyosei.statutes.provisions import Absent, digest_of, read_provision, where_it_reads
from kyosei.statutes.readings import Read, Readings
from kyosei.statutes.texts import SUPPLEMENT, Reading, StatuteTexts
from kyosei.terms.citations import Citation, Citer, Provision, Renumbering, provision_on

__all__ = ["Drift", "Fault", "Findings", "Reason", "Unchecked", "check_citations", "read_citations"]


class Fault(StrEnum):
    """In what a provision differs from what was read."""

    CHANGED = "changed"
    """It reads differently."""
    MISSING = "missing"
    """It does not stand where it is cited."""
    UNRECORDED = "unrecorded"
    """It stands there, but nothing is recorded of how it read."""


class Reason(StrEnum):
    """Why a citation could not be checked."""

    LAW_NOT_AT_HAND = "law_not_at_hand"
    SUPPLEMENT_NOT_AT_HAND = "supplement_not_at_hand"
    """The law is at hand without its supplementary provisions: collections of texts often leave them out."""
    DAY_NOT_AT_HAND = "day_not_at_hand"
    """Only later texts of the article are at hand than the day on which it matters."""
    NOT_YET_IN_TEXT = "not_yet_in_text"
    """The provision comes into being after the newest text at hand."""


@dataclass(frozen=True, slots=True)
class Drift:
    """A provision that must be read again, and by whom it is cited.

    `provision` has the numbering of `read_on`, `looked_for` that of the text, which is of day `text_of`. `moved_to`: an item
    of the article that now reads as this one did.
    """

    provision: Provision
    read_on: int
    looked_for: Provision
    text_of: int
    fault: Fault
    detail: str
    moved_to: Provision | None
    cited_by: tuple[Citer, ...]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A provision of which no text of the right day is at hand."""

    provision: Provision
    read_on: int
    reason: Reason
    cited_by: tuple[Citer, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """`unchanged`: how many provisions read as they did."""

    unchanged: int
    drift: tuple[Drift, ...]
    unchecked: tuple[Unchecked, ...]

    def to_read_again(self) -> tuple[Citer, ...]:
        """The norms, facts and purposes that rest on what drifted."""
        return tuple(sorted({by for drift in self.drift for by in drift.cited_by}, key=lambda by: (by.kind, by.id)))


@dataclass(frozen=True, slots=True)
class _Cited:
    """A provision as read on a day, until when it matters, and who cites it."""

    provision: Provision
    read_on: int
    until_day: int
    by: tuple[Citer, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a provision stands in the texts: its number there, and the readings that may be in force."""

    looked_for: Provision
    day: int
    readings: tuple[Reading, ...]


def check_citations(
    citations: Iterable[Citation], texts: StatuteTexts, readings: Readings, renumbered: Iterable[Renumbering]
) -> Findings:
    """What of the law reads differently from what was read, what is not there, and what could not be looked up.

    A provision is looked up on the last day of its law at hand on which it still matters, under the number it bears that day.
    """
    moves = tuple(renumbered)
    drift: list[Drift] = []
    unchecked: list[Unchecked] = []
    unchanged = 0
    for cited in _together(citations):
        found = _find(cited, texts, moves)
        if isinstance(found, Reason):
            unchecked.append(Unchecked(cited.provision, cited.read_on, found, cited.by))
            continue
        differs = _compare(cited, found, readings.get((cited.provision, cited.read_on)))
        if differs is None:
            unchanged += 1
        else:
            drift.append(differs)
    return Findings(unchanged, tuple(drift), tuple(unchecked))


def read_citations(
    citations: Iterable[Citation], texts: StatuteTexts, renumbered: Iterable[Renumbering]
) -> dict[tuple[Provision, int], Read]:
    """How every citation that can be looked up reads now: what is kept when somebody has read the law again."""
    moves = tuple(renumbered)
    kept: dict[tuple[Provision, int], Read] = {}
    for cited in _together(citations):
        found = _find(cited, texts, moves)
        if isinstance(found, Reason):
            continue
        for reading in found.readings:
            try:
                text = read_provision(reading.text, found.looked_for.paragraph, found.looked_for.item)
            except Absent:
                continue
            kept[cited.provision, cited.read_on] = Read(reading.from_day, digest_of(text))
    return kept


def _together(citations: Iterable[Citation]) -> list[_Cited]:
    """Each provision and day once, in order of laws and articles."""
    by: dict[tuple[Provision, int], dict[Citer, None]] = {}
    until: dict[tuple[Provision, int], int] = {}
    for citation in citations:
        place = citation.provision, citation.read_on
        by.setdefault(place, {})[citation.by] = None
        until[place] = max(citation.until_day, until.get(place, citation.until_day))
    ordered = sorted(by, key=lambda place: (place[0].law, _in_order(place[0].article), str(place[0]), place[1]))
    return [_Cited(*place, until[place], tuple(by[place])) for place in ordered]


def _in_order(article: str) -> tuple[int, ...]:
    """Article 7 before article 10; what is no article last."""
    return tuple(int(part) for part in article.split("-")) if article[0].isdigit() else (10_000,)


def _find(cited: _Cited, texts: StatuteTexts, renumbered: tuple[Renumbering, ...]) -> _Found | Reason:
    law = cited.provision.law
    if law not in texts.latest:
        return Reason.LAW_NOT_AT_HAND
    day = min(cited.until_day - 1, texts.latest[law])
    looked_for = provision_on(cited.provision, cited.read_on, day, renumbered)
    if looked_for is None:
        return Reason.NOT_YET_IN_TEXT
    if looked_for.article.startswith(SUPPLEMENT) and law not in texts.supplemented:
        return Reason.SUPPLEMENT_NOT_AT_HAND
    if not texts.is_known_on(law, looked_for.article, day):
        return Reason.DAY_NOT_AT_HAND
    return _Found(looked_for, day, texts.on(law, looked_for.article, day))


def _compare(cited: _Cited, found: _Found, read: Read | None) -> Drift | None:
    """The drift, or None if one of the readings at hand is what was read."""
    digests: dict[str, Reading] = {}
    absent = "no such article"
    for reading in found.readings:
        try:
            digests[digest_of(read_provision(reading.text, found.looked_for.paragraph, found.looked_for.item))] = (
                reading
            )
        except Absent as error:
            absent = str(error)
    if read is not None and read.sha256 in digests:
        return None
    fault, detail = Fault.CHANGED, "it reads differently"
    if not digests:
        fault, detail = Fault.MISSING, absent
    elif read is None:
        fault, detail = Fault.UNRECORDED, "nothing is recorded of how it read"
    moved = None if read is None else _moved(found, read)
    text_of = found.readings[-1].from_day if found.readings else found.day
    return Drift(cited.provision, cited.read_on, found.looked_for, text_of, fault, detail, moved, cited.by)


def _moved(found: _Found, read: Read) -> Provision | None:
    looked_for = found.looked_for
    if looked_for.item is None:
        return None
    for reading in found.readings:
        place = where_it_reads(reading.text, read.sha256)
        if place is not None:
            return Provision(looked_for.law, looked_for.article, *place)
    return None
