"""The words of the reports, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "not_applicable": "·",
        "met": "✓",
        "due": "▸",
        "late": "✓",
        "breached": "✗",
        "unmet": "✗",
        "open": "?",
    }
)
"""One cell each, so that the state is never told by colour alone."""

STYLES: Mapping[str, str] = MappingProxyType(
    {
        "not_applicable": "dim",
        "met": "green",
        "due": "yellow",
        "late": "green",
        "breached": "bold yellow",
        "unmet": "bold yellow",
        "open": "cyan",
    }
)
"""Colours support the words. No state is red: what is not known never is (UI.md), and no person is coloured."""

# Check ----------
ON = Text("{0}現在", "{0}の ようす", "As of {0}")
UNDER_LAW = Text("適用した法令の版：{0}", "つかった 法律の 版：{0}", "Under the law {0}")
KNOWN = Text("{0}（日本時間）までの記録による", "{0}までの 記録", "as known at {0}, Japan time")
NOTHING_RECORDED = Text("記録なし", "記録は ありません", "nothing is on record")
PROJECTED_NOTE = Text(
    "{0}より後は見込み（新しい記録がなければこうなる）。",
    "{0}より あとは 見込みです（新しい 記録が ないとき）。",
    "Days after {0} are projected: what follows if nothing more is recorded.",
)
IN_SHORT = Text(
    "対応が必要 {0}件・未確定 {1}件・充足 {2}件",
    "すること {0}・わからないこと {1}・できていること {2}",
    "{0} to act on · {1} open · {2} fine",
)
ACTION = Text("対応が必要なこと（だれの番か）", "すること（だれが するか）", "WHAT NEEDS ACTION, AND BY WHOM")
NO_ACTION = Text(
    "この日に対応が必要なことはありません。",
    "この日に しなければ ならない ことは ありません。",
    "Nothing needs action on this day.",
)
NOBODY = Text(
    "だれの義務でもないが、知っておくこと",
    "だれの 義務でも ありませんが、知って おく こと",
    "Nobody's duty, but worth knowing",
)
FOR = Text("{0}について", "{0}の こと", "for {0}")
DUE = Text("期限 {0}", "{0}までに します", "due {0}")
WAS_DUE = Text("期限 {0}", "{0}までに しなければ なりませんでした", "was due {0}")
AT_ONCE = Text("直ちに", "すぐに します", "due at once")
THEN = Text("{0}から：{1}", "{0}から：{1}", "from {0}: {1}")
CHANGES = Text("{0}に変わる", "{0}に かわります", "changes on {0}")
PROJECTED = Text("見込み", "見込み", "projected")
COMING = Text("まもなく", "もうすぐ", "coming")
BECAUSE_OF = Text("{0}の義務による：{1}", "{0}が すること：{1}", "rests on the duty of {0}: {1}")
PROTECTED = Text("本人を守るもの", "その人を まもる もの", "WHAT PROTECTS THOSE AFFECTED")
THEY_DO_IT = Text("相手がする", "会社などが します", "They do it")
NOT_THEIRS = Text("本人のすることではない", "この人が する ことでは ありません", "not a task of this person")
MAY_ASK = Text("自分で求めることもできる", "自分でも できます", "You may ask yourself")
SEVERAL = Text("多くの人に共通の権利", "おおくの 人が できる こと", "Several people")
THEY_MAY_ASK = Text("各自が求めることができる", "ひとり ひとりが できます", "Each of them may ask")
LOST = Text("失われるもの：{0}", "なくなる もの：{0}", "what is lost: {0}")
OPEN = Text(
    "未確定のこと（だれの回答を待つか）",
    "まだ わからない こと（だれが こたえるか）",
    "WHAT IS OPEN, AND WHO OWES THE ANSWER",
)
WAITS = Text("これを待つもの", "これを まって います", "waits for it")
ONE_OF = Text("いずれか一つで足りる", "どれか ひとつで いいです", "one of several answers is enough")
UNNAMED = Text("回答すべき者が定まっていない", "だれが こたえるか きまって いません", "no source is named")
FINE = Text("充足していること", "できて いること", "WHAT IS FINE")
NOT_APPLYING = Text("該当しないこと", "関係 ない こと", "WHAT DOES NOT APPLY")
AND_MORE = Text("ほか{0}", "ほか {0}", "and {0} more")
MONTHS = Text("{0}件（{1}～{2}）", "{0}（{1}～{2}）", "{0} times, {1} to {2}")
UNCOUNTED = Text(
    "適用されるかどうか自体が未確定の規範：{0}件。`--norm` で表示。",
    "関係が あるか まだ わからない きまり：{0}。`--norm` で 見る ことが できます。",
    "{0} norms: not known whether they apply; `--norm` shows them.",
)
UNCOUNTED_ONE = Text(
    "適用されるかどうか自体が未確定の規範：1件。`--norm` で表示。",
    "関係が あるか まだ わからない きまり：1。`--norm` で 見る ことが できます。",
    "1 norm: not known whether it applies; `--norm` shows it.",
)
GOALS = Text(
    "目標となる許可の要件は表示していません：{0}。`--goal` で表示。",
    "ほしい 人だけの 条件は ここに ありません：{0}。`--goal` で 見る ことが できます。",
    "Not shown, as nobody has to meet it: what a goal requires ({0}). `--goal` shows it.",
)
ARISES = Text("{0}に発生", "{0}に はじまりました", "arose {0}")
PERFORMED = Text("{0}に履行", "{0}に しました", "done {0}")
APPLIES_OPEN = Text("適用されるか未確定", "関係が あるか まだ わかりません", "not known whether it applies")

# Timeline ----------
SETTLED_TO = Text("{0}まで記録", "{0}までの 記録", "recorded to {0}")
FROM = Text("開始", "はじまり", "from")
TO = Text("最終日", "おわり", "to")
STATE = Text("状態", "ようす", "state")
ALWAYS = Text("当初", "はじめ", "the beginning")
OPEN_END = Text("以後ずっと", "これから ずっと", "further notice")

# Explain ----------
WHY = Text("理由", "りゆう", "WHY")
NEEDS = Text("確定に必要な記録", "わかるために ひつような 記録", "WHAT WOULD SETTLE IT")
ALL_OF = Text("次のすべて", "つぎの ぜんぶ", "all of these")
ANY_OF = Text("次のいずれか", "つぎの どれか ひとつ", "any one of these")
TURN = Text("だれの番か", "だれが しますか", "WHOSE TURN IT IS")
TURN_BEARER = Text("{0}がする番です。", "{0}が します。", "{0} has to act.")
TURN_SOURCE = Text("{0}の回答を待っています。", "{0}の へんじを まって います。", "{0} owes the answer.")
CONDITION = Text(
    "だれの義務でもありません。条件であって、することではありません。",
    "だれの 義務でも ありません。条件です。",
    "This is nobody's duty: it is a condition, not a task.",
)
NO_TASK = Text("{0}がすることはありません。", "{0}が する ことは ありません。", "{0} has no task in this.")
TURN_NOBODY = Text("だれも今することはありません。", "いま だれも する ことは ありません。", "Nobody has to act now.")
ITEM = Text("{0}", "{0}", "item {0}")
SAID = Text("{0}（{1}、{2}）", "{0}（{1}、{2}）", "{1} said on {2}: {0}")
AS_ABOVE = Text("上に同じ", "うえと おなじです", "as above")
ONLY_HEARD = Text("確定できる者ではない", "この人だけでは きまりません", "heard, but cannot settle it")

# Diff ----------
DIFF = Text("知ったことの違い：{0} → {1}", "記録の ちがい：{0} → {1}", "WHAT CHANGED between {0} and {1}")
RECORDS = Text("記録", "記録", "RECORDS")
VERDICTS = Text("{0}についての結果", "{0}の 結果", "RESULTS for {0}")
NO_RECORDS = Text("新しい記録はない。", "新しい 記録は ありません。", "No record was added.")
NO_VERDICTS = Text("結果は変わらない。", "結果は おなじです。", "No result changed.")
NOT_IN_PLAY = Text("対象外", "ありません", "not in play")

RECORDS_TOGETHER = Text("{0}件", "{0}", "{0} of these")
RECORD_CHANGES: Mapping[str, Text] = MappingProxyType(
    {
        "added": Text("追加", "ふえました", "added"),
        "replaced": Text("訂正", "なおしました", "replaced"),
        "withdrawn": Text("取下げ", "とりけしました", "withdrawn"),
        "disputed": Text("異議", "まちがいだと 言いました", "disputed"),
        "resolved": Text("解決", "きまりました", "resolved"),
    }
)
RECORD_LINES: Mapping[str, Text] = MappingProxyType(
    {
        "coverage": Text("全件回答", "ぜんぶの 答え", "full answer"),
        "heartbeat": Text("稼働確認", "つながっている しらせ", "sign of life"),
    }
)
"""What a line is, where its kind and what it did do not say so."""

# Norms ----------
IN_FORCE = Text("施行 {0}～{1}", "{0}から {1}", "in force {0} to {1}")
IN_FORCE_OPEN = Text("施行 {0}～", "{0}から", "in force from {0}")
VERIFIED = Text("確認 {0}", "たしかめた 日 {0}", "verified {0}")
REVIEW = Text("再確認 {0}", "つぎに たしかめる 日 {0}", "review {0}")
OF_BEARER = Text("{0}の義務", "{0}が します", "of the {0}")
OF_HOLDER = Text("{0}の権利", "{0}が できます", "of the {0}")
