"""Three stories through the real processes: commands, database, mail server, webhook receiver, calendar.

S1: who applied in time is in the special period, and hears of nothing left undone. S2: who waits for permanent residence is told
early that the stay ends all the same. S3: deductions without enrolment are the employer's task, and the worker is protected.
"""

from __future__ import annotations

import datetime as clock
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import standardwebhooks.webhooks
from icalendar import Calendar
from standardwebhooks import Webhook

from kyosei.journal.database import open_database
from kyosei.notices.channels.calendar import calendar_of
from tests.cli.processes import surroundings
from tests.journal.server import temporary_folder
from tests.notices.test_mail import Postbox, serving
from tests.notices.test_webhook import Receiver, receiving
from tests.watch.towns import HERE, Line, instant

ISA, HAMAKAZE, DUC, LAN, MEI = "authority:isa", "org:hamakaze", "person:duc", "person:lan", "person:mei"
FIRST, SECOND, THIRD = "2026-11-21T12:00:00+09:00", "2026-12-05T12:00:00+09:00", "2026-12-20T12:00:00+09:00"
ADDRESSES = {HAMAKAZE: "hr@hamakaze.example", DUC: "duc@mail.example", LAN: "lan@mail.example", MEI: "mei@mail.example"}
KINDS = ("residence.status", "residence.application", "residence.decision", "residence.basis", "residence.presence")


def stay(person: str, until: str, *more: Line) -> Iterator[Line]:
    """A year's stay of somebody who is here, of which the immigration office tells everything."""
    said = {"source": ISA, "about": {"person": person}, "stated_at": "2026-11-20T10:00:00+09:00"}
    yield {"type": "party", "id": person, "party": "person", "born": "1990-01-01"}
    yield {"type": "statement", "id": f"{person}-stay", "kind": "residence.status", "from": "2026-01-01", "until": until,
           "data": {"status": "engineer-humanities-international", "granted_period": "P1Y"}, **said}  # fmt: skip
    yield {"type": "statement", "id": f"{person}-here", "kind": "residence.presence", "from": "2026-01-01", "until": None,
           "data": {}, **said}  # fmt: skip
    for kind in KINDS:
        yield {"type": "coverage", "id": f"{person}-{kind}", "kind": kind, "from": "2000-01-01", **said}
    for line in more:
        yield {"type": "statement", "id": f"{person}-{line['on']}", "kind": "residence.application", **said, **line}


def asking(owner: str) -> tuple[str, ...]:
    """As whom somebody looks at the cases that they own."""
    if owner.startswith("person:"):
        return "--as", owner, "--role", "person", "--purpose", "own.records", "--basis", "415AC0000000057/76/1"
    return (
        "--as", "staff:hr", "--role", "employer", "--organisation", owner, "--purpose", "employer.own-duties",
        "--basis", "329AC0000000115/27",
    )  # fmt: skip


@dataclass
class Installation:
    """A data directory whose commands run at given instants, with a relay and a receiver on this machine."""

    data: Path
    relay: str
    postbox: Postbox
    receiver: Receiver
    secret: str = ""
    feeds: dict[str, str] = field(default_factory=dict)

    def run(self, at: str, *arguments: str, stdin: str = "") -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "tests.alerts.at_clock", str(instant(at)), *arguments, "--data", str(self.data)],
            input=stdin.encode(), capture_output=True, check=False, cwd=HERE.parent,
            env=surroundings(KYOSEI_SMTP_URL=self.relay, KYOSEI_MAIL_FROM="Kyosei <notices@kyosei.example>"),
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr.decode()
        return ran.stdout.decode()

    def enter(self, at: str, *lines: Line) -> None:
        file = self.data.parent / "lines.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        signed = self.run(at, "journal", "sign", str(file), "--as", "authority:relay")
        self.run(at, "submit", "-", stdin=signed)

    def follow(self, at: str) -> dict[str, int]:
        found: dict[str, int] = json.loads(self.run(at, "watch", "--once", "--format", "json"))
        return found

    def mails(self, party: str) -> list[EmailMessage]:
        return [mail for mail in self.postbox.mails if mail["To"] == ADDRESSES[party]]

    def cases(self, owner: str) -> list[dict[str, Any]]:
        listed = json.loads(
            self.run(THIRD, "cases", "list", "--for", owner, *asking(owner), "--closed", "--format", "json")
        )
        found: list[dict[str, Any]] = listed["cases"]
        return found

    def days(self, party: str) -> list[tuple[date, str, str]]:
        """The dates in a party's calendar as a calendar reads them: the day, the state, the title."""
        with open_database({}, self.data) as database, database.engine.connect() as connection:
            feed = calendar_of(connection, self.feeds[party])
        assert feed is not None
        parsed = Calendar.from_ical(feed)
        assert isinstance(parsed, Calendar)
        assert not parsed.errors
        return [(one.start, str(one["STATUS"]), str(one["SUMMARY"])) for one in parsed.events]


@dataclass(frozen=True)
class Lived:
    """The installation after the three instants, and what each run of the watch said."""

    at: Installation
    runs: list[dict[str, int]]


@pytest.fixture(scope="module")
def lived() -> Iterator[Lived]:
    """Everything that happens, in order."""
    postbox, receiver = Postbox(), Receiver()
    with temporary_folder() as folder, serving(postbox) as relay, receiving(receiver) as port:
        url = f"smtp://{relay.host}:{relay.port}?security=none"
        here = Installation(folder / "d", url, postbox, receiver)
        here.run(FIRST, "journal", "init", "--origin", "log.test/1")
        roles = [word for role in ("employer", "bank", "insurer") for word in ("--declares-role", role)]
        here.run(
            FIRST, "journal", "register", "authority:relay", "--speaks-for", "*", "--entry-type", "case_act", *roles
        )  # fmt: skip
        for party, address in ADDRESSES.items():
            feed = () if party in (DUC, MEI) else ("--feed", "en")
            told = here.run(FIRST, "notices", "reach", party, "--email", address, "--lang", "en", *feed)
            here.feeds[party] = next((w.removesuffix(".ics") for w in told.split() if w.endswith(".ics")), "")
        hook = here.run(FIRST, "notices", "reach", HAMAKAZE, "--webhook", f"http://127.0.0.1:{port}/hooks")
        here.secret = hook.split()[1]
        lines = [json.loads(line) for line in (HERE.parent / "samples" / "duc.jsonl").read_text("utf-8").splitlines()]
        here.enter(
            FIRST, *lines,
            *stay(LAN, "2027-02-01", {"on": "2026-10-01", "data": {"procedure": "permanent"}}),
            *stay(MEI, "2026-12-11"),
        )  # fmt: skip
        runs = [here.follow(FIRST)]
        applied = {"type": "statement", "id": "mei-applied", "kind": "residence.application", "source": ISA,
                   "about": {"person": MEI}, "on": "2026-12-01", "data": {"procedure": "renewal"},
                   "stated_at": "2026-12-01T15:00:00+09:00"}  # fmt: skip
        here.enter(SECOND, applied)
        runs.append(here.follow(SECOND))
        here.enter(
            THIRD, {"type": "heartbeat", "id": "isa-lives", "source": ISA, "stated_at": "2026-12-20T09:00:00+09:00"}
        )
        runs.append(here.follow(THIRD))
        yield Lived(here, runs)


def body(mail: EmailMessage) -> str:
    content = mail.get_body(("plain",))
    assert content is not None
    said: str = content.get_content()
    return said


def test_deducted_but_never_enrolled(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    here = lived.at
    case = next(one for one in here.cases(HAMAKAZE) if "jp.pension.report-acquisition" in one["norms"])
    to_employer = [body(mail) for mail in here.mails(HAMAKAZE)]
    assert any("What is to be done" in said and "Within 30 days" in said for said in to_employer)
    to_worker = [body(mail) for mail in here.mails(DUC)]
    about_job = [said for said in to_worker if "What protects you" in said]
    assert about_job
    assert not [said for said in about_job if "What is to be done" in said or "Until when" in said]
    assert all("It is not for you to do" in said or "now on record" in said for said in about_job)
    # The employer's own system took the webhook: that is the receipt from which the time counts.
    assert (case["delivered_on"], case["due_on"]) == ("2026-11-21", "2026-12-21")
    assert (date(2026, 12, 21), "CONFIRMED", "Reminder") in here.days(HAMAKAZE)
    verify(here, monkeypatch)
    shown = here.run(THIRD, "cases", "show", case["id"], *asking(HAMAKAZE), "--lang", "ja-easy")
    assert "お知らせが とどきました" in shown
    assert DUC + " " not in shown.splitlines()[0]


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


def test_permanent_residence_pending_and_the_stay_expiring(lived: Lived) -> None:
    (case,) = [one for one in lived.at.cases(LAN) if one["sort"] == "task"]
    assert (case["norms"], case["state"], case["stage"]) == (["jp.immigration.apply-before-expiry"], "open", "reminder")
    (mail,) = lived.at.mails(LAN)
    assert "By 2027-01-31" in body(mail)
    assert lived.at.days(LAN) == [(date(2027, 1, 31), "CONFIRMED", "Reminder")]
    assert "residence" not in str(mail["Subject"])


def test_in_the_special_period_nothing_was_left_undone(lived: Lived) -> None:
    (case,) = [one for one in lived.at.cases(MEI) if one["sort"] == "task"]
    assert case["state"] == "cured"
    mails = [body(mail) for mail in lived.at.mails(MEI)]
    assert len(mails) == 2
    assert "is near" in mails[0]
    assert "now on record" in mails[1]
    assert not [said for said in mails if "has not been done" in said]


def test_nobody_is_sent_the_same_twice(lived: Lived) -> None:
    ids = [mail["Message-ID"] for mail in lived.at.postbox.mails]
    assert len(ids) == len(set(ids))
    assert lived.runs[0]["receipts"] > 0
    again = lived.at.follow(THIRD)
    assert (again["notices"], again["handed_over"], again["receipts"]) == (0, 0, 0)
    assert len(lived.at.postbox.mails) == len(ids)
