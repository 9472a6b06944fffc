"""A source that falls silent ends nothing that was asked of somebody, and says nothing to anybody (P13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from kyosei.cases.case import Case
from kyosei.cases.event import Event
from kyosei.cases.following import cases_of
from kyosei.timelines.program import State
from kyosei.timelines.truth import MISSING
from kyosei.watch.moments import first_instant
from tests.cases.test_defects import LAWS, NORMS, Told, event, owing
from tests.depth import examples

DUE_ON = 900
APART = 3
"""Days from one thing that is told to the next, so that a silence and its end lie between."""


@dataclass(frozen=True)
class Silence:
    """What comes after something was told. corrects: days that have passed are open as well. again: it is told again later,
    as before; else the next that is told ends the silence.
    """

    corrects: bool
    again: bool


silences = st.none() | st.builds(Silence, st.booleans(), st.booleans())
states = st.lists(
    st.tuples(st.sampled_from((State.DUE, State.BREACHED, State.LATE, State.MET, State.NOT_APPLICABLE)), silences),
    min_size=1, max_size=6,
)  # fmt: skip


def told(number: int, day: int, state: State) -> list[Event]:
    """What is told of a verdict that becomes so: with the date that is near, if it is due."""
    first = replace(event(number, Told(day, NORMS[0], -1, state, LAWS[0])), sort="changed", due=DUE_ON)
    return [first, replace(first, sort="nearing", id=f"{first.id}n")] if state == State.DUE else [first]


def silent(number: int, day: int, *, corrects: bool) -> list[Event]:
    """A day begins from which the source has been silent too long."""
    (first,) = told(number, day, State.OPEN)
    first = replace(first, id=f"{first.id}s", causes=MISSING, known=first_instant(day))
    return [first, *([replace(first, sort="corrected", id=f"{first.id}c")] if corrects else [])]


def history(of: Sequence[tuple[State, Silence | None]]) -> Iterator[tuple[bool, list[Event]]]:
    """What is told in order, each with whether it belongs to a silence."""
    for number, (state, silence) in enumerate(of):
        day = number * APART
        yield False, told(number, day, state)
        if silence is not None:
            yield True, silent(number, day + 1, corrects=silence.corrects)
            if silence.again:
                yield True, [replace(one, id=f"{one.id}a", day=day + 2) for one in told(number, day + 2, state)]


def numbered(of: Sequence[list[Event]]) -> list[Event]:
    """The events in order, with their places."""
    return [
        replace(one, number=place * 10 + within, position=place)
        for place, together in enumerate(of) for within, one in enumerate(together)
    ]  # fmt: skip


def outcome(case: Case) -> tuple[object, ...]:
    return case.id, case.state, case.stage, case.deadline, case.items, case.informed, case.history[-1].ended


@examples(150)
@given(states)
def test_whatever_falls_silent_and_speaks_again_each_task_ends_as_it_would_have(
    of: list[tuple[State, Silence | None]],
) -> None:
    of = [*of[:-1], (of[-1][0], None)]
    whole = [together for quiet, together in history(of) if not quiet]
    without = cases_of("person:a", numbered(whole), (), owing())
    found = cases_of("person:a", numbered([together for _, together in history(of)]), (), owing())
    assert [outcome(case) for case in found] == [outcome(case) for case in without]
    for case, plain in zip(found, without, strict=True):
        assert [row.ref for row in case.history if row.tells] == [row.ref for row in plain.history if row.tells]
        assert {row.what for row in case.history if row.ref.endswith(("s", "c"))} <= {"paused"}


def test_a_reminder_whose_day_passed_in_the_dark_is_told_again_when_the_next_day_is_near() -> None:
    dark = silent(1, 11, corrects=False)
    events = numbered(
        [
            [replace(one, due=10) for one in told(0, 1, State.DUE)],
            dark,
            [replace(one, due=40) for one in told(2, 30, State.DUE)],
        ]
    )
    (before,) = cases_of("person:a", events[:3], (), owing())
    assert (before.state, before.deadline, before.paused_since) == ("open", 10, 11)
    (case,) = cases_of("person:a", events, (), owing())
    assert (case.state, case.stage, case.deadline, case.paused_since) == ("open", "reminder", 40, -1)
    assert [(row.due, row.told) for row in case.history if row.tells] == [(10, True), (40, True)]


def test_a_record_that_takes_back_what_a_reminder_rested_on_ends_it() -> None:
    """Not by silence: somebody said something, and of days that have passed another answer is given."""
    first = told(0, 1, State.DUE)
    said = [replace(one, known=one.known + 1) for one in silent(1, 5, corrects=True)]
    (case,) = cases_of("person:a", numbered([first, said]), (), owing())
    assert case.state == "withdrawn"


def test_a_breach_that_was_only_foreseen_is_no_mistaken_alert_once_the_record_is_there() -> None:
    """The office needs some days to tell what it took in time: nobody was accused, so nothing was wrong."""
    foreseen = [replace(one, settled=False) for one in told(1, 11, State.BREACHED)]
    (met,) = told(2, 13, State.MET)
    in_time = [met, replace(met, sort="corrected", id="e2c")]
    (case,) = cases_of("person:a", numbered([told(0, 1, State.DUE), foreseen, in_time]), (), owing())
    assert (case.state, case.stage) == ("cured", "reminder")
    settled = numbered([told(0, 1, State.DUE), told(1, 11, State.BREACHED), in_time])
    (accused,) = cases_of("person:a", settled, (), owing())
    assert (accused.state, accused.stage) == ("mistaken", "notice")
