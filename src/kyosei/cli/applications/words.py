"""The words of the pages about applications, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.applications.application import Stage
from kyosei.journal.entries import ApplicationActKind
from kyosei.terms.text import Text

STAGES: Mapping[Stage, Text] = MappingProxyType(
    {
        Stage.SENT: Text("送信済み（受付待ち）", "おくりました。", "sent; the office has not said yet that it has it"),
        Stage.RECEIVED: Text("審査中", "入管が 見て います。", "pending"),
        Stage.GRANTED: Text(
            "許可（カードの受領待ち）", "いいです。カードを もらいます。", "granted; takes effect with the card"
        ),
        Stage.IN_EFFECT: Text("許可が発効", "カードを もらいました。", "granted and in effect"),
        Stage.REFUSED: Text("不許可", "だめでした。", "refused"),
        Stage.WITHDRAWN: Text("取下げ", "やめました。", "withdrawn"),
    }
)
ACTS: Mapping[ApplicationActKind, Text] = MappingProxyType(
    {
        ApplicationActKind.FILE: Text("申請", "申請", "filed"),
        ApplicationActKind.RECEIVE: Text("受付", "受け取り", "received"),
        ApplicationActKind.ADD: Text("追加", "書きたし", "added"),
        ApplicationActKind.WITHDRAW: Text("取下げ", "やめた", "withdrawn"),
        ApplicationActKind.REQUEST: Text("資料の求め", "しつもん", "asked for documents"),
        ApplicationActKind.ANSWER: Text("回答", "答え", "answered"),
        ApplicationActKind.INQUIRE: Text("他の官署への照会", "ほかの 役所に 聞きました", "asked another office"),
    }
)
TURNS: Mapping[str, Text] = MappingProxyType(
    {
        "answer": Text(
            "{0}の番：求められた資料に答える", "つぎは {0}：しつもんに 答えます。", "{0}: answer the office"
        ),
        "collect": Text("{0}の番：カードを受け取る", "つぎは {0}：カードを もらいます。", "{0}: collect the card"),
        "receive": Text("{0}の番：受け付ける", "つぎは {0}：受け取ります。", "{0}: receive it"),
        "decide": Text("{0}の番：決定する", "つぎは {0}：きめます。", "{0}: decide"),
        "tell": Text("{0}の番：記録を届ける", "つぎは {0}：記録を 出します。", "{0}: give a record"),
    }
)
UNTIL = Text("{0}まで", "{0}まで", "until {0}")
FILED = Text("申請した：{0}（記録{1}番）", "申請しました：{0}（{1}番）", "filed: {0}, entry {1}")
DONE = Text("記録した：{0}", "記録しました：{0}", "entered: {0}")
NONE = Text("申請はない。", "申請は ありません。", "there is no application")
NOTHING_WAITS = Text("待っている申請はない。", "待って いる 申請は ありません。", "nothing waits")
AGREE_FIRST = Text(
    "{0}は次の機関の記録を読む：{1}。同意するなら --agree を付ける。",
    "{0}が つぎの ところの 記録を 読みます：{1}。いい ときは --agree と 書きます。",
    "{0} reads what these say about the person: {1}. Say with --agree that the person agrees",
)
PENDING = Text(
    "{0}：{1}（{2}申請、{3}が受付）",
    "{0}：{1}（{2}に 申請、{3}が 受け取りました）",
    "{0}: {1}, filed on {2}, received by {3}",
)
STAY_GOES_ON = Text(
    "在留は{0}の前日まで適法（{1}現在）",
    "{0}の 前の 日まで 日本に いる ことが できます（{1}）。",
    "the stay is lawful until the day before {0}, as known at {1}",
)
STAY_NOT_PROLONGED = Text(
    "この申請では在留期間は延びない",
    "この 申請だけでは、長く いる ことが できません。",
    "this application does not prolong the stay",
)
