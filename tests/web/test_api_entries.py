"""What a program may enter over the API: what its own institution says, and nothing that the pages would let nobody enter."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import quote

import pytest

from kyosei.access.requests import Role
from kyosei.journal.directory import signing_key
from kyosei.journal.entries import CaseAct
from kyosei.journal.envelope import ENVELOPE_BYTES_MAX, SigningKey, open_envelope
from kyosei.trial.institutions import CLERK
from kyosei.web.api import entries, guarding
from kyosei.web.api.guarding import Guard, Stopped
from kyosei.web.security.pace import Pace
from kyosei.web.visitor import Visitor
from tests.web.client import OWN, Answer, Client
from tests.web.conftest import Served
from tests.web.test_api import STAY_OF_DUC, assertion, called, sent
from tests.web.test_institutions import disputed

AT = {"stated_at": "2026-11-22T09:00:00+09:00"}


def signed(served: Served, key: str, entry: Mapping[str, object]) -> str:
    """An entry under the key of a party, or of one of its humans."""
    return signing_key(served.data, key).sign(entry).decode()


def refusals(answer: Answer) -> list[str | None]:
    """What became of each entry; None: it is taken."""
    assert answer.status == 200, answer.text
    return [one.get("refusal") for one in answer.json["entries"]]


def act(case: str, name: str, act: str = "answer", source: str = "org:hamakaze") -> dict[str, object]:
    return {"type": "case_act", "id": f"api-{name}", "case": case, "act": act, "reason": "See our letter.",
            "source": source, **AT}  # fmt: skip


@pytest.fixture(scope="module")
def case(served: Served) -> str:
    """A case of Hamakaze's."""
    return str(called(served, "/cases", assertion(served, "org:hamakaze")).json["cases"][0]["id"])


def test_nobody_brings_what_another_institution_signed(served: Served, case: str) -> None:
    entry = signed(served, "org:hamakaze", act(case, "by-itself"))
    answer = sent(served, "org:shiosai-suisan", entry, entry).json["entries"]
    assert [one["refusal"] for one in answer] == ["anothers", "anothers"]
    assert answer[1]["at"] == "/entries/1"
    assert answer[1]["type"] == "urn:kyosei:refusal:anothers"
    own = sent(served, "org:hamakaze", entry)
    assert refusals(own) == [None]
    assert int(own.json["checkpoint"].split("\n")[1]) > own.json["entries"][0]["sequence"], "the log has it"
    assert refusals(sent(served, "org:shiosai-suisan", entry)) == ["anothers"], "not its receipt either"


def test_a_case_is_acknowledged_and_answered_by_its_owner_alone(served: Served, case: str) -> None:
    """Whether there is a case that is not theirs nobody learns, and nobody says a thing about it."""
    both = [signed(served, "org:hamakaze", act(case, what, what)) for what in ("acknowledge", "answer")]
    assert refusals(sent(served, "org:hamakaze", *both)) == [None, None]
    others = [act(one, "other", source="org:shiosai-suisan") for one in (case, "case-of-nobody")]
    answers = [
        sent(served, "org:shiosai-suisan", signed(served, "org:shiosai-suisan", one)).json["entries"][0]
        for one in others
    ]
    assert answers[0] == answers[1]
    assert answers[0]["refusal"] == "not-your-case"


@pytest.mark.parametrize(
    ("what", "refusal"),
    [("delivered", "not-now"), ("withdraw", "not-now"), ("complain", "not-now"), ("nothing", "not-now"),
     ("mistaken", "not-your-case"), ("escalate", "not-your-case"), ("look", "not-your-case")],
)  # fmt: skip
def test_no_owner_does_what_others_do_about_its_case(served: Served, case: str, what: str, refusal: str) -> None:
    for party in ("org:hamakaze", "authority:pension-service"):
        entry = signed(served, party, act(case, f"{what}-{party.replace(':', '-')}", what, party))
        assert refusals(sent(served, party, entry)) == [refusal], party


def test_an_office_answers_a_dispute_about_its_own_record(served: Served, visitor: Callable[[], Client]) -> None:
    putri = visitor().sign_in("person=person:putri")
    receipt = disputed(putri, "putri-on-the-roll-2025-11")
    dispute = receipt.rpartition("/")[2]

    def said(party: str, target: str, outcome: str) -> list[str | None]:
        entry = {"type": "resolution", "id": f"end-{party.partition(':')[2]}-{outcome}", "target": target, "by": party,
                 "outcome": outcome, "reason": "The roll of November says so.", **AT}  # fmt: skip
        return refusals(sent(served, party, signed(served, party, entry)))

    for party in ("org:hoshizora-diner", "org:hamakaze", "authority:pension-service", "municipality:kawasaki"):
        assert said(party, dispute, "kept") == said(party, "no-such-dispute", "kept") == ["not-your-dispute"]
    assert said("authority:isa", dispute, "corrected") == ["not-now"], "the record stands as it was"
    assert "is asked" in putri.get(f"{receipt}?lang=en").text
    assert said("authority:isa", dispute, "kept") == [None]
    assert "The roll of November says so." in putri.get(f"{receipt}?lang=en").text
    assert said("authority:isa", dispute, "kept") == [None], "the same entry has the same receipt"


def test_what_was_corrected_in_the_same_call_ends_the_dispute(served: Served, visitor: Callable[[], Client]) -> None:
    putri = visitor().sign_in("person=person:putri")
    dispute = disputed(putri, "putri-on-the-roll-2026-05").rpartition("/")[2]
    taken_back = {"type": "withdrawal", "id": "no-longer-on-the-roll", "target": "putri-on-the-roll-2026-05",
                  "source": "authority:isa", **AT}  # fmt: skip
    ended = {"type": "resolution", "id": "end-of-the-roll", "target": dispute, "by": "authority:isa",
             "outcome": "corrected", "reason": "It was another student.", **AT}  # fmt: skip
    both = [signed(served, "authority:isa", one) for one in (taken_back, ended)]
    assert refusals(sent(served, "authority:isa", *both)) == [None, None]


def test_no_refusal_repeats_an_individual_number(served: Served, case: str) -> None:
    number = "123456789018"
    entry = signed(served, "org:hamakaze", {**act(case, "number"), "reason": number})
    answer = sent(served, "org:hamakaze", entry)
    assert refusals(answer) == ["individual-number"]
    assert number not in answer.text


def test_only_a_human_asks_an_applicant_and_no_program_in_their_name(served: Served) -> None:
    asked: dict[str, Any] = {
        "type": "application", "id": "asked-in-a-name", "act": "request", "application": "none", "by": CLERK,
        "words": "art. 21", "document": {"what": "a letter"}, "due": "2026-12-10", "source": "authority:isa", **AT,
    }  # fmt: skip
    assert refusals(sent(served, "authority:isa", signed(served, "authority:isa", asked))) == ["wrong-actor"]
    assert refusals(sent(served, "authority:isa", signed(served, CLERK, asked))) == ["dangling-target"]


def test_a_difference_is_that_between_the_verdicts_then_and_now(served: Served) -> None:
    """For whom it may be answered, of the norms of their purpose alone: the office reads nothing of a paid day off."""
    lihua = Client(served.address).sign_in("person=person:lihua")
    office = assertion(served, "authority:isa")

    def ask(purpose: str, path: str) -> Any:  # Any: JSON
        asked = f"/persons/person:lihua/{path.format(purpose)}"
        answer = lihua.get(f"/api/v1{asked}") if purpose == OWN else called(served, asked, office)
        assert answer.status == 200, answer.text
        return answer.json

    def verdicts(purpose: str, known: str) -> dict[str, tuple[str, list[str]]]:
        found = ask(purpose, "verdicts?{}&known=" + quote(known))["verdicts"]
        return {
            json.dumps([one["norm"], one["about"], one.get("instance")]): (one["state"], one["causes"]) for one in found
        }

    since = ask(OWN, "verdicts?{}")["known"]
    disputed(lihua, "lihua-day-off-2025-05-02")
    for purpose in (OWN, STAY_OF_DUC):
        answer = ask(purpose, "difference?{}&since=" + quote(since))
        then, now = verdicts(purpose, since), verdicts(purpose, answer["known"])
        others = {json.loads(key)[0] for key in then.keys() | now.keys() if then.get(key) != now.get(key)}
        assert others == {one["norm"] for one in answer["verdicts"]}
        assert (purpose == OWN) == bool(others)
        assert all(one["before"] != one["after"] for one in answer["verdicts"])
    since = ask(OWN, "verdicts?{}")["known"]
    assert ask(OWN, "difference?{}&since=" + quote(since))["verdicts"] == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"entries": []}', 422),
        (json.dumps({"entries": ["a.b.c"] * 201}).encode(), 422),
        (b'{"entries": ["a b"]}', 422),
        (b'{"entries": ["' + b"x" * (ENVELOPE_BYTES_MAX + 1) + b'"]}', 422),
        (b'{"entries": ["a.b.c"], "source": "org:kizuna"}', 422),
        (b'{"entries": "a.b.c"}', 422),
        (b"x" * 2_097_153, 413),
    ],
    ids=["none", "too many", "no envelope", "a long one", "a word more", "no list", "a long body"],
)
def test_what_is_no_list_of_entries_is_a_problem(served: Served, body: bytes, status: int) -> None:
    headers = {"content_type": "application/json", "authorization": f"Bearer {assertion(served, 'org:hamakaze')}"}
    answer = Client(served.address).ask("POST", "/api/v1/entries", body, **headers)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")


def test_who_reads_a_call_on_its_way_cannot_send_it_or_another_with_it(served: Served, case: str) -> None:
    once = assertion(served, "org:hamakaze", {"jti": "entries-once"})
    body = json.dumps({"entries": [signed(served, "org:hamakaze", act(case, "by-itself"))]}).encode()
    headers = {"content_type": "application/json", "authorization": f"Bearer {once}"}
    client = Client(served.address)
    assert [client.ask("POST", "/api/v1/entries", body, **headers).status for _ in range(2)] == [200, 401]


def test_no_page_elsewhere_enters_anything_with_the_session_of_who_visits_it(served: Served, case: str) -> None:
    entry = signed(served, "org:hamakaze", act(case, "from-elsewhere"))
    employer = Client(served.address).sign_in("employer=org:hamakaze")
    for kind in ("application/json", "text/plain", "application/x-www-form-urlencoded"):
        body = json.dumps({"entries": [entry]}).encode()
        answer = employer.ask("POST", "/api/v1/entries", body, content_type=kind, origin="https://elsewhere.example")
        assert answer.status == 401, kind


def test_what_is_looked_at_above_the_journal_keeps_the_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many are sent at once: two at once here, and what is there already needs no look."""
    key, there = SigningKey.generate(), {"api-2"}
    envelopes = [open_envelope(key.sign(act("case", str(number)))) for number in range(4)]
    portal = SimpleNamespace(pace=Pace(60, 2, lambda: 0.0))
    intake = SimpleNamespace(has=there.__contains__, take_each=lambda received: received)
    monkeypatch.setattr(entries, "stopped", lambda *more: None)
    caller = Visitor("software:org:hamakaze", Role.EMPLOYER, "org:hamakaze")
    answers: list[object] = [entries._alone(cast(Any, portal), cast(Any, intake), caller, one, ()) for one in envelopes]
    assert answers[:3] == [one.received for one in envelopes[:3]]
    assert isinstance(answers[3], Stopped)
    assert answers[3].guard is Guard.TOO_MANY


@pytest.mark.parametrize(
    ("party", "what", "more", "stopped"),
    [
        ("org:hamakaze", "answer", {}, None),
        ("org:hamakaze", "answer", {"hushed": True}, Guard.NOT_YOUR_CASE),
        ("org:hamakaze", "answer", {"shown_state": "cured"}, Guard.NOT_NOW),
        ("org:hamakaze", "answer", {"state": "mistaken"}, None),  # it is told nothing before it is shown that
        ("org:hamakaze", "escalate", {}, Guard.NOT_YOUR_CASE),
        ("authority:pension-service", "escalate", {}, None),
        ("authority:pension-service", "mistaken", {}, None),
        ("authority:pension-service", "mistaken", {"hushed": True}, Guard.NOT_YOUR_CASE),
        ("authority:pension-service", "mistaken", {"state": "withdrawn"}, Guard.NOT_NOW),
        ("authority:pension-service", "answer", {}, Guard.NOT_YOUR_CASE),
        ("municipality:kawasaki", "mistaken", {}, Guard.NOT_YOUR_CASE),
    ],
)
def test_an_office_acts_on_the_cases_that_came_to_it(
    monkeypatch: pytest.MonkeyPatch, party: str, what: str, more: dict[str, object], stopped: Guard | None
) -> None:
    case = {"owner": "org:hamakaze", "offices": ["authority:pension-service"], "hushed": False, "state": "escalated",
            "shown_state": "open"}  # fmt: skip
    monkeypatch.setattr(guarding, "case_document", lambda connection, id_: case | more)
    portal = SimpleNamespace(engine=SimpleNamespace(connect=nullcontext))
    entry = CaseAct("an-act", "a-case", what, "See our letter.", None, None, party, 0, 0)
    found = guarding._case_act(cast(Any, portal), Visitor(f"software:{party}", Role.OFFICER, party), entry)
    assert (None if found is None else found.guard) == stopped
