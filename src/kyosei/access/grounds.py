"""On what somebody may rest a look: a mandate, a consent, or a relation of an organisation to the person, as on record now.

An authority needs none of these: its task is enough. An organisation's own word opens nothing: a relation counts if
somebody else tells it, or if a municipality or insurer tells it of itself. Its own word can only narrow what others tell.
What is disputed is no ground to read records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, assert_never

import sqlalchemy as sa

from kyosei.access.keeping import parties_in
from kyosei.access.purposes import Purpose
from kyosei.access.requests import ByConsent, Request, Role
from kyosei.evidence.derived import derive_statements
from kyosei.evidence.known import standing
from kyosei.facts.hidden_address import Hidden, hidden_from
from kyosei.facts.mandates import Consented, FamilyRecord, Representation, consents_of, may_act, representations_of
from kyosei.facts.statements import Case, Statement
from kyosei.facts.vocabulary.education import StudyEnrolment
from kyosei.facts.vocabulary.family import PersonDeath
from kyosei.facts.vocabulary.support import SupportEngagement
from kyosei.identity.from_journal import joined_case, reach_of
from kyosei.identity.reach import Reach
from kyosei.journal.family import read_family_record, whose_mandates

__all__ = [
    "Ground",
    "Grounds",
    "Relation",
    "address_hidden",
    "attributes_of",
    "gather_grounds",
    "guarded_by",
    "may_do",
    "relations_in",
]

MANDATED: Final = (Role.REPRESENTATIVE, Role.GUARDIAN, Role.HELPER)


@dataclass(frozen=True, slots=True)
class Relation:
    """That an organisation has to do with the person in a role over [from_day, until_day); `partners`: with whom together."""

    organisation: str
    role: Role
    from_day: int
    until_day: int
    partners: frozenset[str] = frozenset()


Ground = Representation | Consented | Relation


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is on record for a request: whether the person lives, and each ground that may carry it.

    reach: who is one person with the subject now. stated_under: of consents, under which of their local ids each stands.
    read_of: every party that any of this was read of. hidden: from whom the person's address is.
    """

    alive: bool
    found: tuple[Ground, ...]
    reach: Reach
    stated_under: Mapping[str, str]
    read_of: frozenset[str]
    hidden: Hidden


def gather_grounds(
    connection: sa.Connection, request: Request, purpose: Purpose, now: int, day: int, *, disputed: bool = False
) -> Grounds:  # fmt: skip
    """The grounds of a request on a day, as known now (microseconds), whatever earlier instant the records are asked for.

    They may stand under any local id that undisputed links join to the one asked for. disputed: relations that somebody
    disputes, or a link to them, are grounds as well.
    """
    requester, subject = request.requester, request.subject
    reach = reach_of(connection, subject, now)
    settled = reach.settled()
    stated = read_family_record(connection, settled.members, now)
    record = _of_one_person(stated, settled)
    names = (requester.actor.id, requester.organisation)
    found: list[Ground] = []
    read_of = {subject, *reach.local_ids, *(id_ for one in stated.statements for id_ in one.about.values())}
    if requester.role in MANDATED:
        found += [one for one in representations_of(subject, record, day) if one.holder in names]
    elif isinstance(request.basis, ByConsent):
        found += [one for one in consents_of(subject, record, day) if one.statement == request.basis.consent]
    elif requester.organisation is not None and not requester.organisation.startswith("authority:"):
        joined = joined_case(connection, reach if disputed else settled)
        case = replace(joined.case, disputes=()) if disputed else joined.case
        read_of |= parties_in(joined.held)
        found += relations_in(case, requester.role, requester.organisation, now, purpose.days_after)
    stated_under = {one.id: one.about["person"] for one in stated.statements}
    hiding = list(stated.statements)
    if reach.behind:  # a link that somebody disputes takes no protection away
        hiding += read_family_record(connection, reach.behind, now).statements
    hidden = hidden_from(hiding, reach.local_ids, day)
    return Grounds(_is_alive(record, subject, day), tuple(found), reach, stated_under, frozenset(read_of), hidden)


def may_do(connection: sa.Connection, request: Request, act: str, now: int, day: int) -> bool:
    """Whether whoever asks may do an act (of `kyosei.facts.vocabulary.family.ACTS`) for the person on a day, as known now
    (microseconds): the person themself, or by a mandate that names it, whoever stated that.
    """
    requester, subject = request.requester, request.subject
    if requester.role is Role.PERSON:
        return requester.actor.id == subject
    settled = reach_of(connection, subject, now).settled()
    record = _of_one_person(read_family_record(connection, settled.members, now), settled)
    names = (requester.actor.id, requester.organisation)
    return any(one is not None and may_act(subject, one, act, record, day) for one in names)


def guarded_by(connection: sa.Connection, holder: str, act: str, now: int, day: int) -> list[str]:
    """For whom a person may do an act on a day as their guardian, as known now (microseconds); in the order of ids."""
    asked = whose_mandates(connection, holder, now)
    record = read_family_record(connection, asked, now) if asked else FamilyRecord(())
    found = ((one, may_act(one, holder, act, record, day)) for one in asked)
    return [one for one, mandate in found if mandate is not None and mandate.capacity == Role.GUARDIAN]


def address_hidden(connection: sa.Connection, person: str, now: int, day: int) -> Hidden:
    """From whom a person's address is hidden on a day, as known now (microseconds), whatever links are in dispute."""
    local_ids = reach_of(connection, person, now).local_ids
    return hidden_from(read_family_record(connection, local_ids, now).statements, local_ids, day)


def relations_in(case: Case, role: Role, organisation: str, now: int, days_after: int) -> Iterator[Relation]:
    """The relations of an organisation to the person of a case; `days_after` is how long each goes on after its end."""
    on_record = standing(case, now)
    told = [one for one in on_record.statements if one.id not in on_record.disputers]
    match role:
        case Role.EMPLOYER:
            told = [
                one
                for one in derive_statements(told, on_record.unsettled)
                if one.about.get("employer") == organisation
            ]  # fmt: skip
        case Role.SCHOOL:
            told = _with(told, StudyEnrolment.facts.name, "school", organisation)
        case Role.SUPPORTER:
            told = _with(told, SupportEngagement.facts.name, "supporter", organisation)
        case Role.OFFICER:
            told = [one for one in told if organisation in (one.source, *one.about.values())]
            for one in told:
                yield Relation(organisation, role, one.from_day, one.until_day + days_after)
            return
        case (
            Role.PERSON
            | Role.REPRESENTATIVE
            | Role.GUARDIAN
            | Role.HELPER
            | Role.BANK
            | Role.LANDLORD
            | Role.CHECKER
            | Role.OPERATOR
        ):
            return
        case _:
            assert_never(role)
    own = [one for one in told if one.source == organisation]
    for one in told:
        if one.source != organisation:
            for from_day, until_day in _narrowed(one, own):
                partners = frozenset(id_ for id_ in one.about.values() if not id_.startswith("person:"))
                yield Relation(organisation, role, from_day, until_day + days_after, partners)


def attributes_of(ground: Ground) -> dict[str, Any]:  # Any: values of Cedar (access.policy)
    """A ground as the policies see it."""
    match ground:
        case Representation():
            return {
                "mandate": {
                    "holder": ground.holder, "capacity": ground.capacity, "acts": sorted(ground.acts),
                    "inForce": ground.in_force,
                }
            }  # fmt: skip
        case Consented():
            return {
                "consent": {
                    "recipient": ground.recipient, "purpose": ground.purpose, "inForce": ground.in_force
                }
            }  # fmt: skip
        case Relation():
            return {
                "relation": {
                    "organisation": ground.organisation, "role": ground.role.value, "from": ground.from_day,
                    "until": ground.until_day,
                }
            }  # fmt: skip
        case _:
            assert_never(ground)


def _of_one_person(record: FamilyRecord, reach: Reach) -> FamilyRecord:
    """The record with all local ids of the person as the one asked for; a day of birth on which they differ is not known."""
    name = dict.fromkeys(reach.members, reach.local_id)
    statements = tuple(
        replace(
            one, source=name.get(one.source, one.source),
            about={role: name.get(id_, id_) for role, id_ in one.about.items()},
        )
        for one in record.statements
    )  # fmt: skip
    born = {id_: day for id_, day in record.born.items() if id_ not in name}
    own = {record.born[id_] for id_ in reach.members if id_ in record.born}
    return FamilyRecord(statements, record.disputed, born | ({reach.local_id: own.pop()} if len(own) == 1 else {}))


def _with(told: Iterable[Statement], kind: str, role: str, organisation: str) -> list[Statement]:
    return [one for one in told if one.kind == kind and one.about.get(role) == organisation]


def _narrowed(told: Statement, own: Iterable[Statement]) -> Iterator[tuple[int, int]]:
    """What others tell, within what the organisation itself says of the same time, if it says anything of it."""
    overlapping = [one for one in own if one.from_day < told.until_day and told.from_day < one.until_day]
    for one in overlapping:
        yield max(told.from_day, one.from_day), min(told.until_day, one.until_day)
    if not overlapping:
        yield told.from_day, told.until_day


def _is_alive(record: FamilyRecord, person: str, day: int) -> bool:
    """Whether no municipality has told of the person's death by that day; a disputed one is not counted."""
    return not any(
        one.kind == PersonDeath.facts.name and one.about["person"] == person and one.from_day <= day
        and one.source.startswith("municipality:") and one.id not in record.disputed
        for one in record.statements
    )  # fmt: skip
