"""Applications as `kyosei applications` prints them as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyosei.cli.page import Page, write_text

if TYPE_CHECKING:
    from kyosei.applications.application import Application
    from kyosei.applications.queue import Waiting
    from kyosei.applications.receipt import PendingReceipt
    from kyosei.terms.text import Language

__all__ = ["write_application", "write_receipt", "write_waiting"]


def write_application(one: Application, language: Language) -> None:
    """An application as lines."""
    from kyosei.applications.application import turns
    from kyosei.cli.applications import words
    from kyosei.facts.statements import Case
    from kyosei.verdicts.choice_prose import word_said
    from kyosei.verdicts.names import day_said, instant_said, party_name

    page = Page()
    procedure = word_said("residence.application.procedure", one.filing.procedure).said_in(language)
    page.add(f"{one.id}  {procedure} · {words.STAGES[one.stage].said_in(language)}")
    for turn in turns(one):
        said = words.TURNS[turn.what].said_in(language).format(party_name(turn.party, Case({}), language) or turn.party)
        if turn.until is not None:
            said += f" ({words.UNTIL.said_in(language).format(day_said(turn.until, language))})"
        page.mark("–", said, indent=2)
    for done in one.done:
        parts = [instant_said(done.at, language), words.ACTS[done.act].said_in(language), done.by, done.words]
        page.add("  " + " · ".join(part for part in parts if part), hang=4)
    page.write()


def write_waiting(found: Sequence[Waiting], language: Language) -> None:
    """The queue as lines."""
    from kyosei.cli.applications import words
    from kyosei.verdicts.choice_prose import word_said
    from kyosei.verdicts.names import day_said

    if not found:
        write_text(words.NOTHING_WAITS.said_in(language) + "\n")
    for one in found:
        until = "-" if one.lawful_until is None else day_said(one.lawful_until - 1, language)
        procedure = word_said("residence.application.procedure", one.procedure).said_in(language)
        parts = [until, procedure, day_said(one.filed, language), one.application or one.statement or "", *one.flags]
        write_text("  ".join(parts) + "\n")


def write_receipt(one: PendingReceipt, language: Language) -> None:
    """What a receipt shows, as lines."""
    from kyosei.cli.applications import words
    from kyosei.verdicts.choice_prose import word_said
    from kyosei.verdicts.names import day_said, instant_said

    page = Page()
    procedure = word_said("residence.application.procedure", one.procedure).said_in(language)
    page.add(words.PENDING.said_in(language).format(one.person, procedure, day_said(one.day, language), one.office))
    if one.prolongs and one.lawful_until >= 0:
        until, at = day_said(one.lawful_until, language), instant_said(one.known, language)
        page.add(words.STAY_GOES_ON.said_in(language).format(until, at), indent=2)
    elif not one.prolongs:
        page.add(words.STAY_NOT_PROLONGED.said_in(language), indent=2)
    page.write()
