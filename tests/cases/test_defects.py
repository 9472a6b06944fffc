"""P17: marking a norm version defective reopens exactly the cases whose proofs hold it. By hand, day by day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kyosei.cases.acts import Act
from kyosei.cases.case import Case, Happening
from kyosei.cases.cures import Owing
from kyosei.cases.event import Event
from kyosei.cases.following import cases_of
from kyosei.cases.offices import Offices
from kyosei.cases.rulings import Ruling
from kyosei.journal.entries import NormActKind
from kyosei.timelines.program import State
from tests.depth import examples

NORMS, LAWS = ("jp.test.one", "jp.test.two"), ("jp@a", "jp@b")
ABOUT = json.dumps({"person": "person:a", "employer": "org:x"})
DAYS = 30
_STATES = (State.NOT_APPLICABLE, State.DUE, State.BREACHED, State.MET, State.LATE)


def owing() -> Owing:
    """Two duties of the employer that protect the person."""
    norm: Any = SimpleNamespace(latest=SimpleNamespace(bearer="employer", protects="person"))
    return Owing(dict.fromkeys(NORMS, norm), dict.fromkeys(NORMS, ()), Offices(dict.fromkeys(NORMS, "authority:one")))


@dataclass(frozen=True)
class Told:
    """On a day a verdict of a norm, in an instance, is told to be in a state under a law."""

    day: int
    norm: str
    instance: int
    state: State
    law: str


def event(number: int, told: Told) -> Event:
    return Event(
        number, f"e{number}", told.norm, ABOUT, told.instance, "changed" if told.state != State.DUE else "nearing", told.state,
        0, told.day + 5 if told.state == State.DUE else -1, False, False, told.state == State.BREACHED, None, told.day, number,
        told.day * 86_400_000_000, told.law,
    )  # fmt: skip


def ruling(
    day: int, number: int, act: NormActKind, norm: str, laws: Sequence[str] = (), days: tuple[int, int] = (0, 0)
) -> Ruling:
    return Ruling(
        number, f"r{number}", norm, act, frozenset(laws), *days, "as told", "org:operator", "human", "staff:a",
        day * 86_400_000_000, day,
    )  # fmt: skip


def act(day: int, number: int, case: str, what: str) -> Act:
    return Act(
        number,
        f"a{number}",
        case,
        what,
        "seen",
        None,
        None,
        "org:operator",
        "human",
        "staff:a",
        day * 86_400_000_000,
        day,
        day,
    )


tellings = st.lists(
    st.builds(
        Told, st.integers(0, DAYS - 1), st.sampled_from(NORMS), st.integers(0, 1), st.sampled_from(_STATES),
        st.sampled_from(LAWS),
    ),
    max_size=14,
).map(lambda told: sorted(told, key=lambda one: one.day))  # fmt: skip


def in_the_proofs(case: Case, told: Sequence[Told], norm: str) -> set[tuple[str, int]]:
    """By hand: the laws and days of every verdict of a norm that stood in a case, read off its history and nothing else.

    Each item is followed day by day from the row that brought it in to the row that took it out.
    """
    found: set[tuple[str, int]] = set()
    held: dict[int, str] = {}
    came = {f"e{number}": one for number, one in enumerate(told)}
    rows = {row.ref: row for row in case.history if row.ref in came and row.what != Happening.REOPENED}
    numbers = sorted(int(ref[1:]) for ref in rows)
    ended = max(numbers) if case.state.is_over or not case.items else len(told)
    for day in range(DAYS + 1):
        of_day = [
            (number, one) for number, one in enumerate(told)
            if one.day == day and one.norm == norm and numbers[0] <= number <= ended
        ]  # fmt: skip
        gone = []
        for number, one in of_day:
            row = rows.get(f"e{number}")
            if row is not None and row.what in ("opened", "joined"):
                held[one.instance] = one.law
            elif one.instance in held:
                held[one.instance] = one.law
                if row is not None and row.what in ("cured", "mistaken", "withdrawn"):
                    gone.append(one.instance)
            found |= {(one.law, day)} if one.instance in held else set()
        found |= {(law, day) for law in held.values()}
        for instance in gone:
            held.pop(instance, None)
    return found


@examples(150)
@given(
    tellings, st.sampled_from(NORMS), st.sets(st.sampled_from(LAWS), min_size=1), st.integers(0, DAYS - 1), st.integers(1, DAYS),
)  # fmt: skip
def test_exactly_the_cases_are_reopened_whose_proofs_hold_the_version(
    told: list[Told], norm: str, laws: set[str], first: int, length: int
) -> None:
    events = [event(number, one) for number, one in enumerate(told)]
    before = cases_of("person:a", events, (), owing())
    mark = ruling(DAYS, 100, NormActKind.DEFECTIVE, norm, sorted(laws), (first, first + length))
    after = cases_of("person:a", events, (), owing(), [mark])
    assert [case.id for case in after] == [case.id for case in before]
    for was, now in zip(before, after, strict=True):
        affected = any(law in laws and first <= day < first + length for law, day in in_the_proofs(was, told, norm))
        assert (now.state == "review") == affected, (was.history, affected)
        assert now.history[: len(was.history)] == was.history
        assert len(now.history) == len(was.history) + affected
        if not affected:
            assert now == was


@examples(50)
@given(tellings, st.integers(0, DAYS - 1), st.sampled_from(NORMS))
def test_once_marked_a_version_opens_nothing_and_tells_nobody(told: list[Told], day: int, norm: str) -> None:
    events = [event(number, one) for number, one in enumerate(told)]
    mark = ruling(day, -1, NormActKind.DEFECTIVE, norm, LAWS, (0, 10 * DAYS))
    for case in cases_of("person:a", events, (), owing(), [mark]):
        rows = [row for row in case.history if row.day > day and row.norm == norm]
        assert {row.what for row in rows} <= {"reopened"}
        assert not [row for row in rows if row.what != "reopened" and row.tells]


@examples(50)
@given(tellings, st.sampled_from((NormActKind.DEFECTIVE, NormActKind.SILENCE)))
def test_what_was_withheld_stands_again_once_the_norm_is_restored(told: list[Told], what: NormActKind) -> None:
    """Off from the first day and restored on the last: the same tasks stand as if the last word of each had come that day."""
    norm = NORMS[0]
    told = [one for one in told if one.norm == norm]
    events = [event(number, one) for number, one in enumerate(told)]
    scope = (LAWS, (0, 10 * DAYS)) if what is NormActKind.DEFECTIVE else ()
    off = ruling(0, -2, what, norm, *scope)
    assert cases_of("person:a", [e for e in events if e.day > 0], (), owing(), [off]) == []
    later = [e for e in events if e.day > 0]
    restored = cases_of("person:a", later, (), owing(), [off, ruling(DAYS, 100, NormActKind.RESTORE, norm)])
    last = {e.item: e.state for e in later}
    expected = {item for item, state in last.items() if state in (State.BREACHED, State.DUE)}
    assert {item for case in restored for item in case.items} == expected


def breached() -> Event:
    return event(0, Told(1, NORMS[0], 0, State.BREACHED, LAWS[0]))


def test_a_silenced_norm_takes_its_cases_back() -> None:
    (case,) = cases_of("person:a", [breached()], (), owing(), [ruling(3, 50, NormActKind.SILENCE, NORMS[0])])
    assert (case.state, case.items) == ("withdrawn", {})
    assert (case.history[-1].reason, case.history[-1].ended) == ("as told", "withdrawn")


def test_under_review_nothing_goes_on_until_a_human_upholds_it() -> None:
    id_ = cases_of("person:a", [breached()], (), owing())[0].id
    mark = ruling(3, 50, NormActKind.DEFECTIVE, NORMS[0], LAWS, (0, 100))
    acts = [act(2, 40, id_, "uphold"), act(4, 60, id_, "look"), act(5, 70, id_, "escalate"), act(6, 80, id_, "uphold")]
    (case,) = cases_of("person:a", [breached()], acts, owing(), [mark])
    done = {row.ref: row.refusal for row in case.history}
    assert (done["a40"], done["a70"], done["a80"]) == ("not-under-review", "under-review", None)
    assert (case.state, case.telling) == ("open", f"a80.{id_}")
    (mistaken,) = cases_of("person:a", [breached()], [act(6, 80, id_, "mistaken")], owing(), [mark])
    assert mistaken.state == "mistaken"


def test_what_was_over_is_over_again_when_it_is_upheld_and_the_later_case_goes_on() -> None:
    met = event(1, Told(4, NORMS[0], 0, State.LATE, LAWS[0]))
    again = event(2, Told(6, NORMS[0], 0, State.BREACHED, LAWS[1]))
    mark = ruling(8, 50, NormActKind.DEFECTIVE, NORMS[0], LAWS[:1], (0, 100))
    events = [breached(), met, again]
    first, second = cases_of("person:a", events, (), owing(), [mark])
    assert (first.state, second.state) == ("review", "open")
    first, second = cases_of("person:a", events, [act(9, 60, first.id, "uphold")], owing(), [mark])
    assert (first.state, second.state) == ("cured", "open")
    assert second.items
