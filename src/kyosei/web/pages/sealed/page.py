"""A sealed dossier at its office: a second officer reads it and agrees or sends it back; then the person is told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.decisions.acts import Act, is_reviewed_now
from kyosei.decisions.letter.composing import LANGUAGES
from kyosei.decisions.letter.shapes import Edition
from kyosei.decisions.sealing import Line, act_line
from kyosei.journal.entries import DecisionAct
from kyosei.terms.text import Text
from kyosei.web.deciding.sealed import SealedHere, looked_at_sealed
from kyosei.web.deciding.signing import signed_by_officer, signs_as_officer
from kyosei.web.institution.looking import organisation_of
from kyosei.web.languages import COMPLETE
from kyosei.web.letters import letter_of
from kyosei.web.pages.page import Page
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["SEALED"]

_TONGUES: Final = [(code, one.name) for code, one in COMPLETE.items()]
_LETTERS_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class SealedShown:
    """acts: what was done about it, by whom. review_open: somebody is to look at it again; reopened: a review annulled or
    corrected it. waits: for a second officer who is not its author. may_read: the visitor is one.

    error: `missing` own words, or why something was not taken. words: what was written and not taken yet.
    """

    address: str
    procedure: Text
    edition: Edition
    acts: Sequence[Act]
    waits: bool
    may_read: bool
    may_tell: bool
    returned: bool
    told: bool
    review_open: bool
    reopened: bool
    application: str
    language_told: str
    languages_told: Sequence[tuple[str, str]]
    signs: bool
    error: str
    words: str


def _show(visit: Visit) -> Shown | NotHere:
    found = looked_at_sealed(visit)
    return NotHere() if found is None else _shown(visit, found)


def _shown(visit: Visit, found: SealedHere, error: str = "") -> Shown:
    (edition,) = letter_of(visit, found.sealed, (visit.language,)).editions
    stage = found.stage
    return Shown(
        SealedShown(
            found.sealed.address, found.procedure.title, edition, found.sealed.acts,
            stage.adverse and not (stage.concurred or stage.returned or stage.told), found.may_read, found.may_tell,
            stage.returned, stage.told, is_reviewed_now(found.sealed.acts), stage.reopened, stage.application,
            found.sealed.dossier.opinion.notice.language, _TONGUES,
            signs_as_officer(visit), error, visit.form.get("words", ""),
        )
    )  # fmt: skip


def _take(visit: Visit) -> Shown | Go | Given | NotHere:
    found = looked_at_sealed(visit)
    if found is None:
        return NotHere()
    kept = visit.form.get("keep", "")
    act, said = kept or visit.form.get("act", ""), " ".join(visit.form.get("words", "").split())[:_LETTERS_MOST]
    permitted = {
        "concur": found.may_read, "return": found.may_read, "notify": found.may_tell,
        "supplement": not found.stage.returned,
    }  # fmt: skip
    if not permitted.get(act):
        return NotHere()
    language = visit.form.get("language", "")
    if (act == "notify" and language not in LANGUAGES) or (act != "notify" and not said):
        return _shown(visit, found, "missing")
    line = _line(visit, DecisionAct(act), said, language)
    if kept:
        return Given(json.dumps(line, ensure_ascii=False).encode() + b"\n", "application/json", "line.json")
    refusal = signed_by_officer(visit, line)
    return Go(f"/sealed/{found.sealed.address}") if refusal is None else _shown(visit, found, refusal)


def _line(visit: Visit, act: DecisionAct, said: str, language: str) -> Line:
    told = {"language": language} if act is DecisionAct.NOTIFY else {"reason": said}
    address, office = visit.arguments["address"], organisation_of(visit)
    return act_line(act.value, address, visit.signed_in.actor, office, visit.now, **told)


SEALED: Final = Page(
    "sealed", "/sealed/{address}", frozenset((Role.OFFICER,)), SealedShown, _show, _take,
    grave=lambda visit: True,  # an office decides about a person
)  # fmt: skip
