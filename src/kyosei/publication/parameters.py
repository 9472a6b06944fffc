"""The dated parameters of a norm as tables: from which day, for what, how much."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kyosei.publication.tree import Found
from kyosei.terms.text import Text
from kyosei.timelines.days import FIRST_DAY
from kyosei.timelines.program import Op
from kyosei.verdicts.choice_prose import word_said
from kyosei.verdicts.piece_prose import field_of, options_of
from kyosei.verdicts.prose import amount, unit_of

__all__ = ["Parameter", "Row", "parameter_of"]

_MORE_THAN_ANY = 1_000_000_000
_ROUNDINGS = (
    Text("切捨て", "すてます", "rounded down"),
    Text("切上げ", "あげます", "rounded up"),
    Text("四捨五入", "四捨五入します", "rounded half up"),
    Text("五捨六入（50銭以下切捨て）", "半分までは すてます", "rounded half down"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A value from a day on. `key`: for which choice, or from which amount on; None: for all. Pairs: Japanese, English."""

    key: Text | None
    from_day: int | None
    value: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A table: what it is part of, whether its rows have keys, how a share is rounded."""

    anchor: str
    title: Text
    keyed: bool
    rounding: Text | None
    rows: tuple[Row, ...]


def parameter_of(found: Found) -> Parameter:
    """The table in words, in order of keys and days."""
    node, rows = found.node, found.table.rows
    rounding = None
    match node.op:
        case Op.SCALE:
            shown = [Row(None, _day(day), _share(top, bottom)) for _, day, top, bottom in rows]
            rounding = _ROUNDINGS[node.parameters[-1]]
        case Op.LOOKUP:
            question = node.arguments[0].question
            shown = [
                Row(
                    word_said(field_of(question), options_of(question, 1 << bit)[0]),
                    _day(day),
                    _value(value, found.unit),
                )
                for bit, day, value, _ in rows
            ]
        case Op.PIECEWISE:
            unit = unit_of(node.arguments[0])
            shown = [
                Row(_at_least(bound, unit), _day(day), _value(value, found.unit or unit))
                for day, bound, value, _ in rows
            ]
        case _:
            shown = [Row(None, _day(day), _value(value, found.unit)) for _, day, value, _ in rows]
    return Parameter(found.anchor, found.within, shown[0].key is not None, rounding, tuple(shown))


def _day(day: int) -> int | None:
    """None for the first of all days: since ever."""
    return None if day <= FIRST_DAY else day


def _value(value: int, unit: str) -> tuple[str, str]:
    """A figure; one that nothing reaches says that the rule reaches nobody yet, or nobody any more."""
    return ("該当なし", "none") if value >= _MORE_THAN_ANY else amount(value, value, unit)


def _share(top: int, bottom: int) -> tuple[str, str]:
    share = Fraction(top, bottom)
    said = f"{share.numerator:,}" if share.denominator == 1 else f"{share.numerator:,}/{share.denominator:,}"
    return said, said


def _at_least(bound: int, unit: str) -> Text:
    ja, en = amount(bound, bound, unit)
    return Text(f"{ja}以上", f"{ja}から", f"at least {en}")
