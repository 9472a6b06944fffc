"""`kyosei watch`: keeps verdicts and cases of a data directory current, once or for as long as it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption
from kyosei.cli.asking import now
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import write_json, write_text
from kyosei.cli.waiting import announce_preparation

if TYPE_CHECKING:
    import sqlalchemy as sa

    from kyosei.cases.book import CaseBook
    from kyosei.watch.following import Did, Watch

__all__ = ["watch"]

LONGEST_WAIT_SECONDS = 60.0
"""After this it looks even if nobody was told of anything: a day may have turned."""


def watch(
    context: typer.Context,
    data: DataDirectoryOption,
    once: Annotated[
        bool, typer.Option("--once", help="Take up what there is, and what is due by now, and end.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="First forget what is kept, and derive all of it from the journal again.")
    ] = False,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Follow the journal: keep every verdict current, tell what changes, and open and close cases."""
    from kyosei.cases.book import CaseBook, forget_cases
    from kyosei.watch.following import Watch, forget_everything

    announce_preparation()
    law = LawSource.of(context).open_law(None)
    with opened_journal(data) as (_, database):
        if anew:
            forget_everything(database.engine)
            forget_cases(database.engine)
        watching, book = Watch(database.engine, law, now), CaseBook(database.engine, law.law)
        _say(watching.catch_up(), book.catch_up(), format_)
        if not once:
            _go_on(database.engine, watching, book, format_)


def _go_on(engine: sa.Engine, watching: Watch, book: CaseBook, format_: Format) -> None:
    """Until the process is told to end: at every publication, and as days turn."""
    from kyosei.journal.listening import publications

    for _ in publications(engine, LONGEST_WAIT_SECONDS):
        did = watching.catch_up()
        cases = book.catch_up()
        if did or cases:
            _say(did, cases, format_)


def _say(did: Did, cases: int, format_: Format) -> None:
    if format_ is Format.JSON:
        write_json(
            {
                "entries": did.entries,
                "days": did.days,
                "evaluated": did.subjects,
                "transitions": did.told,
                "cases_of": cases,
            }
        )
        return
    write_text(
        f"{did.entries} entries and {did.days} days taken up · {did.subjects} subjects evaluated · "
        f"{did.told} transitions · cases of {cases} subjects brought up to date\n"
    )
