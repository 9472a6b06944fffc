"""What somebody with all power over the database changes behind the journal's back is found by verifying the store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from kyosei.errors import JournalError
from kyosei.journal.verification import verify_store
from tests.journal.fakes import World, status
from tests.journal.server import Server

Tamper = Callable[[sa.Connection], object]


def do(statement: str) -> Tamper:
    return lambda connection: connection.execute(sa.text(statement))


def flip(column: str, place: str = "0") -> Tamper:
    changed = f"set_byte({column}, {place}, get_byte({column}, {place}) # 1)"
    return do(f"UPDATE entries SET {column} = {changed} WHERE id = 's-1'")


TABLE: dict[str, Tamper] = {
    "a_bit_of_the_header": flip("envelope"),
    "a_bit_of_the_payload": flip("envelope", "200"),
    "a_bit_of_the_signature": flip("envelope", "octet_length(envelope) - 5"),
    "a_bit_of_the_salt": flip("salt"),
    "a_bit_of_the_digest": flip("digest"),
    "a_bit_of_the_commitment": flip("commitment"),
    "another_id": do("UPDATE entries SET id = 's-9' WHERE id = 's-1'"),
    "another_type": do("UPDATE entries SET type = 'coverage' WHERE id = 's-1'"),
    "another_institution": do("UPDATE entries SET institution = 'org:acme' WHERE id = 's-1'"),
    "an_entry_dropped": do("DELETE FROM entries WHERE id = 's-1'"),
    "the_last_entry_dropped": do("DELETE FROM entries WHERE sequence = (SELECT max(sequence) FROM entries)"),
    "all_entries_dropped": do("DELETE FROM entries"),
    "an_entry_dropped_and_the_rest_moved_up": do(
        "DELETE FROM entries WHERE id = 's-1'; UPDATE entries SET sequence = sequence - 1 WHERE id > 's-1' AND id LIKE 's-%'"
    ),
    "two_entries_exchanged": do(
        "UPDATE entries SET sequence = -sequence - 10 WHERE id IN ('s-1', 's-2');"
        " UPDATE entries SET sequence = CASE id WHEN 's-1' THEN -sequence - 9 ELSE -sequence - 11 END"
        " WHERE id IN ('s-1', 's-2')"
    ),
    "erased_without_an_act_and_with_another_commitment": do(
        "UPDATE entries SET envelope = NULL, salt = NULL, digest = NULL, commitment = sha256('x') WHERE id = 's-1'"
    ),
    "erased_without_an_act": do("UPDATE entries SET envelope = NULL, salt = NULL, digest = NULL WHERE id = 's-1'"),
    "a_published_root": do(
        "UPDATE publications SET checkpoint = (SELECT p.checkpoint FROM publications p ORDER BY size LIMIT 1)"
        " WHERE size = (SELECT max(size) FROM publications)"
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_a_change_of_the_store_is_found(database: sa.Engine, server: Server, case: str) -> None:
    world = World.on(database)
    office = world.register("authority:isa")
    world.declare(office, "person:hoa")
    world.journal.submit([office.sign(status(f"s-{number}")) for number in (1, 2, 3)])
    with database.connect() as connection:
        verified = verify_store(connection, world.root.public)
    assert verified.entries == world.journal.size() == 6
    owner = server.engine(str(database.url.database), "postgres")
    with owner.begin() as connection:
        connection.execute(
            sa.text("SET session_replication_role = replica")
        )  # triggers are off: the owner's full power
        connection.execute(sa.text("ALTER TABLE entries DROP CONSTRAINT entries_sequence_check"))
        TABLE[case](connection)
    owner.dispose()
    with database.connect() as connection, pytest.raises(JournalError):
        verify_store(connection, world.root.public)


def test_an_entry_of_a_forger_with_the_database_in_hand_is_found(database: sa.Engine, server: Server) -> None:
    """A row with a commitment of its own, published by nobody, signed by nobody known."""
    world = World.on(database)
    world.register("authority:isa")
    forger = World(world.journal, world.log, world.root, world.now)
    signed = forger.root.sign(status("s-1"))
    owner = server.engine(str(database.url.database), "postgres")
    with owner.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO entries (sequence, id, type, institution, key_id, recorded_at, envelope, salt, digest, commitment)"
                " SELECT 2, 's-1', 'statement', 'authority:isa', :key, 0, :envelope, sha256('a'), sha256(:envelope), sha256('b')"
            ),
            {"envelope": signed, "key": world.root.public.id},
        )
    owner.dispose()
    with database.connect() as connection, pytest.raises(JournalError, match=r"s-1.*not those that were committed to"):
        verify_store(connection, world.root.public)
