"""What became different: a kept verdict and the answer of a moment compared. Nothing here reads or writes.

A transition says what is so *as known now*, on the day of its moment. Where a record changes the past as well, the days of
which another answer is now given go with it (`corrected`): nobody is told today of a state that was over before it was known.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

import numpy as np

from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.timelines.arena import DAY, LO, TV
from kyosei.timelines.days import NEVER
from kyosei.timelines.program import Op, State
from kyosei.watch.outcomes import ADVERSE, Answer, Rows, rows_of

__all__ = [
    "NOTHING", "Held", "Key", "Moment", "Sort", "Transition", "about_text", "compare", "corrected_days", "next_look",
    "review_days", "state_on",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """As of when something is so: the first `position` entries, known at an instant (microseconds), on its legal day.

    taking: where it is so because another law was taken, the how-manieth; else 0.
    """

    position: int
    known: int
    day: int
    law: str
    taking: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Of which norm, about which parties (`about_text`), of which month or day of an instance (-1: none)."""

    norm: str
    about: str
    instance: int


class Sort(StrEnum):
    """What sort of change a transition is."""

    CHANGED = "changed"
    """The answer of the day is another: the state, its causes, or which obligation decides."""
    NEARING = "nearing"
    """What is due comes so near that it is told (`leads`)."""
    SETTLED = "settled"
    """That it is breached or unmet no longer rests on what goes on being told (decision 121)."""
    CORRECTED = "corrected"
    """Of days that have passed another answer is given."""


@dataclass(frozen=True, slots=True)
class Held:
    """A verdict as it is kept: the day's answer, and the whole timeline with its forecast (`Rows` as bytes).

    uncertain: it is not even known that the norm applies. own_word: it rests on the word of the person whom the norm protects
    (`own_word`). settled: that it is breached or unmet is settled. neared: that it
    is nearly due has been told. next_on: on which day it is to be looked at again.
    """

    state: State
    causes: int
    arose: int
    due: int
    uncertain: bool
    own_word: bool
    since: int
    settled: bool
    neared: bool
    next_on: int
    segments: bytes

    def answer(self) -> tuple[State, int, int, int, bool, bool]:
        """What of it is a change if it differs."""
        return self.state, self.causes, self.arose, self.due, self.uncertain, self.own_word


NOTHING: Final = Held(
    State.NOT_APPLICABLE, 0, -1, -1, False, False, 0, False, False, NEVER, np.zeros((1, 4), "<i8").tobytes()
)
"""What is held of a norm that nobody was ever asked about."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One change of one verdict; `id` is the same however often and in whatever batches it is derived.

    before: the state until then. corrected: the first day of which another answer is given, and the first after them.
    needs: of an open duty or limit, which lines would settle it, as in INTERFACES.md §2.
    """

    subject: str
    key: Key
    sort: Sort
    before: State
    held: Held
    moment: Moment
    corrected: tuple[int, int] | None = None
    needs: Mapping[str, Any] | None = field(default=None)  # Any: JSON

    @property
    def id(self) -> str:
        moment = self.moment
        made_of = (
            self.subject, self.key.norm, self.key.about, self.key.instance, self.sort, moment.position, moment.day,
            moment.law, *map(int, self.held.answer()), *([moment.taking] if moment.taking else []),
        )  # fmt: skip
        return hashlib.sha256(json.dumps(made_of, ensure_ascii=False).encode()).hexdigest()[:32]


def about_text(about: Mapping[str, str]) -> str:
    """The parties of an instance in a fixed form, by which it is found again."""
    return json.dumps(dict(sorted(about.items())), ensure_ascii=False, separators=(",", ":"))


def review_days(law: CompiledLaw) -> Mapping[str, tuple[int, ...]]:
    """For each norm, the days from which on versions of those to which it refers, over any number of steps, are past their
    review.
    """
    own = {norm.node: {version.norm.review_on + 1 for version in norm.versions} for norm in law.norms}
    below: list[frozenset[int]] = []
    for instruction in law.program.instructions:
        found = {day for argument in instruction.arguments for day in below[argument]}
        if instruction.op is Op.STATE_IS:
            found |= own[instruction.arguments[0]]
        below.append(frozenset(found))
    return {norm.id: tuple(sorted(below[norm.node])) for norm in law.norms}


def next_look(
    answer: Answer, norm: CompiledNorm, day: int, *, lead: int, settled: bool, reviews: Iterable[int]
) -> int:  # fmt: skip
    """The next day after `day` on which the answer may be another, or something about it is to be told; or NEVER.

    Past the review of its version nothing changes by time but its end (`kyosei.timelines.versions`); a norm that refers to
    others changes with the review of theirs (`reviews`, from `review_days`). A breach that is not settled is looked at daily:
    whether it is rests on when its sources last spoke.
    """
    state, (_, due) = answer.state, answer.deciding
    following = answer.next_day
    version = norm.version_on(day)
    if version is not None:
        declared = version.norm
        if day > declared.review_on:
            following = declared.force.until_day
        else:
            of_others = (review for review in reviews if version.refers and review > day)
            following = min(following, declared.review_on + 1, *of_others)
    if state == State.DUE and due >= 0 and due - lead > day:
        following = min(following, due - lead)
    if state in ADVERSE and not settled:
        following = min(following, day + 1)
    return following


def compare(
    subject: str, key: Key, before: Held | None, now: Held, moment: Moment, *, lead: int
) -> tuple[Held, list[Transition]]:
    """The verdict to keep, and what is to be told of it. `before`: what was kept; None if nothing was."""
    old = NOTHING if before is None else before
    changed = old.answer() != now.answer()
    nears = now.state == State.DUE and now.due >= 0 and now.due - lead <= moment.day
    told = old.neared and not changed
    kept = Held(*now.answer(), now.since, now.settled, nears or told, now.next_on, now.segments)
    found = []
    if changed:
        found.append(Transition(subject, key, Sort.CHANGED, old.state, kept, moment))
    elif now.settled and not old.settled:
        found.append(Transition(subject, key, Sort.SETTLED, old.state, kept, moment))
    if nears and not told:
        found.append(Transition(subject, key, Sort.NEARING, old.state, kept, moment))
    if before is not None and old.segments != now.segments:
        corrected = corrected_days(rows_of(old.segments), rows_of(now.segments), moment.day)
        if corrected is not None:
            found.append(Transition(subject, key, Sort.CORRECTED, old.state, kept, moment, corrected))
    return kept, found


def corrected_days(old: Rows, new: Rows, day: int) -> tuple[int, int] | None:
    """The first day before `day` on which they differ, and the first after the last such day.

    What was open and is now answered is no correction: nobody had been told anything else.
    """
    days = sorted({int(d) for rows in (old, new) for d in rows[:, DAY] if d < day})
    differ = [d for d in days if (was := _on(old, d)) != _on(new, d) and was[0] != State.OPEN]
    if not differ:
        return None
    last = differ[-1]
    return differ[0], min((d for d in days if d > last), default=day)


def _on(rows: Rows, day: int) -> tuple[int, int]:
    """The state and the causes on a day."""
    row = rows[int(np.searchsorted(rows[:, DAY], day, "right")) - 1]
    return int(row[LO]), int(row[TV]) & 0xFC if row[LO] == State.OPEN else 0


def state_on(rows: Rows, day: int) -> int:
    """The state on a day."""
    return _on(rows, day)[0]
