"""`kyosei submit` and `kyosei journal …`: entries into the journal, and what its keeper does with it."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kyosei.cli.arguments import read_files
from kyosei.cli.page import write_text
from kyosei.errors import EntryRefusedError, InputError

if TYPE_CHECKING:
    from kyosei.journal.admission import Receipt
    from kyosei.journal.database import Database
    from kyosei.journal.journal import Journal

__all__ = ["journal_application", "submit"]

Data = Annotated[
    Path, typer.Option("--data", metavar="DIR", envvar="KYOSEI_DATA", help="The data directory.", show_default=False)
]
Files = Annotated[list[str], typer.Argument(metavar="FILE", help="- is standard input.", show_default=False)]
Party = Annotated[str, typer.Argument(metavar="PARTY", help="Such as authority:isa or org:acme.", show_default=False)]
Some = Annotated[list[str] | None, typer.Option(metavar="WORD", show_default=False)]


def journal_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Keep a journal of signed entries.")
    for command in (init, register, sign, status, verify, rebuild, backup, restore):
        application.command()(command)
    return application


def submit(files: Files, data: Data) -> None:
    """Enter signed entries, one compact JWS a line; prints a receipt for each as JSON, refusals on standard error."""
    lines = [
        (f"{name}:{number}", line.strip())
        for name, content in read_files(files)
        for number, line in enumerate(content.split(b"\n"), start=1)
        if line.strip()
    ]
    with _opened(data) as (journal, _):
        answers = journal.submit([line for _, line in lines])
    refused = 0
    for (where, _), answer in zip(lines, answers, strict=True):
        if isinstance(answer, EntryRefusedError):
            refused += 1
            sys.stderr.write(f"{where}: {answer}\n")
        else:
            write_text(json.dumps(_receipt(answer)) + "\n")
    if refused:
        raise InputError(f"{refused} of {len(lines)} entries were refused; the others are in the journal")


def init(
    data: Data,
    origin: Annotated[str, typer.Option(metavar="NAME", help="The name of the public log.")] = "log.example/1",
) -> None:
    """Make a data directory with its database, its log, and the keys of both; prints the log's verifier key."""
    from kyosei.journal.directory import initialise

    directory = initialise(data, origin)
    with _opened(data) as (journal, _):
        size = journal.size()
    write_text(f"{(directory.path / 'keys' / 'log.public').read_text('utf-8').strip()}\n{size} entries\n")


def register(
    party: Party,
    data: Data,
    human: Annotated[str | None, typer.Option(metavar="ID", help="Whose key it is: staff:…")] = None,
    speaks_for: Some = None,
    kind: Some = None,
    about: Some = None,
    entry_type: Some = None,
    declares_role: Some = None,
) -> None:
    """Register an institution, with a key in the data directory: for development; institutions keep their own keys."""
    from kyosei.journal.directory import Registration
    from kyosei.journal.directory import register as register_in

    registration = Registration(party, human, speaks_for or (), kind, about, entry_type or (), declares_role or ())
    with _opened(data) as (journal, _):
        key = register_in(journal, data, registration, _now())
    write_text(f"{key.public.id}\n")


def sign(files: Files, data: Data, signer: Annotated[str, typer.Option("--as", metavar="PARTY")]) -> None:
    """Sign lines of case files, or other entries in JSON, with a key of the data directory; for development."""
    from kyosei.journal.directory import signing_key

    key = signing_key(data, signer)
    for name, content in read_files(files):
        for number, line in enumerate(content.split(b"\n"), start=1):
            if line.strip():
                write_text(key.sign(_content(f"{name}:{number}", line)).decode() + "\n")


def status(data: Data) -> None:
    """How many entries there are, and the newest checkpoint of the log."""
    with _opened(data) as (journal, _):
        write_text(f"{journal.size()} entries\n{journal.checkpoint() or ''}")


def verify(data: Data) -> None:
    """Verify every entry of the store, its signature, and every root that was published."""
    from kyosei.journal.directory import signing_key
    from kyosei.journal.registry import ROOT
    from kyosei.journal.verification import verify_store

    with _opened(data) as (_, database), database.engine.connect() as connection:
        found = verify_store(connection, signing_key(data, ROOT).public)
    root = found.root.hex() if found.root else "none"
    write_text(f"{found.entries} entries verified, {found.erased} of them erased\nroot {root}\n")


def rebuild(data: Data) -> None:
    """Make all tables anew from the entries."""
    with _opened(data) as (journal, _):
        write_text(f"rebuilt from {journal.rebuild()} entries\n")


def backup(file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)], data: Data) -> None:
    """Write every entry to a new file. It holds personal data; the keys are not in it."""
    from kyosei.journal.backup import backup as write_backup

    with _opened(data) as (_, database), database.engine.connect() as connection:
        write_text(f"{write_backup(connection, file)} entries\n")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    data: Data,
    until: Annotated[int | None, typer.Option(metavar="POSITION", help="Only the entries before it.")] = None,
) -> None:
    """Fill the empty store of a data directory from a backup, then publish and project what was restored."""
    from kyosei.journal.backup import restore as read_backup
    from kyosei.journal.database import open_database

    with _ending(), open_database(os.environ, data) as database, database.engine.connect() as connection:
        count = read_backup(connection, file, until)
    with _opened(data) as (journal, _):
        assert journal.size() == count
    write_text(f"{count} entries restored\n")


@contextmanager
def _opened(data: Path) -> Iterator[tuple[Journal, Database]]:
    from kyosei.journal.directory import open_journal

    with _ending(), open_journal(data, os.environ, _now) as opened:
        yield opened


@contextmanager
def _ending() -> Iterator[None]:
    from kyosei.journal.embedded import ended_by_signals

    with ended_by_signals():
        yield


def _now() -> int:
    return time.time_ns() // 1_000


def _content(where: str, line: bytes) -> Mapping[str, object]:
    """A line to be signed. `recorded_at` is for the journal to say."""
    try:
        content: Any = json.loads(line)  # Any: whatever JSON it is
    except ValueError as error:
        raise InputError(f"{where}: no JSON: {error}; write one object a line") from error
    if not isinstance(content, dict):
        raise InputError(f"{where}: no object; write one object a line")
    return {key: value for key, value in content.items() if key != "recorded_at"}


def _receipt(receipt: Receipt) -> dict[str, object]:
    return {
        "id": receipt.id, "sequence": receipt.sequence, "recorded_at": receipt.recorded_at,
        "salt": receipt.salt.hex(), "commitment": receipt.commitment.hex(),
    }  # fmt: skip
