"""Two stories through the real processes, with mail read from its server, a parsed calendar, and verified webhooks.

S9: a worker who changed jobs tells the office on the thirteenth day, the organisation never does. S10: the office's feed is down
on the day on which two stays expire; one of the two had applied in time, which is only known later.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from tests.alerts.installation import ISA, Installation, body, stay, verify
from tests.journal.server import Server
from tests.watch.towns import Line, story

KITA, THU, KIM, BO = "org:kita", "person:thu", "person:kim", "person:bo"
ADDRESSES = {
    KITA: "office@kita.example", THU: "thu@mail.example", KIM: "kim@mail.example", BO: "bo@mail.example",
    ISA: "desk@isa.example",
}  # fmt: skip
AT_FIRST, DAY_13 = "2026-08-04T12:00:00+09:00", "2026-08-13T15:00:00+09:00"
DARK, BACK = "2026-08-19T12:00:00+09:00", "2026-08-26T12:00:00+09:00"
STAY_UNTIL = "2026-08-18"
LEFT = "jp.immigration.notify-organisation-left"
HOST_TELLS = "jp.immigration.host-notice-ended"
APPLY = "jp.immigration.apply-before-expiry"
STAYS = "jp.immigration.lawful-stay"
OWN = ("--purpose", "own.records", "--role", "person", "--basis", "415AC0000000057/76/1", "--format", "json")


def by_isa(id_: str, kind: str, said: str, **more: Any) -> Line:
    """A line of the immigration office."""
    return {"type": "statement", "id": id_, "kind": kind, "source": ISA, "stated_at": said, **more}


@dataclass(frozen=True)
class Lived:
    """The installation after everything, and its cases; what was there while the feed was dark."""

    at: Installation
    cases: list[dict[str, Any]]
    mails_in_the_dark: dict[str, list[str]]
    cases_in_the_dark: list[dict[str, Any]]
    verdicts_in_the_dark: list[dict[str, Any]]


@pytest.fixture(scope="module")
def lived(server: Server) -> Iterator[Lived]:
    """Everything that happens, in order."""
    with Installation.begun(server, AT_FIRST) as here:
        here.reached(AT_FIRST, ADDRESSES, feeds=(KITA, THU, KIM), hook=KITA)
        begun = [line for line in story("leaving") if line.get("stated_at", "") < AT_FIRST]
        said = "2026-08-03T10:00:00+09:00"
        here.enter(AT_FIRST, *begun, *stay(KIM, STAY_UNTIL, said=said), *stay(BO, STAY_UNTIL, said=said))
        here.follow(AT_FIRST)
        told = by_isa(
            "thu-told", "residence.organisation_notice", "2026-08-13T14:00:00+09:00",
            about={"person": THU, "organisation": KITA}, on="2026-08-13", data={"event": "left", "event_on": "2026-07-31"},
        )  # fmt: skip
        here.enter(DAY_13, told)
        here.follow(DAY_13)
        # The office says nothing more from the thirteenth on. The last day of the two stays is the seventeenth.
        here.follow(DARK)
        mails = {party: [body(mail) for mail in here.mails(party)] for party in ADDRESSES}
        cases = here.cases()
        verdicts = own_verdicts(here, DARK, KIM)
        back = "2026-08-25T09:00:00+09:00"
        applied = by_isa("kim-applied", "residence.application", back, about={"person": KIM}, on="2026-08-14",
                         data={"procedure": "renewal"})  # fmt: skip
        never = {
            "type": "coverage", "id": "kita-never", "kind": "residence.affiliation_notice", "source": ISA,
            "about": {"organisation": KITA, "person": THU}, "from": "2025-02-01", "stated_at": back,
        }  # fmt: skip
        here.enter(BACK, applied, never, {"type": "heartbeat", "id": "isa-back", "source": ISA, "stated_at": back})
        here.follow(BACK)
        yield Lived(here, here.cases(), mails, cases, verdicts)


def own_verdicts(here: Installation, at: str, person: str) -> list[dict[str, Any]]:
    """What a person is answered who looks at their own records."""
    asked = here.run(at, "check", *OWN, "--on", at[:10], "--as", person, "--about", person)
    found: list[dict[str, Any]] = json.loads(asked)["verdicts"]
    return found


def task(cases: list[dict[str, Any]], norm: str, person: str) -> dict[str, Any]:
    (found,) = [
        one for one in cases if norm in one["norms"] and one["sort"] == "task" and person in one["about"].values()
    ]
    return found


def test_the_worker_who_told_in_time_hears_so_and_has_nothing_left_to_do(lived: Lived) -> None:
    own = task(lived.cases, LEFT, THU)
    assert (own["owner"], own["state"], own["stage"], own["deadline"]) == (THU, "cured", "reminder", "2026-08-14")
    mails = [body(mail) for mail in lived.at.mails(THU)]
    assert any("By 2026-08-14" in said for said in mails), "reminded while there was time"
    assert (date(2026, 8, 14), "CANCELLED", "Reminder") in lived.at.days(THU)
    assert not [said for said in mails if "What is to be done" in said and "has not been done" in said]


def test_the_organisation_that_never_told_is_asked_and_the_worker_is_protected(
    lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = task(lived.cases, HOST_TELLS, THU)
    assert (case["owner"], case["state"], case["stage"]) == (KITA, "open", "notice")
    assert case["informed"]["person"] == THU
    to_host = [body(mail) for mail in lived.at.mails(KITA)]
    assert any("What is to be done" in said and "has not been done yet" in said for said in to_host)
    told = [body(mail) for mail in lived.at.mails(THU) if "What protects you" in body(mail)]
    assert told
    assert all("It is not for you to do" in said for said in told)
    assert not [said for said in told if "What is to be done" in said or "Until when" in said]
    # The organisation's own system took the webhook on the twenty-sixth: its thirty days count from then.
    assert (case["delivered_on"], case["due_on"]) == ("2026-08-26", "2026-09-25")
    assert (date(2026, 9, 25), "CONFIRMED", "Reminder") in lived.at.days(KITA)
    verify(lived.at, monkeypatch)


def test_the_organisations_silence_never_becomes_the_workers_conduct(lived: Lived) -> None:
    """P06, P07: of what the organisation did not tell, nothing is the worker's, and nobody else hears of it."""
    cases = [one for one in lived.cases if KITA in one["about"].values() and one["sort"] == "task"]
    assert not [one for one in cases if one["owner"] == THU and one["stage"] != "reminder"]
    assert not [one for one in cases if one["stage"] == "office" or one["offices"]]


def test_while_the_feed_is_dark_nobody_is_told_that_anything_was_left_undone(lived: Lived) -> None:
    for person in (KIM, BO):
        assert not [said for said in lived.mails_in_the_dark[person] if "has not been done" in said]
        case = task(lived.cases_in_the_dark, APPLY, person)
        assert case["stage"] == "reminder"
        assert not [row for row in case["history"] if row["state"] in ("breached", "unmet")]
    (stays,) = [verdict for verdict in lived.verdicts_in_the_dark if verdict["norm"] == STAYS]
    assert (stays["state"], stays["about"]) == ("open", {"person": KIM})
    assert not [v for v in lived.verdicts_in_the_dark if v["state"] in ("breached", "unmet")]


def test_the_office_whose_feed_is_dark_is_who_owes_the_answer(lived: Lived) -> None:
    questions = [one for one in lived.cases_in_the_dark if one["sort"] == "question" and one["state"] == "open"]
    asked = {(one["owner"], one["need"]["about"]["person"]) for one in questions if APPLY in one["norms"]}
    assert asked == {(ISA, KIM), (ISA, BO)}


def test_once_it_is_back_only_evidence_tells_the_two_apart(lived: Lived) -> None:
    cases = lived.cases
    assert task(cases, APPLY, KIM)["state"] == "cured"
    to_kim = [body(mail) for mail in lived.at.mails(KIM)]
    assert "now on record" in to_kim[-1]
    assert not [said for said in to_kim if "has not been done" in said]
    assert [state for _, state, _ in lived.at.days(KIM)] == ["CANCELLED"]
    bo = [one for one in cases if APPLY in one["norms"] and one["owner"] == BO and one["stage"] == "notice"]
    assert [one["state"] for one in bo] == ["open"]
    assert "has not been done" in body(lived.at.mails(BO)[-1])
    assert not [one for one in cases if one["sort"] == "question" and one["state"] == "open" and APPLY in one["norms"]]
