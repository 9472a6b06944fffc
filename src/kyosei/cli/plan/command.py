"""The command `kyosei plan`."""

from __future__ import annotations

from typing import Annotated

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
from kyosei.cli.evaluated import read_evaluated
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json
from kyosei.cli.waiting import announce_preparation
from kyosei.errors import QuestionError

__all__ = ["plan"]


@with_asker
def plan(
    context: typer.Context,
    files: FilesOrJournal = None,
    *,
    asker: Asker,
    goal: Annotated[str, typer.Option(metavar="GOAL", help="What is striven for, such as permanent-residence.")],
    about: Annotated[str, typer.Option(metavar="PERSON", help="Whose plan it is, such as person:hoa.")],
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The first day that may be found. Default: the last day of the records."),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="What if the drafts that are known became rules? They bind nobody.")
    ] = False,
    data: DataOption = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    law: LawOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Say from which day on all requirements of a goal are met, what stands in the way, and whose turn it is."""
    on_day = None if on is None else read_day(on, "--on")
    known_at = None if known is None else read_instant(known, "--known")
    language = language_of(lang)
    if draft and law is not None:
        raise QuestionError("--draft answers by the law as it is now with its drafts; leave out --law")
    source = LawSource.of(context)
    loaded = source.open_drafts() if draft else source.open_law(law)
    from kyosei.verdicts.plan import plan as plan_for
    from kyosei.verdicts.plan import requirements_of

    norms = [norm.id for norm in requirements_of(loaded.law, goal)]
    evaluated = read_evaluated(files, data, [about], known_at, as_of, asker, source, loaded.law, norms)
    announce_preparation()
    found = plan_for(loaded, evaluated.case, goal=goal, about=about, on=on_day, known=evaluated.known)
    if draft and found.draft is None:
        raise QuestionError(f"no draft that is known here changes what {goal} asks for; leave out --draft")
    if format_ is Format.JSON:
        from kyosei.verdicts.diff import iso_instant
        from kyosei.verdicts.verdict import iso

        known_said = None if found.known is None else iso_instant(found.known)
        asked = {"on": iso(found.on), "known": known_said, "law": found.law, **evaluated.said()}
        write_json({**asked, **found.to_json(language)})
        return
    from kyosei.cli.plan.report import write_plan
    from kyosei.cli.sheet import Sheet
    from kyosei.verdicts.check import known_day

    last = -1 if found.known is None else known_day(found.known)
    sheet = Sheet(Page(), language, evaluated.case, loaded.law, last)
    sheet.name_law(asked=law if not draft else found.law)
    write_plan(sheet, found)
    sheet.page.write()
