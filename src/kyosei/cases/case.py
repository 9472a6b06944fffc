"""What a case is: one cure that one party owes, everything it would settle, and a row for everything that happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kyosei.timelines.days import date_from_day, instant_from_microseconds

__all__ = ["Case", "CaseState", "Entry", "Informed", "Sort", "Stage", "owners_part"]


class CaseState(StrEnum):
    """Where a case stands. The last three are outcomes, and end it."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    ESCALATED = "escalated"
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a case's history. at: microseconds. what: an event or act; taken: whether it had its effect.

    source: the law under which a transition came, or the party for whom an act was done. ref: the transition or entry.
    """

    at: int
    actor_kind: str
    actor: str
    what: str
    reason: str
    source: str
    ref: str
    taken: bool = True

    def to_json(self) -> dict[str, object]:
        """As `kyosei cases show --format json` writes it."""
        return {
            "at": instant_from_microseconds(self.at).isoformat(), "actor_kind": self.actor_kind, "actor": self.actor,
            "what": self.what, "reason": self.reason, "source": self.source, "ref": self.ref, "taken": self.taken,
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
    items: dict[tuple[str, str, int], str] = field(default_factory=dict)
    stopped: set[tuple[str, str, int]] = field(default_factory=set)
    """The items that are not established at present; if all are, the clock stops."""
    ended: list[CaseState] = field(default_factory=list)
    """How each item ended that is no longer there."""
    history: list[Entry] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:  # Any: JSON
        """Everything about it, as it is kept; to the owner goes only `owners_part` of it."""
        return {
            "id": self.id, "subject": self.subject, "cure": self.cure, "sort": self.sort, "owner": self.owner,
            "norms": list(self.norms), "about": dict(self.about), "state": self.state, "stage": self.stage,
            "opened_at": instant_from_microseconds(self.opened_at).isoformat(), "deadline": _iso(self.deadline),
            "delivered_on": _iso(self.delivered_on), "due_on": _iso(self.due_on), "paused": self.paused_since >= 0,
            "looked": self.looked, "route": self.route, "need": self.need,
            "informed": None if self.informed is None else
                {"person": self.informed.person, "rights": list(self.informed.rights)},
            "items": [
                {"norm": norm, "about": about, "instance": _iso(instance), "state": state}
                for (norm, about, instance), state in sorted(self.items.items())
            ],
            "history": [entry.to_json() for entry in self.history],
        }  # fmt: skip


_NOT_THE_OWNERS = ("paused", "looked", "route", "informed")
_UNSEEN = ("paused", "resumed", "complain", "look")


def owners_part(document: Mapping[str, Any]) -> dict[str, Any]:  # Any: JSON
    """What the owner may see of a case as it is kept: nothing shows that the person complained or disputes (P15)."""
    shown = {name: value for name, value in document.items() if name not in _NOT_THE_OWNERS}
    return shown | {"history": [row for row in document["history"] if row["what"] not in _UNSEEN]}


def _iso(day: int) -> str | None:
    return None if day < 0 else date_from_day(day).isoformat()
