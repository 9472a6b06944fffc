"""The command `kyosei check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import (
    AsOfOption,
    DataOption,
    FilesOrJournal,
    Format,
    FormatOption,
    KnownOption,
    LanguageOption,
    LawOption,
    language_of,
    read_day,
    read_instant,
)
from kyosei.cli.asking import Asker, with_asker
from kyosei.cli.evaluated import Input, read_evaluated
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json
from kyosei.cli.waiting import announce_preparation, progress

if TYPE_CHECKING:
    from kyosei.verdicts.verdict import Verdict

__all__ = ["check"]


@with_asker
def check(
    context: typer.Context,
    files: FilesOrJournal = None,
    *,
    asker: Asker,
    on: Annotated[str, typer.Option(metavar="DATE", help="The day asked about, such as 2026-11-21.")],
    data: DataOption = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    norm: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this norm; may be repeated.")] = None,
    about: Annotated[
        list[str] | None, typer.Option(metavar="PARTY", help="Only about this party; may be repeated.")
    ] = None,
    obligations: Annotated[bool, typer.Option("--obligations", help="List every obligation of a duty.")] = False,
    law: LawOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Say of each norm whether it is met on a day, and whose turn it is."""
    on_day = read_day(on, "--on")
    known_at = None if known is None else read_instant(known, "--known")
    language = language_of(lang)
    source = LawSource.of(context)
    loaded = source.open_law(law)
    evaluated = read_evaluated(files, data, about or (), known_at, as_of, asker, source, loaded.law, norm or ())
    case, known_at = evaluated.case, evaluated.known
    announce_preparation()
    from kyosei.verdicts.check import check as check_case

    with progress("Checking") as told:
        verdicts = check_case(
            loaded,
            case,
            on=on_day,
            known=known_at,
            norms=norm or (),
            about=about or (),
            obligations=obligations,
            subjects=evaluated.subjects,
            told=told,
        )
    verdicts = [verdict for verdict in verdicts if evaluated.answers(verdict.norm)]
    if format_ is Format.JSON:
        write_json(_document(verdicts, on_day, evaluated, loaded.law.version))
        return
    from kyosei.cli.check.report import write_report
    from kyosei.cli.sheet import Sheet
    from kyosei.verdicts.check import known_day

    sheet = Sheet(Page(), language, case, loaded.law, known_day(known_at) if known_at is not None else -1)
    sheet.name_law(asked=law)
    write_report(sheet, verdicts, on_day, known_at, asked_by_norm=bool(norm))
    sheet.page.write()


def _document(verdicts: list[Verdict], on: int, evaluated: Input, law: str) -> dict[str, object]:
    """As in INTERFACES.md §2; from a journal with its position."""
    from kyosei.verdicts.diff import iso_instant
    from kyosei.verdicts.verdict import iso

    return {
        "on": iso(on),
        "known": None if evaluated.known is None else iso_instant(evaluated.known),
        "law": law,
        **evaluated.said(),
        "verdicts": [verdict.to_json() for verdict in verdicts],
    }
