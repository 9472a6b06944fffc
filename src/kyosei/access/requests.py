"""Who asks to see whose records, in which role, for which purpose, on which basis, and on whose behalf."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kyosei.errors import AccessRefusal, AccessRefusedError, QuestionError
from kyosei.facts.case_file.shown import shown
from kyosei.journal.entries import Actor, ActorKind
from kyosei.terms.citations import Provision

__all__ = ["Basis", "ByConsent", "ByLaw", "Request", "Requester", "Role", "read_basis"]

_ID_CHARACTERS_MAX: Final = 200
_PREFIXES: Final = {ActorKind.SOFTWARE: ("software:",), ActorKind.HUMAN: ("staff:", "person:")}


class Role(StrEnum):
    """In which role somebody asks."""

    PERSON = "person"
    """The person themself."""
    REPRESENTATIVE = "representative"
    GUARDIAN = "guardian"
    HELPER = "helper"
    OFFICER = "officer"
    """Of an authority, municipality or insurer."""
    EMPLOYER = "employer"
    SCHOOL = "school"
    SUPPORTER = "supporter"
    BANK = "bank"
    LANDLORD = "landlord"
    CHECKER = "checker"
    """Whoever holds a one-use code that the person made: nobody knows more of them than the name that they give."""
    OPERATOR = "operator"
    """Of whoever keeps the cases for the offices: it sees cases, and no records."""


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asks: a human or a program, in a role, for an organisation or for themself.

    AccessRefusedError if a program carries a human's id or a human a program's (P08), or if an id is none. That they are
    who they say must be known before: whoever builds a requester has authenticated them.
    """

    actor: Actor
    role: Role
    organisation: str | None = None

    def __post_init__(self) -> None:
        _check_id("the actor", self.actor.id)
        if not self.actor.id.startswith(_PREFIXES[self.actor.kind]):
            raise AccessRefusedError(
                AccessRefusal.SOFTWARE_WITH_HUMAN_ID,
                f"the id of the {self.actor.kind} that asks is {shown(self.actor.id)}; it must begin with "
                f"{' or '.join(_PREFIXES[self.actor.kind])}: what software does never carries a human's id",
            )
        if self.organisation is not None:
            _check_id("the organisation", self.organisation)
            if self.organisation.startswith("person:"):
                raise _malformed(
                    f"the organisation is {shown(self.organisation)}, a natural person; name an organisation"
                )


@dataclass(frozen=True, slots=True)
class ByLaw:
    """A provision permits it."""

    provision: Provision


@dataclass(frozen=True, slots=True)
class ByConsent:
    """The person consented: the id of that statement."""

    consent: str

    def __post_init__(self) -> None:
        _check_id("the consent", self.consent)


Basis = ByLaw | ByConsent


def read_basis(provision: str | None, consent: str | None, *called: str) -> Basis | None:
    """The basis that is written; called: what the two are called where they are written. QuestionError if both are given, or
    the provision is none.
    """
    if provision is not None and consent is not None:
        raise QuestionError(f"{called[0]} and {called[1]} are both given; a look rests on one of them")
    if consent is not None:
        return ByConsent(consent)
    if provision is None:
        return None
    register, *place = provision.split("/", 3)
    if not place or not all(place):
        raise QuestionError(f"{called[0]} {provision!r} is no provision; write it as in 415AC0000000057/76/1")
    return ByLaw(Provision(register, *place))


@dataclass(frozen=True, slots=True)
class Request:
    """One look at one person's records.

    purpose: the id of a declared purpose. case: the office's own reference. known: as known at this instant
    (microseconds); None: now. withheld_until: the first day (day number) on which the person may see that somebody looked;
    only where the law lets the purpose withhold it. AccessRefusedError if an id is none.
    """

    requester: Requester
    subject: str
    purpose: str | None
    basis: Basis | None
    on_behalf_of: str | None = None
    case: str | None = None
    known: int | None = None
    withheld_until: int | None = None

    def __post_init__(self) -> None:
        ids = (("purpose", self.purpose), ("person acted for", self.on_behalf_of), ("case", self.case))
        for what, id_ in (("person", self.subject), *ids):
            if id_ is not None and not (what == "purpose" and id_ == ""):
                _check_id(f"the {what}", id_)
        if not self.subject.startswith("person:"):
            raise _malformed(f"the person is {shown(self.subject)}; write an id that begins with person:")


def _check_id(what: str, id_: str) -> None:
    if not (0 < len(id_) <= _ID_CHARACTERS_MAX and id_.isprintable() and " " not in id_):
        raise _malformed(f"{what} is {shown(id_)}; write 1 to {_ID_CHARACTERS_MAX} characters without spaces")


def _malformed(message: str) -> AccessRefusedError:
    return AccessRefusedError(AccessRefusal.MALFORMED, message)
