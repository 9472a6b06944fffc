"""kill -9 at every step of taking, storing and publishing entries: nothing acknowledged is lost, nothing is doubled."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.errors import JournalError, LogError
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal, Step
from kyosei.journal.verification import verify_store
from kyosei.log import KeyKind, Log, Policy, read_proof, verify, verify_receipt
from kyosei.log import SigningKey as LogKey
from tests.forking.processes import run as run_module
from tests.journal import ingest
from tests.journal.dumps import dumped
from tests.journal.fakes import START, World, status
from tests.journal.server import Server

BATCHES = 3
TABLE = [(step, times) for step in Step for times in (1, 2)]


@pytest.mark.parametrize(("step", "times"), TABLE, ids=[f"{step.value}-{times}" for step, times in TABLE])
def test_killed_at_any_step_nothing_is_lost_or_doubled(server: Server, folder: Path, step: Step, times: int) -> None:
    with server.fresh() as engine:
        root, office, log_key = SigningKey.generate(), SigningKey.generate(), LogKey.new("log.test/1", KeyKind.LOG)
        with Log(folder / "log", log_key) as log:
            prepare(engine, log, root, office)
        keys = folder / "keys"
        keys.write_text("\n".join([root.to_jwk(), office.to_jwk(), log_key.secret_text()]))
        address = server.url(str(engine.url.database))
        killed = run(address, folder, step.value, times)
        assert killed.returncode == -signal.SIGKILL
        acknowledged = receipts(killed)

        again = run(address, folder, "none", 0)
        assert again.returncode == 0, again.stderr
        final = receipts(again)
        assert [one[0] for one in final] == [f"s-{number}" for number in range(BATCHES * ingest.BATCH)]
        assert final[: len(acknowledged)] == acknowledged
        places = [one[1] for one in final]
        assert places == list(range(places[0], places[0] + len(final)))

        assert_sound(engine, folder, root, log_key)
        with Log(folder / "log", log_key) as log:
            journal = Journal(engine, log, root.public, lambda: START)
            for id_, sequence, salt in final:
                proof = read_proof(journal.proof(sequence, bytes.fromhex(salt)))
                entry = office.sign(ingest.line(int(id_.removeprefix("s-"))))
                verify_receipt(proof, entry, Policy.of([log_key.verifier]))
            before = dumped(engine)
            journal.rebuild()
            assert dumped(engine) == before


def prepare(engine: sa.Engine, log: Log, root: SigningKey, office: SigningKey) -> None:
    """Registers the office with its key, and declares the person."""
    journal = Journal(engine, log, root.public, lambda: START)
    world = World(journal, log, root, [START])  # type: ignore[arg-type]  # the true log in the place of the fake one
    world.register("authority:isa", key=office)
    world.declare(world.offices["authority:isa"], "person:hoa")


def run(address: str, folder: Path, step: str, times: int) -> subprocess.CompletedProcess[bytes]:
    """The process of `ingest`."""
    arguments = [address, str(folder / "log"), str(folder / "keys"), step, str(times), str(BATCHES)]
    return run_module("tests.journal.ingest", arguments)


def receipts(process: subprocess.CompletedProcess[bytes]) -> list[tuple[str, int, str]]:
    found = [json.loads(line) for line in process.stdout.splitlines()]
    return [(str(id_), int(sequence), str(salt)) for id_, sequence, salt in found]


def assert_sound(engine: sa.Engine, folder: Path, root: SigningKey, log_key: LogKey) -> None:
    """Store and log verify, and have the same root."""
    with engine.connect() as connection:
        store = verify_store(connection, root.public)
    found = verify(folder / "log", Policy.of([log_key.verifier]))
    assert (store.entries, store.root) == (found.opened.checkpoint.size, found.opened.checkpoint.root)


def test_what_was_stored_but_not_published_is_seen_by_nobody_until_it_is(database: sa.Engine) -> None:
    world = World.on(database)
    office = world.register("authority:isa")
    world.declare(office, "person:hoa")
    size = world.journal.size()
    world.log.fails = True
    with pytest.raises(LogError):
        world.journal.submit([office.sign(status("s-1"))])
    assert world.journal.size() == size
    with database.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM statements")) == 0
        assert connection.scalar(sa.text("SELECT count(*) FROM entries")) == size + 1
    world.log.fails = False
    receipt = world.journal.submit_one(office.sign(status("s-2")))
    assert (receipt.sequence, world.journal.size()) == (size + 1, size + 2)
    assert world.journal.submit_one(office.sign(status("s-1"))).sequence == size


def test_a_store_older_than_its_log_is_refused(database: sa.Engine) -> None:
    world = World.on(database)
    world.log.extend(0, [b"x" * 32])
    with pytest.raises(JournalError, match="older than the log"):
        Journal(database, world.log, world.root.public, lambda: START)
