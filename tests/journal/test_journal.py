"""What the journal promises those who enter: receipts, order, actors, keys, and what becomes of entries."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.errors import EntryRefusedError, Refusal, StoreError
from kyosei.evidence.known import standing
from kyosei.journal.admission import Receipt
from kyosei.journal.backup import backup, restore
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.journal.reading import read_case_of, read_position
from kyosei.journal.verification import verify_store
from kyosei.log import commitment
from tests.journal.dumps import dumped
from tests.journal.fakes import HOUR, START, FakeLog, World, at, status
from tests.journal.server import Server


@pytest.fixture
def world(database: sa.Engine) -> World:
    """A journal with the immigration office, a human of an office, and a person."""
    made = World.on(database)
    made.register("authority:isa", speaks_for=["person:*"])
    made.register("authority:office", human="staff:sato", entry_types=["erasure", "assessment", "link", "access"])
    made.declare(made.offices["authority:isa"], "person:hoa", "person:minh")
    return made


def test_the_same_bytes_have_the_same_receipt(world: World) -> None:
    signed = world.offices["authority:isa"].sign(status("s-1"))
    first = world.journal.submit_one(signed)
    world.later()
    twice = world.journal.submit([signed, world.offices["authority:isa"].sign(status("s-2")), signed])
    assert [twice[0], twice[2]] == [first, first]
    assert commitment(first.salt, signed) == first.commitment == world.log.published[first.sequence]


def test_the_same_bytes_twice_in_one_batch_are_one_entry(world: World) -> None:
    signed = world.offices["authority:isa"].sign(status("s-1"))
    before = world.journal.size()
    answers = world.journal.submit([signed, signed])
    assert answers[0] == answers[1]
    assert world.journal.size() == before + 1


def test_two_bytes_under_one_id_in_one_batch_are_one_entry_and_a_refusal(world: World) -> None:
    office = world.offices["authority:isa"]
    answers = world.journal.submit([office.sign(status("s-1")), office.sign(status("s-1", until="2027-01-01"))])
    assert isinstance(answers[0], Receipt)
    assert isinstance(answers[1], EntryRefusedError)
    assert answers[1].refusal is Refusal.REPLAY_WITH_OTHER_BYTES


def test_two_salts_are_never_the_same(world: World) -> None:
    office = world.offices["authority:isa"]
    answers = world.journal.submit([office.sign(status(f"s-{number}")) for number in range(20)])
    assert len({answer.salt for answer in answers if isinstance(answer, Receipt)}) == 20


def test_recorded_at_never_goes_back_when_the_clock_does(world: World) -> None:
    office = world.offices["authority:isa"]
    world.later(5)
    first = world.journal.submit_one(office.sign(status("s-1")))
    world.now[0] -= 3 * HOUR
    assert world.journal.submit_one(office.sign(status("s-2"))).recorded_at == first.recorded_at + 1


def test_two_writers_take_turns(world: World, database: sa.Engine) -> None:
    """Two journals over one store and one log, as two threads: every place is given once, and both know every entry."""
    office = world.offices["authority:isa"]
    other = Journal(database, world.log, world.root.public, lambda: world.now[0])
    found: list[Receipt | EntryRefusedError] = []

    def enter(journal: Journal, name: str) -> None:
        for number in range(8):
            found.extend(journal.submit([office.sign(status(f"{name}-{number}"))]))

    threads = [threading.Thread(target=enter, args=one) for one in ((world.journal, "a"), (other, "b"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    places = sorted(receipt.sequence for receipt in found if isinstance(receipt, Receipt))
    assert places == list(range(places[0], places[0] + 16))
    with database.connect() as connection:
        assert verify_store(connection, world.root.public).entries == len(world.log.published)


def test_a_key_registered_by_one_writer_is_known_to_the_other(world: World, database: sa.Engine) -> None:
    other = Journal(database, world.log, world.root.public, lambda: world.now[0])
    office = world.register("org:late")
    beat = {"type": "heartbeat", "id": "h-1", "source": "org:late", "stated_at": at(START)}
    world.declare(world.offices["authority:isa"], "org:late")
    assert other.submit_one(office.sign(beat)).id == "h-1"


def test_an_institution_registers_its_next_key_with_the_one_it_has(world: World) -> None:
    office, following = world.offices["authority:isa"], SigningKey.generate()
    registration = {
        "type": "key", "id": "next", "institution": "authority:isa", "public_key": following.public.text,
        "actor": {"kind": "software", "id": "software:office"}, "valid_from": at(START), "stated_at": at(START),
    }  # fmt: skip
    answers = world.journal.submit([office.sign(registration), following.sign(status("s-1"))])
    assert [answer.id for answer in answers] == ["next", "s-1"]


def test_software_never_appears_as_a_human(world: World, database: sa.Engine) -> None:
    """P08: who wrote an entry is the actor of its key, and a key is either a program's or a human's."""
    world.journal.submit_one(world.offices["authority:isa"].sign(status("s-1")))
    with database.connect() as connection:
        actors = connection.execute(
            sa.text("SELECT DISTINCT actor_kind, actor FROM entries JOIN institution_keys USING (key_id) ORDER BY 1")
        ).all()
    assert {(kind, actor.split(":")[0]) for kind, actor in actors} <= {("software", "software"), ("human", "staff")}


@pytest.mark.parametrize("actor", [{"kind": "software", "id": "staff:sato"}, {"kind": "human", "id": "software:x"}])
def test_a_look_by_software_is_never_told_as_a_humans(world: World, actor: dict[str, str]) -> None:
    entry = {
        "type": "access", "id": "a-1", "actor": actor, "action": "read", "purpose": "renewal", "basis": "art. 21",
        "subject": "person:hoa", "fields": ["status"], "source": "authority:office", "stated_at": at(START),
    }  # fmt: skip
    with pytest.raises(EntryRefusedError) as caught:
        world.journal.submit_one(world.offices["authority:office"].sign(entry))
    assert caught.value.refusal is Refusal.BAD_SCHEMA


def test_looks_are_projected_with_all_that_they_say(world: World, database: sa.Engine) -> None:
    entry = {
        "type": "access", "id": "a-1", "actor": {"kind": "human", "id": "staff:sato"}, "action": "read",
        "purpose": "renewal", "basis": "art. 21", "case": "case-7", "subject": "person:hoa", "on_behalf_of": "person:minh",
        "fields": ["residence.status.status"], "source": "authority:office", "stated_at": at(START),
    }  # fmt: skip
    world.journal.submit_one(world.offices["authority:office"].sign(entry))
    with database.connect() as connection:
        row = connection.execute(sa.text("SELECT * FROM access_entries")).one()._mapping
    assert {**entry, "actor": "staff:sato"}.items() >= {
        name: row[name]
        for name in ("id", "actor", "action", "purpose", "basis", "on_behalf_of", "case", "subject", "fields")
    }.items()
    assert (row["logtime"], row["actor_kind"]) == (START, "human")


SAID_AS: dict[str, tuple[dict[str, object], str]] = {
    "consent": ({"person": "person:hoa", "recipient": "org:bank", "purpose": "rent", "fields": ["residence.status.status"],
                 "from": "2026-01-01"}, "person:hoa"),
    "mandate": ({"person": "person:hoa", "holder": "person:minh", "as": "helper", "acts": ["view"],
                 "from": "2026-01-01"}, "person:hoa"),
    "assessment": ({"person": "person:hoa", "office": "authority:office", "factor": "conduct", "finding": "yes",
                    "reasons": "none known", "author": "staff:sato", "author_role": "officer", "on": "2026-01-01"},
                   "authority:office"),
}  # fmt: skip


@pytest.mark.parametrize("type_", SAID_AS)
def test_consents_mandates_and_assessments_are_statements_of_the_vocabulary(world: World, type_: str) -> None:
    content, source = SAID_AS[type_]
    world.declare(world.offices["authority:isa"], "org:bank", roles=["bank"])
    signer = world.offices["authority:office" if type_ == "assessment" else "authority:isa"]
    world.journal.submit_one(signer.sign({"type": type_, "id": "x-1", "stated_at": at(START), **content}))
    with world.journal.engine.connect() as connection:
        case = read_case_of(connection, ["person:hoa"], START)
    found = standing(case, START).statements
    assert [(s.kind.split(".")[0], s.source) for s in found] == [(type_, source)]


def test_a_reader_who_began_before_a_rebuild_still_reads_everything(world: World, database: sa.Engine) -> None:
    """Were the tables truncated, the reader would find nothing on record: an answer made out of a repair (P13)."""
    world.journal.submit_one(world.offices["authority:isa"].sign(status("s-1")))
    with database.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        position = read_position(connection)
        world.journal.rebuild()
        assert [s.id for s in read_case_of(connection, ["person:hoa"], START).statements] == ["s-1"]
    found = world.journal.case(["person:hoa"], START)
    assert (found.position, [s.id for s in found.case.statements]) == (position, ["s-1"])


def erasure(id_: str, target: str) -> dict[str, object]:
    return {
        "type": "erasure", "id": id_, "target": target, "basis": "APPI art. 35", "reason": "asked for",
        "author": "staff:sato", "source": "authority:office", "stated_at": at(START),
    }  # fmt: skip


def test_an_erasure_destroys_payload_and_salt_and_the_log_still_verifies(world: World, database: sa.Engine) -> None:
    office, human = world.offices["authority:isa"], world.offices["authority:office"]
    receipt = world.journal.submit_one(office.sign(status("s-1")))
    world.journal.submit([human.sign(erasure("x-1", "s-1")), human.sign(erasure("x-2", "person:hoa"))])
    with database.connect() as connection:
        kept = connection.execute(sa.text("SELECT * FROM entries WHERE id IN ('s-1', 'person:hoa')")).all()
        assert [(row.envelope, row.salt, row.digest) for row in kept] == [(None, None, None)] * 2
        assert verify_store(connection, world.root.public).erased == 2
        assert read_case_of(connection, ["person:hoa"], START).statements == ()
        assert read_case_of(connection, ["person:hoa"], START).parties["person:hoa"].names == ()
        everything = str(connection.execute(sa.text("SELECT * FROM statements")).all())
    assert "s-1" not in everything
    assert world.log.published[receipt.sequence] == receipt.commitment
    before = dumped(database)
    world.journal.rebuild()
    assert dumped(database) == before


def test_that_a_source_was_alive_is_known_after_its_words_are_erased(world: World, database: sa.Engine) -> None:
    """The verdicts of others rest on it (P13)."""
    office, human = world.offices["authority:isa"], world.offices["authority:office"]
    covering = {
        "type": "coverage", "id": "c-1", "kind": "residence.status", "source": "authority:isa",
        "about": {"person": "person:minh"}, "from": "2020-01-01", "stated_at": at(START),
    }  # fmt: skip
    world.journal.submit_one(office.sign(covering))
    now = world.later(10)
    world.journal.submit_one(office.sign(status("s-1", stated=now)))
    world.journal.submit_one(human.sign(erasure("x-1", "s-1")))
    for _ in range(2):
        with database.connect() as connection:
            case = read_case_of(connection, ["person:minh"], now)
        assert standing(case, now).last_sign["authority:isa"] == now
        world.journal.rebuild()


@pytest.mark.parametrize("until", [None, 5])
def test_a_backup_is_restored_into_an_empty_store(
    world: World, database: sa.Engine, server: Server, folder: Path, until: int | None
) -> None:
    """Whole: tables and log come back as they were. To a position: the journal is as it was then."""
    office = world.offices["authority:isa"]
    world.journal.submit_one(world.offices["authority:isa"].sign(status("s-1")))
    world.journal.submit_one(office.sign(status("s-2", replaces="s-1")))
    world.journal.submit_one(world.offices["authority:office"].sign(erasure("x-1", "s-1")))
    size, _ = backup(database, folder / "b.gz")
    with pytest.raises(StoreError, match="new file"):
        backup(database, folder / "b.gz")
    with server.fresh() as empty:
        with empty.connect() as connection:
            count = restore(connection, folder / "b.gz", until).entries
            with pytest.raises(StoreError, match="not empty"):
                restore(connection, folder / "b.gz")
        log = FakeLog()
        journal = Journal(empty, log, world.root.public, lambda: world.now[0])
        assert journal.size() == count == (until or size)
        assert log.published == world.log.published[:count]
        with empty.connect() as connection:
            assert verify_store(connection, world.root.public).entries == count
        if until is None:
            assert dumped(empty) == dumped(database)


def test_a_store_of_many_batches_is_restored_beside_the_log_that_it_had(
    world: World, database: sa.Engine, server: Server, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is recorded as published must be what the log published, not the size of some batch under a later checkpoint."""
    monkeypatch.setattr("kyosei.journal.journal.BATCH_MAX", 2)
    world.journal.submit([world.offices["authority:isa"].sign(status(f"s-{number}")) for number in range(5)])
    backup(database, folder / "b.gz")
    with server.fresh() as empty:
        with empty.connect() as connection:
            size = restore(connection, folder / "b.gz").entries
        journal = Journal(empty, world.log, world.root.public, lambda: world.now[0])
        assert journal.size() == size == len(world.log.published)
        with empty.connect() as connection:
            assert verify_store(connection, world.root.public).entries == size
        assert dumped(empty) == dumped(database)


def test_a_backup_that_was_changed_is_refused(world: World, database: sa.Engine, server: Server, folder: Path) -> None:
    import gzip

    backup(database, folder / "b.gz")
    lines = gzip.decompress((folder / "b.gz").read_bytes()).splitlines(keepends=True)
    exchanged = [lines[0], lines[1], lines[3].replace(b'"sequence": 2', b'"sequence": 1'),
                 lines[2].replace(b'"sequence": 1', b'"sequence": 2'), *lines[4:]]  # fmt: skip
    for number, changed in enumerate((lines[:-1], lines[:2] + lines[3:], exchanged, [b"{}\n"], [b"no json"])):
        file = folder / f"changed-{number}.gz"
        file.write_bytes(gzip.compress(b"".join(changed)))
        with server.fresh() as empty, empty.connect() as connection, pytest.raises(StoreError):
            restore(connection, file)


def test_entries_that_are_submitted_whole_are_taken_all_or_none(world: World) -> None:
    office, size = world.offices["authority:isa"], world.journal.size()
    good, other = office.sign(status("w-1")), office.sign(status("w-2"))
    bad = office.sign(status("w-3", until="2020-01-01"))
    assert [one is None for one in world.journal.refusals([good, bad])] == [True, False]
    assert [one is None for one in world.journal.submit_whole([good, bad, other])] == [True, False, True]
    assert world.journal.size() == size
    assert world.journal.submit_whole([good, other]) == [None, None]
    assert world.journal.submit_whole([good, other]) == [None, None]
    assert world.journal.size() == size + 2
    assert world.journal.submit_one(good).sequence == size
