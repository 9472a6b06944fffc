"""P19: a day without a version of the norm, or a known day past its review, is open(law); enacted future law projects."""

from __future__ import annotations

from datetime import date

from kyosei.timelines.days import NEVER, day_from_date
from kyosei.timelines.program import Instruction, Op, State, Value
from kyosei.timelines.truth import LAW, YES
from tests.timelines.running import Timeline, leaf, on, program_of, run_program

ALWAYS: Timeline = ((0, 0, 0, YES),)
MET = (State.MET, 0)
OPEN_LAW = (State.OPEN, LAW)


def day(text: str) -> int:
    """The day number of an ISO date."""
    return day_from_date(date.fromisoformat(text))


def state_on(when: str, known: str, *versions: tuple[str, str | None, str]) -> tuple[int, int]:
    """State and causes on a day, as known on another, of a norm that is always met; versions: from, until, reviewed by."""
    nodes = [leaf(Value.TRUTH), leaf(Value.TRUTH), Instruction(Op.STATE, (0, 1), (), 0, Value.STATE)]
    parameters = tuple(
        number
        for begins, until, review in versions
        for number in (day(begins), NEVER if until is None else day(until), day(review))
    )
    nodes.append(Instruction(Op.VERSIONS, (2,) * len(versions), parameters, 0, Value.STATE))
    low, _, causes = on(run_program(program_of(*nodes), ALWAYS, ALWAYS, known_day=day(known)), day(when))
    return low, causes


OLD = ("2020-04-01", "2024-04-01", "2024-12-31")
NEW = ("2024-04-01", None, "2025-03-31")


def test_a_version_speaks_from_its_first_day_to_the_day_before_the_next() -> None:
    assert state_on("2020-03-31", "2024-05-01", OLD, NEW) == OPEN_LAW
    assert state_on("2020-04-01", "2024-05-01", OLD, NEW) == MET
    assert state_on("2024-03-31", "2024-05-01", OLD, NEW) == MET
    assert state_on("2024-04-01", "2024-05-01", OLD, NEW) == MET


def test_a_gap_between_versions_is_open_law() -> None:
    later = ("2024-04-03", None, "2025-03-31")
    assert state_on("2024-03-31", "2024-05-01", OLD, later) == MET
    assert state_on("2024-04-01", "2024-05-01", OLD, later) == OPEN_LAW
    assert state_on("2024-04-02", "2024-05-01", OLD, later) == OPEN_LAW
    assert state_on("2024-04-03", "2024-05-01", OLD, later) == MET


def test_the_end_of_the_last_version_is_open_law_also_in_the_future() -> None:
    assert state_on("2024-04-01", "2022-01-01", OLD) == OPEN_LAW


def test_a_known_day_past_the_review_is_open_law() -> None:
    assert state_on("2025-03-31", "2025-06-01", NEW) == MET
    assert state_on("2025-04-01", "2025-06-01", NEW) == OPEN_LAW
    assert state_on("2025-06-01", "2025-06-01", NEW) == OPEN_LAW


def test_enacted_law_projects_beyond_the_known_day_even_past_its_review() -> None:
    assert state_on("2025-06-02", "2025-06-01", NEW) == MET
    assert state_on("2030-01-01", "2024-05-01", NEW) == MET
    future = ("2027-04-01", None, "2027-12-31")
    assert state_on("2027-04-01", "2024-05-01", NEW, future) == MET


def test_a_replaced_version_is_stale_only_within_its_own_days() -> None:
    overdue = ("2020-04-01", "2024-04-01", "2023-12-31")
    assert state_on("2024-01-01", "2024-05-01", overdue, NEW) == OPEN_LAW
    assert state_on("2024-04-01", "2024-05-01", overdue, NEW) == MET
