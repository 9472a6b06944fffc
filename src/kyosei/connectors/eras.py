"""Japanese eras: which days each has, and the day that a year of an era, a month and a day name.

Cabinet orders under the Era Name Act (昭和54年法律43号) fix the first days of 平成 and 令和; earlier eras changed on the
day of the accession.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["ERAS", "HEISEI", "MEIJI", "REIWA", "SHOWA", "TAISHO", "Era"]


@dataclass(frozen=True, slots=True)
class Era:
    """An era over [from_day, until_day); year 1 of it is the year after `year_zero`."""

    title_ja: str
    letter: str
    year_zero: int
    from_day: date
    until_day: date | None

    def day(self, year: int, month: int, day: int) -> date:
        """The day of that year of the era; ValueError if the calendar has none. It may lie outside the era."""
        return date(self.year_zero + year, month, day)

    def has(self, day: date) -> bool:
        """Whether the day lies in the era."""
        return self.from_day <= day and (self.until_day is None or day < self.until_day)

    def has_some_of(self, first: date) -> bool:
        """Whether any day of the month that begins on `first` lies in the era."""
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return self.from_day < following and (self.until_day is None or first < self.until_day)


# Japan counts days by the Gregorian calendar only since 1873.
MEIJI = Era("明治", "M", 1867, date(1873, 1, 1), date(1912, 7, 30))
TAISHO = Era("大正", "T", 1911, date(1912, 7, 30), date(1926, 12, 25))
SHOWA = Era("昭和", "S", 1925, date(1926, 12, 25), date(1989, 1, 8))
HEISEI = Era("平成", "H", 1988, date(1989, 1, 8), date(2019, 5, 1))
REIWA = Era("令和", "R", 2018, date(2019, 5, 1), None)

ERAS = (MEIJI, TAISHO, SHOWA, HEISEI, REIWA)
"""Those in which anybody alive was born, in order."""
