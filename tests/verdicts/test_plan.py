"""A plan finds the day on which all that a goal asks for is there, and never one before it."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kyosei.errors import QuestionError
from kyosei.timelines.days import NEVER, day_from_date
from kyosei.verdicts.check import check, examine, find_norm
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.outlook import Days, Stretch
from kyosei.verdicts.plan import plan, requirements_of
from kyosei.verdicts.planned import Alternative, Plan, Step
from kyosei.verdicts.verdict import iso
from kyosei.wiring import open_law, open_law_with_drafts
from tests.verdicts.lives import JUDGED, Line, all_told, case_of, findings, points, statement, stay

GOAL = "permanent-residence"
PERSON = "person:a"
YEARS = "jp.pr.years-of-residence"
ON = day_from_date(date(2026, 6, 1))


def planned(lines: list[Line], on: int = ON, law: Loaded | None = None) -> Plan:
    return plan(law or open_law(), case_of(lines), goal=GOAL, about=PERSON, on=on, known=None)


def first(stretch: Stretch | None) -> str | None:
    return None if stretch is None else iso(stretch.from_day)


def three(days: Days | None) -> tuple[str | None, str | None, str | None]:
    """The first days: met, met but for a judgement, not certainly lacking."""
    assert days is not None
    return first(days.met), first(days.by_records), first(days.not_lacking)


def step_of(found: Plan, norm: str) -> Step:
    (step,) = [step for step in found.steps if step.verdict.norm == norm]
    return step


def way_of(step: Step, number: str) -> Alternative:
    return next(way for way in step.alternatives if way.number == number)


# Lives ----------------------------------------------------------------------------------------------------------------


def test_the_tenth_year_is_complete_on_its_day_and_then_only_officials_are_left() -> None:
    found = planned([stay("2017-04-01", "2031-04-01"), *all_told()])
    assert three(found.outlook.recorded) == (None, "2027-04-01", "2027-04-01")
    step = step_of(found, YEARS)
    assert step.verdict.state == "unmet"
    assert three(way_of(step, "1(3)ア").outlook.recorded) == ("2027-04-01",) * 3
    (obstacle,) = way_of(step, "1(3)ア").obstacles
    assert obstacle.text.en == "resides in Japan, for 10 years without a break"
    assert (obstacle.state, iso(obstacle.since)) == ("no", "2017-04-01")
    assert obstacle.provision is not None
    assert obstacle.provision.article == "20"
    assert step.turns == ()


def test_with_every_finding_in_favour_all_is_met_on_that_day() -> None:
    found = planned([stay("2017-04-01", "2031-04-01"), *all_told(), *findings()])
    assert three(found.outlook.recorded) == ("2027-04-01",) * 3
    assert found.outlook.recorded.met == Stretch(day_from_date(date(2027, 4, 1)), day_from_date(date(2031, 4, 1)))


def test_a_stay_that_ends_before_is_met_only_if_it_is_renewed() -> None:
    found = planned([stay("2017-04-01", "2027-01-02"), *all_told(), *findings()])
    assert iso(found.stay_ends) == "2027-01-02"
    assert three(found.outlook.recorded) == (None, None, None)
    assert three(found.outlook.if_renewed) == ("2027-04-01",) * 3


def test_three_years_are_no_longest_period_once_the_treatment_has_ended() -> None:
    found = planned([stay("2019-04-01", "2025-03-02", period="P3Y"), stay("2025-03-02", "2028-03-02", period="P3Y"),
                     *all_told(), *findings()])  # fmt: skip
    period = step_of(found, "jp.pr.longest-period")
    assert period.verdict.state == "met"
    assert period.outlook.if_renewed is not None
    assert period.outlook.if_renewed.met == Stretch(ON, day_from_date(date(2028, 3, 2)))
    assert three(found.outlook.if_renewed) == (None, None, None)  # the tenth year is complete on 2029-04-01


def test_a_spouse_is_not_asked_for_conduct_and_needs_three_years_of_marriage() -> None:
    married = statement("family.relation", "municipality:m", "2024-09-01", about={"other": "person:b"},
                        relation="spouse", other_is="national")  # fmt: skip
    lines = [stay("2023-04-01", "2030-04-01"), married, *all_told()]
    found = planned(lines)
    assert three(found.outlook.recorded) == (None, "2027-09-01", "2027-09-01")
    assert step_of(found, "jp.pr.good-conduct").verdict.state == "not_applicable"
    way = way_of(step_of(found, YEARS), "2(1)")
    assert [o.text.en for o in way.obstacles] == [
        "spouse of a national or permanent resident, for 3 years without a break", "a marriage lived in substance",
    ]  # fmt: skip
    assert three(planned([*lines, *findings((*JUDGED, "marriage_in_substance"))]).outlook.recorded)[0] == "2027-09-01"


def test_a_way_that_waits_for_a_judgement_alone_waits_for_no_record_that_another_way_lacks() -> None:
    married = statement("family.relation", "municipality:m", "2015-01-01", about={"other": "person:b"},
                        relation="spouse", other_is="permanent_resident")  # fmt: skip
    step = step_of(planned([stay("2016-06-02", None), married, *all_told(without=["residence.status"])]), YEARS)
    assert way_of(step, "1(3)ア").causes == ("missing",)
    assert way_of(step, "2(1)").causes == ("judgement",)
    assert three(step.outlook.recorded)[1] == iso(ON)


def test_eighty_points_held_for_one_year_are_enough() -> None:
    found = planned([stay("2024-04-01", "2029-04-02", "highly-skilled-professional"), points("2025-10-10"), *all_told(),
                     *findings()])  # fmt: skip
    ways = step_of(found, YEARS)
    assert three(way_of(ways, "2(7)").outlook.recorded) == ("2026-10-10",) * 3
    assert three(way_of(ways, "2(6)").outlook.recorded) == ("2028-10-10",) * 3
    assert three(way_of(ways, "1(3)ア").outlook.recorded) == (None, None, None)
    assert first(found.outlook.recorded.met) == "2026-10-10"


def test_a_settled_resident_of_five_years_is_already_there() -> None:
    found = planned([stay("2021-01-16", "2031-01-17", "long-term-resident"), *all_told(), *findings()])
    assert found.outlook.recorded.met == Stretch(ON, day_from_date(date(2031, 1, 17)))
    assert way_of(step_of(found, YEARS), "2(2)").state == "yes"


def test_a_silent_office_keeps_it_open_and_owes_the_answer() -> None:
    found = planned([stay("2015-04-01", "2031-04-01"), *all_told(without=["pension.contribution"]), *findings()])
    assert three(found.outlook.recorded) == (None, None, iso(ON))
    step = step_of(found, "jp.pr.pension")
    assert [(turn.party, turn.to, turn.kind) for turn in step.turns] == [
        ("authority:pension-service", "answer", "pension.contribution")
    ]
    assert [o.text.en for o in step.obstacles] == ["all records of this sort: A month's pension contribution"]


def test_tax_paid_late_is_for_officials_to_weigh_and_never_lacking() -> None:
    late = statement("tax.instalment", "municipality:m", "2025-06-30", event=True, tax="resident", fiscal_year=2025,
                     number=1, amount_yen=30_000, paid_on="2025-08-01", collection="ordinary")  # fmt: skip
    found = planned([stay("2015-04-01", "2031-04-01"), late, *all_told(), *findings()])
    assert three(found.outlook.recorded)[1:] == (iso(ON), iso(ON))
    step = step_of(found, "jp.pr.resident-tax")
    assert (step.verdict.state, step.verdict.causes) == ("open", ("judgement",))
    (obstacle,) = step.obstacles
    assert (obstacle.norm, obstacle.bearer, iso(obstacle.key)) == (
        "jp.tax.resident-tax-ordinary", PERSON, "2025-06-30",
    )  # fmt: skip
    assert [(turn.party, turn.to) for turn in step.turns] == [("authority:isa", "judge")]  # it is paid: nothing to do


def test_who_has_no_stay_that_could_be_changed_is_asked_nothing() -> None:
    found = planned([stay("2010-04-01", None, "permanent-resident", "indefinite"), *all_told()])
    assert not found.is_asked
    assert three(found.outlook.recorded) == (None, None, None)


def test_nothing_on_record_makes_nothing_impossible() -> None:
    found = planned([])
    assert three(found.outlook.recorded) == (None, None, iso(ON))
    assert all(step.verdict.state == "open" for step in found.steps)


# Drafts ---------------------------------------------------------------------------------------------------------------


def test_under_the_draft_a_spouse_waits_longer_and_the_plan_says_that_it_is_a_draft() -> None:
    married = statement("family.relation", "municipality:m", "2024-09-01", about={"other": "person:b"},
                        relation="spouse", other_is="national")  # fmt: skip
    lines = [stay("2023-04-01", "2033-04-01"), married, *all_told(), *findings((*JUDGED, "marriage_in_substance"))]
    assert planned(lines).draft is None
    found = planned(lines, law=open_law_with_drafts())
    assert found.law.startswith("jp-draft@")
    assert found.draft is not None
    assert (found.draft.norms, iso(found.draft.from_day)) == ((YEARS,), "2027-04-01")
    assert first(found.outlook.recorded.met) == "2029-09-01"
    ways = [(way.layer, iso(way.from_day)) for way in step_of(found, YEARS).alternatives if way.number == "2(1)"]
    assert ways == [("guideline", "2019-05-31")] * 2 + [("draft", "2027-04-01")] * 2
    in_force = way_of(step_of(found, YEARS), "2(1)")
    assert three(in_force.outlook.recorded) == (None, None, None)  # it would end before the third year


# Questions that cannot be answered ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goal", "about", "message"),
    [
        ("naturalisation", PERSON, "no goal 'naturalisation' in jp@.*; there are: permanent-residence"),
        (GOAL, "person:nobody", "there is no party 'person:nobody' in the input"),
        (GOAL, "org:acme", "org:acme is an organisation; a plan is made for a person"),
    ],
)
def test_a_plan_for_nothing_or_nobody_is_refused(goal: str, about: str, message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        plan(open_law(), case_of([]), goal=goal, about=about, on=ON, known=None)


def test_without_records_the_day_must_be_named() -> None:
    with pytest.raises(QuestionError, match="name one with --on"):
        plan(open_law(), case_of([]), goal=GOAL, about=PERSON, on=None, known=None)


def test_without_a_day_the_last_day_of_the_records_is_meant() -> None:
    found = plan(open_law(), case_of(all_told()), goal=GOAL, about=PERSON, on=None, known=None)
    assert iso(found.on) == "2026-05-31"


def test_the_requirement_that_sums_up_the_others_is_not_listed_beside_them() -> None:
    for law in (open_law().law, open_law_with_drafts().law):
        norms = [norm.id for norm in requirements_of(law, GOAL)]
        assert "jp.pr.permanent-residence" not in norms
        assert len(norms) == 12


# Properties -----------------------------------------------------------------------------------------------------------

_DAYS = st.integers(0, 4_000).map(lambda n: (date(2015, 1, 1) + timedelta(days=n)).isoformat())
_STATUSES = st.sampled_from(
    (
        ("engineer-humanities-international", "P1Y"), ("engineer-humanities-international", "P3Y"),
        ("engineer-humanities-international", "P5Y"), ("student", "P2Y"), ("long-term-resident", "P5Y"),
        ("highly-skilled-professional", "P5Y"),
    )
)  # fmt: skip


@st.composite
def lives(draw: st.DrawFn) -> list[Line]:
    """Stays one after another, perhaps with a gap; perhaps a marriage, points, findings, silent offices."""
    lines: list[Line] = []
    bounds = sorted(draw(st.sets(_DAYS, min_size=2, max_size=5)))
    for day, until in zip(bounds, [*bounds[1:], None], strict=True):
        if draw(st.integers(0, 5)):
            end = until or draw(st.sampled_from((None, "2027-02-01", "2029-06-02", "2034-01-01")))
            if end is None or end > day:
                lines.append(stay(day, end, *draw(_STATUSES)))
    if draw(st.booleans()):
        lines.append(statement("family.relation", "municipality:m", draw(_DAYS), about={"other": "person:b"},
                               relation="spouse", other_is="permanent_resident"))  # fmt: skip
    if draw(st.booleans()):
        lines.append(points(draw(_DAYS)))
    silent = draw(st.sets(st.sampled_from(("pension.contribution", "residence.status", "tax.instalment")), max_size=2))
    lines.extend(all_told(without=silent))
    judged = (*JUDGED, "marriage_in_substance", "contribution_to_japan")
    lines.extend(findings(draw(st.sets(st.sampled_from(judged)))))
    return lines


def states_on(lines: list[Line], day: int) -> dict[str, tuple[str, tuple[str, ...]]]:
    """How each requirement stands on a day, by `check`, which knows nothing of plans."""
    norms = [norm.id for norm in requirements_of(open_law().law, GOAL)]
    found = check(open_law(), case_of(lines), on=day, norms=norms, about=[PERSON])
    return {verdict.norm: (verdict.state, verdict.causes) for verdict in found}


def reaches(states: dict[str, tuple[str, tuple[str, ...]]], sort: str, *, surely: bool) -> bool:
    """Whether a day is one of the days that a plan looks for.

    What is open for a judgement and for records too may lack the records on another way than the one that only waits for
    the judgement. A verdict does not tell: such a day is one, but not surely.
    """
    if all(state == "not_applicable" for state, _ in states.values()):
        return False
    return all(_fits(state, causes, sort, surely) for state, causes in states.values())


def _fits(state: str, causes: tuple[str, ...], sort: str, surely: bool) -> bool:
    if sort == "met":
        return state in ("met", "not_applicable")
    if state != "open" or sort == "not_lacking":
        return state != "unmet"
    return causes == ("judgement",) if surely else "judgement" in causes


@given(lives(), st.sampled_from(("met", "by_records", "not_lacking")))
def test_the_day_found_is_one_and_no_day_before_it_is(lines: list[Line], sort: str) -> None:
    stretch = getattr(planned(lines).outlook.recorded, sort)
    case = case_of(lines)
    (examined,) = examine(open_law(), case, case.latest_recorded() or 0, [PERSON])
    norms = [find_norm(open_law(), norm.id) for norm in requirements_of(open_law().law, GOAL)]
    changes = {segment.from_day for norm in norms for segment in examined.segments(norm, 0)}
    looked_at = sorted(day for day in {ON, *changes} if day >= ON)
    sure = next((day for day in looked_at if reaches(states_on(lines, day), sort, surely=True)), NEVER)
    perhaps = next((day for day in looked_at if reaches(states_on(lines, day), sort, surely=False)), NEVER)
    assert perhaps <= (NEVER if stretch is None else stretch.from_day) <= sure
    if stretch is not None:
        assert reaches(states_on(lines, stretch.from_day), sort, surely=False)
        assert stretch.from_day == ON or not reaches(states_on(lines, stretch.from_day - 1), sort, surely=True)
        assert stretch.until_day == NEVER or not reaches(states_on(lines, stretch.until_day), sort, surely=True)


def order(stretch: Stretch | None) -> int:
    return 1 << 30 if stretch is None else stretch.from_day


@given(lives())
def test_less_is_asked_of_an_earlier_day_and_a_renewal_never_makes_anything_later(lines: list[Line]) -> None:
    outlook = planned(lines).outlook
    for days in filter(None, (outlook.recorded, outlook.if_renewed)):
        assert order(days.not_lacking) <= order(days.by_records) <= order(days.met)


@given(lives())
def test_findings_in_favour_bring_no_day_before_the_one_that_nothing_could_precede(lines: list[Line]) -> None:
    before = planned(lines).outlook.recorded
    after = planned([*lines, *findings()]).outlook.recorded
    assert order(before.not_lacking) <= order(after.met) <= order(before.met)
    assert order(after.not_lacking) == order(before.not_lacking)


@given(lives(), st.sampled_from(JUDGED))
def test_taking_back_an_adverse_finding_never_makes_the_day_later(lines: list[Line], factor: str) -> None:
    kept = [line for line in lines if line.get("kind") != "assessment.factor"]
    against = planned([*kept, *findings([factor], "no")]).outlook.recorded
    without = planned(kept).outlook.recorded
    assert order(without.not_lacking) <= order(against.not_lacking)
    assert order(without.by_records) <= order(against.by_records)


@given(lives())
def test_one_way_that_is_open_on_a_day_is_enough_for_the_requirement(lines: list[Line]) -> None:
    step = step_of(planned(lines), YEARS)
    assume(step.alternatives)
    for sort in ("met", "by_records", "not_lacking"):
        ways = [order(getattr(way.outlook.recorded, sort)) for way in step.alternatives]
        whole = order(getattr(step.outlook.recorded, sort))
        assert whole == min(ways) or (whole < min(ways) and sort != "not_lacking")


@given(lives())
def test_no_key_of_a_plan_scores_or_ranks(lines: list[Line]) -> None:
    written = json.dumps(planned(lines).to_json("en"))
    for word in ("score", "rank", "percent", "probability", "likelihood", "breach"):
        assert word not in written.lower()
