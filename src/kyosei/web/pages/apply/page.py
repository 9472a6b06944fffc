"""Applying about the stay: what for; what is met, what is open and whose turn that is, and to what one agrees; then a last look.

Each step is a form of its own that carries the answers so far; nothing is kept before the last one is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.applications.acting import Prepared, prepare
from kyosei.applications.filing import NAMES_A_STATUS, PROCEDURES
from kyosei.errors import EntryRefusedError, QuestionError
from kyosei.facts.statements import Case
from kyosei.terms.text import Text
from kyosei.web.own.applying import (
    filed,
    office_of,
    procedure_said,
    status_options,
    status_said,
    words_in,
)
from kyosei.web.own.family import Ward, chosen_of, wards_of
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Go, NotHere, Shown, Visit
from kyosei.web.visitor import Visitor

__all__ = ["APPLY"]

STEPS: Final = ("what", "outlook", "check")


@dataclass(frozen=True, slots=True)
class Group:
    """Requirements that stand alike: met, owed by others, judged by the office, or not met. tone: of the word for it."""

    stands: str
    tone: str
    norms: Sequence[str]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the family who applies together with the visitor: what would be filed for them."""

    person: str
    name: str
    prepared: Prepared
    groups: Sequence[Group]
    last_day: int


@dataclass(frozen=True, slots=True)
class ApplyShown:
    """step: of `STEPS`. error: what is lacking (missing, status, agree), or what was refused, in `refused`. key: makes it one
    application, however often it is sent. wards: for whom the visitor may apply as their guardian, each with whether they are
    chosen. prepared: what would be filed; None at the first step. last_day: until when the stay is sure, -1: not known.
    """

    case: Case
    step: str
    error: str
    refused: str
    key: str
    procedures: Sequence[tuple[str, Text]]
    statuses: Sequence[tuple[str, Text]]
    procedure: str
    status: str
    status_said: Text | None
    words: str
    wards: Sequence[tuple[Ward, bool]]
    members: Sequence[Member]
    prepared: Prepared | None
    groups: Sequence[Group]
    stay_last: int
    last_day: int


def _show(visit: Visit) -> Shown | NotHere:
    if visit.portal.entering is None:
        return NotHere()
    return Shown(_shown(visit, "what", new_token()))


def _take(visit: Visit) -> Shown | Go | NotHere:
    form, key = visit.form, visit.form.get("key", "")
    if visit.portal.entering is None or not is_token(key):
        return NotHere()
    procedure, status = form.get("procedure", ""), form.get("status", "")
    if procedure not in PROCEDURES:
        return Shown(_shown(visit, "what", key, error="missing"))
    if procedure in NAMES_A_STATUS and not any(status == slug for slug, _ in status_options()):
        return Shown(_shown(visit, "what", key, procedure=procedure, error="status"))
    status = status if procedure in NAMES_A_STATUS else ""
    wards = chosen_of(visit, wards_of(visit))
    if wards is None:
        return NotHere()
    visitors = (visit.signed_in, *(one.visitor for one in wards))
    try:
        own, *others = (_prepared(visit, one, procedure, status) for one in visitors)
    except QuestionError as error:
        return Shown(_shown(visit, "what", key, procedure=procedure, status=status, refused=str(error)))
    sent = form.get("step", "what")

    def shown(step: str, *, error: str = "", refused: str = "") -> Shown:
        members = [_member(ward, one) for ward, one in zip(wards, others, strict=True)]
        return Shown(_shown(
            visit, step, key, procedure=procedure, status=status, prepared=own, members=members, error=error, refused=refused,
        ))  # fmt: skip

    if own.pending is not None and sent == "check":  # the same form again
        return Go(f"/applications/{own.pending}")
    if any(one.pending is not None for one in (own, *others)):
        return shown("outlook", error="pending")
    if sent == "what" or form.get("agree") != "yes":
        return shown("outlook", error="" if sent == "what" else "agree")
    if sent == "outlook":
        return shown("check")
    try:
        id_ = filed(visit, [own, *others], key, words_in(visit))
    except EntryRefusedError as error:
        return shown("check", refused=error.message)
    return Go(f"/applications/{id_}?sent=1")


def _prepared(visit: Visit, visitor: Visitor, procedure: str, status: str) -> Prepared:
    request = visitor.own_request(known=visit.now)
    return prepare(office_of(visit), request, procedure, language=visit.language, for_status=status or None)


def _member(ward: Ward, prepared: Prepared) -> Member:
    until = prepared.outlook.meanwhile.lawful_until
    return Member(ward.person, ward.name, prepared, _groups(prepared), -1 if until is None else until - 1)


def _shown(
    visit: Visit, step: str, key: str, *, procedure: str = "", status: str = "", prepared: Prepared | None = None,
    members: Sequence[Member] = (), error: str = "", refused: str = "",
) -> ApplyShown:  # fmt: skip
    meanwhile = None if prepared is None else prepared.outlook.meanwhile
    ends = None if meanwhile is None else meanwhile.stay_ends
    until = None if meanwhile is None else meanwhile.lawful_until
    case, groups = (Case({}), ()) if prepared is None else (prepared.case, _groups(prepared))
    procedures = [(one, procedure_said(one)) for one in PROCEDURES]
    wards = wards_of(visit) if step == "what" else ()
    chosen = {one.person for one in chosen_of(visit, wards) or ()}
    return ApplyShown(
        case, step, error, refused, key, procedures, status_options(), procedure, status,
        status_said(status) if status else None, words_in(visit), [(one, one.person in chosen) for one in wards], members,
        prepared, groups, -1 if ends is None else ends - 1, -1 if until is None else until - 1,
    )  # fmt: skip


def _groups(prepared: Prepared) -> Sequence[Group]:
    judged = set(prepared.outlook.judged)
    found: dict[str, list[str]] = {"unmet": [], "open": [], "judged": [], "met": []}
    for one in prepared.outlook.findings:
        found["judged" if one.id in judged else one.state if one.state in found else "open"].append(one.norm)
    tones = {"unmet": "plain", "open": "open", "judged": "open", "met": "fine"}
    return [Group(stands, tones[stands], list(dict.fromkeys(norms))) for stands, norms in found.items() if norms]


def _is_for_another(visit: Visit) -> bool:
    return visit.signed_in.acts_for is not None or any(name.startswith("with.") for name in visit.form)


APPLY: Final = Page("apply", "/apply", PERSONS, ApplyShown, _show, _take, grave=_is_for_another)
