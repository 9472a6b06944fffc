"""What is open, under the source that owes the answer; each answer once, with the norms that wait for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kyosei.cli.check.action import write_obligations
from kyosei.cli.check.bundles import Bundle, bundles_of
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import APPLIES_OPEN, DUE, ONE_OF, OPEN, UNNAMED, WAITS
from kyosei.facts.vocabulary import kind_named
from kyosei.verdicts.state_prose import SINCE, UNTIL
from kyosei.verdicts.turns import is_day
from kyosei.verdicts.verdict import Need, Needs, Verdict

__all__ = ["kind_title", "need_period", "write_answers"]

ASSESSED = "assessment.factor"
"""The kind of answer that is itself an official's assessment."""


@dataclass(slots=True)
class _Answer:
    """What one source should say of one kind: about whom, for which days, and which norms wait for it."""

    about: dict[tuple[tuple[str, str], ...], tuple[int, int]] = field(default_factory=dict)
    waiting: dict[tuple[str, int, tuple[str, ...]], None] = field(default_factory=dict)
    alone: bool = False


def write_answers(sheet: Sheet, verdicts: Sequence[Verdict]) -> None:
    """The section; nothing if nothing is open."""
    waiting = [verdict for verdict in verdicts if verdict.state == "open"]
    if not waiting:
        return
    sheet.page.heading(sheet.say(OPEN))
    unnamed: list[Bundle] = []
    owed: dict[str, dict[str, _Answer]] = {}
    for bundle in bundles_of(waiting):
        leaves = [found for verdict in bundle.verdicts for found in _leaves(verdict.needs, True)]
        if not leaves:
            unnamed.append(bundle)
        for need, alone in leaves:
            answer = owed.setdefault(need.source, {}).setdefault(need.kind, _Answer())
            first, last = answer.about.get(need.about, (need.from_day, need.until_day))
            answer.about[need.about] = (min(first, need.from_day), max(last, need.until_day))
            answer.waiting[_waiting(bundle.first)] = None
            answer.alone = answer.alone or alone
    for source, answers in owed.items():
        sheet.page.blank()
        sheet.page.add((sheet.party(source), "underline"))
        for kind, answer in answers.items():
            _write_answer(sheet, kind, answer)
    _write_unnamed(sheet, unnamed)
    for bundle in bundles_of(waiting):
        if any(verdict.obligations for verdict in bundle.verdicts):
            sheet.page.add(sheet.title(bundle.first.norm), indent=2)
            write_obligations(sheet, bundle)


def _leaves(needs: Needs | Need | None, alone: bool) -> Iterator[tuple[Need, bool]]:
    """Every single answer, and whether it is needed whatever others say."""
    match needs:
        case None:
            return
        case Need():
            yield needs, alone
        case Needs():
            for part in needs.parts:
                yield from _leaves(part, alone and (needs.every or len(needs.parts) == 1))


def _waiting(verdict: Verdict) -> tuple[str, int, tuple[str, ...]]:
    """What is told of a verdict that waits: its norm, its deadline, and its reasons beyond silence."""
    reasons = tuple(cause for cause in verdict.causes if cause != "missing")
    return verdict.norm, verdict.due if verdict.applies == "yes" else -1, reasons


def _write_answer(sheet: Sheet, kind: str, answer: _Answer) -> None:
    suffix = "" if answer.alone else sheet.bracketed(sheet.say(ONE_OF))
    sheet.page.mark("?", (kind_title(kind, sheet), "bold"), suffix, indent=2, style="cyan")
    for about, (first, last) in answer.about.items():
        said = [sheet.parties(dict(about)), need_period(first, last, sheet)]
        sheet.page.mark("–", " · ".join(part for part in said if part), indent=4)
    deadlines: dict[tuple[str, tuple[str, ...]], int] = {}
    for norm, due, told in answer.waiting:
        reasons = tuple(
            cause for cause in told if not (kind == ASSESSED and cause == "judgement")
        )  # the heading says it
        known = deadlines.get((norm, reasons), -1)
        deadlines[(norm, reasons)] = due if known < 0 else min(due, known) if due >= 0 else known
    said = []
    for (norm, reasons), due in deadlines.items():
        more = [sheet.say(DUE, sheet.day(due))] if is_day(due) else []
        more += [sheet.causes(reasons)] if reasons else []
        said.append(sheet.title(norm) + (sheet.bracketed(sheet.listed(more)) if more else ""))
    waiting = ("; " if sheet.language == "en" else "／").join(said)
    sheet.page.add(sheet.labelled(sheet.say(WAITS), waiting), indent=4)


def _write_unnamed(sheet: Sheet, unnamed: Sequence[Bundle]) -> None:
    if not unnamed:
        return
    sheet.page.blank()
    sheet.page.add((sheet.say(UNNAMED), "underline"))
    for bundle in unnamed:
        remarks = [sheet.causes(bundle.first.causes)]
        if bundle.first.applies == "open":
            remarks.append(sheet.say(APPLIES_OPEN))
        said = [sheet.title(bundle.first.norm), bundle.count_said(sheet), sheet.whom(bundle.first), *remarks]
        sheet.page.mark("?", " · ".join(part for part in said if part), indent=2, style="cyan")


def kind_title(kind: str, sheet: Sheet) -> str:
    """The title of a kind of statement with its name."""
    facts = kind_named(kind).facts
    return (facts.title_en if sheet.language == "en" else facts.title_ja) + sheet.bracketed(kind)


def need_period(first: int, last: int, sheet: Sheet) -> str:
    """The days for which an answer is needed."""
    if is_day(first) and is_day(last):
        if last == first + 1:
            return sheet.day(first)
        between = " to " if sheet.language == "en" else "～"
        return f"{sheet.day(first)}{between}{sheet.last_day(last)}"
    if is_day(first):
        return sheet.say(SINCE, sheet.day(first))
    return sheet.say(UNTIL, sheet.last_day(last)) if is_day(last) else ""
