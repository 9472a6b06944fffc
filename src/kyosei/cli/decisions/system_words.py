"""What `kyosei decisions stability` and `noise` say."""

from __future__ import annotations

from kyosei.terms.text import Text

STABILITY = Text(
    "義務を果たした人は安定した在留を得ているか",
    "する ことを した 人は、長く いる ことが できますか",
    "DOES COMPLIANCE LEAD TO STABILITY",
)
MET = Text("求められたことを満たした人", "する ことを した 人", "met what they owed")
OTHERS = Text("未確認又は満たさない点がある人", "まだ わからない ことが ある 人", "something open or not met")
GROUP = Text(
    "約{0}人・許可{1}%・最長の在留期間又は永住{2}%・申請から{3}日（中央値）",
    "だいたい {0}人・よい こたえ {1}%・いちばん 長い {2}%・{3}日",
    "about {0} people · {1}% granted · {2}% for the longest period or without end · {3} days from filing (median)",
)
FEW = Text("10人未満", "10人より 少ない", "under 10 people")
NONE = Text("なし", "いません", "nobody")
NOTHING = Text("決定の記録はない", "まだ ありません", "nothing was decided yet")
SMALL = Text(
    "10人未満の数は示さず、人数は5人単位に丸めています。他人の不履行は本人の不履行として数えません。",
    "10人より 少ない 数は 書きません。ほかの 人が しなかった ことは、あなたの ことでは ありません。",
    "Counts under ten are not told; people are rounded to five. What others failed to do counts against nobody.",
)
NOISE = Text(
    "{1}件を{2}人が独立に判断（延べ{0}件）",
    "{2}人が {1}の 書類を 読みました（ぜんぶで {0}）",
    "{0} JUDGEMENTS OF {1} DOSSIERS BY {2} READERS",
)
DIFFER = Text(
    "同じ書類についての2人の判断の差は平均{0}（標準誤差{1}）",
    "同じ 書類でも、人が ちがうと {0} ちがいます（±{1}）",
    "two readers of one dossier differ by {0} on average (standard error {1})",
)
SYSTEM = Text("判断のばらつき全体（標準偏差）", "ちがいの 大きさ（ぜんぶ）", "noise in all (standard deviation)")
LEVEL = Text(
    "うち判断者の厳しさの差", "人に よって きびしいか やさしいか", "of it, some readers are stricter than others"
)
PATTERN = Text(
    "うち書類ごとの見方の差とその時々の差",
    "書類に よって、日に よって",
    "of it, readers see one dossier or another otherwise",
)
OCCASION = Text(
    "同じ人が2度読んだときの差", "同じ 人が 2回 読んだ とき", "the same reader, the same dossier, another day"
)
POINTS = Text("{0}ポイント", "{0}ポイント", "{0} points")
MONTHS = Text("{0}か月", "{0}か月", "{0} months")
NOT_TOLD = Text("不明（データ不足）", "わかりません", "not known: too few were read so")
