"""The changes of what a norm says beside its trees: the days it is in force, who bears it, and the deadline of a duty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from kyosei.norms.declare import Force, Norm
from kyosei.norms.forms import Due, Duty
from kyosei.timelines.days import NEVER, date_from_day
from kyosei.timelines.program import Deadline, HolidayRule
from tests.law.mutation.naming import number_said

__all__ = ["NormChange", "changes_of_norm"]


@dataclass(frozen=True, slots=True)
class NormChange:
    """One small error in what a norm declares. kind: date, bearer, deadline, counting or holiday."""

    kind: str
    says: str
    becomes: Norm


def changes_of_norm(norm: Norm) -> Iterator[NormChange]:
    """Every change of a norm beside its trees. The day on which it should be read again is no rule of the law and stays."""
    force = norm.force
    for step in (1, -1):
        yield NormChange(
            "date",
            f"in force from {_day(force.from_day, step)}",
            replace(norm, force=Force(force.from_day + step, force.until_day)),
        )
        if force.until_day < NEVER:
            yield NormChange(
                "date",
                f"no longer in force on {_day(force.until_day, step)}",
                replace(norm, force=Force(force.from_day, force.until_day + step)),
            )
    if norm.bearer is not None:
        for role in norm.scope.parties:
            if role != norm.bearer:
                yield NormChange("bearer", f"{norm.bearer} → {role}", replace(norm, bearer=role))
    if isinstance(norm.body, Duty):
        yield from _of_duty(norm, norm.body)


def _day(day: int, step: int) -> str:
    return f"{date_from_day(day)} → {date_from_day(day + step)}"


def _of_duty(norm: Norm, body: Duty) -> Iterator[NormChange]:
    for kind, says, due in _of_due(body.due):
        yield NormChange(kind, says, replace(norm, body=replace(body, due=due)))
    says = "matched by any performance" if body.matched_by_day else "matched by the day performed"
    yield NormChange("operator", says, replace(norm, body=replace(body, matched_by_day=not body.matched_by_day)))


def _of_due(due: Due) -> Iterator[tuple[str, str, Due]]:
    match due.form:
        case Deadline.DAYS_AFTER:
            yield from _number(due, "days")
            yield "counting", "the day of the event is counted", replace(due, form=Deadline.DAYS_COUNTING_THE_DAY)
        case Deadline.DAYS_COUNTING_THE_DAY:
            yield from _number(due, "days")
            yield "counting", "the day of the event is not counted", replace(due, form=Deadline.DAYS_AFTER)
        case Deadline.MONTHS_AFTER:
            yield from _number(due, "months")
        case Deadline.DAY_OF_FOLLOWING_MONTH:
            yield from _number(due, "day of the following month")
        case Deadline.END_OF_FOLLOWING_MONTH:
            yield "deadline", "one month after", replace(due, form=Deadline.MONTHS_AFTER, n=1)
        case Deadline.CALENDAR_DAY:
            yield from _number(due, "month")
            for step in (1, -1):
                yield "deadline", f"day {number_said(due.m, step)}", replace(due, m=due.m + step)
        case Deadline.WITHOUT_DATE:
            yield "deadline", "at once → on the same day", replace(due, form=Deadline.DAYS_AFTER, n=0)
        case Deadline.BY_THE_DAY_STATED:
            pass  # its day is a tree
        case _:
            assert_never(due.form)
    if due.form is not Deadline.WITHOUT_DATE:
        for rule in HolidayRule:
            if rule != due.on_holiday:
                yield "holiday", f"{due.on_holiday.name} → {rule.name}", replace(due, on_holiday=rule)


def _number(due: Due, unit: str) -> Iterator[tuple[str, str, Due]]:
    for step in (1, -1):
        if due.n + step > 0:
            yield "deadline", f"{unit} {number_said(due.n, step)}", replace(due, n=due.n + step)
