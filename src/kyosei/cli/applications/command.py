"""`kyosei applications`: file an application, add to it, answer, withdraw it, and what waits at an office."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kyosei
from kyosei.cli.applications.showing import write_application, write_waiting
from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of, read_day, read_files
from kyosei.cli.asking import Asker, now, with_asker
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.decisions.command import outlook
from kyosei.cli.decisions.deciding import Deciding, PersonOption, deciding_in
from kyosei.cli.law_source import LawSource
from kyosei.cli.log import KeyOption, PolicyOption, QuorumOption, WitnessOption, read_policy_options, read_root_key
from kyosei.cli.page import write_json, write_text
from kyosei.errors import EntryRefusedError, InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.applications.application import Application
    from kyosei.applications.filing import Attached
    from kyosei.journal.envelope import SigningKey

__all__ = ["applications_application"]

_Application = Annotated[
    str, typer.Argument(metavar="APPLICATION", help="Its id, as filing it printed.", show_default=False)
]
_SigningKey = Annotated[
    Path | None,
    typer.Option("--key", metavar="FILE", help="The key that signs. Default: the portal's, for what a person says."),
]
_Words = Annotated[str, typer.Option(help="In own words, in any language.")]
_Attach = Annotated[Path | None, typer.Option(metavar="FILE", help="A document, of which the digest is entered.")]
_Translation = Annotated[bool, typer.Option("--translation", help="The document is a translation.")]


def applications_application() -> typer.Typer:
    """The commands about applications."""
    application = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="Applications about the stay: filed, and whose turn it is."
    )
    application.command()(outlook)
    application.command("file")(file_)
    application.command()(receive)
    application.command()(add)
    application.command()(request)
    application.command()(answer)
    application.command()(withdraw)
    application.command()(show)
    application.command("list")(list_)
    application.command()(receipt)
    application.command()(verify)
    application.command()(waiting)
    application.command()(questions)
    return application


@with_asker
def file_(
    context: typer.Context,
    procedure: Annotated[
        str, typer.Argument(metavar="PROCEDURE", help="renewal, change, permanent, acquisition or work_permission.")
    ],
    person: PersonOption,
    data: DataDirectoryOption,
    *,
    asker: Asker,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Of a change or an acquisition: the status asked for.")
    ] = None,
    family: Annotated[
        list[str] | None, typer.Option(metavar="PERSON", help="Filed together, by a guardian. Repeatable.")
    ] = None,
    agree: Annotated[
        bool, typer.Option("--agree", help="The person agrees that the office reads the records.")
    ] = False,
    words: _Words = "",
    key: _SigningKey = None,
    lang: LanguageOption = None,
) -> None:
    """File an application with the evidence that is there. Those of a family are filed together or not at all."""
    from kyosei.applications.acting import file_line, prepare, together
    from kyosei.cli.applications import words as said

    language = language_of(lang)
    askers = [(person, asker), *((one, replace(asker, role="guardian", on_behalf_of=one)) for one in family or ())]
    with deciding_in(context, data) as deciding:
        office = deciding.office()
        found = [
            prepare(office, one.request(subject, None), procedure, language=language, for_status=status)
            for subject, one in askers
        ]
        if not agree:
            sources = sorted({source for one in found for source in one.filing.agreed.sources})
            raise QuestionError(said.AGREE_FIRST.said_in(language).format(found[0].office, ", ".join(sources)))
        at = now()
        nonce = hashlib.sha256(f"{at} {person}".encode()).hexdigest()
        if len(found) > 1:
            found = together(found, f"group-{nonce[:16].translate(_LETTERS)}")
        signing = _portal_key(data, key)
        lines = [file_line(one, asker.actor or "", at, nonce, words) for one in found]
        _submit_whole(deciding, [signing.sign(line) for line in lines])
        size = deciding.journal.size()
    for place, line in enumerate(lines):
        write_text(said.FILED.said_in(language).format(line["id"], size - len(lines) + place) + "\n")


_LETTERS = str.maketrans("0123456789", "ghijklmnop")


@with_asker
def receive(
    context: typer.Context, application: _Application, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    key: Annotated[Path, typer.Option("--key", metavar="FILE", help="The office's key.", show_default=False)],
    lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Say for the office that it has an application: that makes it pending."""
    from kyosei.applications.acting import receive_lines
    from kyosei.journal.directory import read_key_file

    with _found(context, data, asker, person, application) as (deciding, found):
        signing = read_key_file(key)
        lines = receive_lines(found.id, found.person, found.filing, found.office, _actor_of(deciding, signing), now())
        _submit_whole(deciding, [signing.sign(line) for line in lines])
    _write_done(str(lines[0]["id"]), lang)


@with_asker
def add(
    context: typer.Context, application: _Application, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    words: _Words = "", attach: _Attach = None, translation: _Translation = False, key: _SigningKey = None,
    lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Add something to an application: words, a document, a translation."""
    from kyosei.applications.acting import add_line

    with _found(context, data, asker, person, application) as (deciding, found):
        at = now()
        line = add_line(found, asker.actor or "", at, str(at), words, _attached(attach, translation=translation))
        deciding.journal.submit_one(_portal_key(data, key).sign(line))
    _write_done(str(line["id"]), lang)


@with_asker
def request(
    context: typer.Context, application: _Application, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    what: Annotated[str, typer.Option(help="What is asked for.", show_default=False)],
    why: Annotated[str, typer.Option(help="Why it is needed.", show_default=False)],
    due: Annotated[str, typer.Option(metavar="DATE", help="Until when.", show_default=False)],
    key: Annotated[Path, typer.Option("--key", metavar="FILE", help="The officer's own key.", show_default=False)],
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="The kind of record that it would be.")] = None,
    lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Ask the person for something that no source has. What a source has answered is refused, and the source named."""
    from kyosei.applications.acting import request_line
    from kyosei.applications.filing import Asked
    from kyosei.journal.directory import read_key_file

    with _found(context, data, asker, person, application) as (deciding, found):
        case, at = deciding.office().path.evaluate(asker.request(person, None)).case, now()
        line = request_line(found, case, Asked(what, kind), why, read_day(due, "--due"), asker.actor or "", at, str(at))
        deciding.journal.submit_one(read_key_file(key).sign(line))
    _write_done(str(line["id"]), lang)


@with_asker
def answer(
    context: typer.Context, application: _Application,
    asked: Annotated[str, typer.Argument(metavar="REQUEST", help="The id of what the office asked.")],
    person: PersonOption, data: DataDirectoryOption, *, asker: Asker, words: _Words = "", attach: _Attach = None,
    translation: _Translation = False, key: _SigningKey = None, lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Answer what the office asked the person for."""
    from kyosei.applications.acting import answer_line

    with _found(context, data, asker, person, application) as (deciding, found):
        at, attached = now(), _attached(attach, translation=translation)
        line = answer_line(found, asked, asker.actor or "", at, str(at), words, attached)
        deciding.journal.submit_one(_portal_key(data, key).sign(line))
    _write_done(str(line["id"]), lang)


@with_asker
def withdraw(
    context: typer.Context, application: _Application, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    words: _Words = "", key: _SigningKey = None, lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Take an application back; no reason is needed."""
    from kyosei.applications.acting import withdraw_line

    with _found(context, data, asker, person, application) as (deciding, found):
        line = withdraw_line(found, asker.actor or "", now(), words)
        deciding.journal.submit_one(_portal_key(data, key).sign(line))
    _write_done(str(line["id"]), lang)


@with_asker
def show(
    context: typer.Context, application: _Application, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    format_: FormatOption = Format.TEXT, lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Show an application: how far it has come, whose turn it is, and what was done. It is logged."""
    with _found(context, data, asker, person, application) as (_, found):
        if format_ is Format.JSON:
            from kyosei.applications.documents import application_document

            write_json(application_document(found))
        else:
            write_application(found, language_of(lang))


@with_asker
def list_(
    context: typer.Context, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    format_: FormatOption = Format.TEXT, lang: LanguageOption = None,
) -> None:  # fmt: skip
    """List the person's applications, the newest first. It is logged."""
    from kyosei.applications.application import applications_of
    from kyosei.applications.documents import application_document
    from kyosei.cli.applications import words as said

    with deciding_in(context, data) as deciding:
        found = applications_of(deciding.office().path, asker.request(person, None))
    if format_ is Format.JSON:
        write_json({"applications": [application_document(one) for one in found]})
        return
    for one in found:
        write_application(one, language_of(lang))
    if not found:
        write_text(said.NONE.said_in(language_of(lang)) + "\n")


@with_asker
def receipt(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it is written.")],
    application: _Application, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
) -> None:  # fmt: skip
    """Write a signed receipt that an application is pending, and until when the stay goes on."""
    from kyosei.applications.receipt import take_pending
    from kyosei.journal.directory import signing_key
    from kyosei.journal.registry import ROOT

    root = signing_key(data, ROOT)
    with deciding_in(context, data) as deciding:
        content = take_pending(
            deciding.journal, deciding.office(), asker.request(person, None), application, root,
            f"kyosei {kyosei.__version__}",
        )  # fmt: skip
    try:
        with file.open("xb") as opened:
            opened.write(content)
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror or error}; name a new file") from error
    write_text(f"{file}: {len(content)} bytes\nroot key {root.public.text}\n")


def verify(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The receipt; - is standard input.", show_default=False)],
    root: Annotated[str, typer.Option(metavar="KEY", help="The operator's root key, had from elsewhere.")],
    policy: PolicyOption = None,
    key: KeyOption = None,
    witness: WitnessOption = None,
    quorum: QuorumOption = None,
    lang: LanguageOption = None,
) -> None:
    """Verify a receipt of an application offline: entries, keys, log and seal."""
    from kyosei.applications.receipt import verify_pending
    from kyosei.bundles.entries import Trust
    from kyosei.cli.applications.showing import write_receipt

    trusted = read_policy_options(policy, key, witness, quorum)
    ((_, content),) = read_files([file])
    write_receipt(verify_pending(content, Trust(trusted, read_root_key(root))), language_of(lang))


def waiting(
    context: typer.Context,
    data: DataDirectoryOption,
    office: Annotated[str, typer.Option("--for", metavar="PARTY", help="The office.")] = "authority:isa",
    standard: Annotated[
        list[str] | None, typer.Option(metavar="PROCEDURE=DAYS", help="Another usual time of this office. Repeatable.")
    ] = None,
    format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:
    """List what waits at an office in the order of its days. It names nobody."""
    from kyosei.applications.documents import waiting_document
    from kyosei.applications.queue import pending

    days = dict(_standard(one) for one in standard or ())
    procedures = LawSource.of(context).procedures()
    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        found = pending(connection, office, now(), procedures, days)
    if format_ is Format.JSON:
        write_json({"waiting": [waiting_document(one) for one in found]})
    else:
        write_waiting(found, language_of(lang))


def questions(
    data: DataDirectoryOption,
    owner: Annotated[str, typer.Option("--for", metavar="PARTY", help="The institution that owes the records.")],
) -> None:
    """Print as JSON which records applications wait for from an institution, without whom they are about."""
    from kyosei.journal.applied import questions_to

    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        rows = questions_to(connection, owner, now())
    write_json(
        {"questions": [
            {"application": row.application, "kind": row.kind, "filed": row.filed.isoformat(),
             "answer_by": row.question["answer_by"]} for row in rows
        ]}
    )  # fmt: skip


@contextmanager
def _found(
    context: typer.Context, data: Path, asker: Asker, person: str, application: str
) -> Iterator[tuple[Deciding, Application]]:
    """One look at the person's applications. QuestionError if there is none of this id."""
    from kyosei.applications.application import applications_of

    with deciding_in(context, data) as deciding:
        found = applications_of(deciding.office().path, asker.request(person, None))
        one = next((one for one in found if one.id == application), None)
        if one is None:
            raise QuestionError(f"there is no application {application!r} of {person} to be seen so")
        yield deciding, one


def _portal_key(data: Path, file: Path | None) -> SigningKey:
    from kyosei.journal.directory import read_key_file, signing_key
    from kyosei.journal.registry import PORTAL

    return signing_key(data, PORTAL) if file is None else read_key_file(file)


def _actor_of(deciding: Deciding, signing: SigningKey) -> str:
    from kyosei.journal.registry import registered_key

    with deciding.database.engine.connect() as connection:
        return registered_key(connection, signing.public.id, now()).actor.id


def _submit_whole(deciding: Deciding, envelopes: Sequence[bytes]) -> None:
    for refused in deciding.journal.submit_whole(envelopes):
        if isinstance(refused, EntryRefusedError):
            raise refused


def _attached(file: Path | None, *, translation: bool) -> Attached | None:
    from kyosei.applications.filing import Attached

    if file is None:
        return None
    ((_, content),) = read_files([str(file)])
    return Attached(
        hashlib.sha256(content).hexdigest(), len(content), file.name, "application/octet-stream", translation
    )


def _standard(written: str) -> tuple[str, int]:
    procedure, _, days = written.partition("=")
    if not days.isdigit():
        raise QuestionError(f"--standard {written} is none; write it as in renewal=30")
    return procedure, int(days)


def _write_done(id_: str, lang: LanguageOption) -> None:
    from kyosei.cli.applications import words as said

    write_text(said.DONE.said_in(language_of(lang)).format(id_) + "\n")
