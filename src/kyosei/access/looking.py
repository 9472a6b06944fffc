"""A look: whether it is permitted is decided, what it shows is read, and an entry of it is written, in one transaction.

- Whether to permit a look is decided by what is on record now, whatever earlier instant the records are asked for.
- Each local id whose records are read gets an entry, in the transaction that reads. If one cannot be written, nothing is
  shown.
- A refused attempt is an entry as well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar, assert_never

import sqlalchemy as sa

from kyosei.access.attributes import context_of, principal_of
from kyosei.access.entries import next_place
from kyosei.access.gathering import Permit, permit_on
from kyosei.access.grounds import Grounds, attributes_of, gather_grounds
from kyosei.access.keeping import Keeping
from kyosei.access.locks import locked
from kyosei.access.policy import Denied, Failed, Permitted, Policies
from kyosei.access.purposes import Purposes
from kyosei.access.recording import Look, log_look
from kyosei.access.refusals import refused, why_not_permitted
from kyosei.access.requests import Request
from kyosei.errors import AccessRefusal, AccessRefusedError
from kyosei.identity.from_journal import reach_of
from kyosei.journal.clock import Clock
from kyosei.journal.reading import is_declared
from kyosei.timelines.days import legal_day

__all__ = ["READ", "READ_ACCESSES", "READ_CASES", "Looks", "Shown", "alike"]

READ: Final = "read"
READ_ACCESSES: Final = "readAccesses"
READ_CASES: Final = "readCases"
"""Cases about the person were shown."""
_KEPT_MOST: Final = 1_000
"""Decisions and cases together; a case with all its answers takes about a megabyte."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown(Generic[T]):
    """What a look shows, for its entries: the fields of each local id that was read, as known when.

    answer: from the number of the entry about the subject; called once the entries are written.
    """

    fields: Mapping[str, tuple[str, ...]]
    known: int
    answer: Callable[[int], T]


@dataclass(frozen=True, slots=True)
class _Grounded:
    """The grounds of a request, which are the same for each action, and what was permitted on them, by action."""

    grounds: Grounds
    permits: dict[str, Permit]


_Decided = Permit | AccessRefusal
_Show = Callable[[sa.Connection, Permit], Shown[T] | AccessRefusal]


class Looks:
    """Lets look for whom the policies permit it. kept: what looks that are alike need not read anew."""

    def __init__(self, engine: sa.Engine, purposes: Purposes, policies: Policies, clock: Clock) -> None:
        self.kept = Keeping(_KEPT_MOST)
        self._engine = engine
        self._purposes = purposes
        self._policies = policies
        self._clock = clock

    def look(self, request: Request, action: str, show: _Show[T], *, told: bool = False) -> T:
        """Decides, reads and logs in one transaction; returns once it is committed.

        The local ids that are locked are those that links join at first sight. If by then others are, or at the instant
        asked for, nothing of the attempt remains, and the look begins anew with these too.
        """
        subjects = {request.subject, *self._joined_to(request)}
        while True:
            with locked(self._engine, subjects) as connection, connection.begin() as transaction:
                places = {subject: next_place(connection, subject) for subject in subjects}
                now = max(self._clock(), *(place.logtime_min for place in places.values()))
                decided = self.decide(connection, request, READ if action == READ_CASES else action, now, told=told)
                shown = show(connection, decided) if isinstance(decided, Permit) else decided
                if isinstance(shown, AccessRefusal):
                    decided = shown
                elif not shown.fields.keys() <= subjects:
                    subjects |= shown.fields.keys()
                    transaction.rollback()
                    continue
                look = Look(request, action, decided, now, self._purposes.law, self._policies.version)
                if isinstance(shown, AccessRefusal):
                    known = now if request.known is None else request.known
                    log_look(connection, look, {request.subject: ()}, known, places)
                    answer: T | AccessRefusedError = refused(shown)
                else:
                    log_look(connection, look, shown.fields, shown.known, places)
                    answer = shown.answer(places[request.subject].number)
            if isinstance(answer, AccessRefusedError):
                raise answer
            return answer

    def _joined_to(self, request: Request) -> tuple[str, ...]:
        """Whose records a look will read, as far as can be seen before they are locked."""
        kept: _Grounded | None = self.kept.peek(alike(request, _grounds_of(told=False), self._clock()))
        if kept is not None:
            return kept.grounds.reach.local_ids
        with self._engine.connect() as connection:
            known = self._clock() if request.known is None else request.known
            return reach_of(connection, request.subject, known).local_ids

    def decide(
        self, connection: sa.Connection, request: Request, action: str, now: int, *, told: bool = False
    ) -> _Decided:  # fmt: skip
        if not request.purpose:
            return AccessRefusal.NO_PURPOSE
        purpose = self._purposes.by_id.get(request.purpose)
        if purpose is None:
            return AccessRefusal.UNKNOWN_PURPOSE
        if request.basis is None:
            return AccessRefusal.NO_BASIS
        if request.known is not None and request.known > now:
            return AccessRefusal.KNOWN_IN_FUTURE
        newest = self.kept.newest(connection)
        key = alike(request, _grounds_of(told=told), now)
        usable = newest.recorded_at is not None and newest.recorded_at < now
        kept: _Grounded | None = self.kept.get(key, newest) if usable else None
        if kept is None:
            kept = _Grounded(gather_grounds(connection, request, purpose, now, legal_day(now), disputed=told), {})
            if usable:
                self.kept.put(key, newest, kept, kept.grounds.read_of)
        if action in kept.permits:
            known = now if request.known is None else request.known
            return replace(kept.permits[action], known=known, now=now, newest=newest)
        grounds = kept.grounds
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
                readable = self._purposes.readable[purpose.id]
                permit = permit_on(policy, purpose, readable, request, grounds, ground, now, newest)
                kept.permits[action] = permit
                return permit
            case _:
                assert_never(decision)


def _grounds_of(*, told: bool) -> str:
    return "grounds, disputed ones too" if told else "grounds"


def alike(request: Request, what: str, now: int) -> Hashable:
    """What decides what a request reads beside the journal, as long as it is about now; it is one day's."""
    return replace(request, known=None), what, legal_day(now)
