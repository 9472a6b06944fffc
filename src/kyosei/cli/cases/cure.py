"""`kyosei cases cure`: how a duty is cured, with which filing and which fields already known, and what that would change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
    from kyosei.terms.text import Language
    from kyosei.verdicts.evaluate import Loaded
    from kyosei.verdicts.verdict import Verdict

__all__ = ["cure"]


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
        Path | None,
        typer.Option(
            "--filing",
            metavar="FILE",
            help="Write the filing, filled as far as known: SHFD0006.CSV, or the text of a notice.",
        ),
    ] = None,
    establishment: Annotated[
        Path | None,
        typer.Option("--establishment", metavar="FILE", help="The cells of row 4 of that file by name, as JSON."),
    ] = None,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show how a duty is cured: the filing, where, what is known for it, what shows it, and what it would change."""
    from kyosei.cases.curing import cure_of
    from kyosei.cases.filings import ACQUISITIONS
    from kyosei.cases.texts import TEXTS
    from kyosei.cli.cases.cure_page import CurePage

    on_day, language = read_day(on, "--on"), language_of(lang)
    known_at = None if known is None else read_instant(known, "--known")
    source = LawSource.of(context)
    loaded = source.open_law(None)
    found = read_evaluated(files, data, about, known_at, as_of, asker, source, loaded.law, [norm])
    announce_preparation()
    verdicts = _to_cure(loaded, found, norm, on_day, about)
    assert found.known is not None, "_to_cure refuses what has nothing on record"
    documents = [
        cure_of(
            loaded, found.case, verdict, on=on_day, known=found.known, answers=found.answers, subjects=found.subjects
        ).to_json(found.known)
        for verdict in verdicts
    ]  # fmt: skip
    if filing is not None:
        if norm not in (*ACQUISITIONS, *TEXTS):
            raise QuestionError(
                f"--filing writes what meets one of {', '.join((*ACQUISITIONS, *TEXTS))}, and nothing else"
            )
        if norm in TEXTS:
            needed = _write_text(filing, found, verdicts, language)
        else:
            needed = _write_filing(filing, establishment, found, verdicts, on_day)
        documents = [document | {"filing": str(filing), "needed": list(needed)} for document in documents]
    if format_ is Format.JSON:
        write_json({"on": on, "law": loaded.law.version, **found.said(), "cures": documents})
        return
    CurePage.of(loaded, source.guidance(), found, language).write(verdicts, documents, on_day)


def _to_cure(loaded: Loaded, found: Input, norm: str, on: int, about: list[str]) -> list[Verdict]:
    from kyosei.cases.curing import TO_CURE
    from kyosei.verdicts.check import check

    if found.known is None:
        raise InputError("nothing is on record; give case files with statements")
    verdicts = check(loaded, found.case, on=on, known=found.known, norms=[norm], about=about, subjects=found.subjects)
    to_cure = [one for one in verdicts if one.state in TO_CURE]
    if not to_cure:
        raise QuestionError(
            f"{norm} asks nothing of anybody about {', '.join(about)} on this day; `kyosei check` shows why"
        )
    return to_cure


def _write_filing(
    file: Path, establishment: Path | None, found: Input, verdicts: list[Verdict], on: int
) -> tuple[str, ...]:  # fmt: skip
    """Writes the notices; the cells that are still to be filled."""
    from kyosei.cases.filings import acquisition_filing

    filing = acquisition_filing(found.case, verdicts, on, _cells(establishment))
    file.write_bytes(filing.content)
    return filing.needed


def _write_text(file: Path, found: Input, verdicts: list[Verdict], language: Language) -> tuple[str, ...]:
    """Writes the notice; the items that are still to be filled."""
    from kyosei.cases.texts import HAPPENED, notice_text

    assert found.known is not None, "_to_cure refuses what has nothing on record"
    happened = [one for one in verdicts if one.state in HAPPENED]
    text, needed = notice_text(found.case, happened or verdicts, found.known, language)
    file.write_text(text, encoding="utf-8")
    return needed


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
