"""Reads a filing CSV whole, as the word of the employer who made it: a notice prepared is not a notice received.

The file proves neither that it was sent nor that it arrived. So the source of every statement is the employer, who
is heard about these kinds but cannot settle them; their holders are the Pension Service and the health insurer, and
only their own record proves receipt. `on` is the day on which the file was made (作成年月日), before which nobody
can have received it. Whether the health insurer is reached through the Pension Service at all (it is for the Japan
Health Insurance Association, not for a company's own society) the file does not say.
"""

from __future__ import annotations

from kyosei.connectors.connector import Connector, Line
from kyosei.connectors.filing_csv.cells import read_rows
from kyosei.connectors.filing_csv.frame import FRAME_ROWS, cells_of, read_frame
from kyosei.connectors.jps_acquisition.layout import ACQUISITION
from kyosei.connectors.jps_acquisition.notices import notice_lines, read_notice
from kyosei.connectors.lines import employer_line, name_in_script

__all__ = ["JPS_ACQUISITION"]

NAME = "jps-acquisition"


def read(file: str, content: bytes) -> list[Line]:
    """The case-file lines of a filing CSV: the employer, then each person with the notices about them."""
    rows = read_rows(file, content)
    frame = read_frame(file, rows)
    lines = [employer_line(f"org:jps-{frame.office.code}", [name_in_script(frame.employer_name)])]
    stated: list[Line] = []
    first_rows: dict[int, int] = {}
    for number, contents in enumerate(rows[FRAME_ROWS:], start=FRAME_ROWS + 1):
        cells = cells_of(file, number, contents, ACQUISITION)
        notice = read_notice(cells, frame)
        insured = notice.insured.number
        if insured is not None and first_rows.setdefault(insured, number) != number:
            raise cells["被保険者整理番号"].refusal(
                f"is {insured}, which row {first_rows[insured]} has too; give every person a number of their own"
            )
        person, *notices = notice_lines(NAME, notice, frame)
        lines.append(person)
        stated += notices
    return [*lines, *stated]


JPS_ACQUISITION = Connector(
    name=NAME,
    title_ja="日本年金機構 届書CSV（SHFD0006.CSV）被保険者資格取得届",
    title_en="Japan Pension Service filing CSV (SHFD0006.CSV), acquisition notice",
    suffix=".CSV",
    read=read,
)
