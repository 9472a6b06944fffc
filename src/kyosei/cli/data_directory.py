"""The data directory that commands work on: its option, and the journal in it while a command runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.asking import now

if TYPE_CHECKING:
    from kyosei.journal.database import Database
    from kyosei.journal.journal import Journal

__all__ = ["DataDirectoryOption", "instant_text", "opened_journal"]

DataDirectoryOption = Annotated[
    Path, typer.Option("--data", metavar="DIR", envvar="KYOSEI_DATA", help="The data directory.", show_default=False)
]


@contextmanager
def opened_journal(data: Path) -> Iterator[tuple[Journal, Database]]:
    """The journal of a data directory and its database; closed with the block, also if the process is told to end."""
    from kyosei.journal.directory import open_journal
    from kyosei.journal.embedded import ended_by_signals

    with ended_by_signals(), open_journal(data, os.environ, now) as opened:
        yield opened


def instant_text(microseconds: int) -> str:
    """An instant as all outputs write it: ISO 8601 in UTC."""
    from kyosei.timelines.days import instant_from_microseconds

    return instant_from_microseconds(microseconds).isoformat()
