"""What a plan is: for each requirement how it stands, from when it is met, what stands in the way, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kyosei.terms.citations import Layer, Provision
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import NEVER
from kyosei.verdicts.obstacles import DutyState
from kyosei.verdicts.outlook import Outlook
from kyosei.verdicts.verdict import Need, Needs, Verdict, iso, iso_or_none, provision_json

__all__ = ["Alternative", "Draft", "Obstacle", "Plan", "Step", "Turn", "turns_of"]

_ASSESSMENT = "assessment.factor"


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn something is: to `answer` with a record of a kind, to `judge`, or to `act` on a duty of another norm."""

    party: str
    to: str
    kind: str | None = None
    norm: str | None = None

    def to_json(self) -> dict[str, object]:
        """Only what there is."""
        rest = {"kind": self.kind, "norm": self.norm}
        return {"party": self.party, "to": self.to, **{key: value for key, value in rest.items() if value is not None}}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A piece of a requirement that stands in the way: not there yet, or, if it is not `wanted`, there. state: `no` or `open`.

    since: of something that only has not lasted long enough, the day from which it has gone on, else -1. outlook: from when
    it is no obstacle. norm, bearer, duty: whose duty it stands on, and how that
    stands. key: the month or day that it is about, else -1.
    """

    text: Text
    wanted: bool
    number: str | None
    provision: Provision | None
    state: str
    causes: tuple[str, ...]
    since: int
    norm: str | None
    bearer: str | None
    key: int
    duty: DutyState | None
    outlook: Outlook | None

    def to_json(self, language: Language) -> dict[str, object]:
        """The obstacle with only what it has."""
        document: dict[str, object] = {
            "text": self.text.said_in(language), "wanted": self.wanted, "state": self.state, "causes": list(self.causes),
            "since": iso_or_none(self.since),
        }  # fmt: skip
        if self.number is not None:
            document["number"] = self.number
        if self.provision is not None:
            document["provision"] = provision_json(self.provision)
        if self.norm is not None:
            document["norm"] = self.norm
        if self.bearer is not None:
            document["bearer"] = self.bearer
        if self.duty is not None:
            document["duty"] = self.duty
        if self.key >= 0:
            document["instance"] = iso(self.key)
        if self.outlook is not None:
            document |= self.outlook.to_json()
        return document


@dataclass(frozen=True, slots=True)
class Alternative:
    """A branch of a requirement that would be enough alone. from_day, until_day: when the version it belongs to is in force;
    state, obstacles: on the asked day, or on the first day of that version if it is still to come.
    """

    text: Text
    number: str | None
    provision: Provision | None
    layer: Layer
    from_day: int
    until_day: int
    state: str
    causes: tuple[str, ...]
    outlook: Outlook
    obstacles: tuple[Obstacle, ...]

    @property
    def is_draft(self) -> bool:
        """Whether it binds nobody."""
        return self.layer == "draft"

    def to_json(self, language: Language) -> dict[str, object]:
        """The branch with what it lacks."""
        document: dict[str, object] = {
            "text": self.text.said_in(language), "state": self.state, "causes": list(self.causes), "layer": self.layer,
            "in_force": {"from": iso_or_none(self.from_day), "until": iso_or_none(self.until_day)},
            **self.outlook.to_json(), "obstacles": [obstacle.to_json(language) for obstacle in self.obstacles],
        }  # fmt: skip
        if self.number is not None:
            document["number"] = self.number
        if self.provision is not None:
            document["provision"] = provision_json(self.provision)
        return document


@dataclass(frozen=True, slots=True)
class Step:
    """One requirement of a goal: its verdict on the asked day, and what the days to come bring."""

    verdict: Verdict
    outlook: Outlook
    obstacles: tuple[Obstacle, ...]
    alternatives: tuple[Alternative, ...]
    turns: tuple[Turn, ...]

    def to_json(self, language: Language) -> dict[str, object]:
        """The verdict as in `check`, and the rest beside it."""
        return {
            "verdict": self.verdict.to_json(),
            **self.outlook.to_json(),
            "obstacles": [obstacle.to_json(language) for obstacle in self.obstacles],
            "alternatives": [alternative.to_json(language) for alternative in self.alternatives],
            "turns": [turn.to_json() for turn in self.turns],
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """What among the requirements is only a draft, and the day on which it would begin. It binds nobody."""

    norms: tuple[str, ...]
    from_day: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A person's way to a goal. stay_ends: the first day after the present stay, NEVER if that has no end to come."""

    goal: str
    about: str
    on: int
    known: int | None
    law: str
    draft: Draft | None
    stay_ends: int
    outlook: Outlook
    steps: tuple[Step, ...]

    @property
    def is_asked(self) -> bool:
        """Whether anything is asked of the person on the day: else they cannot ask for it then, or have it already."""
        return any(step.verdict.applies != "no" for step in self.steps)

    def to_json(self, language: Language) -> dict[str, object]:
        """As the schema `plan` says; the caller adds who asked and what was known."""
        draft = None if self.draft is None else {
            "binding": False, "norms": list(self.draft.norms), "from": iso(self.draft.from_day),
        }  # fmt: skip
        return {
            "goal": self.goal,
            "about": {"person": self.about},
            "draft": draft,
            "assumes_renewal_from": None if self.stay_ends >= NEVER else iso(self.stay_ends),
            **self.outlook.to_json(),
            "requirements": [step.to_json(language) for step in self.steps],
        }


def turns_of(verdict: Verdict, obstacles: Iterable[Obstacle]) -> tuple[Turn, ...]:
    """Whose turn a requirement is: whoever owes a record, whoever has not done what it stands on, and last who judges."""
    needs = verdict.needs
    leaves = needs.leaves() if isinstance(needs, Needs) else (needs,) if needs is not None else ()
    found: dict[Turn, None] = {}
    for need in leaves:
        if need.kind != _ASSESSMENT:
            found[Turn(need.source, "answer", kind=need.kind)] = None
    for obstacle in obstacles:
        if obstacle.bearer is not None and obstacle.duty == "not_done":
            found[Turn(obstacle.bearer, "act", norm=obstacle.norm)] = None
    for need in leaves if needs is not None and _must_be_judged(needs) else ():
        if need.kind == _ASSESSMENT:
            found[Turn(need.source, "judge")] = None
    return tuple(found)


def _must_be_judged(needs: Needs | Need) -> bool:
    """Whether no record alone would be enough."""
    if isinstance(needs, Need):
        return needs.kind == _ASSESSMENT
    return any(map(_must_be_judged, needs.parts)) if needs.every else all(map(_must_be_judged, needs.parts))
