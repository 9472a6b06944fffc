"""The figures of a norm in words: how much is short, how many months are lost."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Language, Text
from kyosei.timelines.program import INFINITY

__all__ = ["figure_said"]

_NAMES: Mapping[str, Text] = MappingProxyType(
    {
        "agreed_yen": Text("契約の額", "やくそくの お金", "agreed"),
        "agreed_yen_per_hour": Text("契約の時間額", "やくそくの 1時間の お金", "agreed an hour"),
        "allowed_yen": Text("控除できる額", "ひいて いい お金", "allowed"),
        "allowed_with_care_yen": Text("介護保険料込みの額", "介護保険も 入れて", "allowed with care"),
        "base_yen": Text("算定の基礎", "計算の お金", "counted"),
        "deducted_yen": Text("控除額", "ひいた お金", "deducted"),
        "excess_yen": Text("超過額", "ひきすぎた お金", "too much"),
        "hours_in_seven_days": Text("7日間の時間", "7日間の 時間", "in seven days"),
        "hours_on_the_day": Text("その日の時間", "その日の 時間", "on the day"),
        "minimum_yen_per_hour": Text("最低賃金", "いちばん 低い お金", "minimum an hour"),
        "income_limit_yen": Text("所得の基準", "所得の ルール", "income limit"),
        "income_yen": Text("所得", "所得", "income"),
        "months_destroyed": Text("失われる月", "なくなる 月", "months destroyed"),
        "months_lost": Text("失われた月", "なくなった 月", "months lost"),
        "months_paid_for": Text("計算される月", "お金に なる 月", "months paid for"),
        "months_past_collection": Text("徴収できない月", "もう 払えない 月", "months past collection"),
        "needed_yen": Text("必要額", "ひつような お金", "needed"),
        "paid_yen": Text("支払額", "もらった お金", "paid"),
        "peer_yen": Text("日本人の額", "日本人の お金", "Japanese peer"),
        "rate": Text("率", "わりあい", "rate"),
        "shortfall_yen": Text("不足額", "足りない お金", "short by"),
        "signed_yen": Text("契約書の額", "契約書の お金", "signed"),
        "support_cost_yen": Text("支援費用の控除", "支援の お金", "support fee"),
        "told_yen": Text("届け出た額", "役所に 言った お金", "told the office"),
        "withheld_yen": Text("控除額", "ひいた お金", "withheld"),
    }
)


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
    known = _NAMES.get(name)
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
