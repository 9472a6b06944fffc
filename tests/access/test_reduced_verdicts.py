"""A look that is reduced to a purpose gives the verdicts of the whole record: of the norms of the purpose, on every day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.access.purposes import AboutNorms, Purpose
from kyosei.access.reduction import reduced_case
from kyosei.facts.statements import Case
from kyosei.norms.compiler import CompiledNorm
from kyosei.verdicts.check import Examined, examine, find_norm
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import Segment
from kyosei.wiring import open_law
from tests.access.setting import purposes
from tests.depth import same_examples
from tests.evidence.asking import instant
from tests.verdicts.worlds import HOA, MINH, Line, case_of, worlds

LATE = instant(46_050)
OFFICES = [purpose for purpose in purposes().by_id.values() if purpose.audience]
Answers = dict[tuple[str, tuple[tuple[str, str], ...], int], list[Segment]]


@pytest.fixture(scope="module")
def law() -> Loaded:
    """The law of Japan."""
    return open_law()


def norms_of(law: Loaded, purpose: Purpose) -> list[CompiledNorm]:
    """The norms of a purpose; of the person's own, all about persons."""
    match purpose.reads:
        case AboutNorms(norms):
            return [find_norm(law, norm) for norm in norms]
        case _:
            return [norm for norm in law.law.norms if norm.latest.scope.root == "person"]


def answers(law: Loaded, case: Case, norms: Sequence[CompiledNorm]) -> Answers:
    """The whole history and forecast of each norm about each instance of the person."""
    return dict(_each(examine(law, case, LATE, [HOA]), norms))


def _each(
    examined: Iterable[Examined], norms: Sequence[CompiledNorm]
) -> Iterator[tuple[tuple[str, tuple[tuple[str, str], ...], int], list[Segment]]]:
    for one in examined:
        for norm in norms:
            for instance in range(one.instances(norm)):
                about = {role: unnamed(id_) for role, id_ in one.about(norm, instance).items()}
                yield (norm.id, tuple(about.items()), one.key(norm, instance)), one.segments(norm, instance)


def unnamed(id_: str) -> str:
    """Another natural person stands in a reduced case without their id."""
    return "another" if id_ == MINH or id_.startswith("person:another-") else id_


@same_examples(60)
@given(worlds(), st.sampled_from(OFFICES))
def test_what_an_office_is_shown_gives_the_verdicts_of_the_whole_record(
    law: Loaded, lines: list[Line], purpose: Purpose
) -> None:
    whole, norms = case_of(lines), norms_of(law, purpose)
    reduced = reduced_case(whole, HOA, purposes().readable[purpose.id], LATE)
    assert answers(law, reduced, norms) == answers(law, whole, norms)


@same_examples(20)
@given(worlds())
def test_what_the_person_has_evaluated_gives_the_verdicts_of_the_whole_record(law: Loaded, lines: list[Line]) -> None:
    own = purposes().by_id["own.records"]
    whole, norms = case_of(lines), norms_of(law, own)
    reduced = reduced_case(whole, HOA, purposes().readable[own.id], LATE)
    assert answers(law, reduced, norms) == answers(law, whole, norms)


def test_an_office_sees_what_it_was_asked_to_correct_and_not_what_another_was() -> None:
    """Of a dispute with another office nothing is shown, not even that there is one."""
    said = {"from": "2025-04-01", "stated_at": "2025-04-02T09:00:00+09:00"}
    lines: list[Line] = [
        *(
            {"type": "statement", "id": f"told-by-{office}", "kind": kind, "source": f"authority:{office}",
             "about": {"person": HOA}, "data": {}} | said
            for office, kind in (("isa", "residence.card"), ("pension-service", "pension.enrolment"))
        ),
        *(
            {"type": "dispute", "id": f"wrong-{office}", "target": f"told-by-{office}", "by": HOA, "reason": "no",
             "stated_at": "2025-05-01T09:00:00+09:00"}
            for office in ("isa", "pension-service")
        ),
    ]  # fmt: skip
    whole, readable = case_of(lines), purposes().readable["records.corrections"]
    assert len(reduced_case(whole, HOA, readable, LATE).statements) == 2
    (asked,) = reduced_case(whole, HOA, readable, LATE, office="authority:isa").statements
    assert (asked.kind, asked.about) == ("record.correction_request", {"person": HOA, "office": "authority:isa"})
