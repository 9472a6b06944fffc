"""What `kyosei decisions consistency` says."""

from __future__ import annotations

from kyosei.terms.text import Text

COUNTED = Text(
    "決定{0}件を、関連する事実が同じものどうしで比べた（官署{1}、集団{2}）。",
    "決定 {0}件を、じじつが 同じ ものの 中で くらべました（役所 {1}、グループ {2}）。",
    "{0} decided cases, compared where the relevant facts are the same. Offices: {1}. Groups: {2}.",
)
SPREAD = Text(
    "偶然を除いた官署間のばらつき（標準偏差）：{0}",
    "役所の 間の ちがい（ぐうぜんを のぞいた 標準偏差）：{0}",
    "How much offices differ beyond chance (standard deviation): {0}",
)
NEGLIGIBLE = Text(
    "{0}までの違いは、違いとして挙げない。",
    "{0}までの 小さい ちがいは、ここに 出しません。",
    "Differences of up to {0} are not named.",
)
NAMED = Text("見つかった違い：{0}件", "見つかった ちがい：{0}", "Differences found: {0}")
NOTHING_NAMED = Text("違いは見つからなかった。", "ちがいは 見つかりませんでした。", "No difference was found.")
LESS = Text(
    "{0}：事実が同じほかの決定より{1}少ない（{2}件と{3}件の比較）",
    "{0}：じじつが 同じ ほかの ものより {1} 少ないです（{2}件と {3}件）",
    "{0}: {1} less than others with the same facts ({2} cases against {3})",
)
MORE = Text(
    "{0}：事実が同じほかの決定より{1}多い（{2}件と{3}件の比較）",
    "{0}：じじつが 同じ ほかの ものより {1} 多いです（{2}件と {3}件）",
    "{0}: {1} more than others with the same facts ({2} cases against {3})",
)
OFFICES = Text("官署（ほかの官署との比較）", "役所（ほかの 役所と くらべて）", "Offices, each against the others")
GROUPS = Text(
    "集団（同じ官署の中での比較）", "グループ（同じ 役所の 中で くらべて）", "Groups, each within the offices"
)
BOTH = Text("官署ごとの集団", "それぞれの 役所の グループ", "Groups, at each office")
NO_DIFFERENCE = Text(
    "違いの見つからない比較{0}件。見つけられたはずの最小の違い：{1}から{2}",
    "ちがいが 見つからない もの {0}。これより 大きい ちがいなら 見つかりました：{1}から {2}",
    "{0} without a difference; the smallest that would have been found: {1} to {2}",
)
WOULD_BE_FOUND = Text(
    "{0}：{1}の違いなら見つかった",
    "{0}：{1} の ちがいなら 見つかりました",
    "{0}: a difference of {1} would have been found",
)
TOO_FEW = Text(
    "件数が少なく比べられないもの：{0}件", "少なくて くらべられない もの：{0}", "Too few cases to compare: {0}"
)
POINTS = Text("{0}ポイント", "{0}ポイント", "{0} points")
MONTHS = Text("{0}か月", "{0}か月", "{0} months")
NO_PROOF = Text(
    "違いは問いであって、答えではない。どの決定が誤りかは、個々の決定の理由から判断する。",
    "ちがいは、答えでは ありません。どうして ちがうのか、一つ 一つの 決定の 理由を 見て ください。",
    "A difference is a question, no answer: the reasons of the single decisions tell whether one of them is wrong.",
)
