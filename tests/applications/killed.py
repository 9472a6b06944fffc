"""A program that enters signed entries, all or none, and is killed at a step: `python -m tests.applications.killed URL STEP`.

Standard input: the operator's public key, the time (microseconds), and the envelopes, a line each. Its log has what the store has
published.
"""

from __future__ import annotations

import os
import signal
import sys

import sqlalchemy as sa

from kyosei.journal.envelope import VerifyingKey
from kyosei.journal.journal import Journal, Step
from kyosei.journal.tables import entries, publications
from tests.journal.fakes import FakeLog

__all__ = ["published_log"]


def published_log(engine: sa.Engine) -> FakeLog:
    """A log with what the store knows to be published."""
    size = sa.select(sa.func.coalesce(sa.func.max(publications.c.size), 0)).scalar_subquery()
    asked = sa.select(entries.c.commitment).where(entries.c.sequence < size).order_by(entries.c.sequence)
    with engine.connect() as connection:
        return FakeLog([bytes(one) for one in connection.scalars(asked)])


def main(url: str, step: str) -> None:
    """See the module's docstring."""
    root, now, *envelopes = sys.stdin.buffer.read().split()

    def reached(at: Step) -> None:
        if at.value == step:
            os.kill(os.getpid(), signal.SIGKILL)

    engine = sa.create_engine(url)
    journal = Journal(engine, published_log(engine), VerifyingKey(root.decode()), lambda: int(now), reached)
    refused = [one for one in journal.submit_whole(envelopes) if one is not None]
    sys.stdout.write(f"refused {len(refused)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
