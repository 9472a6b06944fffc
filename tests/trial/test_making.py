"""A trial: what was interrupted is made anew, and everything of the town and of the lives is in the journal."""

from __future__ import annotations

import itertools
import json
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.errors import InputError, JournalError, StoreError
from kyosei.journal.database import open_database
from kyosei.journal.tables import entries, institution_keys, statements
from kyosei.trial.making import make_trial
from kyosei.trial.residents import is_trial, read_residents
from kyosei.world.town import Town
from tests.journal.server import in_memory
from tests.web.noon import NOON

SAMPLES = Path(__file__).parents[2] / "samples"
TOWN = Town(1, 2, date(2026, 11, 21))


@pytest.fixture
def folder() -> Iterator[Path]:
    found = Path(tempfile.mkdtemp(prefix="kyosei-", dir=in_memory()))
    found.chmod(0o755)
    yield found
    shutil.rmtree(found)


def made(data: Path, *lives: Path) -> int:
    ticks = itertools.count(NOON)
    return make_trial(data, TOWN, lives, {}, lambda: next(ticks), lambda done, of: None)


def test_everything_is_entered_by_whoever_said_it(folder: Path) -> None:
    data = folder / "data"
    (folder / "data.part").mkdir()  # of one that was interrupted
    size = made(data, SAMPLES / "sita.jsonl", SAMPLES / "offices.jsonl")
    assert not (folder / "data.part").exists()
    said = [json.loads(line) for line in (SAMPLES / "sita.jsonl").read_text().splitlines()]
    with open_database({}, data) as database, database.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(entries)) == size
        stored = {row.id: row.source for row in connection.execute(sa.select(statements.c.id, statements.c.source))}
        wanted = {line["id"]: line["source"] for line in said if line["type"] == "statement"}
        assert wanted.items() <= stored.items()
        signers = dict(
            connection.execute(
                sa.select(entries.c.id, institution_keys.c.institution).join(
                    institution_keys, institution_keys.c.key_id == entries.c.key_id
                )
            ).all()
        )
        assert all(signers[id_] == source for id_, source in wanted.items())
    residents = read_residents(data)
    assert residents.persons == ("person:sita", "person:p0", "person:p1")
    assert residents.organisations["org:minami-bank"] == ("bank",)


def test_a_directory_that_is_there_is_left_alone(folder: Path) -> None:
    data = folder / "data"
    data.mkdir()
    with pytest.raises(InputError, match="is there already"):
        made(data)
    assert list(data.iterdir()) == []


def test_a_life_that_the_journal_refuses_makes_no_trial(folder: Path) -> None:
    life = folder / "life.jsonl"
    life.write_text(
        '{"type":"statement","id":"s-1","kind":"no.such","source":"authority:isa","about":{},"on":"2026-01-01"}\n'
    )
    with pytest.raises(JournalError, match="s-1 was refused"):
        made(folder / "data", life)
    assert not (folder / "data").exists()


def test_nobody_can_be_tried_elsewhere(folder: Path) -> None:
    assert not is_trial(folder)
    with pytest.raises(StoreError, match="was not made by `kyosei trial`"):
        read_residents(folder)
