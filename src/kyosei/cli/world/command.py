"""The commands `kyosei world make`, `kyosei world score` and `kyosei world signals`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of, read_day
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json, write_text
from kyosei.cli.waiting import announce_preparation, progress
from kyosei.errors import QuestionError
from kyosei.world.formats import Format as Kept

__all__ = ["world_application"]

_MOST_PERSONS = 100_000_000
_MOST_MONTHS = 60


def world_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="Make a synthetic town with planted failures and innocent twins, and score what is made of its records.",
    )
    application.command()(make)
    application.command()(score)
    application.command()(signals)
    return application


def make(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.", show_default=False)],
    persons: Annotated[int, typer.Option(metavar="N", help="How many persons live in the town.")] = 1000,
    seed: Annotated[int, typer.Option(metavar="N", help="The same seed makes the same town, byte for byte.")] = 1,
    known: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The last day of the records. Default: 2026-11-20.", show_default=False),
    ] = None,
    history: Annotated[
        int, typer.Option(metavar="MONTHS", help="For how many months back to write what organisations filed and paid.")
    ] = 0,
    households: Annotated[
        bool,
        typer.Option(
            "--households",
            help="Also families, homes, bank accounts, attendance, degrees, insurance and last year's tax.",
        ),
    ] = False,
    kept: Annotated[Kept, typer.Option("--kept", help="Case-file lines; Parquet needs kyosei[world].")] = Kept.JSONL,
    lang: LanguageOption = None,
) -> None:
    """Write a town: DIR/records is what arrived at the offices, DIR/truth what is true. Nobody in it is real."""
    from kyosei.cli.world.words import MADE
    from kyosei.timelines.days import date_from_day
    from kyosei.world.making import DEFAULT_KNOWN_DAY, make_town
    from kyosei.world.town import Town

    if not 1 <= persons <= _MOST_PERSONS:
        raise QuestionError(f"--persons {persons}: write a number from 1 to {_MOST_PERSONS:,}")
    if not 0 <= history <= _MOST_MONTHS:
        raise QuestionError(f"--history {history}: write a number of months from 0 (none) to {_MOST_MONTHS}")
    known_day = DEFAULT_KNOWN_DAY if known is None else date_from_day(read_day(known, "--known"))
    with progress("world") as told:
        lines = make_town(Town(seed, persons, known_day, history, households), folder, kept, told)
    write_text(MADE.said_in(language_of(lang)).format(folder, f"{persons:,}", f"{lines:,}") + "\n")


def score(
    context: typer.Context,
    folders: Annotated[list[Path], typer.Argument(metavar="DIR", help="Towns made before.", show_default=False)],
    leads: Annotated[
        int, typer.Option(metavar="N", help="Of how many found failures to measure how early they were found.")
    ] = 200,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Evaluate the records of towns, and compare with their truth: found, missed, accused falsely, and how early."""
    from kyosei.world.score.document import score_document
    from kyosei.world.score.scoring import score_towns

    loaded = LawSource.of(context).open_law(None)
    announce_preparation()
    with progress("score") as told:
        tally = score_towns(loaded, folders, leads=leads, told=told)
    if format_ is Format.JSON:
        write_json(score_document(loaded.law.version, tally))
        return
    from kyosei.cli.world.report import write_score

    page = Page()
    write_score(page, language_of(lang), tally)
    page.write()


def signals(
    folders: Annotated[
        list[Path], typer.Argument(metavar="DIR", help="Towns made with --history.", show_default=False)
    ],
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Look for failing employers and supporters month by month, with what was known then, and compare with the truth."""
    from kyosei.world.score.early_document import early_document
    from kyosei.world.score.early_scoring import score_signals

    with progress("signals") as told:
        tally = score_signals(folders, told)
    if format_ is Format.JSON:
        write_json(early_document(tally))
        return
    from kyosei.cli.world.early_report import write_early

    page = Page()
    write_early(page, language_of(lang), tally)
    page.write()
