"""`kyosei cases list|show|act`: whose turn it is, what happened about it, and doing something about it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kyosei.cli.arguments import Format, FormatOption
from kyosei.cli.asking import now
from kyosei.cli.data_directory import DataDirectoryOption, instant_text, opened_journal
from kyosei.cli.page import Page, write_json, write_text
from kyosei.errors import QuestionError

if TYPE_CHECKING:
    import sqlalchemy as sa

__all__ = ["cases_application"]

Document = Mapping[str, Any]  # Any: JSON
CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="Its id, as `kyosei cases list` prints it.")]
_ViewOption = Annotated[
    str | None,
    typer.Option("--for", metavar="PARTY", help="Only its own cases, and of each what it may see as their owner."),
]


def cases_application() -> typer.Typer:
    """The commands about cases."""
    application = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Whose turn it is, and what happened.")
    application.command("list")(list_cases)
    application.command("show")(show)
    application.command("act")(act)
    return application


def list_cases(
    data: DataDirectoryOption,
    owner: _ViewOption = None,
    closed: Annotated[bool, typer.Option("--closed", help="Also those that are over.")] = False,
    format_: FormatOption = Format.TEXT,
) -> None:
    """List cases by the party that must act. Without --for: all of them, for the operator."""
    from kyosei.cases.book import case_documents

    with _database(data) as connection:
        found = [_seen_by(owner, one) for one in case_documents(connection, owner=owner, closed=closed)]
    if format_ is Format.JSON:
        write_json({"cases": found})
        return
    page = Page()
    before = ""
    for one in found:
        if one["owner"] != before:
            before = one["owner"]
            page.add((before, "bold"))
        page.add(_headline(one), hang=4)
    if not found:
        page.add("There are no cases.")
    page.write()


def show(
    case: CaseArgument, data: DataDirectoryOption, owner: _ViewOption = None, format_: FormatOption = Format.TEXT
) -> None:
    """Show a case with a row for everything that happened about it."""
    from kyosei.cases.book import case_document

    with _database(data) as connection:
        found = case_document(connection, case)
    if owner is not None and found["owner"] != owner:
        raise QuestionError(f"case {case!r} is not one of {owner}; `kyosei cases list --for {owner}` lists them")
    found = _seen_by(owner, found)
    if format_ is Format.JSON:
        write_json(found)
        return
    page = Page()
    page.add((f"{found['owner']}: ", "bold"), _headline(found), hang=4)
    informed = found.get("informed")
    if informed is not None:
        rights = ", ".join(informed["rights"]) or "none listed"
        page.add(f"  {informed['person']} is informed; nothing is asked of them. Their own rights: {rights}", hang=4)
    for row in found["history"]:
        effect = "" if row["taken"] else " (without effect)"
        page.add(
            f"  {row['at'][:16]}  {row['what']}{effect} · {row['actor']} · {row['reason']} [{row['source']}]", hang=4
        )
    page.write()


def act(
    case: CaseArgument,
    what: Annotated[
        str,
        typer.Argument(
            metavar="ACT",
            help="acknowledge, answer, delivered, undelivered, complain, look, escalate, mistaken, withdraw.",
        ),
    ],
    data: DataDirectoryOption,
    by: Annotated[str, typer.Option("--by", metavar="PARTY", help="The institution whose key in DIR/keys signs it.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    source: Annotated[
        str | None, typer.Option("--source", metavar="PARTY", help="For whom, if not for the institution itself.")
    ] = None,
    route: Annotated[
        str | None, typer.Option("--route", metavar="ROUTE", help="Of a complaint: inside or office.")
    ] = None,
) -> None:
    """Enter an act on a case, signed; `kyosei watch` takes it up."""
    from kyosei.cases.acts import ActKind
    from kyosei.cases.book import case_document
    from kyosei.journal.directory import signing_key

    if what not in tuple(ActKind):
        raise QuestionError(f"there is no act {what!r}; there are {', '.join(ActKind)}")
    key = signing_key(data, by)
    with opened_journal(data) as (journal, database):
        with database.engine.connect() as connection:
            case_document(connection, case)
        at = now()
        line = {
            "type": "case_act", "id": f"act-{case}-{at}", "case": case, "act": what, "reason": reason,
            "source": source or by, "stated_at": instant_text(at), **({} if route is None else {"route": route}),
        }  # fmt: skip
        receipt = journal.submit_one(key.sign(line))
    write_text(f"{receipt.id} is in the journal at place {receipt.sequence}\n")


@contextmanager
def _database(data: DataDirectoryOption) -> Iterator[sa.Connection]:
    from kyosei.journal.database import open_database
    from kyosei.journal.embedded import ended_by_signals

    with ended_by_signals(), open_database(os.environ, data) as database, database.engine.connect() as connection:
        yield connection


def _seen_by(owner: str | None, document: Document) -> Document:
    from kyosei.cases.case import owners_part

    return document if owner is None else owners_part(document)


def _headline(one: Document) -> str:
    until = one["due_on"] or one["deadline"]
    asked = ", ".join(one["norms"])
    if one["need"] is not None:
        asked = f"say {one['need']['kind']} (for {asked})"
    about = ", ".join(one["about"].values())
    return f"{one['id']} · {one['state']} · {one['stage']} · {asked} · {about}" + (f" · until {until}" if until else "")
