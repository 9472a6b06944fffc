"""Who may act for whom is read from the journal as from files, also through replacements, withdrawals and disputes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import sqlalchemy as sa

from kyosei.evidence.known import standing
from kyosei.facts.mandates import KINDS_READ, Bar, representations_of
from kyosei.facts.statements import Statement
from kyosei.journal.family import read_family_record
from kyosei.journal.reading import read_case_of
from kyosei.timelines.days import legal_day
from tests.journal.fakes import START, Office, World, at

HOA, FRIEND, MOTHER, CHILD = "person:hoa", "person:friend", "person:mother", "person:mai"
Line = Mapping[str, object]


def mandate(id_: str, person: str, holder: str, as_: str, source: str, **more: object) -> Line:
    return {
        "type": "mandate", "id": id_, "person": person, "holder": holder, "as": as_, "acts": ["view"],
        "from": "2025-01-01", "source": source, "stated_at": at(START), **more,
    }  # fmt: skip


@pytest.fixture
def world(database: sa.Engine) -> World:
    found = World.on(database)
    office = found.register("municipality:131130", speaks_for=["person:*", "authority:court"])
    found.declare(office, HOA, FRIEND, MOTHER, CHILD, born="1990-05-01")
    return found


def enter(world: World, *lines: Line) -> int:
    """Enters lines an hour later, and gives the instant at which they were recorded."""
    office: Office = world.offices["municipality:131130"]
    world.later()
    return max(world.journal.submit_one(office.sign(line)).recorded_at for line in lines)


def bars(world: World, known: int, person: str = HOA) -> dict[str, Bar | None]:
    with world.journal.engine.connect() as connection:
        record = read_family_record(connection, [person], known)
        statements, disputed, born = from_case(connection, person, known)
    assert (list(record.statements), record.disputed) == (statements, disputed)
    assert record.born.items() <= born.items()
    assert person in record.born
    return {one.statement: one.bar for one in representations_of(person, record, legal_day(known))}


def from_case(
    connection: sa.Connection, person: str, known: int
) -> tuple[list[Statement], frozenset[str], dict[str, int]]:
    """Statements, disputed ones and days of birth by the whole case and the rules of evaluation."""
    case = read_case_of(connection, [person], known)
    acting = {s.about["holder"] for s in standing(case, known).statements if "holder" in s.about}
    persons = [person, *sorted(id_ for id_ in acting if id_.startswith("person:"))]
    case = read_case_of(connection, persons, known)
    found = standing(case, known)
    read = [s for s in found.statements if s.kind in KINDS_READ]  # a dispute also stands as a request to the office
    ordered = [s for about in (True, False) for s in read if (s.about["person"] == person) == about]
    born = {id_: party.born for id_, party in case.parties.items() if party.born is not None}
    return ordered, frozenset(found.disputers) & {s.id for s in ordered}, born


def test_a_mandate_is_given_and_taken_back(world: World) -> None:
    before = world.now[0]
    given = enter(world, mandate("m", HOA, FRIEND, "helper", HOA))
    taken = enter(world, {"type": "withdrawal", "id": "w", "target": "m", "source": HOA, "stated_at": at(START)})
    assert [bars(world, known) for known in (before, given, taken - 1, taken)] == [{}, {"m": None}, {"m": None}, {}]


def test_a_dispute_reaches_what_replaced_the_mandate(world: World) -> None:
    enter(world, mandate("m", HOA, FRIEND, "representative", "authority:court"))
    disputed = enter(world, {"type": "dispute", "id": "d", "target": "m", "by": HOA, "reason": "never asked",
                             "stated_at": at(START)})  # fmt: skip
    again = enter(world, mandate("n", HOA, FRIEND, "representative", "authority:court", replaces="m"))
    third = enter(world, mandate("o", HOA, FRIEND, "representative", "authority:court", replaces="n"))
    over = enter(world, {"type": "withdrawal", "id": "w", "target": "d", "source": HOA, "stated_at": at(START)})
    assert bars(world, disputed) == {"m": Bar.DISPUTED}
    assert bars(world, again) == {"n": Bar.DISPUTED}
    assert bars(world, third) == {"o": Bar.DISPUTED}
    assert bars(world, over) == {"o": None}


def test_what_is_known_about_the_holder_counts_too(world: World) -> None:
    given = enter(world, mandate("m", HOA, FRIEND, "helper", HOA))
    died = enter(
        world,
        {"type": "statement", "id": "death", "kind": "person.death", "source": "municipality:131130",
         "about": {"person": FRIEND}, "on": "2025-12-24", "stated_at": at(START)},
    )  # fmt: skip
    assert bars(world, given) == {"m": None}
    assert bars(world, died) == {"m": Bar.HOLDER_DIED}


def test_the_municipality_says_who_is_guardian_of_a_minor(world: World) -> None:
    given = enter(world, mandate("g", CHILD, MOTHER, "guardian", "municipality:131130", **{"from": "2000-01-01"}))
    assert bars(world, given, CHILD) == {"g": Bar.OF_AGE}
