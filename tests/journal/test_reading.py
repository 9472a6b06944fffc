"""Reading from the journal gives what reading the same lines from files gives, as known at any instant (P26)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.errors import EntryRefusedError
from kyosei.evidence.known import Standing, standing
from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case
from kyosei.journal.reading import read_case_of, read_position, standing_statements
from kyosei.timelines.days import instant_from_microseconds
from tests.journal.fakes import START, World
from tests.journal.server import Server

SAMPLES = sorted(Path("samples").glob("*.jsonl"))
Line = Mapping[str, object]


def lines_of(files: Iterable[Path]) -> list[dict[str, object]]:
    """The lines of files as they would come in: parties first, then in the order in which they were recorded."""
    found = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    unique = {line["id"]: line for line in found}
    whole = read_case([("all", "\n".join(json.dumps(line) for line in unique.values()).encode())])
    at = {
        line.id: line.recorded_at
        for group in (whole.statements, whole.coverages, whole.heartbeats, whole.withdrawals, whole.disputes,
                      whole.resolutions)
        for line in group
    }  # fmt: skip
    return sorted(unique.values(), key=lambda line: at.get(str(line["id"]), 0))


def entered(world: World, lines: Sequence[Line]) -> list[Line]:
    """Enters lines, each when it was recorded; gives them as a file would have them."""
    everybody = world.offices.get("org:everybody") or world.register(
        "org:everybody", valid_from=0, speaks_for=["*"], declares_roles=["supporter", "host", "insurer", "municipality"]
    )
    written = []
    for line in lines:
        content = {key: value for key, value in line.items() if key != "recorded_at"}
        when = line.get("recorded_at", line.get("stated_at"))
        if when is not None:
            case = read_case([("t", json.dumps({"type": "heartbeat", "id": "h", "source": "authority:x",
                                                "stated_at": when}).encode())])  # fmt: skip
            world.now[0] = max(world.now[0], case.heartbeats[0].recorded_at)
        answer = world.journal.submit([everybody.sign(content)])[0]
        assert not isinstance(answer, EntryRefusedError), str(answer)
        at = {} if when is None else {"recorded_at": instant_from_microseconds(answer.recorded_at).isoformat()}
        written.append({**content, **at})
    return written


def case_in(lines: Iterable[Line]) -> Case:
    return read_case([("lines", "\n".join(json.dumps(line) for line in lines).encode())])


def comparable(found: Standing, only: Iterable[str] | None = None) -> tuple[object, ...]:
    """What stands, without what no evaluation sees: order, and the count of a coverage that holds."""
    void = {coverage.id for coverage in found.void}
    return (
        {s.id: s for s in found.statements},
        {c.id: replace(c, count=None) for c in found.coverages},
        {d.id: d for d in found.disputes},
        found.disputers,
        void,
        found.last_sign,
    )


@pytest.fixture(scope="module")
def samples(server: Server) -> Iterable[tuple[World, list[Line]]]:
    """A journal of all samples, and the lines with the instants that it gave them."""
    with server.fresh() as engine:
        world = World.on(engine)
        world.now[0] = 0
        yield world, entered(world, lines_of(SAMPLES))


def test_everything_read_back_is_what_files_give(samples: tuple[World, list[Line]]) -> None:
    world, lines = samples
    whole = case_in(lines)
    persons = [party.id for party in whole.parties.values() if party.is_person]
    instants = sorted({s.recorded_at for s in whole.statements})
    with world.journal.engine.connect() as connection:
        for known in [instants[0] - 1, *instants[:: max(len(instants) // 12, 1)], instants[-1]]:
            found = read_case_of(connection, persons, known)
            assert comparable(standing(found, known))[:5] == comparable(standing(whole, known))[:5]
            used = {line.source for line in (*found.statements, *found.coverages)}
            signs, expected = standing(found, known).last_sign, standing(whole, known).last_sign
            assert {source: signs[source] for source in used} == {source: expected[source] for source in used}
            assert all(whole.parties[id_] == party for id_, party in found.parties.items())


def test_the_position_is_the_number_of_published_entries(samples: tuple[World, list[Line]]) -> None:
    world, lines = samples
    with world.journal.engine.connect() as connection:
        assert read_position(connection) == len(lines) + 2


def test_what_stands_by_intervals_is_what_stands_by_history(samples: tuple[World, list[Line]]) -> None:
    world, lines = samples
    whole = case_in(lines)
    persons = [party.id for party in whole.parties.values() if party.is_person]
    with world.journal.engine.connect() as connection:
        for known in sorted({s.recorded_at for s in whole.statements})[::9]:
            for person in persons:
                case = read_case_of(connection, [person], known)
                expected = [s for s in standing(case, known).statements if s.about.get("person") == person]
                assert standing_statements(connection, [person], known) == expected


def test_a_count_is_judged_by_what_the_source_stated_about_everybody(database: sa.Engine) -> None:
    world = World.on(database)
    office = world.register("authority:pension-service")
    world.declare(office, "person:hoa", "person:minh")
    world.declare(office, "org:acme", roles=["employer"])
    for number, person in enumerate(("person:hoa", "person:minh")):
        world.journal.submit_one(office.sign(_enrolment(f"e-{number}", person)))
    for id_, count in (("right", 2), ("lost-one", 3)):
        world.journal.submit_one(office.sign(_coverage(id_, count)))
    with database.connect() as connection:
        case = read_case_of(connection, ["person:hoa"], world.now[0])
    assert [s.id for s in case.statements] == ["e-0"]
    assert [coverage.id for coverage in standing(case, world.now[0]).void] == ["lost-one"]


def _enrolment(id_: str, person: str) -> Line:
    return {
        "type": "statement", "id": id_, "kind": "pension.enrolment", "source": "authority:pension-service",
        "about": {"person": person, "employer": "org:acme"}, "from": "2025-04-01", "data": {"scheme": "employees"},
        "stated_at": instant_from_microseconds(START).isoformat(),
    }  # fmt: skip


def _coverage(id_: str, count: int) -> Line:
    return {
        "type": "coverage", "id": id_, "kind": "pension.enrolment", "source": "authority:pension-service",
        "about": {"employer": "org:acme"}, "from": "2020-04-01", "count": count,
        "stated_at": instant_from_microseconds(START).isoformat(),
    }  # fmt: skip
