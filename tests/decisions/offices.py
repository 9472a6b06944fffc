"""Synthetic decided cases: strata of facts that are granted more or less often, offices, groups, and a planted bias or none."""

from __future__ import annotations

import numpy as np

from kyosei.decisions.consistency import Decided

__all__ = ["BIASED", "decided_cases"]

OFFICES, GROUPS, FACTS = 40, 12, 300
BIASED = (7, 3)
"""The office and the group of the planted bias."""


def decided_cases(seed: int, cases: int, points: float = 0.0, *, offices_differ: float = 0.0) -> Decided:
    """So many cases, granted by chance alone within like facts; the biased office grants the group so much less.

    Groups differ in their facts and in the offices that they go to: who compares totals finds differences that are none.
    offices_differ: the standard deviation between offices.
    """
    chance = np.random.default_rng(seed)
    group = chance.integers(0, GROUPS, cases)
    office = (group + chance.integers(0, OFFICES, cases) * chance.integers(1, 3, cases)) % OFFICES
    facts = (chance.integers(0, FACTS, cases) * (1 + group % 3)) % FACTS
    granted = chance.uniform(0.6, 0.9, FACTS)[facts] + chance.normal(0, offices_differ, OFFICES)[office]
    granted = granted - points * ((office == BIASED[0]) & (group == BIASED[1]))
    outcome = (chance.random(cases) < granted).astype(np.float64)
    return Decided(facts.astype(np.int64), office.astype(np.int64), group.astype(np.int64), outcome)
