"""`kyosei explain`: why one norm's answer is what it is, article by article, statement by statement."""

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
from kyosei.cli.selection import AboutOption, InstanceOption, NormOption, select
from kyosei.cli.waiting import announce_preparation

__all__ = ["explain"]


@with_asker
def explain(
    context: typer.Context,
    files: FilesOrJournal = None,
    *,
    asker: Asker,
    norm: NormOption,
    about: AboutOption,
    on: Annotated[str, typer.Option(metavar="DATE", help="The day asked about, such as 2026-11-21.")],
    instance: InstanceOption = None,
    data: DataOption = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    law: LawOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Prove one answer: which pieces of the provision hold, who said so, and what would settle the rest."""
    on_day = read_day(on, "--on")
    known_at = None if known is None else read_instant(known, "--known")
    day = None if instance is None else read_day(instance, "--instance")
    language = language_of(lang)
    source = LawSource.of(context)
    loaded = source.open_law(law)
    evaluated = read_evaluated(files, data, [about], known_at, as_of, asker, source, loaded.law, [norm])
    case, known_at = evaluated.case, evaluated.known
    announce_preparation()
    selected = select(loaded, case, known_at or 0, norm, about, day)
    from kyosei.verdicts.explain import explain as explain_verdict

    proof = explain_verdict(selected.examined, selected.norm, selected.instance, on_day)
    if format_ is Format.JSON:
        from kyosei.verdicts.diff import iso_instant
        from kyosei.verdicts.verdict import iso

        known_said = None if known_at is None else iso_instant(known_at)
        write_json({"on": iso(on_day), "known": known_said, **evaluated.said(), **proof.to_json(language)})
        return
    from kyosei.cli.proof_report import write_proof
    from kyosei.cli.sheet import Sheet

    sheet = Sheet(Page(), language, case, loaded.law, selected.examined.batch.known_day)
    sheet.name_law(asked=law)
    write_proof(sheet, proof, on_day, known_at)
    sheet.page.write()
