"""What stands on the page of the calendar, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kyosei.norms.compiler import CompiledLaw
from kyosei.publication.calendar.changes import Change, ChangeKind
from kyosei.publication.calendar.words import KINDS_OF_CHANGE, parties_said, steps_said
from kyosei.terms.text import Language
from kyosei.timelines.days import date_from_day
from kyosei.verdicts.naming import day_said

__all__ = ["Entry", "days_shown"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A change in words. `id`: the place of its day on the page."""

    id: str
    kind: str
    title: str
    review: bool
    steps: tuple[str, ...]
    parties: str
    norms: tuple[tuple[str, str], ...]


def days_shown(law: CompiledLaw, changes: Sequence[Change], language: Language) -> list[tuple[str, list[Entry]]]:
    """Each day in words with its changes."""
    titles = {norm.id: norm.latest.title.said_in(language) for norm in law.norms}
    return [
        (day_said(on, language), [_entry(change, titles, language) for change in group])
        for on, group in groupby(changes, key=lambda change: change.on)
    ]


def _entry(change: Change, titles: dict[str, str], language: Language) -> Entry:
    return Entry(
        f"d{date_from_day(change.on).isoformat()}",
        KINDS_OF_CHANGE[change.kind].said_in(language),
        change.title.said_in(language),
        change.kind is ChangeKind.REVIEW,
        tuple(steps_said(change, language)),
        parties_said(change, language),
        tuple((norm, titles[norm]) for norm in change.norms),
    )
