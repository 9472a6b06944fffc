"""The commands `kyosei person show|read|purposes`."""

from __future__ import annotations

import os
import time
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
    read_day,
    read_instant,
)
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json
from kyosei.errors import QuestionError

if TYPE_CHECKING:
    from kyosei.access.reading import ReadPath
    from kyosei.access.requests import Basis, Requester

__all__ = ["person_application"]

Data = Annotated[
    Path, typer.Option("--data", metavar="DIR", envvar="KYOSEI_DATA", help="The data directory.", show_default=False)
]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="Such as person:hoa.", show_default=False)]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many looks are listed at most.")]
_OWN_PROVISION = "415AC0000000057/76/1"
"""Act on the Protection of Personal Information art. 76(1): anybody may see what is held about them."""


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
        from kyosei.access.documents import disclosure_document, usages_document
        from kyosei.access.requests import Request, Role

        requester = _requester(person, Role.PERSON, None)
        request = Request(requester, person, "own.records", _basis(_OWN_PROVISION, None), known=known_at)
        shown, usages = path.read(request), path.read_accesses(request, limit=limit)
    if format_ is Format.JSON:
        write_json(disclosure_document(person, shown) | {"accesses": usages_document(usages)})
        return
    from kyosei.cli.person.page import write_records, write_usages

    page = Page()
    write_records(page, language_of(lang), person, shown)
    write_usages(page, language_of(lang), usages)
    page.write()


def read(
    context: typer.Context,
    person: Person,
    data: Data,
    purpose: Annotated[str, typer.Option(metavar="ID", help="For which purpose; `kyosei person purposes` lists them.")],
    role: Annotated[str, typer.Option(metavar="ROLE", help="In which role, such as officer or employer.")],
    actor: Annotated[str, typer.Option("--as", metavar="ID", help="Who looks: staff:…, person:… or software:….")],
    organisation: Annotated[str | None, typer.Option(metavar="PARTY", help="For whom they work.")] = None,
    law: Annotated[
        str | None, typer.Option(metavar="PROVISION", help="By which provision: LAW/ARTICLE[/PARAGRAPH[/ITEM]].")
    ] = None,
    consent: Annotated[str | None, typer.Option(metavar="ID", help="By which consent of the person.")] = None,
    case: Annotated[str | None, typer.Option(metavar="REFERENCE", help="The office's own reference.")] = None,
    on_behalf_of: Annotated[str | None, typer.Option(metavar="PERSON", help="For whom they act by a mandate.")] = None,
    withheld_until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="From which day the person may see it, where the law lets it wait."),
    ] = None,
    known: KnownOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show what a purpose may read of a person's records. It is logged, also if it is refused."""
    known_at = None if known is None else read_instant(known, "--known")
    withheld_day = None if withheld_until is None else read_day(withheld_until, "--withheld-until")
    with _opened(context, data) as path:
        from kyosei.access.documents import disclosure_document
        from kyosei.access.requests import Request, Role

        if role not in tuple(Role):
            raise QuestionError(f"--role {role} is none; there are {', '.join(Role)}")
        requester = _requester(actor, Role(role), organisation)
        shown = path.read(
            Request(
                requester, person, purpose, _basis(law, consent), on_behalf_of, case, known_at, withheld_day
            )
        )  # fmt: skip
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
    from kyosei.access.japan import PURPOSES
    from kyosei.access.purposes import load_purposes
    from kyosei.facts.vocabulary import KINDS

    found = load_purposes(PURPOSES, LawSource.of(context).compile_law(), KINDS)
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

    law = LawSource.of(context).compile_law()
    with ended_by_signals(), open_read_path(data, os.environ, law, lambda: time.time_ns() // 1_000) as path:
        yield path


def _requester(id_: str, role: str, organisation: str | None) -> Requester:
    from kyosei.access.requests import Requester, Role
    from kyosei.journal.entries import Actor, ActorKind

    kind = ActorKind.SOFTWARE if id_.startswith("software:") else ActorKind.HUMAN
    return Requester(Actor(kind, id_), Role(role), organisation)


def _basis(law: str | None, consent: str | None) -> Basis | None:
    from kyosei.access.requests import ByConsent, ByLaw
    from kyosei.terms.citations import Provision

    if law is not None and consent is not None:
        raise QuestionError("--law and --consent are both given; a look rests on one of them")
    if consent is not None:
        return ByConsent(consent)
    if law is None:
        return None
    register, *place = law.split("/", 3)
    if not place or not all(place):
        raise QuestionError(f"--law {law!r} is no provision; write it as in {_OWN_PROVISION}")
    return ByLaw(Provision(register, *place))
