"""`kyosei receipt`: take a proof that a duty was met on its day, and verify one offline."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kyosei
from kyosei.cli.arguments import KnownOption, LanguageOption, LawOption, language_of, read_day, read_files, read_instant
from kyosei.cli.asking import Asker, now, purposes_under, with_asker
from kyosei.cli.evaluated import person_among
from kyosei.cli.law_source import LawSource
from kyosei.cli.log import KeyOption, PolicyOption, QuorumOption, WitnessOption, read_policy_options, read_root_key
from kyosei.cli.page import write_text
from kyosei.cli.selection import AboutOption, InstanceOption, NormOption, select
from kyosei.cli.waiting import announce_preparation
from kyosei.errors import InputError
from kyosei.terms.text import Text

if TYPE_CHECKING:
    from kyosei.facts.statements import Case
    from kyosei.receipts.taking import Instance
    from kyosei.receipts.verification import VerifiedReceipt
    from kyosei.terms.text import Language

__all__ = ["receipt_application"]

_MET = Text(
    "{0}は、{1}（期限{2}）に行われました。",
    "{0}は、{1}に できました（{2}までの こと）。",
    "{0}: met on {1}, due on {2}",
)
_BY = Text("義務を負う者　{0}", "する 人　{0}", "by           {0}")
_ABOUT = Text("対象　{0}", "だれの こと　{0}", "about        {0}")
_SHOWN = Text(
    "記録　{0}（{1}が署名、{2}に記録）",
    "記録　{0}（{1}が 書きました、{2}）",
    "record       {0}, signed by {1}, recorded on {2}",
)
_KEPT_BACK = Text(
    "示していない記録　{0}件（ログにあることのみ確認）",
    "見せない 記録　{0}",
    "kept back    {0} records, shown to be in the log alone",
)
_TAKEN = Text("発行　{0}、法令{1}", "出した 日　{0}、きまり {1}", "taken        {0}, under law {1}")


def receipt_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="Keep a proof that a duty was met on its day."
    )
    application.command()(take)
    application.command()(verify)
    return application


@with_asker
def take(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the receipt is written.", show_default=False)],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="The data directory of the journal.")],
    norm: NormOption,
    about: AboutOption,
    *,
    asker: Asker,
    instance: InstanceOption = None,
    due: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Of a duty with several obligations, which: by the day it was due."),
    ] = None,
    known: KnownOption = None,
    law: LawOption = None,
) -> None:
    """Write a receipt that a duty was met on its day, for whoever may look at it; it is one look at the person's records."""
    day = None if instance is None else read_day(instance, "--instance")
    due_day = None if due is None else read_day(due, "--due")
    known_at = None if known is None else read_instant(known, "--known")
    request = asker.request(person_among([about]), known_at)
    source = LawSource.of(context)
    loaded = source.open_law(law)
    announce_preparation()
    from kyosei.access.opening import read_path_of
    from kyosei.journal.directory import open_journal, signing_key
    from kyosei.journal.embedded import ended_by_signals
    from kyosei.journal.registry import ROOT
    from kyosei.receipts.taking import Wanted, take_receipt

    def find(case: Case, known: int) -> Instance:
        selected = select(loaded, case, known, norm, about, day)
        return selected.examined, selected.norm, selected.instance

    root, purposes = signing_key(data, ROOT), purposes_under(source, loaded.law)
    with ended_by_signals(), open_journal(data, os.environ, now) as (journal, database):
        path = read_path_of(data, database, purposes, now)
        wanted = Wanted(norm, find, due_day)
        content = take_receipt(journal, path, request, wanted, root, f"kyosei {kyosei.__version__}")
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
    """Verify a receipt offline: entries, keys, log and seal."""
    from kyosei.bundles.entries import Trust
    from kyosei.receipts.verification import verify_receipt

    trusted = read_policy_options(policy, key, witness, quorum)
    ((_, content),) = read_files([file])
    write_text(_page(verify_receipt(content, Trust(trusted, read_root_key(root))), language_of(lang)))


def _page(found: VerifiedReceipt, language: Language) -> str:
    from kyosei.verdicts.names import day_said, instant_said

    def say(text: Text, *parts: object) -> str:
        return text.said_in(language).format(*parts)

    receipt, met = found.receipt, found.receipt.met
    lines = [
        say(_MET, met.norm, day_said(met.performed, language), day_said(met.due, language)),
        "  " + say(_BY, met.bearer),
        "  " + say(_ABOUT, ", ".join(met.about.values())),
        *(
            "  " + say(_SHOWN, one.kind, institution or one.source, instant_said(one.recorded_at, language))
            for one, institution in found.shown
        ),
        "  " + say(_KEPT_BACK, len(receipt.kept_back)),
        "  " + say(_TAKEN, instant_said(receipt.known, language), met.law),
    ]
    return "\n".join(lines) + "\n"
