"""Letters about decisions in the portal: composed for a page, or given as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kyosei.decisions.acts import Act
from kyosei.decisions.dossier import Dossier
from kyosei.decisions.letter.composing import Addressed, compose_letter
from kyosei.decisions.letter.html import html_of
from kyosei.decisions.letter.naming import names_for
from kyosei.decisions.letter.pdf import pdf_of
from kyosei.decisions.letter.shapes import Edition, Letter
from kyosei.decisions.sealed import Sealed, sealed_dossier
from kyosei.errors import AccessRefusal, AccessRefusedError, MissingPartError
from kyosei.norms.procedures import find_procedure
from kyosei.terms.text import Language
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["compose", "edition_of", "file_of", "letter_of", "own_dossier"]


def own_dossier(visit: Visit) -> Sealed | None:
    """The decision about the visitor that the address names, one look; None if there is none of which they were told."""
    try:
        return sealed_dossier(visit.portal.path, visit.signed_in.own_request(), visit.arguments["address"])
    except AccessRefusedError as error:
        if error.refusal is not AccessRefusal.DOSSIER_OF_OTHERS:
            raise
        return None


def letter_of(visit: Visit, sealed: Sealed, languages: Sequence[Language]) -> Letter:
    """The letter about a sealed dossier."""
    return compose(visit, sealed.dossier, languages, sealed.address, sealed.acts)


def edition_of(visit: Visit, sealed: Sealed) -> Edition:
    """The letter in the reader's language, to be read in a page: it needs no code that leads there."""
    (edition,) = letter_of(visit, sealed, (visit.language,)).editions
    return replace(edition, sections=tuple(one for one in edition.sections if one.key != "online"))


def compose(
    visit: Visit, dossier: Dossier, languages: Sequence[Language], address: str | None = None, acts: Sequence[Act] = ()
) -> Letter:
    """The letter about a dossier, a draft's too."""
    portal = visit.portal
    with portal.engine.connect() as connection:
        called = names_for(connection, dossier, languages)
    procedure = find_procedure(portal.procedures, dossier.assembled.application.procedure)
    online = None if address is None else f"{portal.origin.text}/decisions/{address}"
    told = Addressed(
        procedure, portal.loaded.law, portal.paraphrases.text_of, called, visit.now, address, acts, online
    )  # fmt: skip
    return compose_letter(dossier, told, languages)


def file_of(letter: Letter, form: str) -> Given | NotHere:
    """The letter as a file, html or pdf; NotHere where a font that a PDF needs is not installed: HTML needs none."""
    if form == "html":
        return Given(html_of(letter).encode(), "text/html; charset=utf-8", "letter.html")
    try:
        return Given(pdf_of(letter), "application/pdf", "letter.pdf")
    except MissingPartError:
        return NotHere()
