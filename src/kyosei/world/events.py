"""What happens in a life, as it is: the second layer. Nobody who judges ever sees it; institutions make records of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

__all__ = [
    "Filing",
    "Instalment",
    "Job",
    "Life",
    "Permission",
    "Relative",
    "Stay",
    "Study",
    "Support",
    "Week",
    "years_after",
]


def years_after(day: date, years: int) -> date:
    """The first day outside a stay of so many years: the day after the corresponding one, on which it expires."""
    try:
        expires = day.replace(year=day.year + years)
    except ValueError:  # 29 February
        expires = date(day.year + years, 2, 28)
    return expires + timedelta(1)


@dataclass(slots=True)
class Stay:
    """A status of residence; `until`: the first day outside, None for ever. `told_on`: when the office enters it."""

    status: str
    period: str
    from_day: date
    until: date | None
    subclass: str | None = None
    designated: str | None = None
    field: str | None = None
    told_on: date | None = None


@dataclass(slots=True)
class Permission:
    """The comprehensive permission for other work."""

    from_day: date
    until: date
    told_on: date | None = None


@dataclass(slots=True)
class Filing:
    """An application, and what became of it by now."""

    procedure: str
    filed_on: date
    outcome: str | None = None
    decided_on: date | None = None
    for_status: str | None = None
    told_on: date | None = None


@dataclass(slots=True)
class Week:
    """Hours really worked over some days."""

    from_day: date
    until: date
    hours: int
    told_twice: bool = False


@dataclass(slots=True)
class Job:
    """Work with one employer. `*_received`: the days on which the offices received the employer's notices, None: never."""

    employer: str
    from_day: date
    hours_per_week: int
    days_per_month: int
    employment_type: str
    duties: tuple[str, ...]
    prefecture: str
    until: date | None = None
    wage_yen_per_month: int | None = None
    wage_yen_per_hour: int | None = None
    weeks: list[Week] = field(default_factory=list)
    pension_received: date | None = None
    health_received: date | None = None
    hired_received: date | None = None
    left_received: date | None = None
    loss_received: date | None = None
    pension_told_on: date | None = None
    day_student: bool | None = None

    @property
    def full_time(self) -> bool:
        """Whether it is ordinary full-time work."""
        return self.hours_per_week >= 40


@dataclass(slots=True)
class Study:
    """Enrolment at a school."""

    school: str
    course: str
    from_day: date
    until: date | None = None


@dataclass(slots=True)
class Instalment:
    """An instalment of resident tax. collector: the employer that withholds it, None: the person pays. paid_on: None: not by
    now. told_on: when the municipality tells of the payment, where that is not soon after.
    """

    number: int
    fiscal_year: int
    due: date
    amount_yen: int
    collector: str | None
    paid_on: date | None
    told_on: date | None = None


@dataclass(slots=True)
class Support:
    """Support of a specified skilled worker (i); supporter None: by the host. `told_late`: interviews not told by now."""

    host: str
    supporter: str | None
    from_day: date
    interviews: list[date] = field(default_factory=list)
    told_late: tuple[date, ...] = ()
    until: date | None = None
    fetched_on: date | None = None


@dataclass(slots=True)
class Relative:
    """Somebody of a person's family; since: the day of the marriage or the birth. at_school_from: None: not at school."""

    id: str
    relation: str
    standing: str
    names: list[dict[str, str]]
    born: date
    since: date
    at_school_from: date | None = None


@dataclass(slots=True)
class Life:
    """One person's life until the known day."""

    number: int
    person: str
    names: list[dict[str, str]]
    born: date
    sex: str
    nationality: str
    prefecture: str
    landed: date
    status: str
    left_on: date | None = None
    stays: list[Stay] = field(default_factory=list)
    permissions: list[Permission] = field(default_factory=list)
    filings: list[Filing] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    studies: list[Study] = field(default_factory=list)
    supports: list[Support] = field(default_factory=list)
    instalments: list[Instalment] = field(default_factory=list)
    relatives: list[Relative] = field(default_factory=list)
    notices: list[tuple[str, str, date, date]] = field(default_factory=list)
    """The person's own notices: organisation, event, day of the event, day received."""
    certificate_of: str | None = None
    """The agreement country whose certificate of coverage the person holds."""

    @property
    def municipality(self) -> str:
        """Where the person is registered."""
        return f"municipality:{self.prefecture}"

    @property
    def stay(self) -> Stay:
        """The latest stay."""
        return self.stays[-1]
