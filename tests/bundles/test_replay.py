"""P26: a verdict replayed at its own position, instant and law is the same to the byte, whatever was entered since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.facts.statements import Case
from kyosei.journal.replay import AsOf, read_as_of
from kyosei.timelines.days import legal_day
from kyosei.verdicts.check import check
from kyosei.wiring import open_law
from tests.bundles.worlds import batches_of, logged_world

PERSONS = ("person:sita", "person:zaw")
LIVES = ("offices", "sita", "zaw")


def answers(read: AsOf, person: str) -> str:
    """Every verdict about a person on the day of the instant and a year later, as JSON."""
    assert read.known is not None
    if person not in read.case.parties:
        return "not on record"
    found = [
        verdict.to_json()
        for on in (legal_day(read.known), legal_day(read.known) + 365)
        for verdict in check(
            open_law(), read.case, on=on, known=read.known, about=[person], subjects=[person], obligations=True
        )
    ]
    return json.dumps(found, ensure_ascii=False)


@pytest.mark.parametrize("size", [4, pytest.param(11, marks=pytest.mark.soak)])
def test_a_replayed_verdict_is_the_same_to_the_byte(size: int, database: sa.Engine, folder: Path) -> None:
    given: list[tuple[str, AsOf, str]] = []
    with logged_world(database, folder) as world, database.connect() as connection:
        for number, (lines, when) in enumerate(batches_of(LIVES, size)):
            world.enter(lines, when)
            person = PERSONS[number % len(PERSONS)]
            later = None if number % 3 else world.now[0] + 86_400_000_000 * 30
            read = read_as_of(connection, [person], later)
            connection.rollback()
            given.append((person, read, answers(read, person)))
        assert len({said for _, _, said in given}) > 2
        world.journal.rebuild()
        for person, before, said in given:
            read = read_as_of(connection, [person], before.known, before.position)
            connection.rollback()
            assert read == before
            assert answers(read, person) == said


def test_an_office_that_is_declared_later_had_no_role_before(database: sa.Engine, folder: Path) -> None:
    with logged_world(database, folder) as world, database.connect() as connection:
        world.enter([{"type": "party", "id": "person:hoa", "party": "person"}, address("a-1")], 0)
        before = read_as_of(connection, ["person:hoa"])
        declared = {"type": "party", "id": "municipality:131130", "party": "organisation", "roles": ["employer"]}
        world.enter([declared], 0)
        assert read_as_of(connection, ["person:hoa"], before.known, before.position) == before
        assert read_as_of(connection, ["person:hoa"]).case.parties != before.case.parties


def test_a_clock_set_back_leaves_every_position_replayable(database: sa.Engine, folder: Path) -> None:
    with logged_world(database, folder) as world, database.connect() as connection:
        world.enter([{"type": "party", "id": "person:hoa", "party": "person"}], 10_000_000_000)
        given = []
        for number in range(3):
            world.now[0] = 5_000_000_000
            world.journal.submit_one(world.office.sign(address(f"a-{number}")))
            given.append(read_as_of(connection, ["person:hoa"]))
            connection.rollback()
        assert [len(read.case.statements) for read in given] == [1, 2, 3]
        assert [read_as_of(connection, ["person:hoa"], r.known, r.position) for r in given] == given


def test_positions_that_there_are_not_are_refused(database: sa.Engine, folder: Path) -> None:
    with logged_world(database, folder) as world, database.connect() as connection:
        world.enter([{"type": "party", "id": "person:hoa", "party": "person"}, address("a-1"), address("a-2")], 0)
        assert read_as_of(connection, ["person:hoa"], position=0) == AsOf(Case({}), None, 0)
        assert read_as_of(connection, ["person:hoa"]).position == 5
        for position, said in ((6, "no position 6"), (-1, "no position -1"), (4, "recorded together")):
            with pytest.raises(QuestionError, match=said):
                read_as_of(connection, ["person:hoa"], position=position)


def address(id_: str) -> dict[str, object]:
    return {
        "type": "statement", "id": id_, "kind": "home.registration", "source": "municipality:131130",
        "about": {"person": "person:hoa", "municipality": "municipality:131130"}, "from": "1970-01-01",
        "stated_at": "1970-01-01T00:00:00Z",
    }  # fmt: skip
