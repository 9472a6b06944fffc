"""The text report of a check: what needs action and by whom, what is open and who owes the answer, what is fine."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.cli.check.action import write_action
from kyosei.cli.check.answers import write_answers
from kyosei.cli.check.fine import write_fine, write_not_applying
from kyosei.cli.check.protected import write_protected
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import GOALS, IN_SHORT, KNOWN, NOTHING_RECORDED, ON, PROJECTED_NOTE, UNCOUNTED, UNCOUNTED_ONE
from kyosei.verdicts.check import goals_of
from kyosei.verdicts.names import instant_said
from kyosei.verdicts.turns import is_fine, is_task
from kyosei.verdicts.verdict import Verdict, somebody_spoke

__all__ = ["write_report"]


def write_report(
    sheet: Sheet, verdicts: Sequence[Verdict], on: int, known: int | None, asked_by_norm: bool, goals: Sequence[str],
) -> None:  # fmt: skip
    """All sections. Norms of which it is not known whether they apply are only counted, unless they were asked for, or
    somebody has said that they do.

    goals: those whose requirements were asked for.
    """
    shown = [v for v in verdicts if v.applies != "open" or asked_by_norm or _somebody_spoke(v)]
    uncounted = {v.norm for v in verdicts} - {v.norm for v in shown} if asked_by_norm else {
        v.norm for v in verdicts if v.applies == "open" and not _somebody_spoke(v)
    }  # fmt: skip
    _write_head(sheet, shown, on, known)
    write_action(sheet, shown, on)
    write_protected(sheet, shown)
    write_answers(sheet, shown)
    write_fine(sheet, shown, on)
    write_not_applying(sheet, shown)
    if uncounted:
        sheet.page.blank()
        text = UNCOUNTED_ONE if len(uncounted) == 1 else UNCOUNTED
        sheet.page.add((sheet.say(text, len(uncounted)), "dim"))
    if not asked_by_norm and (others := sorted(goals_of(sheet.law) - set(goals))):
        sheet.page.blank()
        sheet.page.add((sheet.say(GOALS, ", ".join(others)), "dim"))


def _somebody_spoke(verdict: Verdict) -> bool:
    return verdict.state == "open" and somebody_spoke(verdict.causes)


def _write_head(sheet: Sheet, verdicts: Sequence[Verdict], on: int, known: int | None) -> None:
    when = sheet.say(NOTHING_RECORDED) if known is None else sheet.say(KNOWN, instant_said(known, sheet.language))
    sheet.page.add((sheet.say(ON, sheet.day(on)), "bold"), " · ", when)
    acting = sum(is_task(v, on) for v in verdicts)
    opened = sum(v.state == "open" for v in verdicts)
    fine = sum(is_fine(v, on) and v.kind != "right" for v in verdicts)
    sheet.page.add(sheet.say(IN_SHORT, acting, opened, fine))
    if known is not None and on > sheet.known_day:
        sheet.page.add(sheet.say(PROJECTED_NOTE, sheet.day(sheet.known_day)))
