"""Missing social insurance: an employer that never reported a worker; and workers who need not be, or were, reported."""

from __future__ import annotations

from datetime import timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Job, Life
from kyosei.world.failures.story import Breach, Failure, Piece, Scenario, Story, answer, statement
from kyosei.world.records.workplaces import PENSION
from kyosei.world.town import SOLE_SHOPS, Town
from kyosei.world.transmission import Fault

__all__ = ["SCENARIOS"]

_REPORT = "jp.pension.report-acquisition"
_REPORT_HEALTH = "jp.health.report-acquisition"
_LOOK_DAYS = 35
_WORKERS = (
    "engineer-humanities-international", "permanent-resident", "long-term-resident", "spouse-or-child-of-japanese",
    "technical-intern-training", "specified-skilled-worker",
)  # fmt: skip
_FREE = ("permanent-resident", "long-term-resident", "spouse-or-child-of-japanese")


def _about(life: Life, job: Job) -> dict[str, str]:
    return {"person": life.person, "employer": job.employer}


def _seen(town: Town, life: Life, job: Job) -> Story:
    return Story(_REPORT, _about(life, job), town.known_day - timedelta(_LOOK_DAYS), job.from_day + timedelta(5))


def _never_reported(town: Town, life: Life, chance: Chance) -> Story | None:
    if not life.jobs:
        return None
    job = life.jobs[0]
    job.pension_received = job.health_received = None
    story = _seen(town, life, job)
    story.evidence = [
        statement("work.contract", job.employer, **story.about),
        answer("pension.acquisition_notice", PENSION),
    ]
    story.also = [Breach(_REPORT_HEALTH, story.about, story.from_day)]
    return story


def _reported_to_the_insurer_only(town: Town, life: Life, chance: Chance) -> Story | None:
    story = _never_reported(town, life, chance)
    if story is not None:
        life.jobs[0].health_received = life.jobs[0].from_day + timedelta(3)
        story.also = []
    return story


def _lost_on_the_way(town: Town, life: Life, chance: Chance) -> Story | None:
    if not life.jobs:
        return None
    story = _seen(town, life, life.jobs[0])
    story.forced = [(Piece("statement", "pension.acquisition_notice", PENSION, {}), Fault.LOST)]
    return story


def _told_late_by_the_office(town: Town, life: Life, chance: Chance) -> Story | None:
    """The notice came in time and lies in the office's backlog: it counts it, and has not told it."""
    if not life.jobs:
        return None
    life.jobs[0].pension_told_on = town.known_day + timedelta(chance.whole(1, 40))
    return _seen(town, life, life.jobs[0])


def _below_the_threshold(town: Town, life: Life, chance: Chance) -> Story | None:
    if not life.jobs:
        return None
    job = life.jobs[0]
    job.hours_per_week, job.days_per_month, job.employment_type = chance.whole(10, 18), 10, "part_time"
    job.wage_yen_per_month, job.wage_yen_per_hour = None, 1400
    job.pension_received = job.health_received = None
    return _seen(town, life, job)


def _insured_abroad(town: Town, life: Life, chance: Chance) -> Story | None:
    """Sent by an employer at home, with a certificate of coverage: the agreement leaves the person in the pension there."""
    if not life.jobs or life.nationality not in ("CN", "KR", "PH", "BR"):
        return None
    life.certificate_of = life.nationality
    life.jobs[0].pension_received = None
    return _seen(town, life, life.jobs[0])


def _still_in_time(town: Town, life: Life, chance: Chance) -> Story | None:
    """Began three days ago: the five days are not over."""
    if not life.jobs or life.jobs[0].until is not None:
        return None
    job = life.jobs[0]
    job.from_day = town.known_day - timedelta(3)
    job.pension_received = job.health_received = job.hired_received = None
    return Story(_REPORT, _about(life, job), town.known_day, job.from_day)


def _sole_proprietor(town: Town, life: Life, chance: Chance) -> Story | None:
    """A restaurant of a sole proprietor with three on its staff is no covered establishment."""
    if not life.jobs:
        return None
    job = life.jobs[0]
    job.employer = f"org:p{chance.whole(0, SOLE_SHOPS - 1)}"
    job.prefecture = town.organisation(job.employer).prefecture
    job.pension_received = job.health_received = None
    return _seen(town, life, job)


_F = Failure.UNINSURED
SCENARIOS = (
    Scenario(_F, "never_reported", True, _WORKERS, _never_reported),
    Scenario(_F, "reported_to_the_insurer_only", True, _WORKERS, _reported_to_the_insurer_only),
    Scenario(_F, "lost_on_the_way", False, _WORKERS, _lost_on_the_way),
    Scenario(_F, "told_late_by_the_office", False, _WORKERS, _told_late_by_the_office),
    Scenario(_F, "below_the_threshold", False, _FREE, _below_the_threshold),
    Scenario(_F, "insured_abroad", False, ("engineer-humanities-international",), _insured_abroad),
    Scenario(_F, "still_in_time", False, (*_FREE, "engineer-humanities-international"), _still_in_time),
    Scenario(_F, "establishment_not_covered", False, _FREE, _sole_proprietor),
)
