"""Three stories through the real processes: commands, database, mail server, webhook receiver, calendar.

S1: who applied in time is in the special period, and hears of nothing left undone. S2: who waits for permanent residence is told
early that the stay ends all the same. S3: deductions without enrolment are the employer's task, and the worker is protected.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from tests.alerts.installation import ISA, Installation, body, stay, verify
from tests.journal.server import Server
from tests.watch.towns import HERE

HAMAKAZE, DUC, LAN, MEI = "org:hamakaze", "person:duc", "person:lan", "person:mei"
FIRST, SECOND, THIRD = "2026-11-21T12:00:00+09:00", "2026-12-05T12:00:00+09:00", "2026-12-20T12:00:00+09:00"
ADDRESSES = {HAMAKAZE: "hr@hamakaze.example", DUC: "duc@mail.example", LAN: "lan@mail.example", MEI: "mei@mail.example"}

AS_OWNER = ("--as", "staff:hr", "--role", "employer", "--organisation", HAMAKAZE,
            "--purpose", "employer.own-duties", "--basis", "329AC0000000115/27")  # fmt: skip


@dataclass(frozen=True)
class Lived:
    """The installation after the three instants, and what each run of the watch said."""

    at: Installation
    runs: list[dict[str, int]]


@pytest.fixture(scope="module")
def lived(server: Server) -> Iterator[Lived]:
    """Everything that happens, in order."""
    with Installation.begun(server, FIRST) as here:
        here.reached(FIRST, ADDRESSES, feeds=(HAMAKAZE, LAN), hook=HAMAKAZE)
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
    shown = here.run(THIRD, "cases", "show", case["id"], *AS_OWNER, "--lang", "ja-easy")
    assert "お知らせが とどきました" in shown
    assert DUC + " " not in shown.splitlines()[0]


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
