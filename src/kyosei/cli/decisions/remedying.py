"""`kyosei decisions ask`, `outcome`, `remedy` and `reversals`: reviews that persons ask for, and those that an office owes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of
from kyosei.cli.asking import Asker, now, with_asker
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.decisions.deciding import AddressArgument, PersonOption, deciding_in
from kyosei.cli.page import write_json, write_text

if TYPE_CHECKING:
    from kyosei.decisions.remedying import Reversals

__all__ = ["ask", "outcome", "remedy", "reversals"]

_Office = Annotated[str, typer.Option("--for", metavar="PARTY", help="The office, such as authority:isa.")]
_Author = Annotated[str, typer.Option("--as", metavar="ID", help="Who does it, as in the key.")]
_Key = Annotated[
    Path, typer.Option("--key", metavar="FILE", help="The key of the human who does it.", show_default=False)
]


@with_asker
def ask(
    context: typer.Context, address: AddressArgument, person: PersonOption, data: DataDirectoryOption, *, asker: Asker,
    reason: Annotated[str, typer.Option(help="In own words; none is needed.")] = "",
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help="The key that signs. Default: the portal's.")
    ] = None,
    lang: LanguageOption = None,
) -> None:  # fmt: skip
    """Ask for a decision to be looked at again, as the person or for them. No reason is needed."""
    from kyosei.cli.decisions import words
    from kyosei.decisions.remedying import ask_line
    from kyosei.decisions.sealed import sealed_dossier
    from kyosei.journal.directory import read_key_file, signing_key
    from kyosei.journal.registry import PORTAL

    signing = signing_key(data, PORTAL) if key is None else read_key_file(key)
    with deciding_in(context, data) as deciding:
        sealed_dossier(deciding.office().path, asker.request(person, None), address)
        at = now()
        receipt = deciding.journal.submit_one(
            signing.sign(ask_line(address, person, asker.actor or person, at, str(at), reason))
        )
    write_text(words.DONE.said_in(language_of(lang)).format(receipt.id, receipt.sequence) + "\n")


def outcome(
    address: AddressArgument,
    what: Annotated[str, typer.Argument(metavar="OUTCOME", help="annuls, corrects or upholds.", show_default=False)],
    data: DataDirectoryOption,
    office: _Office,
    author: _Author,
    key: _Key,
    reason: Annotated[str, typer.Option(help="Why, in own words.", show_default=False)],
    lang: LanguageOption = None,
) -> None:
    """End a review, as somebody who had no part in the decision. What follows is decided in a dossier of its own."""
    from kyosei.cli.decisions import words
    from kyosei.decisions.remedying import outcome_line
    from kyosei.journal.directory import read_key_file

    signing = read_key_file(key)
    with opened_journal(data) as (journal, _):
        receipt = journal.submit_one(signing.sign(outcome_line(address, what, office, author, now(), reason)))
    write_text(words.DONE.said_in(language_of(lang)).format(receipt.id, receipt.sequence) + "\n")


def remedy(
    context: typer.Context,
    data: DataDirectoryOption,
    office: _Office,
    author: _Author,
    key: _Key,
    reason: Annotated[str, typer.Option(help="Why they are opened, in own words.", show_default=False)],
    source: Annotated[
        str | None, typer.Option(metavar="PARTY", help="A source that proved wrong. Default: the rulings about norms.")
    ] = None,
    format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Open a review of every decision that rests on a defective norm version or source, and tell each person once."""
    from kyosei.cli.decisions import words
    from kyosei.decisions.remedying import affected_by_rulings, affected_by_source, open_line, tell_opened
    from kyosei.journal.directory import read_key_file
    from kyosei.notices.catalogue import catalogue_of
    from kyosei.notices.guidance import read_guidance

    signing = read_key_file(key)
    with deciding_in(context, data) as deciding:
        engine, size, law_of = deciding.database.engine, deciding.journal.size(), deciding.source.open_law
        with engine.connect() as connection:
            if source is None:
                found = affected_by_rulings(connection, office, lambda version: law_of(version).law, size)
            else:
                found = affected_by_source(connection, office, source)
        for one in found:
            if one.told and not one.opened:
                deciding.journal.submit_one(signing.sign(open_line(one, office, author, now(), reason)))
        catalogue = catalogue_of(law_of(None).law, read_guidance(deciding.source.guidance()))
        with engine.begin() as connection:
            tell_opened(connection, catalogue, lambda version: law_of(version).law, size, now())
    untold = [one.dossier for one in found if not one.told]
    opened = [one.dossier for one in found if one.told]
    if format_ is Format.JSON:
        write_json({"opened": opened, "not_told_yet": untold})
        return
    lines = [f"{one}" for one in opened] or [words.NONE_DEFECTIVE.said_in(language_of(lang))]
    lines += [words.NOT_TOLD_YET.said_in(language_of(lang)).format(one) for one in untold]
    write_text("\n".join(lines) + "\n")


def reversals(data: DataDirectoryOption, format_: FormatOption = Format.TEXT, lang: LanguageOption = None) -> None:
    """Count by norm and by source how many reviews annulled or corrected a decision. Counts below ten are not told."""
    from dataclasses import asdict

    from kyosei.cli.decisions import words
    from kyosei.decisions.remedying import reversals as reversals_of

    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        by_norm, by_source = reversals_of(connection)
    if format_ is Format.JSON:
        write_json({"by_norm": [asdict(one) for one in by_norm], "by_source": [asdict(one) for one in by_source]})
        return
    few = words.FEWER_THAN_TEN.said_in(language_of(lang))

    def line(one: Reversals) -> str:
        counts = [few if count is None else str(count) for count in (one.reviewed, one.reversed)]
        return words.REVERSED.said_in(language_of(lang)).format(one.of, *counts)

    found = [line(one) for one in (*by_norm, *by_source)]
    write_text("\n".join(found or [words.NONE_REVIEWED.said_in(language_of(lang))]) + "\n")
