"""A town in which people and offices look at records, and whoever relied on an answer is told when another is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa

from kyosei.access.japan import PURPOSES
from kyosei.access.policy import Policies
from kyosei.access.purposes import Purpose, Purposes, load_purposes
from kyosei.access.reading import ReadPath
from kyosei.access.requests import ByConsent, ByLaw, Request, Requester, Role
from kyosei.alerts.retelling import Retelling, Step
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.compiler import CompiledLaw
from kyosei.notices.catalogue import Catalogue
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import open_law
from tests.access.setting import PSEUDONYM
from tests.alerts.told import Told

__all__ = ["Readers", "always", "read_path"]


def always(purpose: Purpose) -> Purpose:
    """A purpose whose provisions were in force long before, as the lives of these tests begin earlier than they were read."""
    from_day = day_from_date(date(2020, 1, 1))
    consent = None if purpose.consent is None else replace(purpose.consent, from_day=from_day)
    return replace(purpose, bases=tuple(replace(one, from_day=from_day) for one in purpose.bases), consent=consent)


@cache
def _purposes() -> Purposes:
    law: CompiledLaw = open_law().law
    return load_purposes([always(one) for one in PURPOSES], law, KINDS)


def read_path(engine: sa.Engine, clock: Callable[[], int]) -> ReadPath:
    """The read path of a town."""
    return ReadPath(engine, _purposes(), Policies.shipped(), clock, PSEUDONYM)


@dataclass
class Readers(Told):
    """A town with readers. Looks are made at the instant of the town's clock."""

    path: ReadPath
    retelling: Retelling

    @staticmethod
    def with_readers(
        engine: sa.Engine, law: Loaded, catalogue: Catalogue, reached: Callable[[Step], None] = lambda step: None,
        **how: Any,
    ) -> Readers:  # fmt: skip
        told = Told.of(engine, law, catalogue, **how)
        clock = lambda: told.town.world.now[0]  # noqa: E731  # one line says it
        path = read_path(engine, clock)
        retelling = Retelling(engine, law, catalogue, path, clock, reached)
        follower = replace(told.follower, retelling=retelling)
        return Readers(told.town, told.watch, told.book, told.operator, follower, told.tray, path, retelling)

    def look(self, requester: Requester, purpose: str, person: str, *, consent: str | None = None, **more: Any) -> None:
        """Reads what a purpose evaluates, as of now. Any: other fields of a request."""
        declared = _purposes().by_id[purpose]
        basis = ByLaw(declared.bases[0].provision) if consent is None else ByConsent(consent)
        if requester.role is Role.OFFICER:
            more = {"case": "ref-1", **more}
        self.town.world.now[0] += 1
        self.path.evaluate(Request(requester, person, purpose, basis, **more))

    def corrected(self, recipient: str | None = None, norm: str | None = None) -> list[sa.Row[Any]]:
        """The notices that an answer is another now."""
        return [row for row in self.notices(recipient, norm) if row.occasion == "corrected"]

    def looks(self, person: str) -> list[sa.RowMapping]:
        """The access entries about a person."""
        asked = sa.text("SELECT * FROM access_log WHERE subject = :subject ORDER BY number")
        with self.town.engine.connect() as connection:
            return list(connection.execute(asked, {"subject": person}).mappings())
