"""What a case says to people: where it stands, what happened about it, and why an act had no effect, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kyosei.cases.acts import ActKind, Refusal
from kyosei.cases.case import CaseState, Happening, Stage
from kyosei.terms.text import Text

__all__ = ["ACTS", "HAPPENINGS", "REFUSALS", "STAGES", "STATES"]

STATES: Final[Mapping[CaseState, Text]] = MappingProxyType(
    {
        CaseState.OPEN: Text("未対応", "まだ 返事が ありません", "open"),
        CaseState.ACKNOWLEDGED: Text("確認済み", "読みました", "acknowledged"),
        CaseState.ANSWERED: Text("回答済み", "返事が ありました", "answered"),
        CaseState.ESCALATED: Text("担当の役所へ引継ぎ済み", "役所に 伝えました", "passed to the office"),
        CaseState.REVIEW: Text(
            "規定に欠陥があり見直し中",
            "きまりに まちがいが あり、見なおして います",
            "under review: a rule was defective",
        ),
        CaseState.CURED: Text("解消", "できました", "cured"),
        CaseState.MISTAKEN: Text("誤り", "まちがいでした", "found to be mistaken"),
        CaseState.WITHDRAWN: Text("取下げ", "とりけしました", "withdrawn"),
    }
)
STAGES: Final[Mapping[Stage, Text]] = MappingProxyType(
    {
        Stage.REMINDER: Text("事前のお知らせ", "前もって お知らせ", "reminder"),
        Stage.NOTICE: Text("お知らせ", "お知らせ", "notice"),
        Stage.OFFICE: Text("担当の役所", "役所", "office"),
    }
)
HAPPENINGS: Final[Mapping[Happening, Text]] = MappingProxyType(
    {
        Happening.OPENED: Text("始まり", "はじまりました", "opened"),
        Happening.JOINED: Text("同じ対応で済むものが加わる", "いっしょに できる ことが ふえました", "another joined"),
        Happening.CHANGED: Text("状況の変化", "ようすが かわりました", "changed"),
        Happening.SETTLED: Text("確定", "きまりました", "settled"),
        Happening.PAUSED: Text("記録を確認中", "記録を たしかめて います", "the records are being looked into"),
        Happening.RESUMED: Text("確認済み、再開", "たしかめました。つづけます", "the records stand again"),
        Happening.REOPENED: Text(
            "規定の欠陥による見直し", "きまりに まちがいが あり、もう一度 見ます", "reopened: a rule was defective"
        ),
        Happening.CURED: Text("解消", "できました", "cured"),
        Happening.MISTAKEN: Text("誤りと判明", "まちがいでした", "found to be mistaken"),
        Happening.WITHDRAWN: Text("取下げ", "とりけしました", "withdrawn"),
    }
)
ACTS: Final[Mapping[ActKind, Text]] = MappingProxyType(
    {
        ActKind.ACKNOWLEDGE: Text("確認した旨の連絡", "「読みました」と 言いました", "acknowledged"),
        ActKind.ANSWER: Text("回答", "返事を しました", "answered"),
        ActKind.DELIVERED: Text("お知らせの到達", "お知らせが とどきました", "the notice was delivered"),
        ActKind.UNDELIVERED: Text("お知らせの返送", "お知らせが とどきませんでした", "the notice came back"),
        ActKind.COMPLAIN: Text("本人による方法の選択", "本人が やり方を 決めました", "the person chose a way"),
        ActKind.LOOK: Text("担当者の確認", "人が たしかめました", "a person looked at it"),
        ActKind.ESCALATE: Text("担当の役所への引継ぎ", "役所に 伝えました", "passed to the office"),
        ActKind.MISTAKEN: Text("誤りとの判断", "人が まちがいだと 決めました", "found to be mistaken"),
        ActKind.UPHOLD: Text("見直しの結果、維持", "もう一度 見て、かわりませんでした", "looked at again, and upheld"),
        ActKind.WITHDRAW: Text("取下げ", "とりけしました", "withdrawn"),
    }
)
REFUSALS: Final[Mapping[Refusal, Text]] = MappingProxyType(
    {
        Refusal.UNKNOWN: Text("そのような行為はない", "そのような ことは できません", "there is no such act"),
        Refusal.OVER: Text("既に終わっている", "もう おわって います", "the case is over already"),
        Refusal.UNDER_REVIEW: Text("見直し中", "もう一度 見て います", "the case is being looked at again"),
        Refusal.NOT_UNDER_REVIEW: Text(
            "見直しの対象でない", "もう一度 見る ものでは ありません", "the case was not reopened"
        ),
        Refusal.NOT_THE_OWNER: Text("対応する者が述べるべきこと", "する 人が 言う ことです", "its owner says this"),
        Refusal.NOT_THE_OPERATOR: Text(
            "運営者だけができること", "この しくみを うごかす ところが します", "only the operator does this"
        ),
        Refusal.NO_RECEIPT: Text(
            "到達はお知らせの受領記録だけが示す",
            "とどいた ことは 受けとりの 記録で わかります",
            "only the receipt of its notice tells of a delivery",
        ),
        Refusal.NOT_THE_PROTECTED: Text(
            "守られる本人だけが選べること",
            "本人だけが 決める ことが できます",
            "only the person whom it protects chooses",
        ),
        Refusal.NO_ROUTE: Text(
            "方法の指定がない（inside又はoffice）",
            "やり方（inside か office）が ありません",
            "choose a route: inside or office",
        ),
        Refusal.NOT_A_HUMAN: Text(
            "人が自分の鍵で行うこと", "人が 自分の かぎで します", "a person does this, with their own key"
        ),
        Refusal.NOT_AN_OFFICIAL: Text("職員が行うこと", "役所の 人が します", "this is for an official"),
        Refusal.NOTHING_BREACHED: Text(
            "守られていないことがない", "まだ 日が あります", "nothing has been left undone yet"
        ),
        Refusal.NOT_ESTABLISHED: Text(
            "元になる記録を確認中", "記録を たしかめて います", "what it rests on is not established at present"
        ),
        Refusal.NO_OFFICE: Text(
            "担当の機関が定まらない（市町村は運営者が指定する）",
            "どの 役所か わかりません",
            "no office is in charge, or the operator has to name which municipality",
        ),
        Refusal.ALREADY_THERE: Text("既に引き継がれている", "もう 伝えました", "that office has been told"),
        Refusal.NOT_WITH_THEM: Text(
            "渡す機関に引き継がれていない",
            "伝える 役所が まだ 知りません",
            "the office that would pass it on has not been told of it",
        ),
        Refusal.KEPT_APART: Text(
            "法律がこれらの機関を隔てている（人を守るためのしくみ）",
            "法律で、この 役所には 伝えません。人を まもる ためです",
            "the law keeps these offices apart, which protects people",
        ),
        Refusal.NOT_ASKED: Text(
            "相手の機関からの求めがない",
            "その 役所は まだ 聞いて いません",
            "that office has not asked for it: name its request",
        ),
        Refusal.NOT_DELIVERED: Text(
            "お知らせが届いていない（期間が始まっていない）",
            "お知らせが まだ とどいて いません",
            "its notice has not been delivered, so the time to cure it has not begun",
        ),
        Refusal.TIME_LEFT: Text("期間が終わっていない", "まだ 日が あります", "the time to cure it has not ended"),
        Refusal.NOBODY_LOOKED: Text(
            "まだ人が確認していない", "まだ 人が たしかめて いません", "no person has looked at it"
        ),
    }
)
