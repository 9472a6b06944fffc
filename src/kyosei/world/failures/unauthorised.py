"""Unauthorised employment: too many hours, no permission, another organisation; and what only looks like it."""

from __future__ import annotations

from datetime import date, timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Filing, Job, Life, Permission, Stay, Week, years_after
from kyosei.world.failures.story import Breach, Failure, Piece, Scenario, Story, answer, statement
from kyosei.world.lives import mondays, part_time_job
from kyosei.world.records.offices import ISA
from kyosei.world.town import Town
from kyosei.world.transmission import Fault

__all__ = ["SCENARIOS"]

_HOURS = "jp.immigration.part-time-hours"
_WITHIN = "jp.immigration.work-within-status"
_JOINED = "jp.immigration.notify-organisation-joined"
_BOUND = ("specified-skilled-worker", "technical-intern-training")


def _lone_job(town: Town, life: Life, chance: Chance, hours: int = 20) -> Job:
    """The one part-time job of the person."""
    if not life.jobs:
        life.jobs = [part_time_job(town, life, chance, hours)]
    return life.jobs[0]


def _too_long(town: Town, life: Life, jobs: list[Job]) -> Story:
    """Every week of the last four is too long, all jobs together; the last Sunday shows the last one."""
    weeks = mondays(town)
    evidence = [statement("work.hours", job.employer, person=life.person, employer=job.employer) for job in jobs]
    # What is done for one's own university as an assistant does not count, so it has to be known what was done.
    evidence += [answer("work.assignment", job.employer) for job in jobs]
    evidence += [statement("residence.status", ISA), statement("residence.work_permission", ISA)]
    if life.studies:
        evidence.append(answer("residence.organisation_notice", ISA))
        evidence.append(statement("study.enrolment", life.studies[0].school))
    return Story(_HOURS, {"person": life.person}, weeks[-1] + timedelta(6), weeks[0], evidence=evidence)


def _over_28_hours(town: Town, life: Life, chance: Chance) -> Story:
    job = _lone_job(town, life, chance)
    job.weeks = [Week(monday, monday + timedelta(7), chance.whole(32, 48)) for monday in mondays(town)]
    return _too_long(town, life, [job])


def _over_28_hours_in_two_jobs(town: Town, life: Life, chance: Chance) -> Story:
    first = _lone_job(town, life, chance)
    second = part_time_job(town, life, chance, 18)
    second.employer = town.another_employer(chance, first.employer)
    life.jobs = [first, second]
    for job in life.jobs:
        job.weeks = [Week(monday, monday + timedelta(7), chance.whole(16, 20)) for monday in mondays(town)]
    return _too_long(town, life, life.jobs)


def _without_permission(town: Town, life: Life, chance: Chance) -> Story:
    life.permissions = []
    job = _lone_job(town, life, chance)
    job.weeks = []
    about = {"person": life.person, "employer": job.employer}
    return Story(
        _WITHIN, about, town.known_day - timedelta(20), job.from_day, evidence=[
            statement("work.assignment", job.employer, **about), statement("residence.status", ISA),
            answer("residence.work_permission", ISA),
        ],
    )  # fmt: skip


def _elsewhere(town: Town, life: Life, chance: Chance) -> Story:
    """Works for another organisation than the one that the stay names, beside the work with that one."""
    host = life.jobs[0]
    begins = chance.day(
        max(host.from_day + timedelta(20), town.known_day - timedelta(70)), town.known_day - timedelta(40)
    )
    other = part_time_job(town, life, chance, 12)
    other.employer = town.another_employer(chance, host.employer)
    other.from_day, other.weeks, other.hired_received = begins, [], begins + timedelta(4)
    life.jobs.append(other)
    about = {"person": life.person, "employer": other.employer}
    return Story(
        _WITHIN, about, town.known_day - timedelta(20), begins,
        evidence=[statement("work.assignment", other.employer, **about), statement("residence.status", ISA)],
        also=[Breach(_JOINED, about, begins + timedelta(15))],  # a new contract is to be notified, lawful or not
    )  # fmt: skip


def _long_days_in_the_vacation(town: Town, life: Life, chance: Chance) -> Story:
    """Forty hours a week in August, eight a day: the ordinance allows it while the school has its long vacation."""
    job = _lone_job(town, life, chance)
    monday = date(town.known_day.year, 8, 3) + timedelta(7 - date(town.known_day.year, 8, 3).weekday())
    days = [monday + timedelta(7 * week + day) for week in range(2) for day in range(5)]
    job.from_day = min(job.from_day, days[0] - timedelta(9))
    job.hired_received = job.from_day + timedelta(5)
    job.weeks = [Week(day, day + timedelta(1), 8) for day in days]
    return Story(_HOURS, {"person": life.person}, days[4], days[0])


def _two_jobs_within(town: Town, life: Life, chance: Chance) -> Story:
    """Two jobs of ten to thirteen hours, and one employer told its weeks twice."""
    first = _lone_job(town, life, chance)
    second = part_time_job(town, life, chance, 12)
    second.employer = town.another_employer(chance, first.employer)
    life.jobs = [first, second]
    for job in life.jobs:
        job.weeks = [
            Week(monday, monday + timedelta(7), chance.whole(10, 13), told_twice=True) for monday in mondays(town)
        ]
    return Story(_HOURS, {"person": life.person}, mondays(town)[-1] + timedelta(6), mondays(town)[0])


def _permission_told_late(town: Town, life: Life, chance: Chance) -> Story:
    """The permission was granted; the office has it, and has not told it yet."""
    job = _lone_job(town, life, chance)
    job.weeks = []
    told_on = town.known_day + timedelta(chance.whole(1, 30))
    life.permissions = [Permission(one.from_day, one.until, told_on) for one in life.permissions]
    return Story(
        _WITHIN, {"person": life.person, "employer": job.employer}, town.known_day - timedelta(20), job.from_day
    )


def _permission_in_anothers_file(town: Town, life: Life, chance: Chance) -> Story:
    """The name was read otherwise, so the permission lies in the file of somebody who does not exist."""
    job = _lone_job(town, life, chance)
    story = Story(
        _WITHIN, {"person": life.person, "employer": job.employer}, town.known_day - timedelta(20), job.from_day
    )
    story.forced = [(Piece("statement", "residence.work_permission", ISA, {}), Fault.MISROUTED)]
    return story


def _moved_with_permission(town: Town, life: Life, chance: Chance) -> Story:
    """Changed to another host by a change of status first, and worked there from the day of the new card."""
    old = life.jobs[0]
    moved = chance.day(
        max(old.from_day + timedelta(30), town.known_day - timedelta(75)), town.known_day - timedelta(50)
    )
    new_host = town.another_employer(chance, old.employer)
    stay = life.stay
    life.supports = []
    life.filings.append(Filing("change", moved - timedelta(25), "granted", moved - timedelta(2), stay.status))
    life.stays.append(Stay(stay.status, "P1Y", moved, years_after(moved, 1), stay.subclass, new_host, stay.field))
    old.until, old.loss_received = moved, moved + timedelta(2)
    old.left_received = moved + timedelta(4)
    new = Job(
        new_host, moved, 40, 21, "regular", old.duties, town.organisation(new_host).prefecture,
        wage_yen_per_month=old.wage_yen_per_month, pension_received=moved + timedelta(2),
        health_received=moved + timedelta(2), hired_received=moved + timedelta(4),
    )  # fmt: skip
    life.jobs.append(new)
    for employer, event, day in ((old.employer, "left", moved - timedelta(1)), (new_host, "joined", moved)):
        life.notices.append((employer, event, day, moved + timedelta(6)))
    return Story(_WITHIN, {"person": life.person, "employer": new_host}, moved + timedelta(5), moved)


_F = Failure.UNAUTHORISED
SCENARIOS = (
    Scenario(_F, "over_28_hours", True, ("student", "dependent"), _over_28_hours),
    Scenario(_F, "over_28_hours_in_two_jobs", True, ("student", "dependent"), _over_28_hours_in_two_jobs),
    Scenario(_F, "without_permission", True, ("dependent", "student"), _without_permission),
    Scenario(_F, "for_another_organisation", True, _BOUND, _elsewhere),
    Scenario(_F, "long_days_in_the_vacation", False, ("student",), _long_days_in_the_vacation),
    Scenario(_F, "two_jobs_within_28_hours", False, ("student", "dependent"), _two_jobs_within),
    Scenario(_F, "permission_told_late", False, ("dependent", "student"), _permission_told_late),
    Scenario(_F, "permission_in_anothers_file", False, ("dependent", "student"), _permission_in_anothers_file),
    Scenario(_F, "moved_with_permission", False, _BOUND, _moved_with_permission),
)
