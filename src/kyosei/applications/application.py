"""An application as it stands: what was done about it, how far it has come, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kyosei.access.reading import ReadPath
from kyosei.access.requests import Request
from kyosei.applications.filing import Asked, Filing, Question, asked_from, filing_from
from kyosei.errors import QuestionError
from kyosei.facts.statements import Case, Coverage, Statement
from kyosei.journal.applied import Told
from kyosei.journal.entries import ApplicationAct, ApplicationActKind

__all__ = ["Application", "Done", "Requested", "Stage", "Turn", "applications_of", "turns", "unanswered"]


class Stage(StrEnum):
    """How far an application has come. The last three end it."""

    SENT = "sent"
    """It is filed; the office has not said yet that it has it."""
    RECEIVED = "received"
    """It is pending: the office has said so."""
    GRANTED = "granted"
    """It takes effect when the card is collected."""
    IN_EFFECT = "in-effect"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did about it; at: when it was recorded (microseconds). due: of a request, until when (day number)."""

    id: str
    act: ApplicationActKind
    by: str
    source: str
    words: str
    document: Mapping[str, Any] | None  # Any: JSON
    target: str | None
    due: int | None
    at: int


@dataclass(frozen=True, slots=True)
class Requested:
    """What the office asks the person for, why and until when; answered: by which act, None while it waits."""

    id: str
    asked: Asked
    why: str
    due: int
    at: int
    answered: str | None


@dataclass(frozen=True, slots=True)
class Application:
    """An application with everything done about it, in order. statement: the office's record that makes it pending.

    told: how it ended, as far as the office has said. filed_at: microseconds.
    """

    id: str
    person: str
    office: str
    by: str
    filing: Filing
    filed_at: int
    done: tuple[Done, ...]
    statement: str | None
    told: Told | None

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        told = self.told
        if any(one.act is ApplicationActKind.WITHDRAW for one in self.done) or (told and told.outcome == "withdrawn"):
            return Stage.WITHDRAWN
        if told is not None and told.outcome == "refused":
            return Stage.REFUSED
        if told is not None and told.outcome == "granted":
            return Stage.GRANTED if told.delivered_on is None else Stage.IN_EFFECT
        return Stage.SENT if self.statement is None else Stage.RECEIVED

    @property
    def is_open(self) -> bool:
        """Whether something can still be added to it, or it can be withdrawn."""
        return self.stage in (Stage.SENT, Stage.RECEIVED)

    @property
    def requests(self) -> tuple[Requested, ...]:
        """What the office has asked the person for, in order."""
        answers = {one.target: one.id for one in self.done if one.act is ApplicationActKind.ANSWER}
        return tuple(
            Requested(one.id, _asked(one.document), one.words, one.due or 0, one.at, answers.get(one.id))
            for one in self.done
            if one.act is ApplicationActKind.REQUEST
        )


def _asked(document: Mapping[str, Any] | None) -> Asked:  # Any: JSON
    """What a request asks for; of one that is written otherwise than ours, its words: an office's slip hides nothing."""
    try:
        return asked_from(document)
    except QuestionError:
        what = (document or {}).get("what")
        return Asked(what if isinstance(what, str) else "")


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is, for what (a word of `answer`, `collect`, `receive`, `decide`, `tell`), and until when (day number), if it
    is known. kind: of a record that is owed.
    """

    party: str
    what: str
    until: int | None = None
    kind: str | None = None


def applications_of(path: ReadPath, request: Request) -> list[Application]:
    """The person's applications, the newest first; one look. An office sees those that are filed there."""
    applied = path.applications(request)
    told = {one.application: one for one in applied.told}
    acts: dict[str, list[ApplicationAct]] = {}
    for stored in applied.entries:
        if isinstance(stored.entry, ApplicationAct):
            acts.setdefault(stored.entry.application, []).append(stored.entry)
    found = [_application(done, told) for done in acts.values() if done[0].act is ApplicationActKind.FILE]
    return sorted(found, key=lambda one: (one.filed_at, one.id), reverse=True)


def unanswered(filing: Filing, case: Case, person: str, filed_at: int) -> list[Question]:
    """The questions of a filing to which the institution has said nothing since it was filed."""
    lines: list[Statement | Coverage] = [*case.statements, *case.coverages]
    said = {
        (one.kind, one.source)
        for one in lines
        if one.recorded_at > filed_at and one.about.get("person", person) == person
    }
    return [one for one in filing.questions if (one.kind, one.owner) not in said]


def turns(application: Application, open_questions: Iterable[Question] = ()) -> Sequence[Turn]:
    """Whose turn it is, the person's own first; nothing once it has ended."""
    until = application.filing.meanwhile.lawful_until
    last = None if until is None else until - 1
    match application.stage:
        case Stage.GRANTED:
            return [Turn(application.person, "collect", last)]
        case Stage.SENT:
            return [*_owed(application, open_questions), Turn(application.office, "receive")]
        case Stage.RECEIVED:
            return [*_owed(application, open_questions), Turn(application.office, "decide", last)]
        case _:
            return []


def _owed(application: Application, open_questions: Iterable[Question]) -> list[Turn]:
    asked = [Turn(application.person, "answer", one.due) for one in application.requests if one.answered is None]
    return [*asked, *(Turn(one.owner, "tell", one.answer_by, one.kind) for one in open_questions)]


def _application(done: Sequence[ApplicationAct], told: Mapping[str, Told]) -> Application:
    filed = done[0]
    assert filed.person is not None
    assert filed.office is not None
    statement = next((one.target for one in done if one.act is ApplicationActKind.RECEIVE), None)
    return Application(
        filed.id, filed.person, filed.office, filed.by, filing_from(filed.document), filed.recorded_at,
        tuple(
            Done(one.id, one.act, one.by, one.source, one.words, one.document, one.target, one.due_day, one.recorded_at)
            for one in done
        ),
        statement, told.get(statement or ""),
    )  # fmt: skip
