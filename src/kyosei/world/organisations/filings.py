"""What is on record of an organisation's course: the lines of the offices that received and were paid, and its own.

An office says of a month or an instalment that is not paid that it is not, and replaces that line when it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from kyosei.world.organisations.causes import first_of_month
from kyosei.world.organisations.deeds import Course, Deed
from kyosei.world.organisations.rolls import OnRoll
from kyosei.world.records.ledger import Entry, Line, opaque
from kyosei.world.records.workplaces import LABOUR, PENSION
from kyosei.world.town import INSURER, Town

__all__ = ["filings_of"]

_UNPAID_AFTER_DAYS = 35
_ENTERED_AFTER_DAYS = 3
_WAGE_YEN, _HOURS_A_WEEK, _CONTRIBUTION_YEN, _TAX_YEN = 250_000, 20, 400_000, 10_000
"""Amounts are not what is looked at: they are the same everywhere."""
_RECEIVER = {
    "pension.acquisition_notice": (PENSION, "acquired_on"), "health.acquisition_notice": (INSURER, "acquired_on"),
    "pension.loss_notice": (PENSION, "lost_on"), "health.loss_notice": (INSURER, "lost_on"),
    "work.foreign_worker_notice": (LABOUR, "event_on"),
}  # fmt: skip
_OFFICE_PAID = ("pension.establishment_payment", "tax.instalment")


def filings_of(town: Town, course: Course) -> list[Entry]:
    """The people on its roll, then every line about the organisation, in the order of its deeds."""
    entries = [Entry({"type": "party", "id": one.person, "party": "person"}, one.from_day) for one in course.roll]
    for number, deed in enumerate(course.deeds):
        id_ = opaque(course.organisation.id, number)
        made = _paid(town, course, deed, id_) if deed.kind in _OFFICE_PAID else _told(course, deed, id_)
        entries += [entry for entry in made if entry.stated_on <= town.known_day]
    return entries


def _paid(town: Town, course: Course, deed: Deed, id_: str) -> Iterator[Entry]:
    """The office's line about a payment: that it is not there, once that is so, and then when it came."""
    organisation, who = course.organisation.id, deed.who
    if who is None:
        assert deed.from_day is not None
        source, about = PENSION, {"employer": organisation}
        when = _period(deed.from_day, first_of_month(deed.from_day, 1))
        data: Line = {"amount_yen": _CONTRIBUTION_YEN, "due_on": deed.event.isoformat()}
    else:
        source, about = f"municipality:{who.prefecture}", {"person": who.person, "collector": organisation}
        when = {"on": deed.event.isoformat()}
        fiscal_year = deed.event.year - (deed.event.month < 6)
        number = (deed.event.month - 6) % 12 + 1
        data = {
            "tax": "resident",
            "fiscal_year": fiscal_year,
            "number": number,
            "amount_yen": _TAX_YEN,
            "collection": "special",
        }
    line: Line = {"type": "statement", "id": id_, "kind": deed.kind, "source": source, "about": about, **when}
    looked = deed.event + timedelta(_UNPAID_AFTER_DAYS)
    unpaid = deed.done_on is None or deed.done_on > looked
    if unpaid:
        yield Entry(
            {**line, "data": {**data, "unpaid_as_of": looked.isoformat()}}, looked + timedelta(_ENTERED_AFTER_DAYS)
        )
    if deed.done_on is not None:
        paid: Line = {**line, "data": {**data, "paid_on": deed.done_on.isoformat()}}
        if unpaid:
            paid = {**paid, "id": opaque(id_, "paid"), "replaces": id_}
        yield Entry(paid, deed.done_on + timedelta(_ENTERED_AFTER_DAYS))


def _told(course: Course, deed: Deed, id_: str) -> Iterator[Entry]:
    who, done = deed.who, deed.done_on
    if who is None or done is None:
        return
    source, both = course.organisation.id, {"person": who.person, "employer": who.employer}
    given = {"person": who.person, "supporter": source}
    match deed.kind:
        case "work.contract":
            yield from _lasting(id_, deed.kind, source, both, who, done)
        case "support.engagement":
            yield from _lasting(id_, deed.kind, source, both | given, who, done)
        case "work.pay" | "work.hours":
            assert deed.from_day is not None
            data: Line = {"gross_yen": _WAGE_YEN} if deed.kind == "work.pay" else {"hours": _HOURS_A_WEEK}
            when = _period(deed.from_day, deed.event + timedelta(1))
            yield Entry(_statement(id_, deed.kind, source, both, when, data), done)
        case "support.interview" | "support.action":
            data = {"with" if deed.kind == "support.interview" else "action": deed.what}
            yield Entry(_statement(id_, deed.kind, source, given, {"on": deed.event.isoformat()}, data), done)
        case _:
            office, day = _RECEIVER[deed.kind]
            data = {day: deed.event.isoformat(), **({} if deed.what is None else {"event": deed.what})}
            line = _statement(id_, deed.kind, office, both, {"on": done.isoformat()}, data)
            yield Entry(line, done + timedelta(_ENTERED_AFTER_DAYS))


def _lasting(id_: str, kind: str, source: str, about: Mapping[str, str], who: OnRoll, done: date) -> Iterator[Entry]:
    """A contract or support: told when it began, and told again with its end."""
    data: Line = {
        "workplace_prefecture": who.prefecture,
        "employment_type": "regular" if who.full_time else "part_time",
    }
    if kind == "support.engagement":
        data = {"for": "ssw_1", "delegated": "all"}
    line = _statement(id_, kind, source, about, _period(who.from_day, None), data)
    yield Entry(line, done)
    if who.until is not None:
        ended = {**line, "id": opaque(id_, "ended"), "replaces": id_, "until": who.until.isoformat()}
        yield Entry(ended, max(who.until, done) + timedelta(_ENTERED_AFTER_DAYS))


def _statement(
    id_: str, kind: str, source: str, about: Mapping[str, str], when: Line, data: Mapping[str, object]
) -> Line:  # fmt: skip
    return {
        "type": "statement", "id": id_, "kind": kind, "source": source, "about": dict(about), **when, "data": dict(data),
    }  # fmt: skip


def _period(from_day: date, until: date | None) -> Line:
    return {"from": from_day.isoformat(), "until": None if until is None else until.isoformat()}
