"""`kyosei law check` and `kyosei law publish`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import write_json, write_text

__all__ = ["law_application"]

DRIFTED = 1


def law_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="Check the law against the texts it cites; publish it."
    )
    application.command()(check)
    application.command()(publish)
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
