"""The read path: the only way in which records of a person leave the journal, and every use of it is a look (access.looking)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, assert_never

import sqlalchemy as sa

from kyosei.access.answers import Chosen, Disclosure, Evaluable, Excerpt, ToldOf
from kyosei.access.entries import next_place
from kyosei.access.fields import Readable
from kyosei.access.gathering import (
    Permit,
    Records,
    links_shown,
    records_evaluated,
    records_shown,
    shown_whole,
    whole_entries,
)
from kyosei.access.keeping import parties_in, sources_in
from kyosei.access.links import LINKS, ShownLinks, shown_links
from kyosei.access.locks import locked
from kyosei.access.looking import READ, READ_ACCESSES, READ_CASES, Looks, Shown, alike
from kyosei.access.past_looks import PastLook, looks_before
from kyosei.access.policy import Policies
from kyosei.access.purposes import AboutNorms, Purpose, Purposes, WholeRecord
from kyosei.access.recording import Look, log_look
from kyosei.access.requests import Request, Role
from kyosei.access.usages import USAGES_MAX, Pseudonym, Usages, usages_of
from kyosei.errors import AccessRefusal
from kyosei.facts.statements import Case
from kyosei.identity.from_journal import reach_of
from kyosei.identity.reach import notices_to
from kyosei.journal.applied import Applied, applied_to
from kyosei.journal.clock import Clock
from kyosei.journal.decided import dossier_entries, is_told, seal_of, told_about
from kyosei.journal.entered import Said, said_in_dispute
from kyosei.journal.excerpt import excerpt_of, with_register
from kyosei.journal.reading import Position
from kyosei.journal.replay import Moment, moment_of
from kyosei.journal.stored import Stored
from kyosei.timelines.days import legal_day

__all__ = ["ReadPath"]

TOLD: Final = "told"
"""That an answer that was read before is another one now; nothing else was told."""
_APPLICATIONS: Final = "residence.application"
"""Under which kind a look names that applications were shown."""
_DECISIONS: Final = "residence.decision"
"""Under which kind a look names that a dossier was shown."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A case that is kept, and what was computed of it."""

    records: Records
    beside: dict[Hashable, Any]  # Any: as in Evaluable


class ReadPath:
    """Reads for whom the policies permit it. `pseudonym`: what the person is told instead of an id (access.usages)."""

    def __init__(
        self, engine: sa.Engine, purposes: Purposes, policies: Policies, clock: Clock, pseudonym: Pseudonym
    ) -> None:
        self._engine = engine
        self._purposes = purposes
        self._policies = policies
        self._clock = clock
        self._pseudonym = pseudonym
        self._looks = Looks(engine, purposes, policies, clock)

    def under(self, purposes: Purposes) -> ReadPath:
        """The same read path with the purposes as another law has them."""
        return ReadPath(self._engine, purposes, self._policies, self._clock, self._pseudonym)

    def read(self, request: Request) -> Disclosure:
        """The records of the person that the purpose may read. AccessRefusedError says why not."""

        def show(connection: sa.Connection, permit: Permit) -> Shown[Disclosure]:
            records = records_shown(connection, permit)
            fields, own = _names(records), isinstance(permit.purpose.reads, WholeRecord)
            told = notices_to(permit.reach) if own else ()
            return Shown(
                records.fields, records.known,
                lambda number: Disclosure(records.case, fields, number, records.known, told),
            )  # fmt: skip

        return self._looks.look(request, READ, show)

    def disputed(self, request: Request, dispute: str) -> tuple[Case, Said | None]:
        """The records of the person that the purpose may read, and what was said in a dispute about a record of the office that
        asks: it is said to that source alone. AccessRefusedError says why not.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[tuple[Case, Said | None]]:
            records = records_shown(connection, permit)
            office = request.requester.organisation if request.requester.role is Role.OFFICER else None
            said = None if office is None else said_in_dispute(connection, office, dispute)
            return Shown(records.fields, records.known, lambda number: (records.case, said))

        return self._looks.look(request, READ, show)

    def evaluate(self, request: Request, position: Position | None = None) -> Evaluable:
        """What the norms of the purpose are evaluated on; `position`: from the journal's first entries only.

        Without `request.known`: everything entered by the position. AccessRefusedError says why not, QuestionError that
        there is no such position.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[Evaluable] | AccessRefusal:
            if self._is_too_narrow(permit):
                return AccessRefusal.CONSENT_TOO_NARROW
            if position is None and (kept := self._evaluated_now(connection, permit, request)) is not None:
                return kept
            found = records_evaluated(connection, permit, moment_of(connection, request.known, position))
            records, moment, norms = found.records, found.moment, _norms(permit.purpose)
            return Shown(
                records.fields, records.known,
                lambda number: Evaluable(records.case, norms, number, moment.known, moment.position),
            )  # fmt: skip

        return self._looks.look(request, READ, show)

    def _evaluated_now(self, connection: sa.Connection, permit: Permit, request: Request) -> Shown[Evaluable] | None:
        """As `evaluate` for an instant after the last entry, out of what is kept where that is the same; None for another."""
        newest = permit.newest
        if newest.recorded_at is None or (request.known is not None and request.known <= newest.recorded_at):
            return None
        key, known = alike(request, "case", permit.now), newest.recorded_at if request.known is None else request.known
        kept = self._looks.kept.get(key, newest)
        if kept is None:
            found = records_evaluated(connection, permit, Moment(newest.recorded_at, known, newest.position))
            kept = _Case(found.records, {})
            if found.joined is not None:
                held = found.joined.held
                self._looks.kept.put(key, newest, kept, {*parties_in(held), *found.joined.local_ids}, sources_in(held))
        records, norms = kept.records, _norms(permit.purpose)
        return Shown(records.fields, known, lambda number: Evaluable(
            records.case, norms, number, known, newest.position, kept.beside
        ))  # fmt: skip

    def evaluate_told(self, request: Request, norms: Readable) -> Evaluable:
        """What norms are evaluated on of which whoever asks was told that they have to act; of the purpose's, these alone.

        norms: what they read. As for being shown one's cases (`show_cases`), a relation that is disputed is a ground: what
        somebody was told of, and has to act on, does not change by that (P15). The errors are those of `evaluate`.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[Evaluable] | AccessRefusal:
            if self._is_too_narrow(permit):
                return AccessRefusal.CONSENT_TOO_NARROW
            narrow = replace(permit, readable=norms)
            found = records_evaluated(connection, narrow, moment_of(connection, request.known))
            records, moment = found.records, found.moment
            return Shown(
                records.fields, records.known,
                lambda number: Evaluable(records.case, _norms(permit.purpose), number, moment.known, moment.position),
            )  # fmt: skip

        return self._looks.look(request, READ, show, told=True)

    def excerpt(self, request: Request, position: Position | None = None) -> Excerpt:
        """The entries behind the person's case as they were signed: whole, so only for whom the whole record is.

        `position` and the errors: as for `evaluate`.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[Excerpt] | AccessRefusal:
            if not isinstance(permit.purpose.reads, WholeRecord):
                return AccessRefusal.ENTRIES_ARE_WHOLE
            found = records_evaluated(connection, permit, moment_of(connection, request.known, position))
            if found.disputed:
                return AccessRefusal.LINK_DISPUTED
            records, moment, joined = whole_entries(found), found.moment, found.joined
            held = Case({}) if joined is None else joined.held
            links = () if joined is None else tuple(one.id for one in joined.entries)
            entries = tuple(excerpt_of(connection, held, links))
            return Shown(
                records.fields, records.known,
                lambda number: Excerpt(
                    permit.subject, records.case, held, entries, number, moment.known, moment.position
                ),
            )  # fmt: skip

        return self._looks.look(request, READ, show)

    def chosen(
        self, request: Request, choose: Callable[[Case, int], tuple[Collection[str], Collection[str]]]
    ) -> Chosen:
        """What the norms of the purpose are evaluated on, and the signed entries of a few of its lines.

        choose: from the case and the instant as of which it is known, the ids of the lines that are wanted as they were signed,
        and of those of which only the place in the log is wanted. A line that the look does not show with all its fields is kept
        back. It must not raise, for that would be a look without an entry. The errors are those of `evaluate`.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[Chosen] | AccessRefusal:
            if self._is_too_narrow(permit):
                return AccessRefusal.CONSENT_TOO_NARROW
            found = records_evaluated(connection, permit, moment_of(connection, request.known))
            if found.disputed:
                return AccessRefusal.LINK_DISPUTED
            records, moment, norms = found.records, found.moment, _norms(permit.purpose)
            wanted, others = choose(records.case, records.known)
            held, apart = shown_whole(found, wanted, others)
            entries = tuple(excerpt_of(connection, held))
            kept_back = tuple((one.sequence, one.commitment) for one in excerpt_of(connection, apart, register=False))
            return Shown(records.fields, records.known, lambda number: Chosen(
                Evaluable(records.case, norms, number, moment.known, moment.position), entries, kept_back
            ))  # fmt: skip

        return self._looks.look(request, READ, show)

    def dossier(self, request: Request, address: str) -> tuple[Stored, ...]:
        """The entries of a sealed dossier about the person, as they were signed, in order: the seal, what was done about it,
        and the register behind their keys.

        For the office that sealed it, and for the person and who acts for them once they were told. AccessRefusedError says why
        not.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[tuple[Stored, ...]] | AccessRefusal:
            stored = tuple(dossier_entries(connection, address))
            seal, members = seal_of(stored), permit.reach.settled().members
            own = isinstance(permit.purpose.reads, WholeRecord) and is_told(stored) and not permit.hides
            theirs = seal is not None and permit.office and request.requester.organisation == seal.source
            if seal is None or seal.person not in members or not (own or theirs):
                return AccessRefusal.DOSSIER_OF_OTHERS
            signed = tuple(with_register(connection, stored))
            return Shown(dict.fromkeys(members, (_DECISIONS,)), permit.known, lambda number: signed)

        return self._looks.look(request, READ, show)

    def dossiers(self, request: Request) -> tuple[ToldOf, ...]:
        """The sealed dossiers about the person of which they were told, the newest first; only for whom the whole record is.

        AccessRefusedError says why not.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[tuple[ToldOf, ...]] | AccessRefusal:
            if not isinstance(permit.purpose.reads, WholeRecord):
                return AccessRefusal.DOSSIER_OF_OTHERS
            members = permit.reach.settled().members
            found = tuple(
                ToldOf(row.dossier, row.application, row.procedure, row.result, row.told_at)
                for row in told_about(connection, members)
            )
            return Shown(dict.fromkeys(members, (_DECISIONS,)), permit.known, lambda number: found)

        return self._looks.look(request, READ, show)

    def applications(self, request: Request) -> Applied:
        """What was done about the person's applications: all of them for the person and who acts for them; for an office those
        that are filed there. AccessRefusedError says why not.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[Applied] | AccessRefusal:
            members = permit.reach.settled().members
            own = isinstance(permit.purpose.reads, WholeRecord)
            if not own and not permit.office:
                return AccessRefusal.ENTRIES_ARE_WHOLE
            office = None if own else request.requester.organisation
            applied = applied_to(connection, members, permit.now, office)
            return Shown(dict.fromkeys(members, (_APPLICATIONS,)), permit.known, lambda number: applied)

        return self._looks.look(request, READ, show)

    def links(self, request: Request) -> ShownLinks:
        """Under which local ids institutions know the person, and which links say so; only for whom the whole record is.

        AccessRefusedError says why not.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[ShownLinks] | AccessRefusal:
            if not isinstance(permit.purpose.reads, WholeRecord):
                return AccessRefusal.LINKS_ARE_THE_PERSONS
            reach, own = links_shown(connection, permit)
            told, tell = notices_to(permit.reach), partial(self._pseudonym, request.subject)
            return Shown(
                dict.fromkeys(own, (LINKS,)), reach.known,
                lambda number: shown_links(reach, own, told, tell, number),
            )  # fmt: skip

        return self._looks.look(request, READ, show)

    def read_accesses(self, request: Request, offset: int = 0, limit: int = USAGES_MAX) -> Usages:
        """Who has looked at the person's records, this look among them, the newest first; `limit` at most. Of a request that is
        as known at an instant, those until then.

        AccessRefusedError says why not.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[Usages]:
            members, today = permit.reach.settled().members, legal_day(permit.now)
            return Shown(dict.fromkeys(members, ()), permit.known, lambda number: usages_of(
                connection, request.subject, members, self._purposes, self._pseudonym, today, offset, limit,
                permit.concealed, request.known,
            ))  # fmt: skip

        return self._looks.look(request, READ_ACCESSES, show)

    def show_cases(self, request: Request) -> int:
        """Logs that cases about the person are shown, under each of their local ids; the number of the entry.

        To be called before they are. A relation that is disputed is a ground for it: what the person disputes takes nothing back
        that the owner of a case was told (P15). AccessRefusedError says why they may not be.
        """

        def show(connection: sa.Connection, permit: Permit) -> Shown[int]:
            return Shown(dict.fromkeys(permit.reach.settled().members, ()), permit.known, lambda number: number)

        return self._looks.look(request, READ_CASES, show, told=True)

    def past_looks(self, person: str, before: int) -> list[PastLook]:
        """The permitted looks before an instant (microseconds) at the records of whoever has a local id, the oldest first.

        Looks that are under way are waited for. Who gets this list shows it to nobody.
        """
        with self._engine.connect() as connection:
            members = reach_of(connection, person, self._clock()).settled().members
        with locked(self._engine, members) as connection, connection.begin():
            return [
                PastLook(entry, reach_of(connection, entry.subject, entry.logtime).local_ids == (entry.subject,))
                for entry in looks_before(connection, members, before, (READ, READ_CASES))
            ]  # fmt: skip

    def answers(self, look: PastLook, norm: str) -> bool:
        """Whether the purpose of a look answers a norm."""
        purpose = self._purposes.by_id.get(look.entry.purpose or "")
        return purpose is not None and ((norms := _norms(purpose)) is None or norm in norms)

    def tell(
        self, look: PastLook, norm: str, parties: Collection[str], known: int, post: Callable[[sa.Connection], bool]
    ) -> bool:  # fmt: skip
        """Tells whoever looked that the answer of a norm is another as known at an instant (microseconds), if they may still
        ask for it; whether they were told.

        parties: about which organisations the answer is, beside the person. `post` writes what is told, in the transaction that
        decides and logs it; False: they were told before. Of who may not ask any more there is no entry, as they did not ask.
        """
        subject = look.entry.subject
        with locked(self._engine, {subject}) as connection, connection.begin():
            place = next_place(connection, subject)
            now = max(self._clock(), place.logtime_min)
            request = look.request(legal_day(now))
            permit = self._looks.decide(connection, request, READ, now)
            if not isinstance(permit, Permit) or self._is_too_narrow(permit) or not self.answers(look, norm):
                return False
            if permit.partners is not None and not permit.partners.issuperset(parties):
                return False
            if not post(connection):
                return False
            told = Look(request, TOLD, permit, now, self._purposes.law, self._policies.version)
            log_look(connection, told, {subject: ()}, known, {subject: place})
            return True

    def _is_too_narrow(self, permit: Permit) -> bool:
        """Whether a consent leaves out something without which the norms of the purpose cannot be answered."""
        whole = self._purposes.readable[permit.purpose.id]
        return not whole.names() <= permit.readable.names() or whole.born != permit.readable.born


def _names(records: Records) -> tuple[str, ...]:
    """The kinds and fields that are shown of any local id, in order."""
    return tuple(sorted({name for names in records.fields.values() for name in names}))


def _norms(purpose: Purpose) -> frozenset[str] | None:
    """The norms that a purpose answers; None: all."""
    match purpose.reads:
        case WholeRecord():
            return None
        case AboutNorms(norms):
            return frozenset(norms)
        case _:
            assert_never(purpose.reads)
