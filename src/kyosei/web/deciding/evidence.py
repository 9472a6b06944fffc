"""Evidence side by side: what several sources say of the same matter, kind by kind, and where they differ.

A matter is what is between the applicant and the same other parties, such as an employer; of the applicant alone, a kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.decisions.dossier import Assembled
from kyosei.facts.statements import Case, Statement
from kyosei.web.own.records import Field, fields_of

__all__ = ["Row", "Said", "SideBySide", "side_by_side"]

_SHOWN_MOST: Final = 2
"""Of the records of one kind by one source the last are shown, and the others counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says in records of one kind: the last of them with their fields, and how many there are before."""

    records: Sequence[tuple[Statement, Sequence[Field]]]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """What each source says in records of a kind; None: nothing. differs: whether two say different values of a field."""

    kind: str
    said: Sequence[Said | None]
    differs: bool

    @property
    def is_of_one(self) -> bool:
        """Whether only one source says anything."""
        return sum(one is not None for one in self.said) == 1


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A matter of which two sources or more tell. parties: beside the applicant. sources: the columns."""

    parties: Sequence[str]
    sources: Sequence[str]
    rows: Sequence[Row]


def side_by_side(case: Case, assembled: Assembled) -> list[SideBySide]:
    """The matters behind the requirements of which several sources tell, those first in which they differ."""
    behind, person = {one.id for one in assembled.facts}, assembled.application.person
    matters: dict[tuple[str, ...], list[Statement]] = {}
    for one in case.statements:
        others = tuple(sorted(party for party in one.about.values() if party != person))
        matters.setdefault(others or ("", one.kind), []).append(one)
    found = [
        _compared(parties, told)
        for parties, told in matters.items()
        if len({one.source for one in told}) > 1 and any(one.id in behind for one in told)
    ]
    return sorted(found, key=lambda one: not any(row.differs for row in one.rows))


def _compared(parties: Sequence[str], told: Sequence[Statement]) -> SideBySide:
    sources = sorted({one.source for one in told})
    kinds = list(dict.fromkeys(one.kind for one in told))
    rows = []
    for kind in kinds:
        by_source = {source: [one for one in told if one.kind == kind and one.source == source] for source in sources}
        rows.append(Row(kind, [_said(by_source[source]) for source in sources], _differs(by_source)))
    rows.sort(key=lambda row: (not row.differs, row.said.count(None)))
    return SideBySide([party for party in parties if ":" in party], sources, rows)


def _said(records: Sequence[Statement]) -> Said | None:
    if not records:
        return None
    last = sorted(records, key=lambda one: (one.from_day, one.recorded_at))[-_SHOWN_MOST:]
    return Said([(one, tuple(fields_of(one))) for one in last], len(records) - len(last))


def _differs(by_source: Mapping[str, Sequence[Statement]]) -> bool:
    """Whether two sources say different values of a field in records of overlapping days."""
    told = [(source, one) for source, records in by_source.items() for one in records]
    for place, (source, one) in enumerate(told):
        for other_source, other in told[place + 1 :]:
            overlap = one.from_day < other.until_day and other.from_day < one.until_day
            if source != other_source and overlap and any(
                other.data.get(name, value) != value for name, value in one.data.items()
            ):  # fmt: skip
                return True
    return False
