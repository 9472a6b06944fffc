"""`kyosei link show`: under which local ids a person is known, and which links say so; a look that is logged."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, KnownOption, LanguageOption, language_of, read_instant
from kyosei.cli.asking import OWN_PROVISION, Asker, now, purposes_under, requester_of, with_asker
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json

if TYPE_CHECKING:
    from kyosei.access.requests import Request

__all__ = ["show"]

Data = Annotated[
    Path, typer.Option("--data", metavar="DIR", envvar="KYOSEI_DATA", help="The data directory.", show_default=False)
]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="A local id, such as person:hoa.", show_default=False)]


@with_asker
def show(
    context: typer.Context,
    person: Person,
    data: Data,
    *,
    asker: Asker,
    known: KnownOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show which ids are one person's. The look is logged: as the person's own, unless --as says who looks."""
    from kyosei.access.documents import links_document
    from kyosei.access.opening import open_read_path
    from kyosei.journal.embedded import ended_by_signals

    request = _request(asker, person, None if known is None else read_instant(known, "--known"))
    source = LawSource.of(context)
    purposes = purposes_under(source, source.compile_law())
    with ended_by_signals(), open_read_path(data, os.environ, purposes, now) as path:
        shown = path.links(request)
    if format_ is Format.JSON:
        write_json(links_document(person, shown))
        return
    from kyosei.cli.link.page import write_links

    page = Page()
    write_links(page, language_of(lang), person, shown)
    page.write()


def _request(asker: Asker, person: str, known: int | None) -> Request:
    """What the options ask for; without any, the person asks for their own."""
    if not asker.is_silent():
        return asker.request(person, known)
    from kyosei.access.requests import Request, Role, read_basis

    own = requester_of(person, Role.PERSON, None)
    return Request(own, person, "own.records", read_basis(OWN_PROVISION, None), known=known)
