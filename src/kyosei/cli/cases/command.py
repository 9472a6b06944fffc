"""`kyosei cases list|show|act|quality|rule|gateways`: whose turn it is, what happened about it, and doing something about it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of
from kyosei.cli.asking import Asker, now, purposes_under, with_asker
from kyosei.cli.cases.cure import cure
from kyosei.cli.cases.gateways import gateways, offices_of, ways_document
from kyosei.cli.cases.looking import seen_by, the_one_seen_by
from kyosei.cli.cases.quality import quality, rule
from kyosei.cli.cases.words import TAKEN
from kyosei.cli.data_directory import DataDirectoryOption, instant_text, opened_journal
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import write_json, write_text
from kyosei.errors import QuestionError
from kyosei.timelines.days import legal_day

if TYPE_CHECKING:
    import sqlalchemy as sa

    from kyosei.access.purposes import Purposes
    from kyosei.access.reading import ReadPath

__all__ = ["cases_application", "database_of"]

CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="Its id, as `kyosei cases list` prints it.")]
_OwnerOption = Annotated[str | None, typer.Option("--for", metavar="PARTY", help="Only the cases of this owner.")]


def cases_application() -> typer.Typer:
    """The commands about cases."""
    application = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Whose turn it is, and what happened.")
    application.command("list")(list_cases)
    application.command("show")(show)
    application.command("act")(act)
    application.command("cure")(cure)
    application.command("quality")(quality)
    application.command("rule")(rule)
    application.command("gateways")(gateways)
    return application


@with_asker
def list_cases(
    context: typer.Context,
    data: DataDirectoryOption,
    *,
    asker: Asker,
    owner: _OwnerOption = None,
    closed: Annotated[bool, typer.Option("--closed", help="Also those that are over.")] = False,
    format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:
    """List cases by the party that must act. Whom they are about is shown to who says why they look, and logged; else nobody."""
    from kyosei.cases.book import case_documents
    from kyosei.cases.looking import Looked
    from kyosei.cases.showing import is_about_a_person, keepers_part
    from kyosei.cli.cases.page import CasePage

    source = LawSource.of(context)
    if asker.is_silent():
        with database_of(data) as connection:
            documents = case_documents(connection, owner=owner, closed=closed)
        shown = Looked([keepers_part(one) if is_about_a_person(one) else one for one in documents], [])
    else:
        with _opened(source, data) as (connection, path, purposes):
            documents = case_documents(connection, owner=owner, closed=closed)
            shown = seen_by(path, purposes, asker.working_for(owner), documents)
    if format_ is Format.JSON:
        write_json(
            {
                "cases": shown.parts,
                "not_shown": [{"case": id_, "refusal": error.refusal.value} for id_, error in shown.refused],
            }
        )
        return
    CasePage.of(source.compile_law(), language_of(lang)).write_list(shown.parts, len(shown.refused))


@with_asker
def show(
    context: typer.Context, id_: CaseArgument, data: DataDirectoryOption, *, asker: Asker, format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Show a case with a row for everything that happened about it, to who says why they look. It is logged."""
    from kyosei.cases.book import case_document
    from kyosei.cli.cases.page import CasePage

    source = LawSource.of(context)
    with _opened(source, data) as (connection, path, purposes):
        found = the_one_seen_by(path, purposes, asker, case_document(connection, id_))
    whole = "hushed" in found
    ways = list(offices_of(source).ways(found["norms"], legal_day(now()))) if whole else []
    if format_ is Format.JSON:
        write_json({**found, "ways": ways_document(ways)} if whole else found)
        return
    CasePage.of(source.compile_law(), language_of(lang)).write_case(found, ways)


def act(
    case: CaseArgument,
    what: Annotated[
        str,
        typer.Argument(
            metavar="ACT",
            help="acknowledge, answer, complain, look, escalate, mistaken, uphold, withdraw.",
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
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="OFFICE", help="Of an escalation: to which office, if not the one in charge."),
    ] = None,
    request: Annotated[
        str | None, typer.Option("--request", metavar="REF", help="By which letter that office asked for it.")
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """Enter an act on a case, signed; `kyosei watch` takes it up. Deliveries are told by `kyosei notices receipt`."""
    from kyosei.cases.acts import ActKind
    from kyosei.cases.book import case_document
    from kyosei.journal.directory import signing_key

    told_by_receipts = (ActKind.DELIVERED, ActKind.UNDELIVERED)
    if what in told_by_receipts:
        raise QuestionError("that a notice was delivered is told by its receipt: `kyosei notices receipt`")
    if what not in tuple(ActKind):
        kinds = ", ".join(kind for kind in ActKind if kind not in told_by_receipts)
        raise QuestionError(f"there is no act {what!r}; there are {kinds}")
    if (to is not None or request is not None) and what != ActKind.ESCALATE:
        raise QuestionError("--to and --request are of an escalation alone; a complaint has a --route")
    further = {"route": to if to is not None else route, "event": request}
    key = signing_key(data, by)
    with opened_journal(data) as (journal, database):
        with database.engine.connect() as connection:
            case_document(connection, case)
        at = now()
        line = {
            "type": "case_act", "id": f"act-{case}-{at}", "case": case, "act": what, "reason": reason,
            "source": source or by, "stated_at": instant_text(at),
            **{name: value for name, value in further.items() if value is not None},
        }  # fmt: skip
        receipt = journal.submit_one(key.sign(line))
    write_text(TAKEN.said_in(language_of(lang)).format(receipt.id, receipt.sequence) + "\n")


@contextmanager
def database_of(data: DataDirectoryOption) -> Iterator[sa.Connection]:
    """A connection to the database of a data directory."""
    from kyosei.journal.database import open_database
    from kyosei.journal.embedded import ended_by_signals

    with ended_by_signals(), open_database(os.environ, data) as database, database.engine.connect() as connection:
        yield connection


@contextmanager
def _opened(source: LawSource, data: Path) -> Iterator[tuple[sa.Connection, ReadPath, Purposes]]:
    """A connection to the database of a data directory, the read path of which looks at cases are part, and its purposes."""
    from kyosei.access.opening import read_path_of
    from kyosei.journal.database import open_database
    from kyosei.journal.embedded import ended_by_signals

    purposes = purposes_under(source, source.compile_law())
    with ended_by_signals(), open_database(os.environ, data) as database:
        path = read_path_of(data, database, purposes, now)
        with database.engine.connect() as connection:
            yield connection, path, purposes
