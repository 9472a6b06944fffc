"""Showing one answer: to whom, what, how long; then exactly what they will see; then a code, which is shown once.

Each step is a form of its own that carries the answers so far; nothing is made before the last one is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kyosei.access.requests import Role
from kyosei.decisions.letter.codes import QuietCode, quiet_code
from kyosei.facts.statements import Case
from kyosei.sharing.answer import Answer, answer_document, answer_of
from kyosei.sharing.profiles import LENGTHS, PROFILES
from kyosei.sharing.prose import SaidAnswer, answer_said
from kyosei.sharing.shares import Shared, SharePlan, plain
from kyosei.verdicts.names import party_name
from kyosei.web.pages.page import Page
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.showing import check_address
from kyosei.web.visit import NotHere, Shown, Visit

__all__ = ["SHOW"]


@dataclass(frozen=True, slots=True)
class ShareShown:
    """A share in the list. said: what was seen, if somebody used the code."""

    share: Shared
    said: SaidAnswer | None


@dataclass(frozen=True, slots=True)
class ShowShown:
    """step: who, what, length, check or done. missing: the step was sent without its answer. key: makes it one share, however
    often it is sent. known: organisations that the person may mean. preview: at the last step. code: once it is made; empty
    where it was shown before.
    """

    step: str
    missing: bool
    verifier: str
    sort: str
    length: str
    key: str
    known: Sequence[str]
    preview: SaidAnswer | None
    confirmed: bool
    code: str
    address: str
    picture: QuietCode | None
    shared: Sequence[ShareShown]


def _show(visit: Visit) -> Shown | NotHere:
    if visit.portal.shares is None:
        return NotHere()
    shown = _look(visit)
    return Shown(_step(visit, "who", new_token(), known=_organisations(visit, shown)))


def _take(visit: Visit) -> Shown | NotHere:
    form, key, person = visit.form, visit.form.get("key", ""), visit.signed_in.person
    if visit.portal.shares is None or person is None or not is_token(key):
        return NotHere()
    verifier = plain(form.get("verifier", ""))
    sort, length = form.get("sort", ""), form.get("length", "")
    shown = _step(visit, "who", key, verifier, sort if sort in PROFILES else "", length if length in LENGTHS else "")
    sent = form.get("step", "")
    case = _look(visit)
    if not shown.verifier:
        return Shown(replace(shown, missing=sent == "who", known=_organisations(visit, case)))
    if not shown.sort:
        return Shown(replace(shown, step="what", missing=sent == "what"))
    if not shown.length:
        return Shown(replace(shown, step="length", missing=sent == "length"))
    answer = _preview(visit, case, shown.sort)
    if sent == "check" and answer.is_confirmed:
        return Shown(_made(visit, person, shown, answer))
    said = answer_said(answer_document(answer), visit.language)
    return Shown(replace(shown, step="check", preview=said, confirmed=answer.is_confirmed))


def _step(
    visit: Visit, step: str, key: str, verifier: str = "", sort: str = "", length: str = "", known: Sequence[str] = ()
) -> ShowShown:  # fmt: skip
    return ShowShown(
        step, False, verifier, sort, length, key, known, None, False, "", "", None, _shared(visit)
    )  # fmt: skip


def _look(visit: Visit) -> Case:
    """One look at the own record, as known now."""
    return visit.portal.path.evaluate(visit.signed_in.own_request(known=visit.now)).case


def _preview(visit: Visit, case: Case, sort: str) -> Answer:
    person = visit.signed_in.person
    assert person is not None, "only who sees a person's pages comes here"
    names = case.parties[person].names if person in case.parties else ()
    return answer_of(visit.portal.loaded, PROFILES[sort], case, person, names, visit.now)


def _made(visit: Visit, person: str, shown: ShowShown, answer: Answer) -> ShowShown:
    shares = visit.portal.shares
    assert shares is not None, "the page is not there without them"
    plan = SharePlan(PROFILES[shown.sort], shown.verifier, shown.length)
    code = shares.make(person, answer.names, plan, shown.key) or ""
    address = check_address(visit.portal.origin, code)
    picture = quiet_code(address) if code else None
    return replace(shown, step="done", code=code, address=f"{visit.portal.origin.text}/check", picture=picture,
                   shared=_shared(visit))  # fmt: skip


def _organisations(visit: Visit, case: Case) -> list[str]:
    """The names of the organisations on the person's record, to choose from."""
    found = (party_name(id_, case, visit.language) for id_, one in case.parties.items() if not one.is_person)
    return sorted({name for name in found if name is not None})


def _shared(visit: Visit) -> list[ShareShown]:
    shares, person = visit.portal.shares, visit.signed_in.person
    if shares is None or person is None:
        return []
    return [
        ShareShown(one, None if one.look is None else answer_said(one.look.answer, visit.language))
        for one in shares.of(person)
    ]


def _leads_to_a_code(visit: Visit) -> bool:
    """Looking at one's shares and ending one is open to whoever is signed in; what leads to a new one gives something away."""
    return bool(visit.form)


SHOW: Final = Page(
    "show", "/show", frozenset((Role.PERSON,)), ShowShown, _show, _take, in_menu=True, grave=_leads_to_a_code
)
