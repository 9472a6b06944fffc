"""Whom a case is told, what it asks of whom, and from when its time counts."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from kyosei.journal.notice_tables import calendar_entries
from kyosei.notices.catalogue import Catalogue
from kyosei.timelines.days import date_from_day, legal_day
from kyosei.verdicts.evaluate import Loaded
from tests.alerts.told import Told
from tests.cases.stories import JOB, KEPT_PASSPORT, TRAINEE
from tests.journal.fakes import HOUR, at
from tests.watch.towns import HERE, Line, lines_of, story

DUC_LINES = HERE.parent / "samples" / "duc.jsonl"
HAMAKAZE, DUC = "org:hamakaze", "person:duc"
ACQUISITION = "jp.pension.report-acquisition"
PENSION = "authority:pension-service"
PAPERS = "jp.labour.trainee-papers-not-kept"


@pytest.fixture
def told(database: sa.Engine, law: Loaded, catalogue: Catalogue) -> Told:
    return Told.of(database, law, catalogue)


def parts(row: sa.Row[Any]) -> set[str]:
    return {section["part"] for section in row.message["sections"]}


def enrolled() -> Line:
    return {
        "type": "statement", "id": "enrolled", "kind": "pension.enrolment", "source": PENSION,
        "about": {"person": DUC, "employer": HAMAKAZE}, "from": "2025-04-01", "until": None,
        "data": {"scheme": "employees"}, "stated_at": "2026-11-22T10:00:00+09:00",
    }  # fmt: skip


def reported() -> Line:
    return {
        "type": "statement", "id": "found", "kind": "pension.acquisition_notice", "source": PENSION,
        "about": {"person": DUC, "employer": HAMAKAZE}, "on": "2025-04-03", "data": {"acquired_on": "2025-04-01"},
        "stated_at": "2026-11-21T10:00:00+09:00",
    }  # fmt: skip


def test_the_employer_is_given_the_task_and_the_worker_is_told_what_protects_them(told: Told) -> None:
    told.town.enter_each(lines_of(DUC_LINES))
    told.catch_up()
    case = told.case(ACQUISITION)
    reminder, to_employer = told.of_case(case, HAMAKAZE)
    (to_worker,) = told.of_case(case, DUC)
    assert (to_employer.occasion, to_employer.has_deadline, to_employer.message["task_of"]) == (
        "breached",
        True,
        HAMAKAZE,
    )
    assert "task" in parts(to_employer)
    assert reminder.occasion == "due", "the day passed in the dark: only the answer goes on from there"
    assert (to_worker.occasion, to_worker.has_deadline, to_worker.message["task_of"]) == ("breached", False, None)
    assert {"protection", "they", "myself", "ask"} <= parts(to_worker)
    assert not parts(to_worker) & {"task", "answer", "until"}
    assert not [
        row for row in told.notices(DUC) if row.message["task_of"] and HAMAKAZE in row.request["about"].values()
    ]
    assert (
        told.town.engine.connect().scalar(sa.text("SELECT count(*) FROM calendar_entries WHERE party = :p"), {"p": DUC})
        == 0
    )


def test_the_time_to_cure_counts_from_the_receipt_and_stands_in_the_calendar(told: Told) -> None:
    told.town.enter_each(lines_of(DUC_LINES))
    told.catch_up()
    case = told.case(ACQUISITION)
    told.town.world.now[0] += 72 * HOUR
    told.catch_up()
    assert (told.case(ACQUISITION)["delivered_on"], told.case(ACQUISITION)["due_on"]) == (None, None)
    told.receive(told.of_case(case, HAMAKAZE)[-1].key)
    received = legal_day(told.town.world.now[0])
    found = told.case(ACQUISITION)
    assert found["delivered_on"] == date_from_day(received).isoformat()
    assert found["due_on"] == date_from_day(received + 30).isoformat()
    row = next(row for row in found["history"] if row["what"] == "delivered")
    assert (row["taken"], row["actor_kind"], row["source"]) == (True, "software", "org:operator")
    with told.town.engine.connect() as connection:
        days = connection.scalars(sa.select(calendar_entries.c.day).where(calendar_entries.c.party == HAMAKAZE)).all()
    assert received + 30 in days
    told.catch_up()
    assert len([row for row in told.case(ACQUISITION)["history"] if row["what"] == "delivered"]) == 1


def test_a_cure_is_told_to_all_who_were_told_and_what_waits_is_taken_back(told: Told) -> None:
    told.town.enter_each(lines_of(DUC_LINES))
    told.catch_up()
    case = told.case(ACQUISITION)
    told.town.enter(reported())
    told.town.enter(enrolled())
    told.catch_up()
    over = next(one for one in told.cases() if one["id"] == case["id"])
    assert over["state"] == "mistaken"
    assert [row.occasion for row in told.of_case(case, HAMAKAZE)] == ["due", "breached", "withdrawn"]
    assert [row.occasion for row in told.of_case(case, DUC)] == ["breached", "withdrawn"]
    assert not [row for row in told.of_case(case, HAMAKAZE) if row.occasion == "withdrawn" and row.message["task_of"]]


def test_what_was_over_before_it_left_leaves_nobody(told: Told) -> None:
    """Followed late: a notice that was never handed over needs no second one to take it back."""
    told.town.enter_each([*lines_of(DUC_LINES), reported(), enrolled()])
    told.catch_up()
    for case in (
        one for one in told.cases() if one["state"] in ("cured", "mistaken", "withdrawn") and one["sort"] == "task"
    ):
        with told.town.engine.connect() as connection:
            left = connection.scalars(
                sa.text(
                    "SELECT state FROM deliveries JOIN notices ON notices.key = deliveries.notice "
                    'WHERE notices."case" = :case'
                ),
                {"case": case["id"]},
            ).all()
        assert set(left) <= {"cancelled"}, case["norms"]


def papers_kept(told: Told) -> Any:
    """A trainee says that the employer keeps the passport; nobody else says anything of it. What the employer saw before."""
    told.town.enter(*TRAINEE)
    told.catch_up()
    before = what_the_employer_sees(told)
    told.town.enter(KEPT_PASSPORT)
    told.catch_up()
    return before


def what_the_employer_sees(told: Told) -> Any:
    with told.town.engine.connect() as connection:
        calendar = connection.execute(sa.text("SELECT * FROM calendar_entries WHERE party = 'org:x'")).all()
    return told.cases(owner="org:x"), [row.key for row in told.notices("org:x")], calendar


def test_who_only_has_the_persons_word_tells_the_employer_nothing_until_they_choose(told: Told) -> None:
    before = papers_kept(told)
    cases = [one for one in told.cases() if PAPERS in one["norms"]]
    assert [one["hushed"] for one in cases] == [True]
    assert what_the_employer_sees(told) == before
    assert not [row for row in told.notices() if row.norm == PAPERS and row.recipient != "person:a"]
    (notice,) = told.notices("person:a", PAPERS)
    assert not notice.request["bearer_told"]
    assert notice.message["task_of"] is None
    told.choose("person:a", cases[0]["id"], "inside", told.window())
    case = next(one for one in told.cases() if one["id"] == cases[0]["id"])
    assert not case["hushed"]
    assert [row.occasion for row in told.of_case(case, case["owner"])] == ["open"]


def test_who_chooses_the_office_keeps_it_from_the_employer(told: Told) -> None:
    before = papers_kept(told)
    (case,) = [one for one in told.cases() if PAPERS in one["norms"]]
    told.choose("person:a", case["id"], "office", told.window())
    told.act(told.operator, case["id"], "escalate")
    found = next(one for one in told.cases() if one["id"] == case["id"])
    assert found["state"] == "escalated"
    assert what_the_employer_sees(told) == before
    assert [
        row.occasion for row in told.notices() if row.norm == PAPERS and row.recipient.startswith("authority:")
    ] == ["escalated"]


def test_a_word_that_others_confirm_is_no_secret_of_the_person(told: Told) -> None:
    papers_kept(told)
    told.town.enter(
        {"type": "statement", "id": "seen", "kind": "work.kept_item", "source": "authority:labour-office", "about": JOB,
         "from": "2026-10-01", "until": None, "data": {"item": "passport"}, "stated_at": "2026-11-21T10:00:00+09:00"}
    )  # fmt: skip
    told.catch_up()
    task = told.case(PAPERS)
    assert (task["owner"], task["hushed"]) == ("org:x", False)
    assert [row.occasion for row in told.of_case(task, "org:x")] == ["unmet"]
    assert told.of_case(task, "person:a")[-1].request["bearer_told"]


@pytest.mark.parametrize("name", ["leaving", pytest.param("month-end", marks=pytest.mark.soak), "april"])
def test_no_notice_gives_a_person_the_task_of_another(told: Told, name: str) -> None:
    told.town.enter_each(story(name))
    told.catch_up()
    assert told.notices()
    for row in told.notices():
        if row.message["task_of"] is not None:
            assert row.message["task_of"] == row.recipient
            assert row.request["audience"] in ("bearer", "source")
        if row.request["audience"] == "source":
            assert not row.recipient.startswith(("person:", "unknown:"))


def test_what_goes_to_the_office_after_its_time_is_told_to_all_and_an_end_too(told: Told) -> None:
    lines = lines_of(DUC_LINES)
    told.town.enter_each(lines)
    told.catch_up()
    case = told.case(ACQUISITION)
    told.receive(told.of_case(case, HAMAKAZE)[-1].key)
    sources = sorted({line["source"] for line in lines if "source" in line})
    for day in range(0, 34, 2):
        told.town.world.now[0] += 48 * HOUR
        stated = at(told.town.world.now[0])
        told.town.enter(*(
            {"type": "heartbeat", "id": f"alive-{day}-{one}", "source": one, "stated_at": stated} for one in sources
        ))  # fmt: skip
    told.catch_up()
    told.act(told.operator, case["id"], "look")
    told.act(told.operator, case["id"], "escalate")
    assert told.of_case(case, HAMAKAZE)[-1].occasion == "escalated"
    assert "task" in parts(told.of_case(case, HAMAKAZE)[-1])
    assert told.of_case(case, DUC)[-1].occasion == "escalated"
    (to_office,) = told.of_case(case, PENSION)
    assert (to_office.occasion, to_office.message["task_of"]) == ("escalated", None)
    assert not parts(to_office) & {"task", "answer"}
    told.act(told.operator, case["id"], "mistaken")
    for party in (HAMAKAZE, DUC, PENSION):
        assert told.of_case(case, party)[-1].occasion == "withdrawn"
    over = next(one for one in told.cases() if one["id"] == case["id"])
    with told.town.engine.connect() as connection:
        asked = sa.select(calendar_entries.c.day, calendar_entries.c.cancelled).where(
            calendar_entries.c.party == HAMAKAZE
        )
        dates = {date_from_day(day).isoformat(): cancelled for day, cancelled in connection.execute(asked)}
    assert dates[over["due_on"]], "its date falls away with the case"
