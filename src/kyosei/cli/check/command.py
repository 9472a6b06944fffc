"""The command `kyosei check`."""

from __future__ import annotations

from collections.abc import Sequence
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
from kyosei.cli.evaluated import Input, read_each, together
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json
from kyosei.cli.waiting import Told, announce_preparation, progress

if TYPE_CHECKING:
    from kyosei.verdicts.evaluate import Loaded
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
    goal: Annotated[
        list[str] | None,
        typer.Option(metavar="GOAL", help="Also what this asks for, such as permanent-residence; may be repeated."),
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
    evaluated = read_each(files, data, about or (), known_at, as_of, asker, source, loaded.law, norm or ())
    known_at = evaluated[0].known
    announce_preparation()
    with progress("Checking") as told:
        verdicts = [
            verdict
            for one in evaluated
            for verdict in _verdicts(
                loaded, one, on_day, norm or (), _about(one, evaluated, about), goal or (), obligations, told
            )
        ]
    if format_ is Format.JSON:
        write_json(_document(verdicts, on_day, evaluated[0], loaded.law.version))
        return
    from kyosei.cli.check.report import write_report
    from kyosei.cli.sheet import Sheet
    from kyosei.verdicts.check import known_day

    sheet = Sheet(
        Page(), language, together(evaluated), loaded.law, known_day(known_at) if known_at is not None else -1
    )
    sheet.name_law(asked=law)
    write_report(sheet, verdicts, on_day, known_at, asked_by_norm=bool(norm), goals=goal or ())
    sheet.page.write()


def _about(one: Input, all_: Sequence[Input], about: Sequence[str] | None) -> list[str]:
    """About whom the answers of one look are: its person, and the organisations that are named and that it shows."""
    if one.subjects is None:
        return list(about or ())
    named = [id_.strip() for party in about or () for id_ in party.split(",")]
    others = [id_ for id_ in dict.fromkeys(named) if not id_.startswith("person:")]
    shown = {id_ for other in all_ for id_ in other.case.parties}
    return [*one.subjects, *(id_ for id_ in others if id_ in one.case.parties or id_ not in shown)]


def _verdicts(
    loaded: Loaded, one: Input, on: int, norms: Sequence[str], about: Sequence[str], goals: Sequence[str],
    obligations: bool, told: Told,
) -> list[Verdict]:  # fmt: skip
    from kyosei.verdicts.check import check as check_case

    found = check_case(
        loaded, one.case, on=on, known=one.known, norms=norms, about=about, goals=goals, obligations=obligations,
        subjects=one.subjects, told=told,
    )  # fmt: skip
    return [verdict for verdict in found if one.answers(verdict.norm)]


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
