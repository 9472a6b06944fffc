"""Links in the journal: what is admitted, by whom, and that all which was admitted is read back as it was declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.facts.case_file import Line
from kyosei.facts.link_evidence import Compared, DocumentSeen, PersonSays, SharedIdentifier
from kyosei.facts.links import Link, Unlink, standing_links
from kyosei.journal.link_lines import link_line, read_link, read_unlink
from kyosei.journal.links import link_entries
from tests.journal.fakes import START, Office, World, at

A, B, C = "person:a", "person:b", "person:c"
CARD = {"type": "document_seen", "document": "residence card", "seen_by": "staff:sato"}
SHARED = {"type": "shared_identifier", "kind": "residence_card", "masked": "•••••••••8CD"}
ALIKE = {"type": "compared", "normalisation": "2026-11", "model": "2026-11", "found": [["name", "same_sound"]]}
REGISTERED = ["link", "unlink"]


@pytest.fixture
def world(database: sa.Engine) -> World:
    """A journal with a program and an officer of the immigration office, two reviewers of a city, and three local persons."""
    made = World.on(database)
    made.register("authority:isa", entry_types=REGISTERED, speaks_for=["person:*"])
    made.register("municipality:kita", human="staff:sato", entry_types=REGISTERED)
    made.register("authority:reviewer", human="staff:suzuki")
    made.declare(made.offices["authority:isa"], A, B, C)
    return made


def line(type_: str, id_: str, **more: object) -> dict[str, object]:
    return {"type": type_, "id": id_, "stated_at": at(START), **more}


def link(id_: str = "l-1", **more: object) -> dict[str, object]:
    """By the officer, on a document."""
    base = {"persons": [B, A], "evidence": [CARD], "decided_by": "staff:sato", "source": "municipality:kita"}
    return line("link", id_, **(base | more))


def by_program(*evidence: Mapping[str, object], **more: object) -> dict[str, object]:
    return line("link", "l-1", persons=[A, B], evidence=list(evidence), source="authority:isa", **more)


def unlink(id_: str = "u-1", **more: object) -> dict[str, object]:
    base = {"target": "l-1", "reason": "two persons", "decided_by": "staff:sato", "source": "municipality:kita"}
    return line("unlink", id_, **(base | more))


def dispute(**more: object) -> dict[str, object]:
    return line("dispute", "d-1", **({"target": "l-1", "by": A, "reason": "not I"} | more))


def resolution(outcome: str, **more: object) -> dict[str, object]:
    base = {"target": "d-1", "by": "authority:reviewer", "outcome": outcome, "reason": "both files were seen"}
    return line("resolution", "r-1", **(base | more))


def withdrawal(target: str, source: str) -> dict[str, object]:
    return line("withdrawal", f"w-{target}", target=target, source=source)


def signer(world: World, entry: Mapping[str, object]) -> Office:
    said = str(entry.get("source") or entry.get("by"))
    return world.offices["authority:isa" if said.startswith("person:") else said]


def enter(world: World, *entries: Mapping[str, object]) -> None:
    for entry in entries:
        world.later()
        world.journal.submit_one(signer(world, entry).sign(entry))


def stands(world: World, known: int | None = None) -> tuple[set[str], set[str]]:
    """The ids of the links that stand, and of those that are disputed."""
    at_ = world.now[0] if known is None else known
    with world.journal.engine.connect() as connection:
        found = standing_links(link_entries(connection, {A}, at_), at_)
    return set(found.links), set(found.disputes)


L = {"l-1"}


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([link()], (L, set())),
        ([by_program(SHARED)], (L, set())),
        ([by_program(SHARED, ALIKE)], (L, set())),
        ([link(), unlink()], (set(), set())),
        ([by_program(SHARED), unlink()], (set(), set())),
        ([link(), unlink(), unlink("u-2")], (set(), set())),
        ([link(), unlink(), withdrawal("u-1", "municipality:kita")], (L, set())),
        ([link(), withdrawal("l-1", "municipality:kita")], (set(), set())),
        ([by_program(SHARED), withdrawal("l-1", "authority:isa")], (set(), set())),
        ([link(), dispute()], (L, L)),
        ([link(), dispute(), withdrawal("d-1", A)], (L, set())),
        ([link(), dispute(), resolution("kept")], (L, set())),
        ([link(), dispute(), resolution("corrected")], (set(), set())),
        ([link(), dispute(), resolution("corrected"), withdrawal("r-1", "authority:reviewer")], (L, L)),
    ],
)
def test_what_stands_of_links_is_what_was_said_of_them(
    world: World, entries: list[Mapping[str, object]], expected: tuple[set[str], set[str]]
) -> None:
    before = world.now[0]
    enter(world, *entries)
    assert stands(world) == expected
    assert stands(world, before) == (set(), set())


REFUSED: dict[str, tuple[list[Mapping[str, object]], Mapping[str, object], Refusal]] = {
    "text_for_evidence": ([], link(evidence="both cards were shown"), Refusal.BAD_SCHEMA),
    "no_evidence": ([], link(evidence=[]), Refusal.BAD_SCHEMA),
    "unknown_evidence": ([], link(evidence=[{"type": "rumour"}]), Refusal.BAD_SCHEMA),
    "with_itself": ([], link(persons=[A, A]), Refusal.BAD_SCHEMA),
    "organisation": ([], link(persons=[A, "org:acme"]), Refusal.BAD_SCHEMA),
    "by_a_program_on_likeness": ([], by_program(ALIKE), Refusal.BAD_SCHEMA),
    "by_a_program_on_a_document": ([], by_program(CARD), Refusal.BAD_SCHEMA),
    "by_a_program_for_a_human_who_saw": ([], by_program(SHARED, CARD), Refusal.BAD_SCHEMA),
    "by_a_program_in_a_humans_name": ([], by_program(SHARED, decided_by="staff:sato"), Refusal.WRONG_ACTOR),
    "decided_by_a_program": ([], by_program(SHARED, decided_by="software:office"), Refusal.BAD_SCHEMA),
    "decided_by_another_human": ([], link(decided_by="staff:suzuki"), Refusal.WRONG_ACTOR),
    "signed_by_a_human_who_does_not_decide": (
        [], line("link", "l-1", persons=[A, B], evidence=[SHARED], source="municipality:kita"), Refusal.WRONG_ACTOR,
    ),
    "end_that_nobody_decides": (
        [link()], line("unlink", "u-1", target="l-1", reason="r", source="municipality:kita"), Refusal.BAD_SCHEMA,
    ),
    "end_by_a_program": ([link()], unlink(source="authority:isa"), Refusal.WRONG_ACTOR),
    "resolved_by_who_disputes": ([link(), dispute()], resolution("kept", by=A), Refusal.OUTSIDE_COMPETENCE),
    "resolved_by_the_other_person": ([link(), dispute()], resolution("kept", by=B), Refusal.OUTSIDE_COMPETENCE),
    "resolved_by_who_linked": (
        [link(), dispute()], resolution("kept", by="municipality:kita"), Refusal.OUTSIDE_COMPETENCE,
    ),
    "resolved_by_a_program": ([link(), dispute()], resolution("corrected", by="authority:isa"), Refusal.WRONG_ACTOR),
    "withdrawn_by_another": ([link()], withdrawal("l-1", "authority:reviewer"), Refusal.TARGET_OF_ANOTHER),
    "resolution_withdrawn_by_another": (
        [link(), dispute(), resolution("kept")], withdrawal("r-1", "municipality:kita"), Refusal.TARGET_OF_ANOTHER,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_may_not_be_said_of_links_is_refused_and_changes_nothing(world: World, case: str) -> None:
    before, entry, refusal = REFUSED[case]
    enter(world, *before)
    stood = stands(world)
    with pytest.raises(EntryRefusedError) as caught:
        enter(world, entry)
    assert caught.value.refusal is refusal, str(caught.value)
    assert stands(world) == stood


def test_who_decided_a_link_does_not_end_its_dispute_for_another_office(world: World) -> None:
    other = world.register("municipality:minami", human="staff:sato")
    enter(world, link(), dispute())
    with pytest.raises(EntryRefusedError) as caught:
        world.journal.submit_one(other.sign(resolution("kept", by="municipality:minami")))
    assert caught.value.refusal is Refusal.OUTSIDE_COMPETENCE


def test_a_program_takes_back_no_link_that_a_human_decided(world: World) -> None:
    program = world.register("municipality:kita", entry_types=REGISTERED)
    world.offices["municipality:kita"] = officer = world.register(
        "municipality:kita", human="staff:sato", entry_types=REGISTERED
    )
    world.journal.submit_one(officer.sign(link()))
    with pytest.raises(EntryRefusedError) as caught:
        world.journal.submit_one(program.sign(withdrawal("l-1", "municipality:kita")))
    assert caught.value.refusal is Refusal.WRONG_ACTOR


def test_what_a_batch_says_of_a_link_of_the_same_batch_is_taken(world: World) -> None:
    entries = [link(), dispute(), resolution("corrected"), withdrawal("r-1", "authority:reviewer"), unlink()]
    answers = world.journal.submit([signer(world, entry).sign(entry) for entry in entries])
    assert not [answer for answer in answers if isinstance(answer, EntryRefusedError)]
    assert stands(world) == (set(), set())


def test_a_link_is_read_back_as_it_was_declared(world: World) -> None:
    declared = Link(
        "l-1", A, B, "municipality:kita", "staff:sato",
        (
            SharedIdentifier("residence_card", "•••8CD"), DocumentSeen("residence card", "staff:sato"), PersonSays(A),
            Compared("2026-11", "2026-11", (("name", "same_sound"), ("birth_date", "same"))),
        ),
        START, START,
    )  # fmt: skip
    ended = Unlink("u-1", "l-1", "municipality:kita", "staff:sato", "two persons", START, START)
    world.journal.submit([world.offices["municipality:kita"].sign(link_line(one)) for one in (declared, ended)])
    with world.journal.engine.connect() as connection:
        assert link_entries(connection, {B}, START) == [declared, ended]
        assert link_entries(connection, {C}, START) == []


names = st.text("abcdefgh", min_size=1, max_size=5)


@given(names, names, st.sampled_from([read_link, read_unlink]))
def test_what_is_written_reads_back_the_same(first: str, second: str, read: Callable[[Line], Link | Unlink]) -> None:
    entry: Link | Unlink
    if read is read_link:
        entry = Link(
            first, A, f"{B}{second}", "org:acme", f"staff:{first}", (DocumentSeen(second, "staff:x"),), START, START
        )
    else:
        entry = Unlink(first, second, "org:acme", f"staff:{second}", first, START, START)
    assert read(Line("entry", 1, link_line(entry))) == entry
