"""The table of a score as a page."""

from __future__ import annotations

from collections.abc import Iterable

from kyosei.cli.page import Page
from kyosei.cli.world.words import (
    BY_NORM,
    EARLY,
    EARLY_COLUMNS,
    FAILURES,
    FALSE,
    FOUND_COLUMNS,
    NONE_FALSE,
    NORM_COLUMNS,
    PLANTED,
    SILENCE,
    TOWN,
    TWIN_COLUMNS,
    TWINS,
)
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import date_from_day
from kyosei.world.score.tally import FailureRow, Tally

__all__ = ["write_score"]


def write_score(page: Page, language: Language, tally: Tally) -> None:
    """Towns, failures, twins, norms, and every false accusation that was kept."""
    for town in tally.towns:
        page.add(
            TOWN.said_in(language).format(town.seed, f"{town.persons:,}", f"{town.lines:,}", f"{town.seconds:.0f}")
        )
    page.heading(PLANTED.said_in(language))
    variants = tally.variants()
    rows: list[tuple[str, FailureRow]] = []
    for row in tally.failures():
        rows.append((FAILURES[row.name].said_in(language), row))
        rows += [(f"  {_variant(one.name)}", one) for one in variants if one.name.startswith(f"{row.name}/")]
    page.table(_heads(FOUND_COLUMNS, language), ((name, *_found(row)) for name, row in rows), indent=2)
    page.heading(EARLY.said_in(language))
    page.table(_heads(EARLY_COLUMNS, language), ((name, *_early(row)) for name, row in rows), indent=2)
    page.heading(TWINS.said_in(language))
    twins = ((_variant(name), f"{count:,}", f"{accused:,}") for name, count, accused in tally.twins())
    page.table(_heads(TWIN_COLUMNS, language), twins, indent=2)
    page.heading(BY_NORM.said_in(language))
    norms = ((norm.norm, f"{norm.judged:,}", f"{norm.negatives:,}", f"{norm.false:,}") for norm in tally.norms())
    page.table(_heads(NORM_COLUMNS, language), norms, indent=2)
    page.heading(FALSE.said_in(language))
    total = sum(tally.false.values())
    page.add(f"{total}" if total else NONE_FALSE.said_in(language), indent=2)
    for one in tally.accusations:
        negative = one.negative
        days = f"{date_from_day(negative.from_day)} – {date_from_day(negative.until_day)}"
        page.mark(
            "–", f"{negative.norm} · {', '.join(negative.about.values())} · {days} · {one.variant or '–'}", indent=2
        )
    page.blank()
    page.add(SILENCE.said_in(language).format(f"{tally.innocent:,}", f"{tally.silent_innocent:,}"))


def _heads(columns: Iterable[Text], language: Language) -> tuple[str, ...]:
    return ("", *(column.said_in(language) for column in columns))


def _variant(name: str) -> str:
    """What a planted failure or a twin is called, of `failure/variant`."""
    return name.partition("/")[2].replace("_", " ")


def _found(row: FailureRow) -> tuple[str, ...]:
    """The columns of FOUND_COLUMNS."""
    recall = "–" if row.recall is None else f"{100 * row.recall:.1f}%"
    counts = (row.planted, row.with_evidence, row.found, row.before_an_official, row.missed)
    return (*(f"{count:,}" for count in counts), recall)


def _early(row: FailureRow) -> tuple[str, ...]:
    """The columns of EARLY_COLUMNS."""
    leads = ("–" if days is None else f"{days:g}" for days in (row.warned_days, row.shown_days))
    return (f"{row.open_named:,}", f"{row.open_unnamed:,}", *leads)
