"""The person's applications, the newest first: how far each has come, and whose turn it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.applications.application import Application, Turn, applications_of, turns
from kyosei.facts.statements import Case
from kyosei.terms.text import Text
from kyosei.web.own.applying import procedure_said
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["APPLICATIONS"]


@dataclass(frozen=True, slots=True)
class Listed:
    """An application in the list. turns: whose turn it is, as far as its own acts tell."""

    application: Application
    title: Text
    turns: Sequence[Turn]


@dataclass(frozen=True, slots=True)
class ApplicationsShown:
    """mine: who the person is, as turns name them. can_file: whether something can be entered here."""

    case: Case
    mine: str
    listed: Sequence[Listed]
    can_file: bool


def _show(visit: Visit) -> Shown:
    person = visit.signed_in.person
    assert person is not None, "only who sees a person's pages comes here"
    found = applications_of(visit.portal.path, visit.signed_in.own_request())
    listed = [Listed(one, procedure_said(one.filing.procedure), turns(one)) for one in found]
    return Shown(ApplicationsShown(Case({}), person, listed, visit.portal.entering is not None))


APPLICATIONS: Final = Page("applications", "/applications", PERSONS, ApplicationsShown, _show, in_menu=True)
