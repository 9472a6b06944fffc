"""What a dossier is: on what an application was decided, by whom, why, and what the person can do then.

Nothing in it is a score, and nothing is added up. What rests on records names their ids, so that it can be looked up again and
what is erased stays erased.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kyosei.decisions.shape import Day, Instant
from kyosei.norms.procedures import Weighing

__all__ = [
    "FORMAT", "WITHOUT_A_STAY", "Alternative", "Application", "AsOf", "Assembled", "Authority", "Checked", "Conduct",
    "Conflict", "Delegation", "Departure", "Direction", "Dossier", "Effect", "Fact", "Factor", "Finding", "Gap",
    "Impact", "Like", "Notice", "Opinion", "Outcome", "Proven", "Remedy", "Resolved", "ResolvedBy", "Result",
    "Sentence", "Submission", "Tool", "Verdicts", "Weighed", "Weight", "Without",
]  # fmt: skip

FORMAT: Final = "kyosei dossier 1"
WITHOUT_A_STAY: Final = ("work_permission",)
"""Procedures of which a permission gives neither a status nor a period, but says under which conditions something may be done."""


class Effect(StrEnum):
    """What a record that is missing does to the person."""

    NONE = "none on the person"


class Verdicts(StrEnum):
    """What the requirements' verdicts come to together. It is no outcome: the officer decides."""

    MET = "met"
    OPEN = "open"
    UNMET = "unmet"


class Result(StrEnum):
    """How an application ends."""

    GRANTED = "granted"
    REFUSED = "refused"


class Direction(StrEnum):
    """Which way a factor points."""

    FOR = "for"
    NEUTRAL = "neutral"
    AGAINST = "against"


class Weight(StrEnum):
    """What a factor means for this decision, in the officer's eyes; never summed."""

    NONE = "none"
    SOME = "some"
    DECISIVE = "decisive"


class Without(StrEnum):
    """What the officer says the outcome would be if a factor were left out."""

    SAME = "same"
    OTHER = "other"


class ResolvedBy(StrEnum):
    """By what a conflict of records was resolved."""

    RULE = "rule"
    OFFICER = "officer"


class Proven(StrEnum):
    """What a check came to."""

    PASS = "pass"
    FAIL = "fail"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class AsOf:
    """What fixes the reading: the first `position` entries of the journal as known at an instant, a day, a law version."""

    known: Instant
    position: int
    day: Day
    law: str


@dataclass(frozen=True, slots=True)
class Application:
    """What is applied for, by its record. for_status: the status asked for, else the present one. status: the present one."""

    id: str
    procedure: str
    person: str
    filed: Day
    status: str | None = None
    for_status: str | None = None

    @property
    def grants_a_stay(self) -> bool:
        """Whether a permission gives a status for a period; else it says its conditions."""
        return self.procedure not in WITHOUT_A_STAY


@dataclass(frozen=True, slots=True)
class Fact:
    """A record that a verdict rests on, by its id; what it says is looked up there.

    disputed: somebody disputes it, or its source counts another number of these. by_person: the person said it.
    """

    id: str
    kind: str
    source: str
    role: str
    recorded: Instant | None = None
    from_day: Day | None = None
    until_day: Day | None = None
    disputed: bool = False
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Conduct:
    """Whose duty stands behind a verdict that is not well: the party and its norm."""

    party: str
    norm: str
    failed: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict of one requirement, by a reference that replays: norm, instance and the dossier's `AsOf`.

    verdict, proof: the SHA-256 of each as canonical JSON. facts: the ids of the records in the proof.
    """

    id: str
    norm: str
    state: str
    causes: tuple[str, ...]
    attribution: tuple[Conduct, ...]
    provisions: tuple[str, ...]
    facts: tuple[str, ...]
    verdict: str
    proof: str
    instance: Day | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A record that nobody has given yet: of which kind, who owes it, for which requirements. It does nothing to the person."""

    id: str
    kind: str
    owner: str
    findings: tuple[str, ...]
    effect: Effect = Effect.NONE
    from_day: Day | None = None
    until_day: Day | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Records that contradict each other, or that somebody disputes, behind a requirement."""

    id: str
    finding: str
    causes: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor that the law lists for the procedure. finding: the requirement that tells of it."""

    id: str
    weighing: Weighing
    said_by: str
    provisions: tuple[str, ...]
    protects: bool
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Like:
    """A sealed dossier with the same legally relevant facts, and how it ended."""

    dossier: str
    result: Result
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the person can do against a refusal: where, against whom, within how many months of learning of it."""

    id: str
    body: str
    against: str
    months: int
    years: int
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assembled:
    """What software knows: computed again, it is the same bit for bit. same_facts: a key over the legally relevant facts."""

    as_of: AsOf
    application: Application
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    gaps: tuple[Gap, ...]
    conflicts: tuple[Conflict, ...]
    factors: tuple[Factor, ...]
    judged: bool
    remedy: Remedy
    verdicts: Verdicts
    same_facts: str
    like: tuple[Like, ...]


@dataclass(frozen=True, slots=True)
class Delegation:
    """By which act the officer may decide, over [from_day, until_day)."""

    by: str
    provision: str
    from_day: Day
    until_day: Day | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """Who decides."""

    office: str
    officer: str
    delegation: Delegation | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A factor as the officer weighed it. evidence: ids of facts and findings. conduct: whose, if anybody's.

    without: what the outcome would be if it were left out, as the officer says.
    """

    id: str
    considered: bool
    direction: Direction
    weight: Weight
    reason: str
    evidence: tuple[str, ...]
    conduct: str | None = None
    without: Without | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """How the officer dealt with a conflict of records."""

    conflict: str
    by: ResolvedBy
    reason: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A point that was brought forward, and what is answered to it; refs: what the answer rests on."""

    id: str
    point: str
    by: str
    received: Day
    answer: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """A measure that would burden the person less, and why it is not taken."""

    measure: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Impact:
    """What the outcome means for those it concerns. family: whether there is any, as far as the officer found out."""

    person: str
    family: bool | None = None
    on_family: str = ""
    on_children: str = ""


@dataclass(frozen=True, slots=True)
class Departure:
    """Why a like case is decided otherwise."""

    dossier: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the reasons, and the ids of facts, findings, factors and norms on which it rests."""

    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the application ends; of a permission, with which status and for how long."""

    result: Result
    status: str | None = None
    period: str | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """In which language the person is to be told, why the person understands it, on which day, and of which remedy."""

    language: str
    understood_because: str
    day: Day | None = None
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """What a program showed the officer besides this dossier, and what became of it."""

    component: str
    version: str
    shown: str
    used: bool
    why: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the officer says, in their own words.

    discretion: that the law leaves a choice, and what it is; "" if it leaves none. on_verdicts: why the outcome follows what the
    verdicts come to, or departs from it; it takes the same words either way.
    """

    authority: Authority
    discretion: str
    factors: tuple[Weighed, ...]
    conflicts: tuple[Resolved, ...]
    submissions: tuple[Submission, ...]
    alternatives: tuple[Alternative, ...]
    impact: Impact
    departures: tuple[Departure, ...]
    reasons: tuple[Sentence, ...]
    outcome: Outcome
    period_reasons: tuple[Sentence, ...]
    on_verdicts: str
    tools: tuple[Tool, ...]
    notice: Notice


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the process came to, and which items it minds. It says nothing about the person."""

    check: str
    came_to: Proven
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it. program: name and version of what assembled it; shown_at: when it was first shown to the officer."""

    program: str
    shown_at: Instant
    assembled: Assembled
    opinion: Opinion
    checks: tuple[Checked, ...] = ()

    @property
    def is_adverse(self) -> bool:
        """Whether the application is not granted."""
        return self.opinion.outcome.result is not Result.GRANTED

    def ids(self) -> frozenset[str]:
        """Whatever a reason can rest on: facts, findings, gaps, conflicts, factors, norms and submissions of this dossier."""
        a = self.assembled
        groups = (a.findings, a.facts, a.gaps, a.conflicts, a.factors, self.opinion.submissions)
        return frozenset({one.id for group in groups for one in group} | {one.norm for one in a.findings})
