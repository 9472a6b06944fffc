"""What a permitted look reads: the records under every local id of the person, reduced to what the purpose may see.

Whose records they are is decided by links as they were known at the instant that is asked for. Only an office follows
those that have ended since, so that what it decided then can be computed again (P26); for everybody else an ended link
leaves no trace, whatever instant they ask for (P09). What lies behind a disputed link is evaluated, as disputed (P10), and
shown to offices, who have to settle it; to nobody else, as it may be about another person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

import sqlalchemy as sa

from kyosei.access.fields import Readable
from kyosei.access.grounds import Ground, Grounds, Relation
from kyosei.access.keeping import Newest
from kyosei.access.purposes import AboutNorms, Purpose, WholeRecord
from kyosei.access.reduction import disclosed_names, own_case, reduced_case
from kyosei.access.requests import Request, Role
from kyosei.facts.case_file import parties_of
from kyosei.facts.hidden_address import ADDRESS_KINDS, HIDES, MUNICIPALITY, Hidden, tells_the_address
from kyosei.facts.mandates import Consented
from kyosei.facts.statements import Case, Coverage, FieldValue, Statement
from kyosei.identity.from_journal import JoinedCase, joined_case, reach_of
from kyosei.identity.person_case import named_in
from kyosei.identity.reach import Reach, without_links_of
from kyosei.journal.replay import Moment

__all__ = [
    "Evaluated", "Permit", "Records", "links_shown", "permit_on", "records_evaluated", "records_shown", "shown_whole",
    "whole_entries",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Permit:
    """What a permitted request may see, as known when; partners: as in `reduced_case`.

    reach: who is one person with the subject now. office: whether it is an office that reads. consenting: the local id
    under which the consent stands, if the look rests on one. newest: how far the journal has come in the transaction of the look.
    hides: whether the person hides their address from the reader. reader: the organisation or office that reads, if one does.
    themself: whether it is the person who reads.
    """

    policy: str
    purpose: Purpose
    readable: Readable
    partners: frozenset[str] | None
    known: int
    now: int
    reach: Reach
    office: bool
    newest: Newest
    hides: bool
    reader: str | None
    themself: bool
    consenting: str | None = None

    @property
    def subject(self) -> str:
        """The local id asked for."""
        return self.reach.local_id

    @property
    def concealed(self) -> frozenset[str]:
        """The kinds of which nothing is shown: those about the address where it is hidden, and to others that it ever was."""
        return ADDRESS_KINDS if self.hides else frozenset() if self.themself else frozenset((HIDES,))


@dataclass(frozen=True, slots=True)
class Records:
    """A case as it may be seen, as known when (microseconds); `fields`: what of it is under which local id.

    Every local id that was read is in `fields`, with what it has of the case; what names nobody is under the one asked for.
    """

    case: Case
    known: int
    fields: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What is evaluated at a moment of the journal; `joined`: as it was read, None if nothing was on record.

    disputed: which of the local ids somebody disputes to be the person's, then or now.
    """

    records: Records
    moment: Moment
    joined: JoinedCase | None
    disputed: frozenset[str] = frozenset()


def permit_on(
    policy: str,
    purpose: Purpose,
    readable: Readable,
    request: Request,
    grounds: Grounds,
    ground: Ground | None,
    now: int,
    newest: Newest,
) -> Permit:
    """What a request that a policy permits may see on one of its grounds; `readable`: what the purpose reads."""
    organisation, office = request.requester.organisation, request.requester.role is Role.OFFICER
    partners: frozenset[str] | None = None
    consenting: str | None = None
    if not office and organisation is not None:
        partners = frozenset((organisation,))
    if isinstance(ground, Relation) and partners is not None:
        partners |= ground.partners
    if isinstance(ground, Consented):
        readable = readable.limited_to(ground.fields)
        consenting = grounds.stated_under[ground.statement]
    known = now if request.known is None else request.known
    hides = _hides(purpose, request.requester.role, grounds.hidden)
    reach = grounds.reach
    if hides and isinstance(purpose.reads, WholeRecord):
        reach = without_links_of(reach, MUNICIPALITY)
    return Permit(
        policy, purpose, readable, partners, known, now, reach, office, newest, hides, organisation,
        request.requester.role is Role.PERSON, consenting,
    )  # fmt: skip


def _hides(purpose: Purpose, role: Role, hidden: Hidden) -> bool:
    """Whether an address that is hidden so is hidden from who reads for a purpose in a role."""
    if isinstance(purpose.reads, WholeRecord):
        return role is not Role.PERSON and hidden is Hidden.FROM_ALL
    return not purpose.sees_addresses and hidden is not Hidden.NOT


def records_shown(connection: sa.Connection, permit: Permit) -> Records:
    """What the purpose shows."""
    reach = _reach(connection, permit, permit.known)
    joined = _visible(joined_case(connection, reach if permit.office else _settled(reach, permit)), permit)
    said = _as_said(joined)
    match permit.purpose.reads:
        case WholeRecord():
            case = own_case(_counted_as_held(said, joined), permit.subject)
        case AboutNorms():
            case = reduced_case(said, permit.subject, permit.readable, permit.known, permit.partners, permit.reader)
        case _:
            assert_never(permit.purpose.reads)
    return Records(case, permit.known, _by_local_id(case, joined))


def links_shown(connection: sa.Connection, permit: Permit) -> tuple[Reach, tuple[str, ...]]:
    """The person's links, and which local ids they may know to be theirs."""
    reach = _reach(connection, permit, permit.known)
    return reach, _settled(reach, permit).members


def records_evaluated(connection: sa.Connection, permit: Permit, moment: Moment) -> Evaluated:
    """The case on which the norms of a purpose give the answers of the whole record; empty before there was one."""
    as_known = permit.known if moment.known is None else moment.known
    if moment.read_at is None:
        return Evaluated(Records(Case({}), as_known, {permit.subject: ()}), moment, None)
    reach = _reach(connection, permit, moment.read_at)
    joined = _visible(joined_case(connection, reach), permit)
    case = _reduced(joined, permit, as_known) if permit.subject in joined.held.parties else Case({})
    disputed = frozenset(reach.local_ids).difference(_settled(reach, permit).members)
    return Evaluated(Records(case, as_known, _by_local_id(case, joined)), moment, joined, disputed)


def whole_entries(evaluated: Evaluated) -> Records:
    """The same without any reduction: what the signed entries show."""
    joined = evaluated.joined
    if joined is None:
        return evaluated.records
    return replace(evaluated.records, case=joined.case, fields=_by_local_id(joined.case, joined))


def shown_whole(evaluated: Evaluated, wanted: Collection[str], others: Collection[str]) -> tuple[Case, Case]:
    """Of the wanted lines those that the look shows with all that they say, under the very ids; and the rest, with the others.

    So whoever asks by one local id of a person learns no other from an entry as it was signed.
    """
    shown = {one.id: one for one in evaluated.records.case.statements}
    held = Case({}) if evaluated.joined is None else evaluated.joined.held
    whole = {
        one.id for one in held.statements
        if one.id in wanted and one.id in shown and _says_as_much(shown[one.id], one)
    }  # fmt: skip
    rest = {*wanted, *others} - whole
    return (
        Case({}, tuple(one for one in held.statements if one.id in whole)),
        Case(
            {}, tuple(one for one in held.statements if one.id in rest),
            tuple(one for one in held.coverages if one.id in rest),
        ),
    )  # fmt: skip


def _says_as_much(shown: Statement, held: Statement) -> bool:
    return (shown.source, shown.about, shown.data) == (held.source, held.about, held.data)


def _visible(joined: JoinedCase, permit: Permit) -> JoinedCase:
    """The case without whatever tells where the person lives, if they hide that from the reader: as if it were not on record."""
    lines: tuple[Statement | Coverage, ...] = (*joined.held.statements, *joined.held.coverages)
    hidden = {line.id for line in lines if permit.hides and tells_the_address(line, permit.reader)}
    gone = hidden | {line.id for line in lines if not permit.themself and line.kind == HIDES}
    if not gone:
        return joined
    silent = MUNICIPALITY if permit.hides else None
    return replace(joined, held=_without(joined.held, gone, silent), case=_without(joined.case, gone, silent))


def _without(case: Case, gone: Collection[str], silent: str | None) -> Case:
    """The case without these lines and all that was said of them. silent: of which sort of parties nothing is left beside."""

    def speaks(party: str) -> bool:
        return silent is None or not party.startswith(silent)

    disputes = tuple(one for one in case.disputes if one.target not in gone and speaks(one.by))
    gone = frozenset(gone) | ({one.id for one in case.disputes} - {one.id for one in disputes})
    statements = tuple(one for one in case.statements if one.id not in gone)
    coverages = tuple(one for one in case.coverages if one.id not in gone)
    lines: tuple[Statement | Coverage, ...] = (*statements, *coverages)
    named = {id_ for line in lines for id_ in parties_of(line)}
    return replace(
        case, statements=statements, coverages=coverages, disputes=disputes, doubted=case.doubted - gone,
        parties={id_: one for id_, one in case.parties.items() if id_ in named or speaks(id_)},
        heartbeats=tuple(one for one in case.heartbeats if one.source in named or speaks(one.source)),
        withdrawals=tuple(one for one in case.withdrawals if one.target not in gone),
        resolutions=tuple(one for one in case.resolutions if one.target not in gone and speaks(one.by)),
    )  # fmt: skip


def _reach(connection: sa.Connection, permit: Permit, known: int) -> Reach:
    reach = reach_of(connection, permit.subject, known)
    return reach if permit.office else reach.through_links_of(permit.reach)


def _settled(reach: Reach, permit: Permit) -> Reach:
    """Undisputed then and now: a dispute that was raised since closes what it is about at every instant."""
    return reach.settled().through_links_of(permit.reach.settled())


def _reduced(joined: JoinedCase, permit: Permit, known: int) -> Case:
    said = _as_said(joined)
    match permit.purpose.reads:
        case WholeRecord():
            case = reduced_case(said, permit.subject, permit.readable, known)
            return replace(case, parties={**case.parties, permit.subject: joined.case.parties[permit.subject]})
        case AboutNorms():
            return reduced_case(said, permit.subject, permit.readable, known, permit.partners, permit.reader)
        case _:
            assert_never(permit.purpose.reads)


def _as_said(joined: JoinedCase) -> Case:
    """The case; what the person said themself names others as the person did, not by another id that links join to it."""
    held, own = {one.id: one for one in joined.held.statements}, set(joined.local_ids)

    def value(now: FieldValue, said: FieldValue) -> FieldValue:
        return now if said in own else said

    def restored(line: Statement) -> Statement:
        if line.source != joined.local_id:
            return line
        said = held[line.id]
        about = {role: id_ if said.about[role] in own else said.about[role] for role, id_ in line.about.items()}
        data = {name: value(now, said.data[name]) for name, now in line.data.items()}
        return replace(line, about=about, data=data)

    return replace(joined.case, statements=tuple(map(restored, joined.case.statements)))


def _counted_as_held(case: Case, joined: JoinedCase) -> Case:
    """The case with the counts of its coverages as they are on record, to show them."""
    counts = {one.id: one.count for one in joined.held.coverages}
    return replace(case, coverages=tuple(replace(one, count=counts[one.id]) for one in case.coverages))


def _by_local_id(case: Case, joined: JoinedCase) -> dict[str, tuple[str, ...]]:
    """What a case shows of each local id that was read."""
    lines: tuple[Statement | Coverage, ...] = (*joined.held.statements, *joined.held.coverages)
    named = {line.id: named_in(line) for line in (*lines, *case.statements)}  # what follows from disputes is on no line
    named |= {line.id: named_in(line) for line in lines}
    own = set(joined.local_ids)
    seen = case.parties.get(joined.local_id)
    found: dict[str, tuple[str, ...]] = {}
    for local in joined.local_ids:

        def is_under(id_: str, local: str = local) -> bool:
            return local in named[id_] or (local == joined.local_id and own.isdisjoint(named[id_]))

        part = Case(
            {},
            tuple(one for one in case.statements if is_under(one.id)),
            tuple(one for one in case.coverages if is_under(one.id)),
        )
        party = joined.held.parties.get(local)
        if seen is not None and party is not None:
            shown = replace(
                party, born=party.born if seen.born is not None else None, names=party.names if seen.names else ()
            )
            part = replace(part, parties={local: shown})
        found[local] = disclosed_names(part, local)
    return found
