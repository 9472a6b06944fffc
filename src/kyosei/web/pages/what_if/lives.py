"""Both lives as drawings of one scale, and the same as rows: what each record says in the present and in the changed life."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kyosei.evidence.correction_requests import follows_from_a_dispute
from kyosei.evidence.known import standing
from kyosei.facts.statements import Statement
from kyosei.timelines.days import NEVER
from kyosei.web.own.looking import Own
from kyosei.web.own.records import is_event
from kyosei.web.own.supposing import AHEAD, Compared
from kyosei.web.pages.life.drawing import Drawing, draw

__all__ = ["Lives", "Row", "Span", "lives_of"]

_BEFORE_DAYS = 366


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when something holds. last_day: -1 without end, or of an event."""

    first_day: int
    last_day: int
    is_event: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One record in both lives. before, after: None where that life does not have it."""

    kind: str
    about: Mapping[str, str]
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class Lives:
    """The two drawings, and their rows: those that differ, and those that are the same."""

    present: Drawing
    changed: Drawing
    differing: Sequence[Row]
    same: Sequence[Row]


def lives_of(own: Own, found: Compared, day: int) -> Lives:
    """The records of a year before today and of a year after the day of the change."""
    window = own.day - _BEFORE_DAYS, day + AHEAD
    before = _within(own.standing.statements, own.person, *window)
    told = (one for one in standing(found.case, own.known).statements if not follows_from_a_dispute(one))
    after = _within(told, own.person, *window)
    disputed = frozenset(own.standing.disputers)
    was, now = {one.id: one for one in before}, {one.id: one for one in after}
    rows = [_row(was.get(id_), now.get(id_)) for id_ in dict.fromkeys((*now, *was))]
    rows.sort(key=lambda row: (row.after or row.before or Span(0, 0, True)).first_day, reverse=True)
    return Lives(
        draw(before, own.day, disputed, window), draw(after, own.day, disputed, window),
        [row for row in rows if row.before != row.after], [row for row in rows if row.before == row.after],
    )  # fmt: skip


def _within(statements: Iterable[Statement], person: str, from_day: int, until_day: int) -> list[Statement]:
    return [
        one for one in statements
        if person in one.about.values() and one.from_day < until_day and one.until_day > from_day
    ]  # fmt: skip


def _row(before: Statement | None, after: Statement | None) -> Row:
    one = after or before
    assert one is not None, "a row stands for a record of one of the lives"
    return Row(one.kind, one.about, _span(before), _span(after))


def _span(one: Statement | None) -> Span | None:
    if one is None:
        return None
    event = is_event(one)
    return Span(one.from_day, -1 if event or one.until_day >= NEVER else one.until_day - 1, event)
