"""`kyosei import`: files of institutions' own systems become lines of a case file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import typer

from kyosei.cli.arguments import read_files
from kyosei.cli.page import Page, write_text
from kyosei.errors import InputError, QuestionError

__all__ = ["FORMATS_IN_HELP", "import_files"]

# Written out, so that `--help` need not load the connectors; a test compares them.
FORMATS_IN_HELP = (
    "freee-hr, smarthr-crews, jps-acquisition, jps-remuneration, zengin-salary, immigration-stays, "
    "immigration-contracting-organisation, immigration-accepting-organisation, labour-foreign-workers, "
    "pension-establishment-payments, pension-national-contributions, tax-special-collection, bank-registered-stays, "
    "school-enrolments, school-attendance, municipality-residents, support-actions, support-interviews"
)

Lines = dict[object, tuple[str, Mapping[str, Any]]]  # the file that told a line, and the line: JSON of any shape


def import_files(
    format_: Annotated[
        str | None,
        typer.Argument(
            metavar="[FORMAT]", help=f"{FORMATS_IN_HELP}. Without it: what each of them is.", show_default=False
        ),
    ] = None,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Files in that format; - is standard input.", show_default=False),
    ] = None,
    beside: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CASE",
            help="A case file that the lines go to: what it already has, word for word, is left out.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Turn an institution's own files into case-file lines on standard output; without a format, list the formats."""
    from kyosei.connectors import CONNECTORS

    if format_ is None:
        list_formats()
        return
    connector = CONNECTORS.get(format_)
    if connector is None:
        known = "; ".join(f"{name} is {c.title_en}" for name, c in CONNECTORS.items())
        raise QuestionError(f"there is no format {format_!r}; {known}")
    if not files:
        raise QuestionError(f"no file is named; name files of {connector.title_en}, or - for standard input")
    told = lines_beside(beside or [])
    already = set(told)
    for name, content in read_files(files):
        take(told, name, connector.read(name, content))
    new = [line for id_, (_, line) in told.items() if id_ not in already]
    write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in new))


def list_formats() -> None:
    """Every format with its titles and how its files are called."""
    from kyosei.connectors import CONNECTORS

    page = Page()
    for name, connector in CONNECTORS.items():
        page.add((name, "bold"), f" · {connector.title_ja} · {connector.title_en} · *{connector.suffix}", hang=4)
    page.write()


def lines_beside(names: list[str]) -> Lines:
    """The lines of case files, which are read as a case first so that every one of them is what it should be."""
    from kyosei.facts.case_file import read_case

    told: Lines = {}
    contents = read_files(names)
    read_case(contents)
    for name, content in contents:
        take(told, name, (json.loads(line) for line in content.splitlines() if line.strip()))
    return told


def take(told: Lines, name: str, lines: Iterable[Mapping[str, Any]]) -> None:
    """Adds lines that are new; InputError for one that another file tells otherwise."""
    for line in lines:
        file, earlier = told.setdefault(line["id"], (name, line))
        if earlier != line:
            raise InputError(
                f"{name}: {line['id']} is told otherwise in {file}; "
                "import the files one by one, and keep of each party the line that is right"
            )
