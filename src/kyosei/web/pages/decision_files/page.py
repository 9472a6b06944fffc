"""The letter about a decision as a file: HTML, and tagged PDF where the fonts for it are there."""

from __future__ import annotations

from typing import Final

from kyosei.decisions.letter.composing import languages_for
from kyosei.web.letters import file_of, letter_of, own_dossier
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["LETTER_HTML", "LETTER_PDF"]


def _given(visit: Visit) -> Given | NotHere:
    found = own_dossier(visit)
    if found is None:
        return NotHere()
    return file_of(letter_of(visit, found, languages_for(visit.language)), visit.path.rpartition(".")[2])


LETTER_PDF: Final = Page("decision_files", "/decisions/{address}/letter.pdf", PERSONS, None, _given)
LETTER_HTML: Final = Page("decision_files", "/decisions/{address}/letter.html", PERSONS, None, _given)
