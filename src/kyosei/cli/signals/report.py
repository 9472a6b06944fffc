"""Signals as a page."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.cli.page import Page
from kyosei.cli.signals import words
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary import kind_named
from kyosei.signals.document import Signals, month_text
from kyosei.signals.freshness import Freshness
from kyosei.signals.small_counts import people_told, told
from kyosei.signals.stranding import SPARE_PERCENT, Stranded
from kyosei.terms.text import Language, Text
from kyosei.verdicts.names import day_said, party_said

__all__ = ["write_signals"]

_NOBODY = Case({})


def write_signals(found: Signals, language: Language) -> None:
    """Sources that are not as fresh as declared, organisations that file later than before, and what would strand."""
    page = Page()
    page.add((words.AS_OF.said_in(language).format(day_said(found.known_day, language)), "bold"))
    _write_freshness(page, found, language)
    _write_lateness(page, found, language)
    _write_stranding(page, words.SUPPORTERS, found.supporters, language)
    _write_stranding(page, words.EMPLOYERS, found.employers, language)
    page.blank()
    page.add(words.SMALL_COUNTS.said_in(language))
    page.write()


def _write_freshness(page: Page, found: Signals, language: Language) -> None:
    page.heading(words.FRESHNESS.said_in(language))
    for one in found.freshness:
        if one.kept is False:
            said = [_party(one.source, language), _kind(one.kind, language), *_freshness(one, language)]
            page.mark("!", " · ".join(said), indent=2)
            asked = [words.ASKED[breach].said_in(language).format(one.lag_days) for breach in one.breaches]
            page.add(words.ADDRESSED.said_in(language).format(_party(one.source, language), " ".join(asked)),
                     indent=4, hang=2)  # fmt: skip
    kept = [one.kept for one in found.freshness]
    page.add(words.KEPT.said_in(language).format(kept.count(True), kept.count(None)), indent=2)


def _freshness(one: Freshness, language: Language) -> list[str]:
    said = []
    if one.estimate is not None:
        e = one.estimate
        percent = int(100 * e.share_in_time + 1e-6)
        said.append(words.IN_TIME.said_in(language).format(one.lag_days, percent, e.median_days, e.ninth_days))
    if one.silent_days is not None and one.silent_days > one.lag_days:
        said.append(words.SILENT.said_in(language).format(one.silent_days))
    if one.wrong_counts:
        counts = (_count(told(count), language) for count in (one.wrong_counts, one.counts))
        said.append(words.WRONG_COUNT.said_in(language).format(*counts))
    if one.correction_days is not None:
        said.append(words.CORRECTED.said_in(language).format(one.correction_days))
    if one.dispute_days is not None:
        said.append(words.DISPUTED.said_in(language).format(one.dispute_days))
    return said


def _write_lateness(page: Page, found: Signals, language: Language) -> None:
    from kyosei.signals.shifts import MONTHS_TO_FALSE_ALARM

    page.heading(words.LATENESS.said_in(language))
    for one in found.lateness.signals:
        since = words.SINCE.said_in(language).format(month_text(one.since_month), month_text(one.raised_month))
        page.mark("!", (one.organisation, "bold"), f" · {since}", indent=2)
        for channel in one.channels:
            counts = (_count(told(count), language) for count in (channel.late, channel.filings))
            late = words.LATE_OF.said_in(language).format(*counts)
            page.add(f"{_kind(channel.channel, language)} · {late}", indent=4, hang=2)
        if acting := found.acting[one.organisation]:
            bodies = ", ".join(_party(body, language) for body in acting)
            page.add(words.CAN_ACT.said_in(language).format(bodies), indent=4, hang=2)
    if not found.lateness.signals:
        page.add(words.NOBODY.said_in(language), indent=2)
    compared = words.COMPARED.said_in(language)
    page.add(compared.format(f"{found.lateness.compared:,}", f"{MONTHS_TO_FALSE_ALARM:,}"), indent=2)


def _write_stranding(page: Page, title: Text, found: Sequence[Stranded], language: Language) -> None:
    page.heading(title.said_in(language))
    if not found:
        page.add(words.NOBODY.said_in(language), indent=2)
        return
    spare = (words.SPARE.said_in(language).format(percent) for percent in SPARE_PERCENT)
    rows = (
        (one.organisation, *(_count(people_told(count), language) for count in (one.people, *one.stranded)))
        for one in found
    )
    page.table(("", words.PEOPLE.said_in(language), *spare), rows, indent=2)


def _party(party: str, language: Language) -> str:
    return party_said(party, _NOBODY, language)


def _kind(kind: str, language: Language) -> str:
    facts = kind_named(kind).facts
    return facts.title_en if language == "en" else facts.title_ja


def _count(count: int | None, language: Language) -> str:
    return words.FEW.said_in(language) if count is None else f"{count:,}"
