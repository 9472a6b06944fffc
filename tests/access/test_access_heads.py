"""The heads of the access log: what somebody with all power over the database does to looks is found by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from kyosei.errors import EntryRefusedError, JournalError, LogError, Refusal
from kyosei.journal.access_heads import (
    VerifiedLooks,
    compare_newest,
    count_looks,
    heads_on_record,
    seal,
    verify_access_log,
)
from kyosei.journal.envelope import open_envelope
from kyosei.journal.looks import look_digest, note_ends
from kyosei.journal.registry import ROOT
from kyosei.journal.verification import verify_store
from tests.access.setting import PERSONS, Setting, someone, staff
from tests.journal.dumps import dumped
from tests.journal.fakes import at
from tests.journal.server import Server

HOA, MINH, BUI = PERSONS


def look(setting: Setting, *persons: str) -> None:
    """One look at each, by the person, an hour after the one before."""
    for person in persons:
        setting.world.later()
        setting.read(someone(id_=person), "own.records", subject=person)


def seal_with_root(setting: Setting) -> int:
    """Takes a head with the root key; how many were entered."""
    return len(seal(setting.world.journal, setting.world.root, ROOT, setting.world.now[0]))


def verified(setting: Setting) -> VerifiedLooks:
    """As `kyosei journal verify` does."""
    with setting.engine.connect() as connection:
        heads = verify_store(connection, setting.world.root.public).heads
        assert list(heads) == heads_on_record(connection)
        assert compare_newest(connection) == (heads[-1] if heads else None)
        return verify_access_log(connection, heads)


@pytest.fixture
def sealed(setting: Setting) -> Setting:
    """Two heads over nine looks, and two looks after them."""
    look(setting, HOA, MINH, HOA, BUI, HOA)
    assert seal_with_root(setting) == 1
    look(setting, HOA, HOA, MINH, HOA)
    assert seal_with_root(setting) == 1
    look(setting, HOA, BUI)
    return setting


def test_heads_cover_every_look_before_them(sealed: Setting) -> None:
    assert verified(sealed) == VerifiedLooks(looks=11, covered=9, heads=2)
    assert seal_with_root(sealed) == 1
    assert verified(sealed) == VerifiedLooks(looks=11, covered=11, heads=3)


def test_where_there_is_nothing_new_there_is_no_head(setting: Setting) -> None:
    assert seal_with_root(setting) == 0
    look(setting, HOA)
    assert (seal_with_root(setting), seal_with_root(setting)) == (1, 0)


def test_refused_looks_are_covered_too(setting: Setting) -> None:
    with pytest.raises(Exception, match="no-purpose"):
        setting.read(staff(), None)
    assert seal_with_root(setting) == 1
    assert verified(setting).covered == 1


def test_a_head_names_nobody_and_the_log_has_32_bytes_of_it(sealed: Setting) -> None:
    with sealed.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT envelope, sequence, source FROM entries WHERE type = 'access_head'"))
        for envelope, sequence, source in rows.all():
            assert b"person" not in open_envelope(bytes(envelope)).payload
            assert len(sealed.world.log.published[sequence]) == 32
            assert source is None  # it is no sign of life of what somebody reports about persons
    before = dumped(sealed.engine)
    sealed.world.journal.rebuild()
    assert dumped(sealed.engine) == before


Tamper = Callable[[sa.Connection], object]
COLUMNS = (
    'logtime, action, decision, reason, actor_kind, actor, role, organisation, purpose, basis, on_behalf_of, "case",'
    " known, fields, law, policies, withheld_until, withheld_by"
)


def do(*statements: str) -> Tamper:
    def act(connection: sa.Connection) -> None:
        for statement in statements:
            assert connection.execute(sa.text(statement)).rowcount > 0, statement

    return act


def chained_anew(*statements: str) -> Tamper:
    """The statements, and then every chain computed again, as somebody would who can read our sources."""

    def act(connection: sa.Connection) -> None:
        do(*statements)(connection)
        previous: dict[str, bytes] = {}
        for row in connection.execute(sa.text("SELECT * FROM access_log ORDER BY subject, number")).mappings().all():
            content = {name: value for name, value in row.items() if name not in ("previous", "digest")}
            before = previous.get(row["subject"], bytes(32))
            previous[row["subject"]] = look_digest(content, before)
            connection.execute(
                sa.text("UPDATE access_log SET previous = :p, digest = :d WHERE subject = :s AND number = :n"),
                {"p": before, "d": previous[row["subject"]], "s": row["subject"], "n": row["number"]},
            )

    return act


EXCHANGED = (
    "UPDATE access_log a SET logtime = b.logtime, known = b.known"
    f" FROM access_log b WHERE a.subject = b.subject AND a.subject = '{HOA}'"
    " AND (a.number, b.number) IN ((1, 2), (2, 1))"
)
TABLE: dict[str, Tamper] = {
    "a_look_altered": do(f"UPDATE access_log SET actor = 'staff:1' WHERE subject = '{HOA}' AND number = 2"),
    "a_look_altered_and_the_chain_computed_anew": chained_anew(
        f"UPDATE access_log SET actor = 'staff:1' WHERE subject = '{HOA}' AND number = 2"
    ),
    "a_look_dropped": do(f"DELETE FROM access_log WHERE subject = '{HOA}' AND number = 2"),
    "a_look_dropped_and_the_rest_moved_up": chained_anew(
        f"DELETE FROM access_log WHERE subject = '{HOA}' AND number = 2",
        f"UPDATE access_log SET number = number - 1 WHERE subject = '{HOA}' AND number = 3",
        f"UPDATE access_log SET number = number - 1 WHERE subject = '{HOA}' AND number = 4",
        f"UPDATE access_log SET number = number - 1 WHERE subject = '{HOA}' AND number = 5",
        f"UPDATE access_log SET number = number - 1 WHERE subject = '{HOA}' AND number = 6",
        f"UPDATE access_log SET number = number - 1 WHERE subject = '{HOA}' AND number = 7",
    ),
    "the_last_covered_looks_cut_off": do(f"DELETE FROM access_log WHERE subject = '{MINH}' AND number = 2"),
    "the_last_covered_looks_cut_off_with_their_end": do(
        f"DELETE FROM access_log WHERE subject = '{MINH}' AND number = 2",
        f"DELETE FROM access_ends WHERE subject = '{MINH}' AND head = 2",
    ),
    "everything_about_a_person_dropped": do(
        f"DELETE FROM access_log WHERE subject = '{BUI}'", f"DELETE FROM access_ends WHERE subject = '{BUI}'"
    ),
    "everything_dropped": do("DELETE FROM access_log", "DELETE FROM access_ends"),
    "two_looks_exchanged": chained_anew(EXCHANGED),
    "looks_of_one_person_told_of_another": chained_anew(
        f"UPDATE access_log SET subject = 'person:other' WHERE subject = '{BUI}'",
        f"UPDATE access_ends SET subject = 'person:other' WHERE subject = '{BUI}'",
    ),
    "a_look_put_among_them": chained_anew(
        f"UPDATE access_log SET number = 8 WHERE subject = '{HOA}' AND number = 7",
        f"UPDATE access_log SET number = 7 WHERE subject = '{HOA}' AND number = 6",
        f"UPDATE access_log SET number = 6 WHERE subject = '{HOA}' AND number = 5",
        f"INSERT INTO access_log (subject, number, {COLUMNS}, previous, digest) SELECT subject, 5, {COLUMNS}, previous,"
        f" digest FROM access_log WHERE subject = '{HOA}' AND number = 1",
    ),
    "an_end_moved": do(f"UPDATE access_ends SET number = 2 WHERE subject = '{HOA}' AND head = 1"),
    "an_end_told_of_another_head": do(f"UPDATE access_ends SET head = 2 WHERE subject = '{BUI}'"),
}


@pytest.mark.parametrize("case", TABLE)
def test_looks_dropped_changed_or_reordered_by_a_superuser_are_found(
    sealed: Setting, server: Server, case: str
) -> None:
    as_superuser(sealed, server, TABLE[case])
    with pytest.raises(JournalError, match=r"access entry|access log"):
        verified(sealed)


def test_a_head_dropped_by_a_superuser_is_found(sealed: Setting, server: Server) -> None:
    """With everything that it covers and the head before does not: the entry itself is missing then."""
    dropped = do(
        "DELETE FROM access_ends WHERE head = 2", "DELETE FROM entries WHERE id = 'access-head:2'",
        f"DELETE FROM access_log WHERE subject = '{HOA}' AND number > 3",
    )  # fmt: skip
    as_superuser(sealed, server, dropped)
    with pytest.raises(JournalError):
        verified(sealed)


def as_superuser(setting: Setting, server: Server, tamper: Tamper) -> None:
    owner = server.engine(str(setting.engine.url.database), "postgres")
    with owner.begin() as connection:
        connection.execute(sa.text("SET session_replication_role = replica"))  # no triggers
        tamper(connection)
    owner.dispose()


FORBIDDEN = ("UPDATE access_ends SET number = 1", "DELETE FROM access_ends", "TRUNCATE access_ends")


@pytest.mark.parametrize("user", ["kyosei_application", "postgres"])
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_nobody_changes_or_removes_an_end(sealed: Setting, server: Server, statement: str, user: str) -> None:
    engine = server.engine(str(sealed.engine.url.database), user)
    with engine.connect() as connection, pytest.raises(sa.exc.DBAPIError, match=r"denied|append-only"):
        connection.execute(sa.text(statement))
    engine.dispose()
    assert verified(sealed).covered == 9


def test_a_head_that_was_taken_and_not_entered_is_entered_first(sealed: Setting) -> None:
    """As after a crash between the two."""
    with sealed.engine.begin() as connection:
        assert note_ends(connection, 3) == 2
    assert verified(sealed) == VerifiedLooks(looks=11, covered=9, heads=2)
    look(sealed, MINH)
    assert seal_with_root(sealed) == 2
    assert verified(sealed) == VerifiedLooks(looks=12, covered=12, heads=4)


def test_a_head_whose_publication_failed_is_published_later(sealed: Setting) -> None:
    sealed.world.log.fails = True
    with pytest.raises(LogError):
        seal_with_root(sealed)
    sealed.world.log.fails = False
    sealed.world.reopened()
    assert seal_with_root(sealed) == 0
    assert verified(sealed) == VerifiedLooks(looks=11, covered=11, heads=3)
    with sealed.engine.connect() as connection:
        assert count_looks(connection) == 11


FALSE: dict[str, dict[str, object]] = {
    "of_another_root": {"root": "0" * 63 + "a"},
    "of_fewer_looks": {"looks": 10},
    "of_another_number": {"number": 4, "id": "access-head:4"},
}


@pytest.mark.parametrize("case", FALSE)
def test_a_head_that_is_not_that_of_the_access_log_is_refused(sealed: Setting, case: str) -> None:
    """Whoever keeps the key that signs heads cannot enter one that would be found wrong for ever."""
    with sealed.engine.begin() as connection:
        note_ends(connection, 3)
        connection.commit()
    line = {"type": "access_head", "id": "access-head:3", "number": 3, "looks": 11, "root": "0" * 64,
            "source": ROOT, "stated_at": at(sealed.world.now[0]), **FALSE[case]}  # fmt: skip
    with pytest.raises(EntryRefusedError) as caught:
        sealed.world.journal.submit_one(sealed.world.root.sign(line))
    assert caught.value.refusal is Refusal.WRONG_HEAD
    assert seal_with_root(sealed) == 1


def test_an_institution_registered_for_heads_takes_them_with_its_own_key(setting: Setting) -> None:
    keeper = setting.world.register("org:keeper", entry_types=["access_head"])
    look(setting, HOA)
    assert len(seal(setting.world.journal, keeper.key, "org:keeper", setting.world.now[0])) == 1
    look(setting, HOA)
    with pytest.raises(EntryRefusedError, match="not registered for entries of type access_head"):
        seal(setting.world.journal, setting.office.key, "org:gateway", setting.world.now[0])
    assert seal_with_root(setting) == 1
    assert verified(setting) == VerifiedLooks(looks=2, covered=2, heads=2)
