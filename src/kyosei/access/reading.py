"""The read path: the only way in which records of a person leave the journal, and every use of it is an access entry.

What is always so:

- Whether to permit a look is decided by what is on record now, whatever earlier instant the records are asked for.
- The entry is written in the transaction that reads. If it cannot be written, nothing is shown.
- A refused attempt is an entry as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar, assert_never

import sqlalchemy as sa

from kyosei.access.entries import AccessEntry, append_entry, next_place
from kyosei.access.fields import Readable
from kyosei.access.grounds import Ground, Relation, attributes_of, gather_grounds
from kyosei.access.policy import Denied, Failed, Permitted, Policies
from kyosei.access.purposes import AboutNorms, LegalBasis, Purpose, Purposes, WholeRecord
from kyosei.access.reduction import disclosed_names, own_case, reduced_case
from kyosei.access.refusals import refused, why_not_permitted
from kyosei.access.requests import Basis, ByConsent, ByLaw, Request, Requester, Role
from kyosei.access.usages import CONSENT, USAGES_MAX, Pseudonym, Usages, provision_text, usages_of
from kyosei.errors import AccessRefusal, AccessRefusedError
from kyosei.facts.mandates import Consented
from kyosei.facts.statements import Case
from kyosei.journal.clock import Clock
from kyosei.journal.entries import ActorKind
from kyosei.journal.reading import is_declared, read_case_of
from kyosei.timelines.days import legal_day

__all__ = ["Disclosure", "ReadPath"]

READ: Final = "read"
READ_ACCESSES: Final = "readAccesses"
_LOOKS: Final = 5_471_386
"""The first half of the advisory locks under which entries about one person get their places."""

T = TypeVar("T")
_Shown = tuple[tuple[str, ...], Callable[[], T]]
"""The fields that a look shows, for its entry; and how it is answered once the entry is written."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What a look shows: the lines of the person, as a case reduced to the purpose; its entry's number; as known when."""

    case: Case
    fields: tuple[str, ...]
    number: int
    known: int


@dataclass(frozen=True, slots=True)
class _Permit:
    """What a permitted request may see, as known when; partners: as in `reduced_case`."""

    policy: str
    purpose: Purpose
    readable: Readable
    partners: frozenset[str] | None
    known: int
    now: int


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
            return fields, lambda: Disclosure(case, fields, number, permit.known)

        return self._look(request, READ, show)

    def read_accesses(self, request: Request, offset: int = 0, limit: int = USAGES_MAX) -> Usages:
        """Who has looked at the person's records, this look among them, the newest first; `limit` at most.

        AccessRefusedError says why not.
        """

        def show(connection: sa.Connection, permit: _Permit, number: int) -> _Shown[Usages]:
            return (), lambda: usages_of(
                connection, request.subject, self._purposes, self._pseudonym, legal_day(permit.now), offset, limit
            )  # fmt: skip

        return self._look(request, READ_ACCESSES, show)

    def _look(self, request: Request, action: str, show: Callable[[sa.Connection, _Permit, int], _Shown[T]]) -> T:
        """Decides, reads and logs in one transaction; returns once it is committed."""
        with self._locked(request.subject) as connection, connection.begin():
            place = next_place(connection, request.subject)
            now = max(self._clock(), place.logtime_min)
            decided = self._decide(connection, request, action, now)
            fields: tuple[str, ...] = ()
            outcome: Callable[[], T] | AccessRefusedError
            if isinstance(decided, _Permit):
                fields, outcome = show(connection, decided, place.number)
            else:
                outcome = refused(decided)
            append_entry(connection, self._entry(request, action, decided, fields, place.number, now), place)
            answer = outcome if isinstance(outcome, AccessRefusedError) else outcome()
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
        base = _context(request, purpose, legal_day(now))
        contexts = [base | attributes_of(ground) for ground in grounds.found] or [base]
        person = {"id": request.subject, "alive": grounds.alive}
        decision = self._policies.decide(action, _principal(request.requester), person, contexts)
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
        self, request: Request, action: str, decided: _Permit | AccessRefusal, fields: tuple[str, ...], number: int,
        now: int,
    ) -> AccessEntry:  # fmt: skip
        permitted = isinstance(decided, _Permit)
        requester, withheld_until, withheld_by = request.requester, None, None
        if isinstance(decided, _Permit) and request.withheld_until is not None and decided.purpose.withholding:
            withheld_until = request.withheld_until
            withheld_by = provision_text(decided.purpose.withholding.basis.provision)
        return AccessEntry(
            request.subject, number, now, action, "permitted" if permitted else "refused",
            decided.policy if isinstance(decided, _Permit) else decided.value,
            requester.actor.kind.value, requester.actor.id, requester.role.value, requester.organisation,
            request.purpose or None, None if request.basis is None else _basis_text(request.basis),
            request.on_behalf_of, request.case, now if request.known is None else request.known, fields,
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


def _principal(requester: Requester) -> dict[str, Any]:  # Any: values of Cedar (access.policy)
    found: dict[str, Any] = {
        "id": requester.actor.id, "software": requester.actor.kind is ActorKind.SOFTWARE, "role": requester.role.value,
    }  # fmt: skip
    if requester.organisation is not None:
        prefix = requester.organisation.partition(":")[0]
        found["organisation"] = requester.organisation
        if prefix != "org":
            found["office"] = f"{prefix}:*" if prefix in ("municipality", "insurer") else requester.organisation
    return found


def _context(request: Request, purpose: Purpose, day: int) -> dict[str, Any]:  # Any: as above
    basis = _declared(request, purpose)
    found: dict[str, Any] = {
        "day": day,
        "purpose": {
            "id": purpose.id, "roles": sorted(purpose.roles), "audience": sorted(purpose.audience),
            "needsCase": purpose.needs_case, "byConsent": purpose.consent is not None,
        },
        "basis": {
            "declared": basis is not None, "from": 0 if basis is None else basis.from_day,
            "until": 0 if basis is None else basis.until_day,
        },
    }  # fmt: skip
    if request.on_behalf_of is not None:
        found["onBehalfOf"] = request.on_behalf_of
    if request.case is not None:
        found["case"] = request.case
    if request.withheld_until is not None:
        found["withholding"] = {"lawful": _may_withhold(purpose, request.withheld_until, day)}
    return found


def _declared(request: Request, purpose: Purpose) -> LegalBasis | None:
    """The declared basis that a request names; a consent stands on the provision that lets the person consent."""
    match request.basis:
        case ByLaw(provision):
            return purpose.basis_of(provision)
        case ByConsent():
            return purpose.consent
        case None:
            return None
        case _:
            assert_never(request.basis)


def _may_withhold(purpose: Purpose, until_day: int, day: int) -> bool:
    law = purpose.withholding
    return law is not None and law.basis.is_in_force(day) and day < until_day <= day + law.days_max


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


def _basis_text(basis: Basis) -> str:
    match basis:
        case ByLaw(provision):
            return provision_text(provision)
        case ByConsent(consent):
            return f"{CONSENT}{consent}"
        case _:
            assert_never(basis)
