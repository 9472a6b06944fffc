"""The words of the pages about cases, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kyosei.terms.text import Text

if TYPE_CHECKING:
    from kyosei.terms.citations import Sureness

NO_CASES = Text("案件はありません。", "なにも ありません。", "There are no cases.")
A_PERSON = Text("個人", "人", "a person")
NOT_SHOWN = Text(
    "閲覧が認められなかった案件：{0}件", "見る ことが できない もの：{0}", "Cases that may not be shown: {0}"
)
TELL = Text("「{0}」の記録を示すこと（{1}のため）", "「{0}」の 記録を 教えます（{1}の ため）", "say {0} (for {1})")
INFORMED = Text(
    "{0}に知らせている。本人がすることはない。本人の権利：{1}",
    "{0}に 知らせました。本人が する ことは ありません。本人が できる こと：{1}",
    "{0} is informed; nothing is asked of them. Their own rights: {1}",
)
NO_RIGHTS = Text("登録なし", "まだ わかりません", "none listed")
HUSHED = Text(
    "義務を負う者には知らせていない。知らせるかどうかは本人が決める。",
    "する 人には まだ 言って いません。本人が 決めます。",
    "Whose duty it is has not been told: the person chooses whether that happens.",
)
OFFICES = Text("役所との関係", "役所との こと", "Offices")
IN_CHARGE = Text("この件の担当", "この ことを する 役所", "in charge of this")
WAS_TOLD = Text("引継ぎ済み", "伝えました", "has been told")
MUNICIPALITIES = Text("市区町村", "市や 町", "municipalities")
KEPT_APART = Text(
    "法律が隔てている機関（この件は渡らない。人を守るためのしくみ）：{0}",
    "法律で、この ことを 伝えない 役所。人を まもる ためです：{0}",
    "The law keeps these offices apart from it, which protects people: {0}",
)
CARRIES = Text("渡すことのできる案件：{0}", "伝える ことが できる もの：{0}", "Cases that may pass: {0}")
CARRIES_NO_CASE = Text("なし（記録のみ）", "ありません。記録だけです", "none, records alone")
NO_OTHER_GATEWAY = Text(
    "ここにない経路では、どの案件も機関から機関へ渡りません。不備ではなく、人を守るためのしくみです。",
    "ここに ない 役所には 伝えません。人を まもる ためです。",
    "No case passes from office to office in any other way. That is no gap: it protects people.",
)
OPENINGS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "duty": Text("自ら知らせる義務", "かならず 伝えます", "it must be told"),
        "on-request": Text(
            "相手の機関が求めたときに限る", "その 役所が 聞いた とき だけです", "only when that office asks for it"
        ),
    }
)
SINCE: Final[Mapping[Sureness, Text]] = MappingProxyType(
    {
        "verified": Text("{0}現在の条文を確認済み", "{0}の きまりを 読みました", "as read in the text of {0}"),
        "knowledge": Text("{0}から（未確認）", "{0}から（まだ たしかめて いません）", "since {0}, as far as is known"),
        "uncertain": Text("{0}から（不確か）", "{0}から（はっきり しません）", "since {0}, by reports"),
    }
)
BY_GATEWAY = Text("{0}へ（根拠：{1}）", "{0}へ（{1}）", "to {0} (through {1})")
TO_OFFICE = Text("{0}へ", "{0}へ", "to {0}")

WITHOUT_EFFECT = Text("効力なし：{0}", "できませんでした：{0}", "without effect: {0}")
TAKEN = Text("{0}を第{1}番として記録した", "{0}を {1}番に 書きました", "{0} is in the journal at place {1}")

RECORD = Text("解消を示す記録", "できた ことが わかる 記録", "The record that shows it")
CHANGES = Text("これにより変わること", "そう すると かわる こと", "What it would change")
NO_CHANGES = Text(
    "ほかの結果は変わらないか、計算できません。",
    "ほかの ことは かわりません。または まだ わかりません。",
    "It changes nothing else, or it cannot be computed.",
)
NOT_IN_PLAY = Text("該当なし", "関係 ありません", "not in play")
WRITTEN = Text("{0}を作成した。", "{0}を つくりました。", "{0} is written.")
TO_FILL = Text(
    "記録にないため空欄のもの：{0}",
    "記録が ない ところは 書いて ありません：{0}",
    "Empty, because no record tells them: {0}",
)

QUALITY_OF = Text("{0}年に結果の出たお知らせ", "{0}年に 結果が 出た お知らせ", "Alerts decided in {0}")
QUALITY = Text(
    "正しかった相手方{0}、誤りだった相手方{1}（誤りが{2}で停止）",
    "正しい {0}、まちがい {1}（まちがいが {2}に なると とまります）",
    "right for {0}, wrong for {1} (silenced from {2} wrong)",
)
SILENCED = Text("停止中", "とまって います", "silenced")
NOTHING_DECIDED = Text("結果の出たものはありません。", "まだ ありません。", "None yet.")
RULED = Text("規定の欠陥と停止", "まちがいが ある きまりと とまった きまり", "Defects, and norms silenced")
NOTHING_RULED = Text("ありません。", "ありません。", "None.")
RULINGS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "silence": Text("停止", "とめました", "silenced"),
        "defective": Text("欠陥あり", "まちがいが あります", "defective"),
        "restore": Text("再開", "また はじめました", "restored"),
    }
)
