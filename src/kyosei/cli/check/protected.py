"""Beside another's duty: what protects the person affected, and the right to ask oneself."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.cli.check.action import figures_said, needs_action, next_said
from kyosei.cli.check.bundles import Bundle, bundles_of, grouped
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import LOST, MAY_ASK, NOT_THEIRS, PROTECTED, THEY_DO_IT
from kyosei.norms.forms import Right
from kyosei.verdicts.verdict import Verdict

__all__ = ["is_open_to_holder", "write_protected"]


def is_open_to_holder(verdict: Verdict) -> bool:
    """Whether a right can be exercised on the day."""
    return verdict.kind == "right" and verdict.applies == "yes" and verdict.state == "met"


def write_protected(sheet: Sheet, verdicts: Sequence[Verdict]) -> None:
    """For each person affected: who does it, and what the person may ask for. Never a task of theirs."""
    theirs = [v for v in verdicts if needs_action(v) and v.protects is not None and v.protects != v.bearer]
    rights = [v for v in verdicts if is_open_to_holder(v)]
    affected = grouped((*theirs, *rights), lambda v: v.protects or "")
    if not affected:
        return
    sheet.page.heading(sheet.say(PROTECTED))
    for person, about in affected.items():
        sheet.page.blank()
        sheet.page.add((sheet.party(person), "underline"))
        duties = [v for v in about if v.kind != "right"]
        if duties:
            sheet.page.add(sheet.labelled(sheet.say(THEY_DO_IT) + sheet.bracketed(sheet.say(NOT_THEIRS))), indent=2)
            for norm_id, of_norm in grouped(duties, lambda v: v.norm).items():
                bearers = dict.fromkeys(sheet.party(v.bearer) for v in of_norm if v.bearer is not None)
                sheet.page.mark("–", sheet.labelled(sheet.listed(list(bearers)), sheet.title(norm_id)), indent=4)
        if len(duties) < len(about):
            sheet.page.add(sheet.labelled(sheet.say(MAY_ASK)), indent=2)
            for bundle in bundles_of(v for v in about if v.kind == "right"):
                _write_right(sheet, bundle)


def _write_right(sheet: Sheet, bundle: Bundle) -> None:
    verdict = bundle.first
    norm = sheet.norm(verdict.norm)
    said = [bundle.count_said(sheet), *figures_said(sheet, verdict), next_said(sheet, verdict)]
    sheet.page.mark("–", (norm.title.said_in(sheet.language), "bold"), indent=4)
    sheet.page.add(sheet.provisions(verdict) + sheet.bracketed(verdict.norm), indent=6)
    sheet.page.add(" · ".join(part for part in said if part), indent=6)
    if isinstance(norm.body, Right):
        against = norm.body.against
        party = verdict.about.get(against, against if ":" in against else f"unknown:{against}")
        sheet.page.add(f"→ {sheet.labelled(sheet.party(party), norm.body.how.said_in(sheet.language))}", indent=6)
        sheet.page.add(sheet.say(LOST, norm.body.lost.said_in(sheet.language)), indent=6)
