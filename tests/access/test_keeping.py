"""What is kept of a look is what would be read anew, whatever was entered since; and each look still has its entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from kyosei.access.keeping import Keeping
from kyosei.access.policy import Policies
from kyosei.access.reading import ReadPath
from kyosei.access.requests import Request, Role
from kyosei.errors import AccessRefusedError, EntryRefusedError
from kyosei.facts.link_evidence import DocumentSeen
from kyosei.facts.links import Link, Unlink
from kyosei.facts.statements import Coverage
from kyosei.journal.link_lines import link_line
from kyosei.journal.records import coverage_of
from kyosei.journal.touching import published_entries, touches_of
from kyosei.timelines.days import legal_day
from tests.access.setting import PSEUDONYM, Setting, person_line, purposes, someone, staff
from tests.journal.fakes import START

HOA, MINH, BUI, AT_PENSION = "person:hoa", "person:minh", "person:bui", "person:0000-111111"
JOB = {"person": HOA, "employer": "org:acme"}
SEEN = (DocumentSeen("residence card and pension handbook", "staff:sato"),)
Act = Callable[[Setting], object]


def unlinked(s: Setting) -> None:
    line = link_line(Unlink("u-1", "l-1", "municipality:1", "staff:sato", "somebody else", START, START))
    s.world.journal.submit_one(s.world.offices["municipality:1"].sign(line))


def linked(s: Setting) -> None:
    s.submit(person_line(AT_PENSION, names=[]))
    s.world.register("municipality:1", human="staff:sato", entry_types=["link", "unlink"])
    line = link_line(Link("l-1", HOA, AT_PENSION, "municipality:1", "staff:sato", SEEN, START, START))
    s.world.journal.submit_one(s.world.offices["municipality:1"].sign(line))
    about = {"person": AT_PENSION, "employer": "org:acme"}
    s.state("pension.enrolment", "authority:pension-service", about, {"scheme": "employees"}, from_="2026-04-01")


def counted(s: Setting) -> None:
    """The source of a coverage with a count states one more than it counted, about somebody else."""
    s.enter({"type": "coverage", "kind": "work.contract", "source": "org:acme", "about": {"employer": "org:acme"},
             "from": "2026-01-01", "until": "2026-12-01", "count": 1})  # fmt: skip
    s.world.later()
    s.state("work.contract", "org:acme", {"person": MINH, "employer": "org:acme"}, from_="2026-03-01")


def disputed(s: Setting, said: sa.Row[Any]) -> None:
    s.dispute(said.id, HOA if said.source != HOA else "org:kita")


def taken_back(s: Setting, said: sa.Row[Any]) -> None:
    s.end(said.id, said.source)


ACTS: tuple[Act, ...] = (
    lambda s: s.state("residence.status", "authority:isa", {"person": HOA}, {"status": "student"}, from_="2023-04-01"),
    lambda s: s.state("work.contract", "org:acme", JOB, from_="2026-02-01"),
    lambda s: s.state("pension.enrolment", "authority:pension-service", JOB, {"scheme": "employees"}, from_="2026-02-01"),
    lambda s: s.state("work.contract", "person:minh", {"person": MINH, "employer": "org:kita"}, from_="2026-02-01"),
    lambda s: s.state("employer.profile", "org:acme", {"employer": "org:acme"}, from_="2020-01-01"),
    lambda s: s.mandate(),
    lambda s: s.state("residence.status", "authority:isa", {"person": MINH}, {"status": "student"}, from_="2023-04-01"),
    lambda s: s.world.later(24),
    lambda s: s.state("person.death", "municipality:2", {"person": BUI}, on="2026-11-01"),
    linked, counted,
)  # fmt: skip


def histories(s: Setting, random: Random) -> Iterator[Act]:
    """These acts in some order, each now and then followed by a dispute or a withdrawal of what was said."""
    for act in (*random.sample(ACTS, len(ACTS)), unlinked):
        yield act
        with s.engine.connect() as connection:
            said = connection.execute(sa.text("SELECT id, source FROM statements ORDER BY sequence")).all()
        if said and random.random() < 0.5:
            one = random.choice(said)
            yield partial(disputed, said=one)
        if said and random.random() < 0.3:
            one = random.choice(said)
            yield partial(taken_back, said=one)


def requests(s: Setting) -> list[Request]:
    return [
        s.request(someone(), "own.records"),
        s.request(someone(Role.HELPER, BUI), "own.records"),
        s.request(staff(Role.EMPLOYER, "org:acme"), "employer.own-duties"),
        s.request(staff(), "immigration.examination"),
    ]  # fmt: skip


def fresh(s: Setting) -> ReadPath:
    return ReadPath(s.engine, purposes(), Policies.shipped(), lambda: s.world.now[0], PSEUDONYM)


def seen(path: ReadPath, request: Request) -> object:
    """What a look gives, of signs of life their days."""
    try:
        shown = path.evaluate(request)
    except AccessRefusedError as error:
        return error.refusal
    signs = {(one.source, legal_day(one.stated_at)) for one in shown.case.heartbeats}
    return replace(shown.case, heartbeats=()), signs, shown.norms, shown.known, shown.position


@pytest.mark.parametrize("seed", range(2))
def test_what_is_kept_is_what_would_be_read_anew(setting: Setting, seed: int) -> None:
    for act in histories(setting, Random(seed)):
        with suppress(EntryRefusedError):  # such as taking back what was taken back
            act(setting)
        setting.world.later()
        for request in requests(setting):
            for _ in range(2):
                assert seen(setting.path, request) == seen(fresh(setting), request), request.purpose
                setting.world.now[0] += 1


def test_a_second_look_reads_no_records_and_leaves_its_entry(setting: Setting) -> None:
    setting.state("residence.status", "authority:isa", {"person": HOA}, {"status": "student"}, from_="2023-04-01")
    setting.world.later()
    request = setting.request(someone(), "own.records")
    first = setting.path.evaluate(request)
    said: list[str] = []
    sa.event.listen(setting.engine, "before_cursor_execute", lambda *sent: said.append(sent[2]))
    second = setting.path.evaluate(request)
    assert not [one for one in said if "FROM statements" in one or "FROM links" in one]
    assert second.case is first.case
    assert (first.number, second.number) == (1, 2)
    assert [row["number"] for row in setting.log()] == [1, 2]
    assert setting.log()[0]["fields"] == setting.log()[1]["fields"] != []


def test_whom_an_entry_touches_is_found_without_what_its_source_said_of_others(
    setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many persons an office has spoken of, what it says of one costs as much."""
    read: list[str] = []

    def noted(row: sa.Row[Any]) -> Coverage:
        read.append(row.subject)
        return coverage_of(row)

    for person in (HOA, MINH, BUI):
        setting.enter({"type": "coverage", "kind": "residence.status", "source": "authority:isa",
                       "about": {"person": person}, "from": "2020-01-01", "count": 1})  # fmt: skip
    setting.world.later()
    said = setting.state(
        "residence.status", "authority:isa", {"person": HOA}, {"status": "student"}, from_="2023-04-01"
    )
    monkeypatch.setattr("kyosei.journal.touching.coverage_of", noted)
    with setting.engine.connect() as connection:
        entries = [one for one in published_entries(connection, 0, 1_000) if one.id == said]
        touched = touches_of(connection, entries)
    assert [touch.filed for touch in touched.values()] == [{HOA}]
    assert read == [HOA]


def test_nothing_is_kept_for_another_reader_or_day(setting: Setting) -> None:
    setting.state("residence.status", "authority:isa", {"person": HOA}, {"status": "student"}, from_="2023-04-01")
    setting.mandate()
    setting.world.later()
    own = setting.path.evaluate(setting.request(someone(), "own.records"))
    by_helper = setting.path.evaluate(setting.request(someone(Role.HELPER, BUI), "own.records"))
    own.beside["computed"] = "of the person"
    assert by_helper.case is not own.case
    assert by_helper.beside == {}
    setting.world.later(24)
    assert setting.path.evaluate(setting.request(someone(), "own.records")).beside == {}


def test_an_erasure_lets_go_of_everything(setting: Setting) -> None:
    setting.world.register("org:archive", human="staff:archivist", entry_types=["erasure"], speaks_for=["*"])
    said = setting.state(
        "residence.status", "authority:isa", {"person": MINH}, {"status": "student"}, from_="2023-04-01"
    )
    setting.world.later()
    keeping = Keeping(10)
    with setting.engine.connect() as connection:
        newest = keeping.newest(connection)
        keeping.put("kept", newest, "read of somebody else", {HOA})
        assert keeping.get("kept", newest) == "read of somebody else"
    erasure = {"type": "erasure", "id": "erase-1", "target": said, "basis": "request", "reason": "asked for",
               "author": "staff:archivist", "source": "org:archive", "stated_at": "2026-01-01T00:00:00+00:00"}  # fmt: skip
    setting.world.journal.submit_one(setting.world.offices["org:archive"].sign(erasure))
    with setting.engine.connect() as connection:
        assert keeping.get("kept", keeping.newest(connection)) is None
    assert len(keeping) == 0


def test_no_more_is_kept_than_was_said(setting: Setting) -> None:
    keeping = Keeping(2)
    with setting.engine.connect() as connection:
        newest = keeping.newest(connection)
    for name in ("one", "two", "three"):
        keeping.put(name, newest, name, {HOA})
    assert [keeping.get(name, newest) for name in ("one", "two", "three")] == [None, "two", "three"]
