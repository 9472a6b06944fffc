"""Innocent lives: who lives in the town, with which status, work, school and support, every duty met in time."""

from __future__ import annotations

from datetime import date, timedelta

from kyosei.world.calibration import ASSUMED, shares
from kyosei.world.chance import Chance
from kyosei.world.events import Filing, Job, Life, Permission, Stay, Study, Support, Week, years_after
from kyosei.world.naming import names_of
from kyosei.world.town import Town

__all__ = ["FIELDS", "born_into", "full_time_job", "mondays", "part_time_job", "supported"]

FIELDS = ("food-and-beverage-manufacturing", "nursing-care", "construction", "food-service", "agriculture")
_OFFICE_DUTIES = ("programming", "system-design", "translation", "sales", "accounting", "planning")
_HANDS = ("line-work", "cooking", "care", "construction", "farming")
_PERIODS = {"P1Y": 1, "P3Y": 3, "P5Y": 5}
_PART = ASSUMED["work"]["part_time"]
_FULL = ASSUMED["work"]["full_time"]
_INTERVIEW_EVERY = (60, 85)


def born_into(town: Town, number: int) -> tuple[Life, Chance]:
    """The person of a number, and the chance with which its life goes on."""
    chance = Chance(town.seed, "person", number)
    status = chance.weighted(shares("status"))
    nations = shares("ssw_nationality" if status == "specified-skilled-worker" else "nationality")
    nationality = chance.weighted(nations)
    sex = chance.pick(("female", "male"))
    known = town.known_day
    life = Life(
        number, f"person:p{number}", names_of(chance, nationality, sex),
        chance.day(known - timedelta(365 * 50), known - timedelta(365 * 29)), sex, nationality,
        chance.weighted(shares("prefecture")), known, status,
    )  # fmt: skip
    _settle(town, life, chance)
    return life, chance


def _settle(town: Town, life: Life, chance: Chance) -> None:
    match life.status:
        case "student":
            _student(town, life, chance)
        case "dependent":
            _resident(town, life, chance, {"P3Y": 0.6, "P5Y": 0.4})
            life.permissions = [Permission(stay.from_day, stay.until or town.known_day) for stay in life.stays]
            if chance.happens(_PART):
                life.jobs.append(part_time_job(town, life, chance, chance.whole(12, 26)))
        case "specified-skilled-worker" | "technical-intern-training":
            _bound(town, life, chance)
        case "engineer-humanities-international":
            _resident(town, life, chance, {"P1Y": 0.3, "P3Y": 0.5, "P5Y": 0.2})
            life.jobs.append(full_time_job(town, life, chance, _OFFICE_DUTIES))
        case "permanent-resident":
            _permanent(town, life, chance)
            _works_maybe(town, life, chance)
        case _:
            _resident(town, life, chance, {"P1Y": 0.3, "P3Y": 0.5, "P5Y": 0.2})
            _works_maybe(town, life, chance)


def _works_maybe(town: Town, life: Life, chance: Chance) -> None:
    if chance.happens(_FULL):
        life.jobs.append(full_time_job(town, life, chance, (*_OFFICE_DUTIES, *_HANDS)))


def _resident(town: Town, life: Life, chance: Chance, periods: dict[str, float]) -> None:
    """A stay that runs beyond the known day, after an earlier one that was renewed in time where there was one."""
    known = town.known_day
    period = chance.weighted(periods)
    years = _PERIODS[period]
    begins = chance.day(known - timedelta(365 * years - 30), known - timedelta(90))
    if chance.happens(0.5):
        earlier = chance.weighted(periods)
        landed = begins - timedelta(365 * _PERIODS[earlier] - chance.whole(5, 40))
        life.landed = landed
        filed = begins - timedelta(chance.whole(30, 60))
        life.stays = [Stay(life.status, earlier, landed, years_after(landed, _PERIODS[earlier]))]
        if filed <= landed:
            filed = landed + timedelta(10)
        life.filings = [Filing("renewal", filed, "granted", begins - timedelta(6))]
    else:
        life.landed = begins
    life.stays.append(Stay(life.status, period, begins, years_after(begins, years)))


def _permanent(town: Town, life: Life, chance: Chance) -> None:
    """Three stays of five years each as an engineer, and then permanent residence."""
    landed = chance.day(town.known_day - timedelta(7000), town.known_day - timedelta(4400))
    life.landed, life.born = landed, landed - timedelta(chance.whole(19 * 365, 35 * 365))
    for days in (0, 1800, 3600):
        begins = landed + timedelta(days)
        life.stays.append(Stay("engineer-humanities-international", "P5Y", begins, years_after(begins, 5)))
        if days:
            life.filings.append(Filing("renewal", begins - timedelta(30), "granted", begins - timedelta(5)))
    granted = landed + timedelta(4015)
    life.filings.append(Filing("permanent", granted - timedelta(200), "granted", granted - timedelta(3)))
    life.stays.append(Stay(life.status, "indefinite", granted, None))


def _student(town: Town, life: Life, chance: Chance) -> None:
    known = town.known_day
    life.landed = date(known.year - chance.whole(0, 1), 4, 1)
    life.born = chance.day(known - timedelta(365 * 29), known - timedelta(365 * 20))
    until = years_after(life.landed, 2)
    life.stays = [Stay("student", "P2Y", life.landed, until)]
    life.permissions = [Permission(life.landed, until)]
    school = f"org:s{chance.whole(0, town.schools - 1)}"
    course = chance.weighted({"vocational": 0.4, "university": 0.35, "language_recognised": 0.25})
    life.studies = [Study(school, course, life.landed)]
    if chance.happens(_PART):
        life.jobs.append(part_time_job(town, life, chance, chance.whole(8, 26)))


def _bound(town: Town, life: Life, chance: Chance) -> None:
    """Stays that name one organisation: granted for a year at a time, with the same host."""
    known = town.known_day
    begins = chance.day(known - timedelta(330), known - timedelta(90))
    host = town.employer_for(chance)
    specified = life.status == "specified-skilled-worker"
    subclass, field = ("ssw-1", chance.pick(FIELDS)) if specified else ("titp-2", None)
    life.landed = begins
    life.stays = [Stay(life.status, "P1Y", begins, years_after(begins, 1), subclass, host, field)]
    job = full_time_job(town, life, chance, _HANDS)
    job.employer, job.from_day, job.prefecture = host, begins, town.organisation(host).prefecture
    _report(job, chance)
    life.jobs.append(job)
    if specified:
        supporter = f"org:t{chance.whole(0, town.supporters - 1)}" if chance.happens(0.8) else None
        life.supports.append(supported(town, life, chance, supporter))


def supported(town: Town, life: Life, chance: Chance, supporter: str | None) -> Support:
    """Support from the first day, with an interview at least every three months."""
    assert life.stay.designated is not None
    support = Support(life.stay.designated, supporter, life.landed, fetched_on=life.landed)
    day = life.landed + timedelta(chance.whole(*_INTERVIEW_EVERY))
    while day <= town.known_day:
        support.interviews.append(day)
        day += timedelta(chance.whole(*_INTERVIEW_EVERY))
    return support


def full_time_job(town: Town, life: Life, chance: Chance, duties: tuple[str, ...]) -> Job:
    """Ordinary work of forty hours, reported in time to every office."""
    employer = town.employer_for(chance)
    begins = chance.day(max(life.landed, town.known_day - timedelta(1200)), town.known_day - timedelta(75))
    job = Job(
        employer, begins, 40, 21, "regular", (chance.pick(duties),), town.organisation(employer).prefecture,
        wage_yen_per_month=1000 * chance.whole(230, 420),
    )  # fmt: skip
    _report(job, chance)
    return job


def _report(job: Job, chance: Chance) -> None:
    """What the employer files: insurance within five days, the labour office by the 10th of the next month."""
    job.pension_received = job.from_day + timedelta(chance.whole(1, 4))
    job.health_received = job.from_day + timedelta(chance.whole(1, 4))
    job.hired_received = job.from_day + timedelta(chance.whole(2, 9))


def part_time_job(town: Town, life: Life, chance: Chance, hours: int) -> Job:
    """Work beside study or family within the permitted hours, with the hours of four weeks told."""
    employer = town.employer_for(chance)
    begins = chance.day(
        max(life.landed + timedelta(20), town.known_day - timedelta(500)), town.known_day - timedelta(75)
    )
    student = life.status == "student"
    job = Job(
        employer, begins, min(hours, 19), 12, "part_time", (chance.pick(("customer-service", "cooking", "cashier")),),
        town.organisation(employer).prefecture, wage_yen_per_hour=chance.whole(135, 160) * 10,
        hired_received=begins + timedelta(chance.whole(2, 9)), day_student=student or None,
    )  # fmt: skip
    job.weeks = [Week(monday, monday + timedelta(7), hours - chance.whole(0, 4)) for monday in mondays(town)]
    return job


def mondays(town: Town) -> list[date]:
    """The first days of the four last weeks of which employers have told by now."""
    last = town.known_day - timedelta(town.known_day.weekday() + 28)
    return [last - timedelta(7 * back) for back in (3, 2, 1, 0)]
