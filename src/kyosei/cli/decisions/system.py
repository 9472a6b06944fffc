"""`kyosei decisions stability`, `table` and `noise`: what decisions come to as a system. None names a person or an officer."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

import kyosei
from kyosei.cli.arguments import Format, FormatOption, LanguageOption, language_of, read_files
from kyosei.cli.data_directory import DataDirectoryOption, opened_journal
from kyosei.cli.decisions.tables import read_table, whole_number
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import Page, write_json, write_text
from kyosei.errors import InputError, QuestionError
from kyosei.signals.small_counts import people_told, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kyosei.decisions.noise import Noise
    from kyosei.decisions.stability import Group, Stability
    from kyosei.terms.text import Language

__all__ = ["group_told", "noise", "noise_told", "rehearse", "stability", "table"]

_COLUMNS: Final = ("dossier", "reader")


def stability(
    context: typer.Context, data: DataDirectoryOption, format_: FormatOption = Format.TEXT, lang: LanguageOption = None
) -> None:
    """Show whether compliance leads to stability: of those who met what they owed, how many were granted the longest stay.

    Beside them stand those with something open or not met. Counts under ten are not told.
    """
    from kyosei.decisions.stability import stability_of
    from kyosei.statutes.stays import longest_periods
    from kyosei.timelines.days import date_from_day

    stays = LawSource.of(context).sources().stays
    longest = cache(lambda day: longest_periods(stays, date_from_day(day)))
    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        found = stability_of(connection, longest)
    if format_ is Format.JSON:
        write_json([_stability_told(one) for one in found])
        return
    _write_stability(found, language_of(lang))


def _stability_told(one: Stability) -> dict[str, object]:
    return {
        "procedure": one.procedure, "status": one.status, "met": group_told(one.met), "others": group_told(one.others),
    }  # fmt: skip


def group_told(group: Group) -> dict[str, int | None]:
    """What is told of a group: counts of people, and shares in per cent; None where fewer than ten are behind it."""
    few = told(group.cases) in (None, 0)

    def share(count: int) -> int | None:
        return None if few else round(100 * count / group.cases)

    return {
        "cases": people_told(group.cases), "granted_percent": share(group.granted),
        "longest_percent": share(group.longest), "median_days": None if few else group.median_days,
    }  # fmt: skip


def _write_stability(found: Sequence[Stability], language: Language) -> None:
    from kyosei.cli.decisions import system_words as words
    from kyosei.verdicts.choice_prose import word_said

    page = Page()
    page.heading(words.STABILITY.said_in(language))
    for one in found:
        procedure = word_said("residence.application.procedure", one.procedure).said_in(language)
        status = word_said("residence.status.status", one.status).said_in(language) if one.status else ""
        page.add((" · ".join(filter(None, (procedure, status))), "bold"), indent=2)
        for label, group in ((words.MET, one.met), (words.OTHERS, one.others)):
            page.add(f"{label.said_in(language)}: {_group_said(group, language)}", indent=4, hang=2)
    if not found:
        page.add(words.NOTHING.said_in(language), indent=2)
    page.add(words.SMALL.said_in(language), indent=2)
    page.write()


def _group_said(group: Group, language: Language) -> str:
    from kyosei.cli.decisions import system_words as words

    shown = group_told(group)
    if shown["granted_percent"] is None:
        return (words.FEW if group.cases else words.NONE).said_in(language)
    return words.GROUP.said_in(language).format(
        shown["cases"], shown["granted_percent"], shown["longest_percent"], shown["median_days"]
    )


def table(
    data: DataDirectoryOption,
    outcome: Annotated[
        str, typer.Option(metavar="OUTCOME", help="granted, or months: of those that were granted.")
    ] = "granted",
) -> None:
    """Write what was decided as a table for `kyosei decisions consistency`: the key of the facts, the office, and the outcome.

    It holds no group, as Kyosei takes none out of the journal: all cases are of the group `all`.
    """
    from kyosei.cli.decisions.tables import OUTCOMES
    from kyosei.journal.decided import outcomes_of_all

    if outcome not in OUTCOMES:
        raise QuestionError(f"there is no outcome {outcome!r}; write {' or '.join(OUTCOMES)}")
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(["facts", "office", "group", outcome])
    with opened_journal(data) as (_, database), database.engine.connect() as connection:
        for one in outcomes_of_all(connection):
            value = int(one.result == "granted") if outcome == "granted" else _months(one.period)
            if value is not None:
                rows.writerow([one.same, one.office, "all", value])
    write_text(written.getvalue())


def _months(period: str | None) -> int | None:
    """Of a period of whole years and months; None of others, and of what was refused."""
    years, _, rest = (
        (period or "").removeprefix("P").partition("Y") if period and "Y" in period else ("0", "", period or "")
    )
    months = rest.removeprefix("P").removesuffix("M") or "0"
    if not (years.isdigit() and months.isdigit()):
        return None
    return 12 * int(years) + int(months) or None


def noise(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="CSV with the columns dossier, reader, and granted (1 or 0) or months; - is standard input.",
            show_default=False,
        ),
    ],
    format_: FormatOption = Format.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Measure how much decisions depend on who decides: several readers were given the same dossiers, each for themself.

    A reader who was given a dossier twice has two rows for it, in the order of the readings. No reader is named.
    """
    from kyosei.decisions.noise import Judgements, noise_of

    ((name, content),) = read_files([file])
    rows, sort = read_table(name, content, _COLUMNS)
    outcomes = [whole_number(name, number, row[sort], sort) for number, row in enumerate(rows, 2)]
    found = noise_of(Judgements.of([row["dossier"] for row in rows], [row["reader"] for row in rows], outcomes))
    if format_ is Format.JSON:
        write_json(noise_told(found, sort))
        return
    _write_noise(found, sort, language_of(lang))


def noise_told(found: Noise, sort: str) -> dict[str, object]:
    """What the command prints as JSON."""
    return {"outcome": sort, **asdict(found)}


def _write_noise(found: Noise, sort: str, language: Language) -> None:
    from kyosei.cli.decisions import system_words as words

    page = Page()
    page.heading(words.NOISE.said_in(language).format(found.judgements, found.dossiers, found.readers))
    factor, unit = (100.0, words.POINTS) if sort == "granted" else (1.0, words.MONTHS)
    said = unit.said_in(language)

    def shown(value: float | None) -> str:
        return words.NOT_TOLD.said_in(language) if value is None else said.format(f"{factor * value:.1f}")

    page.add(words.DIFFER.said_in(language).format(shown(found.difference), shown(found.difference_error)), indent=2)
    for label, value in ((words.SYSTEM, found.system), (words.LEVEL, found.level), (words.PATTERN, found.pattern),
                         (words.OCCASION, found.occasion)):  # fmt: skip
        page.add(f"{label.said_in(language)}: {shown(value)}", indent=2, hang=2)
    page.write()


def rehearse(
    context: typer.Context,
    town: Annotated[
        Path, typer.Argument(metavar="TOWN", help="A folder that `kyosei world make` wrote.", show_default=False)
    ],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder for the dossiers.", show_default=False)],
    procedure: Annotated[
        str, typer.Option(metavar="PROCEDURE", help="renewal, change, permanent, acquisition or work_permission.")
    ] = "renewal",
    count: Annotated[int, typer.Option(metavar="N", min=1, max=500, help="How many dossiers.")] = 30,
    of: Annotated[int, typer.Option("--of", metavar="N", min=1, help="Chosen among the first N of the town.")] = 300,
) -> None:
    """Write dossiers of people who do not exist, for several officers to judge each for themself; `noise` measures the rest.

    DIR/NNN/dossier.json is what an officer is shown, DIR/NNN/records.jsonl the records behind it, and DIR/judgements.csv has a
    row for each: give every reader a copy, without the others' answers, and put the copies together.
    """
    from itertools import islice

    from kyosei.decisions.document import document_of
    from kyosei.decisions.drafting import draft
    from kyosei.decisions.rehearsing import chosen, rehearsed
    from kyosei.journal.envelope import canonical
    from kyosei.norms.procedures import find_procedure
    from kyosei.timelines.days import microseconds_from_instant
    from kyosei.world.output import read_people
    from kyosei.world.score.detector import Background, Records
    from kyosei.world.score.scoring import read_manifest

    source = LawSource.of(context)
    asked = find_procedure(source.procedures(), procedure)
    known = microseconds_from_instant(datetime.fromisoformat(str(read_manifest(town)["known"])))
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder} holds something already; give a new folder")
    with (town / "records" / "organisations.jsonl").open("rb") as file:
        background = Background.read(file)
    loaded = source.open_law(None)
    found = []
    for person, lines in islice(read_people(town / "records"), of):
        records = Records.of([(person, lines)], background)
        read = rehearsed(loaded, asked, records.case, person, known)
        if read is not None:
            found.append((read, lines))
    places = chosen((read.assembled for read, _ in found), count)
    if len(places) < count:
        raise QuestionError(
            f"{len(places)} of the first {of} people of {town} have a stay that ends; ask for fewer, or raise --of"
        )
    rows = ["dossier,reader,granted"]
    for number, (read, lines) in enumerate((found[place] for place in places), 1):
        here = folder / f"{number:03}"
        here.mkdir(parents=True)
        dossier = draft(read, "authority:synthetic", "staff:reader", f"kyosei {kyosei.__version__} rehearsal", known)
        (here / "dossier.json").write_bytes(canonical(document_of(dossier)) + b"\n")
        (here / "records.jsonl").write_bytes(b"".join((*background.behind(b"".join(lines)), *lines)))
        rows.append(f"{number:03},,")
    (folder / "judgements.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    write_text(f"{folder}\n")
