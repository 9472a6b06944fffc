"""Writes the pages of docs/formats whose contents the code declares: columns of tables, cells and fields of records.

    python -m scripts.write_format_pages

A test compares the pages with what this makes of the declarations.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kyosei.connectors import CONNECTORS, TABLES
from kyosei.connectors.filing_csv import frame
from kyosei.connectors.freee_hr.answers import Endpoint
from kyosei.connectors.jps_acquisition.layout import ACQUISITION
from kyosei.connectors.jps_remuneration.layout import LAYOUTS, MONTHLY_CHANGE, REGULAR
from kyosei.connectors.table.layout import AnyColumn
from kyosei.connectors.table.reading import Table
from kyosei.connectors.table.values import Choice
from kyosei.connectors.zengin_salary.records import RECORDS

__all__ = ["FORMATS", "PAGES"]

FORMATS = Path(__file__).parents[1] / "docs" / "formats"
SHARED = "Characters, line ends and days: [README.md](README.md)."


def table_page(table: Table) -> str:
    """The page of a table: whose word it is, its columns, and what the words of its choices mean."""
    rows = [
        (column.title, "yes" if column.needed else "", column.value.written_ja, column.says)
        for column in table.layout.columns
    ]
    return page(
        table.name,
        f"**Spoken by** {table.spoken_by}.",
        said_by(table.lines_of.__module__),
        f"A sample: `samples/institutions/{table.name}.csv`. {SHARED}",
        listed(("column", "needed", "how it is written", "what it says"), rows),
        *(words for column in table.layout.columns if (words := words_of(column))),
    )


def words_of(column: AnyColumn) -> str:
    """The words of a choice with their meanings in a case file; nothing for other columns."""
    if not isinstance(column.value, Choice):
        return ""
    meanings = [(word, f"`{str(meaning).lower()}`") for word, meaning in column.value.meanings.items()]
    return listed((column.title, "in the case file"), meanings)


def filing_page(name: str, sample: str, forms: dict[str, Sequence[str]]) -> str:
    """The page of forms of SHFD0006.CSV: the frame, and the cells of each form."""
    rows = (("1, media", frame.MEDIA), ("3, count", frame.COUNT), ("4, establishment", frame.OFFICE))
    return page(
        name,
        said_by(f"kyosei.connectors.{name.replace('-', '_')}.reading"),
        said_by(f"kyosei.connectors.{name.replace('-', '_')}.notices"),
        f"A sample: `samples/institutions/{sample}`. Shift_JIS without Windows' extensions, CR LF, nothing quoted.",
        said_by("kyosei.connectors.filing_csv.frame"),
        *(f"Row {row}: {', '.join(cells)}." for row, cells in rows),
        "Row 2 is `[kanri]`, row 5 `[data]`. Then one row a person.",
        *(listed(("cell", f"of form {form}"), enumerate_cells(cells)) for form, cells in forms.items()),
    )


def zengin_page() -> str:
    """The page of the salary file: the fields of each record with the bytes that they take."""
    return page(
        "zengin-salary",
        said_by("kyosei.connectors.zengin_salary.reading"),
        said_by("kyosei.connectors.zengin_salary.records"),
        "A sample: `samples/institutions/kyuyo-20261125.txt`.",
        *(
            listed((f"record {kind}", "bytes"), [(field, str(width)) for field, width in fields])
            for kind, fields in RECORDS.items()
        ),
    )


def freee_page() -> str:
    """The page of the answers of freee HR: the requests whose answers are read."""
    return page(
        "freee-hr",
        *(said_by(f"kyosei.connectors.freee_hr.{module}") for module in ("answers", "terms", "pay", "hours")),
        "A sample: `samples/institutions/freee-hr.jsonl`; `samples/institutions/README.md` says how one is made.",
        listed(("request",), [(f"`GET {endpoint}`",) for endpoint in Endpoint]),
    )


def page(name: str, *paragraphs: str) -> str:
    """A page under the titles of a connector."""
    connector = CONNECTORS[name]
    return "\n\n".join([f"# `{name}`", f"{connector.title_ja} · {connector.title_en}", *paragraphs]) + "\n"


def listed(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of a page."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def enumerate_cells(cells: Sequence[str]) -> list[tuple[str, str]]:
    """Number and name of each cell."""
    return [(str(number), name) for number, name in enumerate(cells, start=1)]


def said_by(module: str) -> str:
    """What a module says about itself."""
    return (sys.modules[module].__doc__ or "").strip()


PAGES = {
    **{table.name: table_page(table) for table in TABLES},
    "jps-acquisition": filing_page("jps-acquisition", "SHFD0006.CSV", {"2200700": ACQUISITION}),
    "jps-remuneration": filing_page(
        "jps-remuneration", "remuneration/SHFD0006.CSV", {form: LAYOUTS[form] for form in (REGULAR, MONTHLY_CHANGE)}
    ),
    "zengin-salary": zengin_page(),
    "freee-hr": freee_page(),
}
"""The text of each page by format; that of SmartHR is written by hand, as its members are not declared in one place."""


def main() -> None:
    """Writes every page."""
    for name, text in PAGES.items():
        (FORMATS / f"{name}.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
