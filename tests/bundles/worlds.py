"""A journal of the samples with a real log and a witness, entered in batches as its clock goes on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError
from kyosei.facts.case_file import read_case
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.log import Log, Witness
from tests.journal.fakes import at
from tests.log.logs import LOG_KEY, WITNESS_KEY, WITNESSED, NearWitness

__all__ = ["SAMPLES", "LoggedWorld", "batches_of", "logged_world"]

SAMPLES = Path("samples")
Line = dict[str, Any]  # Any: JSON


@dataclass
class LoggedWorld:
    """The journal, its keys, and the institution that enters for everybody."""

    journal: Journal
    root: SigningKey
    now: list[int]
    office: SigningKey = field(default_factory=SigningKey.generate)

    def begin(self) -> None:
        """Registers the institution."""
        institution = {
            "type": "institution", "id": "institution-1", "institution": "org:everybody", "speaks_for": ["*"],
            "entry_types": ["erasure", "link"], "declares_roles": ["supporter", "host", "insurer", "municipality"],
            "stated_at": at(0),
        }  # fmt: skip
        self.journal.submit_one(self.root.sign(institution))
        self._register(self.office, {"kind": "software", "id": "software:office"})

    def register_human(self, id_: str) -> SigningKey:
        """A key of somebody who works there."""
        key = SigningKey.generate()
        self._register(key, {"kind": "human", "id": id_})
        return key

    def _register(self, key: SigningKey, actor: dict[str, str]) -> None:
        registration = {
            "type": "key", "id": f"key:{key.public.id}", "institution": "org:everybody",
            "public_key": key.public.text, "actor": actor, "valid_from": at(0), "stated_at": at(0),
        }  # fmt: skip
        self.journal.submit_one(self.root.sign(registration))

    def enter(self, lines: Sequence[Line], when: int) -> None:
        """Enters lines together, at an instant or as soon after the last entries as can be."""
        self.now[0] = max(self.now[0] + 1_000_000, when)
        for answer in self.journal.submit([self.office.sign(line) for line in lines]):
            assert not isinstance(answer, EntryRefusedError), str(answer)


@contextmanager
def logged_world(engine: sa.Engine, folder: Path) -> Iterator[LoggedWorld]:
    """An empty journal with its register, in a fresh database."""
    now = [1_000_000]
    witness = NearWitness(Witness(folder / "witness", WITNESS_KEY, [LOG_KEY.verifier]))

    def clock() -> int:
        witness.seconds = now[0] // 1_000_000
        return now[0]

    root = SigningKey.generate()
    with Log(folder / "log", LOG_KEY, WITNESSED, [witness]) as log:
        world = LoggedWorld(Journal(engine, log, root.public, clock), root, now)
        world.begin()
        yield world
    witness.witness.close()


def batches_of(names: Iterable[str], size: int) -> Iterator[tuple[list[Line], int]]:
    """The lines of samples in the order in which they were recorded, parties first, some at a time; and when."""
    texts = [(SAMPLES / f"{name}.jsonl").read_text("utf-8") for name in names]
    lines: list[Line] = [json.loads(line) for text in texts for line in text.splitlines() if line.strip()]
    case = read_case([("samples", "\n".join(map(json.dumps, lines)).encode())])
    groups = (case.statements, case.coverages, case.heartbeats, case.withdrawals, case.disputes, case.resolutions)
    when = {record.id: record.recorded_at for group in groups for record in group}
    lines.sort(key=lambda line: when.get(line["id"], 0))
    for first in range(0, len(lines), size):
        batch = lines[first : first + size]
        written = [{key: value for key, value in line.items() if key != "recorded_at"} for line in batch]
        yield written, max(when.get(line["id"], 0) for line in batch)
