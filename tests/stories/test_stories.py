"""Whole lives with fixed data: each row of the acceptance stories comes out, found by its provision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest

from kyosei.facts.case_file import read_case
from kyosei.norms.compiler import CompiledNorm
from kyosei.timelines.days import day_from_date, microseconds_from_instant
from kyosei.verdicts.check import Examined, check, examine, judge, subjects_of
from kyosei.verdicts.verdict import Needs, Verdict, iso
from kyosei.wiring import open_law
from tests.stories.rows import ROWS, Row

HERE = Path(__file__).parent
JAPAN = timezone(timedelta(hours=9))


@cache
def examined(files: tuple[str, ...], known: str | None) -> Mapping[str, Examined]:
    """Everybody in a story under all norms, as known at the end of a day or with all that is told."""
    case = read_case([(f"{name}.jsonl", (HERE / f"{name}.jsonl").read_bytes()) for name in files])
    instant = case.latest_recorded() if known is None else microseconds_from_instant(_end_of(known))
    assert instant is not None
    return {each.subject: each for each in examine(open_law(), case, instant, subjects_of(case, instant))}


def _end_of(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(23, 59, 59), JAPAN)


def norms_of(row: Row) -> list[CompiledNorm]:
    """Every norm that cites the provision of a row."""
    return [
        norm
        for norm in open_law().law.norms
        if row.kind in (None, norm.latest.kind)
        and any(
            p.law == row.law and p.article == row.article and row.paragraph in (None, p.paragraph)
            for p in norm.latest.provisions
        )
    ]


def verdicts_of(row: Row) -> list[Verdict]:
    """The verdicts of these norms about exactly the parties of a row, not-applicable ones included."""
    norms = norms_of(row)
    assert norms, f"no norm cites {row.law} art. {row.article}"
    return [
        judge(subject, norm, instance, day_from_date(date.fromisoformat(row.on)))
        for subject in examined(tuple(row.files), row.known).values()
        for norm in norms
        for instance in range(subject.instances(norm))
        if list(subject.about(norm, instance).values()) == list(row.about)
    ]


def answered(verdict: Verdict) -> dict[str, object]:
    """The verdict's JSON, the day of its next change, from whom its needs are, whether it waits for judgement and for whom."""
    needs = verdict.needs
    leaves = needs.leaves() if isinstance(needs, Needs) else (needs,) if needs is not None else ()
    return {
        **verdict.to_json(),
        "next_on": None if verdict.next is None else iso(verdict.next.on_day),
        "needs_kinds": sorted({need.kind for need in leaves}),
        "needs_sources": sorted({need.source for need in leaves}),
        "judgement": "judgement" in verdict.causes,
        "attributed_to": sorted({reason.party for reason in verdict.attribution}),
    }


def fits(answer: dict[str, object], expect: dict[str, object]) -> bool:
    """Every expected member is there; where several states are accepted, one of them."""
    return all(
        answer.get(key) in value if isinstance(value, tuple) else answer.get(key) == value
        for key, value in expect.items()
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_of_the_stories_comes_out(row: Row) -> None:
    found = [answered(verdict) for verdict in verdicts_of(row)]
    assert any(fits(answer, dict(row.expect)) for answer in found), found
    assert not [answer for answer in found if answer["state"] in row.never]


def test_premiums_that_an_employer_kept_back_are_not_excused_by_the_item_on_labour_law() -> None:
    row = next(row for row in ROWS if row.name == "the_premiums_wait_for_judgement_and_the_employer_is_named")
    reasons = {
        verdict.norm: {reason.norm.split(".")[1] for reason in verdict.attribution} for verdict in verdicts_of(row)
    }
    insurance = [norm for norm, systems in reasons.items() if systems & {"pension", "health"}]
    labour = [norm for norm, systems in reasons.items() if "labour" in systems]
    assert insurance
    assert labour
    assert not set(insurance) & set(labour)


def test_her_own_verdicts_are_the_same_whether_the_old_employers_breaches_are_recorded_or_not() -> None:
    content = (HERE / "leaving.jsonl").read_bytes().splitlines(keepends=True)
    breaches = (b"all-told-of-", b'"id": "pay-', b'"id": "provided-', b'"id": "consultation-')
    without = b"".join(line for line in content if not any(mark in line for mark in breaches))
    asked_on = day_from_date(date(2026, 7, 21))
    answers = []
    for told in (b"".join(content), without):
        found = check(open_law(), read_case([("leaving.jsonl", told)]), on=asked_on, about=["person:thu"])
        hers = [v.to_json() for v in found if v.bearer == "person:thu" or "org:hikari" in v.about.values()]
        answers.append(
            [{key: answer[key] for key in ("norm", "about", "applies", "state", "causes")} for answer in hers]
        )
    assert answers[0] == answers[1]
    assert {"jp.work.may-start-here", "jp.immigration.lawful-stay"} & {answer["norm"] for answer in answers[0]}
