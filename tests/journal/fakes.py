"""A log in memory, a clock that is told the time, and institutions with keys, for tests of the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from kyosei.errors import LogError
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal, Step
from kyosei.log.checkpoints import Checkpoint
from kyosei.log.frontier import Frontier
from kyosei.log.merkle import leaf_hashes
from kyosei.timelines.days import instant_from_microseconds

__all__ = ["HOUR", "START", "FakeLog", "Office", "World", "at", "status"]

HOUR = 3_600_000_000
START = 1_767_225_600_000_000
"""2026-01-01T00:00:00Z."""


def at(microseconds: int) -> str:
    """An instant as entries write it."""
    return instant_from_microseconds(microseconds).isoformat()


@dataclass
class FakeLog:
    """Keeps leaves as the log does, and can be told to fail when it publishes."""

    published: list[bytes] = field(default_factory=list)
    waiting: list[bytes] = field(default_factory=list)
    fails: bool = False

    @property
    def size(self) -> int:
        return len(self.published) + len(self.waiting)

    def extend(self, first: int, leaves: Sequence[bytes]) -> None:
        held = [*self.published, *self.waiting]
        if first > len(held):
            raise LogError("a gap")
        known = len(held) - first
        if held[first : first + len(leaves)] != list(leaves[:known]):
            raise LogError("another leaf")
        self.waiting += leaves[known:]

    def publish(self, time: datetime) -> Checkpoint:
        if self.fails:
            raise LogError("no witness answers")
        self.published += self.waiting
        self.waiting = []
        tree = Frontier()
        tree.extend(leaf_hashes(self.published))
        return Checkpoint("fake", tree.size, tree.root())

    def proof(self, index: int, extra: bytes = b"") -> bytes:
        return self.published[index] + extra


@dataclass(frozen=True)
class Office:
    """An institution with a key."""

    party: str
    key: SigningKey

    def sign(self, line: Mapping[str, object]) -> bytes:
        return self.key.sign(line)


@dataclass
class World:
    """A journal with a register: offices by name, and a clock that goes on an hour when told to."""

    journal: Journal
    log: FakeLog
    root: SigningKey
    now: list[int]
    offices: dict[str, Office] = field(default_factory=dict)
    _numbers: int = 0

    @staticmethod
    def on(engine: sa.Engine, reached: Callable[[Step], None] = lambda step: None) -> World:
        log, root, now = FakeLog(), SigningKey.generate(), [START]
        return World(Journal(engine, log, root.public, lambda: now[0], reached), log, root, now)

    def reopened(self) -> World:
        """The same journal opened again, as after an interruption; leaves that were not published are forgotten."""
        self.log.waiting = []
        self.journal = Journal(self.journal.engine, self.log, self.root.public, lambda: self.now[0])
        return self

    def later(self, hours: int = 1) -> int:
        self.now[0] += hours * HOUR
        return self.now[0]

    def number(self, prefix: str) -> str:
        self._numbers += 1
        return f"{prefix}-{self._numbers}"

    def register(
        self, party: str, *, key: SigningKey | None = None, human: str | None = None, valid_from: int = START,
        valid_until: int | None = None, **scope: object,
    ) -> Office:  # fmt: skip
        """Registers an institution with a key; `scope` as in entries of type institution."""
        office = Office(party, key or SigningKey.generate())
        entry = {
            "type": "institution", "id": self.number("institution"), "institution": party, "speaks_for": [],
            "entry_types": [], "declares_roles": [], "stated_at": at(min(START, self.now[0])), **scope,
        }  # fmt: skip
        actor = {"kind": "software", "id": "software:office"} if human is None else {"kind": "human", "id": human}
        registration = {
            "type": "key", "id": self.number("key"), "institution": party, "public_key": office.key.public.text,
            "actor": actor, "valid_from": at(valid_from), "stated_at": at(min(START, self.now[0])),
            "valid_until": None if valid_until is None else at(valid_until),
        }  # fmt: skip
        for one in (entry, registration):
            self.journal.submit_one(self.root.sign(one))
        self.offices[party] = office
        return office

    def declare(self, office: Office, *parties: str, **more: object) -> None:
        for party in parties:
            what = "person" if party.startswith("person:") else "organisation"
            office_line = {"type": "party", "id": party, "party": what, **more}
            self.journal.submit_one(office.sign(office_line))


def status(id_: str, person: str = "person:hoa", stated: int = START, **more: object) -> dict[str, object]:
    """A statement of the immigration office about a person's status."""
    return {
        "type": "statement", "id": id_, "kind": "residence.status", "source": "authority:isa",
        "about": {"person": person}, "from": "2023-04-01", "until": "2028-04-02",
        "data": {"status": "engineer-humanities-international", "granted_period": "P5Y"}, "stated_at": at(stated),
        **more,
    }  # fmt: skip
