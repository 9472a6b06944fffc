"""`kyosei bundle`: export one verdict with everything it rests on, and verify such a bundle offline."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kyosei
from kyosei.cli.arguments import AsOfOption, KnownOption, LawOption, read_day, read_files, read_instant
from kyosei.cli.asking import Asker, now, purposes_under, with_asker
from kyosei.cli.evaluated import person_among
from kyosei.cli.law_source import LawSource
from kyosei.cli.log import KeyOption, PolicyOption, QuorumOption, WitnessOption, read_policy_options, read_root_key
from kyosei.cli.page import write_text
from kyosei.cli.selection import AboutOption, InstanceOption, NormOption, select
from kyosei.cli.waiting import announce_preparation
from kyosei.errors import InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.bundles.verification import VerifiedBundle

__all__ = ["bundle_application"]


def bundle_application() -> typer.Typer:
    """The group of commands."""
    application = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, help="Take a verdict elsewhere, and compute it again there."
    )
    application.command()(export)
    application.command()(verify)
    return application


@with_asker
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the bundle is written.", show_default=False)],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="The data directory of the journal.")],
    norm: NormOption,
    about: AboutOption,
    on: Annotated[str, typer.Option(metavar="DATE", help="The day asked about, such as 2026-11-21.")],
    *,
    asker: Asker,
    instance: InstanceOption = None,
    known: KnownOption = None,
    as_of: AsOfOption = None,
    law: LawOption = None,
) -> None:
    """Write one verdict with its entries, keys, proofs and law to a new file, for the person or who acts for them."""
    on_day = read_day(on, "--on")
    known_at = None if known is None else read_instant(known, "--known")
    day = None if instance is None else read_day(instance, "--instance")
    request = asker.request(person_among([about]), known_at)
    source = LawSource.of(context)
    loaded = source.open_law(law)
    announce_preparation()
    from kyosei.access.opening import read_path_of
    from kyosei.bundles.document import Question
    from kyosei.bundles.exporting import export_bundle
    from kyosei.journal.directory import open_journal, signing_key
    from kyosei.journal.embedded import ended_by_signals
    from kyosei.journal.registry import ROOT

    root, purposes = signing_key(data, ROOT), purposes_under(source, loaded.law)
    with ended_by_signals(), open_journal(data, os.environ, now) as (journal, database):
        read = read_path_of(data, database, purposes, now).excerpt(request, as_of)
        if read.known is None:
            raise QuestionError("the journal has nothing on record at that position")
        selected = select(loaded, read.case, read.known, norm, about, day)
        question = Question(norm, selected.about, selected.key, on_day, read.known, read.position, loaded.law.version)
        content = export_bundle(journal, loaded, question, read, root, f"kyosei {kyosei.__version__}")
    try:
        with file.open("xb") as opened:
            opened.write(content)
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror or error}; name a new file") from error
    write_text(f"{file}: {len(content)} bytes\nroot key {root.public.text}\n")


def verify(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The bundle; - is standard input.", show_default=False)],
    root: Annotated[str, typer.Option(metavar="KEY", help="The operator's root key, had from elsewhere.")],
    policy: PolicyOption = None,
    key: KeyOption = None,
    witness: WitnessOption = None,
    quorum: QuorumOption = None,
) -> None:
    """Verify a bundle offline: entries, keys, log, law, seal; and compute verdict and proof again."""
    from kyosei.bundles.entries import Trust
    from kyosei.bundles.verification import verify_bundle

    trusted = read_policy_options(policy, key, witness, quorum)
    ((_, content),) = read_files([file])
    announce_preparation()
    write_text(_page(verify_bundle(content, Trust(trusted, read_root_key(root)))))


def _page(found: VerifiedBundle) -> str:
    from kyosei.timelines.days import date_from_day, instant_from_microseconds

    question, verdict = found.bundle.question, found.bundle.answer["verdict"]
    lines = [
        f"{question.norm}: verified",
        f"  about        {', '.join(f'{role} {id_}' for role, id_ in question.about.items())}",
        f"  on           {date_from_day(question.on).isoformat()}",
        f"  known        {instant_from_microseconds(question.known).isoformat()}, position {question.position}",
        f"  law          {question.law}",
        f"  state        {verdict['state']}",
        f"  entries      {found.entries}, each signed, by a registered key, and in the log",
        f"  log          {found.shown.checkpoint.origin} at {found.shown.checkpoint.size} entries,"
        f" {len(found.shown.cosigned)} cosignatures",
        f"  attested     {found.attested} inputs on the operator's word alone",
    ]
    return "\n".join(lines) + "\n"
