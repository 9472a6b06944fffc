"""Reads a filing CSV of remuneration notices whole, as the word of the employer who made it.

As with every form of this file, nothing in it shows that it was sent or that it arrived: the source of every statement
is the employer, and `on` is the day on which the file was made (作成年月日). Both notices may stand in one file.
"""

from __future__ import annotations

from kyosei.connectors.connector import Connector, Line
from kyosei.connectors.filing_csv.cells import Cell, read_rows
from kyosei.connectors.filing_csv.forms import unread_form
from kyosei.connectors.filing_csv.frame import FRAME_ROWS, cells_of, read_frame
from kyosei.connectors.jps_remuneration.layout import LAYOUTS
from kyosei.connectors.jps_remuneration.notices import notice_lines, read_notice
from kyosei.connectors.lines import employer_line, name_in_script
from kyosei.errors import InstitutionFileError

__all__ = ["JPS_REMUNERATION"]

NAME = "jps-remuneration"


def read(file: str, content: bytes) -> list[Line]:
    """The case-file lines of a filing CSV: the employer, then each person with the notices about them."""
    rows = read_rows(file, content)
    frame = read_frame(file, rows)
    parties = [employer_line(f"org:jps-{frame.office.code}", [name_in_script(frame.employer_name)])]
    statements: list[Line] = []
    persons: dict[object, tuple[int, Line]] = {}
    for number, contents in enumerate(rows[FRAME_ROWS:], start=FRAME_ROWS + 1):
        form = Cell(file, number, "1 様式コード", contents[0])
        layout = LAYOUTS.get(form.text())
        if layout is None:
            raise unread_form(form, *LAYOUTS)
        notice = read_notice(cells_of(file, number, contents, layout), frame)
        person, *stated = notice_lines(NAME, notice, frame)
        earlier, known = persons.setdefault(person["id"], (number, person))
        if known != person:
            raise InstitutionFileError(
                file, number, "被保険者整理番号", f"is that of row {earlier}, with another name or birth; give every person a"
                " number of their own"
            )  # fmt: skip
        statements += stated
    unique = {line["id"]: line for line in statements}
    return [*parties, *(line for _, line in persons.values()), *unique.values()]


JPS_REMUNERATION = Connector(
    name=NAME,
    title_ja="日本年金機構 届書CSV（SHFD0006.CSV）被保険者報酬月額算定基礎届・月額変更届",
    title_en="Japan Pension Service filing CSV (SHFD0006.CSV), notices of monthly remuneration",
    suffix=".CSV",
    read=read,
)
