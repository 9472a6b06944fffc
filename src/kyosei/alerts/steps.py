"""What the parties of a case are told, step by step: a function of its history, and of nothing else.

So the notices are the same whatever the batches in which cases were derived. Each step is one row of the history that tells, and
its event is made of that row and the case: the outbox posts it once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from kyosei.cases.acts import CURE_DAYS, ActKind
from kyosei.cases.case import Case, CaseState, Entry, Happening, Sort, Stage, event_of
from kyosei.notices.asking import Asked, Audience, NoticeRequest, Occasion
from kyosei.notices.catalogue import Catalogue, audiences_of, occasions_of
from kyosei.timelines.days import day_from_date

__all__ = ["Step", "steps_of"]

_STANDING: Final[Mapping[str, Occasion]] = {
    "due": Occasion.DUE, "breached": Occasion.BREACHED, "unmet": Occasion.UNMET, "open": Occasion.OPEN,
}  # fmt: skip


_VOID: Final = (CaseState.MISTAKEN, CaseState.WITHDRAWN)
"""Ends of which people hear that what they were told no longer stands."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is told at once. supersedes: whatever of the case still waits to leave, to these recipients, no longer needs to.

    closes: the case is over by it.
    """

    requests: tuple[NoticeRequest, ...]
    supersedes: bool = False
    closes: bool = False


@dataclass(slots=True)
class _Told:
    """Who was told of a case so far, and as what. taken_back: the last that they were told is that it no longer stands."""

    by_recipient: dict[str, Audience] = field(default_factory=dict)
    taken_back: bool = False


def steps_of(case: Case, catalogue: Catalogue) -> Iterator[Step]:
    """The steps of a case in order; the language is for whoever posts them. What a norm does not tell an audience is left out."""
    told = _Told()
    for row in case.history:
        step: Step | None = None
        if row.what == Happening.REOPENED:
            step = Step(_taken_back(case, row, told), supersedes=True, closes=True) if row.tells else None
        elif row.tells:
            step = Step(_standing(case, row), supersedes=True)
        elif row.what == ActKind.ESCALATE and row.taken:
            step = Step(_passed_on(case, row), supersedes=row.told)
        elif row.ended is not None:
            step = Step(_closed(case, row, told), supersedes=True, closes=True)
        if step is None:
            continue
        void = row.ended in _VOID or row.what == Happening.REOPENED
        if void and told.taken_back:
            continue
        told.taken_back = void
        kept = tuple(one for one in step.requests if _can_be_told(one, catalogue))
        told.by_recipient.update((one.recipient, one.audience) for one in kept)
        if kept or step.closes:
            yield replace(step, requests=kept)


def _standing(case: Case, row: Entry) -> tuple[NoticeRequest, ...]:
    """To the owner what is asked of it; to the person whom it protects what protects them, once something was left undone."""
    occasion = _STANDING.get(row.state or "")
    if occasion is None:
        return ()
    found = []
    breached = row.stage != Stage.REMINDER and case.sort is Sort.TASK
    if row.told:
        audience = Audience.BEARER if case.sort is Sort.TASK else Audience.SOURCE
        due = row.due if case.sort is Sort.TASK and row.due >= 0 else None
        asked = _request(case, row, case.owner, audience, occasion)
        found.append(replace(asked, due=due, answer_days=CURE_DAYS if breached else None, asked=_asked(case, row.day)))
    if case.informed is not None and (breached or not row.told):
        found.append(
            replace(_request(case, row, case.informed.person, Audience.PROTECTED, occasion), bearer_told=row.told)
        )
    return tuple(found)


def _passed_on(case: Case, row: Entry) -> tuple[NoticeRequest, ...]:
    """To the office it went to, to the person, and to the owner unless that would tell that the person asked for it."""
    row = replace(row, norm=_norm(case))
    further = None if row.gateway is None else row.office
    found = []
    if row.office is not None:
        found.append(_request(case, row, row.office, Audience.OFFICE, Occasion.ESCALATED))
    if case.informed is not None:
        person = _request(case, row, case.informed.person, Audience.PROTECTED, Occasion.ESCALATED)
        found.append(replace(person, bearer_told=row.told))
    if row.told:
        found.append(_request(case, row, case.owner, Audience.BEARER, Occasion.ESCALATED))
    return tuple(replace(one, further_office=further) for one in found)


def _taken_back(case: Case, row: Entry, told: _Told) -> tuple[NoticeRequest, ...]:
    """To everybody who was told, that the case no longer stands as it was: it rests on a defective rule."""
    return _closed(case, replace(row, ended=CaseState.WITHDRAWN), told)


def _closed(case: Case, row: Entry, told: _Told) -> tuple[NoticeRequest, ...]:
    """To everybody who was told, that it is done, or that it is taken back."""
    occasion = Occasion.WITHDRAWN
    if row.ended is CaseState.CURED:
        occasion = Occasion.LATE if row.state == "late" else Occasion.MET
    row = replace(row, norm=row.norm or _norm(case))
    return tuple(
        _request(case, row, recipient, audience, occasion)
        for recipient, audience in told.by_recipient.items() if audience is not Audience.SOURCE
    )  # fmt: skip


def _request(case: Case, row: Entry, recipient: str, audience: Audience, occasion: Occasion) -> NoticeRequest:
    return NoticeRequest(
        event_of(case, row.ref), recipient, audience, occasion, row.norm or _norm(case), case.about, row.day, "",
        case=case.id,
    )  # fmt: skip


def _norm(case: Case) -> str:
    return case.norms[0]


def _asked(case: Case, day: int) -> tuple[Asked, ...]:
    """What a question asks for, as its line would be; a line about no particular days is asked for the day."""
    if case.need is None:
        return ()
    begins, ends = (case.need[name] for name in ("from", "until"))
    until = None if ends is None else day_from_date(date.fromisoformat(ends))
    return (Asked(case.need["kind"], day if begins is None else day_from_date(date.fromisoformat(begins)), until),)


def _can_be_told(request: NoticeRequest, catalogue: Catalogue) -> bool:
    """Whether the norm has words for it, and the recipient is somebody: an unknown source cannot be written to."""
    norm = catalogue.norm(request.norm)
    known = not request.recipient.startswith("unknown:")
    return known and request.audience in audiences_of(norm) and request.occasion in occasions_of(norm, request.audience)
