"""The letter as a file for the office: of a draft, and of a sealed dossier."""

from __future__ import annotations

from typing import Final

from kyosei.access.requests import Role
from kyosei.decisions.letter.composing import languages_for
from kyosei.web.deciding.desk import desk_of, working_on
from kyosei.web.deciding.sealed import looked_at_sealed
from kyosei.web.letters import compose, file_of, letter_of
from kyosei.web.pages.page import Page
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["DRAFT_HTML", "DRAFT_PDF", "SEALED_HTML", "SEALED_PDF"]

_OFFICERS: Final = frozenset((Role.OFFICER,))


def _of_draft(visit: Visit) -> Given | NotHere:
    desk = desk_of(visit, visit.arguments["application"])
    working = None if desk is None or not desk.is_of(visit) else working_on(visit, desk)
    if working is None:
        return NotHere()
    language = working.dossier.opinion.notice.language or visit.language
    return file_of(compose(visit, working.dossier, languages_for(language)), visit.path.rpartition(".")[2])


def _of_sealed(visit: Visit) -> Given | NotHere:
    found = looked_at_sealed(visit)
    if found is None:
        return NotHere()
    language = found.sealed.dossier.opinion.notice.language or visit.language
    return file_of(letter_of(visit, found.sealed, languages_for(language)), visit.path.rpartition(".")[2])


DRAFT_PDF: Final = Page("workbench_files", "/workbench/{application}/letter.pdf", _OFFICERS, None, _of_draft)
DRAFT_HTML: Final = Page("workbench_files", "/workbench/{application}/letter.html", _OFFICERS, None, _of_draft)
SEALED_PDF: Final = Page("workbench_files", "/sealed/{address}/letter.pdf", _OFFICERS, None, _of_sealed)
SEALED_HTML: Final = Page("workbench_files", "/sealed/{address}/letter.html", _OFFICERS, None, _of_sealed)
