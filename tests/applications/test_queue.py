"""What waits at an office: in the order of its days, without a name, and never by a score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

import pytest
import sqlalchemy as sa

from kyosei.applications.acting import add_line, request_line, withdraw_line
from kyosei.applications.filing import Asked
from kyosei.applications.queue import Waiting, pending
from kyosei.errors import EntryRefusedError
from kyosei.norms.procedures import Procedure
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import procedures_of_japan
from tests.access.setting import person_line
from tests.applications.applying import Applying, day
from tests.decisions.deciding import HOA, ISA, OFFICER

MINH, BUI, CHILD = "person:minh", "person:bui", "person:child"


@pytest.fixture
def applying(database: sa.Engine, law: Loaded) -> Applying:
    return Applying.on(database, law)


def waiting(applying: Applying, procedures: Iterable[Procedure] = (), **standard: int) -> list[Waiting]:
    with applying.setting.engine.connect() as connection:
        return pending(connection, ISA, applying.now, procedures, standard)


def test_the_earliest_day_comes_first_and_on_one_day_whom_the_law_protects(applying: Applying) -> None:
    applying.resides(MINH, until=date(2027, 1, 10))
    applying.setting.submit(person_line(CHILD, born="2015-05-01"))
    applying.resides(CHILD)
    for person in (HOA, MINH, CHILD):
        applying.received(person=person)
    applying.resides(BUI)
    applying.file("permanent", BUI)
    found = waiting(applying)
    assert [(one.person, one.procedure, one.lawful_until, one.flags) for one in found] == [
        (BUI, "permanent", day(2027, 3, 1), ()),
        (MINH, "renewal", day(2027, 3, 10), ()),
        (CHILD, "renewal", day(2027, 5, 1), ("minor",)),
        (HOA, "renewal", day(2027, 5, 1), ()),
    ]
    assert [one.statement is None for one in found] == [True, False, False, False]
    assert [one.due for one in waiting(applying, renewal=30) if one.procedure == "renewal"] == [day(2026, 12, 23)] * 3
    usual = [(one.person, one.due) for one in waiting(applying, procedures_of_japan())]
    assert usual[0] == (CHILD, day(2026, 12, 23))
    assert set(usual[1:3]) == {(HOA, day(2026, 12, 23)), (MINH, day(2026, 12, 23))}
    assert usual[3] == (BUI, day(2027, 5, 23))
    assert not {field.name for field in fields(Waiting)} & {"score", "risk", "rank", "priority"}


def test_documents_that_were_asked_for_and_a_card_that_is_not_collected_are_seen(applying: Applying) -> None:
    found = applying.received()
    case = applying.setting.path.evaluate(applying.officers()).case
    asked = request_line(found, case, Asked("a letter"), "why", day(2026, 12, 10), OFFICER, applying.now, "k")
    applying.setting.world.journal.submit_one(applying.officer.sign(asked))
    assert [(one.asked_until, one.is_with_the_person) for one in waiting(applying)] == [(day(2026, 12, 10), True)]
    answer = {"application": found.statement, "outcome": "granted"}
    granted = applying.setting.state("residence.decision", ISA, {"person": HOA}, answer, on="2026-11-22")
    applying.setting.world.later()
    assert [one.card_since for one in waiting(applying)] == [day(2026, 11, 22)]
    told = {**answer, "delivered_on": "2026-11-22"}
    applying.setting.state("residence.decision", ISA, {"person": HOA}, told, on="2026-11-22", replaces=granted)
    assert waiting(applying) == []


def test_what_was_filed_on_paper_waits_as_well_and_what_ended_does_not(applying: Applying) -> None:
    data = {"procedure": "renewal", "for_status": "student"}
    paper = applying.setting.state("residence.application", ISA, {"person": MINH}, data, on="2026-11-20")
    applying.setting.world.later()
    withdrawn = applying.received()
    applying.enter(withdraw_line(withdrawn, HOA, applying.now))
    assert [(one.application, one.statement) for one in waiting(applying)] == [
        (None, paper),
        (None, withdrawn.statement),
    ], "the office has not said yet that it ended"
    over = {"application": withdrawn.statement, "outcome": "withdrawn"}
    applying.setting.state("residence.decision", ISA, {"person": HOA}, over, on="2026-11-22")
    refused = {"procedure": "renewal", "outcome": "refused"}
    applying.setting.state("residence.decision", ISA, {"person": MINH}, refused, on="2026-11-21")
    assert waiting(applying) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": "person:minh"}, "not for"),
        ({"application": "another"}, "is filed"),
        (
            {"act": "receive", "target": "person-1", "by": "software:office", "source": ISA},
            "is no residence.application",
        ),
        ({"act": "answer", "target": "nothing", "words": "x"}, "is no request"),
        ({"by": "software:office"}, "a person applies"),
        ({"act": "file"}, "has no place"),
    ],
)
def test_the_journal_takes_no_act_that_does_not_fit(applying: Applying, change: dict[str, str], said: str) -> None:
    found = applying.application(applying.file())
    line = add_line(found, HOA, applying.now, "k", "words") | change
    if line["act"] == "receive":
        del line["words"]
    with pytest.raises(EntryRefusedError) as refused:
        applying.enter(line)
    assert said in refused.value.message
