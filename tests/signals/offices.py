"""Filings of a region's organisations, made from a seed: usual lateness, common delays of offices, and a change in some."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from kyosei.signals.lateness import Report
from kyosei.timelines.days import day_from_date

__all__ = ["ALLOWED_DAYS", "FIRST_MONTH", "Region", "first_day"]

ALLOWED_DAYS = 14
FIRST_MONTH = 2023 * 12


def first_day(month: int) -> int:
    """The day number of the first of a month, counted from FIRST_MONTH."""
    return day_from_date(date(2023 + month // 12, month % 12 + 1, 1))


@dataclass(frozen=True)
class Region:
    """How filings are made. The detector knows none of it.

    spread: the standard deviation of the log odds of being late between organisations; common: that of what an office adds to
    everybody in a month; rise: by how much the log odds of the organisations that change grow in each of four months.
    """

    organisations: int
    months: int
    seed: int
    changing: int = 0
    spread: float = 0.7
    common: float = 0.8
    rise: float = 0.75
    offices: int = 3
    channels: tuple[str, ...] = ("work.pay", "pension.acquisition_notice", "residence.affiliation_notice")

    def reports(self) -> tuple[list[Report], dict[str, int]]:
        """The filings; and of each organisation that changes, the month in which it begins, from month 14 on."""
        random = np.random.default_rng(self.seed)
        added = random.normal(0, self.common, (self.offices, len(self.channels), self.months))
        found: list[Report] = []
        begins: dict[str, int] = {}
        for number in range(self.organisations):
            organisation, office = f"org:{number}", int(random.integers(self.offices))
            filings_a_month = random.choice([1, 2, 4, 8], p=[0.4, 0.3, 0.2, 0.1])
            if number < self.changing:
                begins[organisation] = int(random.integers(14, self.months - 6))
            since = begins.get(organisation, self.months)
            for place, channel in enumerate(self.channels):
                odds = -2.0 + random.normal(0, self.spread) + added[office, place]
                odds += self.rise * np.clip(np.arange(self.months) - since + 1, 0, 4)
                for month, log_odds in enumerate(odds):
                    filed = min(int(random.poisson(filings_a_month)), 28)
                    late = random.random(filed) < 1 / (1 + np.exp(-log_odds))
                    days = random.choice(28, size=filed, replace=False) + first_day(month)
                    delays = np.where(late, random.integers(15, 35, filed), random.integers(0, 14, filed))
                    found += [
                        Report(organisation, channel, f"authority:office-{office}", int(day), int(delay), ALLOWED_DAYS)
                        for day, delay in zip(days, delays, strict=True)
                    ]
        return found, begins
