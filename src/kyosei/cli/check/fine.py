"""What is fine, one line a norm; and what does not apply, if it was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.cli.check.action import write_obligations
from kyosei.cli.check.bundles import Bundle, bundles_of, grouped
from kyosei.cli.sheet import Sheet
from kyosei.cli.words import AND_MORE, FINE, MARKS, NOT_APPLYING, STYLES
from kyosei.verdicts.state_prose import UNTIL
from kyosei.verdicts.turns import is_fine
from kyosei.verdicts.verdict import Verdict

__all__ = ["write_fine", "write_not_applying"]

_NAMED_MOST = 3
_FAR_DAYS = 3653


def write_fine(sheet: Sheet, verdicts: Sequence[Verdict], on: int) -> None:
    """The section; nothing if there is nothing to say in it."""
    _write(sheet, sheet.say(FINE), [verdict for verdict in verdicts if is_fine(verdict, on)])


def write_not_applying(sheet: Sheet, verdicts: Sequence[Verdict]) -> None:
    """What does not apply: `check` lists it only if it was asked for by norm."""
    _write(sheet, sheet.say(NOT_APPLYING), [verdict for verdict in verdicts if verdict.state == "not_applicable"])


def _write(sheet: Sheet, heading: str, verdicts: Sequence[Verdict]) -> None:
    if not verdicts:
        return
    sheet.page.heading(heading)
    for together in grouped(bundles_of(verdicts), lambda b: (b.first.norm, b.first.state)).values():
        first = together[0].first
        mark = "·" if first.state == "unmet" else MARKS[first.state]
        word = sheet.label(sheet.state(first.kind, first.state)) if first.state in ("late", "unmet") else ""
        named = [_named(sheet, bundle) for bundle in together[:_NAMED_MOST]]
        if len(together) > _NAMED_MOST:
            named.append(sheet.say(AND_MORE, len(together) - _NAMED_MOST))
        said = (word, sheet.title(first.norm), " — ", ("; " if sheet.language == "en" else "／").join(named))
        sheet.page.mark(mark, *said, indent=2, style=STYLES[first.state])
        for bundle in together:
            write_obligations(sheet, bundle)


def _named(sheet: Sheet, bundle: Bundle) -> str:
    """About whom, which months, and until when it holds."""
    first = bundle.first
    parties = list(first.about.values())
    said = [sheet.listed([sheet.party(party) for party in parties[:2]]), bundle.count_said(sheet)]
    ends = first.next is not None and first.next.state != first.state and first.state == "met"
    if ends and first.next is not None and len(bundle.verdicts) == 1 and first.next.on_day <= first.since + _FAR_DAYS:
        said.append(sheet.say(UNTIL, sheet.last_day(first.next.on_day)))
    return ", ".join(part for part in said if part) if sheet.language == "en" else "、".join(p for p in said if p)
