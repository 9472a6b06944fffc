"""Whom an employer has a contract with by its own record, and what a look for its own duties shows of each.

It is computed on what institutions say, so that nothing on a page tells whether somebody disputes anything (P15). What a look may
not show now reads the same whatever the cause is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from kyosei.access.grounds import relations_in
from kyosei.access.requests import Role
from kyosei.cases.curing import as_institutions_say
from kyosei.errors import AccessRefusedError
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.journal.entered import persons_with
from kyosei.verdicts.check import Examined, examine
from kyosei.web.institution.looking import organisation_of, request_for
from kyosei.web.parties import called
from kyosei.web.visit import Visit

__all__ = ["MOST", "Worker", "Workers", "workers_on"]

MOST: Final = 50
"""As many looks one page may make."""
_PURPOSE: Final = "employer.own-duties"


@dataclass(frozen=True)
class Worker:
    """What is shown of somebody, as known at an instant (microseconds)."""

    visit: Visit
    person: str
    name: str
    case: Case
    known: int

    @cached_property
    def examined(self) -> Examined | None:
        """All norms over what is shown; None if nothing is."""
        if self.person not in self.case.parties:
            return None
        return next(iter(examine(self.visit.portal.loaded, self.case, self.known, [self.person])), None)

    def is_employed(self, day: int) -> bool:
        """Whether somebody else than the employer tells that they work there on a day."""
        owner = organisation_of(self.visit)
        found = relations_in(self.case, Role.EMPLOYER, owner, self.known, 0)
        return any(one.from_day <= day < one.until_day for one in found)


@dataclass(frozen=True, slots=True)
class Workers:
    """shown: whom a look shows, by their names. not_now: of how many nothing can be shown now. more: whether there are others."""

    shown: Sequence[Worker]
    not_now: int
    more: bool


def workers_on(visit: Visit, day: int, persons: Sequence[str] = ()) -> Workers:
    """Those with whom the employer has a contract on a day, of these persons if any are named; each sees that look.

    Only contracts that the employer itself told: what a person says of a job opens nothing here, and is not counted.
    """
    kind, owner = WorkContract.facts.name, organisation_of(visit)
    with visit.portal.engine.connect() as connection:
        found = persons_with(connection, kind, "employer", owner, visit.now, day, owner)
    asked = [one for one in found if not persons or one in persons]
    looked = {one: seen for one in asked[:MOST] if (seen := _look(visit, one)) is not None}
    with visit.portal.engine.connect() as connection:
        names = called(connection, looked, visit.language)
    shown = [Worker(visit, id_, names[id_], *seen) for id_, seen in looked.items()]
    return Workers(
        sorted(shown, key=lambda one: (one.name, one.person)), len(asked[:MOST]) - len(shown), len(asked) > MOST
    )  # fmt: skip


def _look(visit: Visit, person: str) -> tuple[Case, int] | None:
    request = request_for(visit, visit.portal.purposes.by_id[_PURPOSE], person, None)
    if request is None:
        return None
    try:
        shown = visit.portal.path.evaluate(replace(request, known=visit.now))
    except AccessRefusedError:
        return None
    return as_institutions_say(shown.case), visit.now
