"""A town whose watch, cases and notices are brought up to date together, with channels that keep what they are handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from kyosei.alerts.arriving import Arrivals
from kyosei.alerts.following import Follower
from kyosei.alerts.telling import Teller
from kyosei.cases.book import CaseBook
from kyosei.journal.notice_tables import deliveries, notices
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.channel import HandedOver, Outcome, Parcel
from kyosei.notices.outbox.receipt_sorts import ReceiptSort
from kyosei.notices.outbox.receipts import record_receipt
from kyosei.verdicts.evaluate import Loaded
from tests.cases.stories import Document, Followed
from tests.journal.fakes import Office
from tests.watch.towns import LONG_BEFORE, Town

__all__ = ["Told", "Tray"]


@dataclass
class Tray:
    """A channel that takes everything; `keys` in the order in which they came."""

    keys: list[str] = field(default_factory=list)

    def hand_over(self, parcel: Parcel, now: int) -> Outcome:
        self.keys.append(parcel.key)
        return HandedOver(delivered=False)


@dataclass
class Told(Followed):
    """A town whose parties are told."""

    follower: Follower
    tray: Tray

    @staticmethod
    def of(
        engine: sa.Engine, law: Loaded, catalogue: Catalogue, *, began: int = LONG_BEFORE, **how: Any
    ) -> Told:  # fmt: skip
        town = Town.on(engine, began)
        operator = town.world.register(
            "org:operator", human="staff:kimura", entry_types=["case_act"], valid_from=town.world.now[0]
        )
        clock = lambda: town.world.now[0]  # noqa: E731  # one line says it
        teller, tray = Teller(catalogue, clock), Tray()
        watch, book = town.watch(law, **how), CaseBook(engine, law.law, tell=teller.tell)
        arrivals = Arrivals(engine, town.world.journal, town.world.root)
        follower = Follower(watch, book, teller, arrivals, {"letter": tray, "email": tray, "webhook": tray}, clock)
        return Told(town, watch, book, operator, follower, tray)

    def catch_up(self) -> None:
        self.follower.catch_up()

    def notices(self, recipient: str | None = None, norm: str | None = None) -> list[sa.Row[Any]]:
        """The notices in the order of their matter: what was told first comes first."""
        asked = sa.select(notices).order_by(sa.cast(notices.c.request["day"].astext, sa.Date), notices.c.made_at)
        if recipient is not None:
            asked = asked.where(notices.c.recipient == recipient)
        if norm is not None:
            asked = asked.where(notices.c.norm == norm)
        with self.town.engine.connect() as connection:
            return list(connection.execute(asked))

    def of_case(self, case: Document, recipient: str) -> list[sa.Row[Any]]:
        """What a party was told of a case."""
        return [row for row in self.notices(recipient) if row.case == case["id"]]

    def all_told(self) -> dict[str, tuple[Mapping[str, Any], Mapping[str, Any]]]:
        """Every notice by its key: what was asked for, and what it says."""
        return {row.key: (row.request, row.message) for row in self.notices()}

    def receive(self, notice: str) -> None:
        """The recipient of a notice confirms one of its deliveries now."""
        with self.town.engine.begin() as connection:
            delivery = connection.scalar(sa.select(deliveries.c.key).where(deliveries.c.notice == notice).limit(1))
            assert delivery is not None
            record_receipt(connection, delivery, ReceiptSort.DELIVERED, self.town.world.now[0])
        self.catch_up()

    def choose(self, person: str, case: str, route: str, window: Office) -> None:
        """The person chooses how it goes on."""
        self.act(window, case, "complain", person, route=route)

    def window(self) -> Office:
        """A desk that passes on what persons and employers say about cases."""
        begins = self.town.world.now[0]
        return self.town.world.register("org:window", speaks_for=["*"], entry_types=["case_act"], valid_from=begins)
