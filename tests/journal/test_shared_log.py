"""Several writers over one store and one log: they take turns, and what one leaves half done the other finishes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from kyosei.errors import LogError
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal, Step
from kyosei.journal.shared_log import SharedLog
from kyosei.log import KeyKind, Log
from kyosei.log import SigningKey as LogKey
from tests.journal.fakes import START, at

LEAVES = [bytes([number]) * 32 for number in range(5)]
NOW = datetime(2026, 11, 22, tzinfo=UTC)
KEY = LogKey.new("shared.example/log", KeyKind.LOG)


def institution(root: SigningKey, number: int) -> bytes:
    return root.sign({
        "type": "institution", "id": f"i-{number}", "institution": f"org:o{number}", "speaks_for": [], "entry_types": [],
        "declares_roles": [], "stated_at": at(START),
    })  # fmt: skip


def test_writers_take_turns(database: sa.Engine, folder: Path) -> None:
    root = SigningKey.generate()
    journals = [Journal(database, SharedLog(folder / "log", KEY), root.public, lambda: START) for _ in range(2)]
    for number in range(6):
        journals[number % 2].submit_one(institution(root, number))
    assert [journal.size() for journal in journals] == [6, 6]
    assert SharedLog(folder / "log", KEY).size == 6
    assert journals[0].proof(5) == journals[1].proof(5)


class _InterruptedError(Exception):
    """Where a writer is stopped."""


def test_what_one_could_not_publish_the_next_publishes(database: sa.Engine, folder: Path) -> None:
    root = SigningKey.generate()

    def fail(step: Step) -> None:
        if step is Step.EXTENDED:
            raise _InterruptedError

    log = SharedLog(folder / "log", KEY)
    with pytest.raises(_InterruptedError):
        Journal(database, log, root.public, lambda: START, fail).submit_one(institution(root, 1))
    Journal(database, log, root.public, lambda: START).submit_one(institution(root, 2))
    assert log.size == 2


def test_the_folder_is_free_between_adding_and_nothing(folder: Path) -> None:
    one = SharedLog(folder / "log", KEY)
    assert one.size == 0
    one.extend(0, LEAVES[:2])
    with pytest.raises(LogError):
        Log(folder / "log", KEY)
    one.publish(NOW)
    with Log(folder / "log", KEY) as log:
        assert log.size == 2
    one.extend(2, LEAVES[2:])
    assert one.size == 2  # what was left unpublished is forgotten, and added again by who has the store
    one.extend(2, LEAVES[2:])
    one.publish(NOW)
    assert one.size == 5


def test_institutions_and_keys_of_the_root_are_published_together(database: sa.Engine, folder: Path) -> None:
    root, office = SigningKey.generate(), SigningKey.generate()
    steps: list[Step] = []
    journal = Journal(database, SharedLog(folder / "log", KEY), root.public, lambda: START, steps.append)
    key = root.sign({
        "type": "key", "id": "k-1", "institution": "org:o1", "public_key": office.public.text,
        "actor": {"kind": "software", "id": "software:o1"}, "valid_from": at(START), "stated_at": at(START),
    })  # fmt: skip
    said = office.sign({"type": "party", "id": "person:a", "party": "person"})
    answers = journal.submit([institution(root, 1), institution(root, 2), key, said])
    assert [getattr(one, "sequence", one) for one in answers] == [0, 1, 2, 3]
    assert steps.count(Step.PUBLISHED) == 2
