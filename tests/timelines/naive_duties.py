"""Duties once more, obligation by obligation, from their definition (DESIGN.md §2)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.timelines.program import Deadline, HolidayRule, State
from kyosei.timelines.truth import CONFLICT, MISSING, NO, OPEN, YES
from tests.timelines.naive_calendar import first_of, month_end, next_open_day, period_ends

NOWHEN = -1
NEVER = 1_000_000

Day = tuple[int, int, int]
"""A day, the truth of performing on it, and the day that the performance names (-1: none)."""


@dataclass(frozen=True, slots=True)
class StateOn:
    """A state on a day, with its causes and the obligation that decides it."""

    state: State
    causes: int = 0
    arose: int = NOWHEN
    due: int = NOWHEN
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class NaiveObligation:
    """One obligation. possibly_performed: the first day, if every open performance were real; inf if none."""

    known_from: int
    arose: int
    due: int
    last_day: float
    performed: float
    possibly_performed: float
    open_causes: int
    trigger_causes: int
    due_causes: int
    certain: bool


def due_day(event: int, parameters: Sequence[int], holidays: Collection[int]) -> tuple[int, float]:
    """The due day, and the last day on which performing is in time, of the forms that the event alone decides."""
    form, n, m, rule = Deadline(parameters[0]), parameters[1], parameters[2], HolidayRule(parameters[3])
    if form is Deadline.DAYS_AFTER:
        due = event + n
    elif form is Deadline.DAYS_COUNTING_THE_DAY:
        due = event + n - 1
    elif form is Deadline.MONTHS_AFTER:
        due = period_ends(event, n)
    elif form is Deadline.END_OF_FOLLOWING_MONTH:
        due = month_end(event, 1)
    elif form is Deadline.DAY_OF_FOLLOWING_MONTH:
        due = first_of(event, 1) + n - 1
    elif form is Deadline.CALENDAR_DAY:
        year = date_from_day(event).year
        this_year = day_from_date(date(year, n, m))
        due = this_year if this_year >= event else day_from_date(date(year + 1, n, m))
    else:
        return NOWHEN, inf
    return moved(due, rule, holidays)


def moved(due: int, rule: HolidayRule, holidays: Collection[int]) -> tuple[int, int]:
    """What becomes of a due day on which offices are closed."""
    if rule is HolidayRule.STAYS:
        return due, due
    following = next_open_day(due, holidays)
    return (following if rule is HolidayRule.NEXT_WORKING_DAY else due), following


def obligations_of(
    events: Sequence[tuple[int, bool, int]],
    done: Sequence[Day],
    stated: Callable[[int], tuple[float, float, int]] | None,
    parameters: Sequence[int],
    holidays: Collection[int],
    happened: Callable[[int], bool],
) -> list[NaiveObligation]:
    """All obligations: the certain ones in order of days, then the potential ones, which spend no performance.

    happened: whether the trigger was surely so on a day.
    """
    offset, keyed = parameters[4], bool(parameters[5])
    spent: set[int] = set()
    possibly_spent: set[int] = set()
    spent_causes = 0
    found: list[NaiveObligation] = []
    for known_from, certain, trigger_causes in sorted(events, key=lambda event: not event[1]):
        arose = known_from + offset
        fits = [day for day in done if day[0] >= arose]
        if keyed:
            fits = [day for day in fits if day[1] != YES or day[2] < 0 or day[2] == arose]
        due, last_day = due_day(arose, parameters, holidays)
        due_causes = 0
        if parameters[0] == Deadline.BY_THE_DAY_STATED and certain:
            assert stated is not None
            low, high, why = stated(known_from)
            if low < high:
                due_causes = why or MISSING
            elif low < NEVER:
                due, last_day = moved(int(low), HolidayRule(parameters[3]), holidays)
                due = max(due, NOWHEN)  # days before the first are not told apart
        performed = next((day for day, truth, _ in fits if truth == YES and day not in spent), inf)
        possibly: float = inf
        open_causes = 0
        if certain:
            first = next((day for day in fits if day[1] != NO and day[0] not in possibly_spent), None)
            if first is not None:
                possibly = first[0]
                possibly_spent.add(first[0])
                spent_causes |= first[1] & ~OPEN if first[1] != YES else 0
                open_causes = first[1] & ~OPEN if first[1] != YES else spent_causes
            spent.update(int(day) for day in (performed,) if day != inf)
            late = [(day, key) for day, truth, key in done if keyed and day >= arose and near(truth, key, arose)]
            nearly = next((day for day, key in late if not happened(key - offset)), inf)
            if nearly < possibly:
                possibly, open_causes = nearly, CONFLICT
        found.append(
            NaiveObligation(
                known_from,
                arose,
                due,
                last_day,
                performed,
                possibly,
                open_causes or MISSING,
                trigger_causes,
                due_causes,
                certain,
            )
        )
    return found


def near(truth: int, key: int, arose: int) -> bool:
    """A performance that names another day within a month: a day miswritten."""
    return truth == YES and 0 <= key != arose and abs(key - arose) <= 31


def on_day(o: NaiveObligation, day: int, by_day_stated: bool) -> tuple[int, StateOn]:
    """How an obligation ranks among others on a day, and its state."""
    if day < o.known_from:
        return 0, StateOn(State.NOT_APPLICABLE)
    if not o.certain:
        if o.performed <= min(o.last_day, day) and not by_day_stated:
            return 2, StateOn(State.MET, 0, max(o.arose, 0), o.due, True)
        silent = o.trigger_causes in (0, MISSING)
        return 1 if silent else 4, StateOn(State.OPEN, o.trigger_causes or MISSING, max(o.arose, 0), NOWHEN, True)
    if o.due_causes:
        return 4, StateOn(State.OPEN, o.due_causes, o.arose)
    if o.performed <= min(o.last_day, day):
        return 2, StateOn(State.MET, 0, o.arose, o.due)
    if day <= o.last_day:
        return 3, StateOn(State.DUE, 0, o.arose, o.due)
    if o.possibly_performed <= o.last_day:
        return 4, StateOn(State.OPEN, o.open_causes, o.arose, o.due)
    if o.performed <= day:
        return 2, StateOn(State.LATE, 0, o.arose, o.due)
    if o.possibly_performed <= day:
        return 4, StateOn(State.OPEN, o.open_causes, o.arose, o.due)
    return 5, StateOn(State.BREACHED, 0, o.arose, o.due)


def state_of(obligations: Sequence[NaiveObligation], day: int, by_day_stated: bool) -> StateOn:
    """The worst in play (breached, open, due; of equals the earliest), else the latest closed, else silence."""
    found = [on_day(o, day, by_day_stated) for o in obligations]
    worst = max((rank for rank, _ in found), default=0)
    if worst == 0:
        return StateOn(State.NOT_APPLICABLE)
    equals = sorted((state for rank, state in found if rank == worst), key=lambda state: state.arose)
    return equals[-1 if worst == 2 else 0]
