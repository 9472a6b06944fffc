"""`kyosei law check`, `kyosei law calendar`, `kyosei law publish` and `kyosei law shadow`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of, read_day
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import write_json, write_text
from kyosei.cli.waiting import announce_preparation
from kyosei.errors import QuestionError

__all__ = ["law_application"]

DRIFTED = 1


class CalendarFormat(StrEnum):
    """How the calendar is written."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


def law_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="Check the law against the texts it cites; what changes when; publish it; try another one.",
    )
    application.command()(check)
    application.command()(calendar)
    application.command()(publish)
    application.command()(shadow)
    return application


def check(
    context: typer.Context,
    text: Annotated[Path, typer.Option("--text", metavar="DIR", help="The folder of law texts.")],
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Look every citation up in the texts: what reads differently than it did, and who must read it again.

    The exit status is 1 if something does.
    """
    from kyosei.cli.law.report import document, write_findings
    from kyosei.norms.citing import citations_of
    from kyosei.statutes.checking import check_citations
    from kyosei.statutes.texts import read_texts

    source = LawSource.of(context)
    texts, sources, law = read_texts(text), source.sources(), source.compile_law()
    of_norms = (citation for norm in law.norms for version in norm.versions for citation in citations_of(version.norm))
    findings = check_citations((*of_norms, *sources.citations), texts, sources.readings, sources.renumbered)
    if format_ is Format.JSON:
        write_json(document(law.version, findings))
    else:
        write_findings(law.version, findings, language_of(lang))
    if findings.drift:
        raise typer.Exit(DRIFTED)


def calendar(
    context: typer.Context,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help="The first day. Default: that of the law's last verification.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The first day outside. Default: five years after the first.", show_default=False
        ),
    ] = None,
    lang: LanguageOption = None,
    format_: Annotated[
        CalendarFormat, typer.Option("--format", help="A report to read, JSON, or iCalendar.")
    ] = CalendarFormat.TEXT,
) -> None:
    """What changes on which day for whom: figures, norms, laws, numbers of provisions, days of review."""
    from kyosei.cli.law.calendar import calendar_document, write_calendar
    from kyosei.publication.calendar.changes import calendar_of, verified_on
    from kyosei.publication.calendar.icalendar import feed_of
    from kyosei.publication.site import CALENDAR_DAYS

    source = LawSource.of(context)
    law = source.compile_law()
    first = verified_on(law) if from_ is None else read_day(from_, "--from")
    last = first + CALENDAR_DAYS if until is None else read_day(until, "--until")
    if last <= first:
        raise QuestionError("--until is the first day outside, so it lies after --from")
    changes = calendar_of(law, source.sources(), first, last)
    match format_:
        case CalendarFormat.TEXT:
            write_calendar(law, changes, language_of(lang))
        case CalendarFormat.JSON:
            write_json(calendar_document(law, changes, first, last))
        case CalendarFormat.ICS:
            write_text(feed_of(changes, law.version, verified_on(law), language_of(lang)))


def publish(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.", show_default=False)],
) -> None:
    """Write the law as web pages, a page a norm, in Japanese, easy Japanese and English."""
    from kyosei.publication.site import pages_of, write_pages

    source = LawSource.of(context)
    pages = pages_of(source.compile_law(), source.sources())
    write_pages(pages, directory)
    write_text(f"{directory}: {len(pages)} pages\n")


def shadow(
    context: typer.Context,
    data: DataDirectoryOption,
    law: Annotated[
        str | None,
        typer.Option(metavar="VERSION", help="The law to try. Default: that of this installation.", show_default=False),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Try the law as it would stand with its drafts.")] = False,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Evaluate everybody who is watched under another law, too, and say which norms would answer otherwise, and how often.

    It names nobody, keeps nothing and tells nobody anything.
    """
    from kyosei.cli.law.shadow import shadow_document, write_shadow
    from kyosei.watch.shadow import law_kept, shadow_run

    if law is not None and draft:
        raise QuestionError("--law and --draft name two laws; a shadow run tries one")
    announce_preparation()
    source = LawSource.of(context)
    with opened_journal(data) as (_, database):
        with database.engine.connect() as connection:
            kept = source.open_law(law_kept(connection))
        other = source.open_drafts() if draft else source.open_law(law)
        found = shadow_run(database.engine, kept, other)
    if format_ is Format.JSON:
        write_json(shadow_document(found))
    else:
        write_shadow(found, other.law, language_of(lang))
