"""What changed between two states of knowledge: record by record, and verdict by verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kyosei.facts.statements import Case
from kyosei.timelines.days import JAPAN, instant_from_microseconds
from kyosei.verdicts.check import check
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import Verdict, iso

__all__ = ["Difference", "RecordChange", "VerdictChange", "changes", "diff", "verdict_changes"]

Happened = Literal["added", "replaced", "withdrawn", "disputed", "resolved"]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One line that was recorded between the two instants, and what it did. `target`: the line it was done to."""

    id: str
    line: str
    kind: str | None
    source: str
    about: Mapping[str, str]
    change: Happened
    target: str | None
    recorded_at: int

    def to_json(self) -> dict[str, object]:
        """As `kyosei diff` prints it."""
        return {
            "id": self.id, "line": self.line, "kind": self.kind, "source": self.source, "about": dict(self.about),
            "change": self.change, "target": self.target, "recorded_at": iso_instant(self.recorded_at),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A verdict that is not what it was. None: it was not in play."""

    norm: str
    about: Mapping[str, str]
    before: Verdict | None
    after: Verdict | None

    def to_json(self) -> dict[str, object]:
        """As `kyosei diff` prints it."""
        return {
            "norm": self.norm,
            "about": dict(self.about),
            "before": None if self.before is None else self.before.to_json(),
            "after": None if self.after is None else self.after.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed between two states of knowledge, for one day asked about."""

    on: int
    known_a: int
    known_b: int
    law: str
    records: tuple[RecordChange, ...]
    verdicts: tuple[VerdictChange, ...]

    def to_json(self) -> dict[str, object]:
        """As `kyosei diff` prints it."""
        return {
            "on": iso(self.on), "known": [iso_instant(self.known_a), iso_instant(self.known_b)], "law": self.law,
            "records": [record.to_json() for record in self.records],
            "verdicts": [verdict.to_json() for verdict in self.verdicts],
        }  # fmt: skip


def iso_instant(microseconds: int) -> str:
    """An instant in Japan's time with its offset."""
    return instant_from_microseconds(microseconds).astimezone(JAPAN).isoformat()


def diff(loaded: Loaded, case: Case, *, on: int, known_a: int, known_b: int) -> Difference:
    """What was recorded after the earlier instant and by the later one, and which verdicts of a day it changed."""
    first, last = min(known_a, known_b), max(known_a, known_b)
    changed = verdict_changes(loaded, case, on=on, known_a=known_a, known_b=known_b)
    return Difference(on, known_a, known_b, loaded.law.version, _records(case, first, last), changed)


def changes(
    loaded: Loaded, case: Case, other: Case, *, on: int, known: int, subjects: Sequence[str] | None = None
) -> tuple[VerdictChange, ...]:
    """The verdicts of a day that are others in another case, both as known at an instant."""
    before, after = (check(loaded, one, on=on, known=known, subjects=subjects) for one in (case, other))
    return _changed(before, after)


def verdict_changes(
    loaded: Loaded, case: Case, *, on: int, known_a: int, known_b: int, subjects: Sequence[str] | None = None
) -> tuple[VerdictChange, ...]:
    """The verdicts of a day that are others as known at another instant. subjects: as `check` has them."""
    before, after = (check(loaded, case, on=on, known=known, subjects=subjects) for known in (known_a, known_b))
    return _changed(before, after)


def _changed(before: Iterable[Verdict], after: Iterable[Verdict]) -> tuple[VerdictChange, ...]:
    was, now = {_key(v): v for v in before}, {_key(v): v for v in after}
    return tuple(
        VerdictChange(key[0], (was.get(key) or now[key]).about, was.get(key), now.get(key))
        for key in dict.fromkeys((*was, *now))
        if _substance(was.get(key)) != _substance(now.get(key))
    )


def _key(verdict: Verdict) -> tuple[str, tuple[tuple[str, str], ...], int]:
    return verdict.norm, tuple(verdict.about.items()), verdict.key


def _substance(verdict: Verdict | None) -> object:
    """What of a verdict counts as changed: not that a later instant makes fewer days a forecast."""
    if verdict is None:
        return None
    document = verdict.to_json()
    return {name: document[name] for name in ("applies", "state", "causes", "since", "due", "arose", "attribution")} | {
        "figures": document.get("figures")
    }


def _records(case: Case, first: int, last: int) -> tuple[RecordChange, ...]:
    lines: dict[str, tuple[str | None, Mapping[str, str]]] = {
        line.id: (line.kind, line.about) for group in (case.statements, case.coverages) for line in group
    }
    found: list[RecordChange] = []
    for s in case.statements:
        change: Happened = "added" if s.replaces is None else "replaced"
        found.append(RecordChange(s.id, "statement", s.kind, s.source, s.about, change, s.replaces, s.recorded_at))
    for c in case.coverages:
        found.append(RecordChange(c.id, "coverage", c.kind, c.source, c.about, "added", None, c.recorded_at))
    found.extend(
        RecordChange(h.id, "heartbeat", None, h.source, {}, "added", None, h.recorded_at) for h in case.heartbeats
    )
    actions: Sequence[tuple[str, Happened, str, str, str, int]] = [
        *((w.id, "withdrawn", "withdrawal", w.source, w.target, w.recorded_at) for w in case.withdrawals),
        *((d.id, "disputed", "dispute", d.by, d.target, d.recorded_at) for d in case.disputes),
        *((r.id, "resolved", "resolution", r.by, r.target, r.recorded_at) for r in case.resolutions),
    ]
    targets = {dispute.id: dispute.target for dispute in case.disputes}
    for line_id, did, line, source, target, recorded in actions:
        kind, about = lines.get(targets.get(target, target), (None, {}))
        found.append(RecordChange(line_id, line, kind, source, about, did, target, recorded))
    return tuple(sorted((r for r in found if first < r.recorded_at <= last), key=lambda r: (r.recorded_at, r.id)))
