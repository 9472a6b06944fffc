"""What freee said of each employee, gathered from the answers: the last answer to the same question stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from kyosei.connectors.api_answers.located import Located

__all__ = [
    "BasicPay",
    "Employment",
    "Enrolment",
    "Heard",
    "Month",
    "Profile",
    "Records",
    "Who",
    "keep",
]

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, order=True)
class Who:
    """An employee of a company, by freee's own numbers."""

    company: int
    employee: int

    @property
    def person(self) -> str:
        """The party id of the employee."""
        return f"person:freee-{self.company}-{self.employee}"

    @property
    def employer(self) -> str:
        """The party id of the company."""
        return f"org:freee-company-{self.company}"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def following(self) -> Month:
        """The month after it."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @staticmethod
    def containing(day: date) -> Month:
        """The month of `day`."""
        return Month(day.year, day.month)


@dataclass(frozen=True, slots=True)
class Employment:
    """Entered on `from_day` (入社日); `until_day` is the day after the last one (退職日), None while employed."""

    from_day: date
    until_day: date | None

    @staticmethod
    def between(entered: Located, retired: Located | None) -> Employment:
        """The employment from freee's two days, which are both inside it."""
        until_day = None if retired is None else retired.day() + timedelta(days=1)
        if retired is not None and until_day is not None and until_day <= entered.day():
            raise retired.refusal(
                f"is {retired.day()}, before entry_date {entered.day()}; correct the days in freee, ask again"
            )
        return Employment(entered.day(), until_day)


@dataclass(frozen=True, slots=True)
class Profile:
    """Names as written, in order, and the day of birth where freee gave it."""

    written: str
    kana: str
    born: date | None


@dataclass(frozen=True, slots=True)
class BasicPay:
    """給与方式 (monthly, daily or hourly) and 基本給; `amount_yen` None where nothing has been entered."""

    per: str
    amount_yen: int | None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Whether the payroll holds the employee to be insured, and 標準報酬月額 where entered."""

    entered: bool
    standard_remuneration_yen: int | None


@dataclass(frozen=True, slots=True)
class Heard(Generic[Value]):
    """A value with the instant at which freee said it."""

    value: Value
    at: datetime


@dataclass(slots=True)
class Records:
    """Everything heard, by company, by employee, and by employee and month asked."""

    companies: dict[int, Heard[str]] = field(default_factory=dict)
    employments: dict[Who, Heard[Employment]] = field(default_factory=dict)
    profiles: dict[Who, Heard[Profile]] = field(default_factory=dict)
    employment_types: dict[tuple[Who, Month], Heard[str]] = field(default_factory=dict)
    basic_pays: dict[tuple[Who, Month], Heard[BasicPay]] = field(default_factory=dict)
    pensions: dict[tuple[Who, Month], Heard[Enrolment]] = field(default_factory=dict)
    healths: dict[tuple[Who, Month], Heard[Enrolment]] = field(default_factory=dict)


def keep(table: dict[Key, Heard[Value]], key: Key, heard: Heard[Value], place: Located) -> None:
    """Keep the later of two answers; two that differ at one instant cannot both be what freee said."""
    known = table.get(key)
    if known is not None and known.at == heard.at and known.value != heard.value:
        raise place.refusal("differs from another answer retrieved at the same instant; keep the answer that is right")
    if known is None or known.at <= heard.at:
        table[key] = heard
