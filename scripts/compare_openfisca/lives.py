"""The lives that both are asked about, and what each of the two is told of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kyosei.law.jp.tables.social_insurance import RemunerationGrades

__all__ = ["WORKER", "Life", "lines_of", "standard_on", "their_facts", "years_before"]

WORKER = "person:worker"
_EMPLOYER = "org:employer"
_SCHOOL = "org:school"
_ABOUT = {"person": WORKER, "employer": _EMPLOYER}
_FROM = "2016-04-01"
_READ_ON = date(2026, 11, 21)
"""No statement is later: of what is told in future years the norms would say that they have to be read again first."""
_DEDUCTIONS = ("pension_deducted_yen", "health_deducted_yen", "employment_insurance_deducted_yen")


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody with one job at a corporation. `day`: the day asked about; of a premium, the last day of its month.

    An ordinary worker there works 40 hours on 20 days a month. `of_higher_pay`: in the household of somebody who earns more.
    """

    day: date
    born: date
    pay_yen: int = 260_000
    hours_per_week: int = 40
    insured_workers: int = 1_000
    student: bool = False
    of_higher_pay: bool = False
    prefecture: str = "13"
    bonus_yen: int = 0
    industry: str = "wholesale-retail"


def years_before(day: date, years: int, *, days: int = 0) -> date:
    """The birthday of somebody who has it `days` after that day and turns `years` then."""
    return day.replace(year=day.year - years) + timedelta(days=days)


def standard_on(tables: tuple[RemunerationGrades, ...], day: date, pay_yen: int) -> int:
    """The standard amount of a monthly pay on a day."""
    grades = next(table.grades for table in reversed(tables) if table.from_day <= day)
    return next(standard for from_yen, standard in reversed(grades) if from_yen <= pay_yen)


def their_facts(life: Life) -> dict[str, Any]:  # Any: JSON
    """What OpenFisca is told: pay of the year with the bonus, birthday, and whether twenty hours are worked."""
    return {
        "収入": 12 * life.pay_yen + life.bonus_yen,
        "年1回目の賞与": life.bonus_yen,
        "誕生年月日": life.born.isoformat(),
        "週労働時間20時間以上": life.hours_per_week >= 20,
        "学生": life.student,
    }


def lines_of(
    life: Life, *, standard_yen: int, withheld_yen: Mapping[date, int]
) -> Iterator[dict[str, Any]]:  # Any: JSON
    """The same life as lines of a case file. `withheld_yen`: what went from the pay slip of the month after each day, or
    from the bonus of that day; nothing is said of slips where it is 0.
    """
    yield _party(WORKER, "person", born=life.born.isoformat())
    yield _party(_EMPLOYER, "organisation", roles=["employer"])
    contract: dict[str, Any] = {
        "hours_per_week": life.hours_per_week, "days_per_month": life.hours_per_week // 2,
        "scheduled_wage_yen_per_month": life.pay_yen,
    }  # fmt: skip
    if not life.student:
        contract["day_student"] = False
    hours = {"regular_hours_per_week": 40, "regular_days_per_month": 20}
    profile = {"legal_form": "corporation", "prefecture": life.prefecture, "industry": life.industry, **hours}
    known = {"ordinary_insured_workers": life.insured_workers, "specified_covered": False}
    yield _told("employer.profile", _EMPLOYER, {"employer": _EMPLOYER}, profile)
    yield _told("employer.profile", "authority:pension-service", {"employer": _EMPLOYER}, known)
    yield _told("work.contract", _EMPLOYER, _ABOUT, contract)
    if life.student:
        yield _party(_SCHOOL, "organisation", roles=["school"])
        day_course = {"course": "university", "mode": "day"}
        yield _told("study.enrolment", _SCHOOL, {"person": WORKER, "school": _SCHOOL}, day_course)
    if any(withheld_yen.values()):
        yield from _enrolled(standard_yen)
        for day, yen in withheld_yen.items():
            yield _bonus(life, day, yen) if life.bonus_yen else _slip(life, day, yen)


def _enrolled(standard_yen: int) -> Iterator[dict[str, Any]]:  # Any: JSON
    standard = {"standard_remuneration_yen": standard_yen}
    yield _told("pension.enrolment", "authority:pension-service", _ABOUT, {"scheme": "employees", **standard})
    yield _told("health.enrolment", "insurer:kyokai", _ABOUT, {"scheme": "association", **standard})
    yield _told("employment_insurance.enrolment", "authority:labour-office", _ABOUT, {})


def _bonus(life: Life, day: date, withheld_yen: int) -> dict[str, Any]:  # Any: JSON
    paid = {"gross_yen": life.bonus_yen, "pension_deducted_yen": withheld_yen}
    return _line("work.bonus", _EMPLOYER, _ABOUT, paid, on=day.isoformat(), stated_on=day)


def _slip(life: Life, day: date, withheld_yen: int) -> dict[str, Any]:  # Any: JSON
    """The pay of the month that follows the one asked about: the law lets it bear the premium of the month before."""
    first = day + timedelta(days=1)
    after = (first + timedelta(days=31)).replace(day=1)
    deducted = dict.fromkeys(_DEDUCTIONS, withheld_yen)
    span = {"from": first.isoformat(), "until": after.isoformat()}
    return _line("work.pay", _EMPLOYER, _ABOUT, {"gross_yen": life.pay_yen, **deducted}, **span, stated_on=first)


def _told(kind: str, source: str, about: dict[str, str], data: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
    return _line(kind, source, about, data, **{"from": _FROM}, stated_on=date.fromisoformat(_FROM))


def _line(
    kind: str, source: str, about: dict[str, str], data: dict[str, Any], *, stated_on: date, **span: str
) -> dict[str, Any]:  # Any: JSON
    return {
        "type": "statement", "id": f"{kind}:{source}:{stated_on.isoformat()}", "kind": kind, "source": source,
        "about": about, "data": data, "stated_at": f"{min(stated_on, _READ_ON).isoformat()}T12:00:00+09:00", **span,
    }  # fmt: skip


def _party(name: str, party: str, **more: object) -> dict[str, Any]:  # Any: JSON
    return {"type": "party", "id": name, "party": party, "names": [{"script": "Latn", "text": name}], **more}
