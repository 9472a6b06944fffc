"""Offices, organisations and persons who enter things in a journal, and a read path over it, at a time that tests tell."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, partial
from typing import Any

import sqlalchemy as sa

from kyosei.access.answers import Disclosure
from kyosei.access.japan import PURPOSES
from kyosei.access.policy import Policies
from kyosei.access.purposes import Purpose, Purposes, load_purposes
from kyosei.access.reading import ReadPath
from kyosei.access.requests import Basis, ByConsent, ByLaw, Request, Requester, Role
from kyosei.errors import EntryRefusedError
from kyosei.facts.vocabulary import KINDS
from kyosei.identity.pseudonyms import PseudonymKeys, pseudonym
from kyosei.journal.entries import Actor, ActorKind
from kyosei.journal.registry import PORTAL
from kyosei.timelines.days import JAPAN, microseconds_from_instant
from kyosei.wiring import open_law
from tests.journal.fakes import HOUR, Office, World, at

__all__ = ["NOW", "PSEUDONYM", "Setting", "noon", "person_line", "purposes", "software", "someone", "staff"]

NOW = date(2026, 11, 22)
PSEUDONYM = partial(pseudonym, PseudonymKeys(1, {1: bytes(32)}))
ORGANISATIONS = ("org:acme", "org:kita", "org:midori", "org:sakura", "org:bank", "org:landlord", PORTAL)
PERSONS = ("person:hoa", "person:minh", "person:bui")
_ROLES = ["employer", "host", "school", "supporter", "bank", "landlord"]


def noon(day: date) -> int:
    """Noon in Japan, in microseconds."""
    return microseconds_from_instant(datetime(day.year, day.month, day.day, 12, tzinfo=JAPAN))


def person_line(id_: str, **more: object) -> dict[str, object]:
    """A person whose name says who it is."""
    names = [{"script": "Latn", "text": f"NAME OF {id_.removeprefix('person:').upper()}"}]
    return {"type": "party", "id": id_, "party": "person", "names": names, "born": "1998-05-01", **more}


@cache
def purposes(declared: tuple[Purpose, ...] = PURPOSES) -> Purposes:
    """The purposes under the law of Japan."""
    return load_purposes(declared, open_law().law, KINDS)


def staff(role: Role = Role.OFFICER, organisation: str | None = "authority:isa", id_: str = "staff:4711") -> Requester:
    """A human who works somewhere."""
    return Requester(Actor(ActorKind.HUMAN, id_), role, organisation)


def someone(role: Role = Role.PERSON, id_: str = "person:hoa", organisation: str | None = None) -> Requester:
    """A human for themself or for somebody."""
    return Requester(Actor(ActorKind.HUMAN, id_), role, organisation)


def software(role: Role, organisation: str | None, id_: str = "software:payroll") -> Requester:
    """A program."""
    return Requester(Actor(ActorKind.SOFTWARE, id_), role, organisation)


@dataclass
class Setting:
    """What is on record is said with `state` and the like; `read` asks for it."""

    world: World
    path: ReadPath
    office: Office
    """Through which everybody enters what they say, so that few keys are registered."""
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @staticmethod
    def on(engine: sa.Engine, declared: tuple[Purpose, ...] = PURPOSES) -> Setting:
        world = World.on(engine)
        office = world.register("org:gateway", speaks_for=["*"], declares_roles=_ROLES)
        world.now[0] = noon(NOW)
        path = ReadPath(
            engine, purposes(declared), Policies.shipped(), lambda: world.now[0], PSEUDONYM
        )  # fmt: skip
        setting = Setting(world, path, office)
        lines = [{"type": "party", "id": id_, "party": "organisation", "roles": _ROLES} for id_ in ORGANISATIONS]
        setting.submit(*lines, *(person_line(id_) for id_ in PERSONS))
        return setting

    @property
    def engine(self) -> sa.Engine:
        return self.world.journal.engine

    def submit(self, *lines: Mapping[str, object]) -> None:
        """Enters lines as they are; all must be taken."""
        answers = self.world.journal.submit([self.office.sign(line) for line in lines])
        for answer in answers:
            if isinstance(answer, EntryRefusedError):
                raise answer

    def go_to(self, day: date) -> None:
        self.world.now[0] = noon(day)

    def enter(self, line: Mapping[str, object]) -> str:
        """Enters a line; its id."""
        id_ = str(line.get("id", f"e-{next(self._numbers)}"))
        self.submit({"id": id_, "stated_at": at(self.world.now[0] - HOUR), **line})
        return id_

    def state(self, kind: str, source: str, about: Mapping[str, str], data: Mapping[str, object] | None = None,
              **more: object) -> str:  # fmt: skip
        """A statement; its days as `from_`, `until` or `on`."""
        written = {key.rstrip("_"): value for key, value in more.items()}
        line = {
            "type": "statement",
            "kind": kind,
            "source": source,
            "about": about,
            "data": dict(data or {}),
            **written,
        }
        return self.enter(line)

    def mandate(self, holder: str = "person:bui", as_: str = "helper", *, person: str = "person:hoa",
                source: str | None = None, acts: tuple[str, ...] = ("view",), from_: str = "2026-01-01",
                **more: object) -> str:  # fmt: skip
        return self.state("mandate", source or person, {"person": person, "holder": holder},
                          {"as": as_, "acts": list(acts)}, from_=from_, **more)  # fmt: skip

    def consent(self, recipient: str, purpose: str, fields: tuple[str, ...], *, person: str = "person:hoa",
                from_: str = "2026-01-01", **more: object) -> str:  # fmt: skip
        return self.state("consent", person, {"person": person, "recipient": recipient},
                          {"purpose": purpose, "fields": list(fields)}, from_=from_, **more)  # fmt: skip

    def end(self, target: str, source: str) -> None:
        """A withdrawal."""
        self.enter({"type": "withdrawal", "target": target, "source": source})

    def dispute(self, target: str, by: str) -> str:
        return self.enter({"type": "dispute", "target": target, "by": by, "reason": "this is wrong"})

    def request(self, requester: Requester, purpose: str | None, basis: Basis | str | None = None,
                subject: str = "person:hoa", **more: Any) -> Request:  # fmt: skip  # Any: other fields of a request
        """A request; by default on the first basis of its purpose. A text is the id of a consent."""
        declared = purposes().by_id.get(purpose or "")
        if basis is None and declared is not None and declared.bases:
            basis = ByLaw(declared.bases[0].provision)
        if isinstance(basis, str):
            basis = ByConsent(basis)
        if requester.role is Role.OFFICER:
            more = {"case": "case-1", **more}
        if requester.role in (Role.REPRESENTATIVE, Role.GUARDIAN, Role.HELPER):
            more = {"on_behalf_of": subject, **more}
        return Request(requester, subject, purpose, basis, **more)

    def read(self, *arguments: Any, **more: Any) -> Disclosure:  # Any: those of `request`
        return self.path.read(self.request(*arguments, **more))

    def log(self, subject: str = "person:hoa") -> list[sa.RowMapping]:
        """The access entries as the store has them, in order."""
        asked = sa.text("SELECT * FROM access_log WHERE subject = :subject ORDER BY number")
        with self.engine.connect() as connection:
            return list(connection.execute(asked, {"subject": subject}).mappings())
