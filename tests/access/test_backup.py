"""A backup has every look, and a restore finds out whether they are those that were recorded."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from kyosei.errors import StoreError
from kyosei.journal.access_heads import VerifiedLooks, seal, verify_access_log
from kyosei.journal.backup import backup, restore
from kyosei.journal.journal import Journal
from kyosei.journal.looks import note_ends
from kyosei.journal.registry import ROOT
from kyosei.journal.verification import verify_store
from tests.access.setting import Setting, someone
from tests.journal.dumps import dumped
from tests.journal.fakes import FakeLog
from tests.journal.server import Server

LOOKS = ("SELECT * FROM access_log ORDER BY subject, number", "SELECT * FROM access_ends ORDER BY subject, head")


@pytest.fixture
def kept(setting: Setting, folder: Path) -> Path:
    """A backup of a store with two heads, and a look after them."""
    for persons in (("person:hoa", "person:minh", "person:hoa"), ("person:hoa",)):
        for person in persons:
            setting.world.later()
            setting.read(someone(id_=person), "own.records", subject=person)
        assert seal(setting.world.journal, setting.world.root, ROOT, setting.world.now[0])
    setting.read(someone(id_="person:minh"), "own.records", subject="person:minh")
    assert backup(setting.engine, folder / "b.gz") == (setting.world.journal.size(), 5)
    return folder / "b.gz"


def looks_of(engine: sa.Engine) -> list[object]:
    with engine.connect() as connection:
        return [tuple(row) for asked in LOOKS for row in connection.execute(sa.text(asked))]


@pytest.mark.parametrize("dropped", [0, 1, 2])
def test_looks_come_back_into_an_empty_store_at_every_position(
    setting: Setting, server: Server, kept: Path, dropped: int
) -> None:
    """The last entry is the second head, the one before it the first: looks are there also where their head is not."""
    size, root = setting.world.journal.size(), setting.world.root
    with server.fresh() as empty:
        with empty.connect() as connection:
            found = restore(connection, kept, size - dropped)
        covered = (4, 3, 0)[dropped]
        assert (found.entries, found.looks) == (size - dropped, VerifiedLooks(5, covered, 2 - dropped))
        assert looks_of(empty) == looks_of(setting.engine)
        journal = Journal(empty, FakeLog(), root.public, lambda: setting.world.now[0])
        if dropped == 0:
            assert dumped(empty) == dumped(setting.engine)
        seal(journal, root, ROOT, setting.world.now[0])
        with empty.connect() as connection:
            heads = verify_store(connection, root.public).heads
            assert verify_access_log(connection, heads) == VerifiedLooks(5, 5, 3)


def test_a_head_that_was_not_entered_yet_is_entered_after_a_restore(
    setting: Setting, server: Server, folder: Path, kept: Path
) -> None:
    with setting.engine.begin() as connection:
        note_ends(connection, 3)
    backup(setting.engine, folder / "later.gz")
    with server.fresh() as empty:
        with empty.connect() as connection:
            assert restore(connection, folder / "later.gz").looks == VerifiedLooks(5, 4, 2)
        journal = Journal(empty, FakeLog(), setting.world.root.public, lambda: setting.world.now[0])
        assert len(seal(journal, setting.world.root, ROOT, setting.world.now[0])) == 1


Line = dict[str, Any]  # Any: JSON


def at_look(number: int, change: Callable[[Line], object]) -> Callable[[list[Line]], None]:
    """Changes one of the looks, which come after the entries."""

    def act(lines: list[Line]) -> None:
        change(lines[1 + lines[0]["size"] + number])

    return act


def drop(number: int, table: str = "looks") -> Callable[[list[Line]], None]:
    def act(lines: list[Line]) -> None:
        offset = 1 + lines[0]["size"] + (lines[0]["looks"] if table == "ends" else 0)
        del lines[offset + number]
        lines[0][table] -= 1

    return act


CHANGED: dict[str, Callable[[list[Line]], object]] = {
    "a_look_altered": at_look(0, lambda look: look.update(action="readAccesses")),
    "a_look_with_another_number": at_look(1, lambda look: look.update(number=7)),
    "a_look_that_is_none": at_look(1, lambda look: look.pop("digest")),
    "a_look_that_the_database_refuses": at_look(1, lambda look: look.update(decision="perhaps")),
    "a_look_dropped": drop(0),
    "the_last_covered_look_of_a_person_dropped": drop(2),
    "an_end_dropped": drop(0, "ends"),
    "looks_left_out": lambda lines: lines[0].update(looks=0, ends=0),
    "fewer_looks_than_it_says": lambda lines: lines[0].update(looks=50),
    "a_backup_of_the_format_before_with_heads": lambda lines: lines.__setitem__(
        slice(None), [{**lines[0], "format": "kyosei journal backup 1", "looks": 0, "ends": 0},
                      *lines[1 : 1 + lines[0]["size"]]]
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGED)
def test_a_backup_whose_looks_are_not_those_recorded_is_refused(
    server: Server, folder: Path, kept: Path, case: str
) -> None:
    lines = [json.loads(line) for line in gzip.decompress(kept.read_bytes()).splitlines()]
    CHANGED[case](lines)
    changed = folder / "changed.gz"
    changed.write_bytes(gzip.compress(b"".join(json.dumps(line).encode() + b"\n" for line in lines)))
    with server.fresh() as empty:
        with empty.connect() as connection, pytest.raises(StoreError):
            restore(connection, changed)
        assert looks_of(empty) == []
        with empty.connect() as connection:
            assert connection.scalar(sa.text("SELECT count(*) FROM entries")) == 0


def test_a_backup_of_the_format_before_is_restored(setting: Setting, server: Server, folder: Path) -> None:
    """It has no looks, as no backup had then."""
    backup(setting.engine, folder / "b.gz")
    first, *entries = gzip.decompress((folder / "b.gz").read_bytes()).splitlines(keepends=True)
    head = {**json.loads(first), "format": "kyosei journal backup 1"}
    del head["looks"], head["ends"]
    (folder / "old.gz").write_bytes(gzip.compress(json.dumps(head).encode() + b"\n" + b"".join(entries)))
    with server.fresh() as empty, empty.connect() as connection:
        assert restore(connection, folder / "old.gz").entries == setting.world.journal.size()


def test_a_store_with_looks_is_not_restored_into(setting: Setting, server: Server, kept: Path) -> None:
    with server.fresh() as other, other.connect() as connection:
        connection.execute(sa.text("INSERT INTO access_ends (subject, head, number) VALUES ('person:x', 1, 1)"))
        with pytest.raises(StoreError, match="not empty"):
            restore(connection, kept)
