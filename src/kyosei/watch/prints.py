"""Prints of verdicts: numbers by which one sees, without reading it, that a kept verdict is the one that is found again.

A line about a person changes few of their hundred and more verdicts. So beside each subject stands a print of each verdict, and
only those are read, compared and written that are new, have another timeline, or are to be looked at again that day. Two
different timelines have the same print once in 2^128 times; nothing here keeps secrets.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from kyosei.errors import JournalError
from kyosei.evidence.batch import Batch
from kyosei.norms.compiler import CompiledLaw
from kyosei.timelines.days import NEVER
from kyosei.watch.leads import Leads
from kyosei.watch.outcomes import Answers

__all__ = ["PRINT", "Last", "Prints", "are_of", "places_to_look_at", "prints_of", "read_prints", "wake_on"]

PRINT: Final = np.dtype([
    ("key", "<u8"), ("low", "<u8"), ("high", "<u8"), ("next_on", "<i4"), ("again", "?"),
    ("norm", "<u4"),
])  # fmt: skip
"""key: of the norm with its lead, the parties and the instance; low, high: of the timeline. next_on: the day on which the verdict
is to be looked at again; again: it is whenever its subject is, as it does not rest on its timeline alone. norm: of the norm."""

Prints = NDArray[np.void]
_Numbers = NDArray[np.uint64]

_ODD: Final = np.array([
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB],
    [0x8EBC6AF09C88C6E3, 0x589965CC75374CC3, 0x1D8E4E27C47D124F, 0xEB44ACCAB455D165, 0x2D358DCCAA6C78A5, 0x8BB84B93962EACC9],
], np.uint64)  # fmt: skip
"""Two sets of odd numbers of which no small multiples add up to nothing."""


@dataclass(frozen=True, slots=True)
class Last:
    """As of when a subject was last looked at (microseconds), and the prints of what is kept since."""

    known: int
    prints: Prints


def read_prints(written: bytes) -> Prints:
    """Prints as they are kept. JournalError if the bytes are none."""
    if len(written) % PRINT.itemsize:
        raise JournalError(
            "the kept prints of verdicts are damaged: let `kyosei watch --anew` derive all of them again"
        )
    return np.frombuffer(written, PRINT)


def prints_of(law: CompiledLaw, leads: Leads, batch: Batch, found: Sequence[tuple[str, Answers]]) -> list[Prints]:
    """A print for each answer of each subject, in their order; `next_on` and `again` are not in it yet."""
    if not found:
        return []
    counts = np.array([len(answers) for _, answers in found], np.int64)
    number = np.repeat(np.array([batch.number[subject] for subject, _ in found], np.int64), counts)
    norm, instance, start, length = (
        np.concatenate([getattr(answers, name) for _, answers in found])
        for name in ("norm", "instance", "start", "length")
    )
    prints = np.zeros(len(norm), PRINT)
    named = _hashes(f"{one.id} {leads.days(one.id)}" for one in law.norms)[norm]
    scope = np.array([one.scope for one in law.norms], np.int64)[norm]
    row = batch.instances.first[number, scope] + instance
    # Nobody has the number -1, the place of the last.
    parties = np.append(_hashes(batch.parties), np.uint64(0))[batch.instances.party[row]]
    prints["key"] = _mixed(
        named, parties[:, 0], parties[:, 1], parties[:, 2], batch.instances.key[row].astype(np.uint64), odd=_ODD[0]
    )
    prints["norm"] = _hashes(one.id for one in law.norms)[norm].astype(np.uint32)
    segments = found[0][1].segments
    prints["low"], prints["high"] = (_of_timelines(segments, start, length, odd) for odd in _ODD)
    ends = np.cumsum(counts).tolist()
    return [prints[end - count : end] for end, count in zip(ends, counts.tolist(), strict=True)]


def are_of(prints: Prints, norms: Collection[str]) -> NDArray[np.bool_]:
    """Which of the prints are of these norms; one of another is taken for theirs once in four thousand million times."""
    return np.isin(prints["norm"], _hashes(norms).astype(np.uint32))


def places_to_look_at(now: Prints, kept: Prints, day: int) -> NDArray[np.int64] | None:
    """Which of the answers of now are to be compared with what is kept; None: all, as one that is kept is there no more.

    The others are as they are kept: `next_on` and `again` of theirs are taken over.
    """
    order = np.argsort(kept["key"])
    keys = kept["key"][order]
    if not len(keys) or (keys[1:] == keys[:-1]).any() or len(np.unique(now["key"])) < len(now):
        return None
    at = order[np.minimum(np.searchsorted(keys, now["key"]), len(keys) - 1)]
    was = kept[at]
    known = was["key"] == now["key"]
    if int(known.sum()) < len(kept):
        return None
    same = known & (was["low"] == now["low"]) & (was["high"] == now["high"])
    rests = same & (was["next_on"] > day) & ~was["again"]
    now["next_on"][rests] = was["next_on"][rests]
    return np.flatnonzero(~rests)


def wake_on(prints: Prints) -> int:
    """The first day on which one of the verdicts is to be looked at again, or NEVER."""
    return int(prints["next_on"].min(initial=NEVER))


def _of_timelines(
    segments: NDArray[Any], start: NDArray[np.int64], length: NDArray[np.int64], odd: _Numbers
) -> _Numbers:
    first = np.cumsum(length) - length
    within = np.arange(int(length.sum())) - np.repeat(first, length)
    rows = segments[np.repeat(start, length) + within].astype(np.uint64)
    of_rows = _mixed(rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 3], within.astype(np.uint64), odd=odd)
    return _mixed(np.add.reduceat(of_rows, first), length.astype(np.uint64), odd=odd)


def _mixed(*parts: _Numbers, odd: _Numbers) -> _Numbers:
    """One number of several, each bit of which depends on every bit of all (the finalizer of SplitMix64)."""
    mixed = np.full(len(parts[0]), odd[-1], np.uint64)
    for part, factor in zip(parts, odd, strict=False):
        mixed += part * factor
        mixed ^= mixed >> np.uint64(30)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(27)
        mixed *= np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(31)
    return mixed


def _hashes(texts: Iterable[str]) -> _Numbers:
    return np.frombuffer(b"".join(blake2b(text.encode(), digest_size=8).digest() for text in texts), "<u8")
