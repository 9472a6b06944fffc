"""What an organisation owes: its own duties by the day by which they are to be cured, and the questions that it has to answer.

It sees of each case what its owner may see (P15), and never how many persons have what; each case that is about somebody is shown
by a look. An employer has a page of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.web.deciding.asking import Inquiry, inquiries_of
from kyosei.web.institution.duties import Duty, duties_of
from kyosei.web.pages.page import ORGANISATIONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["OWED"]


@dataclass(frozen=True, slots=True)
class OwedShown:
    """tasks: of the organisation alone; questions: what it alone can say; inquiries: what the immigration office asks it."""

    organisation: str
    today: int
    tasks: Sequence[Duty]
    questions: Sequence[Duty]
    inquiries: Sequence[Inquiry]


def _show(visit: Visit) -> Shown:
    found = duties_of(visit)
    return Shown(OwedShown(found.organisation, visit.today, found.tasks, found.questions, inquiries_of(visit)))


OWED: Final = Page("owed", "/owed", ORGANISATIONS - {Role.EMPLOYER}, OwedShown, _show, in_menu=True)
