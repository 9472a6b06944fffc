"""An applicant is told that the office asks for something, and that a card waits: once, with the day, beside the portal."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import sqlalchemy as sa

from kyosei.alerts.applying import Applicants
from kyosei.applications.acting import answer_line, request_line
from kyosei.applications.filing import Asked
from kyosei.journal.notice_tables import calendar_entries, deliveries, notices
from kyosei.notices.catalogue import Catalogue, catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import notice_guidance
from tests.applications.applying import Applying, day
from tests.decisions.deciding import HOA, ISA, OFFICER

DUE = day(2026, 12, 10)


@pytest.fixture(scope="module")
def catalogue(law: Loaded) -> Catalogue:
    return catalogue_of(law.law, read_guidance(notice_guidance()))


@pytest.fixture
def applying(database: sa.Engine, law: Loaded) -> Applying:
    return Applying.on(database, law)


def told(applying: Applying) -> list[tuple[str, str, list[str]]]:
    """Recipient, occasion and message of every notice, in order, each section's lines."""
    asked = sa.select(notices).order_by(notices.c.made_at)
    with applying.setting.engine.connect() as connection:
        return [
            (row.recipient, row.occasion, [line for one in row.message["sections"] for line in one["lines"]])
            for row in connection.execute(asked)
        ]


def dates(applying: Applying) -> list[tuple[str, int, bool]]:
    c = calendar_entries.c
    with applying.setting.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(c.party, c.day, c.cancelled))]


def letters(applying: Applying) -> list[str]:
    with applying.setting.engine.connect() as connection:
        return list(connection.scalars(sa.select(deliveries.c.channel)))


def requested(applying: Applying, found: str) -> str:
    """An officer asks for a letter of the new school; the id of the request."""
    case = applying.setting.path.evaluate(applying.officers()).case
    application = applying.application(found)
    line = request_line(
        application, case, Asked("the new school's letter", None), "art. 21", DUE, OFFICER, applying.now, "k"
    )
    applying.setting.world.journal.submit_one(applying.officer.sign(line))
    applying.setting.world.later()
    return str(line["id"])


def granted(applying: Applying, statement: str, **more: str) -> None:
    data: Mapping[str, str] = {"application": statement, "outcome": "granted", "procedure": "renewal", **more}
    applying.setting.state("residence.decision", ISA, {"person": HOA}, dict(data), on="2026-11-23")
    applying.setting.world.later()


def test_what_the_office_asks_is_told_once_and_its_date_falls_away_with_the_answer(
    applying: Applying, catalogue: Catalogue
) -> None:
    found = applying.received()
    applicants = Applicants(applying.setting.engine, catalogue, lambda: applying.now)
    assert applicants.catch_up() == 0
    request = requested(applying, found.id)
    assert applicants.catch_up() == 1
    again = Applicants(applying.setting.engine, catalogue, lambda: applying.now)
    assert [applicants.catch_up(), again.catch_up()] == [0, 0], "also by a process that begins anew"
    ((recipient, occasion, lines),) = told(applying)
    assert (recipient, occasion) == (HOA, "requested")
    assert any("2026年12月10日" in line for line in lines), lines
    assert not any("school" in line for line in lines), "what is asked is read on the application's page alone"
    assert letters(applying) == ["letter"]
    assert dates(applying) == [(HOA, DUE, False)]
    answer = answer_line(applying.application(found.id), request, HOA, applying.now, "a", "I asked them for it.")
    applying.enter(answer)
    applicants.catch_up()
    assert dates(applying) == [(HOA, DUE, True)]
    assert len(told(applying)) == 1


def test_a_card_that_waits_is_told_with_the_last_day_and_no_more_once_it_is_collected(
    applying: Applying, catalogue: Catalogue
) -> None:
    found = applying.received()
    assert found.statement is not None
    applicants = Applicants(applying.setting.engine, catalogue, lambda: applying.now)
    granted(applying, found.statement)
    assert [applicants.catch_up(), applicants.catch_up()] == [1, 0]
    ((recipient, occasion, lines),) = told(applying)
    assert (recipient, occasion) == (HOA, "due")
    assert any("2027年4月30日" in line for line in lines), lines
    assert letters(applying) == ["letter"]
    ((_, until, cancelled),) = dates(applying)
    assert (until, cancelled) == (day(2027, 4, 30), False)
    granted(applying, found.statement, delivered_on="2026-11-24")
    assert applicants.catch_up() == 0
    assert dates(applying) == [(HOA, until, True)]
    assert len(told(applying)) == 1
