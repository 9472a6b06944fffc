"""What a norm says about one instance on the day of a moment, cut out of the timelines of a whole batch at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray

from kyosei.errors import JournalError
from kyosei.evidence.batch import Batch
from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.timelines.arena import DAY, HI, LO, TV
from kyosei.timelines.days import NEVER
from kyosei.timelines.obligations import unpack
from kyosei.timelines.program import State
from kyosei.verdicts.evaluate import Evaluation

__all__ = ["ADVERSE", "Answer", "Answers", "answers_of", "rows_in", "rows_of"]

ADVERSE: Final = (State.BREACHED, State.UNMET)

Rows = NDArray[np.int64]
"""A timeline: (day, lo, hi, tv) a row, as in `kyosei.timelines.arena`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a norm about an instance on a day, in the projected reading.

    norm: its place in the law. instance: its place among the subject's. place: of the day's row in `rows`. next_day: on
    which the answer changes if nothing is recorded, or NEVER.
    """

    norm: int
    instance: int
    rows: Rows
    place: int

    @property
    def state(self) -> State:
        return State(int(self.rows[self.place, LO]))

    @property
    def causes(self) -> int:
        """The causes of an open answer, as bits; else 0."""
        return int(self.rows[self.place, TV]) & 0xFC if self.state == State.OPEN else 0

    @property
    def deciding(self) -> tuple[int, int]:
        """When the deciding obligation arose, and when it is due; -1 where there is no such day."""
        if self.state == State.NOT_APPLICABLE:
            return -1, -1
        arose, due, _ = unpack(int(self.rows[self.place, HI]))
        return arose, due

    @property
    def uncertain(self) -> bool:
        """Whether it is not even known that the norm applies."""
        return self.state != State.NOT_APPLICABLE and unpack(int(self.rows[self.place, HI]))[2]

    @property
    def since(self) -> int:
        """Since when it is so."""
        place = self.place
        while place and (self.rows[place - 1, LO : HI + 1] == self.rows[self.place, LO : HI + 1]).all():
            place -= 1
        return int(self.rows[place, DAY])

    @property
    def next_day(self) -> int:
        return int(self.rows[self.place + 1, DAY]) if self.place + 1 < len(self.rows) else NEVER


@dataclass(frozen=True, slots=True)
class Answers(Sequence[Answer]):
    """The answers about one subject, as arrays of one length; each is made only where somebody reads it.

    segments: the rows of all timelines of the evaluation; start, length: which of them are an answer's.
    """

    segments: Rows
    norm: NDArray[np.int64]
    instance: NDArray[np.int64]
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    place: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.norm)

    @overload
    def __getitem__(self, at: int) -> Answer: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Answer]: ...
    def __getitem__(self, at: int | slice) -> Answer | Sequence[Answer]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        start = int(self.start[at])
        rows = self.segments[start : start + int(self.length[at])]
        return Answer(int(self.norm[at]), int(self.instance[at]), rows, int(self.place[at]))


def answers_of(
    law: CompiledLaw, evaluation: Evaluation, batch: Batch, subjects: Sequence[str], day: int
) -> list[tuple[str, Answers]]:
    """For each subject, the answers on a day that ever say anything; the evaluation is of the whole batch.

    An instance to which a norm never applies has none.
    """
    places = np.array([place for place, norm in enumerate(law.norms) if norm.latest.goal is None], np.int64)
    scope = np.array([law.norms[place].scope for place in places], np.int64)
    output = np.array([law.norms[place].output for place in places], np.int64)
    numbers = np.array([batch.number[subject] for subject in subjects], np.int64)
    count = evaluation.counts[numbers][:, scope].astype(np.int64)
    first = evaluation.place[numbers][:, output]
    flat = count.reshape(-1)
    owner = np.repeat(np.arange(flat.size), flat)
    instance = np.arange(int(flat.sum())) - np.repeat(np.cumsum(flat) - flat, flat)
    where = evaluation.outputs.place[first.reshape(-1)[owner] + instance]
    start, length = where[:, 0], where[:, 1]
    segments = evaluation.outputs.segments
    place = _place_on(segments, start, length, day)
    kept = np.flatnonzero((length > 1) | (segments[start + place, LO] != State.NOT_APPLICABLE))
    subject, norm = np.divmod(owner[kept], max(len(places), 1))
    columns = (places[norm], instance[kept], start[kept], length[kept], place[kept])
    ends = np.searchsorted(subject, np.arange(len(subjects) + 1)).tolist()
    return [
        (name, Answers(segments, *(column[begin:end] for column in columns)))
        for name, begin, end in zip(subjects, ends[:-1], ends[1:], strict=True)
    ]


def _place_on(segments: Rows, start: Rows, length: Rows, day: int) -> Rows:
    """For each timeline, the place of the row in which a day lies: a binary search in all of them at once."""
    low, high = np.zeros_like(start), length - 1
    while (low < high).any():
        middle = (low + high + 1) // 2
        later = segments[start + middle, DAY] > day
        high = np.where(later, middle - 1, high)
        low = np.where(later, low, middle)
    return low


def rows_in(evaluation: Evaluation, norm: CompiledNorm, subject: int, instance: int) -> Rows:
    """The timeline of a norm about one instance of the subject at a place of the evaluation."""
    start, length = evaluation.outputs.place[int(evaluation.place[subject, norm.output]) + instance].tolist()
    return evaluation.outputs.segments[start : start + length]


def rows_of(written: bytes) -> Rows:
    """A timeline as it is kept. JournalError if the bytes are none."""
    if not written or len(written) % 32:
        raise JournalError("a kept verdict is damaged: let `kyosei watch --anew` derive all of them again")
    return np.frombuffer(written, "<i8").reshape(-1, 4)
