"""The provisions that the tables rest on, each with the day whose numbering it has: what is read again when a law changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kyosei.law.jp.laws import IMMIGRATION_ACT, NATIONAL_HOLIDAYS_ACT, ORGANS_HOLIDAYS_ACT
from kyosei.law.jp.tables.minimum_wage import PROVISION as MINIMUM_WAGE_PROVISION
from kyosei.law.jp.tables.reading import READ_ON
from kyosei.law.jp.tables.social_insurance import (
    HEALTH_STANDARD_REMUNERATION,
    PENSION_STANDARD_REMUNERATION,
    TABLES,
)
from kyosei.law.jp.tables.statuses import NOTIFICATION_PROVISIONS, PERIODS_PROVISIONS
from kyosei.terms.citations import Citation, Citer, Provision
from kyosei.timelines.days import NEVER, day_from_date

__all__ = ["cited_facts"]

_WHOLE_TABLES: tuple[tuple[str, Provision], ...] = (
    ("national_holidays", NATIONAL_HOLIDAYS_ACT.article(2)),
    ("national_holidays", NATIONAL_HOLIDAYS_ACT.article(3)),
    ("new_year_closure", ORGANS_HOLIDAYS_ACT.article(1, 1, 3)),
    ("regional_minimum_wage", MINIMUM_WAGE_PROVISION),
    ("statuses", IMMIGRATION_ACT.article("app:別表第一")),
    ("statuses", IMMIGRATION_ACT.article("app:別表第二")),
    *((f"notification_{what}", provision) for what, provision in NOTIFICATION_PROVISIONS),
    *(("periods_of_stay", provision) for provision in PERIODS_PROVISIONS),
)


def cited_facts() -> tuple[Citation, ...]:
    """Every citation of the tables; a dated value is named by its table and its first day."""
    return tuple(_cited())


def _cited() -> Iterator[Citation]:
    for name, provision in _WHOLE_TABLES:
        yield _citation(name, provision, READ_ON)
    for name, table in TABLES:
        for value in table.values:
            yield _citation(f"{name}:{value.from_day.isoformat()}", value.provision, value.read_on)
    for grades in PENSION_STANDARD_REMUNERATION:
        yield _citation(f"standard_remuneration:{grades.from_day.isoformat()}", grades.provision, READ_ON)
    for grades in HEALTH_STANDARD_REMUNERATION:
        yield _citation(f"health_standard_remuneration:{grades.from_day.isoformat()}", grades.provision, READ_ON)


def _citation(name: str, provision: Provision, read_on: date) -> Citation:
    """A citation by an older numbering matters as the law was then."""
    day = day_from_date(read_on)
    return Citation(provision, day, Citer("fact", name), NEVER if read_on == READ_ON else day + 1)
