"""What is asked of this floor: to tell one party one thing about one norm. Cases ask; nothing here decides who is told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kyosei.errors import QuestionError
from kyosei.timelines.days import date_from_day, day_from_date

__all__ = [
    "Asked", "Audience", "Corrected", "NoticeRequest", "Occasion", "Outstanding", "notice_key", "request_document",
    "request_from",
]  # fmt: skip


class Audience(StrEnum):
    """As what the recipient is told: it decides what the notice may ask."""

    BEARER = "bearer"
    """Whose duty or limit it is: the only one who is given a task."""
    PROTECTED = "protected"
    """Whom the duty of another protects: told what protects them, and their own right."""
    CONCERNED = "concerned"
    """The person whom a requirement or a legal status is about."""
    HOLDER = "holder"
    """The person who has a right."""
    SOURCE = "source"
    """The office or organisation that owes the answer which is missing."""
    OFFICE = "office"
    """The office in charge, which a case was passed to: told what is so, and given no task by us."""
    READER = "reader"
    """Whoever read an answer that is another one now, or was told it."""


class Occasion(StrEnum):
    """What is so, as a norm's state says it; or that an earlier notice no longer stands."""

    DUE = "due"
    """Of a duty: the day is near. Of a requirement, status or right: it ends after the day."""
    BREACHED = "breached"
    UNMET = "unmet"
    OPEN = "open"
    LATE = "late"
    MET = "met"
    WITHDRAWN = "withdrawn"
    ESCALATED = "escalated"
    """The office in charge was told."""
    CORRECTED = "corrected"
    """Another answer is given than before; which one, only whoever may read it learns, by asking."""
    REVIEW = "review"
    """A decision rested on what proved wrong about it, and its office looks at it again by itself."""
    REQUESTED = "requested"
    """An office asks an applicant for something about an application, until a day."""
    OUTSTANDING = "outstanding"
    """Of a source and of no norm: what it tells is later or less complete than its kinds allow."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a source is asked to tell: a kind of statement, and of which days ([from_day, until_day), None: to this day)."""

    kind: str
    from_day: int
    until_day: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """Of which days [`NoticeRequest.day`, until_day) another answer is given, as known at an instant (microseconds).

    relied_on: the day on which the recipient read the old one, or was told it. reference: the recipient's own, by which it read.
    """

    until_day: int
    known: int
    relied_on: int
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What a source is told about a kind of its records: by what it does not keep to what the kind allows, or `corrected`.

    days: what is allowed, None where nothing says so. measured: days or a count; None: too few to be told.
    """

    kind: str
    what: str
    days: int | None
    measured: int | None


@dataclass(frozen=True, slots=True)
class NoticeRequest:
    """One party to be told one thing.

    event: the id of the transition or act from which it follows; the same event tells a recipient once. about: the parties
    by role. day: of which this is so. due: the day by which, if there is one. answer_days: so many days from the delivery of
    this notice are given to act. bearer_told: whether the bearer is told as well; who complained chooses that first.
    further_office: to which office a case went from the one in charge. corrected: of an answer that is another now.
    outstanding: what a source is told of its records; then `norm` is empty. rights: of a protected person, which rights they
    can use that day; None if nobody looked. language: a tag (BCP 47).
    """

    event: str
    recipient: str
    audience: Audience
    occasion: Occasion
    norm: str
    about: Mapping[str, str]
    day: int
    language: str
    due: int | None = None
    answer_days: int | None = None
    case: str | None = None
    bearer_told: bool = True
    rights: tuple[str, ...] | None = None
    asked: tuple[Asked, ...] = field(default=())
    further_office: str | None = None
    corrected: Corrected | None = None
    outstanding: tuple[Outstanding, ...] = field(default=())

    @property
    def key(self) -> str:
        """The name of the notice: one for each event and recipient."""
        return notice_key(self.event, self.recipient)


def notice_key(event: str, recipient: str) -> str:
    """32 hexadecimal digits that are the same whenever this event is told to this recipient."""
    return hashlib.sha256(json.dumps([event, recipient], ensure_ascii=False).encode()).hexdigest()[:32]


def request_document(request: NoticeRequest) -> dict[str, Any]:  # Any: JSON
    """The request as JSON, from which `request_from` makes an equal one."""
    return {
        "event": request.event,
        "recipient": request.recipient,
        "audience": request.audience.value,
        "occasion": request.occasion.value,
        "norm": request.norm,
        "about": dict(request.about),
        "day": _written(request.day),
        "language": request.language,
        "due": _written(request.due),
        "answer_days": request.answer_days,
        "case": request.case,
        "bearer_told": request.bearer_told,
        "rights": None if request.rights is None else list(request.rights),
        "asked": [
            {"kind": one.kind, "from": _written(one.from_day), "until": _written(one.until_day)}
            for one in request.asked
        ],
        "further_office": request.further_office,
        "corrected": None if request.corrected is None else _corrected_document(request.corrected),
        "outstanding": [
            {"kind": one.kind, "what": one.what, "days": one.days, "measured": one.measured}
            for one in request.outstanding
        ],
    }


def request_from(document: Mapping[str, Any]) -> NoticeRequest:  # Any: JSON
    """A request out of JSON. QuestionError if it is none."""
    try:
        rights = document["rights"]
        return NoticeRequest(
            document["event"], document["recipient"], Audience(document["audience"]), Occasion(document["occasion"]),
            document["norm"], MappingProxyType(dict(document["about"])), _day(document["day"]), document["language"],
            None if document["due"] is None else _day(document["due"]), document["answer_days"], document["case"],
            document["bearer_told"], None if rights is None else tuple(rights),
            tuple(
                Asked(one["kind"], _day(one["from"]), None if one["until"] is None else _day(one["until"]))
                for one in document["asked"]
            ),
            document.get("further_office"), _corrected(document.get("corrected")),
            tuple(
                Outstanding(one["kind"], one["what"], one["days"], one["measured"])
                for one in document.get("outstanding", ())
            ),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise QuestionError(f"this asks for no notice: {error}") from error


def _corrected_document(corrected: Corrected) -> dict[str, Any]:  # Any: JSON
    return {
        "until": _written(corrected.until_day), "known": corrected.known, "relied_on": _written(corrected.relied_on),
        "reference": corrected.reference,
    }  # fmt: skip


def _corrected(written: Mapping[str, Any] | None) -> Corrected | None:  # Any: JSON
    if written is None:
        return None
    return Corrected(_day(written["until"]), written["known"], _day(written["relied_on"]), written["reference"])


def _written(day: int | None) -> str | None:
    return None if day is None else date_from_day(day).isoformat()


def _day(written: str) -> int:
    return day_from_date(date.fromisoformat(written))
