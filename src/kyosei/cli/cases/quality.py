"""`kyosei cases quality` and `kyosei cases rule`: how often alerts prove wrong, which norms are known to be defective."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of
from kyosei.cli.asking import now
from kyosei.cli.cases import words
from kyosei.cli.data_directory import DataDirectoryOption, instant_text, opened_journal
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json, write_text
from kyosei.errors import QuestionError

if TYPE_CHECKING:
    from kyosei.cases.rulings import Ruling
    from kyosei.cases.silencing import Known
    from kyosei.norms.compiler import CompiledLaw
    from kyosei.terms.text import Language

__all__ = ["quality", "quality_document", "rule"]


def quality(
    context: typer.Context, data: DataDirectoryOption, format_: FormatOption = Format.TEXT, lang: LanguageOption = None
) -> None:  # fmt: skip
    """Show how often the alerts of each norm proved wrong this year, and what was ruled about norms."""
    from kyosei.cases.silencing import known_quality
    from kyosei.cli.cases.command import database_of

    with database_of(data) as connection:
        known = known_quality(connection)
    if known is None:
        raise QuestionError("nothing has been watched yet; run `kyosei watch --once` first")
    if format_ is Format.JSON:
        write_json(quality_document(known))
    else:
        _write(known, LawSource.of(context).compile_law(), language_of(lang))


def rule(
    norm: Annotated[str, typer.Argument(metavar="NORM", help="The id of the norm.")],
    what: Annotated[str, typer.Argument(metavar="ACT", help="defective, restore or silence.")],
    data: DataDirectoryOption,
    by: Annotated[str, typer.Option("--by", metavar="PARTY", help="The institution whose key in DIR/keys signs it.")],
    author: Annotated[str, typer.Option("--author", metavar="ID", help="The human who decides, as in the key.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    law: Annotated[
        list[str] | None,
        typer.Option("--law", metavar="VERSION", help="Under which law it is defective. May be repeated."),
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day on which the version is in force.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The first day on which it no longer is.")
    ] = None,
    lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Enter that a version of a norm is defective, or that the norm is restored; signed by whoever decides."""
    from kyosei.journal.directory import signing_key

    key = signing_key(data, by)
    with opened_journal(data) as (journal, _):
        at = now()
        line = {"type": "norm_act", "id": f"ruling-{norm}-{at}", "norm": norm, "act": what, "reason": reason,
                "author": author, "source": by, "stated_at": instant_text(at)}  # fmt: skip
        scope = {"laws": law, "from": from_, "until": until}
        receipt = journal.submit_one(key.sign(line | {name: value for name, value in scope.items() if value}))
    write_text(words.TAKEN.said_in(language_of(lang)).format(receipt.id, receipt.sequence) + "\n")


def quality_document(known: Known) -> dict[str, Any]:  # Any: JSON
    """As `--format json` writes it."""
    from kyosei.cases.quality import against, wrong_that_silence

    return {
        "year": known.day.year,
        "until": known.day.isoformat(),
        "norms": [
            {
                "norm": one.norm, "right": one.right, "wrong": one.wrong, "silenced": known.is_silenced(one.norm),
                "evidence": round(against(one.right, one.wrong), 6), "silenced_from_wrong": wrong_that_silence(one.right),
            }
            for one in sorted(known.quality.values(), key=lambda one: one.norm)
        ],
        "rulings": [_ruling(one, one in known.standing(one.norm)) for one in known.rulings],
    }  # fmt: skip


def _ruling(one: Ruling, stands: bool) -> dict[str, Any]:  # Any: JSON
    from kyosei.verdicts.verdict import iso, iso_or_none

    return {
        "id": one.id, "norm": one.norm, "act": one.act, "laws": sorted(one.laws), "from": iso_or_none(one.from_day),
        "until": iso_or_none(one.until_day), "reason": one.reason, "source": one.source, "actor_kind": one.actor_kind,
        "actor": one.actor, "on": iso(one.day), "stands": stands,
    }  # fmt: skip


def _write(known: Known, law: CompiledLaw, language: Language) -> None:
    from kyosei.verdicts.names import day_said

    page = Page()
    titles = {norm.id: norm.latest.title.said_in(language) for norm in law.norms}
    page.add((words.QUALITY_OF.said_in(language).format(known.day.year), "bold"))
    for one in quality_document(known)["norms"]:
        said = words.QUALITY.said_in(language).format(one["right"], one["wrong"], one["silenced_from_wrong"])
        off = f" · {words.SILENCED.said_in(language)}" if one["silenced"] else ""
        page.add(f"  {titles.get(one['norm'], one['norm'])} ({one['norm']}): {said}{off}", hang=4)
    if not known.quality:
        page.add(f"  {words.NOTHING_DECIDED.said_in(language)}")
    page.add((words.RULED.said_in(language), "bold"))
    for ruling in known.rulings:
        act = words.RULINGS[ruling.act].said_in(language)
        whose = f"{ruling.actor} [{ruling.source}]"
        laws = ", ".join(sorted(ruling.laws))
        parts = [day_said(ruling.day, language), ruling.norm, act, *([laws] if laws else []), whose, ruling.reason]
        page.add("  " + " · ".join(parts), hang=4)
    if not known.rulings:
        page.add(f"  {words.NOTHING_RULED.said_in(language)}")
    page.write()
