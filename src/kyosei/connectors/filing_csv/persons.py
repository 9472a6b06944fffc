"""A person as every form of the file names one: office, insured number, names and birth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kyosei.connectors.connector import Line
from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.filing_csv.eras import era_day
from kyosei.connectors.filing_csv.frame import Frame
from kyosei.connectors.lines import name_in_script, person_line

__all__ = ["INDIVIDUAL_NUMBER", "Insured", "check_characters", "read_insured"]

# Never decoded, so that nothing of it can reach a statement or a message.
INDIVIDUAL_NUMBER = "個人番号"


@dataclass(frozen=True, slots=True)
class Insured:
    """Whom a row is about; `number` is None where the Pension Service is still to give one."""

    row: int
    number: int | None
    kana: str
    written: str
    born: date

    def identifier(self, frame: Frame) -> str:
        """The establishment and the insured number; without one, the file and the row, which name nobody else."""
        if self.number is not None:
            return f"person:jps-{frame.office.code}-{self.number}"
        return f"person:jps-{frame.office.code}-file-{frame.made_on:%Y%m%d}-{frame.number}-row-{self.row}"

    def line(self, frame: Frame) -> Line:
        """The person with the names of the row."""
        names = [name_in_script(self.written)] if self.written else []
        return person_line(self.identifier(frame), [*names, {"script": "Kana", "text": self.kana}], self.born)


def check_characters(cells: Mapping[str, Cell]) -> None:
    """Refuse a row with a character that the Pension Service does not take, in any cell but the Individual Number."""
    for name, cell in cells.items():
        if name != INDIVIDUAL_NUMBER:
            cell.text()


def read_insured(cells: Mapping[str, Cell]) -> Insured:
    """The person of a row."""
    kana = cells["氏名_カナ"].matching("[ -~｡-ﾟ]*[A-Zｦ-ﾟ][ -~｡-ﾟ]*", "a name in half-width katakana")
    number = cells["被保険者整理番号"].matching("[0-9]{0,6}", "at most six digits")
    return Insured(
        row=cells["様式コード"].row,
        number=int(number) if number else None,
        kana=kana.strip(),
        written=cells["氏名_漢字"].text().strip(),
        born=era_day(cells["生年月日_元号"], cells["生年月日_年月日"]),
    )
