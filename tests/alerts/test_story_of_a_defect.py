"""S11 through the real processes: a version of a norm is published with a defect, which is found after forty decisions.

Forty workers of one employer have a case each, and an official has decided something about every one. What the defect reopens is
told by the cases alone here; decisions on applications, and their dossiers, come with the next part of the system.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from kyosei.journal.directory import Registration
from tests.alerts.installation import Installation, body, verify
from tests.journal.server import Server
from tests.watch.towns import HERE, Line

HAMAKAZE = "org:hamakaze"
AT_FIRST, DECIDED, FOUND = "2026-11-21T12:00:00+09:00", "2026-11-22T12:00:00+09:00", "2026-11-23T12:00:00+09:00"
UPHELD = "2026-11-23T15:00:00+09:00"
DEFECTIVE, OTHER = "jp.pension.report-acquisition", "jp.labour.foreign-worker-notice-hired"
WORKERS = [f"person:duc-{number}" for number in range(40)]
KINDS = (
    "employer.profile",
    "work.contract",
    "pension.enrolment",
    "pension.acquisition_notice",
    "work.foreign_worker_notice",
)
MISTAKEN, UPHOLD = 10, 3


def lines() -> Iterator[Line]:
    """Forty workers, of whom nothing but the contract and the offices' answers is told; one of them also has another case."""
    told = [json.loads(line) for line in (HERE.parent / "samples" / "duc.jsonl").read_text("utf-8").splitlines()]
    for line in told:
        of_person = "person:duc" in json.dumps(line)
        if line["type"] == "heartbeat" or (not of_person and line.get("kind") in (None, *KINDS)):
            yield line
    for worker in WORKERS:
        for line in told:
            kept = line.get("kind") in KINDS and not (
                worker != WORKERS[0] and line["id"] == "duc-work-foreign-worker-notice-all"
            )
            if (
                "person:duc" in json.dumps(line)
                and (kept or line["type"] == "party")
                and line["id"] != "duc-hiring-notice"
            ):
                text = json.dumps(line).replace("person:duc", worker)
                yield json.loads(text) | {"id": worker if line["type"] == "party" else f"{worker}-{line['id']}"}


@dataclass(frozen=True)
class Lived:
    """The installation after everything; the cases before the defect was found, and right after."""

    at: Installation
    law: str
    before: dict[str, dict[str, Any]]
    after: dict[str, dict[str, Any]]
    upheld: list[str]


@pytest.fixture(scope="module")
def lived(server: Server) -> Iterator[Lived]:
    """Everything that happens, in order."""
    with Installation.begun(server, AT_FIRST) as here:
        judge = Registration("authority:judge", "staff:kimura", ["org:operator"], entry_types=["case_act", "norm_act"])
        here.register(AT_FIRST, judge)
        addresses = {HAMAKAZE: "hr@hamakaze.example", WORKERS[0]: "duc0@mail.example"}
        here.reached(AT_FIRST, addresses, hook=HAMAKAZE)
        here.enter(AT_FIRST, *lines())
        here.follow(AT_FIRST)
        affected = [one for one in here.cases() if DEFECTIVE in one["norms"]]
        here.enter(DECIDED, *(decision(one, number) for number, one in enumerate(affected)), by="authority:judge")
        here.follow(DECIDED)
        before = {one["id"]: one for one in here.cases()}
        law = affected[0]["history"][0]["source"]
        here.run(
            FOUND, "cases", "rule", DEFECTIVE, "defective", "--by", "authority:judge", "--author", "staff:kimura", "--reason",
            "counts the five days from the wrong one", "--law", law,
        )  # fmt: skip
        here.follow(FOUND)
        after = {one["id"]: one for one in here.cases()}
        upheld = [one["id"] for one in affected[MISTAKEN : MISTAKEN + UPHOLD]]
        acts = (act(id_, f"uphold-{id_}", "uphold", UPHELD) for id_ in upheld)
        here.enter(UPHELD, *acts, by="authority:judge")
        here.follow(UPHELD)
        yield Lived(here, law, before, after, upheld)


def act(case: str, id_: str, what: str, at: str) -> Line:
    """A decision of the official about a case."""
    return {"type": "case_act", "id": id_, "case": case, "act": what, "reason": "read the records", "source": "org:operator",
            "stated_at": at}  # fmt: skip


def decision(case: dict[str, Any], number: int) -> Line:
    """Of forty decisions ten find the case mistaken, the others that it stands."""
    return act(case["id"], f"decision-{number}", "mistaken" if number < MISTAKEN else "look", DECIDED)


def test_exactly_the_forty_that_rest_on_it_are_reopened(lived: Lived) -> None:
    decided = {id_ for id_, one in lived.before.items() if DEFECTIVE in one["norms"]}
    assert len(decided) == len(WORKERS)
    assert all(
        any(row["actor"] == "staff:kimura" and row["taken"] for row in lived.before[id_]["history"]) for id_ in decided
    )
    assert {id_ for id_, one in lived.after.items() if one["state"] == "review"} == decided
    others = lived.before.keys() - decided
    assert any(OTHER in lived.before[id_]["norms"] for id_ in others)
    assert all(lived.after[id_] == lived.before[id_] for id_ in others)


def test_what_was_decided_stays_on_record_and_who_found_the_defect_is_a_human(lived: Lived) -> None:
    for id_, one in lived.before.items():
        if DEFECTIVE in one["norms"]:
            now = lived.after[id_]
            assert now["history"][: len(one["history"])] == one["history"]
            last = now["history"][-1]
            assert (last["what"], last["actor_kind"], last["actor"]) == ("reopened", "human", "staff:kimura")
            assert (now["delivered_on"], now["due_on"], now["looked"]) == (None, None, False)


def test_who_had_been_told_hears_that_it_is_taken_back(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    to_worker = [body(mail) for mail in lived.at.mails(WORKERS[0]) if "pension" in body(mail)]
    assert "has not done this yet" in to_worker[0]
    assert not any("has not done this yet" in said for said in to_worker[1:])
    took_back = [mail for mail in lived.at.mails(HAMAKAZE) if "no longer stands" in body(mail)]
    decided = [one for one in lived.before.values() if DEFECTIVE in one["norms"]]
    assert len(took_back) >= len(decided) - MISTAKEN
    verify(lived.at, monkeypatch)


def test_no_office_is_told_while_a_case_is_under_review_and_an_upheld_one_begins_anew(lived: Lived) -> None:
    now = {one["id"]: one for one in lived.at.cases()}
    assert {now[id_]["state"] for id_ in lived.upheld} == {"open"}
    assert all(not one["offices"] for one in now.values())
    assert all(now[id_]["history"][-1]["tells"] for id_ in lived.upheld)
    again = [mail for mail in lived.at.mails(HAMAKAZE) if "has not been done yet" in body(mail)]
    assert len(again) >= len(WORKERS) + UPHOLD
    assert sum(one["state"] == "review" for one in now.values()) == len(WORKERS) - UPHOLD
