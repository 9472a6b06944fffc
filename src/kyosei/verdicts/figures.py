"""The figures of a norm in words: how much is short, how many months are lost."""

from __future__ import annotations

from kyosei.terms.text import Language, Text
from kyosei.timelines.program import INFINITY
from kyosei.verdicts.figure_prose import FIGURES

__all__ = ["figure_said"]

_ONLY_IF_MORE_THAN_NOTHING = ("shortfall_yen", "excess_yen", "months_lost")
"""A difference that may come out as nothing or less: then nothing is short, too much or lost."""


def figure_said(name: str, low: int, high: int, language: Language) -> str | None:
    """A figure by its name, with its value or bounds; None if nothing is known of it, or nothing is short or too much."""
    if name in _ONLY_IF_MORE_THAN_NOTHING:
        if high <= 0:
            return None
        low = max(low, 0)
    if low <= 0 and high >= INFINITY:
        return None
    known = FIGURES.get(name)
    label = known.said_in(language) if known is not None else name.replace("_", " ")
    if low == high:
        value = _value(name, low, language)
    elif high >= INFINITY:
        least = _value(name, low, language)
        value = Text(f"{least}以上", f"{least}より 多い", f"at least {least}").said_in(language)
    elif low <= -INFINITY:
        most = _value(name, high, language)
        value = Text(f"{most}以下", f"{most}より 少ない", f"at most {most}").said_in(language)
    else:
        between = "–" if language == "en" else "～"
        value = f"{_value(name, low, language)}{between}{_value(name, high, language)}"
    return f"{label} {value}"


def _value(name: str, value: int, language: Language) -> str:
    """A value by the unit that the name of its figure ends with or contains."""
    if "yen" in name.split("_"):
        return f"¥{value:,}" if language == "en" else f"{value:,}円"
    if "hours" in name.split("_"):
        whole, minutes = divmod(value, 60)
        if language == "en":
            return f"{whole} h" + (f" {minutes} min" if minutes else "")
        return f"{whole}時間" + (f"{minutes}分" if minutes else "")
    return f"{value:,}"
