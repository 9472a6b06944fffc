"""Beside another's duty: what protects the person affected, and the right to ask oneself."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.cli.check.action import figures_said, next_said
from kyosei.cli.check.bundles import Bundle, bundles_of, grouped
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import LOST, MAY_ASK, NOT_THEIRS, PROTECTED, SEVERAL, THEY_DO_IT, THEY_MAY_ASK
from kyosei.norms.forms import Right
from kyosei.terms.text import Text
from kyosei.verdicts.turns import is_open_to_holder, needs_action
from kyosei.verdicts.verdict import Verdict

__all__ = ["write_protected"]

_FEW = 2
"""Up to so many holders a right is written under each of them."""


def write_protected(sheet: Sheet, verdicts: Sequence[Verdict]) -> None:
    """For each person affected: who does it, and what the person may ask for. Never a task of theirs.

    A right that more than two persons have in the same way, such as to complain, stands once below them, with their names.
    """
    theirs = [v for v in verdicts if needs_action(v) and v.protects is not None and v.protects != v.bearer]
    rights = [v for v in verdicts if is_open_to_holder(v)]
    common = {norm for norm, of_norm in grouped(rights, lambda v: v.norm).items() if _is_common(sheet, of_norm)}
    own = [v for v in rights if v.norm not in common]
    shared = [v for v in rights if v.norm in common]
    if not theirs and not rights:
        return
    sheet.page.heading(sheet.say(PROTECTED))
    for person, about in grouped((*theirs, *own), lambda v: v.protects or "").items():
        sheet.page.blank()
        sheet.page.add((sheet.party(person), "underline"))
        duties = [v for v in about if v.kind != "right"]
        if duties:
            sheet.page.add(sheet.labelled(sheet.say(THEY_DO_IT) + sheet.bracketed(sheet.say(NOT_THEIRS))), indent=2)
            for norm_id, of_norm in grouped(duties, lambda v: v.norm).items():
                bearers = dict.fromkeys(sheet.party(v.bearer) for v in of_norm if v.bearer is not None)
                sheet.page.mark("–", sheet.labelled(sheet.listed(list(bearers)), sheet.title(norm_id)), indent=4)
        _write_rights(sheet, [v for v in about if v.kind == "right"], MAY_ASK)
    if shared:
        sheet.page.blank()
        sheet.page.add((sheet.say(SEVERAL), "underline"))
        _write_rights(sheet, shared, THEY_MAY_ASK)


def _is_common(sheet: Sheet, rights: Sequence[Verdict]) -> bool:
    """Whether many have a right, and no figure of it differs from one to the other."""
    return len({v.protects for v in rights}) > _FEW and not any(figures_said(sheet, v) for v in rights)


def _write_rights(sheet: Sheet, rights: Sequence[Verdict], heading: Text) -> None:
    """Each right once; below it, for whom and until when, if there is more to say than that it is there."""
    if not rights:
        return
    sheet.page.add(sheet.labelled(sheet.say(heading)), indent=2)
    for of_norm in grouped(rights, lambda v: v.norm).values():
        bundles = bundles_of(of_norm)
        holders = dict.fromkeys(sheet.party(bundle.first.protects or "") for bundle in bundles)
        first = bundles[0].first
        sheet.page.mark("–", (sheet.title(first.norm), "bold"), indent=4)
        sheet.page.add(sheet.provisions(first) + sheet.bracketed(first.norm), indent=6)
        if len(holders) > 1:
            sheet.page.add(sheet.listed(list(holders)), indent=6)
        else:
            _write_instances(sheet, bundles)
        _write_how(sheet, bundles)


def _write_instances(sheet: Sheet, bundles: Sequence[Bundle]) -> None:
    """What is told of each: the other party if there are several, the month, the figures, what comes next."""
    for bundle in bundles:
        verdict = bundle.first
        others = [party for party in verdict.about.values() if party != verdict.protects] if len(bundles) > 1 else []
        said = [
            sheet.listed([sheet.party(party) for party in others]),
            bundle.count_said(sheet),
            *figures_said(sheet, verdict),
            next_said(sheet, verdict),
        ]
        sheet.page.add(" · ".join(part for part in said if part), indent=6)


def _write_how(sheet: Sheet, bundles: Sequence[Bundle]) -> None:
    """Against whom, how, and what is lost when."""
    body = sheet.norm(bundles[0].first.norm).body
    if not isinstance(body, Right):
        return
    against = [b.first.about.get(body.against, body.against) for b in bundles]
    parties = dict.fromkeys(party if ":" in party else f"unknown:{party}" for party in against)
    whom = sheet.listed([sheet.party(party) for party in parties])
    sheet.page.add(f"→ {sheet.labelled(whom, body.how.said_in(sheet.language))}", indent=6)
    sheet.page.add(sheet.say(LOST, body.lost.said_in(sheet.language)), indent=6)
