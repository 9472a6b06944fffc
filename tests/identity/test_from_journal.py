"""P09 and P10 to the end, on a real journal: two institutions, two local ids, and what a link does to a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
import sqlalchemy as sa

from kyosei.facts.link_evidence import DocumentSeen
from kyosei.facts.links import Link, Unlink
from kyosei.identity.from_journal import JoinedCase, joined_case, reach_of
from kyosei.identity.reach import Reach, notices_to
from kyosei.journal.link_lines import link_line
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import check
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import open_law
from tests.journal.fakes import START, World, at
from tests.journal.server import Server

NORM = "jp.pension.report-acquisition"
ACME, PENSION, CITY = "org:acme", "authority:pension-service", "municipality:kita"
AT_ACME, AT_PENSION, OTHER = "person:a-1024", "person:p-7", "person:p-8"
ON = day_from_date(date(2025, 10, 1))


def said(id_: str, kind: str, source: str, about: Mapping[str, str], **rest: object) -> dict[str, object]:
    return {
        "type": "statement", "id": id_, "kind": kind, "source": source, "about": dict(about), "stated_at": at(START),
        **rest,
    }  # fmt: skip


BY_ACME: list[dict[str, object]] = [
    {"type": "party", "id": ACME, "party": "organisation", "roles": ["employer"]},
    {"type": "party", "id": AT_ACME, "party": "person", "born": "1998-05-01"},
    said("firm", "employer.profile", ACME, {"employer": ACME}, data={
        "legal_form": "corporation", "regular_hours_per_week": 40, "regular_days_per_month": 20,
    }, **{"from": "2024-01-01"}),
    said("job", "work.contract", ACME, {"person": AT_ACME, "employer": ACME}, data={
        "hours_per_week": 40, "days_per_month": 20, "wage_yen_per_month": 200_000, "workplace_prefecture": "13",
        "employment_type": "regular",
    }, **{"from": "2025-02-03"}),
]  # fmt: skip
BY_PENSION: list[dict[str, object]] = [
    {"type": "party", "id": AT_PENSION, "party": "person", "born": "1998-05-01"},
    {"type": "party", "id": OTHER, "party": "person"},
    said("office", "employer.profile", PENSION, {"employer": ACME}, data={
        "covered_establishment": True, "ordinary_insured_workers": 80,
    }, **{"from": "2024-01-01"}),
    said("notice", "pension.acquisition_notice", PENSION, {"person": AT_PENSION, "employer": ACME}, on="2025-02-05",
         data={"acquired_on": "2025-02-03"}),
    said("notice-of-another", "pension.acquisition_notice", PENSION, {"person": OTHER, "employer": ACME},
         on="2025-02-05", data={"acquired_on": "2025-02-03"}),
    {"type": "coverage", "id": "all", "kind": "pension.acquisition_notice", "source": PENSION,
     "about": {"employer": ACME}, "from": "2024-01-01", "until": "2025-11-01", "count": 2, "stated_at": at(START)},
]  # fmt: skip


@pytest.fixture(scope="module")
def law() -> Loaded:
    return open_law()


@pytest.fixture
def world(server: Server) -> Iterator[World]:
    """The employer and the Pension Service have entered what they know, each under its own id of the person."""
    with server.fresh() as engine:
        made = World.on(engine)
        made.register(ACME)
        made.register(PENSION, speaks_for=["person:p-*"])
        made.register(CITY, human="staff:sato", entry_types=["link", "unlink"])
        made.register("authority:reviewer", human="staff:suzuki")
        for office, lines in ((ACME, BY_ACME), (PENSION, BY_PENSION)):
            for line in lines:
                made.journal.submit_one(made.offices[office].sign(line))
        yield made


def enter(world: World, office: str, entry: Mapping[str, object]) -> int:
    """When it was recorded."""
    world.later()
    return world.journal.submit_one(world.offices[office].sign(entry)).recorded_at


def link(world: World, id_: str = "l-1", left: str = AT_ACME, right: str = AT_PENSION) -> int:
    seen = (DocumentSeen("residence card and pension handbook", "staff:sato"),)
    return enter(world, CITY, link_line(Link(id_, left, right, CITY, "staff:sato", seen, START, START)))


def unlink(world: World, target: str = "l-1") -> int:
    ended = Unlink(f"u-{target}", target, CITY, "staff:sato", "another person of the same name", START, START)
    return enter(world, CITY, link_line(ended))


def dispute(world: World, by: str = AT_PENSION) -> int:
    line = {"type": "dispute", "id": "d-1", "target": "l-1", "by": by, "reason": "not my job", "stated_at": at(START)}
    return enter(world, PENSION, line)


def resolve(world: World, outcome: str) -> int:
    line = {"type": "resolution", "id": "r-1", "target": "d-1", "by": "authority:reviewer", "outcome": outcome,
            "reason": "both files were seen", "stated_at": at(START)}  # fmt: skip
    return enter(world, "authority:reviewer", line)


def read(world: World, known: int | None = None, local_id: str = AT_ACME) -> JoinedCase:
    with world.journal.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        return joined_case(connection, reach_of(connection, local_id, world.now[0] if known is None else known))


def reach(world: World, local_id: str = AT_ACME, known: int | None = None) -> Reach:
    with world.journal.engine.connect() as connection:
        return reach_of(connection, local_id, world.now[0] if known is None else known)


def verdict(law: Loaded, world: World, known: int | None = None) -> dict[str, object]:
    """Of the employer's duty to report this person, as it is printed."""
    at_ = world.now[0] if known is None else known
    joined = read(world, at_)
    verdicts = check(law, joined.case, on=ON, known=at_, norms=[NORM], about=[AT_ACME])
    (found,) = (verdict for verdict in verdicts if verdict.about["person"] == AT_ACME)
    return found.to_json()


def outcome(found: Mapping[str, object]) -> tuple[object, object]:
    return found["state"], found.get("causes")


def test_a_verdict_rests_on_links_as_they_were_known_and_on_nothing_that_was_ended(law: Loaded, world: World) -> None:
    start = world.now[0]
    apart = verdict(law, world)
    assert outcome(apart) == ("open", ["missing"])  # the office does not know this person: no breach by silence
    linked_at = link(world)
    assert verdict(law, world)["state"] == "met"
    disputed_at = dispute(world)
    disputed = verdict(law, world)
    assert disputed["state"] == "open"
    assert "disputed" in str(disputed["causes"])
    assert [notice.to for notice in notices_to(reach(world))] == [AT_ACME]
    unlink(world)
    assert verdict(law, world) == apart
    assert notices_to(reach(world)) == ()
    earlier = [verdict(law, world, known) for known in (start, linked_at, disputed_at)]
    assert [outcome(found)[0] for found in earlier] == ["open", "met", "open"]
    assert (earlier[0], earlier[2]) == (apart, disputed)


def test_a_dispute_found_wrong_keeps_the_link(law: Loaded, world: World) -> None:
    link(world)
    linked = verdict(law, world)
    dispute(world)
    resolve(world, "kept")
    assert verdict(law, world) == linked
    assert notices_to(reach(world)) == ()


def test_a_dispute_found_right_ends_the_link(law: Loaded, world: World) -> None:
    apart = verdict(law, world)
    link(world)
    dispute(world)
    resolve(world, "corrected")
    assert verdict(law, world) == apart


def test_unlinking_restores_the_case_itself(world: World) -> None:
    before = read(world)
    link(world)
    dispute(world)
    unlink(world)
    assert read(world) == before
    assert before.local_ids == (AT_ACME,)
    assert "notice" not in {line.id for line in before.case.statements}


def test_the_person_is_the_same_from_every_side_and_nobody_else_is_in_the_case(world: World) -> None:
    link(world)
    both = read(world), read(world, local_id=AT_PENSION)
    assert both[0].held == both[1].held
    assert both[0].local_ids == both[1].local_ids == (AT_ACME, AT_PENSION)
    for joined, called, other in zip(both, both[0].local_ids, reversed(both[0].local_ids), strict=True):
        assert {line.id for line in joined.case.statements} == {"firm", "job", "office", "notice"}
        assert {line.about["person"] for line in joined.case.statements if "person" in line.about} == {called}
        assert other not in str(joined.case)  # who asked by one number learns no other
    assert read(world, local_id=OTHER).local_ids == (OTHER,)


def test_links_are_followed_from_one_local_person_to_the_next_and_no_further_once_ended(world: World) -> None:
    link(world)
    link(world, "l-2", AT_PENSION, OTHER)
    assert read(world).local_ids == (AT_ACME, AT_PENSION, OTHER)
    unlink(world, "l-2")
    assert read(world).local_ids == (AT_ACME, AT_PENSION)


def test_a_dispute_is_told_to_each_of_the_two_and_to_nobody_else(world: World) -> None:
    link(world)
    link(world, "l-2", AT_PENSION, OTHER)
    known = dispute(world)
    assert notices_to(reach(world, AT_ACME, known - 1)) == ()
    told = {local: notices_to(reach(world, local, known)) for local in (AT_ACME, AT_PENSION, OTHER)}
    assert [(notice.to, notice.link) for notice in told[AT_ACME]] == [(AT_ACME, "l-1")]
    assert [(notice.to, notice.link) for notice in told[AT_PENSION]] == [(AT_PENSION, "l-1")]
    assert told[OTHER] == told[AT_PENSION]  # an undisputed link says that these two are one
    assert AT_PENSION not in str(told[AT_ACME])
    unlink(world, "l-2")
    assert notices_to(reach(world, OTHER)) == ()


def test_a_reach_through_undisputed_links_or_through_those_of_another_leaves_the_others_out(world: World) -> None:
    link(world)
    link(world, "l-2", AT_PENSION, OTHER)
    before = world.now[0]
    dispute(world)
    assert (reach(world).members, reach(world).behind) == ((AT_ACME,), (AT_PENSION, OTHER))
    assert reach(world).settled().local_ids == (AT_ACME,)
    earlier = reach(world, AT_ACME, before)
    assert earlier.members == (AT_ACME, AT_PENSION, OTHER)
    assert earlier.through_links_of(reach(world)) == earlier
    assert earlier.through_links_of(reach(world).settled()).local_ids == (AT_ACME,)
    unlink(world, "l-2")
    assert earlier.through_links_of(reach(world)).local_ids == (AT_ACME, AT_PENSION)
    assert reach(world).settled().entries == ()


def test_relatives_known_by_two_ids_are_one_person_in_the_case(server: Server) -> None:
    with server.fresh() as engine:
        world = World.on(engine)
        isa = world.register("authority:isa")
        city = world.offices[CITY] = world.register(CITY, human="staff:sato", entry_types=["link", "unlink"])
        child, wife, same_wife = "person:child", "person:wife", "person:wife-2"
        world.declare(isa, child, wife, same_wife)
        for id_, other in (("f-1", wife), ("f-2", same_wife)):
            world.journal.submit_one(city.sign(said(
                id_, "family.relation", CITY, {"person": child, "other": other}, data={"relation": "parent"},
                **{"from": "2020-01-01"},
            )))  # fmt: skip
        link(world, "l-1", wife, same_wife)
        found = read(world, local_id=child)
        assert [line.about for line in found.case.statements] == [{"person": child, "other": wife}] * 2
        with engine.connect() as connection:
            assert connection.scalar(sa.text("SELECT count(*) FROM links")) == 1


def test_by_which_other_ids_a_relative_is_known_is_not_in_the_case(server: Server) -> None:
    with server.fresh() as engine:
        world = World.on(engine)
        isa = world.register("authority:isa")
        city = world.offices[CITY] = world.register(CITY, human="staff:sato", entry_types=["link", "unlink"])
        child, wife, elsewhere = "person:child", "person:wife", "person:a-before-wife"
        world.declare(isa, child, wife, elsewhere)
        line = said("f-1", "family.relation", CITY, {"person": child, "other": wife}, data={"relation": "parent"},
                    **{"from": "2020-01-01"})  # fmt: skip
        world.journal.submit_one(city.sign(line))
        before = read(world, local_id=child)
        link(world, "l-1", wife, elsewhere)
        found = read(world, local_id=child)
        assert (found.case, found.entries) == (before.case, ())
        assert elsewhere not in str(found)
