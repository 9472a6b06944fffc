"""Answering a dispute about a record of this office: it is kept, it was corrected, or it is taken back; or it takes longer. With
reasons, which the person reads.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kyosei.access.purposes import AboutNorms, Purpose
from kyosei.access.requests import Role
from kyosei.errors import AccessRefusedError
from kyosei.facts.statements import Case, Statement
from kyosei.facts.vocabulary.records import CorrectionRequest
from kyosei.journal.entered import Said, Waiting, disputes_to_answer
from kyosei.timelines.days import NEVER, date_from_day, instant_from_microseconds, legal_day
from kyosei.web.answering import EXTENDED_DAYS, answer_by
from kyosei.web.institution.looking import organisation_of, purposes_for, request_for
from kyosei.web.institution.sending import Line, id_of, may_sign, sent
from kyosei.web.own.records import Field, fields_of
from kyosei.web.pages.page import Page
from kyosei.web.parties import called
from kyosei.web.security.sessions import is_token, new_token
from kyosei.web.visit import Given, Go, NotHere, Shown, Visit

__all__ = ["OUTCOMES", "RESOLVE"]

OUTCOMES: Final = ("kept", "corrected", "withdrawn", "later")
"""It stays; a corrected record is in its place already; it is taken back with this answer; thirty more days are needed."""
_LETTERS_MOST: Final = 2_000
_REQUEST: Final = CorrectionRequest.facts.name


@dataclass(frozen=True, slots=True)
class ResolveShown:
    """record: None: no purpose of this office shows it, and then nothing of it is said. purpose: for which the look was.

    step: answer, check, or closed. errors: by the name of the input. lines: what would be signed. by: the day
    by which it is to be answered.
    """

    waiting: Waiting
    case: Case
    record: Statement | None
    said: Said | None
    person: str
    fields: Sequence[Field]
    never: int
    purpose: Purpose | None
    step: str
    key: str = ""
    outcome: str = ""
    reason: str = ""
    errors: Sequence[tuple[str, str]] = ()
    refusal: str = ""
    lines: str = ""
    signs: bool = False
    by: int = 0


@dataclass(frozen=True, slots=True)
class _Disputed:
    """A dispute as it may be seen: the case that the look showed."""

    visit: Visit
    waiting: Waiting
    purpose: Purpose | None = None
    case: Case = field(default_factory=lambda: Case({}))
    said: Said | None = None

    @property
    def record(self) -> Statement | None:
        return next((one for one in self.case.statements if one.id == self.waiting.target), None)

    @property
    def can_be_answered(self) -> bool:
        return self.record is not None and not self.waiting.settled and self.visit.portal.intake is not None

    def shown(self, step: str, **more: object) -> Shown:
        """The page at a step."""
        record = self.record
        person = ""
        if record is not None:
            id_ = record.about.get("person", "")
            with self.visit.portal.engine.connect() as connection:
                person = f"{called(connection, [id_], self.visit.language)[id_]} ({id_})"
        return Shown(
            ResolveShown(
                self.waiting, self.case, record,
                self.said, person,
                () if record is None else tuple(fields_of(record)), NEVER, self.purpose,
                step if self.can_be_answered else "closed", by=answer_by(self.waiting.at), **more,  # type: ignore[arg-type]  # the fields of the page
            )
        )  # fmt: skip


def _disputed(visit: Visit) -> _Disputed | None:
    """The dispute that the address names, looked at for the first purpose that shows its record."""
    with visit.portal.engine.connect() as connection:
        found = disputes_to_answer(connection, organisation_of(visit))
    waiting = next((one for one in found if one.id == visit.arguments["dispute"]), None)
    if waiting is None:
        return None
    for purpose in purposes_for(visit.portal, visit.signed_in, ()):
        if not isinstance(purpose.reads, AboutNorms) or waiting.kind not in visit.portal.purposes.readable[
            purpose.id
        ].kinds or not waiting.subject.startswith("person:"):  # fmt: skip
            continue
        request = request_for(visit, purpose, waiting.subject, waiting.id)
        if request is None:
            continue
        try:
            case, said = visit.portal.path.disputed(request, waiting.id)
        except AccessRefusedError:
            continue
        if any(one.id == waiting.target for one in case.statements):
            return _Disputed(visit, waiting, purpose, case, said)
    return _Disputed(visit, waiting)


def _show(visit: Visit) -> Shown | NotHere:
    found = _disputed(visit)
    return NotHere() if found is None else found.shown("answer", key=new_token())


def _take(visit: Visit) -> Shown | Go | Given | NotHere:
    found, form = _disputed(visit), visit.form
    key = form.get("key", "")
    if found is None or not found.can_be_answered or not is_token(key):
        return NotHere()
    outcome, reason = form.get("outcome", ""), " ".join(form.get("reason", "").split())[:_LETTERS_MOST]
    errors: list[tuple[str, str]] = []
    if outcome not in OUTCOMES:
        errors.append(("outcome", "missing"))
    if outcome == "corrected" and not (found.said is not None and found.said.replaced):
        errors.append(("outcome", "not_corrected"))
    if not reason:
        errors.append(("reason", "missing"))
    if errors:
        return found.shown("answer", key=key, outcome=outcome, reason=reason, errors=errors)
    lines = _lines(found, key, outcome, reason)
    refusal: str | None = ""
    if form.get("do") == "download":
        return Given("".join(_written(one) + "\n" for one in lines).encode(), "application/json", "line.json")
    if form.get("step") == "check":
        refusal = sent(visit, lines)
        if refusal is None:
            return Go(f"/disputes-to-answer/{found.waiting.id}")
    return found.shown(
        "check", key=key, outcome=outcome, reason=reason, refusal=refusal or "", signs=may_sign(visit),
        lines="\n".join(_written(one) for one in lines),
    )  # fmt: skip


def _lines(found: _Disputed, key: str, outcome: str, reason: str) -> list[Line]:
    """What is entered: the end of the dispute, and before it that the record is taken back."""
    office, dispute = organisation_of(found.visit), found.waiting
    at = instant_from_microseconds(found.visit.now).isoformat()
    if outcome == "later":
        return [_extension(dispute, office, key, reason, at)]
    lines: list[Line] = []
    if outcome == "withdrawn":
        id_ = id_of("withdrawal", office, dispute.id, key)
        lines.append({"type": "withdrawal", "id": id_, "target": dispute.target, "source": office, "stated_at": at})
    lines.append({
        "type": "resolution", "id": id_of("resolution", office, dispute.id, key), "target": dispute.id, "by": office,
        "outcome": "kept" if outcome == "kept" else "corrected", "reason": reason, "stated_at": at,
    })  # fmt: skip
    return lines


def _extension(dispute: Waiting, office: str, key: str, reason: str, at: str) -> Line:
    """That thirty more days are needed (Personal Information Act art. 94 (2)), under the day on which it was asked."""
    asked = legal_day(dispute.at)
    return {
        "type": "statement", "id": id_of("extension", office, dispute.id, key), "kind": _REQUEST, "source": office,
        "about": {"person": dispute.subject, "office": office}, "from": date_from_day(asked).isoformat(),
        "until": date_from_day(asked + EXTENDED_DAYS + 1).isoformat(),
        "data": {"extended": "thirty_days", "reasons": reason}, "stated_at": at,
    }  # fmt: skip


def _written(line: Line) -> str:
    return json.dumps(line, ensure_ascii=False)


RESOLVE: Final = Page(
    "resolve", "/disputes-to-answer/{dispute}", frozenset((Role.OFFICER,)), ResolveShown, _show, _take,
    grave=lambda visit: True,  # an office decides about what a person says
)  # fmt: skip
