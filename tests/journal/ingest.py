"""A process that enters statements one batch after another, and is killed where it is told to be: for the fault table.

Arguments: database address, folder of the log, file of keys (the root's, an office's), step, how often it is reached
before the process kills itself, batches. What it acknowledges it writes to standard output, one receipt a line.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal, Step
from kyosei.log import Log, read_signing_key
from tests.journal.fakes import START, at, status

BATCH = 7


def line(number: int) -> dict[str, object]:
    """The statement with a number: some correct or withdraw an earlier one."""
    if number % 5 == 3:
        return status(f"s-{number}", replaces=f"s-{number - 1}", until="2027-04-02")
    if number % 5 == 4:
        return {"type": "withdrawal", "id": f"s-{number}", "target": f"s-{number - 1}", "source": "authority:isa",
                "stated_at": at(START)}  # fmt: skip
    return status(f"s-{number}")


def main(address: str, folder: str, keys: str, step: str, times: str, batches: str) -> None:
    """See the module's docstring."""
    left = int(times)

    def reached(found: Step) -> None:
        nonlocal left
        if found.value == step:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    root, office, log_key = (Path(keys).read_text().splitlines())[:3]
    signer = SigningKey.from_jwk(office)
    with Log(Path(folder), read_signing_key(log_key)) as log:
        journal = Journal(sa.create_engine(address), log, SigningKey.from_jwk(root).public, lambda: START, reached)
        for batch in range(int(batches)):
            lines = [line(number) for number in range(batch * BATCH, (batch + 1) * BATCH)]
            for answer in journal.submit([signer.sign(one) for one in lines]):
                assert not isinstance(answer, EntryRefusedError), str(answer)
                sys.stdout.write(json.dumps([answer.id, answer.sequence, answer.salt.hex()]) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
