"""What employers write down, and what the offices of labour and insurance receive from them; hosts and supporters too."""

from __future__ import annotations

from datetime import date, timedelta

from kyosei.world.events import Job, Life, Support
from kyosei.world.records.ledger import Ledger
from kyosei.world.town import BANK, INSURER, Town

__all__ = ["LABOUR", "PENSION", "write_workplaces"]

PENSION, LABOUR = "authority:pension-service", "authority:labour-office"
_INQUIRY_DAYS = 40
_MONTHS_OF_PAY = 3
_HOURS_A_MONTH = 160


def write_workplaces(town: Town, life: Life, ledger: Ledger) -> None:
    """The records about each job and each support, and what is answered about them."""
    for job in life.jobs:
        withheld = next((one.amount_yen for one in life.instalments if one.collector == job.employer), None)
        _write_job(town, ledger, job, withheld)
    if life.certificate_of is not None:
        ledger.state("pension.coverage_certificate", PENSION, life.landed, data={"country": life.certificate_of})
    ledger.answer("pension.coverage_certificate", PENSION)
    for support in life.supports:
        _write_support(ledger, support)
    for kind, source in (
        ("pension.acquisition_notice", PENSION), ("pension.loss_notice", PENSION), ("pension.enrolment", PENSION),
        ("health.acquisition_notice", INSURER), ("work.foreign_worker_notice", LABOUR),
    ):  # fmt: skip
        ledger.answer(kind, source)
        for job in life.jobs:
            asked = job.from_day + timedelta(_INQUIRY_DAYS)
            if asked < town.known_day - timedelta(_INQUIRY_DAYS):
                ledger.answer(kind, source, about={"employer": job.employer}, asked_on=asked)


def _write_job(town: Town, ledger: Ledger, job: Job, withheld_yen: int | None) -> None:
    employer, about = job.employer, {"employer": job.employer}
    ledger.state("work.contract", employer, job.from_day, job.until, told_on=job.until, about=about, data={
        "hours_per_week": job.hours_per_week, "days_per_month": job.days_per_month,
        "employment_type": job.employment_type, "wage_yen_per_month": job.wage_yen_per_month,
        "wage_yen_per_hour": job.wage_yen_per_hour, "workplace_prefecture": job.prefecture,
        "scheduled_hours_per_month": _HOURS_A_MONTH if job.full_time else None, "day_student": job.day_student,
    })  # fmt: skip
    ledger.state("work.assignment", employer, job.from_day, job.until, told_on=job.until, about=about,
                 data={"duties": list(job.duties), "share_percent": 100})  # fmt: skip
    for week in job.weeks:
        for copy in range(2 if week.told_twice else 1):
            ledger.state("work.hours", employer, week.from_day, week.until, told_on=week.until + timedelta(3 + copy),
                         about=about, data={"hours": week.hours})  # fmt: skip
    _write_notices(ledger, job)
    _write_pay(town, ledger, job, withheld_yen)
    for kind in ("work.contract", "work.assignment", "work.hours"):
        ledger.answer(kind, employer, about=about)


def _write_notices(ledger: Ledger, job: Job) -> None:
    """What the offices received; where the employer sent nothing, they have nothing."""
    about = {"employer": job.employer}
    begun = job.from_day.isoformat()
    if job.pension_received is not None:
        told = job.pension_told_on
        ledger.state("pension.acquisition_notice", PENSION, job.pension_received, about=about, told_on=told,
                     held_on=job.pension_received, data={"acquired_on": begun})  # fmt: skip
        _write_enrolment(ledger, job, told or job.pension_received)
    if job.health_received is not None:
        ledger.state(
            "health.acquisition_notice", INSURER, job.health_received, about=about, data={"acquired_on": begun}
        )
    if job.hired_received is not None:
        ledger.state("work.foreign_worker_notice", LABOUR, job.hired_received, about=about,
                     data={"event": "hired", "event_on": begun})  # fmt: skip
    if job.until is None:
        return
    last, lost = (job.until - timedelta(1)).isoformat(), job.until.isoformat()
    ledger.state("work.termination", job.employer, job.until - timedelta(1), about=about, data={"initiative": "worker"})
    if job.left_received is not None:
        ledger.state("work.foreign_worker_notice", LABOUR, job.left_received, about=about,
                     data={"event": "left", "event_on": last})  # fmt: skip
    if job.loss_received is not None:
        ledger.state("pension.loss_notice", PENSION, job.loss_received, about=about, data={"lost_on": lost})


def _write_enrolment(ledger: Ledger, job: Job, told: date) -> None:
    """Told when it begins, and again when it ends; once, where it had ended before it was told."""
    about, data = {"employer": job.employer}, {"scheme": "employees"}
    ended = job.until is not None and job.until <= told
    first = ledger.state("pension.enrolment", PENSION, job.from_day, job.until if ended else None, told_on=told,
                         held_on=job.pension_received, about=about, data=data)  # fmt: skip
    if job.until is not None and told < job.until <= ledger.known_day:
        ledger.state("pension.enrolment", PENSION, job.from_day, job.until, told_on=job.until, about=about, data=data,
                     replaces=first)  # fmt: skip


def _write_pay(town: Town, ledger: Ledger, job: Job, withheld_yen: int | None) -> None:
    """The pay slips of the last months of full-time work, and the credits at the bank. withheld_yen: of resident tax."""
    if job.wage_yen_per_month is None:
        return
    about = {"employer": job.employer}
    first = town.known_day.replace(day=1)
    for _ in range(_MONTHS_OF_PAY):
        until, first = first, (first - timedelta(1)).replace(day=1)
        payday = date(first.year, first.month, 25)
        if first < job.from_day or (job.until is not None and until > job.until):
            continue
        ledger.state("work.pay", job.employer, first, until, told_on=payday, about=about, data={
            "gross_yen": job.wage_yen_per_month, "base_yen": job.wage_yen_per_month, "hours_paid": _HOURS_A_MONTH,
            "allowances": [], "deductions": [], "resident_tax_deducted_yen": withheld_yen,
            "due_on": payday.isoformat(), "paid_on": payday.isoformat(),
        })  # fmt: skip
        ledger.state("bank.wage_credit", BANK, payday, about={**about, "bank": BANK},
                     data={"amount_yen": job.wage_yen_per_month * 4 // 5})  # fmt: skip


def _write_support(ledger: Ledger, support: Support) -> None:
    host, supporter = support.host, support.supporter
    both = {"employer": host} | ({} if supporter is None else {"supporter": supporter})
    data = {"for": "ssw_1", "delegated": "none" if supporter is None else "all"}
    tellers = (host,) if supporter is None else (host, supporter)
    told_on = support.until or support.from_day
    for teller in tellers:
        ledger.state(
            "support.engagement", teller, support.from_day, support.until, told_on=told_on, about=both, data=data
        )
    giver = supporter or host
    about = {"employer": host} if supporter is None else {"supporter": supporter}
    if support.fetched_on is not None:
        ledger.state("support.action", giver, support.fetched_on, about=about, data={"action": "pick_up_and_drop_off"})
    for day in support.interviews:
        late = ledger.known_day + timedelta(9) if day in support.told_late else None
        ledger.state("support.interview", giver, day, told_on=late or day + timedelta(10), held_on=day, about=about,
                     data={"with": "worker"})  # fmt: skip
    for kind in ("support.interview", "support.action"):
        ledger.answer(kind, giver, about=about)
    for teller in tellers:
        ledger.answer("support.engagement", teller, about=both)
