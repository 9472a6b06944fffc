"""What an answer is: the state of a norm for one instance on one day, whose turn it is, and what would settle it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from kyosei.norms.declare import NormKind
from kyosei.terms.citations import Provision
from kyosei.timelines.days import FIRST_DAY, NEVER, date_from_day

__all__ = [
    "Attribution",
    "Change",
    "Need",
    "Needs",
    "Obligation",
    "Segment",
    "Verdict",
    "iso",
    "iso_or_none",
    "somebody_spoke",
]

_SPOKEN: Final = frozenset({"unconfirmed", "conflict", "disputed"})
"""Why something is open although somebody has said something."""


def somebody_spoke(causes: Collection[str]) -> bool:
    """Whether what is open stands on a word that somebody else has to settle, and not on silence (decision 86)."""
    return "missing" not in causes and not _SPOKEN.isdisjoint(causes)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of days on which a norm's answer is the same. arose, due: of the deciding obligation, or -1."""

    from_day: int
    until_day: int
    state: str
    causes: tuple[str, ...]
    arose: int
    due: int
    uncertain: bool
    projected: bool
    figures: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """A line that would settle something open: of which kind, from whom, about whom, for which days."""

    kind: str
    source: str
    about: tuple[tuple[str, str], ...]
    from_day: int
    until_day: int

    def to_json(self) -> dict[str, object]:
        """As in INTERFACES.md §2."""
        return {
            "kind": self.kind, "source": self.source, "about": dict(self.about),
            "from": iso_or_none(self.from_day), "until": iso_or_none(self.until_day),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Needs:
    """Several needs: all of them, or any one of them."""

    every: bool
    parts: tuple[Needs | Need, ...]

    def to_json(self) -> dict[str, object]:
        """As in INTERFACES.md §2."""
        return {"all" if self.every else "any": [part.to_json() for part in self.parts]}

    def leaves(self) -> tuple[Need, ...]:
        """Every single need in it, each once."""
        found: dict[Need, None] = {}
        for part in self.parts:
            found.update(dict.fromkeys(part.leaves() if isinstance(part, Needs) else (part,)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose duty failed or is open, and which. `failed`: surely; else it is not known yet whether anything is to be done."""

    party: str
    norm: str
    failed: bool = True


@dataclass(frozen=True, slots=True)
class Obligation:
    """One obligation of a duty: days as day numbers, -1 where there is none."""

    arose: int
    due: int
    performed: int
    state: str

    def to_json(self) -> dict[str, object]:
        """As in INTERFACES.md §2."""
        return {"arose": iso_or_none(self.arose), "due": iso_or_none(self.due),
                "performed": iso_or_none(self.performed), "state": self.state}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """The next change if no new record arrives."""

    on_day: int
    state: str

    def to_json(self) -> dict[str, object]:
        """As in INTERFACES.md §2."""
        return {"on": iso(self.on_day), "state": self.state}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of one norm about one instance on one day. Days are day numbers; -1 or NEVER: there is none."""

    norm: str
    kind: NormKind
    about: Mapping[str, str]
    instance: int
    key: int
    applies: str
    state: str
    causes: tuple[str, ...]
    projected: bool
    bearer: str | None
    protects: str | None
    since: int
    until: int
    due: int
    arose: int
    next: Change | None
    seek_needs: Callable[[], Needs | Need | None]
    seek_attribution: Callable[[], tuple[Attribution, ...]]
    provisions: tuple[Provision, ...]
    figures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    obligations: tuple[Obligation, ...] | None = None
    sought: list[Needs | Need | None] = field(default_factory=list, repr=False, compare=False)

    @property
    def needs(self) -> Needs | Need | None:
        """What would settle it, if it is open; looked for only when somebody asks, and then once."""
        if not self.sought:
            self.sought.append(self.seek_needs())
        return self.sought[0]

    @property
    def attribution(self) -> tuple[Attribution, ...]:
        """Whose duty stands behind it, if it is not well; looked for only when somebody asks."""
        return self.seek_attribution()

    def to_json(self) -> dict[str, object]:
        """As in INTERFACES.md §2. `instance` (the month or day of a monthly instance) and `figures` where there are any."""
        needs = self.needs
        document: dict[str, object] = {
            "norm": self.norm, "kind": self.kind, "about": dict(self.about), "applies": self.applies,
            "state": self.state, "causes": list(self.causes), "projected": self.projected, "bearer": self.bearer,
            "protects": self.protects, "since": iso_or_none(self.since), "until": iso_or_none(self.until),
            "due": iso_or_none(self.due), "arose": iso_or_none(self.arose),
            "next": None if self.next is None else self.next.to_json(),
            "needs": None if needs is None else needs.to_json(),
            "attribution": [{"party": a.party, "norm": a.norm} for a in self.attribution],
            "provisions": [provision_json(p) for p in self.provisions],
        }  # fmt: skip
        if self.key >= 0:
            document["instance"] = iso(self.key)
        if self.figures:
            document["figures"] = {name: list(_bounds(*bounds)) for name, bounds in self.figures.items()}
        if self.obligations is not None:
            document["obligations"] = [o.to_json() for o in self.obligations]
        return document


def _bounds(low: int, high: int) -> tuple[int | None, int | None]:
    """The bounds of a figure; None for a bound that is not known."""
    return (None if low <= -(1 << 60) else low), (None if high >= 1 << 60 else high)


def provision_json(provision: Provision) -> dict[str, str]:
    """A provision with only what it has."""
    return provision.to_json()


def iso(day: int) -> str:
    """A day number as an ISO date."""
    return date_from_day(day).isoformat()


def iso_or_none(day: int) -> str | None:
    """A day number as an ISO date; None before the first day, on it, and at NEVER."""
    return None if day <= FIRST_DAY or day >= NEVER else iso(day)
