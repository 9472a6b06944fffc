"""The words of a plan, each in Japanese, easy Japanese and English. What is lacking is "not yet"; nobody breaches anything."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

WAY_TO = Text("{0}への道すじ", "{0}までの 道", "The way to: {0}")
FROM_ON = Text("{0}以後", "{0}から あと", "From {0} on")
CAVEAT = Text(
    "新しい記録がなければこうなる、という見通し。要件はだれの義務でもない。すべて満たしても許可を受ける権利が生じる"
    "わけではなく、決めるのは役所。",
    "新しい 記録が ないとき、こう なります。条件は だれの 義務でも ありません。ぜんぶ 足りても、きめるのは 役所です。",
    "What follows if nothing else changes. A requirement is nobody's duty. Meeting all of them gives no right to the "
    "permission: the office decides.",
)
DRAFT = Text(
    "案を含む：{1}から、ガイドラインの案による（{0}）。案はだれも拘束しない。そうなった場合の試算である。",
    "まだ 案です：{1}からは 案で かんがえました（{0}）。案は きまりでは ありません。",
    "WITH A DRAFT: from {1} on this answers by a draft ({0}). A draft binds nobody: this is what would follow if it "
    "became the rule.",
)
NOTHING_ASKED = Text(
    "この日にこの許可を求めることはできない（または、すでに受けている）。",
    "この日は この 許可を もとめる ことが できません（または もう もって います）。",
    "On this day the person cannot ask for it, or has it already.",
)
NEEDED_TO_ASK = Text("求めるために必要なこと", "もとめる ために ひつような こと", "What it takes to ask")

WHEN = Text("いつから", "いつから", "FROM WHEN")
ALL_MET = Text("すべての要件を充足", "条件が ぜんぶ 足りる", "Every requirement is met")
BY_RECORDS = Text(
    "記録の上ではすべて揃い、役所の判断だけが残る",
    "記録は ぜんぶ そろって、役所の 人が きめる だけ",
    "On record all is met, and only the judgement of officials is left",
)
NOT_LACKING = Text(
    "確実に足りないものがない（それより前は、回答や判断がどうであっても揃わない）",
    "たしかに 足りない ものが ない（その 前は、どんな 返事でも まだです）",
    "Nothing is certainly lacking (before that day no answer and no judgement can help)",
)
IF_RENEWED = Text(
    "今の在留期間（{0}まで）が、そのつど同じ長さで更新されると仮定した場合（更新はまだ決まっていない）",
    "いまの 在留期間（{0}まで）が、いつも 同じ 長さで つづく とき（まだ きまって いません）",
    "Assuming that the stay, which ends on {0}, is renewed each time for as long (nobody has decided that)",
)
SINCE_NOW = Text("{0}に既に", "{0}に もう", "on {0} already")
FROM = Text("{0}から", "{0}から", "from {0}")
NO_DAY = Text("記録から分かる日はない", "記録からは わかりません", "on no day that follows from the records")
RENEWED_ONLY = Text("更新を前提に{0}", "更新が あれば {0}", "{0}, provided the stay is renewed")
JUDGED_ONLY = Text("役所が認めれば{0}", "役所が みとめれば {0}", "{0} if an official finds so")

NOT_YET = Text("まだ揃っていないこと", "まだ 足りない こと", "NOT THERE YET")
UNANSWERED = Text("記録を待つこと", "記録を まって いる こと", "WAITS FOR A RECORD")
JUDGED = Text("役所の判断だけを待つこと", "役所の 人が きめる こと", "WAITS ONLY FOR A JUDGEMENT")
MET = Text("揃っていること", "もう 足りて いる こと", "THERE ALREADY")
NOT_ASKED = Text("求められないこと", "いらない こと", "NOT ASKED OF THIS PERSON")
WAYS = Text("次のいずれか一つで足りる", "つぎの どれか ひとつで いいです", "Any one of these is enough")
WAYS_FROM = Text(
    "{0}からは、次のいずれか一つ", "{0}からは、つぎの どれか ひとつ", "From {0} on any one of these would be enough"
)
WAYS_IN_DRAFT = Text("（案）", "（まだ 案）", " (draft)")
MET_BY = Text("これによる：{0}", "これで 足ります：{0}", "by: {0}")
LASTS_SINCE = Text("{0}から続いている", "{0}から つづいて います", "so since {0}")

LONG_ENOUGH = Text("{0}に満了", "{0}に 足ります", "long enough on {0}")

STATES: Mapping[str, Text] = MappingProxyType(
    {
        "yes": Text("揃っている", "足りて います", "there"),
        "no": Text("まだ", "まだです", "not yet"),
        "open": Text("未確定", "まだ わかりません", "open"),
    }
)
STANDS_AGAINST = Text("これが妨げとなっている", "これが あります", "this is so, and stands in the way")
WHETHER = Text("{0}の有無", "{0}が あるか ないか", "whether there is any: {0}")
DUTIES: Mapping[str, Text] = MappingProxyType(
    {
        "not_done": Text(
            "{1}がすべきで、まだしていない：{0}",
            "{1}が まだ して いません：{0}",
            "not done yet by {1}, whose duty it is: {0}",
        ),
        "late": Text("期限の後にされた：{0}（{1}）", "おくれて しました：{0}（{1}）", "done after its day: {0} – {1}"),
        "not_told": Text("履行されたか：{0}（{1}）", "したか どうか：{0}（{1}）", "whether done: {0} – {1}"),
    }
)

TURN = Text("だれの番か", "だれの 番か", "WHOSE TURN IT IS")
ANSWERS = Text("記録を答える：{0}", "記録を こたえます：{0}", "owes the answer: {0}")
ACTS = Text("まだしていないことをする：{0}", "まだ して いない ことを します：{0}", "has something left to do: {0}")
JUDGES = Text("申請を受けて判断する：{0}", "申請を 見て きめます：{0}", "judges, once applied for: {0}")
TIME = Text("時間の経過だけを待つ", "時間が たつのを まちます", "Time alone")
