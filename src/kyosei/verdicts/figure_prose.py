"""The names of the figures that norms show beside their results."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["FIGURES"]

FIGURES: Mapping[str, Text] = MappingProxyType(
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
        "fee_yen": Text("手数料", "てすうりょう", "fee"),
        "fee_online_yen": Text("手数料（オンライン申請）", "てすうりょう（オンライン）", "fee online"),
        "wage_yen": Text("賃金", "給料", "wage"),
        "peer_wage_yen": Text("比較する日本人の賃金", "くらべる 日本人の 給料", "wage of the Japanese peer"),
        "overtime_hours": Text("時間外労働の時間", "残業の 時間", "overtime"),
        "hours_in_the_month": Text("その月の時間", "その 月の 時間", "in the month"),
        "overtime_pay_yen": Text("時間外労働の賃金", "残業の お金", "overtime pay"),
        "granted_days": Text("付与日数", "もらった 日", "days granted"),
        "days_of_notice": Text("予告の日数", "何日 前に 言ったか", "days of notice"),
        "set_off_yen": Text("相殺された額", "ひいた お金", "set off"),
        "closure_days": Text("休業の日数", "会社の りゆうで 休んだ 日", "days of closure"),
        "points": Text("点数", "点", "points"),
        "remuneration_yen": Text("年収", "1年の 給料", "pay a year"),
        "days_on_record": Text("記録にある日数", "記録に ある 日", "days on record"),
        "agreed_minutes": Text("契約の所定労働時間（分）", "やくそくの 時間（分）", "agreed hours, in minutes"),
        "ordinary_minutes": Text(
            "通常の労働者の所定労働時間（分）", "ふつうの 社員の 時間（分）", "ordinary hours, in minutes"
        ),
    }
)
