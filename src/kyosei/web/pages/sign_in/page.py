"""Signing in: at the provider that is named, in a trial as anybody who lives there; without either the page says who can help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.trial.institutions import CLERK, DECLARES_PARTIES, REVIEWER, SECOND_OFFICER
from kyosei.trial.residents import Residents
from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.pages.sign_in_again.page import after, grave_asked
from kyosei.web.parties import called
from kyosei.web.visit import Go, NotHere, Shown, Visit
from kyosei.web.visitor import Visitor

__all__ = ["SIGN_IN"]

_ROLES_OF_ORGANISATIONS: Final = (Role.EMPLOYER, Role.SCHOOL, Role.SUPPORTER, Role.BANK, Role.LANDLORD)
_OFFICES: Final = ("authority:isa", "authority:pension-service", "authority:labour-office")
_OFFICERS: Final[Mapping[str, str]] = {"": CLERK, "second": SECOND_OFFICER, "third": REVIEWER}
"""Stand behind an office that decides: as which of its officers."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody whom one may be. value: what the form sends. officer: which further one of an office that decides. acts_for: the
    person for whom they act, and whose name `person` is.
    """

    value: str
    name: str
    role: Role
    officer: str = ""
    acts_for: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class SignInShown:
    """persons, acting, organisations: whom one may be; none outside a trial. provider: whether there is one. asked: the end of
    addresses that says for which page's act one signs in.
    """

    persons: Sequence[Choice]
    acting: Sequence[Choice]
    organisations: Sequence[Choice]
    provider: bool
    asked: str


def _show(visit: Visit) -> Shown:
    residents, grave = visit.portal.residents, grave_asked(visit)
    choices = () if residents is None else tuple(_choices(visit, residents))
    persons = tuple(one for one in choices if one.role is Role.PERSON)
    acting = tuple(one for one in choices if one.acts_for)
    others = tuple(one for one in choices if one.role is not Role.PERSON and not one.acts_for)
    return Shown(
        SignInShown(persons, acting, others, visit.portal.provider is not None, f"?for={grave}" if grave else "")
    )


def _take(visit: Visit) -> Go | NotHere:
    residents = visit.portal.residents
    if residents is None:
        return NotHere()
    chosen = next((one for one in _choices(visit, residents) if one.value == visit.form.get("as")), None)
    if chosen is None:
        return NotHere()
    party = chosen.value.partition("=")[2].partition("/")[0]
    if chosen.role is Role.PERSON:
        visitor = Visitor(party, Role.PERSON, person=party, proven_at=visit.now)
    elif chosen.acts_for:
        visitor = Visitor(party, chosen.role, person=chosen.acts_for, proven_at=visit.now)
    else:
        visitor = Visitor(_OFFICERS[chosen.officer], chosen.role, organisation=party, proven_at=visit.now)
    session = visit.portal.sessions.begin(visitor, instead_of=visit.token)
    return Go(after(grave_asked(visit)), session=session)


def _choices(visit: Visit, residents: Residents) -> Iterator[Choice]:
    with visit.portal.engine.connect() as connection:
        names = called(connection, (*residents.persons, *residents.organisations, *_OFFICES), visit.language)
    for person in residents.persons:
        yield Choice(f"person={person}", names[person], Role.PERSON)
    for one in residents.acting:
        if {one.holder, one.person} <= names.keys():
            value = f"{one.role}={one.holder}/{one.person}"
            yield Choice(value, names[one.holder], Role(one.role), acts_for=one.person, person=names[one.person])
    for organisation, roles in residents.organisations.items():
        for role in _ROLES_OF_ORGANISATIONS:
            if role in roles:
                yield Choice(f"{role}={organisation}", names[organisation], role)
    for office in _OFFICES:
        yield Choice(f"officer={office}", names[office], Role.OFFICER)
    for officer in tuple(_OFFICERS)[1:]:
        yield Choice(f"officer={DECLARES_PARTIES}/{officer}", names[DECLARES_PARTIES], Role.OFFICER, officer)


SIGN_IN: Final = Page("sign_in", "/sign-in", EVERYBODY, SignInShown, _show, _take)
