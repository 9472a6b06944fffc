"""A trial: what was interrupted goes on, and everything of the town and of the lives is in the journal."""

from __future__ import annotations

import itertools
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.errors import InputError, JournalError, StoreError
from kyosei.journal.database import open_database
from kyosei.journal.directory import DataDirectory, read_key_file
from kyosei.journal.journal import Journal
from kyosei.journal.tables import entries, institution_keys, statements
from kyosei.journal.verification import verify_store
from kyosei.trial import making
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
    (folder / "data.part").mkdir()  # of another one, that was interrupted
    (folder / "data.part" / "asked.json").write_text("[1]")
    (folder / "data.part" / "left").touch()
    size = made(data, SAMPLES / "sita.jsonl", SAMPLES / "offices.jsonl")
    assert not (folder / "data.part").exists()
    assert not (data / "left").exists()
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


class KilledError(Exception):
    """Stands for the end of the process: nothing of it is caught."""


def entered(data: Path) -> list[str]:
    """What was entered after the register, in order."""
    asked = sa.select(entries.c.id).where(entries.c.type.not_in(("institution", "key"))).order_by(entries.c.sequence)
    with open_database({}, data) as database, database.engine.connect() as connection:
        assert verify_store(connection, read_key_file(DataDirectory(data).root_key).public).entries > 40
        return list(connection.scalars(asked))


def test_what_was_interrupted_goes_on_where_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that was entered is submitted again, none of it is lost or doubled, and all of it verifies."""
    monkeypatch.setattr(making, "BATCH_MAX", 20)
    data, submit = folder / "data", Journal.submit
    submitted: list[int] = []

    def killed(journal: Journal, received: Sequence[bytes]) -> object:
        if len(submitted) == 3:
            raise KilledError
        submitted.append(len(received))
        return submit(journal, received)

    monkeypatch.setattr(Journal, "submit", killed)
    with pytest.raises(KilledError):
        made(data)
    keys = {file.name: file.read_text() for file in (folder / "data.part" / "keys" / "parties").iterdir()}
    again: list[int] = []

    def counted(journal: Journal, received: Sequence[bytes]) -> object:
        again.append(len(received))
        return submit(journal, received)

    monkeypatch.setattr(Journal, "submit", counted)
    made(data)
    assert {file.name: file.read_text() for file in (data / "keys" / "parties").iterdir()} == keys
    said = [making._spelt(line["id"]) for _, line in making._said_in(data / "town" / "records")]
    assert entered(data) == said
    assert again[0] == submitted[0], "the register is there already, and is taken up again"
    assert sum(again[1:]) + sum(submitted[1:]) == len(said)
    assert not {"asked.json", "register.jws"} & {file.name for file in data.iterdir()}


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
