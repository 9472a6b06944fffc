"""What the commands about decisions work on, and the arguments that they share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.asking import now, purposes_under
from kyosei.cli.law_source import LawSource
from kyosei.cli.waiting import announce_preparation

if TYPE_CHECKING:
    from kyosei.decisions.drafting import Office
    from kyosei.journal.database import Database
    from kyosei.journal.journal import Journal

__all__ = ["AddressArgument", "Deciding", "PersonOption", "deciding_in"]

AddressArgument = Annotated[
    str, typer.Argument(metavar="ADDRESS", help="Of the sealed dossier, as sealing it printed.", show_default=False)
]
PersonOption = Annotated[str, typer.Option("--about", metavar="PERSON", help="Whom it is about.", show_default=False)]


@dataclass(frozen=True, slots=True)
class Deciding:
    """What a command works on: the journal, and the office under a law version (None: as it is now)."""

    source: LawSource
    journal: Journal
    database: Database
    data: Path

    def office(self, version: str | None = None) -> Office:
        """QuestionError if there is no such law."""
        from kyosei.access.opening import read_path_of
        from kyosei.decisions.drafting import Office

        loaded = self.source.open_law(version)
        path = read_path_of(self.data, self.database, purposes_under(self.source, loaded.law), now)
        return Office(self.database.engine, path, loaded, tuple(self.source.procedures()))


@contextmanager
def deciding_in(context: typer.Context, data: Path) -> Iterator[Deciding]:
    """Closed with the block, also if the process is told to end."""
    from kyosei.journal.directory import open_journal
    from kyosei.journal.embedded import ended_by_signals

    announce_preparation()
    with ended_by_signals(), open_journal(data, os.environ, now) as (journal, database):
        yield Deciding(LawSource.of(context), journal, database, data)
