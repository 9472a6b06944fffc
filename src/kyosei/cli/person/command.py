"""The commands `kyosei person show|read|purposes`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import (
    Format,
    FormatOption,
    KnownOption,
    LanguageOption,
    language_of,
    read_instant,
)
from kyosei.cli.asking import OWN_PROVISION, Asker, now, purposes_under, requester_of, with_asker
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json

if TYPE_CHECKING:
    from kyosei.access.reading import ReadPath

__all__ = ["person_application"]

Data = Annotated[
    Path, typer.Option("--data", metavar="DIR", envvar="KYOSEI_DATA", help="The data directory.", show_default=False)
]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="Such as person:hoa.", show_default=False)]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many looks are listed at most.")]


def person_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="A person's records, and who has looked at them."
    )
    for command in (show, read, purposes):
        application.command()(command)
    return application


def show(
    context: typer.Context,
    person: Person,
    data: Data,
    known: KnownOption = None,
    limit: LimitOption = 100,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show the person's own records and who has looked at them, to the person themself: both looks are logged as theirs."""
    known_at = None if known is None else read_instant(known, "--known")
    with _opened(context, data) as path:
        from kyosei.access.documents import disclosure_document, notices_document, usages_document
        from kyosei.access.requests import Request, Role, read_basis

        requester = requester_of(person, Role.PERSON, None)
        request = Request(requester, person, "own.records", read_basis(OWN_PROVISION, None), known=known_at)
        shown, usages = path.read(request), path.read_accesses(request, limit=limit)
    if format_ is Format.JSON:
        told = {"notices": notices_document(shown.notices, named={person}), "accesses": usages_document(usages)}
        write_json(disclosure_document(person, shown) | told)
        return
    from kyosei.cli.person.page import write_notices, write_records, write_usages

    page = Page()
    write_notices(page, language_of(lang), person, shown.notices)
    write_records(page, language_of(lang), person, shown)
    write_usages(page, language_of(lang), usages)
    page.write()


@with_asker
def read(
    context: typer.Context,
    person: Person,
    data: Data,
    *,
    asker: Asker,
    known: KnownOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show what a purpose may read of a person's records. It is logged, also if it is refused."""
    request = asker.request(person, None if known is None else read_instant(known, "--known"))
    with _opened(context, data) as path:
        from kyosei.access.documents import disclosure_document

        shown = path.read(request)
    if format_ is Format.JSON:
        write_json(disclosure_document(person, shown))
        return
    from kyosei.cli.person.page import write_records

    page = Page()
    write_records(page, language_of(lang), person, shown)
    page.write()


def purposes(context: typer.Context, lang: LanguageOption = None, format_: FormatOption = Format.TEXT) -> None:
    """List every purpose: who may have it, on which provisions it rests, and which fields it reads."""
    from kyosei.access.documents import purposes_document

    source = LawSource.of(context)
    found = purposes_under(source, source.compile_law())
    if format_ is Format.JSON:
        write_json({"law": found.law, "purposes": purposes_document(found)})
        return
    from kyosei.cli.person.page import write_purposes

    page = Page()
    write_purposes(page, language_of(lang), found)
    page.write()


@contextmanager
def _opened(context: typer.Context, data: Path) -> Iterator[ReadPath]:
    from kyosei.access.opening import open_read_path
    from kyosei.journal.embedded import ended_by_signals

    source = LawSource.of(context)
    purposes = purposes_under(source, source.compile_law())
    with ended_by_signals(), open_read_path(data, os.environ, purposes, now) as path:
        yield path
