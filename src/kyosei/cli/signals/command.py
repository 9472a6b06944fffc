"""`kyosei signals`: how fresh sources are, which organisations file later than before, and whom nobody else could take in."""

from __future__ import annotations

from typing import Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, KnownOption, LanguageOption, language_of, read_instant
from kyosei.cli.asking import now
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.page import write_json
from kyosei.errors import QuestionError

__all__ = ["signals"]


def signals(
    data: DataDirectoryOption,
    addressee: Annotated[
        str | None,
        typer.Option("--for", metavar="PARTY", help="Only what is addressed to this organisation or office."),
    ] = None,
    known: KnownOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show early structural signals about organisations and offices, never about a person.

    How late and complete each source is; who files later than they used to; how many people the others could not take in.
    With --for: what a source is to put right itself, and about whom an office can act.
    """
    from kyosei.signals.document import signals_document, signals_from
    from kyosei.signals.from_journal import read_records

    instant = now() if known is None else read_instant(known, "--known")
    if instant > now():
        raise QuestionError(f"--known {known} is in the future; silence until then would look like lateness")
    with opened_journal(data) as (_, database):
        reading = database.engine.connect().execution_options(isolation_level="REPEATABLE READ")
        with reading as connection, connection.begin():
            records = read_records(connection, instant)
    found = signals_from(records)
    if addressee is not None:
        found = found.addressed_to(addressee)
    if format_ is Format.JSON:
        write_json(signals_document(found))
        return
    from kyosei.cli.signals.report import write_signals

    write_signals(found, language_of(lang))
