"""`kyosei journal …`: what the keeper of a journal does with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption
from kyosei.cli.asking import now
from kyosei.cli.data_directory import DataDirectoryOption, instant_text, opened_journal
from kyosei.cli.entering import make_key, register, sign
from kyosei.cli.page import write_json, write_text

if TYPE_CHECKING:
    from kyosei.journal.access_heads import VerifiedLooks
    from kyosei.journal.entries import AccessHead

__all__ = ["journal_application"]

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="The backup, a file of its own.", show_default=False)]


def journal_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Keep a journal of signed entries.")
    commands: tuple[Callable[..., None], ...] = (
        init, register, make_key, sign, status, seal, verify, rebuild, backup, restore,
    )  # fmt: skip
    for command in commands:
        application.command("key" if command is make_key else None)(command)
    return application


def init(
    data: DataDirectoryOption,
    origin: Annotated[
        str, typer.Option(metavar="NAME", help="The name of the public log, such as log.example.jp/2026.")
    ] = "log.example/1",
) -> None:
    """Make a data directory with an empty journal: its database, its public log, and the keys of both."""
    from kyosei.journal.directory import initialise, signing_key
    from kyosei.journal.registry import ROOT

    directory = initialise(data, origin)
    with opened_journal(data):
        pass
    lines = [
        f"{data} is a data directory with an empty journal",
        f"  log key      {(directory.path / 'keys' / 'log.public').read_text('utf-8').strip()}",
        f"  root key     {signing_key(data, ROOT).public.text}",
        "Publish both: with them others verify the log, and evidence that is taken elsewhere.",
        f"Back up {directory.path / 'keys'} apart from everything else; whoever has it can act as the operator.",
    ]
    write_text("\n".join(lines) + "\n")


def status(data: DataDirectoryOption, format_: FormatOption = Format.TEXT) -> None:
    """Show what there is: entries, looks and whether they agree with their newest head, and the log's checkpoint."""
    from kyosei.journal.access_heads import compare_newest, count_looks

    with opened_journal(data) as (journal, database), database.engine.connect() as connection:
        size, checkpoint = journal.size(), journal.checkpoint()
        looks, head = count_looks(connection), compare_newest(connection)
    if format_ is Format.JSON:
        write_json({"entries": size, "checkpoint": checkpoint, "looks": looks, "access_head": _head_document(head)})
        return
    write_text(f"{size} entries, each in the public log\n{_looks_line(looks, head)}\n")
    if checkpoint is not None:
        write_text(f"newest checkpoint of the log (its name, its number of entries, its root):\n{checkpoint}")


def seal(
    data: DataDirectoryOption,
    signer: Annotated[
        str,
        typer.Option(
            "--as", metavar="PARTY", help="With whose key: the operator's, or one registered for type access_head."
        ),
    ] = "org:operator",
) -> None:
    """Enter a head of the access log.

    No look that it covers can be dropped, changed or reordered unseen. Run it by a timer, and before a backup.
    """
    from kyosei.journal.access_heads import seal as take_head
    from kyosei.journal.directory import signing_key

    key = signing_key(data, signer)
    with opened_journal(data) as (journal, _):
        receipts = take_head(journal, key, signer, now())
    for receipt in receipts:
        write_text(
            f"{receipt.id}: in the journal and in the public log\n"
            f"  entry        {receipt.sequence}\n"
            f"  recorded at  {instant_text(receipt.recorded_at)}\n"
        )
    if not receipts:
        write_text("nobody has looked at anything since the newest head: there is nothing to enter\n")


def verify(data: DataDirectoryOption, format_: FormatOption = Format.TEXT) -> None:
    """Verify what is stored: every entry with its signature, every published root, every look and every head over them."""
    from kyosei.journal.access_heads import verify_access_log
    from kyosei.journal.directory import signing_key
    from kyosei.journal.registry import ROOT
    from kyosei.journal.verification import verify_store

    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        found = verify_store(connection, signing_key(data, ROOT).public)
        looks = verify_access_log(connection, found.heads)
    root = found.root.hex() if found.root else None
    if format_ is Format.JSON:
        write_json({
            "entries": found.entries, "erased": found.erased, "looks": looks.looks, "covered_looks": looks.covered,
            "access_heads": looks.heads, "root": root,
        })  # fmt: skip
        return
    write_text(
        f"{found.entries} entries verified, {found.erased} of them erased\n{_verified_looks(looks)}\n"
        f"root of the public log (compare it with `kyosei log verify`)\nroot {root or 'none'}\n"
    )


def rebuild(data: DataDirectoryOption) -> None:
    """Make all tables anew from the entries."""
    with opened_journal(data) as (journal, _):
        write_text(f"rebuilt from {journal.rebuild()} entries\n")


def backup(file: BackupFile, data: DataDirectoryOption) -> None:
    """Write every entry and look to a new file. It holds personal data; the keys are not in it."""
    from kyosei.journal.access_heads import compare_newest
    from kyosei.journal.backup import backup as write_backup

    with opened_journal(data) as (_, database):
        entries, looks = write_backup(database.engine, file)
        with database.engine.connect() as connection:
            head = compare_newest(connection)
    write_text(f"{file}: {entries} entries\n{_looks_line(looks, head)}\n")


def restore(
    file: BackupFile,
    data: DataDirectoryOption,
    until: Annotated[
        int | None, typer.Option(metavar="POSITION", help="Only so many entries, from the first on. Default: all.")
    ] = None,
) -> None:
    """Fill an empty store from a backup. What was restored is verified, published and projected."""
    from kyosei.journal.backup import restore as read_backup
    from kyosei.journal.database import open_database
    from kyosei.journal.embedded import ended_by_signals

    with ended_by_signals(), open_database(os.environ, data) as database, database.engine.connect() as connection:
        found = read_backup(connection, file, until)
    with opened_journal(data) as (journal, _):
        assert journal.size() == found.entries
    write_text(f"{found.entries} entries restored\n{_verified_looks(found.looks)}\n")


def _verified_looks(found: VerifiedLooks) -> str:
    return (
        f"{found.looks} looks verified, {found.looks - found.covered} of them after the newest head"
        f" (of {found.heads} in the journal)"
    )


def _looks_line(looks: int, head: AccessHead | None) -> str:
    if head is None:
        return f"{looks} looks" + (", under no head: `kyosei journal seal` enters one" if looks else "")
    agrees = f"{looks} looks, in agreement with head {head.number} of {instant_text(head.recorded_at)}"
    later = looks - head.looks
    return agrees if later == 0 else f"{agrees}; {later} came after it: `kyosei journal seal` enters the next"


def _head_document(head: AccessHead | None) -> dict[str, object] | None:
    if head is None:
        return None
    return {"number": head.number, "looks": head.looks, "root": head.root.hex(),
            "recorded_at": instant_text(head.recorded_at)}  # fmt: skip
