"""Whether an organisation has become late against its own history: a CUSUM of conditional likelihood ratios.

In a month of an office, K of all filings of a channel are late. How many of them are one organisation's own, given K, does
not depend on how late the office makes everybody: it follows Fisher's noncentral hypergeometric distribution with the odds
ratio of this organisation against the others, and nothing else (Cox, Analysis of Binary Data, 1970). So the common delay of
the month is divided out exactly, whatever it was. If all are late, or none, or nobody else files there, nothing is learnt.

The usual odds ratio of an organisation is its own; where its history says little, it is taken as spread around one. The ratio
asks: had the odds risen since month s, how much more likely would the counts since s be? As nobody knows by how much they rise,
it is the average over a fourfold and a sixteenfold rise; as a change need not show everywhere, a channel may have been spared.
Channels are multiplied. The statistic is the highest over s: Page's CUSUM (Biometrika 41 (1954), 100-115) with the usual odds
integrated out. Averages of ratios are ratios: each has the mean one while nothing changes, and the stated rate holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import lgamma, log
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["MONTHS_TO_FALSE_ALARM", "ODDS_RATIO", "THRESHOLD", "Counts", "Course", "course_of", "log_likelihoods"]

MONTHS_TO_FALSE_ALARM: Final = 10_000
"""The stated rate: of an organisation in which nothing changes, one false alarm in no less than so many months on average.

The sum over s of the ratios, less the number of months, is a martingale while nothing changes; the highest of them is no
more than the sum. So the statistic reaches log(A) after A months or later on average (Lorden, Annals of Mathematical
Statistics 42 (1971), 1897-1908), and within m months with probability m / A or less (Doob).
"""

THRESHOLD: Final = log(MONTHS_TO_FALSE_ALARM)

ODDS_RATIO: Final = 4.0
"""The least rise that is looked for: from one filing in ten to three in ten."""

_RISES: Final = (ODDS_RATIO, ODDS_RATIO**2)
"""The rises looked for, each as likely; the second goes from one filing in ten to six in ten."""

_SPARED: Final = 0.1
"""How likely a change leaves a channel as it was: so one that shows nothing speaks against it only so much."""

_SPREAD: Final = 1.0
"""The standard deviation of the log of usual odds ratios between organisations, where nothing is known of one."""

_USUAL: Final[NDArray[np.float64]] = np.arange(-3.0, 3.01, 0.5)
_ALL: Final[NDArray[np.float64]] = np.concatenate([_USUAL, *(_USUAL + log(rise) for rise in _RISES)])
_WEIGHTS: Final[NDArray[np.float64]] = -0.5 * (_USUAL / _SPREAD) ** 2
_PRIOR: Final[NDArray[np.float64]] = _WEIGHTS - np.logaddexp.reduce(_WEIGHTS)


@dataclass(frozen=True, slots=True)
class Counts:
    """What one organisation and all others filed through one office in one channel and month (months count from 0)."""

    month: int
    own: int
    own_late: int
    others: int
    others_late: int


@dataclass(frozen=True, slots=True)
class Course:
    """statistic[n]: the log ratio at the end of month n; -inf while no change is looked for yet.

    since[n]: the month in which, if at all, the change began by then.
    channels[c, n]: how much of the statistic is each channel's.
    """

    statistic: NDArray[np.float64]
    since: NDArray[np.int64]
    channels: NDArray[np.float64]

    def raised(self) -> int | None:
        """The month since which the statistic has stayed above the threshold; None if it is not above it now."""
        below = np.flatnonzero(self.statistic < THRESHOLD)
        first = int(below[-1]) + 1 if len(below) else 0
        return first if first < len(self.statistic) else None


def course_of(channels: Sequence[Sequence[Counts]], months: int, earliest: int = 0) -> Course:
    """The statistic of an organisation over months 0 to months - 1, from the counts of each of its channels.

    earliest: the first month in which a change may begin. The fewer months, the lower the statistic: the stated rate holds.
    """
    ratios = np.stack([_ratios(counts, months) for counts in channels])
    joint = ratios.sum(axis=0)
    joint[np.tril_indices(months, -1)] = -np.inf  # a change cannot have begun after the month
    joint[:earliest] = -np.inf
    # Of months that say the same, the latest: one in which nobody was late does not tell whether the change had begun.
    alike = joint >= joint.max(axis=0) - 1e-9
    since = months - 1 - np.argmax(alike[::-1], axis=0)
    place = np.arange(months)
    return Course(joint[since, place], since, ratios[:, since, place])


def log_likelihoods(counts: Counts, log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The log probability of the organisation's own late filings given all late ones, for each log odds ratio."""
    late = counts.own_late + counts.others_late
    fewest, most = max(0, late - counts.others), min(counts.own, late)
    ways = np.array([_log_ways(counts.own, x) + _log_ways(counts.others, late - x) for x in range(fewest, most + 1)])
    each = ways[:, None] + np.arange(fewest, most + 1)[:, None] * log_odds[None, :]
    found: NDArray[np.float64] = each[counts.own_late - fewest] - _log_sum(each.T)
    return found


def _ratios(counts: Sequence[Counts], months: int) -> NDArray[np.float64]:
    """[s, n]: the log likelihood ratio of a rise at the beginning of month s, from one channel's counts up to month n."""
    each = np.zeros((1 + len(_RISES), months + 1, len(_USUAL)))
    for one in counts:
        each[:, one.month + 1] += _usual_and_risen(one.own, one.own_late, one.others, one.others_late)
    usual, *risen = each.cumsum(axis=1)
    same = _log_sum(_PRIOR + usual[1:])[None, :]
    changed = [
        _log_sum((_PRIOR + usual - one)[:-1, None, :] + one[None, 1:, :]) - same for one in risen
    ]  # fmt: skip
    rising = _log_sum(np.stack(changed, axis=-1)) - log(len(_RISES))
    found: NDArray[np.float64] = np.logaddexp(rising + log(1 - _SPARED), log(_SPARED))
    return found


def _log_sum(logs: NDArray[np.float64]) -> NDArray[np.float64]:
    """The log of the sum over the last axis; several times faster than `logaddexp.reduce`."""
    highest = logs.max(axis=-1)
    found: NDArray[np.float64] = highest + np.log(np.exp(logs - highest[..., None]).sum(axis=-1))
    return found


@lru_cache(maxsize=1 << 16)
def _usual_and_risen(own: int, own_late: int, others: int, others_late: int) -> NDArray[np.float64]:
    """The log likelihoods of every usual log odds, and in a row each of the same after a rise: the same for the same counts."""
    found = log_likelihoods(Counts(0, own, own_late, others, others_late), _ALL)
    return found.reshape(1 + len(_RISES), len(_USUAL))


@cache
def _log_factorial(n: int) -> float:
    return lgamma(n + 1)


def _log_ways(all_: int, chosen: int) -> float:
    return _log_factorial(all_) - _log_factorial(chosen) - _log_factorial(all_ - chosen)
