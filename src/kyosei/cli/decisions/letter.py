"""`kyosei decisions letter`: the letter about a sealed dossier, as HTML or as tagged PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import LanguageOption, language_of
from kyosei.cli.asking import Asker, now, with_asker
from kyosei.cli.data_directory import DataDirectoryOption
from kyosei.cli.decisions.deciding import AddressArgument, PersonOption, deciding_in
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import write_text
from kyosei.errors import InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.decisions.letter.shapes import Letter

__all__ = ["letter"]


@with_asker
def letter(
    context: typer.Context,
    address: AddressArgument,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="A new file, .html or .pdf.", show_default=False)],
    person: PersonOption,
    data: DataDirectoryOption,
    *,
    asker: Asker,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="The person's language beside Japanese: ja, ja-easy or en.")
    ] = "ja",
    online: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the portal is; the letter's code leads there.")
    ] = None,
    lang: LanguageOption = None,
) -> None:
    """Write the letter about a sealed dossier: the same content as HTML and as PDF. It is a look, and logged."""
    from kyosei.cli.decisions import words
    from kyosei.decisions.letter.composing import LANGUAGES, Addressed, compose_letter, languages_for
    from kyosei.decisions.letter.naming import names_for
    from kyosei.decisions.sealed import sealed_dossier
    from kyosei.norms.procedures import find_procedure
    from kyosei.publication.paraphrases import read_paraphrases

    if out.suffix not in (".html", ".pdf"):
        raise QuestionError(f"{out} is neither .html nor .pdf; the end of its name says which is wanted")
    if language not in LANGUAGES:
        raise QuestionError(f"letters are not written in {language!r}; there are {', '.join(LANGUAGES)}")
    source = LawSource.of(context)
    with deciding_in(context, data) as deciding:
        office = deciding.office()
        found = sealed_dossier(office.path, asker.request(person, None), address)
        languages = languages_for(language)
        with deciding.database.engine.connect() as connection:
            called = names_for(connection, found.dossier, languages)
        procedure = find_procedure(office.procedures, found.dossier.assembled.application.procedure)
        says = read_paraphrases(source.sources().words).text_of
        at = None if online is None else f"{online.rstrip('/')}/decisions/{address}"
        told = Addressed(procedure, office.loaded.law, says, called, now(), address, found.acts, at)
        written = _written(compose_letter(found.dossier, told, languages), out)
    try:
        with out.open("xb") as opened:
            opened.write(written)
    except OSError as error:
        raise InputError(f"{out} cannot be written: {error.strerror or error}; name a new file") from error
    write_text(words.LETTER.said_in(language_of(lang)).format(out) + "\n")


def _written(letter: Letter, out: Path) -> bytes:
    if out.suffix == ".html":
        from kyosei.decisions.letter.html import html_of

        return html_of(letter).encode()
    from kyosei.decisions.letter.pdf import pdf_of

    return pdf_of(letter)
