"""`kyosei diff`: what changed between two states of knowledge, record by record and result by result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.cli.arguments import (
    Files,
    Format,
    FormatOption,
    LanguageOption,
    LawOption,
    language_of,
    read_day,
    read_input,
    read_instant,
)
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json
from kyosei.cli.waiting import announce_preparation
from kyosei.errors import QuestionError

if TYPE_CHECKING:
    from kyosei.cli.sheet import Sheet
    from kyosei.verdicts.diff import Difference, RecordChange, VerdictChange
    from kyosei.verdicts.verdict import Verdict

__all__ = ["diff"]


def diff(
    context: typer.Context,
    files: Files,
    on: Annotated[str, typer.Option(metavar="DATE", help="The day asked about, such as 2026-11-21.")],
    known: Annotated[
        list[str], typer.Option(metavar="INSTANT", help="Twice: the two states of knowledge, earlier and later.")
    ],
    law: LawOption = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show what was recorded between two instants, and which answers it changed."""
    on_day = read_day(on, "--on")
    if len(known) != 2:
        raise QuestionError(
            f"diff compares two states of knowledge, and --known is given {len(known)} time(s); give it twice"
        )
    known_a, known_b = (read_instant(written, "--known") for written in known)
    language = language_of(lang)
    case = read_input(files)
    loaded = LawSource.of(context).open_law(law)
    announce_preparation()
    from kyosei.verdicts.diff import diff as compare

    difference = compare(loaded, case, on=on_day, known_a=known_a, known_b=known_b)
    if format_ is Format.JSON:
        write_json(difference.to_json())
        return
    from kyosei.cli.sheet import Sheet
    from kyosei.verdicts.check import known_day

    sheet = Sheet(Page(), language, case, loaded.law, known_day(max(known_a, known_b)))
    sheet.name_law(asked=law)
    _write(sheet, difference)
    sheet.page.write()


def _write(sheet: Sheet, difference: Difference) -> None:
    from kyosei.cli.check.bundles import grouped
    from kyosei.cli.words import DIFF, NO_RECORDS, NO_VERDICTS, RECORDS, VERDICTS
    from kyosei.verdicts.names import instant_said

    instants = (instant_said(instant, sheet.language) for instant in (difference.known_a, difference.known_b))
    sheet.page.add((sheet.say(DIFF, *instants), "bold"))
    sheet.page.heading(sheet.say(RECORDS))
    alike = grouped(
        difference.records,
        lambda r: (r.change, r.line, r.kind, r.source, tuple(r.about.items()), r.target, r.recorded_at),
    )
    for records in alike.values():
        _write_records(sheet, records)
    if not difference.records:
        sheet.page.add(sheet.say(NO_RECORDS), indent=2)
    sheet.page.heading(sheet.say(VERDICTS, sheet.day(difference.on)))
    for change in difference.verdicts:
        _write_verdict(sheet, change)
    if not difference.verdicts:
        sheet.page.add(sheet.say(NO_VERDICTS), indent=2)


def _write_records(sheet: Sheet, records: list[RecordChange]) -> None:
    """One line, or several that differ only in their ids."""
    from kyosei.cli.check.answers import kind_title
    from kyosei.cli.words import RECORD_CHANGES, RECORD_LINES, RECORDS_TOGETHER
    from kyosei.verdicts.names import instant_said

    first = records[0]
    what = [kind_title(first.kind, sheet)] if first.kind is not None else []
    if first.line in RECORD_LINES:
        what.insert(0, RECORD_LINES[first.line].said_in(sheet.language))
    ids = f" [{first.id}]" if len(records) == 1 else f" [{first.id} … {records[-1].id}]"
    count = "" if len(records) == 1 else sheet.bracketed(sheet.say(RECORDS_TOGETHER, len(records)))
    target = f" → {first.target}" if first.target is not None else ""
    mark = "+" if first.change == "added" else "~"
    did = RECORD_CHANGES[first.change].said_in(sheet.language)
    sheet.page.mark(mark, sheet.labelled(did, ", ".join(what)), count, ids, target, indent=2)
    said = [sheet.party(first.source), instant_said(first.recorded_at, sheet.language)]
    if first.about:
        said.insert(0, sheet.parties(dict(first.about)))
    sheet.page.add(" · ".join(said), indent=4)


def _write_verdict(sheet: Sheet, change: VerdictChange) -> None:
    some = change.after or change.before
    instance = [sheet.month(some.key)] if some is not None and some.key >= 0 else []
    sheet.page.mark("~", (sheet.title(change.norm), "bold"), sheet.bracketed(change.norm), indent=2)
    sheet.page.add(" · ".join([sheet.parties(dict(change.about)), *instance]), indent=4)
    sheet.page.add(f"{_state(sheet, change.before)} → {_state(sheet, change.after)}", indent=4)


def _state(sheet: Sheet, verdict: Verdict | None) -> str:
    from kyosei.cli.check.action import dates_said, figures_said
    from kyosei.cli.words import APPLIES_OPEN, MARKS, NOT_IN_PLAY

    if verdict is None:
        return sheet.say(NOT_IN_PLAY)
    word = sheet.state(verdict.kind, verdict.state)
    details = dates_said(sheet, verdict, with_state=False) + figures_said(sheet, verdict)
    if verdict.causes:
        details.append(sheet.causes(verdict.causes))
    if verdict.applies == "open":
        details.append(sheet.say(APPLIES_OPEN))
    return f"{MARKS[verdict.state]} {word}" + (sheet.bracketed(sheet.listed(details)) if details else "")
