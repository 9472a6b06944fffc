"""`kyosei decisions`: draft a dossier, check it, seal it, act on it, show it, replay it, and take it elsewhere."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kyosei
from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of, read_day, read_files
from kyosei.cli.asking import Asker, now, with_asker
from kyosei.cli.data_directory import DataDirectoryOption, instant_text, opened_journal
from kyosei.cli.decisions.consistency import consistency
from kyosei.cli.decisions.deciding import AddressArgument, PersonOption, deciding_in
from kyosei.cli.decisions.elsewhere import export, verify
from kyosei.cli.decisions.letter import letter
from kyosei.cli.decisions.remedying import ask, outcome, remedy, reversals
from kyosei.cli.decisions.reviewing import defective, review
from kyosei.cli.decisions.system import noise, rehearse, stability, table
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json, write_text
from kyosei.errors import InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.access.requests import Request
    from kyosei.cli.decisions.page import DossierPage
    from kyosei.decisions.dossier import Checked, Dossier

__all__ = ["decisions_application"]

_Draft = Annotated[str, typer.Argument(metavar="FILE", help="The dossier; - is standard input.", show_default=False)]
_Key = Annotated[
    Path, typer.Option("--key", metavar="FILE", help="The key of the human who does it.", show_default=False)
]
_OfficeOption = Annotated[str, typer.Option("--for", metavar="PARTY", help="The office, such as authority:isa.")]


def decisions_application() -> typer.Typer:
    """The commands about decisions of applications."""
    application = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="On what an application is decided: evidence, reasons, review.",
    )
    application.command()(outlook)
    application.command()(draft)
    application.command()(check)
    application.command()(seal)
    application.command()(act)
    application.command()(show)
    application.command()(letter)
    application.command()(replay)
    application.command()(review)
    application.command()(defective)
    application.command()(ask)
    application.command()(outcome)
    application.command()(remedy)
    application.command()(reversals)
    application.command()(export)
    application.command()(verify)
    application.command("list")(list_sealed)
    application.command()(process)
    application.command()(consistency)
    application.command()(stability)
    application.command()(table)
    application.command()(noise)
    application.command()(rehearse)
    return application


@with_asker
def outlook(
    context: typer.Context,
    procedure: Annotated[str, typer.Argument(metavar="PROCEDURE", help="renewal, change or permanent.")],
    person: PersonOption,
    data: DataDirectoryOption,
    *,
    asker: Asker,
    application: Annotated[
        str | None, typer.Option(metavar="ID", help="The application that is filed. Default: one is supposed.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day asked about. Default: today.")] = None,
    format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Show what an application meets, what is open and whose turn that is, and how long the stay goes on while it is pending."""
    from kyosei.decisions.outlook import outlook as outlook_of
    from kyosei.decisions.shape import written

    request = asker.request(person, None)
    day = None if on is None else read_day(on, "--on")
    with deciding_in(context, data) as deciding:
        found = outlook_of(deciding.office(), request, procedure, application, day)
    if format_ is Format.JSON:
        write_json({**written(found), "needs_another": found.meanwhile.needs_another})
        return
    _page(context, lang).write_outlook(found)


@with_asker
def draft(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the draft is written.", show_default=False)],
    application: Annotated[
        str, typer.Argument(metavar="APPLICATION", help="The id of its record.", show_default=False)
    ],
    person: PersonOption,
    data: DataDirectoryOption,
    *,
    asker: Asker,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the decision. Default: today.", show_default=False)
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """Draft a dossier of an application: what the records and the law give. The officer's part is left to be written."""
    from kyosei.decisions.document import document_of
    from kyosei.decisions.drafting import draft as draft_of
    from kyosei.decisions.drafting import look

    request = replace(asker, case=asker.case or application).request(person, None)
    if asker.organisation is None or asker.actor is None:
        raise QuestionError("say with --as and --organisation who decides, and for which office")
    day = None if on is None else read_day(on, "--on")
    with deciding_in(context, data) as deciding:
        read = look(deciding.office(), request, application, day)
    dossier = draft_of(read, asker.organisation, asker.actor, f"kyosei {kyosei.__version__}", now())
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(json.dumps(document_of(dossier), ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror or error}; name a new file") from error
    from kyosei.cli.decisions import words

    write_text(words.DRAFTED.said_in(language_of(lang)).format(file) + "\n")


@with_asker
def check(
    context: typer.Context,
    file: _Draft,
    data: DataDirectoryOption,
    *,
    asker: Asker,
    format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Check how a draft decides: every step of the process that software can see, while it is written. It changes nothing."""
    from kyosei.decisions.sealing import examine_dossier

    dossier = _read(file)
    with deciding_in(context, data) as deciding:
        examined = examine_dossier(deciding.office(_law_of(dossier)), _request(asker, dossier), dossier, now())
    if format_ is Format.JSON:
        write_json({"checks": _checks(examined.dossier.checks), "sealable": not examined.stopped})
        return
    _page(context, lang).write_checks(examined.dossier.checks, bool(examined.stopped))


@with_asker
def seal(
    context: typer.Context, file: _Draft, data: DataDirectoryOption, key: _Key, *, asker: Asker, lang: LanguageOption = None
) -> None:  # fmt: skip
    """Seal a dossier with the officer's own key. The records are read again and every check is made; then nothing changes."""
    from kyosei.cli.decisions import words
    from kyosei.decisions.document import address_of
    from kyosei.decisions.sealing import examine_dossier, seal_line
    from kyosei.journal.directory import read_key_file

    dossier, signing = _read(file), read_key_file(key)
    with deciding_in(context, data) as deciding:
        examined = examine_dossier(deciding.office(_law_of(dossier)), _request(asker, dossier), dossier, now())
        receipt = deciding.journal.submit_one(signing.sign(seal_line(examined, now())))
    write_text(words.SEALED.said_in(language_of(lang)).format(address_of(examined.dossier), receipt.sequence) + "\n")


def act(
    address: AddressArgument,
    what: Annotated[
        str, typer.Argument(metavar="ACT", help="concur, return, notify or supplement.", show_default=False)
    ],
    data: DataDirectoryOption,
    office: _OfficeOption,
    author: Annotated[str, typer.Option("--as", metavar="ID", help="Who does it, as in the key.")],
    key: _Key,
    reason: Annotated[str, typer.Option(help="Of concur, return and supplement: in own words.")] = "",
    language: Annotated[str, typer.Option(help="Of notify: in which language the person is told.")] = "",
    lang: LanguageOption = None,
) -> None:
    """Concur in a sealed dossier as a second officer, tell the person of it, or supplement its reasons."""
    from kyosei.cli.decisions import words
    from kyosei.decisions.sealing import act_line
    from kyosei.journal.directory import read_key_file

    signing = read_key_file(key)
    with opened_journal(data) as (journal, _):
        line = act_line(what, address, author, office, now(), reason=reason, language=language)
        receipt = journal.submit_one(signing.sign(line))
    write_text(words.DONE.said_in(language_of(lang)).format(receipt.id, receipt.sequence) + "\n")


@with_asker
def show(
    context: typer.Context, address: AddressArgument, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    format_: FormatOption = Format.TEXT, lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Show a sealed dossier with what was done about it, to its office, or to the person once they were told. It is logged."""
    from kyosei.decisions.document import document_of
    from kyosei.decisions.sealed import sealed_dossier

    with deciding_in(context, data) as deciding:
        found = sealed_dossier(deciding.office().path, asker.request(person, None), address)
    if format_ is Format.JSON:
        acts = [
            {"id": one.id, "act": one.act.value, "by": one.by, "at": instant_text(one.at), "reason": one.reason,
             "language": one.language}
            for one in found.acts
        ]  # fmt: skip
        write_json({"address": address, "dossier": document_of(found.dossier), "acts": acts})
        return
    _page(context, lang).write(found.dossier, address, found.acts)


@with_asker
def replay(
    context: typer.Context, address: AddressArgument, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    format_: FormatOption = Format.TEXT, lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Assemble a sealed dossier again as known then, under its law, and compare it bit for bit. Both are looks, and logged."""
    from kyosei.cli.decisions import words
    from kyosei.decisions.acts import Replayed
    from kyosei.decisions.replaying import replay as replayed
    from kyosei.decisions.sealed import sealed_dossier

    request = asker.request(person, None)
    with deciding_in(context, data) as deciding:
        found = sealed_dossier(deciding.office().path, request, address)
        came = replayed(deciding.office, request, found.dossier)
    if format_ is Format.JSON:
        write_json({"address": address, "came_to": came.came_to.value, "parts": list(came.parts)})
        return
    language = language_of(lang)
    lines = [words.REPLAYED[came.came_to].said_in(language).format(", ".join(came.parts))]
    if came.came_to is Replayed.SAME:
        lines += [words.LISTED_THEN.said_in(language).format(one) for one in came.parts]
    write_text("\n".join(lines) + "\n")


def list_sealed(
    data: DataDirectoryOption,
    office: Annotated[str | None, typer.Option("--for", metavar="PARTY", help="Only those of this office.")] = None,
    format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:
    """List the addresses of sealed dossiers, the oldest first. It names nobody."""
    from kyosei.cli.decisions import words
    from kyosei.journal.decided import sealed_addresses

    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        found = list(sealed_addresses(connection, office))
    if format_ is Format.JSON:
        write_json({"dossiers": found})
        return
    write_text("\n".join(found or [words.NONE_SEALED.said_in(language_of(lang))]) + "\n")


def process(
    data: DataDirectoryOption, office: _OfficeOption, format_: FormatOption = Format.TEXT, lang: LanguageOption = None
) -> None:
    """Show how an office decides: the time that dossiers are given, and reasons that are one text. It names nobody."""
    from dataclasses import asdict

    from kyosei.cli.decisions import words
    from kyosei.decisions.process import process_of

    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        found = process_of(connection, office)
    if format_ is Format.JSON:
        write_json(asdict(found))
        return
    said = words.PROCESS.said_in(language_of(lang)).format(
        found.office, found.sealed, found.quick, found.one_text, found.median_seconds
    )
    write_text(said + "\n")


def _read(file: str) -> Dossier:
    from kyosei.decisions.document import read_dossier

    ((name, content),) = read_files([file])
    try:
        return read_dossier(content)
    except QuestionError as error:
        raise QuestionError(f"{name}: {error}") from error


def _request(asker: Asker, dossier: Dossier) -> Request:
    filed = dossier.assembled.application
    return replace(asker, case=asker.case or filed.id).request(filed.person, None)


def _law_of(dossier: Dossier) -> str:
    return dossier.assembled.as_of.law


def _checks(checks: tuple[Checked, ...]) -> list[dict[str, object]]:
    return [{"check": one.check, "came_to": one.came_to.value, "items": list(one.items)} for one in checks]


def _page(context: typer.Context, lang: object) -> DossierPage:
    from kyosei.cli.arguments import Speech
    from kyosei.cli.decisions.page import DossierPage

    source = LawSource.of(context)
    assert lang is None or isinstance(lang, Speech)
    return DossierPage(Page(), source.compile_law(), tuple(source.procedures()), language_of(lang))
