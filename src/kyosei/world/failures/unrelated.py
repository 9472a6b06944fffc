"""Work unrelated to the status: an engineer on the line; and engineers whose work is what it should be, told otherwise.

No list decides what belongs to the activity of an engineer. So records alone never accuse anybody here: hands-on work is
brought before an officer, with the record that shows it, and it is for the officer to judge.
"""

from __future__ import annotations

from datetime import timedelta

from kyosei.world.chance import Chance
from kyosei.world.events import Job, Life
from kyosei.world.failures.story import Failure, Scenario, Story, statement
from kyosei.world.records.offices import ISA
from kyosei.world.town import Town

__all__ = ["SCENARIOS"]

_WITHIN = "jp.immigration.work-within-status"
_ENGINEER = ("engineer-humanities-international",)


def _story(town: Town, life: Life, job: Job) -> Story:
    about = {"person": life.person, "employer": job.employer}
    return Story(
        _WITHIN, about, town.known_day - timedelta(20), job.from_day, for_judgement=True,
        evidence=[statement("work.assignment", job.employer, **about), statement("residence.status", ISA)],
    )  # fmt: skip


def _on_the_line(town: Town, life: Life, chance: Chance) -> Story:
    life.jobs[0].duties = (chance.pick(("line-work", "packing", "dishwashing", "cleaning", "bed-making")),)
    return _story(town, life, life.jobs[0])


def _moved_and_notified(town: Town, life: Life, chance: Chance) -> Story | None:
    """Changed the employer lawfully, for work of the same kind, and notified both within fourteen days."""
    old = life.jobs[0]
    moved = town.known_day - timedelta(chance.whole(60, 72))
    if old.from_day > moved - timedelta(100):
        return None
    employer = town.another_employer(chance, old.employer)
    old.until, old.loss_received, old.left_received = moved, moved + timedelta(2), moved + timedelta(4)
    new = Job(
        employer, moved, 40, 21, "regular", ("system-design",), town.organisation(employer).prefecture,
        wage_yen_per_month=old.wage_yen_per_month, pension_received=moved + timedelta(2),
        health_received=moved + timedelta(3), hired_received=moved + timedelta(4),
    )  # fmt: skip
    life.jobs.append(new)
    life.notices = [(old.employer, "left", moved - timedelta(1), moved + timedelta(8)),
                    (employer, "joined", moved, moved + timedelta(8))]  # fmt: skip
    return _story(town, life, new)


def _title_coded_differently(town: Town, life: Life, chance: Chance) -> Story:
    """Designs the line, and its tasks are written as what an engineer does; only a title sounds like the line."""
    life.jobs[0].duties = ("engineering", "supervision")
    return _story(town, life, life.jobs[0])


_F = Failure.UNRELATED
SCENARIOS = (
    Scenario(_F, "on_the_line", True, _ENGINEER, _on_the_line),
    Scenario(_F, "moved_and_notified", False, _ENGINEER, _moved_and_notified),
    Scenario(_F, "title_coded_differently", False, _ENGINEER, _title_coded_differently),
)
