"""Saying that a record is wrong, or not mine: what is the matter, in which respect, in one's own words; then a look at it all.

Each step is a form of its own that carries the answers so far, so that nothing is kept before the person sends it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from kyosei.facts.statements import Case, Statement
from kyosei.timelines.days import instant_from_microseconds
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.own.mandated import DISPUTING, may
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Go, NotHere, Shown, Visit
from kyosei.web.words import words_beside

__all__ = ["CAUSES", "DISPUTE", "SORTS"]

SORTS: Final = ("wrong", "not_mine")
"""The fact is wrong; or the record is about somebody else."""
CAUSES: Final = ("date", "amount", "employer", "status", "other")
"""What is wrong about a fact."""
_LETTERS_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class DisputeShown:
    """step: sort, cause, words or check. missing: whether the step was sent without its answer. key: makes it one dispute,
    however often it is sent.
    """

    case: Case
    record: Statement
    step: str
    missing: bool
    sort: str
    cause: str
    words: str
    key: str


def _show(visit: Visit) -> Shown | NotHere:
    own = look_at_own(visit)
    record = _record(own)
    if record is None or visit.portal.entering is None or not may(visit, DISPUTING):
        return NotHere()
    return Shown(DisputeShown(own.case, record, "sort", False, "", "", "", new_token()))


def _take(visit: Visit) -> Shown | Go | NotHere:
    own, form = look_at_own(visit), visit.form
    record = _record(own)
    key = form.get("key", "")
    if record is None or visit.portal.entering is None or not is_token(key) or not may(visit, DISPUTING):
        return NotHere()
    sort = form.get("sort", "") if form.get("sort") in SORTS else ""
    cause = form.get("cause", "") if form.get("cause") in CAUSES else ""
    words = " ".join(form.get("words", "").split())[:_LETTERS_MOST]
    step = _step(form.get("step", ""), sort, cause)
    if step == "send":
        return Go(f"/disputes/{_enter(visit, own.person, record, sort, cause, words, key)}")
    sent_without = (form.get("step"), bool(sort)) == ("sort", False) or (form.get("step"), bool(cause)) == (
        "cause",
        False,
    )
    return Shown(DisputeShown(own.case, record, step, sent_without, sort, cause, words, key))


def _record(own: Own) -> Statement | None:
    """The record that the address names, if it is one of theirs."""
    found = next((one for one in own.standing.statements if one.id == own.visit.arguments["record"]), None)
    return found if found is not None and own.person in found.about.values() else None


def _step(sent: str, sort: str, cause: str) -> str:
    """The step that follows the one that was sent; the first one without its answer before any other."""
    if not sort:
        return "sort"
    if sort == "wrong" and not cause and sent != "sort":
        return "cause"
    following = {"sort": "cause" if sort == "wrong" else "words", "cause": "words", "words": "check", "check": "send"}
    return following.get(sent, "sort")


def _enter(visit: Visit, person: str, record: Statement, sort: str, cause: str, words: str, key: str) -> str:
    """Enters the dispute as the person's word, which says so if somebody else brought it; its id, which is the same however often
    the same form is sent.
    """
    assert visit.portal.entering is not None, "the page is not there without it"
    id_ = f"dispute-{hashlib.sha256(f'{person} {record.id} {key}'.encode()).hexdigest()[:24]}".translate(_LETTERS)
    said = words_beside("pages/dispute")[f"sort_{sort}" if sort == "not_mine" else f"cause_{cause}"]
    reason = "：".join(part for part in (said.ja, words) if part)  # whoever has to answer reads Japanese
    if _is_for_another(visit):
        reason += words_beside("pages/dispute")["brought"].ja
    at = instant_from_microseconds(visit.now).isoformat()
    visit.portal.entering.enter(
        {"type": "dispute", "id": id_, "target": record.id, "by": person, "reason": reason, "stated_at": at}
    )
    return id_


_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
"""An id in letters cannot look like an Individual Number, which a journal refuses."""


def _is_for_another(visit: Visit) -> bool:
    return visit.signed_in.acts_for is not None


DISPUTE: Final = Page(
    "dispute", "/records/{record}/dispute", PERSONS, DisputeShown, _show, _take, grave=_is_for_another
)  # fmt: skip
