"""`kyosei account`: as whom somebody acts whom the provider of sign-in knows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption
from kyosei.cli.asking import now
from kyosei.cli.data_directory import DataDirectoryOption, instant_text
from kyosei.cli.page import write_json, write_text
from kyosei.errors import QuestionError

if TYPE_CHECKING:
    import sqlalchemy as sa

    from kyosei.access.accounts import Account, Accounts, Bound

__all__ = ["account_application"]

Issuer = Annotated[
    str,
    typer.Option(
        metavar="URL", envvar="KYOSEI_OIDC_ISSUER", help="The provider, as `kyosei serve` has it.", show_default=False
    ),
]
SubjectId = Annotated[
    str,
    typer.Option(
        "--subject",
        metavar="ID",
        help="What the provider calls them: the page after signing in says it.",
        show_default=False,
    ),
]


def account_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="Say as whom somebody acts whom the provider of sign-in knows.",
    )
    application.command()(bind)
    application.command()(end)
    application.command("list")(list_accounts)
    return application


def bind(
    data: DataDirectoryOption,
    issuer: Issuer,
    subject: SubjectId,
    as_: Annotated[
        str,
        typer.Option(
            "--as", metavar="ROLE=PARTY",
            help="person=person:a; employer=org:b, officer=authority:c (with --actor); helper=person:d (with --actor).",
            show_default=False,
        ),
    ],
    actor: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Who acts for that party: staff:e, or person:f with a mandate.", show_default=False),
    ] = None,
) -> None:  # fmt: skip
    """Let a subject of the provider in, as a person, as who acts for one, or as staff; signed with the root key.

    Make sure who they are before: by their card, in the office, or by a letter. Without an account nobody is let in.
    """
    from kyosei.access.accounts import Subject
    from kyosei.journal.directory import signing_key
    from kyosei.journal.registry import ROOT

    account = _account(as_, actor)
    with _opened(data) as engine:
        _accounts(data, engine).bind(Subject(issuer, subject), account, signing_key(data, ROOT), now())
    write_text(f"{account.actor} can sign in as {as_}\n")


def end(data: DataDirectoryOption, issuer: Issuer, subject: SubjectId) -> None:
    """Let a subject in no longer; whoever is signed in by it is signed out."""
    from kyosei.access.accounts import Subject

    with _opened(data) as engine:
        was = _accounts(data, engine).end(Subject(issuer, subject))
    if not was:
        raise QuestionError("this subject of this provider has no account")
    write_text("they can sign in no longer, and are signed out\n")


def list_accounts(data: DataDirectoryOption, format_: FormatOption = Format.TEXT) -> None:
    """List who can sign in as whom. Of a subject the beginning of a digest is shown; nothing else is kept."""
    with _opened(data) as engine:
        found = _accounts(data, engine).all()
    if format_ is Format.JSON:
        write_json({"accounts": [_document(one) for one in found]})
        return
    lines = [
        f"{one.reference}  {one.account.actor} as {one.account.role}"
        f"{''.join(f' of {party}' for party in (one.account.organisation, one.account.person) if party)}"
        f"  since {instant_text(one.since)}\n"
        for one in found
    ]
    write_text("".join(lines) or "nobody has an account\n")


def _account(as_: str, actor: str | None) -> Account:
    from kyosei.access.accounts import Account
    from kyosei.access.requests import Role

    written, _, party = as_.partition("=")
    try:
        role = Role(written)
    except ValueError as error:
        raise QuestionError(f"--as {as_!r}: {written!r} is no role; write it as in person=person:a") from error
    if party.startswith("person:"):
        return Account(actor or party, role, person=party)
    return Account(actor or "", role, organisation=party)


def _document(one: Bound) -> dict[str, str | None]:
    account = one.account
    return {
        "subject_digest": one.reference, "actor": account.actor, "role": account.role.value,
        "organisation": account.organisation, "person": account.person, "since": instant_text(one.since),
    }  # fmt: skip


def _accounts(data: Path, engine: sa.Engine) -> Accounts:
    from kyosei.access.accounts import Accounts
    from kyosei.journal.directory import signing_key
    from kyosei.journal.registry import ROOT

    return Accounts(engine, signing_key(data, ROOT).public)


@contextmanager
def _opened(data: Path) -> Iterator[sa.Engine]:
    from kyosei.journal.database import open_database
    from kyosei.journal.embedded import ended_by_signals

    with ended_by_signals(), open_database(os.environ, data) as database:
        yield database.engine
