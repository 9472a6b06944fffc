"""What a case is: one cure that one party owes, everything it would settle, and a row for everything that happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from kyosei.cases.grounds import Grounds
from kyosei.timelines.days import date_from_day, instant_from_microseconds

__all__ = ["WATCH", "Case", "CaseState", "Entry", "Happening", "Informed", "Sort", "Stage", "event_of", "owners_part"]


WATCH: Final = "software:watch"
"""Who follows transitions."""


class CaseState(StrEnum):
    """Where a case stands. The last three are outcomes, and end it."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    ESCALATED = "escalated"
    REVIEW = "review"
    """It rests on a version of a norm that is known to be defective: nothing is asked of anybody until a human has decided."""
    CURED = "cured"
    MISTAKEN = "mistaken"
    """What it rested on was wrong or incomplete: it never was a breach. Counts against the norm's precision."""
    WITHDRAWN = "withdrawn"
    """It no longer applies, or no longer is established."""

    @property
    def is_over(self) -> bool:
        return self in (CaseState.CURED, CaseState.MISTAKEN, CaseState.WITHDRAWN)


class Sort(StrEnum):
    """What a case asks for."""

    TASK = "task"
    """That the bearer of a duty or limit does what it demands."""
    QUESTION = "question"
    """That a source says what it alone can say."""


class Stage(StrEnum):
    """How far the response has gone; only forward, and only by its rules (`acts`)."""

    REMINDER = "reminder"
    NOTICE = "notice"
    OFFICE = "office"


class Happening(StrEnum):
    """What a transition does to a case."""

    OPENED = "opened"
    JOINED = "joined"
    CHANGED = "changed"
    SETTLED = "settled"
    PAUSED = "paused"
    RESUMED = "resumed"
    REOPENED = "reopened"
    CURED = "cured"
    MISTAKEN = "mistaken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a case's history. at: microseconds. what: a `Happening` or an act; taken: whether it had its effect.

    reason: of an act, as whoever did it wrote it. source: the law under which a transition came, or the party for whom an act
    was done. ref: the transition or entry. norm, state, day, due: of a transition, what it told. stage: how far the case had
    come then. told: whether its owner may know of it. tells: whether the parties are told by it how the case stands. refusal:
    why an act had no effect. ended: how the case ended, if by this. office, gateway: of an escalation, to which office it was
    to go, and the id of the gateway through which.
    """

    at: int
    actor_kind: str
    actor: str
    what: str
    reason: str
    source: str
    ref: str
    taken: bool = True
    norm: str | None = None
    state: str | None = None
    day: int = -1
    due: int = -1
    stage: str | None = None
    told: bool = True
    tells: bool = False
    refusal: str | None = None
    ended: CaseState | None = None
    office: str | None = None
    gateway: str | None = None

    def to_json(self) -> dict[str, object]:
        """As `kyosei cases show --format json` writes it."""
        return {
            "at": instant_from_microseconds(self.at).isoformat(), "actor_kind": self.actor_kind, "actor": self.actor,
            "what": self.what, "reason": self.reason, "source": self.source, "ref": self.ref, "taken": self.taken,
            "norm": self.norm, "state": self.state, "day": _iso(self.day), "due": _iso(self.due), "stage": self.stage,
            "told": self.told, "tells": self.tells, "refusal": self.refusal,
            "ended": self.ended, "office": self.office, "gateway": self.gateway,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Informed:
    """The person whom the duty protects: nothing is asked of them; `rights` are their own, beside "they do it" (P06)."""

    person: str
    rights: tuple[str, ...]


@dataclass(slots=True)
class Case:
    """A case. Days are day numbers, -1 where there is none.

    subject: whose verdicts it rests on. cure: what would settle it. items: the verdicts that it is about now (norm, about,
    instance) with their states. due_on: until when it is to be cured, counted from `delivered_on`; none while it rests on
    something disputed (`paused_since`). route: which way the person chose who complained; never shown to the owner.
    offices: which have been told. told_by: what told the owner of it as it stands. hushed: it rests on the word of whom
    it protects, who has not chosen that the owner is told. shown_state, shown_stage: what the owner sees of it, who does not see
    that it went to the office early.
    """

    id: str
    subject: str
    cure: str
    sort: Sort
    owner: str
    norms: tuple[str, ...]
    about: Mapping[str, str]
    opened_at: int
    informed: Informed | None
    need: Mapping[str, Any] | None = None  # Any: JSON
    state: CaseState = CaseState.OPEN
    stage: Stage = Stage.REMINDER
    deadline: int = -1
    delivered_on: int = -1
    due_on: int = -1
    paused_since: int = -1
    looked: bool = False
    route: str | None = None
    offices: tuple[str, ...] = ()
    told_by: str = ""
    hushed: bool = False
    shown_state: CaseState = CaseState.OPEN
    shown_stage: Stage = Stage.REMINDER
    items: dict[tuple[str, str, int], str] = field(default_factory=dict)
    stopped: set[tuple[str, str, int]] = field(default_factory=set)
    """The items that are not established at present; if all are, the clock stops."""
    hushed_items: set[tuple[str, str, int]] = field(default_factory=set)
    """The items that rest on the word of whom they protect; if all do, and nothing was chosen, the owner is not told."""
    ended: list[CaseState] = field(default_factory=list)
    """How each item ended that is no longer there."""
    before_review: tuple[CaseState, CaseState] | None = None
    """What it was, and what the owner saw, before it was reopened."""
    grounds: Grounds = field(default_factory=Grounds)
    history: list[Entry] = field(default_factory=list)

    def end(self, state: CaseState, day: int) -> None:
        """It is over, on a day, by what its last row tells."""
        self.state = self.shown_state = state
        self.history[-1] = replace(self.history[-1], ended=state)
        self.grounds.end_all(day)

    @property
    def telling(self) -> str:
        """The event of the notices that told of it as it stands."""
        return event_of(self, self.told_by)

    def to_json(self) -> dict[str, Any]:  # Any: JSON
        """Everything about it, as it is kept; to the owner goes only `owners_part` of it."""
        return {
            "id": self.id, "subject": self.subject, "cure": self.cure, "sort": self.sort, "owner": self.owner,
            "norms": list(self.norms), "about": dict(self.about), "state": self.state, "stage": self.stage,
            "opened_at": instant_from_microseconds(self.opened_at).isoformat(), "deadline": _iso(self.deadline),
            "delivered_on": _iso(self.delivered_on), "due_on": _iso(self.due_on), "paused": self.paused_since >= 0,
            "looked": self.looked, "route": self.route, "offices": list(self.offices),
            "told_by": self.told_by,
            "hushed": self.hushed, "shown_state": self.shown_state, "shown_stage": self.shown_stage, "need": self.need,
            "informed": None if self.informed is None else
                {"person": self.informed.person, "rights": list(self.informed.rights)},
            "items": [
                {"norm": norm, "about": about, "instance": _iso(instance), "state": state}
                for (norm, about, instance), state in sorted(self.items.items())
            ],
            "history": [entry.to_json() for entry in self.history],
        }  # fmt: skip


def event_of(case: Case, ref: str) -> str:
    """By what a transition or act told of one case; it may tell of several."""
    return f"{ref}.{case.id}"


_NOT_THE_OWNERS = (
    "paused",
    "looked",
    "route",
    "offices",
    "informed",
    "told_by",
    "hushed",
    "shown_state",
    "shown_stage",
)
_UNSEEN = ("paused", "resumed", "complain", "look")


def owners_part(document: Mapping[str, Any]) -> dict[str, Any]:  # Any: JSON
    """What the owner may see of a case as it is kept: nothing shows that the person complained or disputes (P15).

    What went to the office because the person asked for it, looks as it did before.
    """
    shown = {name: value for name, value in document.items() if name not in _NOT_THE_OWNERS}
    rows = [row for row in document["history"] if row["what"] not in _UNSEEN and row["told"]]
    return shown | {"state": document["shown_state"], "stage": document["shown_stage"], "history": rows}


def _iso(day: int) -> str | None:
    return None if day < 0 else date_from_day(day).isoformat()
