"""Kernel equals naive on every day (P27): small random records, as known at random instants, in both readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.facts.kinds import Kind, Span
from kyosei.facts.scopes import EMPLOYMENT, SUPPORT, Employment, Organisation, Support
from kyosei.facts.statements import Case, Coverage, FieldValue, Statement
from kyosei.facts.vocabulary.family import FamilyRelation
from kyosei.facts.vocabulary.immigration import ResidenceStatus, WorkPermission
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkContract, WorkHours
from kyosei.facts.vocabulary.social_insurance import PensionAcquisitionNotice, PensionContribution, PensionEnrolment
from kyosei.facts.vocabulary.support import SupportEngagement
from kyosei.terms.expressions import Choice, Cond, Number
from kyosei.terms.language import always, days, hours, never, total_within
from kyosei.timelines.days import NEVER
from tests.depth import examples
from tests.evidence.asking import (
    ISA,
    PENSION,
    Asking,
    asking,
    case_of,
    coverage,
    dispute,
    heartbeat,
    instant,
    norm_of,
    on_day,
    resolution,
    statement,
    withdrawal,
)
from tests.evidence.asking import Answer as Told
from tests.evidence.naive import ANY, NaiveQuestion, Record, record_of, total_on, truth_on, values_on

D = 45_000
SPAN = 14
HOA, MINH, ACME, BETA, KITA = "person:hoa", "person:minh", "org:employer1", "org:employer2", "municipality:kita"
HELP = "org:supporter1"
PERSON = {"person": HOA}
JOB = {"person": HOA, "employer": ACME}
_PROFILE = EmployerProfile.at(employer=Organisation().party("organisation"))


@dataclass(frozen=True)
class Asked:
    """A question as a norm asks it and as the naive model does, with who may speak and what may be said about it."""

    name: str
    cond: Cond
    naive: NaiveQuestion
    instance: Mapping[str, str]
    sources: tuple[str, ...]
    abouts: tuple[Mapping[str, str], ...]
    fields: Mapping[str, tuple[FieldValue, ...]]
    always_from_first: bool = False
    base: tuple[Statement, ...] = ()
    burdens: Literal["yes", "no"] = "no"
    bearer_role: str | None = None
    only_day: int | None = None


def _is(field: str, value: FieldValue) -> Any:  # a test of fields, as NaiveQuestion takes it
    return lambda data: None if data.get(field) is None else data[field] == value


_FAMILY = {"person": HOA, "other": MINH}
_SPOUSE = FamilyRelation.where(FamilyRelation.relation.is_("spouse"))
_CONTRACT = statement("base", "work.contract", ACME, JOB, D - 20, stated=D - 20)
_TWENTY = hours(20, EMPLOYMENT)
_RELATIONS: Mapping[str, tuple[FieldValue, ...]] = {"relation": ("spouse", "child")}
_FAMILY_SOURCES = (KITA, "municipality:minami", ISA, HOA, MINH)
_FAMILY_ABOUT = (_FAMILY, {"person": MINH, "other": HOA})

QUESTIONS = (
    Asked("single fact of an office", ResidenceStatus.where(ResidenceStatus.status.is_("student")).holds(),
          NaiveQuestion(ResidenceStatus, PERSON, _is("status", "student"), "status"), PERSON, (ISA, HOA), (PERSON,),
          {"status": ("student", "dependent")}),
    Asked("facts side by side", _SPOUSE.holds(),
          NaiveQuestion(FamilyRelation, {"person": HOA, "other": ANY}, _is("relation", "spouse"), "relation"), PERSON,
          _FAMILY_SOURCES, _FAMILY_ABOUT, _RELATIONS),
    Asked("whether any such fact holds", FamilyRelation.holds(),
          NaiveQuestion(FamilyRelation, {"person": HOA, "other": ANY}), PERSON, _FAMILY_SOURCES, _FAMILY_ABOUT,
          _RELATIONS),
    Asked("facts side by side that start", _SPOUSE.starts(),
          NaiveQuestion(FamilyRelation, {"person": HOA, "other": ANY}, _is("relation", "spouse"), "relation", True),
          PERSON, _FAMILY_SOURCES, _FAMILY_ABOUT, _RELATIONS),
    Asked("a role that anybody may fill", WorkPermission.where(WorkPermission.scope.is_("individual")).holds(),
          NaiveQuestion(WorkPermission, {"person": HOA, "employer": ANY}, _is("scope", "individual"), "scope"), PERSON,
          (ISA, HOA, ACME), (PERSON, JOB), {"scope": ("individual", "comprehensive_28_hours")}),
    Asked("terms of a contract",
          WorkContract.at(Employment()).where(WorkContract.hours_per_week >= _TWENTY).holds(),
          NaiveQuestion(WorkContract, JOB,
                        lambda data: None if data.get("hours_per_week") is None else data["hours_per_week"] in (1300,),
                        "hours_per_week"),
          JOB, (ACME, HOA), (JOB,), {"hours_per_week": (600, 1300)}, True),
    Asked("a contract that starts", WorkContract.at(Employment()).starts(),
          NaiveQuestion(WorkContract, JOB, starts=True), JOB, (ACME, HOA), (JOB,), {}, True),
    Asked("enrolments side by side, of one employment",
          PensionEnrolment.at(Employment()).where(PensionEnrolment.scheme.is_("employees")).holds(),
          NaiveQuestion(PensionEnrolment, JOB, _is("scheme", "employees"), "scheme"), JOB, (PENSION, HOA, ACME),
          (JOB, {"person": HOA, "employer": BETA}), {"scheme": ("employees", "national_1")}, True),
    Asked("an event that the employer owes", PensionAcquisitionNotice.at(Employment()).happened(),
          NaiveQuestion(PensionAcquisitionNotice, JOB, bearer=ACME, burdens="no"), JOB, (PENSION, HOA, ACME),
          (JOB, {"person": HOA, "employer": BETA}), {}, base=(_CONTRACT,), bearer_role="employer"),
    Asked("an enrolment that burdens the employer",
          PensionEnrolment.at(Employment()).where(PensionEnrolment.scheme.is_("employees")).holds(),
          NaiveQuestion(PensionEnrolment, JOB, _is("scheme", "employees"), "scheme", bearer=ACME, burdens="yes"), JOB,
          (PENSION, HOA, ACME), (JOB,), {"scheme": ("employees", "national_1")}, True, burdens="yes",
          bearer_role="employer"),
    Asked("two holders", _PROFILE.holds(), NaiveQuestion(EmployerProfile, {"employer": ACME}), {"organisation": ACME},
          (PENSION, ACME), ({"employer": ACME},), {"covered_establishment": (0, 1)}),
    Asked("two holders, one of them the bearer", _PROFILE.holds(),
          NaiveQuestion(EmployerProfile, {"employer": ACME}, bearer=ACME, burdens="no"), {"organisation": ACME},
          (PENSION, ACME), ({"employer": ACME},), {"covered_establishment": (0, 1)}, bearer_role="organisation"),
    Asked("a field that one holder alone settles", _PROFILE.covered_establishment,
          NaiveQuestion(EmployerProfile, {"employer": ACME}, _is("covered_establishment", 1), "covered_establishment"),
          {"organisation": ACME}, (PENSION, ACME), ({"employer": ACME},), {"covered_establishment": (0, 1)}),
    Asked("a holder that there may not be", SupportEngagement.at(Support()).where(SupportEngagement.for_.is_("ssw_1")).holds(),
          NaiveQuestion(SupportEngagement, {**JOB, "supporter": None}, _is("for", "ssw_1"), "for"), JOB, (ACME, HOA),
          (JOB,), {"for": ("ssw_1", "trainee")}, True),
    Asked("a payment", PensionContribution.paid(),
          NaiveQuestion(PensionContribution, {"person": HOA, "employer": ANY}, paid=True), PERSON, (PENSION, HOA),
          (PERSON,), {"paid_on": (D + 2, D + 5), "unpaid_as_of": (D + 3, D + 8)}, only_day=D),
)  # fmt: skip


@cache
def _asking(asked: str) -> Asking:
    found = next(a for a in QUESTIONS if a.name == asked)
    return asking([norm_of("asked", found.cond, bearer=found.bearer_role, burdens=found.burdens)])


_STATED = st.integers(0, SPAN + 3)
_DELAY = st.sampled_from((0, 0, 0, 2, 5))


def _often_the_first(asked: Asked) -> st.SearchStrategy[str]:
    """A source, often the one that can settle the question."""
    return st.sampled_from((asked.sources[0], asked.sources[0], *asked.sources))


@st.composite
def _records(draw: st.DrawFn, asked: Asked) -> Case:
    kind = asked.naive.kind
    lines: list[object] = list(asked.base)
    said: list[Statement] = []
    for n in range(draw(st.integers(0, 5))):
        from_day = D + draw(st.integers(0, SPAN)) if asked.only_day is None else asked.only_day
        length = draw(st.integers(1, 8))
        until = NEVER if draw(st.booleans()) and kind.facts.span is Span.STATE else from_day + length
        until = from_day + 1 if kind.facts.span is Span.EVENT else until
        fields = {name: draw(st.sampled_from((None, *values))) for name, values in asked.fields.items()}
        source, stated = draw(_often_the_first(asked)), D + draw(_STATED)
        earlier = [s.id for s in said if s.source == source]
        replaces = draw(st.sampled_from((None, *earlier)))
        said.append(
            replace(
                statement(f"s-{n}", kind.facts.name, source, draw(st.sampled_from(asked.abouts)), from_day, until,
                          stated=stated, recorded=stated + draw(_DELAY), replaces=replaces),
                data={name: value for name, value in fields.items() if value is not None},
            )
        )  # fmt: skip
    covers = [_coverage(draw, asked, n) for n in range(draw(st.integers(0, 3)))]
    lines += [*said, *covers]
    if draw(st.booleans()):
        lines.append(heartbeat("h-0", draw(_often_the_first(asked)), D + draw(st.integers(0, SPAN + 34))))
    lines += _afterwards(draw, asked, [*said, *covers])
    return case_of(*draw(st.permutations(lines)), parties=case_of(_CONTRACT, heartbeat("", ISA, D)).parties)


def _coverage(draw: st.DrawFn, asked: Asked, n: int) -> Coverage:
    about = dict(draw(st.sampled_from((*asked.abouts, {}))))
    if draw(st.booleans()) and about:
        about.pop(draw(st.sampled_from(sorted(about))))
    from_day = D + draw(st.integers(0, SPAN))
    until = draw(st.sampled_from((NEVER, from_day + 2, from_day + 6, from_day + 12)))
    stated = D + draw(_STATED)
    return coverage(
        f"c-{n}", asked.naive.kind.facts.name, draw(_often_the_first(asked)), about, from_day, until,
        stated=stated, recorded=stated + draw(_DELAY), count=draw(st.sampled_from((None, None, 0, 1, 2))),
    )  # fmt: skip


def _afterwards(draw: st.DrawFn, asked: Asked, targets: list[Statement | Coverage]) -> list[object]:
    lines: list[object] = []
    for n in range(draw(st.integers(0, 2)) if targets else 0):
        target = draw(st.sampled_from(targets))
        by = draw(st.sampled_from((HOA, MINH, ACME, ISA)))
        lines.append(dispute(f"d-{n}", target.id, by, D + draw(_STATED)))
        if draw(st.booleans()):
            lines.append(resolution(f"r-{n}", f"d-{n}", ISA, D + draw(_STATED)))
    if draw(st.booleans()) and targets:
        target = draw(st.sampled_from(targets))
        lines.append(withdrawal("w-0", target.id, target.source, D + draw(_STATED)))
    return lines


def _begins(record: Record, asked: Asked) -> int:
    """A relation begins when it is said to begin; what a person disputes, or is in doubt, proves no beginning."""
    if not asked.always_from_first:
        return 0
    named = set(asked.instance.items())
    told = [s for s in record.statements if s.kind == asked.naive.kind.facts.name and named <= set(s.about.items())]
    persons = {s.id for s in told if any(by in (HOA, MINH) and by != s.source for by in record.disputers.get(s.id, ()))}
    began = min((s.from_day for s in told if s.id not in persons | record.doubted), default=0)
    return began if all(began <= s.from_day for s in told) else 0


def _answers(found: Any, asked: Asked, projected: bool) -> list[Told]:  # Any: Examined
    answers: list[Told] = []
    for segment in _asking(asked.name).segments(found, "asked", asked.instance, projected=projected):
        truth = {"met": "yes", "unmet": "no", "open": "open"}[segment.state]
        if asked.bearer_role is not None and asked.burdens == "yes" and truth != "open":
            truth = "no" if truth == "yes" else "yes"
        answers.append(Told(segment.from_day, truth, segment.causes))  # type: ignore[arg-type]  # one of three truths
    return answers


@pytest.mark.parametrize("asked", QUESTIONS, ids=[asked.name.replace(" ", "_") for asked in QUESTIONS])
@examples(120)
@given(st.data())
def test_a_truth_equals_the_naive_rule_on_every_day(asked: Asked, data: st.DataObject) -> None:
    case = data.draw(_records(asked))
    known = instant(D + data.draw(st.integers(0, SPAN + 40)), 13)
    record = record_of(case, known)
    subject = next(iter(asked.instance.values()))
    found = _asking(asked.name).examined(case, subject, known)
    naive = NaiveQuestion(
        **{name: getattr(asked.naive, name) for name in NaiveQuestion.__dataclass_fields__}
        | {"begins": _begins(record, asked)}
    )
    for projected in (True, False):
        answers = _answers(found, asked, projected)
        for day in (*range(D - 3, D + 2 * SPAN + 24), D + 900) if answers else ():
            truth, cause = truth_on(record, naive, day, projected=projected)
            assert on_day(answers, day) == (truth, (cause,) if cause else ()), (day - D, projected, case)


_WAGE = WorkContract.at(Employment()).hours_per_week
_VALUES = Asked(
    "numbers", always(EMPLOYMENT), NaiveQuestion(WorkContract, JOB), JOB, (ACME, HOA), (JOB,),
    {"hours_per_week": (600, 1200, 1800)},
)  # fmt: skip
_CHOICES = Asked(
    "choices", always(EMPLOYMENT), NaiveQuestion(ResidenceStatus, PERSON), PERSON, (ISA, HOA), (PERSON,),
    {"status": ("student", "dependent", "professor")},
)  # fmt: skip

_SUPPORTED = {**JOB, "supporter": HELP}
_CHOICES_OF_TWO = Asked(
    "choices of two holders", always(SUPPORT), NaiveQuestion(SupportEngagement, _SUPPORTED), _SUPPORTED,
    (ACME, HELP, HELP, HOA), (_SUPPORTED,), {"for": ("ssw_1", "trainee")},
    base=(statement("base", "support.engagement", HELP, _SUPPORTED, D - 20, D - 19),),
)  # fmt: skip
CHOICES: tuple[tuple[Asked, Choice, tuple[str, ...]], ...] = (
    (_CHOICES, ResidenceStatus.status, ("student", "dependent", "professor", "instructor")),
    (_CHOICES_OF_TWO, SupportEngagement.at(Support()).for_, ("ssw_1", "trainee", "skill_development")),
)


@cache
def _numbers() -> Asking:
    return asking([norm_of("number", _WAGE >= _TWENTY, figures={"number": _WAGE})])


@cache
def _choices(name: str) -> Asking:
    choice, options = next((c, o) for asked, c, o in CHOICES if asked.name == name)
    return asking([*(norm_of(o, choice.is_(o)) for o in options), norm_of("none", choice.is_none())])


@examples(150)
@given(_records(_VALUES), st.integers(0, SPAN + 12), st.booleans())
def test_a_number_equals_the_naive_rule_on_every_day(case: Case, known: int, projected: bool) -> None:
    record = record_of(case, instant(D + known, 13))
    found = _numbers().examined(case, HOA, instant(D + known, 13))
    for segment in _numbers().segments(found, "number", JOB, projected=projected):
        day = max(segment.from_day, D - 3)
        values, cause = values_on(record, _VALUES.naive, "hours_per_week", day, projected=projected, choice=False)
        numbers = [v for v in values or () if isinstance(v, int)]
        bounds = (min(numbers), max(numbers)) if numbers else (0, 1 << 60)
        assert segment.figures == (("number", *bounds),)
        decided = bounds[0] >= 1200 or bounds[1] < 1200
        assert segment.causes == (() if decided else (cause,))


@pytest.mark.parametrize("asked", [c[0] for c in CHOICES], ids=[c[0].name.replace(" ", "_") for c in CHOICES])
@examples(150)
@given(st.data(), st.integers(0, SPAN + 12), st.booleans())
def test_a_choice_equals_the_naive_rule_on_every_day(
    asked: Asked, data: st.DataObject, known: int, projected: bool
) -> None:
    (field,) = asked.fields
    questions, case = _choices(asked.name), data.draw(_records(asked))
    record = record_of(case, instant(D + known, 13))
    found = questions.examined(case, HOA, instant(D + known, 13))
    for norm in questions.loaded.law.norms:
        segments = questions.segments(found, norm.id, asked.instance, projected=projected)
        for segment in (s for s in segments if s.until_day > D - 3):
            day = max(segment.from_day, D - 3)
            values, cause = values_on(record, asked.naive, field, day, projected=projected, choice=True)
            asked_for = None if norm.id == "none" else norm.id
            possible = values is None or asked_for in values or (not values and asked_for is not None)
            state = "unmet" if not possible else "met" if values is not None and len(values) == 1 else "open"
            assert (segment.state, segment.causes) == (state, (cause,) if state == "open" else ())


def _total(last: int) -> Number[Any]:  # Any: the unit is the field's
    quantity = WorkHours.at(Employment()).quantity("hours")
    return total_within(quantity, last=days(last, EMPLOYMENT), except_on=never(EMPLOYMENT))


@cache
def _totals(last: int) -> Asking:
    return asking([norm_of("total", always(EMPLOYMENT), figures={"total": _total(last)})])


@st.composite
def _hours(draw: st.DrawFn) -> Case:
    """Periods that do not overlap, some stated twice, with gaps and coverages."""
    lines: list[object] = []
    targets: list[Statement | Coverage] = []
    cursor, n = D, 0
    for _ in range(draw(st.integers(1, 4))):
        cursor += draw(st.integers(0, 3))
        length = draw(st.sampled_from((1, 1, 3, 7)))
        for _ in range(draw(st.integers(1, 2))):
            minutes = draw(st.sampled_from((None, 240, 480)))
            data: dict[str, FieldValue] = {} if minutes is None else {"hours": minutes}
            stated = D + draw(_STATED)
            said = statement(f"s-{n}", "work.hours", draw(st.sampled_from((ACME, ACME, HOA))), JOB, cursor,
                             cursor + length, stated=stated, recorded=stated + draw(_DELAY))  # fmt: skip
            targets.append(replace(said, data=data))
            n += 1
        cursor += length
    targets += [_coverage(draw, _WORKED, number) for number in range(draw(st.integers(0, 2)))]
    lines += [*targets, *_afterwards(draw, _WORKED, targets)]
    return case_of(*draw(st.permutations(lines)), parties=case_of(_CONTRACT, heartbeat("", ISA, D)).parties)


_WORKED = Asked("hours", always(EMPLOYMENT), NaiveQuestion(WorkHours, JOB), JOB, (ACME,), (JOB,), {})


@examples(150)
@given(_hours(), st.integers(0, SPAN + 20), st.booleans(), st.sampled_from((1, 3, 7)))
def test_a_total_equals_the_naive_sum_on_every_day(case: Case, known: int, projected: bool, last: int) -> None:
    record = record_of(case, instant(D + known, 13))
    found = _totals(last).examined(case, HOA, instant(D + known, 13))
    segments = _totals(last).segments(found, "total", JOB, projected=projected)
    for day in range(D - 3, D + 2 * SPAN + 12) if segments else ():
        low, high = total_on(record, _WORKED.naive, "hours", day, last, projected=projected)
        figures = next(s.figures for s in segments if s.from_day <= day < s.until_day)
        assert figures == (("total", low, 1 << 60 if high is None else high),), (day - D, projected)


def test_every_kind_asked_here_is_one_of_the_vocabulary() -> None:
    kinds: set[type[Kind]] = {asked.naive.kind for asked in QUESTIONS}
    assert {kind.facts.span for kind in kinds} == set(Span)
