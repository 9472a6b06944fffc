"""Contracts and insurance as the employer's payroll holds them, one statement for each spell of equal months.

freee keeps these rules by month. A month that was not asked is not filled from its neighbours: for it only the
employment itself is stated. The rules of the current month (or a later one) hold until further notice; those of a
month already past when the answer was retrieved end with that month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from kyosei.connectors.api_answers.located import japanese_day
from kyosei.connectors.connector import Line
from kyosei.connectors.freee_hr.records import BasicPay, Employment, Enrolment, Heard, Month, Records, Who
from kyosei.connectors.lines import interval_line

__all__ = ["contract_lines", "enrolment_lines"]

# freee's 雇用形態 to the vocabulary's; その他 (empty) has no counterpart, and a board member has no contract of work.
EMPLOYMENT_TYPES = {
    "regular": "regular",
    "fixed-term": "fixed_term",
    "part-time": "part_time",
    "temporary": "dispatched",
}
BOARD_MEMBER = "board-member"
# 日給 has no field in the vocabulary, and a day's wage is not spread over hours or months.
WAGE_FIELDS = {"monthly": "wage_yen_per_month", "hourly": "wage_yen_per_hour"}

Fields = Mapping[str, object]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Spell:
    """The same fields over [from_day, until_day), as last said at `at`."""

    from_day: date
    until_day: date | None
    fields: Fields
    at: datetime


def contract_lines(connector: str, who: Who, records: Records) -> Iterator[Line]:
    """`work.contract`: what is known of each month asked, and the bare employment for the rest."""
    employment = records.employments[who]
    types = of_person(records.employment_types, who)
    pays = of_person(records.basic_pays, who)
    if any(heard.value == BOARD_MEMBER for heard in types.values()):
        return
    months = {month: contract_terms(types.get(month), pays.get(month), employment) for month in {*types, *pays}}
    stated = list(spells(months, employment.value))
    for spell in sorted([*stated, *gaps(stated, employment)], key=lambda spell: spell.from_day):
        yield spell_line(connector, "work.contract", who, spell)


def enrolment_lines(connector: str, who: Who, records: Records) -> Iterator[Line]:
    """`pension.enrolment` and `health.enrolment`, where the payroll holds the person to be insured.

    The employer's word alone settles neither. `entried: false` states nothing: what is missing from a payroll is
    not thereby missing at the insurer. Which health insurer it is, freee does not say here: `scheme` stays open.
    """
    employment = records.employments[who].value
    pensions = insured(of_person(records.pensions, who), {"scheme": "employees"}, "standard_remuneration_yen")
    for spell in spells(pensions, employment):
        yield spell_line(connector, "pension.enrolment", who, spell)
    for spell in spells(insured(of_person(records.healths, who), {}, None), employment):
        yield spell_line(connector, "health.enrolment", who, spell)


def of_person(table: Mapping[tuple[Who, Month], Heard[Value]], who: Who) -> dict[Month, Heard[Value]]:
    """The entries of one employee, by month."""
    return {month: heard for (owner, month), heard in table.items() if owner == who}


def contract_terms(
    kind: Heard[str] | None, pay: Heard[BasicPay] | None, employment: Heard[Employment]
) -> Heard[Fields]:
    """The fields of a contract for one month, from the two rules that speak of them."""
    fields: dict[str, object] = {}
    if kind is not None and kind.value in EMPLOYMENT_TYPES:
        fields["employment_type"] = EMPLOYMENT_TYPES[kind.value]
    if pay is not None and pay.value.amount_yen is not None and pay.value.per in WAGE_FIELDS:
        fields[WAGE_FIELDS[pay.value.per]] = pay.value.amount_yen
    return Heard(fields, max(heard.at for heard in (kind, pay, employment) if heard is not None))


def insured(
    rules: Mapping[Month, Heard[Enrolment]], fields: Fields, amount_field: str | None
) -> dict[Month, Heard[Fields]]:
    """The months in which the payroll holds the employee to be insured, with the fields to state."""
    months: dict[Month, Heard[Fields]] = {}
    for month, heard in rules.items():
        if heard.value.entered:
            amount = heard.value.standard_remuneration_yen
            known = {} if amount_field is None or amount is None else {amount_field: amount}
            months[month] = Heard({**fields, **known}, heard.at)
    return months


def spells(months: Mapping[Month, Heard[Fields]], employment: Employment) -> Iterator[Spell]:
    """Adjacent months with equal fields as one spell, cut to the employment."""
    runs: list[list[Month]] = []
    for month in sorted(months):
        if runs and runs[-1][-1].following == month and months[runs[-1][-1]].value == months[month].value:
            runs[-1].append(month)
        else:
            runs.append([month])
    for run in runs:
        last = months[run[-1]]
        current = run is runs[-1] and run[-1] >= Month.containing(japanese_day(last.at))
        end = None if current else run[-1].following.first_day
        from_day = max(run[0].first_day, employment.from_day)
        until_day = min((day for day in (end, employment.until_day) if day is not None), default=None)
        if until_day is None or from_day < until_day:
            yield Spell(from_day, until_day, last.value, max(months[month].at for month in run))


def gaps(stated: list[Spell], employment: Heard[Employment]) -> Iterator[Spell]:
    """The parts of the employment for which no terms are known: only that it exists."""
    day: date | None = employment.value.from_day
    for spell in stated:
        if day is not None and day < spell.from_day:
            yield Spell(day, spell.from_day, {}, employment.at)
        day = spell.until_day
    if day is not None and day != employment.value.until_day:
        yield Spell(day, employment.value.until_day, {}, employment.at)


def spell_line(connector: str, kind: str, who: Who, spell: Spell) -> Line:
    """The statement of one spell, made by the employer."""
    about = {"person": who.person, "employer": who.employer}
    return interval_line(connector, kind, who.employer, about, spell.from_day, spell.until_day, spell.fields, spell.at)
