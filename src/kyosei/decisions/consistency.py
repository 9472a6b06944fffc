"""Are like cases decided alike? Offices and groups compared within the same legally relevant facts.

Each comparison is a Mantel-Haenszel mean-score test: within a stratum the outcomes of some are compared with those of all
others, given the outcomes that there were; over the strata the differences are added up. It asks nothing of how outcomes
depend on facts, as it never compares two cases with other facts. Which of many comparisons are found is decided by the
procedure of Benjamini and Yekutieli, which holds however they depend on each other. It is not asked whether a difference is
none at all, but whether it is larger than one that is of no account (`NEGLIGIBLE`): among a million cases any difference shows.

A comparison in which nothing was found says how large a difference would have been found: no difference is only
as good as that. All figures are about offices, and none is about an officer or a person.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from kyosei.errors import QuestionError

__all__ = ["Audit", "Comparison", "Decided", "audit"]

FALSE_DISCOVERIES: Final = 0.05
"""Of the differences that are named, at most this share is expected to be chance."""
NEGLIGIBLE: Final = 0.01
"""What no difference that is named is smaller than, as a share of the way from the least outcome to the greatest."""
POWER: Final = 0.8
"""How surely the smallest detectable difference would have been found."""
FEWEST: Final = 30
"""Cases on either side that could be compared; with fewer the normal approximation says nothing."""

_Codes = NDArray[np.int64]
_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Decided:
    """Decided cases as columns, one row each.

    facts: which cases have the same legally relevant facts. office: who decided. group: a protected attribute, which no
    decision may depend on. outcome: what came of it, as a number: 1 granted and 0 refused, or the months granted.
    """

    facts: _Codes
    office: _Codes
    group: _Codes
    outcome: _Numbers

    @staticmethod
    def of(facts: Sequence[int], office: Sequence[int], group: Sequence[int], outcome: Sequence[float]) -> Decided:
        """From plain lists."""
        codes = np.array([facts, office, group], np.int64)
        return Decided(codes[0], codes[1], codes[2], np.array(outcome, np.float64))

    def __post_init__(self) -> None:
        if len({len(self.facts), len(self.office), len(self.group), len(self.outcome)}) != 1:
            raise QuestionError("the columns of decided cases differ in length; give one value a case in each of them")
        if not np.isfinite(self.outcome).all():
            raise QuestionError("an outcome is no number; leave cases out that have none")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Some cases against all others with the same facts; where `group` is given, and `office` too, of that office.

    cases, others: how many could be compared. difference: by how much their outcomes differ from the others', weighted over
    the strata; negative: they came out worse. detectable: the smallest difference that would have been found as surely as
    POWER says. Both are None where too few could be compared. chance: of a difference as large as this, if the true one were
    the largest that is negligible.
    """

    office: int | None
    group: int | None
    cases: int
    others: int
    difference: float | None
    detectable: float | None
    chance: float
    found: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """offices: each against the others. groups: each within the offices. groups_at_offices: each at each office.

    negligible: the largest difference that is of no account, in the unit of the outcomes.
    spread: how much offices differ beyond chance, as the standard deviation of their differences (DerSimonian and Laird).
    """

    cases: int
    negligible: float
    offices: tuple[Comparison, ...]
    groups: tuple[Comparison, ...]
    groups_at_offices: tuple[Comparison, ...]
    spread: float

    @property
    def found(self) -> tuple[Comparison, ...]:
        """The differences that are named."""
        return tuple(one for one in (*self.offices, *self.groups, *self.groups_at_offices) if one.found)


@dataclass(frozen=True, slots=True)
class _Tests:
    """For each label: how many were compared with how many, the difference, its standard error, how many of them it lies beyond
    a negligible one, and with which chance.

    error and chance are nan and 1 where too few could be compared.
    """

    label: _Codes
    cases: _Codes
    others: _Codes
    difference: _Numbers
    error: _Numbers
    beyond: _Numbers
    chance: _Numbers
    negligible: float

    @property
    def told(self) -> NDArray[np.bool_]:
        """Where enough could be compared."""
        return ~np.isnan(self.error)


def audit(decided: Decided, false_discoveries: float = FALSE_DISCOVERIES, negligible: float = NEGLIGIBLE) -> Audit:
    """Every comparison of these cases. `false_discoveries`: the share that is accepted, among those found, of differences
    that in truth are negligible; `negligible`: as NEGLIGIBLE.

    What an office does to one group makes the others there differ too, and the group everywhere. So of one office the most
    telling difference is named first, and the rest is compared without those cases.
    """
    facts, office, group = (_coded(column) for column in (decided.facts, decided.office, decided.group))
    offices, groups = np.unique(decided.office), np.unique(decided.group)
    place = facts * max(len(offices), 1) + office
    outcome = decided.outcome
    small = negligible * float(np.ptp(outcome)) if len(outcome) else 0.0

    of_offices = _tested(facts, office, outcome, small)
    limit = _limit(of_offices, false_discoveries)
    between = [_comparison(of_offices, k, limit, int(offices[label]), None) for k, label in enumerate(of_offices.label)]

    limit = _limit(_tested(place, group, outcome, small, office * max(len(groups), 1) + group), false_discoveries)
    left = np.ones(len(outcome), np.bool_)
    at_offices: list[Comparison] = []
    for code, name in enumerate(offices.tolist()):
        here = np.flatnonzero(office == code)
        while True:
            tests = _tested(facts[here], group[here], outcome[here], small)
            first = _most_telling(tests)
            if first is None or tests.chance[first] > limit.found:
                break
            at_offices.append(_comparison(tests, first, limit, name, int(groups[tests.label[first]])))
            named = group[here] == tests.label[first]
            left[here[named]] = False
            here = here[~named]
        at_offices += [
            _comparison(tests, k, limit, name, int(groups[label])) for k, label in enumerate(tests.label.tolist())
        ]

    of_groups = _tested(place[left], group[left], outcome[left], small)
    limit = _limit(of_groups, false_discoveries)
    everywhere = [_comparison(of_groups, k, limit, None, int(groups[label])) for k, label in enumerate(of_groups.label)]
    return Audit(len(outcome), small, tuple(between), tuple(everywhere), tuple(at_offices), _spread(of_offices))


def _coded(column: _Codes) -> _Codes:
    return np.unique(column, return_inverse=True)[1].astype(np.int64)


def _tested(
    stratum: _Codes, unit: _Codes, outcome: _Numbers, negligible: float, label: _Codes | None = None
) -> _Tests:  # fmt: skip
    """Each unit against the rest of its stratum, added up over the strata by label; default, by unit."""
    label = unit if label is None else label
    size = np.bincount(stratum)
    mean = np.bincount(stratum, outcome) / np.maximum(size, 1)
    around = np.bincount(stratum, (outcome - mean[stratum]) ** 2)
    cell, first, of_cell = np.unique(stratum * (unit.max(initial=0) + 1) + unit, return_index=True, return_inverse=True)
    cases = np.bincount(of_cell, minlength=len(cell))
    above = np.bincount(of_cell, outcome - mean[stratum], len(cell))
    whole = size[stratum[first]]
    others = np.where(whole > cases, whole - cases, 0)
    compared = np.where(others > 0, cases, 0)
    variance = compared * others * around[stratum[first]] / whole / np.maximum(whole - 1, 1)
    names, of_label = np.unique(label[first], return_inverse=True)

    def added(column: NDArray[np.number[Any]]) -> _Numbers:
        return np.bincount(of_label, column, len(names)).astype(np.float64)

    weight, spread = added(compared * others / whole), added(variance)
    told = (added(compared) >= FEWEST) & (added(others) >= FEWEST) & (spread > 0)
    divisor = np.where(told, weight, 1.0)
    difference = added(np.where(others > 0, above, 0.0)) / divisor
    error = np.where(told, np.sqrt(spread) / divisor, np.nan)
    apart = np.abs(difference)
    chance = [
        1.0 if math.isnan(e) else _chance(d, e, negligible) for d, e in zip(apart.tolist(), error.tolist(), strict=True)
    ]
    return _Tests(
        names.astype(np.int64), added(compared).astype(np.int64), added(others).astype(np.int64), difference, error,
        (apart - negligible) / error, np.array(chance), negligible,
    )  # fmt: skip


def _chance(size: float, error: float, negligible: float) -> float:
    """Of a difference of at least this size either way, if the true one is the largest that is negligible."""
    return sum(math.erfc((size - true) / error / math.sqrt(2)) for true in (negligible, -negligible)) / 2


def _most_telling(tests: _Tests) -> int | None:
    """The difference that lies furthest beyond a negligible one; of two that mirror each other, who comes out worse."""
    if not tests.told.any():
        return None
    beyond = np.where(tests.told, tests.beyond, -np.inf)
    (alike,) = np.nonzero(beyond >= beyond.max() - 1e-9 * abs(beyond.max()))
    return int(alike[np.argmin(tests.difference[alike])])


@dataclass(frozen=True, slots=True)
class _Limit:
    """found: the largest chance with which a difference is named; below all if none is. strictest: the least it can be."""

    found: float
    strictest: float


def _limit(tests: _Tests, false_discoveries: float) -> _Limit:
    """The procedure of Benjamini and Yekutieli."""
    ordered = np.sort(tests.chance[tests.told])
    count = len(ordered)
    if count == 0:
        return _Limit(-1.0, false_discoveries)
    strictest = false_discoveries / (count * float((1 / np.arange(1, count + 1)).sum()))
    reached = ordered[ordered <= strictest * np.arange(1, count + 1)]
    return _Limit(float(reached[-1]) if len(reached) else -1.0, strictest)


def _comparison(tests: _Tests, k: int, limit: _Limit, office: int | None, group: int | None) -> Comparison:
    cases, others, chance = int(tests.cases[k]), int(tests.others[k]), float(tests.chance[k])
    if not tests.told[k]:
        return Comparison(office, group, cases, others, None, None, chance, found=False)
    factor = NormalDist().inv_cdf(1 - max(limit.found, limit.strictest) / 2) + NormalDist().inv_cdf(POWER)
    return Comparison(
        office, group, cases, others, float(tests.difference[k]), tests.negligible + factor * float(tests.error[k]), chance,
        found=chance <= limit.found,
    )  # fmt: skip


def _spread(tests: _Tests) -> float:
    """The standard deviation of the true differences of offices, what chance makes of them taken off."""
    difference, precision = tests.difference[tests.told], tests.error[tests.told] ** -2
    if len(difference) < 2:
        return 0.0
    middle = (precision * difference).sum() / precision.sum()
    beyond = (precision * (difference - middle) ** 2).sum() - (len(difference) - 1)
    scale = precision.sum() - (precision**2).sum() / precision.sum()
    return math.sqrt(max(float(beyond / scale), 0.0))
