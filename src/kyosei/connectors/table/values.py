"""What a cell of a table can be: words, codes, days, months, yen, decimals and choices, each read and written back.

Reading what a value wrote gives the value again. A cell is never normalised by guess: full-width digits, for example,
are refused, not turned into others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from kyosei.connectors.table.days import day_written, month_written

__all__ = ["FORMULA", "Choice", "Code", "Day", "Decimals", "Month", "Value", "Words", "Yen"]

T = TypeVar("T")
YEN_MAX = 10**12
# What makes a spreadsheet run a cell as a formula; Japanese ones also take the full-width marks.
FORMULA = "=+-@＝＋－＠"


class Value(Protocol[T]):
    """A kind of cell; `wanted` says in English what is needed, `written_ja` in Japanese how it is written."""

    @property
    def wanted(self) -> str: ...
    @property
    def written_ja(self) -> str: ...
    def read(self, text: str) -> T | None:
        """The value, or None if the text is no such value."""

    def write(self, value: T) -> str:
        """The text that reads as the value."""


@dataclass(frozen=True, slots=True)
class Words:
    """Free text of at most `longest` characters, not beginning with what a spreadsheet would run as a formula."""

    longest: int = 100

    @property
    def wanted(self) -> str:
        return f"at most {self.longest} characters, the first none of {' '.join(FORMULA)}"

    @property
    def written_ja(self) -> str:
        return f"{self.longest}文字以内"

    def read(self, text: str) -> str | None:
        """The text itself."""
        return text if len(text) <= self.longest and text[0] not in FORMULA else None

    def write(self, value: str) -> str:
        """The text itself."""
        return value


@dataclass(frozen=True, slots=True)
class Code:
    """A number or mark of an office, kept as text with its leading zeros; `check` may refuse further."""

    pattern: str
    wanted: str
    written_ja: str
    check: Callable[[str], bool] = bool

    def read(self, text: str) -> str | None:
        """The code itself."""
        return text if re.fullmatch(self.pattern, text, re.ASCII) and self.check(text) else None

    def write(self, value: str) -> str:
        """The code itself."""
        return value


@dataclass(frozen=True, slots=True)
class Day:
    """A day, by the Gregorian calendar or in an era."""

    wanted: str = "a day such as 2026-04-01, 2026/4/1, 令和8年4月1日 or R8.4.1"
    written_ja: str = "2026-04-01、2026/4/1、令和8年4月1日、R8.4.1 のいずれか"

    def read(self, text: str) -> date | None:
        """The day; with hyphens it has all its zeros, as ISO 8601 wants."""
        return day_written(text)

    def write(self, value: date) -> str:
        """ISO 8601."""
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class Month:
    """A month as its first day."""

    wanted: str = "a month such as 2026-04, 2026/4, 令和8年4月 or R8.4"
    written_ja: str = "2026-04、2026/4、令和8年4月、R8.4 のいずれか"

    def read(self, text: str) -> date | None:
        """The first day of the month."""
        return month_written(text)

    def write(self, value: date) -> str:
        """Year and month as ISO 8601."""
        return value.isoformat()[:7]


@dataclass(frozen=True, slots=True)
class Yen:
    """A whole number of yen, not negative; commas between thousands are taken where all of them stand."""

    wanted: str = "a whole number of yen such as 16980 or 16,980"
    written_ja: str = "円。16980 または 16,980"

    def read(self, text: str) -> int | None:
        """The amount."""
        if re.fullmatch(r"[0-9]{1,13}|[0-9]{1,3}(,[0-9]{3}){1,4}", text, re.ASCII) is None:
            return None
        amount = int(text.replace(",", ""))
        return amount if amount <= YEN_MAX else None

    def write(self, value: int) -> str:
        """Digits only."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Decimals:
    """A number from 0 to `largest` with at most two decimals."""

    largest: int
    unit_ja: str

    @property
    def wanted(self) -> str:
        return f"a number from 0 to {self.largest} with at most two decimals"

    @property
    def written_ja(self) -> str:
        return f"0から{self.largest}まで、小数2桁以内（{self.unit_ja}）"

    def read(self, text: str) -> Decimal | None:
        """The exact number."""
        if re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,2})?", text, re.ASCII) is None:
            return None
        number = Decimal(text)
        return number if number <= self.largest else None

    def write(self, value: Decimal) -> str:
        """The number without an exponent."""
        return f"{value:f}"


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One of the words of an office, each with what it means."""

    meanings: Mapping[str, T]

    @property
    def wanted(self) -> str:
        return f"one of {', '.join(self.meanings)}"

    @property
    def written_ja(self) -> str:
        return "、".join(self.meanings)

    def read(self, text: str) -> T | None:
        """What the word means."""
        return self.meanings.get(text)

    def write(self, value: T) -> str:
        """The first word that means it; ValueError if none does."""
        for word, meaning in self.meanings.items():
            if meaning == value:
                return word
        raise ValueError(f"{value!r} is none of {', '.join(self.meanings)}")
