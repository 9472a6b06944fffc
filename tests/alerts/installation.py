"""A data directory whose commands run as processes at given instants; mail and webhooks are taken on this machine.

All commands of an installation share one embedded database server, which an address names to them: to start one for each
command would take longer than the commands. Keys and addresses are put there directly.
"""

from __future__ import annotations

import datetime as clock
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from email.message import EmailMessage
from ipaddress import ip_network
from pathlib import Path
from secrets import token_bytes
from typing import Any

import pytest
import sqlalchemy as sa
import standardwebhooks.webhooks
from icalendar import Calendar
from standardwebhooks import Webhook

from kyosei.cases.book import case_documents
from kyosei.cases.case import owners_part
from kyosei.cli.notices.delivering import webhook_key
from kyosei.journal.directory import Registration, initialise, open_journal, register, signing_key
from kyosei.notices.channels.calendar import calendar_of, new_feed
from kyosei.notices.channels.endpoints import register_endpoint
from kyosei.notices.channels.guard import Guard
from kyosei.notices.outbox.reach import set_contact, set_language
from tests.forking.processes import run, surroundings
from tests.journal.server import Server, temporary_folder
from tests.notices.test_mail import Postbox, serving
from tests.notices.test_webhook import Receiver, receiving
from tests.watch.towns import Line, instant

__all__ = ["ISA", "Installation", "body", "stay", "verify"]

ISA = "authority:isa"
KINDS = ("residence.status", "residence.application", "residence.decision", "residence.basis", "residence.presence")


def stay(person: str, until: str, *more: Line, said: str = "2026-11-20T10:00:00+09:00") -> Iterator[Line]:
    """A year's stay of somebody who is here, of which the immigration office tells everything."""
    told = {"source": ISA, "about": {"person": person}, "stated_at": said}
    yield {"type": "party", "id": person, "party": "person", "born": "1990-01-01"}
    yield {"type": "statement", "id": f"{person}-stay", "kind": "residence.status", "from": "2026-01-01", "until": until,
           "data": {"status": "engineer-humanities-international", "granted_period": "P1Y"}, **told}  # fmt: skip
    yield {"type": "statement", "id": f"{person}-here", "kind": "residence.presence", "from": "2026-01-01", "until": None,
           "data": {}, **told}  # fmt: skip
    for kind in KINDS:
        yield {"type": "coverage", "id": f"{person}-{kind}", "kind": kind, "from": "2000-01-01", **told}
    for line in more:
        yield {"type": "statement", "id": f"{person}-{line['on']}", "kind": "residence.application", **told, **line}


@dataclass
class Installation:
    """The directory and its database, who takes its mail and its webhooks; addresses, feeds: of parties."""

    data: Path
    engine: sa.Engine
    relay: str
    postbox: Postbox
    receiver: Receiver
    receiver_port: int
    addresses: dict[str, str] = field(default_factory=dict)
    secret: str = ""
    feeds: dict[str, str] = field(default_factory=dict)

    @staticmethod
    @contextmanager
    def begun(server: Server, at: str) -> Iterator[Installation]:
        """A new one; `authority:relay` enters what everybody says."""
        postbox, receiver = Postbox(), Receiver()
        with (
            temporary_folder() as folder, server.fresh() as engine, serving(postbox) as relay, receiving(receiver) as port,
        ):  # fmt: skip
            url = f"smtp://{relay.host}:{relay.port}?security=none"
            here = Installation(initialise(folder / "d", "log.test/1").path, engine, url, postbox, receiver, port)
            roles = ("employer", "host", "bank", "insurer", "supporter")
            here.register(
                at, Registration("authority:relay", speaks_for=["*"], entry_types=["case_act"], declares_roles=roles)
            )
            yield here

    def register(self, at: str, registration: Registration) -> None:
        """Registers an institution, whose key is then kept in the directory."""
        with open_journal(self.data, {"KYOSEI_DATABASE_URL": self._url}, lambda: instant(at)) as (journal, _):
            register(journal, self.data, registration, instant(at))

    def reached(
        self, at: str, addresses: Mapping[str, str], *, feeds: tuple[str, ...] = (), hook: str | None = None
    ) -> None:
        """By which addresses parties are told, in English; who has a calendar; whose system takes webhooks."""
        self.addresses = dict(addresses)
        with self.engine.begin() as connection:
            for party, address in addresses.items():
                set_contact(connection, party, "email", address)
                set_language(connection, party, "en")
            for party in feeds:
                self.feeds[party] = new_feed(connection, party, "en", token_bytes(32), instant(at))
            if hook is not None:
                guard = Guard(permitted=(ip_network("127.0.0.0/8"),))
                address = f"http://127.0.0.1:{self.receiver_port}/hooks"
                self.secret = register_endpoint(connection, guard, webhook_key(self.data), hook, address)

    @property
    def _url(self) -> str:
        return self.engine.url.render_as_string()

    def run(self, at: str, *arguments: str, stdin: str = "") -> str:
        """What a command says at an instant."""
        ran = run(
            "tests.alerts.at_clock", [str(instant(at)), *arguments, "--data", str(self.data)], stdin=stdin.encode(),
            environment=surroundings(
                KYOSEI_DATABASE_URL=self._url, KYOSEI_SMTP_URL=self.relay,
                KYOSEI_MAIL_FROM="Kyosei <notices@kyosei.example>",
            ),
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr.decode()
        return ran.stdout.decode()

    def enter(self, at: str, *lines: Line, by: str = "authority:relay") -> None:
        """Enters lines that are signed with somebody's key."""
        key = signing_key(self.data, by)
        self.run(at, "submit", "-", stdin="".join(key.sign(line).decode() + "\n" for line in lines))

    def follow(self, at: str) -> dict[str, int]:
        """One run of the watch; what it did."""
        found: dict[str, int] = json.loads(self.run(at, "watch", "--once", "--format", "json"))
        return found

    def mails(self, party: str) -> list[EmailMessage]:
        """What the relay took for a party, in order."""
        return [mail for mail in self.postbox.mails if mail["To"] == self.addresses[party]]

    def cases(self, owner: str | None = None) -> list[dict[str, Any]]:
        """The cases, also those that are over: an owner's as it sees them, or all as the operator does."""
        with self.engine.connect() as connection:
            found = case_documents(connection, owner=owner, closed=True)
        return [dict(one) if owner is None else owners_part(one) for one in found]

    def days(self, party: str) -> list[tuple[date, str, str]]:
        """The dates in a party's calendar as a calendar reads them: the day, the state, the title."""
        with self.engine.connect() as connection:
            feed = calendar_of(connection, self.feeds[party])
        assert feed is not None
        parsed = Calendar.from_ical(feed)
        assert isinstance(parsed, Calendar)
        assert not parsed.errors
        return [(one.start, str(one["STATUS"]), str(one["SUMMARY"])) for one in parsed.events]


def body(mail: EmailMessage) -> str:
    """The plain text of a mail."""
    content = mail.get_body(("plain",))
    assert content is not None
    said: str = content.get_content()
    return said


def verify(here: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    """The standard's own library takes every webhook that came, each under a key of its own."""
    assert here.receiver.got
    for _, headers, content in here.receiver.got:
        at = float(headers["webhook-timestamp"])

        class Then(clock.datetime):
            """The library's clock stands at the instant at which it came."""

            @classmethod
            def now(cls, tz: clock.tzinfo | None = None, at: float = at) -> Then:
                return cls.fromtimestamp(at, tz)

        monkeypatch.setattr(standardwebhooks.webhooks, "datetime", Then)
        assert Webhook(here.secret).verify(content, headers)["id"] == headers["webhook-id"]
    keys = [headers["webhook-id"] for _, headers, _ in here.receiver.got]
    assert len(keys) == len(set(keys))
