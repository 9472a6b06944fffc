"""What the systems beside immigration, work and support write down of a household, where a town has them.

Banks: accounts, and the stay as the bank has it. Municipalities: families, children at school, last year's income. Homes:
leases and rent, or the home that a host provides. Schools: attendance and degrees. Insurance: who is insured, and since when.
Employers: the slip about last year's tax. Everything of it follows from the life as it was, failures included: a life is the
same with and without a household.
"""

from __future__ import annotations

from datetime import date, timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Job, Life
from kyosei.world.records.ledger import Ledger
from kyosei.world.records.workplaces import LABOUR
from kyosei.world.town import BANK, INSURER, LANDLORD, Town

__all__ = ["write_households"]

_BOUND = ("specified-skilled-worker", "technical-intern-training")
_FIRST_PAY_HOURS = 20
_MONTHS_TOLD = 3


def write_households(town: Town, life: Life, ledger: Ledger) -> None:
    """The records about one household, and what is answered about them."""
    chance = Chance(town.seed, "household", life.number)
    _write_family(life, ledger)
    _write_bank(life, ledger)
    if life.status in _BOUND:
        _write_provided(life, ledger, chance)
    else:
        _write_lease(town, life, ledger, chance)
    _write_school(town, life, ledger, chance)
    _write_insurance(life, ledger)
    _write_last_year(town, life, ledger)


def _write_family(life: Life, ledger: Ledger) -> None:
    """What the municipality has of a family, and which of the children go to school."""
    by, told = life.municipality, life.landed + timedelta(7)
    for one in life.relatives:
        ledger.declare_relative(one.id, one.names, one.born, told)
        ledger.state("family.relation", by, one.since, told_on=max(one.since, told), about={"other": one.id},
                     data={"relation": one.relation, "other_is": one.standing})  # fmt: skip
        if one.relation == "child":
            if one.at_school_from is not None:
                ledger.state("study.schooling", by, one.at_school_from, about={"person": one.id})
            ledger.answer("study.schooling", by, about={"person": one.id})
    ledger.answer("family.relation", by)


def _write_bank(life: Life, ledger: Ledger) -> None:
    """An account soon after landing; whenever a card is handed over, the customer shows it."""
    opened, about = life.landed + timedelta(10), {"bank": BANK}
    ledger.state("bank.account", BANK, opened, life.left_on, told_on=life.left_on or opened, about=about,
                 data={"restriction": "none"})  # fmt: skip
    for stay in life.stays:
        first = max(stay.from_day, opened)
        ledger.state("bank.registered_stay", BANK, first, stay.until, about=about)
    for kind in ("bank.account", "bank.registered_stay"):
        ledger.answer(kind, BANK, about=about)


def _write_provided(life: Life, ledger: Ledger, chance: Chance) -> None:
    for job in life.jobs:
        if job.full_time:
            about = {"employer": job.employer}
            ledger.state("home.provided", job.employer, job.from_day, job.until, told_on=job.until, about=about,
                         data={"floor_area_m2": chance.whole(8, 14)})  # fmt: skip
            ledger.answer("home.provided", job.employer, about=about)


def _write_lease(town: Town, life: Life, ledger: Ledger, chance: Chance) -> None:
    """A lease since soon after landing, and the rent of the last months, paid by its day."""
    about = {"landlord": LANDLORD}
    moved = life.landed + timedelta(3)
    ledger.state("home.lease", LANDLORD, moved, life.left_on, told_on=life.left_on or moved, about=about, data={
        "rent_yen_per_month": 1000 * chance.whole(35, 95), "guarantor": chance.pick(("company", "company", "person")),
    })  # fmt: skip
    due = (town.known_day.replace(day=1) - timedelta(1)).replace(day=27)
    for _ in range(_MONTHS_TOLD):
        if moved < due and (life.left_on is None or due < life.left_on):
            paid = due - timedelta(chance.whole(0, 4))
            ledger.state("home.rent_payment", LANDLORD, due, told_on=due + timedelta(1), about=about,
                         data={"due_on": due.isoformat(), "paid_on": paid.isoformat()})  # fmt: skip
        due = (due.replace(day=1) - timedelta(1)).replace(day=27)
    for kind in ("home.lease", "home.rent_payment"):
        ledger.answer(kind, LANDLORD, about=about)


def _write_school(town: Town, life: Life, ledger: Ledger, chance: Chance) -> None:
    """The attendance of the last months at a language school; the degree with which an engineer came."""
    for study in life.studies:
        if study.course == "language_recognised":
            about, until = {"school": study.school}, town.known_day.replace(day=1)
            for _ in range(_MONTHS_TOLD):
                until, month_until = (until - timedelta(1)).replace(day=1), until
                if until >= study.from_day:
                    ledger.state("study.attendance", study.school, until, month_until,
                                 told_on=month_until + timedelta(9), about=about,
                                 data={"rate": chance.whole(72, 100)})  # fmt: skip
            ledger.answer("study.attendance", study.school, about=about)
    if life.status == "engineer-humanities-international":
        school = f"org:s{chance.whole(0, town.schools - 1)}"
        field = chance.pick(("engineering", "information-technology", "humanities", "economics-business"))
        ledger.state("study.credential", school, life.landed - timedelta(chance.whole(100, 900)), told_on=life.landed,
                     about={"school": school}, data={"credential": "bachelor", "field": field})  # fmt: skip
        ledger.answer("study.credential", school, about={"school": school})


def _write_insurance(life: Life, ledger: Ledger) -> None:
    """Whom an insurer and the labour office have as insured: whoever was reported to them."""
    for job in life.jobs:
        about = {"employer": job.employer}
        if job.health_received is not None:
            ledger.state("health.enrolment", INSURER, job.from_day, job.until, told_on=_after(job, job.health_received),
                         held_on=job.health_received, about=about, data={"scheme": "association"})  # fmt: skip
        if job.hired_received is not None and job.hours_per_week >= _FIRST_PAY_HOURS and not job.day_student:
            ledger.state("employment_insurance.enrolment", LABOUR, job.from_day, job.until,
                         told_on=_after(job, job.hired_received), held_on=job.hired_received, about=about)  # fmt: skip
    ledger.answer("health.enrolment", INSURER)
    ledger.answer("employment_insurance.enrolment", LABOUR)


def _after(job: Job, received: date) -> date:
    return received if job.until is None else max(received, job.until)


def _write_last_year(town: Town, life: Life, ledger: Ledger) -> None:
    """Last year's income, who was in an employer's pay on 1 January, and the slips handed over each January or on leaving."""
    year, income = town.known_day.year, 0
    for job in life.jobs:
        if job.wage_yen_per_month is None:
            continue
        about = {"employer": job.employer}
        if job.until is not None:
            ledger.state("tax.withholding_slip", job.employer, job.until + timedelta(9), about=about,
                         data={"occasion": "leaving"})  # fmt: skip
        if job.from_day >= date(year, 1, 1):
            continue
        income += job.wage_yen_per_month * min((date(year, 1, 1) - job.from_day).days // 30, 12)
        ledger.state("tax.salary_report", life.municipality, date(year, 1, 1), told_on=date(year, 1, 31), about=about)
        for january in range(job.from_day.year + 1, year + 1):
            ledger.state("tax.withholding_slip", job.employer, date(january, 1, 20), about=about,
                         data={"occasion": "yearly"})  # fmt: skip
        ledger.answer("tax.withholding_slip", job.employer, about=about)
    if income:
        ledger.state("tax.income", life.municipality, date(year - 1, 1, 1), date(year, 1, 1), told_on=date(year, 6, 10),
                     data={"income_yen": income * 7 // 10, "salary_yen": income, "dependants": 0})  # fmt: skip
    for kind in ("tax.salary_report", "tax.income"):
        ledger.answer(kind, life.municipality)
