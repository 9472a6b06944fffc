"""The table of early signals as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kyosei.cli.page import Page
from kyosei.cli.world.words import (
    ALARM_COLUMNS,
    ALARMS,
    DETECTORS,
    EARLY_FOUND_COLUMNS,
    FOUND_BEFORE,
    PRECURSORS_BY_SIZE,
    ROLES,
    STATED_RATE,
    STRANDING,
    STRANDING_COLUMNS,
    TOWN,
)
from kyosei.signals.shifts import MONTHS_TO_FALSE_ALARM
from kyosei.terms.text import Language, Text
from kyosei.world.score.early_judge import Group
from kyosei.world.score.early_scoring import BASELINE, SIGNALS, EarlyTally

__all__ = ["write_early"]


def write_early(page: Page, language: Language, tally: EarlyTally) -> None:
    """Towns; for each detector what it saw by cause and by size; the stated rate; stranding."""
    for town in tally.towns:
        page.add(
            TOWN.said_in(language).format(town.seed, f"{town.persons:,}", f"{town.lines:,}", f"{town.seconds:.0f}")
        )
    for detector in (SIGNALS, BASELINE):
        name = DETECTORS[detector].said_in(language)
        rows = list(_rows(language, tally, detector))
        page.heading(FOUND_BEFORE.said_in(language).format(name))
        sizes = [(PRECURSORS_BY_SIZE.said_in(language).format(size), group) for size, group in tally.by_size(detector)]
        failed = [(cause, group) for cause, group in rows if group.collapsed]
        _table(page, language, EARLY_FOUND_COLUMNS, ((row, _found(group)) for row, group in (*failed, *sizes)))
        page.heading(ALARMS.said_in(language).format(name))
        _table(page, language, ALARM_COLUMNS, ((row, _alarms(group)) for row, group in rows))
    total = tally.total(SIGNALS)
    page.blank()
    page.add(
        STATED_RATE.said_in(language).format(
            f"{MONTHS_TO_FALSE_ALARM:,}", f"{tally.late_offices:,}", f"{total.beside_late_office:,}"
        )
    )
    page.heading(STRANDING.said_in(language))
    found = (
        (ROLES[role].said_in(language), f"{row.stranding:,}", f"{row.found:,}", f"{row.wrongly:,}")
        for role, row in tally.stranding.items()
    )
    page.table(_heads(STRANDING_COLUMNS, language), found, indent=2)


def _rows(language: Language, tally: EarlyTally, detector: str) -> Iterator[tuple[str, Group]]:
    """What a detector saw: each role, and under it its causes."""
    for role, word in ROLES.items():
        yield word.said_in(language), tally.total(detector, role)
        yield from ((f"  {cause.replace('_', ' ')}", group) for of, cause, group in tally.rows(detector) if of == role)


def _table(
    page: Page, language: Language, columns: Iterable[Text], rows: Iterable[tuple[str, tuple[str, ...]]]
) -> None:
    page.table(_heads(columns, language), ((name, *cells) for name, cells in rows), indent=2)


def _heads(columns: Iterable[Text], language: Language) -> tuple[str, ...]:
    return ("", *(column.said_in(language) for column in columns))


def _found(group: Group) -> tuple[str, ...]:
    """The columns of EARLY_FOUND_COLUMNS."""
    leads = (_decimal(group.median_lead, 1), _decimal(group.tenth_lead, 1))
    counts = (group.organisations, group.collapsed, len(group.leads))
    return (*(f"{count:,}" for count in counts), _percent(group.recall), *leads)


def _alarms(group: Group) -> tuple[str, ...]:
    """The columns of ALARM_COLUMNS."""
    rate = _decimal(group.false_per_thousand, 2)
    return (f"{group.true:,}", f"{group.false:,}", _percent(group.precision), f"{group.unit_months:,}", rate)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def _decimal(number: float | None, places: int) -> str:
    return "–" if number is None else f"{number:.{places}f}"
