"""The first page of an employer: its own duties by their day, each leading to how it is cured.

It counts what the employer has to do, and nobody: neither persons nor what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.web.institution.duties import Duty, duties_of
from kyosei.web.pages.page import Page
from kyosei.web.visit import Shown, Visit

__all__ = ["COMPANY", "EMPLOYERS"]

EMPLOYERS: Final = frozenset((Role.EMPLOYER,))


@dataclass(frozen=True, slots=True)
class CompanyShown:
    """tasks: of the employer alone; past: how many of them are past their day; questions: what it alone can say."""

    organisation: str
    tasks: Sequence[Duty]
    past: int
    questions: Sequence[Duty]


def _show(visit: Visit) -> Shown:
    found = duties_of(visit)
    past = sum(one.is_past for one in found.tasks)
    return Shown(CompanyShown(found.organisation, found.tasks, past, found.questions))


COMPANY: Final = Page("company", "/company", EMPLOYERS, CompanyShown, _show, in_menu=True)
