"""Writes SHFD0006.CSV with acquisition notices, filled as far as the records tell; what they do not tell stays empty.

Nothing is put into a cell that nobody said: neither sex nor address nor remuneration (報酬月額 is not the contract's wage), and
never an Individual Number. `still_needed` names the cells that the employer fills before filing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from kyosei.connectors.filing_csv.writing import as_full_width, as_half_width_kana, era_cells, write_filing
from kyosei.connectors.jps_acquisition.layout import ACQUISITION
from kyosei.connectors.jps_acquisition.notices import FORM

__all__ = ["FILE", "acquisition_cells", "still_needed", "write_acquisitions"]

FILE: Final = "SHFD0006.CSV"
_OF_ESTABLISHMENT: Final = ("都道府県コード", "郡市区符号", "事業所記号", "事業所番号")
_OFTEN_EMPTY: Final = frozenset(
    {
        "被保険者整理番号", "備考", "備考_70歳以上", "備考_二以上勤務", "備考_短時間労働者",
        "備考_退職後の継続再雇用", "備考_その他",
        "70歳以上被用者該当のみ", "資格確認書発行要否", "報酬月額_現物", "個人番号省略理由", "基礎年金番号_課所符号",
        "基礎年金番号_一連番号",
    }
)  # fmt: skip
"""Cells that may stay empty: given only where they apply, or in the place of the Individual Number."""


def acquisition_cells(names: Mapping[str, str], born: date | None, acquired_on: date) -> dict[str, str]:
    """The cells of one person that the records tell. names: by script (ISO 15924)."""
    cells = {"様式コード": FORM, "取得区分": "1"}
    if (kana := names.get("Kana")) is not None and (half := as_half_width_kana(kana)) is not None:
        cells["氏名_カナ"] = half
    written = next((names[script] for script in ("Jpan", "Hani", "Latn") if script in names), None)
    if written is not None and (wide := as_full_width(written)) is not None:
        cells["氏名_漢字"] = wide
    if born is not None:
        cells["生年月日_元号"], cells["生年月日_年月日"] = era_cells(born)
    cells["取得年月日_元号"], cells["取得年月日_年月日"] = era_cells(acquired_on)
    return cells


def still_needed(cells: Mapping[str, str]) -> tuple[str, ...]:
    """The cells of a notice that somebody has to fill before it can be filed, in the order of the form."""
    known = {*cells, *_OF_ESTABLISHMENT, *_OFTEN_EMPTY}
    return tuple(name for name in ACQUISITION if name not in known)


def write_acquisitions(
    establishment: Mapping[str, str], persons: Sequence[Mapping[str, str]], made_on: date, number: int = 1
) -> bytes:
    """The file with these persons' notices. establishment: the cells of row 4 by name, as in docs/formats/jps-acquisition.md."""
    of_office = {name: establishment.get(name, "") for name in _OF_ESTABLISHMENT}
    return write_filing(
        FILE, establishment, ACQUISITION, [of_office | dict(cells) for cells in persons], made_on, number
    )
