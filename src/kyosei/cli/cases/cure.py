"""`kyosei cases cure`: how a duty is cured, with which filing and which fields already known, and what that would change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kyosei.cli.arguments import (
    AsOfOption,
    DataOption,
    FilesOrJournal,
    Format,
    FormatOption,
    KnownOption,
    LanguageOption,
    language_of,
    read_day,
    read_instant,
)
from kyosei.cli.asking import Asker, with_asker
from kyosei.cli.evaluated import Input, read_evaluated
from kyosei.cli.law_source import LawSource
from kyosei.cli.page import write_json
from kyosei.cli.waiting import announce_preparation
from kyosei.errors import InputError, QuestionError

if TYPE_CHECKING:
    from kyosei.verdicts.evaluate import Loaded
    from kyosei.verdicts.verdict import Verdict

__all__ = ["cure"]

_TO_CURE: Final = ("due", "breached", "unmet", "open")
_ACQUISITIONS: Final = ("jp.pension.report-acquisition", "jp.health.report-acquisition")
"""The duties that the acquisition notice of SHFD0006.CSV meets."""


@with_asker
def cure(
    context: typer.Context,
    files: FilesOrJournal = None,
    *,
    asker: Asker,
    norm: Annotated[str, typer.Option(metavar="ID", help="Of which duty, such as jp.pension.report-acquisition.")],
    on: Annotated[str, typer.Option(metavar="DATE", help="The day asked about, such as 2026-11-21.")],
    about: Annotated[list[str], typer.Option(metavar="PARTY", help="About whom; may be repeated.")],
    data: DataOption = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    filing: Annotated[
        Path | None, typer.Option("--filing", metavar="FILE", help="Write the acquisition notice as SHFD0006.CSV.")
    ] = None,
    establishment: Annotated[
        Path | None,
        typer.Option("--establishment", metavar="FILE", help="The cells of row 4 of that file by name, as JSON."),
    ] = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show how a duty is cured: the filing, where, what is known for it, what shows it, and what it would change."""
    from kyosei.cli.cases.cure_page import CurePage, cure_document

    on_day, language = read_day(on, "--on"), language_of(lang)
    known_at = None if known is None else read_instant(known, "--known")
    source = LawSource.of(context)
    loaded = source.open_law(None)
    found = read_evaluated(files, data, about, known_at, as_of, asker, source, loaded.law, [norm])
    announce_preparation()
    verdicts = _to_cure(loaded, found, norm, on_day, about)
    documents = [cure_document(loaded, found, verdict, on_day) for verdict in verdicts]
    if filing is not None:
        if norm not in _ACQUISITIONS:
            raise QuestionError(f"--filing writes the notice that meets {' or '.join(_ACQUISITIONS)} alone")
        needed = _write_filing(filing, establishment, found, verdicts, on_day)
        documents = [document | {"filing": str(filing), "needed": list(needed)} for document in documents]
    if format_ is Format.JSON:
        write_json({"on": on, "law": loaded.law.version, **found.said(), "cures": documents})
        return
    CurePage.of(loaded, source.guidance(), found, language).write(verdicts, documents, on_day)


def _to_cure(loaded: Loaded, found: Input, norm: str, on: int, about: list[str]) -> list[Verdict]:
    from kyosei.verdicts.check import check

    if found.known is None:
        raise InputError("nothing is on record; give case files with statements")
    verdicts = check(loaded, found.case, on=on, known=found.known, norms=[norm], about=about, subjects=found.subjects)
    to_cure = [one for one in verdicts if one.state in _TO_CURE]
    if not to_cure:
        raise QuestionError(
            f"{norm} asks nothing of anybody about {', '.join(about)} on this day; `kyosei check` shows why"
        )
    return to_cure


def _write_filing(
    file: Path, establishment: Path | None, found: Input, verdicts: list[Verdict], on: int
) -> tuple[str, ...]:  # fmt: skip
    """Writes the notices, of which each obligation is one row; the cells that are still to be filled."""
    from kyosei.connectors.filing_csv.writing import as_full_width
    from kyosei.connectors.jps_acquisition.writing import acquisition_cells, still_needed, write_acquisitions
    from kyosei.timelines.days import date_from_day

    persons = []
    for verdict in verdicts:
        if verdict.arose < 0:
            raise QuestionError(f"it is not on record from which day {verdict.about['person']} is to be insured")
        person = found.case.parties[verdict.about["person"]]
        born = None if person.born is None else date_from_day(person.born)
        names = {name.script: name.text for name in person.names}
        persons.append(acquisition_cells(names, born, date_from_day(verdict.arose)))
    employer = found.case.parties[verdicts[0].about["employer"]]
    if any(one.about["employer"] != employer.id for one in verdicts):
        raise QuestionError("a file is for one employer; name it with --about")
    name = next((as_full_width(name.text) for name in employer.names if name.script == "Jpan"), None)
    cells = ({} if name is None else {"事業所名称": name}) | _cells(establishment)
    file.write_bytes(write_acquisitions(cells, persons, date_from_day(on)))
    return tuple(dict.fromkeys(name for cells in persons for name in still_needed(cells)))


def _cells(file: Path | None) -> dict[str, str]:
    """The cells of the establishment that the employer gives; none without a file."""
    from kyosei.connectors.filing_csv.frame import OFFICE

    if file is None:
        return {}
    try:
        found: Any = json.loads(file.read_text("utf-8"))  # Any: JSON
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: this cannot be read as JSON: {error}") from error
    if not isinstance(found, dict) or not {*found} <= {*OFFICE} or not all(isinstance(v, str) for v in found.values()):
        raise InputError(f"{file}: write an object with these names and texts: {', '.join(OFFICE)}")
    return found
