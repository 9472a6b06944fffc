"""Chance that can be repeated: every draw follows from the seed and from what it is drawn for, never from what came before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from statistics import NormalDist
from typing import TypeVar

__all__ = ["Chance"]

T = TypeVar("T")
_NORMAL = NormalDist()
_SMALLEST = 2.0**-53


class Chance:
    """The draws for one thing of a town: a person, an organisation, what happens to one person's records."""

    def __init__(self, seed: int, *what: object) -> None:
        self._random = Random("/".join(map(str, (seed, *what))))

    def happens(self, share: float) -> bool:
        """Yes in this share of cases."""
        return self._random.random() < share

    def share(self) -> float:
        """A number from nought to below one."""
        return self._random.random()

    def normal(self, average: float, spread: float) -> float:
        """A number spread around the average as Gauss says, with this standard deviation."""
        return average + spread * _NORMAL.inv_cdf(max(self._random.random(), _SMALLEST))

    def pick(self, among: Sequence[T]) -> T:
        """One of several, each as likely."""
        return among[int(self._random.random() * len(among))]

    def weighted(self, shares: dict[T, float]) -> T:
        """One of several by its share; shares need not add up to one."""
        left = self._random.random() * sum(shares.values())
        for one, share in shares.items():
            left -= share
            if left < 0:
                return one
        return next(reversed(shares))  # what rounding leaves over

    def frequent(self, among: Sequence[T]) -> T:
        """One of several in the order of frequency: the n-th about 1/n as often as the first."""
        return self.weighted({one: 1 / (place + 1) for place, one in enumerate(among)})

    def whole(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self._random.random() * (highest - lowest + 1))

    def day(self, first: date, last: date) -> date:
        """A day, both ends included; the first one where the last lies before it."""
        return first + timedelta(self.whole(0, max((last - first).days, 0)))
