"""The detector: the real evaluation over the records of some persons. It is handed lines and nothing else.

It opens no file, so it cannot see the truth. `sweep` looks at every norm over all history; `ask` answers one question.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kyosei.evidence.batch import Batch, read_batch
from kyosei.evidence.voting import Reading
from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case
from kyosei.norms.compiler import CompiledNorm
from kyosei.timelines.days import day_of_instant, instant_from_microseconds
from kyosei.timelines.program import State
from kyosei.timelines.truth import MISSING
from kyosei.verdicts.check import check, examine, find_norm
from kyosei.verdicts.evaluate import Evaluation, Loaded, asked_of, evaluate
from kyosei.verdicts.verdict import Need, Needs, Segment, Verdict

__all__ = ["Background", "Detector", "Negative", "Records", "Sweep", "channel_of", "leaves_of"]

_ORGANISATION = re.compile(rb'"(org:[a-z][0-9]+)"')
_NEAR_DAYS = 7
NEGATIVE = (int(State.BREACHED), int(State.UNMET))


@dataclass(frozen=True, slots=True)
class Background:
    """The lines about organisations, by the organisation, and those that every case needs: the offices' signs of life."""

    common: tuple[bytes, ...]
    of: Mapping[bytes, tuple[bytes, ...]]

    def behind(self, lines: bytes) -> Iterator[bytes]:
        """Those that a case of these lines needs: what every case does, and the organisations that they name."""
        yield from self.common
        for name in sorted(set(_ORGANISATION.findall(lines))):
            yield from self.of.get(name, ())

    @staticmethod
    def read(lines: Iterable[bytes]) -> Background:
        """From the lines of the file of organisations."""
        common: list[bytes] = []
        of: dict[bytes, list[bytes]] = {}
        for line in lines:
            found = _ORGANISATION.search(line)
            (common if found is None else of.setdefault(found[1], [])).append(line)
        return Background(tuple(common), {name: tuple(held) for name, held in of.items()})


@dataclass(frozen=True, slots=True)
class Records:
    """What is on record about some persons: their lines with those of the organisations that they name."""

    persons: tuple[str, ...]
    case: Case
    lines: Mapping[str, Sequence[bytes]]
    background: Background

    @staticmethod
    def of(people: Sequence[tuple[str, Sequence[bytes]]], background: Background) -> Records:
        """The case of some persons; CaseFileError if a line is not as it must be."""
        own = b"".join(line for _, lines in people for line in lines)
        case = read_case([("organisations", b"".join(background.behind(own))), ("persons", own)])
        return Records(tuple(person for person, _ in people), case, dict(people), background)

    def answered(self, person: str, answers: Sequence[Mapping[str, object]]) -> Records:
        """What is on record about one person once some sources have said again, in full, what they have of some kinds."""
        again = {(answer["source"], answer["kind"]) for answer in answers}
        kept = [line for line in self.lines[person] if channel_of(json.loads(line)) not in again]
        said = [json.dumps(answer, ensure_ascii=False).encode() + b"\n" for answer in answers]
        return Records.of([(person, [*kept, *said])], self.background)


def channel_of(line: Mapping[str, object]) -> tuple[object, object]:
    """Who says lines like this one, and of which kind they are."""
    return line.get("source"), line.get("kind")


@dataclass(frozen=True, slots=True)
class Negative:
    """A norm said not to be kept: about whom, from which day, until which (the first day outside, or that after known)."""

    norm: str
    kind: str
    about: Mapping[str, str]
    from_day: int
    until_day: int


@dataclass(frozen=True, slots=True)
class Sweep:
    """What the detector says of some persons: every negative, and how many instances of each norm were judged.

    silence: for each norm, the persons of whom it says nothing certain for want of records (`silent_on`).
    """

    negatives: tuple[Negative, ...]
    judged: Mapping[str, int]
    silence: frozenset[tuple[str, str]]


class Detector:
    """The law and the known instant."""

    def __init__(self, loaded: Loaded, known: int) -> None:
        self.loaded = loaded
        self.known = known
        self.known_day = day_of_instant(instant_from_microseconds(known))
        self.norms = [norm for norm in loaded.law.norms if norm.latest.goal is None]

    @cached_property
    def _norm_of_output(self) -> dict[int, CompiledNorm]:
        return {norm.output: norm for norm in self.norms}

    def sweep(self, records: Records, silent_on: int) -> Sweep:
        """Every norm about every subject over all days until the known one, in both readings."""
        batch = read_batch(records.case, self.known, self.loaded.law.scopes, self.loaded.table)
        asked = asked_of(self.loaded, batch.number)
        found: dict[tuple[str, tuple[tuple[str, str], ...], int, int], Negative] = {}
        silence: set[tuple[str, str]] = set()
        judged: dict[str, int] = {}
        for projected in (True, False):
            reading = Reading(batch.known_day, projected)
            evaluation = evaluate(self.loaded, batch, asked, reading, 0, len(batch.parties))
            index = _Index(evaluation)
            for negative in self._negatives(batch, evaluation, index):
                key = (negative.norm, tuple(negative.about.items()), negative.from_day, negative.until_day)
                found.setdefault(key, negative)
            if projected:
                silence = set(self._silence(batch, index, silent_on))
                judged = {
                    norm.id: int(evaluation.counts[:, norm.scope].sum()) for norm in self.norms
                }  # fmt: skip
        return Sweep(tuple(found.values()), judged, frozenset(silence))

    def _negatives(self, batch: Batch, evaluation: Evaluation, index: _Index) -> Iterator[Negative]:
        last = self.known_day
        for timeline in index.with_state(NEGATIVE, last):
            subject, output, instance = index.owner(timeline)
            norm = self._norm_of_output.get(output)
            if norm is None:
                continue
            about = _about(batch, norm, subject, instance)
            rows = index.rows(timeline)
            for place, row in enumerate(rows):
                if row[1] in NEGATIVE and row[0] <= last:
                    until = rows[place + 1][0] if place + 1 < len(rows) else last + 1
                    yield Negative(norm.id, norm.latest.kind, about, row[0], min(until, last + 1))

    def _silence(self, batch: Batch, index: _Index, on: int) -> Iterator[tuple[str, str]]:
        """(norm, subject) of every timeline that is open on a day for want of a record."""
        for timeline in index.open_on(on, MISSING):
            subject, output, _ = index.owner(timeline)
            norm = self._norm_of_output.get(output)
            if norm is not None:
                yield norm.id, batch.parties[subject]

    def ask(self, records: Records, norm: str, about: Mapping[str, str], on: int) -> Verdict | None:
        """The verdict of a norm about these parties on a day; None if the records tell of no such instance."""
        found = check(
            self.loaded, records.case, on=on, known=self.known, norms=[norm], about=[about["person"]],
            subjects=[about["person"]],
        )  # fmt: skip
        for verdict in found:
            if all(verdict.about.get(role) == party for role, party in about.items()):
                return verdict
        return None

    def shown_by(
        self, records: Records, norm_id: str, about: Mapping[str, str], known: int, due_near: int | None
    ) -> bool:
        """Whether the records known at another instant say on that day, or of a day before, that a norm is not kept.

        `due_near`: a duty that is due within a week of this day is enough, too.
        """
        norm = find_norm(self.loaded, norm_id)
        day = day_of_instant(instant_from_microseconds(known))
        for examined in examine(self.loaded, records.case, known, [about["person"]]):
            for instance in range(examined.instances(norm)):
                held = examined.about(norm, instance)
                if all(about.get(role) == party for role, party in held.items()):
                    return any(
                        segment.from_day <= day
                        and (segment.state in ("breached", "unmet") or _is_near(segment, due_near))
                        for segment in examined.segments(norm, instance)
                    )
        return False


def _is_near(segment: Segment, due_near: int | None) -> bool:
    return segment.state == "due" and due_near is not None and abs(segment.due - due_near) <= _NEAR_DAYS


class _Index:
    """The timelines of an evaluation by number: whose each is, and which have a state."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        flat = evaluation.place.reshape(-1)
        self._width = evaluation.place.shape[1]
        self._first: NDArray[np.int64] = flat
        self._place = evaluation.outputs.place
        self._segments = evaluation.outputs.segments

    def owner(self, timeline: int) -> tuple[int, int, int]:
        """Subject, output and instance of a timeline."""
        cell = int(np.searchsorted(self._first, timeline, side="right")) - 1
        return cell // self._width, cell % self._width, timeline - int(self._first[cell])

    def rows(self, timeline: int) -> list[list[int]]:
        """Its segments: (first day, lowest, highest, truth)."""
        start, length = self._place[timeline]
        found: list[list[int]] = self._segments[start : start + length].tolist()
        return found

    def with_state(self, states: tuple[int, ...], until: int) -> list[int]:
        """Timelines that have one of the states on a day until a day, in order."""
        used = self._segments
        wanted = np.isin(used[:, 1], states) & (used[:, 0] <= until)
        return self._timelines(np.flatnonzero(wanted))

    def open_on(self, day: int, cause: int) -> list[int]:
        """Timelines that are open on a day with a cause."""
        starts, lengths = self._place[:, 0], self._place[:, 1]
        wanted = (self._segments[:, 1] == int(State.OPEN)) & (self._segments[:, 3] & cause != 0)
        wanted &= self._segments[:, 0] <= day
        found = []
        for timeline in self._timelines(np.flatnonzero(wanted)):
            rows = self._segments[starts[timeline] : starts[timeline] + lengths[timeline]]
            now = rows[int(np.searchsorted(rows[:, 0], day, side="right")) - 1]
            if now[1] == int(State.OPEN) and now[3] & cause:
                found.append(timeline)
        return found

    def _timelines(self, segments: NDArray[np.int64]) -> list[int]:
        starts = self._place[:, 0]
        order = np.argsort(starts, kind="stable")
        at = np.searchsorted(starts[order], segments, side="right") - 1
        timelines = order[np.maximum(at, 0)]
        inside = (segments >= starts[timelines]) & (segments < starts[timelines] + self._place[timelines, 1])
        return [int(timeline) for timeline in np.unique(timelines[inside])]


def _about(batch: Batch, norm: CompiledNorm, subject: int, instance: int) -> dict[str, str]:
    row = int(batch.instances.first[subject, norm.scope]) + instance
    parties = batch.instances.party[row].tolist()
    roles = norm.latest.scope.parties
    return {role: batch.parties[party] for role, party in zip(roles, parties, strict=False) if party >= 0}


def leaves_of(needs: Needs | Need | None) -> tuple[Need, ...]:
    """Every single need of an open verdict."""
    if needs is None:
        return ()
    return needs.leaves() if isinstance(needs, Needs) else (needs,)
