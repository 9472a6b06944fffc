"""One loop from the journal to what people hear: verdicts, cases, notices, corrections, delivery; and receipts back as acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kyosei.alerts.applying import Applicants
from kyosei.alerts.arriving import Arrivals
from kyosei.alerts.retelling import Retelling
from kyosei.alerts.sources import Sources
from kyosei.alerts.telling import Teller
from kyosei.cases.book import CaseBook
from kyosei.cases.silencing import Silencer
from kyosei.journal.clock import Clock
from kyosei.notices.channels.channel import Channel
from kyosei.notices.outbox.delivering import deliver
from kyosei.watch.following import Did, Watch

__all__ = ["Followed", "Follower"]


@dataclass(frozen=True, slots=True)
class Followed:
    """What was done: by the watch; subjects whose cases were derived; notices posted, handed over; receipts entered;
    norms silenced.
    """

    did: Did = field(default_factory=Did)
    cases: int = 0
    posted: int = 0
    handed_over: int = 0
    receipts: int = 0
    silenced: int = 0

    def __bool__(self) -> bool:
        return bool(self.did or self.cases or self.posted or self.handed_over or self.receipts or self.silenced)

    def __add__(self, other: Followed) -> Followed:
        return Followed(
            self.did + other.did, self.cases + other.cases, self.posted + other.posted,
            self.handed_over + other.handed_over, self.receipts + other.receipts, self.silenced + other.silenced,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Follower:
    """Everything that follows from entries, passing days and receipts; `book` tells by `teller`."""

    watch: Watch
    book: CaseBook
    teller: Teller
    arrivals: Arrivals
    channels: Mapping[str, Channel]
    clock: Clock
    silencer: Silencer | None = None
    retelling: Retelling | None = None
    applicants: Applicants | None = None
    sources: Sources | None = None

    def catch_up(self) -> Followed:
        """Goes on until nothing is left to do now."""
        done = Followed()
        while did := self._round():
            done += did
        return done

    def _round(self) -> Followed:
        before = self.teller.posted
        did, cases = self.watch.catch_up(), self.book.catch_up()
        silenced = 0 if self.silencer is None else self.silencer.enter()
        retold = 0 if self.retelling is None else self.retelling.catch_up()
        asked = 0 if self.applicants is None else self.applicants.catch_up()
        addressed = 0 if self.sources is None else self.sources.catch_up()
        sent = deliver(self.book.engine, self.channels, self.clock)
        return Followed(
            did,
            cases,
            self.teller.posted - before + retold + asked + addressed,
            sent.handed_over,
            self.arrivals.enter(),
            silenced,
        )
