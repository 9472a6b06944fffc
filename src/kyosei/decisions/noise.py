"""How much do decisions depend on who decides? Several readers judge the same dossiers, each for themself.

A dossier's own merit is the same for all of its readers, so what differs within a dossier is noise. Its variance is that of
readers' levels, some being stricter with all, and of the rest: readers who see this or that dossier otherwise, and the same
reader on another day, which shows where somebody read a dossier twice. Every estimate is unbiased for any choice of who reads
what, as it uses differences within dossiers only; an estimate of a variance that chance makes negative is told as nought.

The figures are about the office as a whole. None is about a reader.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kyosei.errors import QuestionError

__all__ = ["FEWEST_DOSSIERS", "FEWEST_READERS", "Judgements", "Noise", "noise_of"]

FEWEST_DOSSIERS: Final = 10
FEWEST_READERS: Final = 3
"""With fewer, a figure about readers would be one about a reader whom the others know."""

_Codes = NDArray[np.int64]
_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judgements:
    """One row each: which dossier, which reader, and the outcome as a number. A second row of the same is a second reading."""

    dossier: _Codes
    reader: _Codes
    outcome: _Numbers

    @staticmethod
    def of(dossiers: Sequence[str], readers: Sequence[str], outcomes: Sequence[float]) -> Judgements:
        """From plain lists of the same length; QuestionError if they differ in it, or an outcome is no number."""
        if not len(dossiers) == len(readers) == len(outcomes):
            raise QuestionError(
                "the columns of judgements differ in length; give one value a judgement in each of them"
            )
        outcome = np.array(outcomes, np.float64)
        if not np.isfinite(outcome).all():
            raise QuestionError("an outcome is no number; leave judgements out that have none")
        return Judgements(_coded(dossiers), _coded(readers), outcome)


@dataclass(frozen=True, slots=True)
class Noise:
    """difference: by how much two readers of one dossier differ on average, and its standard error over the dossiers.

    system, level, pattern, occasion: standard deviations. system is made of level and pattern; occasion is a part of pattern.
    None: nothing was read so that it shows.
    """

    dossiers: int
    readers: int
    judgements: int
    difference: float
    difference_error: float
    system: float
    level: float | None
    pattern: float | None
    occasion: float | None


def noise_of(judgements: Judgements) -> Noise:
    """The figures; QuestionError if fewer than ten dossiers were read by several, or there are fewer than three readers."""
    readers = int(judgements.reader.max(initial=-1)) + 1
    once, first, again = _readings(judgements, readers)
    table = _by_dossier(judgements, once, first)
    several = [row for row in table if len(row) > 1]
    if readers < FEWEST_READERS or len(several) < FEWEST_DOSSIERS:
        raise QuestionError(
            f"{readers} readers and {len(several)} dossiers that several of them read; "
            f"give at least {FEWEST_READERS} readers and {FEWEST_DOSSIERS} such dossiers"
        )
    apart = np.array([_mean_difference(np.array([outcome for _, outcome in row])) for row in several])
    system = _within(several)
    level = _level(several, readers)
    return Noise(
        int(judgements.dossier.max(initial=-1)) + 1, readers, len(judgements.outcome), float(apart.mean()),
        float(apart.std(ddof=1) / math.sqrt(len(apart))), math.sqrt(system),
        None if level is None else math.sqrt(max(level, 0.0)),
        None if level is None else math.sqrt(max(system - max(level, 0.0), 0.0)),
        math.sqrt(float((again**2).mean()) / 2) if len(again) else None,
    )  # fmt: skip


def _coded(names: Sequence[str]) -> _Codes:
    return np.unique(np.array(names, dtype=np.str_), return_inverse=True)[1].astype(np.int64)


def _readings(judgements: Judgements, readers: int) -> tuple[_Codes, _Numbers, _Numbers]:
    """Each dossier and reader once, with the outcome of the first reading; and by how much the second one differs from it."""
    key = judgements.dossier * max(readers, 1) + judgements.reader
    order = np.argsort(key, kind="stable")
    sorted_key, outcome = key[order], judgements.outcome[order]
    begins = np.flatnonzero(np.diff(sorted_key, prepend=-1))
    lengths = np.diff(np.append(begins, len(sorted_key)))
    twice = begins[lengths > 1]
    return sorted_key[begins], outcome[begins], outcome[twice + 1] - outcome[twice]


def _by_dossier(judgements: Judgements, once: _Codes, first: _Numbers) -> list[list[tuple[int, float]]]:
    """For each dossier, its readers with the outcome of each."""
    readers = int(judgements.reader.max(initial=-1)) + 1
    table: dict[int, list[tuple[int, float]]] = {}
    for key, outcome in zip(once.tolist(), first.tolist(), strict=True):
        table.setdefault(key // readers, []).append((key % readers, outcome))
    return list(table.values())


def _mean_difference(outcomes: _Numbers) -> float:
    """Between all pairs of one dossier."""
    ordered, count = np.sort(outcomes), len(outcomes)
    weights = 2 * np.arange(count) - count + 1
    return float((weights * ordered).sum() / (count * (count - 1) / 2))


def _within(several: Sequence[Sequence[tuple[int, float]]]) -> float:
    """The variance within dossiers, over all of them."""
    squares = sum(float(np.var([outcome for _, outcome in row]) * len(row)) for row in several)
    return squares / sum(len(row) - 1 for row in several)


def _level(several: Sequence[Sequence[tuple[int, float]]], readers: int) -> float | None:
    """The variance of readers' levels: what two readers differ by in one dossier goes with what they differ by in another.

    None if no two readers share two dossiers.
    """
    added, squared, shared = (np.zeros((readers, readers)) for _ in range(3))
    for row in several:
        who = np.array([reader for reader, _ in row])
        outcome = np.array([outcome for _, outcome in row])
        apart = outcome[:, None] - outcome[None, :]
        places = np.ix_(who, who)
        added[places] += apart
        squared[places] += apart**2
        shared[places] += 1
    upper = np.triu_indices(readers, 1)
    pairs = float((shared[upper] * (shared[upper] - 1)).sum())
    if pairs == 0:
        return None
    return float((added[upper] ** 2 - squared[upper]).sum()) / pairs / 2
