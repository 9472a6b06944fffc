"""A process that serves the portal over lives while days pass as it is told: `python -m tests.web.passing DIR PORT LINES`.

LINES is a case file. Each line of standard input is a day, none before the one that was told last: then it is the last
second of that day, all lines that were said by then are entered, and the portal has followed them; `ready` is printed. It serves
until it is ended.

The provisions by which records are read were compared with texts in force since June 2026, so that nobody may look before; the
stories begin earlier, and here the same provisions permit it then, too.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from threading import Thread
from typing import Any

import uvicorn

from kyosei import wiring
from kyosei.access.japan import PURPOSES
from kyosei.access.purposes import LegalBasis, Purpose
from kyosei.alerts.telling import Teller
from kyosei.cases.book import CaseBook
from kyosei.errors import EntryRefusedError
from kyosei.journal.database import open_database
from kyosei.journal.directory import initialise, open_journal, shared_journal
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import BATCH_MAX, Journal
from kyosei.journal.registry import PORTAL
from kyosei.notices.catalogue import catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.timelines.days import JAPAN, microseconds_from_instant
from kyosei.trial.institutions import DECLARES_PARTIES, institutions_of, register_all
from kyosei.trial.residents import Residents, acting_in, write_residents
from kyosei.watch.following import Watch
from kyosei.web.application import make_application
from kyosei.web.security.patience import Impatient
from kyosei.wiring import notice_guidance, open_law, open_portal

Line = dict[str, Any]  # Any: JSON


@dataclass
class Time:
    """It moves on only when it is told to, but for the microseconds between two looks at the clock."""

    instant: int = 0
    ticks: Iterator[int] = field(default_factory=itertools.count)

    def __call__(self) -> int:
        return self.instant + next(self.ticks)


def end_of(day: str) -> int:
    """The last second of a day in Japan, in microseconds."""
    return microseconds_from_instant(datetime.combine(date.fromisoformat(day), time(23, 59, 59), JAPAN))


def said_at(line: Line) -> int:
    """When a line was said, in microseconds; parties are there from the beginning."""
    return microseconds_from_instant(datetime.fromisoformat(line["stated_at"])) if "stated_at" in line else 0


def speaker(line: Line) -> str:
    """Whose key signs a line: what a person says, the portal signs for them."""
    source = str(line.get("source", line.get("by", DECLARES_PARTIES)))
    return PORTAL if source.startswith("person:") else source


def earlier(basis: LegalBasis) -> LegalBasis:
    """As if its text had always been compared."""
    return replace(basis, from_day=0)


def purposes() -> tuple[Purpose, ...]:
    """For which records are read, on every day of the stories."""
    return tuple(
        replace(
            one, bases=tuple(map(earlier, one.bases)), consent=None if one.consent is None else earlier(one.consent)
        )
        for one in PURPOSES
    )  # fmt: skip


def main(folder: str, port: str, file: str) -> None:
    """See the module's docstring."""
    data, now = Path(folder), Time()
    lines = sorted(map(json.loads, Path(file).read_text(encoding="utf-8").splitlines()), key=said_at)
    days = (line.strip() for line in sys.stdin)
    now.instant = end_of(next(days))
    keys = made(data, lines, now)
    parties = [line for line in lines if line["type"] == "party"]
    persons = tuple(one["id"] for one in parties if one["party"] == "person")
    organisations = {one["id"]: tuple(one["roles"]) for one in parties if one["party"] == "organisation"}
    write_residents(data, Residents(persons, organisations, acting_in(lines)))
    with open_database({}, data) as database:
        journal, law = shared_journal(data, database.engine, now), open_law()
        teller = Teller(catalogue_of(law.law, read_guidance(notice_guidance())), now)

        def follow() -> None:
            enter(journal, keys, lines, now.instant)
            Watch(database.engine, law, now).catch_up()
            CaseBook(database.engine, law.law, tell=teller.tell).catch_up()
            print("ready", flush=True)  # noqa: T201  # who told the day waits for it

        def pass_days() -> None:
            try:
                for day in days:
                    now.instant = end_of(day)
                    follow()
            finally:
                os.kill(os.getpid(), signal.SIGINT)  # whoever waits for `ready` sees the end instead

        wiring.purposes_of_japan = purposes
        portal = open_portal(data, database, f"http://127.0.0.1:{port}", True, now, lambda: True)
        portal.pace.at_once = 1_000_000  # tests ask faster than anybody
        listening = socket.create_server(("127.0.0.1", int(port)))
        follow()
        Thread(target=pass_days, daemon=True).start()
        configuration = uvicorn.Config(
            make_application(portal, []), http=Impatient, log_config=None, access_log=False, lifespan="off",
            server_header=False,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):
            uvicorn.Server(configuration).run([listening])


def made(data: Path, lines: list[Line], now: Time) -> dict[str, SigningKey]:
    """A data directory in which everybody who says anything is registered; their keys."""
    initialise(data, "passing.kyosei.example/log")
    with open_journal(data, {}, now) as (journal, _):
        return register_all(journal, data, institutions_of(map(speaker, lines)), now())


def enter(journal: Journal, keys: dict[str, SigningKey], lines: list[Line], by: int) -> None:
    """Takes what was said by an instant out of `lines`, and enters it."""
    count = sum(said_at(line) <= by for line in lines)
    said, lines[:count] = lines[:count], []
    for first in range(0, count, BATCH_MAX):
        part = said[first : first + BATCH_MAX]
        for line, answer in zip(part, journal.submit([keys[speaker(one)].sign(one) for one in part]), strict=True):
            assert not isinstance(answer, EntryRefusedError), f"{line['id']}: {answer}"


if __name__ == "__main__":
    main(*sys.argv[1:])
