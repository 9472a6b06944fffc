"""Operators with memory on lives that can be checked by eye: what goes in, what comes out, day by day.

A timeline is written as its value from the first day on, then each day of change with the value from that day on. Open
truths are open(missing); `2..5` is a number of which only the bounds are known; `0..` has no upper bound.
"""

from __future__ import annotations

from datetime import date

import pytest

from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.timelines.obligations import unpack
from kyosei.timelines.program import INFINITY, Deadline, HolidayRule, Op, State, Value
from kyosei.timelines.truth import CONFLICT, MISSING, NO, OPEN, YES
from tests.timelines.running import Segment, Timeline, on, one, run_obligations, run_program
from tests.timelines.running import Subject as OneSubject

T, N, Q, S = Value.TRUTH, Value.NUMBER, Value.QUANTITY, Value.STATE
WORDS = {"yes": YES, "no": NO, "open": OPEN | MISSING}
NAMES = {truth: word for word, truth in WORDS.items()}


def number_of(day: str) -> int:
    """The day number of an ISO date."""
    return day_from_date(date.fromisoformat(day))


def read(text: str, value: Value) -> Timeline:
    """A timeline from its words."""
    rows: list[Segment] = []
    for part in text.split(","):
        *when, word = part.split()
        day = number_of(when[0]) if when else 0
        if value == T:
            rows.append((day, 0, 0, WORDS[word]))
        else:
            low, dots, high = word.partition("..")
            upper = (int(high) if high else INFINITY) if dots else int(low)
            rows.append((day, int(low), upper, MISSING if dots else 0))
    return tuple(rows)


def write(timeline: Timeline, value: Value) -> str:
    """The words of a timeline."""
    parts: list[str] = []
    for day, low, high, tv in timeline:
        bounds = f"{low}" if low == high else f"{low}.." if high >= INFINITY else f"{low}..{high}"
        word = NAMES[tv] if value == T else bounds
        parts.append(word if day == 0 else f"{date_from_day(day).isoformat()} {word}")
    return ", ".join(parts)


TABLE = {
    "begins_on_the_first_day_only": (
        Op.BEGINS, (), ["no, 2024-02-10 yes, 2024-02-20 no"],
        "no, 2024-02-10 yes, 2024-02-11 no",
    ),
    "an_open_run_is_one_potential_beginning_from_its_first_day_to_the_first_sure_day": (
        Op.BEGINS, (), ["no, 2024-02-10 open, 2024-02-15 yes"],
        "no, 2024-02-10 open, 2024-02-16 no",
    ),
    "it_may_have_begun_on_any_open_day": (
        Op.BEGINS, (), ["no, 2024-02-28 open, 2024-03-02 no"],
        "no, 2024-02-28 open, 2024-03-02 no",
    ),
    "what_was_so_from_the_first_day_never_began": (Op.BEGINS, (), ["yes"], "no"),
    "ends_on_the_first_day_outside": (
        Op.ENDS, (), ["yes, 2024-03-01 no"],
        "no, 2024-03-01 yes, 2024-03-02 no",
    ),
    "an_end_within_an_open_run_is_one_potential_event": (
        Op.ENDS, (), ["yes, 2024-03-01 open, 2024-03-05 no"],
        "no, 2024-03-01 open, 2024-03-06 no",
    ),
    "ever_in_seven_days_reaches_six_days_beyond": (
        Op.EVER, (0, 7), ["no, 2024-02-26 yes, 2024-02-27 no"],
        "no, 2024-02-26 yes, 2024-03-04 no",
    ),
    "ever_within_a_month_after_31_january_ends_with_february": (
        Op.EVER, (1, 1), ["no, 2024-01-31 yes, 2024-02-01 no"],
        "no, 2024-01-31 yes, 2024-03-01 no",
    ),
    "on_record_from_the_first_day_on_which_it_was_told": (
        Op.ON_RECORD, (MISSING,), ["open, 2024-02-28 yes, 2024-03-01 no"],
        "no, 2024-02-28 yes",
    ),
    "throughout_seven_days_is_no_until_the_seventh_day_after_a_gap": (
        Op.THROUGHOUT, (0, 7), ["yes, 2024-02-26 no, 2024-02-27 yes"],
        "yes, 2024-02-26 no, 2024-03-04 yes",
    ),
    "continuously_for_ten_days_counts_the_first_and_a_short_gap": (
        Op.CONTINUOUSLY, (10, 2), ["no, 2024-02-20 yes, 2024-02-25 no, 2024-02-27 yes, 2024-03-10 no"],
        "no, 2024-02-29 yes, 2024-03-12 no",
    ),
    "continuously_starts_anew_after_a_gap_that_is_too_long": (
        Op.CONTINUOUSLY, (10, 1), ["no, 2024-02-20 yes, 2024-02-25 no, 2024-02-27 yes, 2024-03-10 no"],
        "no, 2024-03-07 yes, 2024-03-11 no",
    ),
    "continuously_is_open_where_only_open_days_would_make_it_long_enough": (
        Op.CONTINUOUSLY, (10, 0), ["no, 2024-02-20 open, 2024-02-25 yes"],
        "no, 2024-02-29 open, 2024-03-05 yes",
    ),
    "days_within_a_week": (
        Op.DAYS_WITHIN, (7,), ["no, 2024-02-28 yes, 2024-03-02 no"],
        "0, 2024-02-28 1, 2024-02-29 2, 2024-03-01 3, 2024-03-06 2, 2024-03-07 1, 2024-03-08 0",
    ),
    "an_open_day_may_count": (
        Op.DAYS_WITHIN, (3,), ["no, 2024-02-28 open, 2024-02-29 yes, 2024-03-01 no"],
        "0, 2024-02-28 0..1, 2024-02-29 1..2, 2024-03-02 1, 2024-03-03 0",
    ),
    "five_days_in_all_are_reached_after_a_break": (
        Op.HELD_IN_ALL, (5,), ["no, 2024-02-20 yes, 2024-02-23 no, 2024-02-28 yes"],
        "no, 2024-02-29 yes",
    ),
    "days_in_all_are_open_where_only_open_days_would_make_them_enough": (
        Op.HELD_IN_ALL, (5,), ["no, 2024-02-20 yes, 2024-02-23 open, 2024-02-26 no, 2024-03-10 yes"],
        "no, 2024-02-24 open, 2024-03-11 yes",
    ),
    "two_payments_on_two_days_running_are_two_events": (
        Op.RUNNING_COUNT, (), ["no, 2024-02-28 yes, 2024-03-01 no"],
        "0, 2024-02-28 1, 2024-02-29 2",
    ),
    "one_open_run_is_one_potential_event": (
        Op.COUNT_WITHIN, (0, 7), ["no, 2024-02-01 yes, 2024-02-02 no, 2024-02-05 open, 2024-02-07 no"],
        "0, 2024-02-01 1, 2024-02-05 1..2, 2024-02-08 0..1, 2024-02-13 0",
    ),
    "the_hours_of_a_week_enter_when_the_window_contains_the_week": (
        Op.TOTAL_WITHIN, (7,), ["0, 2024-02-05 30, 2024-02-12 0", "no"],
        "0, 2024-02-05 0..30, 2024-02-11 30, 2024-02-12 0..30, 2024-02-18 0",
    ),
    "two_weeks_both_enter_a_window_of_fourteen_days": (
        Op.TOTAL_WITHIN, (14,), ["0, 2024-02-05 30, 2024-02-12 25, 2024-02-19 0", "no"],
        "0, 2024-02-05 0..30, 2024-02-11 30, 2024-02-12 30..55, 2024-02-18 55, 2024-02-19 25..55, 2024-02-25 25, "
        "2024-02-26 0..25, 2024-03-03 0",
    ),
    "a_week_wholly_in_the_vacation_does_not_count": (
        Op.TOTAL_WITHIN, (7,), ["0, 2024-02-05 40, 2024-02-12 0", "no, 2024-02-01 yes, 2024-03-01 no"],
        "0",
    ),
    "of_a_week_that_the_vacation_cuts_anything_may_lie_outside_it": (
        Op.TOTAL_WITHIN, (7,), ["0, 2024-02-05 40, 2024-02-12 0", "no, 2024-02-09 yes, 2024-03-01 no"],
        "0, 2024-02-05 0..40, 2024-02-15 0",
    ),
    "hours_that_nobody_stated_have_no_upper_bound": (
        Op.TOTAL_WITHIN, (7,), ["0, 2024-02-05 0.., 2024-02-12 0", "no"],
        "0, 2024-02-05 0.., 2024-02-18 0",
    ),
    "each_month_asks_on_month_ends_of_one_and_two_months_ago": (
        Op.EACH_MONTH, (2, 1), ["no, 2024-01-31 yes, 2024-03-31 no"],
        "no, 2024-03-01 yes, 2024-04-01 no",
    ),
    "each_month_with_this_month_looks_at_its_coming_end": (
        Op.EACH_MONTH, (0, 0), ["no, 2024-02-29 yes, 2024-03-31 no"],
        "no, 2024-02-01 yes, 2024-03-01 no",
    ),
    "a_month_sample_is_an_event_on_the_first_of_the_following_month": (
        Op.MONTH_SAMPLE, (1,), ["no, 2024-01-31 yes, 2024-03-30 no"],
        "no, 2024-02-01 yes, 2024-02-02 no, 2024-03-01 yes, 2024-03-02 no",
    ),
    "a_month_whose_last_day_is_missed_gives_no_event": (
        Op.MONTH_SAMPLE, (1,), ["no, 2024-02-01 yes, 2024-02-29 no"],
        "no",
    ),
    "the_end_of_march_is_near_two_months_before_from_the_end_of_january": (
        Op.NEARING, (2,), ["until 2024-03-31"],
        "no, 2024-01-31 yes",
    ),
    "three_months_before_the_end_of_may_is_the_leap_day": (
        Op.NEARING, (3,), ["until 2024-05-31"],
        "no, 2024-02-29 yes",
    ),
    "an_end_on_a_saturday_moves_to_monday": (
        Op.NEXT_WORKING_DAY, (), ["no, 2024-03-03 yes, 2024-03-04 no"],  # known on Sunday: it ended on Saturday
        "no, 2024-03-04 yes, 2024-03-05 no",
    ),
    "an_end_on_29_december_moves_to_4_january": (
        Op.NEXT_WORKING_DAY, (), ["no, 2023-12-30 yes, 2023-12-31 no"],
        "no, 2024-01-04 yes, 2024-01-05 no",
    ),
    "an_end_on_a_working_day_moves_nowhere": (
        Op.NEXT_WORKING_DAY, (), ["no, 2024-03-02 yes, 2024-03-03 no"],  # it ended on Friday
        "no",
    ),
    "an_end_before_a_holiday_in_the_week": (
        Op.NEXT_WORKING_DAY, (), ["no, 2024-03-21 yes, 2024-03-22 no"],  # it ended on the equinox, a Wednesday
        "no, 2024-03-21 yes, 2024-03-22 no",
    ),
}  # fmt: skip
"""Operator, parameters, arguments, result."""

KINDS = {Op.TOTAL_WITHIN: (N, (Q, T)), Op.DAYS_WITHIN: (N, (T,)), Op.RUNNING_COUNT: (N, (T,)), Op.COUNT_WITHIN: (N, (T,)),
         Op.NEARING: (T, (N,))}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_an_operator_does_what_the_table_says(case: str) -> None:
    op, parameters, given, wanted = TABLE[case]
    value, kinds = KINDS.get(op, (T, (T,)))
    if op == Op.NEARING:
        day = number_of(given[0].removeprefix("until "))
        leaves: list[Timeline] = [((0, day, day, 0),)]
    else:
        leaves = [read(text, kind) for text, kind in zip(given, kinds, strict=True)]
    found = run_program(one(op, value, *parameters, of=kinds), *leaves)
    assert write(found, value) == wanted


DEADLINES = [
    # event, form, n, m, on a closed day, due, the day after the last on which it is in time
    ("2024-02-15", Deadline.DAYS_AFTER, 14, 0, HolidayRule.STAYS, "2024-02-29", "2024-03-01"),
    ("2024-02-15", Deadline.DAYS_COUNTING_THE_DAY, 14, 0, HolidayRule.STAYS, "2024-02-28", "2024-02-29"),
    ("2024-02-05", Deadline.DAYS_AFTER, 5, 0, HolidayRule.STAYS, "2024-02-10", "2024-02-11"),
    ("2024-02-05", Deadline.DAYS_AFTER, 5, 0, HolidayRule.NEXT_WORKING_DAY, "2024-02-13", "2024-02-14"),
    ("2024-02-05", Deadline.DAYS_AFTER, 5, 0, HolidayRule.ACCEPTED_NEXT_WORKING_DAY, "2024-02-10", "2024-02-14"),
    ("2023-12-15", Deadline.DAYS_AFTER, 14, 0, HolidayRule.NEXT_WORKING_DAY, "2024-01-04", "2024-01-05"),
    ("2024-01-30", Deadline.MONTHS_AFTER, 1, 0, HolidayRule.STAYS, "2024-02-29", "2024-03-01"),
    ("2024-02-28", Deadline.MONTHS_AFTER, 1, 0, HolidayRule.STAYS, "2024-03-28", "2024-03-29"),
    ("2023-12-31", Deadline.END_OF_FOLLOWING_MONTH, 0, 0, HolidayRule.STAYS, "2024-01-31", "2024-02-01"),
    ("2024-02-15", Deadline.END_OF_FOLLOWING_MONTH, 0, 0, HolidayRule.NEXT_WORKING_DAY, "2024-04-01", "2024-04-02"),
    ("2024-01-31", Deadline.DAY_OF_FOLLOWING_MONTH, 10, 0, HolidayRule.NEXT_WORKING_DAY, "2024-02-13", "2024-02-14"),
    ("2024-01-31", Deadline.DAY_OF_FOLLOWING_MONTH, 10, 0, HolidayRule.STAYS, "2024-02-10", "2024-02-11"),
    ("2024-01-31", Deadline.CALENDAR_DAY, 1, 31, HolidayRule.STAYS, "2024-01-31", "2024-02-01"),
    ("2024-02-01", Deadline.CALENDAR_DAY, 1, 31, HolidayRule.STAYS, "2025-01-31", "2025-02-01"),
]


@pytest.mark.parametrize(("event", "form", "n", "m", "rule", "due", "breached_from"), DEADLINES)
def test_a_deadline_falls_on_the_day_of_the_table(
    event: str, form: Deadline, n: int, m: int, rule: HolidayRule, due: str, breached_from: str
) -> None:
    day = number_of(event)
    program = one(Op.DUTY, S, form, n, m, rule, 0, 0, of=[T, T])
    trigger, never = ((0, 0, 0, NO), (day, 0, 0, YES), (day + 1, 0, 0, NO)), ((0, 0, 0, NO),)
    found = run_program(program, trigger, never)
    states = [(State(low), date_from_day(first).isoformat()) for first, low, _, _ in found[1:]]
    assert states == [(State.DUE, event), (State.BREACHED, breached_from)]
    assert unpack(found[-1][2]) == (day, number_of(due), False)


def test_an_open_beginning_is_one_potential_obligation() -> None:
    program = one(Op.DUTY, S, Deadline.DAYS_AFTER, 14, 0, 0, 0, 0, of=[T, T])
    trigger, never = read("no, 2024-02-10 open, 2024-02-20 no", T), read("no", T)
    (only,) = run_obligations(program, OneSubject((1,), ((trigger,), (never,))))
    assert (only.arose, only.performed, only.uncertain) == (number_of("2024-02-10"), -1, True)
    found = run_program(program, trigger, never)
    assert on(found, number_of("2024-02-09"))[0] == State.NOT_APPLICABLE
    assert on(found, number_of("2024-03-31"))[::2] == (State.OPEN, MISSING)


def test_obligations_are_listed_with_their_performances_each_used_once() -> None:
    program = one(Op.DUTY, S, Deadline.DAYS_AFTER, 14, 0, 0, 0, 0, of=[T, T])
    trigger = read("no, 2024-02-01 yes, 2024-02-02 no, 2024-02-05 yes, 2024-02-06 no", T)
    done = read("no, 2024-02-07 yes, 2024-02-08 no, 2024-02-29 yes, 2024-03-01 no", T)
    found = run_obligations(program, OneSubject((1,), ((trigger,), (done,))))
    assert [(o.arose, o.due, o.performed) for o in found] == [
        (number_of("2024-02-01"), number_of("2024-02-15"), number_of("2024-02-07")),
        (number_of("2024-02-05"), number_of("2024-02-19"), number_of("2024-02-29")),
    ]
    states = run_program(program, trigger, done)
    assert [(State(low), date_from_day(day).isoformat()) for day, low, _, _ in states[1:]] == [
        (State.DUE, "2024-02-01"),
        (State.DUE, "2024-02-07"),  # the first is met, the second still due
        (State.BREACHED, "2024-02-20"),
        (State.LATE, "2024-02-29"),
    ]


def test_the_latest_closed_obligation_is_shown_and_not_one_that_only_may_have_arisen_before() -> None:
    program = one(Op.DUTY, S, Deadline.DAYS_AFTER, 14, 0, 0, 0, 0, of=[T, T])
    trigger = read("no, 2024-02-01 open, 2024-02-02 no, 2024-03-01 yes, 2024-03-02 no", T)
    done = read("no, 2024-02-05 yes, 2024-02-06 no, 2024-03-20 yes, 2024-03-21 no", T)
    found = run_program(program, trigger, done)
    assert on(found, number_of("2024-02-10"))[0] == State.MET
    assert on(found, number_of("2024-03-31"))[0] == State.LATE


def _notice_of(named: str, received: str, *, of: str) -> Timeline:
    """What a duty to give notice within five days, matched by the day, yields if one notice was received."""
    program = one(Op.DUTY, S, Deadline.DAYS_AFTER, 5, 0, 0, 0, 1, of=[T, T])
    day = number_of(received)
    notice = ((0, 0, 0, NO), (day, number_of(named), 0, YES), (day + 1, 0, 0, NO))
    return run_program(program, read(of, T), notice)


def test_a_notice_that_names_nearly_the_day_opens_a_breach_as_a_conflict() -> None:
    found = _notice_of("2024-02-11", "2024-02-12", of="no, 2024-02-10 yes, 2024-02-11 no")
    assert on(found, number_of("2024-02-29"))[::2] == (State.OPEN, CONFLICT)


def test_a_notice_of_another_event_excuses_nothing_however_near_that_event_is() -> None:
    twice = "no, 2024-02-10 yes, 2024-02-11 no, 2024-02-20 yes, 2024-02-21 no"
    found = _notice_of("2024-02-20", "2024-02-22", of=twice)
    assert on(found, number_of("2024-02-29"))[0] == State.BREACHED


def test_what_goes_on_for_ever_performs_an_obligation_a_day() -> None:
    program = one(Op.DUTY, S, Deadline.DAYS_AFTER, 14, 0, 0, 0, 0, of=[T, T])
    trigger = read("no, 2024-02-01 yes, 2024-02-03 no", T)
    found = run_program(program, trigger, read("no, 2024-02-10 yes", T))
    assert on(found, number_of("2024-03-31"))[0] == State.MET


def test_performing_before_the_event_does_not_count_even_if_the_stated_day_lies_before_it() -> None:
    program = one(Op.DUTY, S, Deadline.BY_THE_DAY_STATED, 0, 0, 0, 0, 0, of=[T, T, N])
    trigger = read("no, 2024-03-01 yes, 2024-03-02 no", T)
    done = read("no, 2024-02-10 open, 2024-02-20 no", T)
    due = number_of("2024-02-05")
    found = run_program(program, trigger, done, ((0, due, due, 0),))
    assert on(found, number_of("2024-03-01"))[0] == State.BREACHED


def test_an_open_mask_gives_its_causes_to_the_total() -> None:
    program = one(Op.TOTAL_WITHIN, N, 7, of=[Q, T])
    start, end = number_of("2024-02-05"), number_of("2024-02-12")
    week = ((0, 0, 0, 0), (start, 40, 40, 0), (end, 0, 0, 0))
    mask = ((0, 0, 0, NO), (start, 0, 0, OPEN | CONFLICT), (end, 0, 0, NO))
    assert on(run_program(program, week, mask), end - 1) == (0, 40, CONFLICT)
