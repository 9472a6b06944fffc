"""The first section: what needs action, under the party whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.cli.check.bundles import Bundle, bundles_of, grouped
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import (
    ACTION,
    ARISES,
    AT_ONCE,
    BECAUSE_OF,
    CHANGES,
    COMING,
    DUE,
    MARKS,
    NO_ACTION,
    NOBODY,
    PERFORMED,
    STYLES,
    THEN,
    WAS_DUE,
)
from kyosei.verdicts.figures import figure_said
from kyosei.verdicts.state_prose import SINCE
from kyosei.verdicts.turns import PRESSING, is_coming, is_day, needs_action
from kyosei.verdicts.verdict import Verdict

__all__ = ["dates_said", "figures_said", "next_said", "write_action", "write_obligations"]


def write_action(sheet: Sheet, verdicts: Sequence[Verdict], on: int) -> None:
    """The section. What nobody has the duty to do comes last and is nobody's task."""
    sheet.page.heading(sheet.say(ACTION))
    now = [verdict for verdict in verdicts if needs_action(verdict)]
    coming = [verdict for verdict in verdicts if is_coming(verdict, on)]
    if not now and not coming:
        sheet.page.add(sheet.say(NO_ACTION), indent=2)
    bearers = sorted({v.bearer for v in (*now, *coming)}, key=lambda bearer: _first_of(bearer, now, coming))
    for bearer in bearers:
        sheet.page.blank()
        sheet.page.add((sheet.say(NOBODY) if bearer is None else sheet.party(bearer), "underline"))
        for together in _by_norm([v for v in now if v.bearer == bearer]):
            _write_now(sheet, together)
        for together in _by_norm([v for v in coming if v.bearer == bearer]):
            _write_coming(sheet, together)


def _first_of(bearer: str | None, now: Sequence[Verdict], coming: Sequence[Verdict]) -> tuple[object, ...]:
    """Who has something overdue comes before who has time left, then who will have; the earlier deadline first."""
    own = [v for v in now if v.bearer == bearer]
    days = [v.due if is_day(v.due) else v.since for v in own] or [
        v.next.on_day for v in coming if v.bearer == bearer and v.next is not None
    ]
    overdue = any(v.state != "due" for v in own)
    return bearer is None, not own, not overdue, min(days), bearer or ""


def _by_norm(verdicts: Sequence[Verdict]) -> list[list[Bundle]]:
    """Bundles of the same norm in the same state, the most pressing norm first."""
    groups = list(grouped(bundles_of(verdicts), lambda b: (b.first.norm, b.first.state)).values())
    return sorted(groups, key=lambda g: (PRESSING.index(g[0].first.state) if needs_action(g[0].first) else 9, _day(g)))


def _day(group: Sequence[Bundle]) -> int:
    return min(b.first.due if is_day(b.first.due) else b.first.since for b in group)


def _write_now(sheet: Sheet, together: Sequence[Bundle]) -> None:
    """One norm in one state, and each of those it is about."""
    first = together[0].first
    is_plain_fact = first.kind == "status"
    style = STYLES["not_applicable" if is_plain_fact else first.state]
    word = sheet.state(first.kind, first.state)
    sheet.page.mark(
        "·" if is_plain_fact else MARKS[first.state],
        (sheet.label(word), style),
        (sheet.title(first.norm), "bold"),
        indent=2,
        style=style,
    )
    sheet.page.add(sheet.provisions(first) + sheet.bracketed(first.norm), indent=4)
    for bundle in together:
        verdict = bundle.first
        dates, figures = dates_said(sheet, verdict), figures_said(sheet, verdict) if len(bundle.verdicts) == 1 else []
        said = [bundle.count_said(sheet), sheet.whom(verdict), *dates, *figures, next_said(sheet, verdict)]
        _write_line(sheet, said)
        for attribution in bundle.first.attribution:
            if attribution.party != bundle.first.bearer:
                sheet.page.add(
                    sheet.say(BECAUSE_OF, sheet.party(attribution.party), sheet.title(attribution.norm)), indent=6
                )
        write_obligations(sheet, bundle)


def _write_coming(sheet: Sheet, together: Sequence[Bundle]) -> None:
    """One norm that will need action."""
    first = together[0].first
    sheet.page.mark("◦", (sheet.label(sheet.say(COMING)), "yellow"), (sheet.title(first.norm), "bold"), indent=2)
    sheet.page.add(sheet.provisions(first) + sheet.bracketed(first.norm), indent=4)
    for bundle in together:
        _write_line(sheet, [bundle.count_said(sheet), sheet.whom(bundle.first), next_said(sheet, bundle.first)])
        write_obligations(sheet, bundle)


def _write_line(sheet: Sheet, said: Sequence[str]) -> None:
    sheet.page.mark("–", " · ".join(part for part in said if part), indent=4)


def dates_said(sheet: Sheet, verdict: Verdict, *, with_state: bool = True) -> list[str]:
    """By when, and since when."""
    said: list[str] = []
    if is_day(verdict.due):
        said.append(sheet.say(DUE if verdict.state == "due" else WAS_DUE, sheet.day(verdict.due)))
    elif verdict.kind == "duty" and verdict.state == "due":
        said.append(sheet.say(AT_ONCE))
    if verdict.state != "due" and is_day(verdict.since):
        since = sheet.say(SINCE, sheet.day(verdict.since))
        word = sheet.state(verdict.kind, verdict.state)
        said.append(f"{word} {since}" if with_state and sheet.language == "en" else since)
    return said


def next_said(sheet: Sheet, verdict: Verdict) -> str:
    """The next change if no new record arrives."""
    if verdict.next is None:
        return ""
    day, state = verdict.next.on_day, verdict.next.state
    if state == verdict.state:
        return sheet.say(CHANGES, sheet.day(day)) + sheet.forecast(day)
    return sheet.say(THEN, sheet.day(day), sheet.state(verdict.kind, state)) + sheet.forecast(day)


def figures_said(sheet: Sheet, verdict: Verdict) -> list[str]:
    """The figures of a norm, such as how much is short; those of which nothing is known are left out."""
    said = [figure_said(name, low, high, sheet.language) for name, (low, high) in verdict.figures.items()]
    return [figure for figure in said if figure is not None]


def write_obligations(sheet: Sheet, bundle: Bundle, indent: int = 6) -> None:
    """The obligations of a duty, if they were asked for."""
    for verdict in bundle.verdicts:
        for obligation in verdict.obligations or ():
            said = [sheet.say(ARISES, sheet.day(obligation.arose)) if is_day(obligation.arose) else ""]
            if is_day(obligation.due):
                said.append(sheet.say(DUE, sheet.day(obligation.due)))
            if is_day(obligation.performed):
                said.append(sheet.say(PERFORMED, sheet.day(obligation.performed)))
            said.append(sheet.state("duty", obligation.state))
            sheet.page.mark(MARKS[obligation.state], " · ".join(part for part in said if part), indent=indent)
