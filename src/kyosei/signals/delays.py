"""Distributions of delays of which some are not over yet: of lines still on their way, and of disputes still open.

A plain mean or median of what has arrived is too good: the slowest of last month's lines are not among it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Delays", "delays_of", "median_until_ended"]


@dataclass(frozen=True, slots=True)
class Delays:
    """within[d]: the share of delays of at most d days, up to the longest that was seen."""

    within: NDArray[np.float64]

    def share_within(self, days: int) -> float:
        """The share that is over after so many days."""
        return 1.0 if days >= len(self.within) else float(self.within[days])

    def quantile(self, share: float) -> int:
        """The fewest days after which at least this share is over."""
        reached = np.flatnonzero(self.within >= share - 1e-9)
        return int(reached[0])


def delays_of(lines: Mapping[tuple[int, int], int]) -> Delays:
    """The distribution of delays, from lines that can be seen only once they have arrived.

    lines: how many lines have (delay, longest delay that could be seen by now), in days; at least one. A line is in it only
    if its delay is at most the second, so short delays are over-represented. Reading the delays backwards removes this
    (the reverse-time hazard of right-truncated data: Kalbfleisch and Lawless, JASA 84 (1989), 360-372): of the lines with a
    delay of at most x, among those that could have shown x, the share with exactly x.
    """
    longest = max(delay for delay, _ in lines)
    exactly = np.zeros(longest + 1)
    no_longer_visible = np.zeros(longest + 2)
    for (delay, visible), count in lines.items():
        exactly[delay] += count
        no_longer_visible[min(visible, longest) + 1] += count
    at_risk = np.cumsum(exactly) - np.cumsum(no_longer_visible)[: longest + 1]
    shorter = 1.0 - exactly / np.maximum(at_risk, 1.0)
    within = np.ones(longest + 1)
    within[:-1] = np.cumprod(shorter[:0:-1])[::-1]
    return Delays(within)


def median_until_ended(lasting: Iterable[tuple[int, bool]]) -> int | None:
    """The median of how many days something lasts, from (days so far, whether it has ended); None if it is not reached.

    The product-limit estimate (Kaplan and Meier, JASA 53 (1958), 457-481). What ends on a day is still there when what is
    open on that day drops out.
    """
    ordered = sorted(lasting, key=lambda one: (one[0], not one[1]))
    left, remaining = 1.0, len(ordered)
    for days, ended in ordered:
        if ended:
            left *= 1 - 1 / remaining
            if left <= 0.5 + 1e-9:
                return days
        remaining -= 1
    return None
