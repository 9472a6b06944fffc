"""The read path: the only way in which records of a person leave the journal, and every use of it is an access entry.

What is always so:

- Whether to permit a look is decided by what is on record now, whatever earlier instant the records are asked for.
- The entry is written in the transaction that reads. If it cannot be written, nothing is shown.
- A refused attempt is an entry as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Generic, TypeVar, assert_never

import sqlalchemy as sa

from kyosei.access.answers import Disclosure, Evaluable, Excerpt
from kyosei.access.attributes import context_of, principal_of
from kyosei.access.entries import AccessEntry, append_entry, next_place
from kyosei.access.fields import Readable
from kyosei.access.grounds import Ground, Relation, attributes_of, gather_grounds
from kyosei.access.links import LINKS, ShownLinks, shown_links
from kyosei.access.policy import Denied, Failed, Permitted, Policies
from kyosei.access.purposes import AboutNorms, Purpose, Purposes, WholeRecord
from kyosei.access.reduction import disclosed_names, own_case, reduced_case
from kyosei.access.refusals import refused, why_not_permitted
from kyosei.access.requests import Basis, ByConsent, ByLaw, Request, Role
from kyosei.access.usages import CONSENT, USAGES_MAX, Pseudonym, Usages, provision_text, usages_of
from kyosei.errors import AccessRefusal, AccessRefusedError
from kyosei.facts.mandates import Consented
from kyosei.facts.statements import Case
from kyosei.identity.from_journal import linked_person
from kyosei.journal.clock import Clock
from kyosei.journal.excerpt import excerpt_of
from kyosei.journal.reading import Position, is_declared, read_case_of
from kyosei.journal.replay import AsOf, read_as_of
from kyosei.timelines.days import legal_day

__all__ = ["ReadPath"]

READ: Final = "read"
READ_ACCESSES: Final = "readAccesses"
_LOOKS: Final = 5_471_386
"""The first half of the advisory locks under which entries about one person get their places."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Permit:
    """What a permitted request may see, as known when; partners: as in `reduced_case`."""

    policy: str
    purpose: Purpose
    readable: Readable
    partners: frozenset[str] | None
    known: int
    now: int


@dataclass(frozen=True, slots=True)
class _Shown(Generic[T]):
    """What a look shows, for its entry: the fields, as known when; and how it is answered once the entry is written."""

    fields: tuple[str, ...]
    known: int
    answer: Callable[[], T]


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

    def read(self, request: Request) -> Disclosure:
        """The records of the person that the purpose may read. AccessRefusedError says why not."""

        def show(connection: sa.Connection, permit: _Permit, number: int) -> _Shown[Disclosure]:
            case = _case(connection, request.subject, permit)
            fields = disclosed_names(case, request.subject)
            return _Shown(fields, permit.known, lambda: Disclosure(case, fields, number, permit.known))

        return self._look(request, READ, show)

    def evaluate(self, request: Request, position: Position | None = None) -> Evaluable:
        """What the norms of the purpose are evaluated on; `position`: from the journal's first entries only.

        Without `request.known`: everything entered by the position. AccessRefusedError says why not, QuestionError that
        there is no such position.
        """

        def show(connection: sa.Connection, permit: _Permit, number: int) -> _Shown[Evaluable] | AccessRefusal:
            whole = self._purposes.readable[permit.purpose.id]
            if not whole.names() <= permit.readable.names() or whole.born != permit.readable.born:
                return AccessRefusal.CONSENT_TOO_NARROW
            read = read_as_of(connection, [request.subject], request.known, position)
            case = _evaluated(read, request.subject, permit)
            norms = _norms(permit.purpose)
            fields = disclosed_names(case, request.subject)
            return _Shown(
                fields, _known(read, permit), lambda: Evaluable(case, norms, number, read.known, read.position)
            )

        return self._look(request, READ, show)

    def excerpt(self, request: Request, position: Position | None = None) -> Excerpt:
        """The entries behind the person's case as they were signed: whole, so only for whom the whole record is.

        `position` and the errors: as for `evaluate`.
        """

        def show(connection: sa.Connection, permit: _Permit, number: int) -> _Shown[Excerpt] | AccessRefusal:
            if not isinstance(permit.purpose.reads, WholeRecord):
                return AccessRefusal.ENTRIES_ARE_WHOLE
            subject = request.subject
            read = read_as_of(connection, [subject], request.known, position)
            found = tuple(excerpt_of(connection, read.case))
            return _Shown(
                disclosed_names(read.case, subject), _known(read, permit),
                lambda: Excerpt(subject, read.case, found, number, read.known, read.position),
            )  # fmt: skip

        return self._look(request, READ, show)

    def links(self, request: Request) -> ShownLinks:
        """Under which local ids institutions know the person, and which links say so; only for whom the whole record is.

        AccessRefusedError says why not.
        """

        def show(connection: sa.Connection, permit: _Permit, number: int) -> _Shown[ShownLinks] | AccessRefusal:
            if not isinstance(permit.purpose.reads, WholeRecord):
                return AccessRefusal.LINKS_ARE_THE_PERSONS
            found = linked_person(connection, request.subject, permit.known)
            tell = partial(self._pseudonym, request.subject)
            return _Shown((LINKS,), permit.known, lambda: shown_links(found, tell, number, permit.known))

        return self._look(request, READ, show)

    def read_accesses(self, request: Request, offset: int = 0, limit: int = USAGES_MAX) -> Usages:
        """Who has looked at the person's records, this look among them, the newest first; `limit` at most.

        AccessRefusedError says why not.
        """

        def show(connection: sa.Connection, permit: _Permit, number: int) -> _Shown[Usages]:
            return _Shown((), permit.known, lambda: usages_of(
                connection, request.subject, self._purposes, self._pseudonym, legal_day(permit.now), offset, limit
            ))  # fmt: skip

        return self._look(request, READ_ACCESSES, show)

    def _look(
        self, request: Request, action: str,
        show: Callable[[sa.Connection, _Permit, int], _Shown[T] | AccessRefusal],
    ) -> T:  # fmt: skip
        """Decides, reads and logs in one transaction; returns once it is committed."""
        with self._locked(request.subject) as connection, connection.begin():
            place = next_place(connection, request.subject)
            now = max(self._clock(), place.logtime_min)
            decided = self._decide(connection, request, action, now)
            shown = show(connection, decided, place.number) if isinstance(decided, _Permit) else decided
            if isinstance(shown, AccessRefusal):
                decided = shown
            append_entry(connection, self._entry(request, action, decided, shown, place.number, now), place)
            answer = refused(shown) if isinstance(shown, AccessRefusal) else shown.answer()
        if isinstance(answer, AccessRefusedError):
            raise answer
        return answer

    def _decide(self, connection: sa.Connection, request: Request, action: str, now: int) -> _Permit | AccessRefusal:
        if not request.purpose:
            return AccessRefusal.NO_PURPOSE
        purpose = self._purposes.by_id.get(request.purpose)
        if purpose is None:
            return AccessRefusal.UNKNOWN_PURPOSE
        if request.basis is None:
            return AccessRefusal.NO_BASIS
        known = now if request.known is None else request.known
        if known > now:
            return AccessRefusal.KNOWN_IN_FUTURE
        grounds = gather_grounds(connection, request, purpose, now, legal_day(now))
        base = context_of(request, purpose, legal_day(now))
        contexts = [base | attributes_of(ground) for ground in grounds.found] or [base]
        person = {"id": request.subject, "alive": grounds.alive}
        decision = self._policies.decide(action, principal_of(request.requester), person, contexts)
        match decision:
            case Failed():
                return AccessRefusal.EVALUATION_FAILED
            case Denied(forbidden_by):
                return forbidden_by[0] if forbidden_by else why_not_permitted(request)
            case Permitted(policy, place):
                if not is_declared(connection, request.subject):
                    return AccessRefusal.UNKNOWN_SUBJECT
                ground = grounds.found[place] if grounds.found else None
                return _permit(policy, purpose, self._purposes.readable[purpose.id], request, ground, known, now)
            case _:
                assert_never(decision)

    def _entry(
        self, request: Request, action: str, decided: _Permit | AccessRefusal, shown: _Shown[T] | AccessRefusal,
        number: int, now: int,
    ) -> AccessEntry:  # fmt: skip
        permitted = isinstance(decided, _Permit)
        asked = now if request.known is None else request.known
        fields, known = (shown.fields, shown.known) if isinstance(shown, _Shown) else ((), asked)
        requester, withheld_until, withheld_by = request.requester, None, None
        if isinstance(decided, _Permit) and request.withheld_until is not None and decided.purpose.withholding:
            withheld_until = request.withheld_until
            withheld_by = provision_text(decided.purpose.withholding.basis.provision)
        return AccessEntry(
            request.subject, number, now, action, "permitted" if permitted else "refused",
            decided.policy if isinstance(decided, _Permit) else decided.value,
            requester.actor.kind.value, requester.actor.id, requester.role.value, requester.organisation,
            request.purpose or None, None if request.basis is None else _basis_text(request.basis),
            request.on_behalf_of, request.case, known, fields,
            self._purposes.law, self._policies.version, withheld_until, withheld_by,
        )  # fmt: skip

    @contextmanager
    def _locked(self, subject: str) -> Iterator[sa.Connection]:
        """A connection on which nobody else adds an entry about the person; all that it reads is of one moment."""
        key = {"looks": _LOOKS, "subject": subject}
        with self._engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
            # Taken before the transaction that reads, or that would not see the entries of those it waited for.
            connection.execute(_LOCK, key)
            connection.commit()
            try:
                yield connection
            finally:
                connection.rollback()
                connection.execute(_UNLOCK, key)
                connection.commit()


_LOCK: Final = sa.text("SELECT pg_advisory_lock(:looks, hashtext(:subject))")
_UNLOCK: Final = sa.text("SELECT pg_advisory_unlock(:looks, hashtext(:subject))")


def _permit(
    policy: str, purpose: Purpose, readable: Readable, request: Request, ground: Ground | None, known: int, now: int
) -> _Permit:
    """What a permitted request may see on its ground."""
    organisation = request.requester.organisation
    partners: frozenset[str] | None = None
    if request.requester.role is not Role.OFFICER and organisation is not None:
        partners = frozenset((organisation,))
    if isinstance(ground, Relation) and partners is not None:
        partners |= ground.partners
    if isinstance(ground, Consented):
        readable = readable.limited_to(ground.fields)
    return _Permit(policy, purpose, readable, partners, known, now)


def _case(connection: sa.Connection, subject: str, permit: _Permit) -> Case:
    case = read_case_of(connection, [subject], permit.known)
    match permit.purpose.reads:
        case WholeRecord():
            return own_case(case, subject)
        case AboutNorms():
            return reduced_case(case, subject, permit.readable, permit.known, permit.partners)
        case _:
            assert_never(permit.purpose.reads)


def _evaluated(read: AsOf, subject: str, permit: _Permit) -> Case:
    """The case on which the norms of a purpose give the answers of the whole record; empty before there was one."""
    if subject not in read.case.parties or read.known is None:
        return Case({})
    match permit.purpose.reads:
        case WholeRecord():
            case = reduced_case(read.case, subject, permit.readable, read.known)
            return replace(case, parties={**case.parties, subject: read.case.parties[subject]})
        case AboutNorms():
            return reduced_case(read.case, subject, permit.readable, read.known, permit.partners)
        case _:
            assert_never(permit.purpose.reads)


def _norms(purpose: Purpose) -> frozenset[str] | None:
    """The norms that a purpose answers; None: all."""
    match purpose.reads:
        case WholeRecord():
            return None
        case AboutNorms(norms):
            return frozenset(norms)
        case _:
            assert_never(purpose.reads)


def _known(read: AsOf, permit: _Permit) -> int:
    return permit.known if read.known is None else read.known


def _basis_text(basis: Basis) -> str:
    match basis:
        case ByLaw(provision):
            return provision_text(provision)
        case ByConsent(consent):
            return f"{CONSENT}{consent}"
        case _:
            assert_never(basis)
