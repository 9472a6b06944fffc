"""The table of a score as a page."""

from __future__ import annotations

from kyosei.cli.page import Page
from kyosei.cli.world.words import (
    ACCUSED,
    BY_NORM,
    COLUMNS,
    FAILURES,
    FALSE,
    NONE_FALSE,
    PLANTED,
    PRECISION,
    SILENCE,
    TOWN,
    TWINS,
)
from kyosei.terms.text import Language
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
    for row in tally.failures():
        page.add((FAILURES[row.name].said_in(language), "bold"), f" · {_counts(row, language)}", indent=2, hang=2)
        for variant in variants:
            if variant.name.startswith(f"{row.name}/"):
                page.mark("–", f"{variant.name.partition('/')[2]} · {_counts(variant, language)}", indent=4)
    page.heading(TWINS.said_in(language))
    for name, count, accused in tally.twins():
        page.mark("–", f"{name.partition('/')[2]} · {ACCUSED.said_in(language).format(count, accused)}", indent=2)
    page.heading(BY_NORM.said_in(language))
    for norm in tally.norms():
        said = PRECISION.said_in(language).format(f"{norm.judged:,}", f"{norm.negatives:,}", norm.false)
        page.mark("–", f"{norm.norm} · {said}", indent=2)
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


def _counts(row: FailureRow, language: Language) -> str:
    """The columns of a row that say something, in words."""
    recall = "–" if row.recall is None else f"{100 * row.recall:.1f} %"
    values = {
        "planted": str(row.planted), "with_evidence": str(row.with_evidence), "found": str(row.found),
        "before_an_official": str(row.before_an_official or ""), "missed": str(row.missed), "recall": recall,
        "open_named": str(row.open_named), "open_unnamed": str(row.open_unnamed),
        "warned_days": "" if row.warned_days is None else f"{row.warned_days:g}",
        "shown_days": "" if row.shown_days is None else f"{row.shown_days:g}",
    }  # fmt: skip
    return ", ".join(f"{COLUMNS[name].said_in(language)} {value}" for name, value in values.items() if value)
