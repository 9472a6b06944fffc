"""Files an application and acts on it: what is entered, for the person's word or the office's key to sign.

An application is one entry, and those of a family that are filed together are taken together or not at all: so whatever
interrupts it, each is filed whole or not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kyosei.access.fields import readable_by
from kyosei.access.grounds import may_do
from kyosei.access.requests import Request
from kyosei.applications.application import Application, applications_of
from kyosei.applications.filing import (
    NAMES_A_STATUS,
    PROCEDURES,
    Agreed,
    Asked,
    Attached,
    Filing,
    Question,
    document_of,
)
from kyosei.applications.flags import flags_of
from kyosei.decisions.drafting import Office
from kyosei.decisions.outlook import Ahead, look_ahead
from kyosei.decisions.shape import Day, written
from kyosei.decisions.shown import Outlook
from kyosei.errors import QuestionError
from kyosei.evidence.known import standing
from kyosei.facts.kinds import TheParty
from kyosei.facts.statements import Case, Coverage, Statement
from kyosei.facts.vocabulary import kind_named
from kyosei.facts.vocabulary.options import STATUSES
from kyosei.timelines.days import date_from_day, instant_from_microseconds, legal_day

__all__ = [
    "LETTERS", "Line", "Prepared", "add_line", "answer_line", "file_line", "inquire_line",
    "prepare", "receive_lines", "request_line", "together", "withdraw_line",
]  # fmt: skip

Line = dict[str, object]

LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
"""An id in letters cannot look like an Individual Number, which a journal refuses."""
_RECORD: Final = "residence.application"
_OFFICE: Final = "authority:isa"
_APPLY: Final = "apply"
_PUBLIC: Final = ("authority:", "municipality:")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would be filed, for the person to read before they do. pending: the id of the one that is pending already, if any.

    case: what the person's record shows, by which parties have their names.
    """

    person: str
    office: str
    case: Case
    outlook: Outlook
    filing: Filing
    pending: str | None


def prepare(
    office: Office, request: Request, procedure: str, *, language: str, for_status: str | None = None,
    group: str | None = None, filed_at: str = _OFFICE,
) -> Prepared:  # fmt: skip
    """Looks ahead as of now, and what would be filed; two looks. language: in which the person reads it. filed_at: the office.

    QuestionError if there is no such procedure, a change names no status, or whoever asks may not apply for the person.
    """
    if procedure not in PROCEDURES:
        raise QuestionError(f"{procedure!r} is nothing that can be applied for here; there are {', '.join(PROCEDURES)}")
    names = procedure in NAMES_A_STATUS
    if names != (for_status is not None) or (for_status is not None and for_status not in STATUSES):
        raise QuestionError(
            "a change or an acquisition, and nothing else, names the status that is applied for, such as student"
        )
    chosen = next((one for one in office.procedures if one.id == procedure), None)
    ahead = look_ahead(office, request, procedure, chosen, for_status=for_status)
    with office.engine.connect() as connection:
        may_apply = may_do(connection, request, _APPLY, ahead.as_of.known, ahead.as_of.day)
    if not may_apply:
        raise QuestionError("the mandate does not say that its holder may apply; the person can add that to it")
    already = applications_of(office.path, request)
    pending = next((one.id for one in already if one.is_open and one.filing.procedure == procedure), None)
    norms = () if chosen is None else chosen.requirements
    kinds = tuple(sorted(readable_by(office.loaded.law, norms).kinds)) if norms else ()
    outlook = ahead.outlook
    states = {one.id: one.norm for one in outlook.findings}
    filing = Filing(
        procedure, ahead.as_of.day, ahead.as_of, chosen is not None, outlook.findings,
        tuple(states[one] for one in outlook.judged), _questions(ahead, states),
        Agreed("" if chosen is None else chosen.purpose, kinds, _sources(ahead, request.subject, kinds), language),
        outlook.meanwhile, flags_of(ahead.case, request.subject, ahead.as_of.day), _asked_status(ahead), group,
    )  # fmt: skip
    return Prepared(request.subject, filed_at, ahead.case, outlook, filing, pending)


def file_line(prepared: Prepared, by: str, now: int, key: str, words: str = "") -> Line:
    """The entry that files it. key: makes it one, however often the same form is sent. QuestionError if one is pending."""
    if prepared.pending is not None:
        raise QuestionError(f"{prepared.pending} is pending already; add to it, or withdraw it first")
    person, filing = prepared.person, prepared.filing
    id_ = _id("application", person, filing.procedure, key)
    line: Line = {
        "type": "application", "id": id_, "act": "file", "person": person, "office": prepared.office, "by": by,
        "document": document_of(filing), "source": person, "stated_at": _text(now),
    }  # fmt: skip
    return line | ({"words": words} if words else {})


def receive_lines(application: str, person: str, filing: Filing, office: str, by: str, now: int) -> list[Line]:
    """What an office enters when it has an application: that it was filed, which makes it pending, and that it is this one."""
    data: dict[str, object] = {"procedure": filing.procedure}
    if filing.for_status is not None:
        data["for_status"] = filing.for_status
    statement = f"received-{application}"
    stated: Line = {
        "type": "statement", "id": statement, "kind": _RECORD, "source": office, "about": {"person": person},
        "data": data, "on": date_from_day(filing.day).isoformat(),
        "stated_at": _text(now),
    }  # fmt: skip
    act: Line = {
        "type": "application", "id": f"receipt-{application}", "act": "receive", "application": application,
        "target": statement, "by": by, "source": office, "stated_at": _text(now),
    }  # fmt: skip
    return [stated, act]


def add_line(
    application: Application, by: str, now: int, key: str, words: str, attached: Attached | None = None
) -> Line:
    """The entry that adds something: a statement of their own, a translation, a document by its digest."""
    _require_open(application)
    return _said("add", application, by, now, key, words, attached)


def withdraw_line(application: Application, by: str, now: int, words: str = "") -> Line:
    """The entry that takes it back; no reason is needed."""
    _require_open(application)
    line: Line = {
        "type": "application", "id": f"withdrawn-{application.id}", "act": "withdraw", "application": application.id,
        "by": by, "source": application.person, "stated_at": _text(now),
    }  # fmt: skip
    return line | ({"words": words} if words else {})


def request_line(
    application: Application, case: Case, asked: Asked, why: str, due: int, by: str, now: int, key: str
) -> Line:  # fmt: skip
    """The entry by which an office asks the person for something. case: what the office sees of the person for its purpose.

    QuestionError if a source has answered that already, or an institution owes it: both are named, and nobody is asked twice.
    """
    _require_open(application)
    if not asked.what.strip() or not why.strip():
        raise QuestionError("say what is asked for, and why it is needed")
    if due <= legal_day(now):
        raise QuestionError(f"{date_from_day(due)} leaves no time; name a later day")
    if asked.kind is not None:
        _require_unanswered(case, application.person, asked.kind, now)
    return {
        "type": "application", "id": _id("request", application.id, asked.what, key), "act": "request",
        "application": application.id, "words": why, "document": written(asked), "due": date_from_day(due).isoformat(),
        "by": by, "source": application.office, "stated_at": _text(now),
    }  # fmt: skip


def inquire_line(application: str, office: str, asked: str, kind: str, words: str, by: str, now: int) -> Line:
    """The entry by which an office asks another public office for its records of a kind about an applicant, once.

    application: the id of its filing. QuestionError for whoever is no other public office: an employer learns of no application.
    """
    if asked == office or not asked.startswith(_PUBLIC):
        raise QuestionError(f"{asked} is no other public office; nobody else is asked about an application")
    if not words.strip():
        raise QuestionError("say in own words what is asked")
    kind_named(kind)
    return {
        "type": "application", "id": _id("inquiry", application, asked, kind), "act": "inquire", "application": application,
        "office": asked, "words": words, "document": {"kind": kind}, "by": by, "source": office, "stated_at": _text(now),
    }  # fmt: skip


def answer_line(
    application: Application, request: str, by: str, now: int, key: str, words: str, attached: Attached | None = None
) -> Line:
    """The entry by which the person answers what the office asked. QuestionError if it asked no such thing."""
    _require_open(application)
    if all(one.id != request for one in application.requests):
        raise QuestionError(f"the office has asked nothing under {request!r}")
    return _said("answer", application, by, now, key, words, attached) | {"target": request}


def _require_open(application: Application) -> None:
    if not application.is_open:
        raise QuestionError(f"{application.id} has ended ({application.stage.value}); nothing is added to it")


def _require_unanswered(case: Case, person: str, kind: str, now: int) -> None:
    """Nothing is asked of a person that a source has answered, or that an institution owes."""
    facts = kind_named(kind).facts
    stands = standing(case, now)
    lines: Sequence[Statement | Coverage] = (*stands.statements, *stands.coverages)
    for one in lines:
        if one.kind == kind and one.id not in stands.disputers and one.about.get("person", person) == person:
            raise QuestionError(f"{one.source} has answered that already ({one.id}); nothing is asked twice")
    persons = any(isinstance(holder, TheParty) and holder.role == "person" for holder in facts.holders)
    if not persons:
        raise QuestionError(f"{kind} is for an institution to tell, not for the person; it is asked there")


def _said(
    act: str, application: Application, by: str, now: int, key: str, words: str, attached: Attached | None
) -> Line:  # fmt: skip
    if not words.strip() and attached is None:
        raise QuestionError("it says nothing; write something, or name a document")
    line: Line = {
        "type": "application", "id": _id(act, application.id, key), "act": act, "application": application.id, "by": by,
        "source": application.person, "stated_at": _text(now),
    }  # fmt: skip
    document = {} if attached is None else {"document": {"attached": written(attached)}}
    return line | ({"words": words} if words.strip() else {}) | document


def _questions(ahead: Ahead, norms: dict[str, str]) -> tuple[Question, ...]:
    """Who owes what is open, with the day by which such records usually come."""
    return tuple(
        Question(
            one.id.replace("gap", "question"), one.kind, one.owner, tuple(dict.fromkeys(norms[id_] for id_ in one.findings)),
            Day(ahead.as_of.day + kind_named(one.kind).facts.lag_days),
        )
        for one in ahead.outlook.asked
    )  # fmt: skip


def _sources(ahead: Ahead, person: str, kinds: Sequence[str]) -> tuple[str, ...]:
    """Whose records about the person are read, and who is asked for more."""
    case = ahead.case
    lines: list[Statement | Coverage] = [*case.statements, *case.coverages]
    told = {one.source for one in lines if one.kind in kinds and one.source != person}
    return tuple(sorted(told | {one.owner for one in ahead.outlook.asked if ":" in one.owner}))


def _asked_status(ahead: Ahead) -> str | None:
    """The status that is asked for: of a renewal the one that is held."""
    asked = "permanent-resident" if ahead.outlook.procedure == "permanent" else ahead.filed.data.get("for_status")
    return None if asked is None else str(asked)


def _id(what: str, *made_of: str) -> str:
    return f"{what}-{hashlib.sha256(' '.join(made_of).encode()).hexdigest()[:24].translate(LETTERS)}"


def _text(microseconds: int) -> str:
    return instant_from_microseconds(microseconds).isoformat()


def together(prepared: Sequence[Prepared], group: str) -> list[Prepared]:
    """Applications of several persons as ones that are filed together."""
    return [replace(one, filing=replace(one.filing, group=group)) for one in prepared]
