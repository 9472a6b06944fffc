"""Whole lives through journal, watch and cases: whose turn it is, who is only informed, and how each case ends."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from kyosei.cases.case import owners_part
from kyosei.journal.watch_tables import verdicts
from kyosei.timelines.days import day_from_date
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import somebody_spoke
from tests.cases.stories import JOB, KEPT_PASSPORT, TRAINEE, Followed
from tests.journal.fakes import at
from tests.journal.server import Server
from tests.watch.towns import HERE, lines_of, story

SAMPLES = HERE.parent / "samples"
HAMAKAZE, DUC = "org:hamakaze", "person:duc"
ACQUISITION = "jp.pension.report-acquisition"


@pytest.fixture
def followed(database: sa.Engine, law: Loaded) -> Followed:
    return Followed.on(database, law)


def test_deducted_but_never_enrolled_is_one_case_of_the_employer_and_no_task_of_the_worker(followed: Followed) -> None:
    followed.town.enter_each(lines_of(SAMPLES / "duc.jsonl"))
    followed.catch_up()
    case = followed.case(ACQUISITION)
    assert (case["owner"], case["state"], case["stage"]) == (HAMAKAZE, "open", "notice")
    assert "jp.pension.withheld-without-enrolment" in case["norms"]
    assert case["informed"]["person"] == DUC
    assert "jp.pension.right-to-confirmation" in case["informed"]["rights"]
    assert next(row["what"] for row in case["history"]) == "opened"
    assert not [one for one in followed.cases() if one["owner"] == DUC and HAMAKAZE in one["about"].values()]


def test_the_enrolment_cures_it_and_a_completed_record_shows_that_it_was_mistaken(followed: Followed) -> None:
    followed.town.enter_each(lines_of(SAMPLES / "duc.jsonl"))
    followed.catch_up()
    id_ = followed.case(ACQUISITION)["id"]
    followed.town.enter(
        {"type": "statement", "id": "found", "kind": "pension.acquisition_notice", "source": "authority:pension-service",
         "about": {"person": DUC, "employer": HAMAKAZE}, "on": "2025-04-03", "data": {"acquired_on": "2025-04-01"},
         "stated_at": "2026-11-21T10:00:00+09:00"}
    )  # fmt: skip
    followed.catch_up()
    case = next(one for one in followed.cases() if one["id"] == id_)
    assert "mistaken" in [row["what"] for row in case["history"]]
    followed.town.enter(
        {"type": "statement", "id": "enrolled", "kind": "pension.enrolment", "source": "authority:pension-service",
         "about": {"person": DUC, "employer": HAMAKAZE}, "from": "2025-04-01", "until": None,
         "data": {"scheme": "employees"}, "stated_at": "2026-11-22T10:00:00+09:00"}
    )  # fmt: skip
    followed.catch_up()
    case = next(one for one in followed.cases() if one["id"] == id_)
    assert (case["items"], case["state"]) == ([], "mistaken")


def test_job_changed_the_worker_told_in_time_and_the_employer_never(followed: Followed) -> None:
    followed.town.enter_each(story("leaving"))
    followed.catch_up()
    notice = followed.case("jp.immigration.host-notice-ended")
    assert (notice["owner"], notice["stage"]) == ("org:kita", "notice")
    assert notice["informed"]["person"] == "person:thu"
    own = followed.case("jp.immigration.notify-organisation-left")
    assert (own["owner"], own["state"], own["stage"], own["informed"]) == ("person:thu", "cured", "reminder", None)


def stay_alive(followed: Followed, days: int) -> None:
    """Days pass, and every source goes on showing that it lives."""
    sources = sorted({line["source"] for line in lines_of(SAMPLES / "duc.jsonl") if "source" in line})
    for day in range(0, days, 2):
        followed.town.world.now[0] += 2 * 86_400_000_000
        stated = at(followed.town.world.now[0])
        followed.town.enter(*(
            {"type": "heartbeat", "id": f"alive-{day}-{source}", "source": source, "stated_at": stated}
            for source in sources
        ))  # fmt: skip
    followed.catch_up()


def test_nothing_reaches_an_office_before_the_time_to_cure_and_a_look(followed: Followed) -> None:
    followed.town.enter_each(lines_of(SAMPLES / "duc.jsonl"))
    followed.catch_up()
    id_, operator = followed.case(ACQUISITION)["id"], followed.operator
    followed.act(operator, id_, "escalate")
    followed.act(operator, id_, "delivered")
    assert followed.case(ACQUISITION)["due_on"] is None, "nobody's word begins a deadline, only a receipt"
    followed.arrived(id_)
    followed.act(operator, id_, "look")
    followed.act(operator, id_, "escalate")
    case = followed.case(ACQUISITION)
    assert [(row["what"], row["taken"]) for row in case["history"] if row["what"] == "escalate"] == [
        ("escalate", False)
    ] * 2
    assert (case["state"], case["delivered_on"] is None, case["due_on"] is None) == ("open", False, False)
    stay_alive(followed, days=34)
    followed.act(operator, id_, "escalate")
    case = followed.case(ACQUISITION)
    assert (case["state"], case["stage"]) == ("escalated", "office"), case["history"]
    assert {row["actor_kind"] for row in case["history"] if row["what"] == "escalate"} == {"human"}


def test_a_complaint_opens_the_way_to_the_office_and_the_employer_sees_nothing_of_it(followed: Followed) -> None:
    town = followed.town
    town.enter_each(lines_of(SAMPLES / "duc.jsonl"))
    followed.catch_up()
    window = town.world.register(
        "org:window", speaks_for=["person:*", "org:hamakaze"], entry_types=["case_act"], valid_from=town.world.now[0]
    )
    followed.arrived(followed.case(ACQUISITION)["id"])
    before = owners_part(followed.case(ACQUISITION))
    followed.act(window, before["id"], "complain", DUC, route="office")
    assert owners_part(followed.case(ACQUISITION)) == before
    followed.act(window, before["id"], "complain", "person:other", route="office")
    followed.act(window, before["id"], "acknowledge", HAMAKAZE)
    seen = owners_part(followed.case(ACQUISITION))
    followed.act(followed.operator, before["id"], "escalate")
    case = followed.case(ACQUISITION)
    assert (case["route"], case["state"]) == ("office", "escalated")
    assert owners_part(case) == seen, "that it went to the office before its time would tell that she asked for it"
    assert [row["taken"] for row in case["history"] if row["what"] == "complain"] == [True, False]


def test_a_dispute_stops_the_clock_and_its_end_lets_it_go_on(followed: Followed) -> None:
    town = followed.town
    town.enter_each(lines_of(SAMPLES / "duc.jsonl"))
    followed.catch_up()
    id_ = followed.case(ACQUISITION)["id"]
    followed.arrived(id_)
    owner_saw = owners_part(followed.case(ACQUISITION))
    due = owner_saw["due_on"]
    told = [row for row in lines_of(SAMPLES / "duc.jsonl") if row.get("kind") in ("work.contract", "work.pay")]
    town.world.now[0] += 86_400_000_000
    for number, line in enumerate(told):
        town.enter({"type": "dispute", "id": f"d{number}", "target": line["id"], "by": DUC, "reason": "wrong",
                    "stated_at": "2026-11-22T10:00:00+09:00"})  # fmt: skip
    followed.catch_up()
    case = next(one for one in followed.cases() if one["id"] == id_)
    assert case["paused"]
    assert owners_part(case) == owner_saw
    town.world.now[0] += 10 * 86_400_000_000
    for number in range(len(told)):
        town.enter({"type": "resolution", "id": f"r{number}", "target": f"d{number}", "by": "authority:labour-office",
                    "outcome": "kept", "reason": "seen", "stated_at": "2026-11-22T10:00:00+09:00"})  # fmt: skip
    followed.catch_up()
    case = next(one for one in followed.cases() if one["id"] == id_)
    assert not case["paused"]
    assert case["due_on"] > due


def test_an_office_that_leaves_a_dispute_unanswered_is_told_and_nobody_else_has_a_task(followed: Followed) -> None:
    town, answering = followed.town, "jp.records.answer-correction-request"
    town.enter_each(TRAINEE)
    town.enter({"type": "dispute", "id": "d", "target": "status", "by": "person:a", "reason": "another status",
                "stated_at": "2026-11-22T10:00:00+09:00"})  # fmt: skip
    town.until("2026-12-22")
    followed.catch_up()
    assert not [one for one in followed.cases() if answering in one["norms"]], "the thirtieth day is in time"
    town.until("2026-12-23")
    followed.catch_up()
    case = followed.case(answering)
    assert (case["owner"], case["state"], case["informed"]["person"]) == ("authority:isa", "open", "person:a")
    assert not [one for one in followed.cases() if answering in one["norms"] and one["owner"] != "authority:isa"]
    town.enter({"type": "resolution", "id": "r", "target": "d", "by": "authority:isa", "outcome": "kept",
                "reason": "it is on the decision", "stated_at": "2026-12-24T10:00:00+09:00"})  # fmt: skip
    followed.catch_up()
    assert followed.case(answering)["state"] == "withdrawn"


@pytest.mark.parametrize("name", [pytest.param("leaving", marks=pytest.mark.soak), "month-end"])
def test_the_same_cases_come_of_any_batches(server: Server, law: Loaded, name: str) -> None:
    lines = story(name)
    with server.fresh() as one, server.fresh() as other:
        at_once, by_and_by = Followed.on(one, law), Followed.on(other, law, entries_max=3, subjects_max=1)
        at_once.town.enter_each(lines)
        for number, line in enumerate(lines):
            by_and_by.town.enter(line)
            if number % 4 == 0:
                by_and_by.catch_up()
        for followed in (at_once, by_and_by):
            followed.town.until("2027-01-31")
            followed.catch_up()
        assert at_once.cases() == by_and_by.cases()
        assert at_once.cases()


@pytest.mark.parametrize("name", ["leaving", pytest.param("month-end", marks=pytest.mark.soak), "april"])
def test_an_employers_breach_never_makes_a_task_for_the_person(followed: Followed, name: str) -> None:
    followed.town.enter_each(story(name))
    followed.catch_up()
    tasks = [case for case in followed.cases() if case["sort"] == "task"]
    assert tasks
    for case in tasks:
        if case["informed"] is not None:
            assert case["owner"] != case["informed"]["person"]
    assert not [c for c in followed.cases() if c["sort"] == "question" and c["owner"].startswith("person:")]


def test_every_question_names_who_owes_which_line(followed: Followed) -> None:
    followed.town.enter_each(story("month-end"))
    followed.catch_up()
    questions = [case for case in followed.cases() if case["sort"] == "question"]
    assert any(c["owner"].startswith(("insurer:", "unknown:insurer", "authority:")) for c in questions)
    assert all(case["need"]["source"] == case["owner"] and case["need"]["kind"] for case in questions)
    assert len({(c["owner"], c["cure"]) for c in questions if c["state"] == "open"}) == len(
        [c for c in questions if c["state"] == "open"]
    )


@pytest.mark.parametrize("name", ["leaving", pytest.param("month-end", marks=pytest.mark.soak), "april"])
def test_nobody_is_asked_about_a_norm_of_which_nobody_said_that_it_applies(followed: Followed, name: str) -> None:
    followed.town.enter_each(story(name))
    followed.catch_up()
    with followed.town.engine.connect() as connection:
        kept = {(row.norm, row.about, row.instance): row for row in connection.execute(sa.select(verdicts))}
    asked = [
        kept[item["norm"], item["about"], -1 if item["instance"] is None else day_from_date(date.fromisoformat(item["instance"]))]
        for case in followed.cases(closed=False) if case["sort"] == "question" for item in case["items"]
    ]  # fmt: skip
    assert asked
    assert not [row.norm for row in asked if row.uncertain and not somebody_spoke(causes_of(row.causes))]
    assert [row.norm for row in kept.values() if row.state == State.OPEN and row.uncertain]


def test_a_workers_word_asks_who_can_settle_it_and_its_withdrawal_ends_the_question(followed: Followed) -> None:
    town = followed.town
    town.enter(*TRAINEE)
    followed.catch_up()
    norm = "jp.labour.trainee-papers-not-kept"
    assert not [case for case in followed.cases() if norm in case["norms"]]
    town.enter(KEPT_PASSPORT)
    followed.catch_up()
    asked = [case for case in followed.cases() if norm in case["norms"]]
    assert asked
    assert {case["state"] for case in asked} == {"open"}
    assert not [case for case in asked if case["owner"].startswith("person:")]
    town.enter({"type": "withdrawal", "id": "not-kept", "target": "kept", "source": "person:a",
                "stated_at": "2026-11-21T10:00:00+09:00"})  # fmt: skip
    followed.catch_up()
    assert {case["state"] for case in followed.cases() if norm in case["norms"]} == {"withdrawn"}


def test_an_official_is_asked_to_judge_when_no_record_is_missing(followed: Followed) -> None:
    town = followed.town
    said = {"type": "statement", "source": "org:x", "about": JOB, "stated_at": "2026-11-20T10:00:00+09:00"}
    contract = {"hours_per_week": 40, "employment_type": "regular", "duties": ["management"],
                "wage_yen_per_month": 160_000, "scheduled_hours_per_month": 160}  # fmt: skip
    pay = {"base_yen": 160_000, "overtime_hours": 20, "holiday_hours": 0, "night_hours": 0,
           "allowances": [{"item": "overtime", "yen": 24_999}]}  # fmt: skip

    def asked() -> set[tuple[str, str]]:
        return {
            (case["owner"], case["need"]["kind"])
            for case in followed.cases(closed=False)
            if case["sort"] == "question" and "jp.labour.premiums" in {item["norm"] for item in case["items"]}
        }

    town.enter(*TRAINEE[:2])
    town.enter(
        {**said, "id": "managed", "kind": "work.contract", "from": "2026-10-01", "until": None, "data": contract}
    )
    followed.catch_up()
    assert asked() == {("org:x", "work.pay")}
    town.enter({**said, "id": "pay", "kind": "work.pay", "from": "2026-11-01", "until": "2026-12-01", "data": pay})
    followed.catch_up()
    assert asked() == {("authority:labour-office", "assessment.factor")}
