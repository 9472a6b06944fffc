"""An establishment's identity at the Pension Service: prefecture code, area and symbol (事業所整理記号), and number."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kyosei.connectors.filing_csv.cells import Cell
from kyosei.connectors.lines import shown

__all__ = ["PREFECTURES", "SYMBOL", "Office", "read_office"]

SYMBOL = "[0-9A-Zｦ-ﾟ]{1,4}"

# The Pension Service's own prefecture codes, which are not those of JIS X 0401 (there 東京 is 13, here 21).
PREFECTURES = frozenset(
    f"{code:02}"
    for first, last in ((1, 12), (21, 21), (31, 39), (41, 42), (51, 61), (71, 82))  # 北海道–千葉, 東京, 神奈川–静岡,
    for code in range(first, last + 1)  # 大阪–兵庫, 愛知–山口, 徳島–沖縄
)


@dataclass(frozen=True, slots=True)
class Office:
    """An establishment, as the employer writes it in every record."""

    prefecture: str
    area: str
    symbol: str

    @property
    def code(self) -> str:
        """The identity in letters that any keyboard has: 21-01-ｹｲﾄ is `21-01-ke.i.to`."""
        return f"{self.prefecture}-{self.area}-{romanised(self.symbol)}"


def read_office(cells: Sequence[Cell]) -> Office:
    """The establishment from its three cells 都道府県コード, 郡市区符号, 事業所記号."""
    prefecture, area, symbol = cells
    if prefecture.text() not in PREFECTURES:
        raise prefecture.refusal(
            f"is {shown(prefecture.text())}, which is no prefecture code of the Pension Service;"
            " it has its own codes, not those of JIS (東京 is 21, 大阪 is 41): correct the code"
        )
    return Office(
        prefecture=prefecture.text(),
        area=area.matching("[0-9]{2}", "two digits"),
        symbol=symbol.matching(SYMBOL, "one to four half-width katakana, capital letters or digits"),
    )


def romanised(symbol: str) -> str:
    """A symbol in ASCII, one to one: capitals and digits stay, katakana become small words between dots."""
    words = []
    for character in symbol:
        if character.isascii():
            words.append(character)
        else:
            name = unicodedata.name(character).removeprefix("HALFWIDTH KATAKANA").removeprefix("-HIRAGANA")
            words.append("-".join(name.replace("LETTER", "").replace("MARK", "").lower().split()))
    return ".".join(words)
