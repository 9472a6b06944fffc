"""All signals together, and as JSON: what may be told of them, with small counts left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kyosei.facts.vocabulary import KINDS
from kyosei.signals.channels import bodies_of
from kyosei.signals.freshness import Freshness, freshness
from kyosei.signals.from_journal import Records
from kyosei.signals.lateness import Lateness, Signal, signals_of
from kyosei.signals.people import People
from kyosei.signals.shifts import MONTHS_TO_FALSE_ALARM, ODDS_RATIO
from kyosei.signals.small_counts import people_told, told
from kyosei.signals.stranding import SPARE_PERCENT, Stranded, stranding
from kyosei.timelines.days import date_from_day

__all__ = ["Signals", "month_text", "signals_document", "signals_from"]


@dataclass(frozen=True, slots=True)
class Signals:
    """What the records of a day show. acting: for each organisation with a signal, the bodies that can act."""

    known_day: int
    freshness: tuple[Freshness, ...]
    lateness: Lateness
    acting: dict[str, tuple[str, ...]]
    supporters: tuple[Stranded, ...]
    employers: tuple[Stranded, ...]


def signals_from(records: Records) -> Signals:
    """All signals. Organisations that are natural persons are compared with, and not named."""
    unnamed = records.sole_proprietors
    lags = {kind.facts.name: kind.facts.lag_days for kind in KINDS}
    fresh = freshness(
        lags,
        records.known_day,
        records.lines,
        records.compared,
        records.corrections,
        records.disputed,
        records.last_sign,
    )
    lateness = signals_of(records.reports, unnamed)
    acting = {
        one.organisation: bodies_of(records.roles.get(one.organisation, ()), [c.channel for c in one.channels])
        for one in lateness.signals
    }

    def stranded(people: People) -> tuple[Stranded, ...]:
        return tuple(one for one in stranding(people) if one.organisation not in unnamed)

    return Signals(
        records.known_day, tuple(one for one in fresh if one.source not in unnamed), lateness, acting,
        stranded(records.of_supporters), stranded(records.of_employers),
    )  # fmt: skip


def month_text(month: int) -> str:
    """A month (year x 12 + month - 1) as 2026-11."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def signals_document(found: Signals) -> dict[str, object]:
    """The signals as JSON; the schema is `signals_schema`. null in place of a count: fewer than ten."""
    return {
        "on": date_from_day(found.known_day).isoformat(),
        "freshness": [_freshness(one) for one in found.freshness],
        "lateness": {
            "months_to_false_alarm": MONTHS_TO_FALSE_ALARM,
            "odds_ratio": ODDS_RATIO,
            "organisations_compared": found.lateness.compared,
            "signals": [_signal(one, found.acting[one.organisation]) for one in found.lateness.signals],
        },
        "stranding": {
            "spare_percent": list(SPARE_PERCENT),
            "supporters": _stranding(found.supporters),
            "employers": _stranding(found.employers),
        },
    }


def _freshness(one: Freshness) -> dict[str, object]:
    estimate = one.estimate
    return {
        "source": one.source, "kind": one.kind, "kept": one.kept, "lag_days": one.lag_days,
        "silent_days": one.silent_days, "lines": told(one.lines),
        "in_time_percent": None if estimate is None else int(100 * estimate.share_in_time + 1e-6),
        "median_days": None if estimate is None else estimate.median_days,
        "nine_in_ten_days": None if estimate is None else estimate.ninth_days,
        "passing_days": None if estimate is None else estimate.passing_days,
        "counts": {"compared": told(one.counts), "wrong": told(one.wrong_counts)},
        "corrections": {"lines": told(one.corrections), "median_days": one.correction_days},
        "disputes": {
            "lines": told(one.disputes), "open": told(one.open_disputes), "median_days": one.dispute_days,
        },
    }  # fmt: skip


def _signal(one: Signal, acting: Sequence[str]) -> dict[str, object]:
    return {
        "organisation": one.organisation,
        "since": month_text(one.since_month),
        "raised": month_text(one.raised_month),
        "can_act": list(acting),
        "channels": [
            {
                "kind": channel.channel,
                "received_by": list(channel.offices),
                "filings": told(channel.filings),
                "late": told(channel.late),
            }
            for channel in one.channels
        ],
    }


def _stranding(found: Sequence[Stranded]) -> list[dict[str, object]]:
    return [
        {
            "organisation": one.organisation,
            "people": people_told(one.people),
            "unplaced": people_told(one.unplaced),
            "stranded": [people_told(count) for count in one.stranded],
        }
        for one in found
    ]
