"""Reading from the journal gives what reading the same lines from files gives, as known at any instant (P26)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import EntryRefusedError
from kyosei.evidence.known import standing
from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case
from kyosei.journal.reading import read_case_of, read_position, standing_statements
from kyosei.timelines.days import instant_from_microseconds, legal_day
from kyosei.verdicts.check import check
from kyosei.verdicts.verdict import Verdict
from kyosei.wiring import open_law
from tests.depth import examples_with_a_database
from tests.journal.fakes import START, World
from tests.journal.server import Server

SAMPLES = sorted(Path("samples").glob("*.jsonl"))
OFFICES = Path("samples/offices.jsonl")
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


def entered(world: World, lines: Sequence[Line], refused: list[EntryRefusedError]) -> list[Line]:
    """Enters lines, each when it was recorded; gives those that were taken, as a file would have them."""
    everybody = world.offices.get("org:everybody") or world.register(
        "org:everybody", valid_from=0, speaks_for=["*"], declares_roles=["supporter", "host", "insurer", "municipality"]
    )
    written: list[Line] = []
    for line in lines:
        content = {key: value for key, value in line.items() if key != "recorded_at"}
        when = line.get("recorded_at", line.get("stated_at"))
        if when is not None:
            case = read_case([("t", json.dumps({"type": "heartbeat", "id": "h", "source": "authority:x",
                                                "stated_at": when}).encode())])  # fmt: skip
            world.now[0] = max(world.now[0], case.heartbeats[0].recorded_at)
        answer = world.journal.submit([everybody.sign(content)])[0]
        if isinstance(answer, EntryRefusedError):
            refused.append(answer)
            continue
        at = {} if when is None else {"recorded_at": instant_from_microseconds(answer.recorded_at).isoformat()}
        written.append({**content, **at})
    return written


def case_in(lines: Iterable[Line]) -> Case:
    return read_case([("lines", "\n".join(json.dumps(line) for line in lines).encode())])


def assert_same(found: Case, whole: Case, known: int) -> None:
    """What stands of the case that was read is what stands of the whole one; what it lacks concerns no person of it."""
    read, full = standing(found, known), standing(whole, known)
    assert {s.id: s for s in read.statements}.items() <= {s.id: s for s in full.statements}.items()
    uncounted = [{c.id: replace(c, count=None) for c in side.coverages} for side in (read, full)]
    assert uncounted[0].items() <= uncounted[1].items()
    assert {d.id for d in read.disputes} <= {d.id for d in full.disputes}
    assert read.disputers.items() <= full.disputers.items()
    assert {c.id for c in read.void} <= {c.id for c in full.void}
    lacking = [s for s in full.statements if s.id not in {s.id for s in read.statements}]
    assert not [s for s in lacking if any(party.startswith("person:") for party in s.about.values())]
    sources = {s.source for s in read.statements} | {c.source for c in read.coverages}
    assert {(s, read.last_sign[s]) for s in sources} == {(s, full.last_sign[s]) for s in sources}
    assert all(whole.parties[id_] == party for id_, party in found.parties.items())


@pytest.fixture(scope="module")
def samples(server: Server) -> Iterable[tuple[World, list[Line]]]:
    """A journal of all samples, and the lines with the instants that it gave them."""
    with server.fresh() as engine:
        world = World.on(engine)
        world.now[0] = 0
        refused: list[EntryRefusedError] = []
        lines = entered(world, lines_of(SAMPLES), refused)
        assert [str(one) for one in refused] == []
        yield world, lines


def persons_of(case: Case) -> list[str]:
    return sorted(party.id for party in case.parties.values() if party.is_person)


def instants_of(case: Case) -> list[int]:
    return sorted({s.recorded_at for s in case.statements})


def test_everything_read_back_is_what_files_give(samples: tuple[World, list[Line]]) -> None:
    world, lines = samples
    whole = case_in(lines)
    with world.journal.engine.connect() as connection:
        for known in [instants_of(whole)[0] - 1, *instants_of(whole)[::9], instants_of(whole)[-1]]:
            assert_same(read_case_of(connection, persons_of(whole), known), whole, known)


@examples_with_a_database(6)
@given(data=st.data())
def test_any_lines_that_are_taken_are_read_back(server: Server, data: st.DataObject) -> None:
    """Whole lines left out at random: what rests on them is refused, the rest reads back as from a file."""
    chosen = data.draw(st.sets(st.sampled_from([file for file in SAMPLES if file != OFFICES]), min_size=1, max_size=3))
    every = lines_of([OFFICES, *sorted(chosen)])
    left_out = data.draw(st.sets(st.sampled_from([str(line["id"]) for line in every]), max_size=len(every) // 4))
    with server.fresh() as engine:
        world = World.on(engine)
        world.now[0] = 0
        whole = case_in(entered(world, [line for line in every if line["id"] not in left_out], []))
        known = data.draw(st.sampled_from(instants_of(whole))) if whole.statements else 0
        with engine.connect() as connection:
            assert_same(read_case_of(connection, persons_of(whole), known), whole, known)


@examples_with_a_database(10)
@given(data=st.data())
def test_verdicts_from_the_journal_are_those_from_files(samples: tuple[World, list[Line]], data: st.DataObject) -> None:
    """One person's case from a journal of many persons gives that person the verdicts that everything together gives."""
    world, lines = samples
    whole = case_in(lines)
    person = data.draw(st.sampled_from(persons_of(whole)))
    known = data.draw(st.sampled_from(instants_of(whole)))
    on = legal_day(known) + data.draw(st.integers(-200, 200))
    with world.journal.engine.connect() as connection:
        case = read_case_of(connection, [person], known)
    law = open_law()
    expected = said_of(check(law, whole, on=on, known=known, about=[person], obligations=True))
    assert said_of(check(law, case, on=on, known=known, about=[person], obligations=True)) == expected


def said_of(verdicts: Iterable[Verdict]) -> list[tuple[object, ...]]:
    """Everything that a verdict says, and what is sought only when somebody asks."""
    kept = [field.name for field in fields(Verdict) if not field.name.startswith("seek_")]
    return [(verdict.needs, verdict.attribution, *(getattr(verdict, name) for name in kept)) for verdict in verdicts]


def test_the_position_is_the_number_of_published_entries(samples: tuple[World, list[Line]]) -> None:
    world, lines = samples
    with world.journal.engine.connect() as connection:
        assert read_position(connection) == len(lines) + 2


def test_what_stands_by_intervals_is_what_stands_by_history(samples: tuple[World, list[Line]]) -> None:
    world, lines = samples
    whole = case_in(lines)
    with world.journal.engine.connect() as connection:
        for known in instants_of(whole)[::9]:
            for person in persons_of(whole):
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
