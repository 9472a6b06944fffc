"""`kyosei decisions export` and `verify`: a sealed dossier taken elsewhere, and computed again there without a journal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kyosei
from kyosei.cli.arguments import LanguageOption, language_of, read_files
from kyosei.cli.asking import Asker, now, purposes_under, with_asker
from kyosei.cli.data_directory import DataDirectoryOption
from kyosei.cli.law_source import LawSource
from kyosei.cli.log import KeyOption, PolicyOption, QuorumOption, WitnessOption, read_policy_options, read_root_key
from kyosei.cli.page import write_text
from kyosei.cli.waiting import announce_preparation
from kyosei.errors import InputError

if TYPE_CHECKING:
    from kyosei.decisions.verification import VerifiedDossier
    from kyosei.terms.text import Language, Text

__all__ = ["export", "verify"]


@with_asker
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it is written.", show_default=False)],
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Of the sealed dossier.", show_default=False)],
    person: Annotated[str, typer.Option("--about", metavar="PERSON", help="Whom it is about.", show_default=False)],
    data: DataDirectoryOption,
    *,
    asker: Asker,
) -> None:
    """Write a sealed dossier with its records, keys, proofs and law to a new file, for the person or who acts for them."""
    from kyosei.access.opening import read_path_of
    from kyosei.decisions.exporting import export_dossier
    from kyosei.decisions.sealed import sealed_dossier
    from kyosei.journal.directory import open_journal, signing_key
    from kyosei.journal.embedded import ended_by_signals
    from kyosei.journal.registry import ROOT

    request, source, root = asker.request(person, None), LawSource.of(context), signing_key(data, ROOT)
    announce_preparation()
    with ended_by_signals(), open_journal(data, os.environ, now) as (journal, database):
        present = source.open_law(None)
        path = read_path_of(data, database, purposes_under(source, present.law), now)
        found = sealed_dossier(path, request, address)
        loaded = source.open_law(found.dossier.assembled.as_of.law)
        content = export_dossier(journal, path, loaded, request, address, root, f"kyosei {kyosei.__version__}")
    try:
        with file.open("xb") as opened:
            opened.write(content)
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror or error}; name a new file") from error
    write_text(f"{file}: {len(content)} bytes\nroot key {root.public.text}\n")


def verify(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file; - is standard input.", show_default=False)],
    root: Annotated[str, typer.Option(metavar="KEY", help="The operator's root key, had from elsewhere.")],
    policy: PolicyOption = None,
    key: KeyOption = None,
    witness: WitnessOption = None,
    quorum: QuorumOption = None,
    lang: LanguageOption = None,
) -> None:
    """Verify a sealed dossier offline: entries, keys, log, the order of acts; and assemble it again from the records."""
    from kyosei.bundles.entries import Trust
    from kyosei.decisions.verification import verify_dossier

    trusted = read_policy_options(policy, key, witness, quorum)
    ((_, content),) = read_files([file])
    announce_preparation()
    source = LawSource.of(context)
    found = verify_dossier(
        content, Trust(trusted, read_root_key(root)), tuple(source.purposes()), tuple(source.procedures())
    )
    write_text(_page(found, language_of(lang)))


def _page(found: VerifiedDossier, language: Language) -> str:
    from kyosei.verdicts.names import instant_said

    def say(text: Text, *parts: object) -> str:
        return text.said_in(language).format(*parts)

    from kyosei.cli.decisions import words

    as_of = found.dossier.assembled.as_of
    lines = [
        say(words.VERIFIED, found.address),
        "  " + say(words.RESULTS[found.dossier.opinion.outcome.result]),
        "  " + say(words.ENTRIES, found.entries, found.place.checkpoint.origin, found.place.checkpoint.size),
        "  " + say(words.ASSEMBLED_AGAIN, instant_said(as_of.known, language), as_of.law),
        *(
            "  " + " · ".join((instant_said(one.at, language), say(words.ACTS[one.act]), one.by)) for one in found.acts
        ),
        *("  " + say(words.LISTED_THEN, one) for one in found.listed),
        *("  " + say(words.CHECK_DIFFERS, one.check, say(words.PROVEN[one.came_to])) for one in found.differing),
        "  " + say(words.ON_WORD),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"
