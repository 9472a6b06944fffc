"""S11 through the real processes: a version of a norm is published with a defect, which is found after forty decisions.

Each worker of one employer has a case, and an official has decided something about every one: forty of them in the long run of
the tests, twelve in the short one. What the defect reopens is
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
TITLE = "Report a newly insured worker to the Pension Service"
FIRST = "person:duc-0"
KINDS = (
    "employer.profile",
    "work.contract",
    "pension.enrolment",
    "pension.acquisition_notice",
)
OF_THE_FIRST = ("residence.status", "work.foreign_worker_notice")
UPHOLD = 3
"""How many the review finds to be right. Of the decisions before it every fourth found the case mistaken."""


def lines(workers: list[str]) -> Iterator[Line]:
    """Workers of whom nothing but the contract and the offices' answers is told; of the first also the notice of hiring
    that the employer owes, which is another case.
    """
    told = [json.loads(line) for line in (HERE.parent / "samples" / "duc.jsonl").read_text("utf-8").splitlines()]
    of_person = [line for line in told if "person:duc" in json.dumps(line)]
    for line in told:
        if line not in of_person and (line["type"] == "heartbeat" or line.get("kind") in (None, *KINDS)):
            yield line
    for worker in workers:
        kinds = (*KINDS, *OF_THE_FIRST) if worker == FIRST else KINDS
        for line in of_person:
            if line["id"] != "duc-hiring-notice" and (line["type"] == "party" or line.get("kind") in kinds):
                text = json.dumps(line).replace("person:duc", worker)
                yield json.loads(text) | {"id": worker if line["type"] == "party" else f"{worker}-{line['id']}"}


@dataclass(frozen=True)
class Lived:
    """The installation after everything; the cases before the defect was found, right after, and at the end."""

    at: Installation
    workers: list[str]
    before: dict[str, dict[str, Any]]
    after: dict[str, dict[str, Any]]
    at_last: dict[str, dict[str, Any]]
    upheld: list[str]


@pytest.fixture(scope="module", params=[12, pytest.param(40, marks=pytest.mark.soak)])
def lived(server: Server, request: pytest.FixtureRequest) -> Iterator[Lived]:
    """Everything that happens, in order."""
    workers = [f"person:duc-{number}" for number in range(request.param)]
    with Installation.begun(server, AT_FIRST) as here:
        judge = Registration("authority:judge", "staff:kimura", ["org:operator"], entry_types=["case_act", "norm_act"])
        here.register(AT_FIRST, judge)
        addresses = {HAMAKAZE: "hr@hamakaze.example", FIRST: "duc0@mail.example"}
        here.reached(AT_FIRST, addresses, hook=HAMAKAZE)
        here.enter(AT_FIRST, *lines(workers))
        here.follow(AT_FIRST)
        affected = [one for one in here.cases() if DEFECTIVE in one["norms"]]
        affected.sort(key=lambda one: workers.index(one["about"]["person"]))
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
        upheld = [one["id"] for one in affected[1 : 1 + UPHOLD]]
        acts = (act(id_, f"uphold-{id_}", "uphold", UPHELD) for id_ in upheld)
        here.enter(UPHELD, *acts, by="authority:judge")
        here.follow(UPHELD)
        yield Lived(here, workers, before, after, {one["id"]: one for one in here.cases()}, upheld)


def act(case: str, id_: str, what: str, at: str) -> Line:
    """A decision of the official about a case."""
    return {"type": "case_act", "id": id_, "case": case, "act": what, "reason": "read the records", "source": "org:operator",
            "stated_at": at}  # fmt: skip


def decision(case: dict[str, Any], number: int) -> Line:
    """Every fourth finds the case mistaken, the others that it stands."""
    return act(case["id"], f"decision-{number}", "mistaken" if number % 4 == 0 else "look", DECIDED)


def test_exactly_those_that_rest_on_it_are_reopened(lived: Lived) -> None:
    decided = {id_ for id_, one in lived.before.items() if DEFECTIVE in one["norms"]}
    assert len(decided) == len(lived.workers)
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


def test_who_had_been_told_hears_once_that_it_is_taken_back(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be it because the official found it mistaken, or because the rule proved defective: the second adds nothing."""
    told = [said for mail in lived.at.mails(FIRST) if TITLE in (said := body(mail))]
    assert ["has not done this yet" in said for said in told] == [True, False]
    assert "An earlier notice is withdrawn" in told[1]
    to_employer = [said for mail in lived.at.mails(HAMAKAZE) if TITLE in (said := body(mail))]
    assert sum("An earlier notice is withdrawn" in said for said in to_employer) == len(lived.workers)
    verify(lived.at, monkeypatch)


def test_no_office_is_told_while_a_case_is_under_review_and_an_upheld_one_begins_anew(lived: Lived) -> None:
    now = lived.at_last
    assert all(not one["offices"] for one in now.values())
    assert sum(one["state"] == "review" for one in now.values()) == len(lived.workers) - UPHOLD
    for id_ in lived.upheld:
        assert (now[id_]["state"], now[id_]["delivered_on"]) == ("open", UPHELD[:10]), (
            "its time counts from the new notice"
        )
        assert [row["ref"] for row in now[id_]["history"] if row["tells"]][-1] == f"uphold-{id_}"
    to_employer = [said for mail in lived.at.mails(HAMAKAZE) if TITLE in (said := body(mail))]
    assert sum("has not been done yet" in said for said in to_employer) == len(lived.workers) + UPHOLD
