"""The words of the reports on candidates and links, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

CANDIDATES = Text("同一人の候補（{0}組）", "同じ 人かも しれません（{0}）", "CANDIDATES FOR LINKS ({0})")
COMPARED = Text(
    "{0}人と{1}人の記録を比べた。何も連結していない。似ていることは、同一人であることではない。両方が同じ人だと分かる書類を見るか、本人に聞く。"
    "1ビットごとに、同一人である見込みが2倍になる。",
    "{0}人と {1}人の 記録を くらべました。まだ つないで いません。にて いても、同じ 人とは かぎりません。"
    "書類を 見るか、本人に 聞いて ください。数字が 大きいと、よく にて います。",
    "{0} and {1} persons were compared. Nothing is linked. Alike is not the same: look for a document that shows that"
    " both are one person, or ask them. Each bit makes it twice as likely to be one person's as two persons'.",
)
NO_CANDIDATES = Text("候補なし", "ありません", "none")
BORN = Text("{0}生", "{0}に 生まれました", "born {0}")
BITS = Text("{0:+.1f}ビット", "{0:+.1f}", "{0:+.1f} bits")
TOGETHER = Text("合計", "ぜんぶ", "together")
ALONE = Text("近い候補はほかにない", "ほかに にて いる 人は いません", "nobody else is within reach")
NEAR = Text("近い候補がほかにある：", "ほかにも にて いる 人が います：", "within reach, too:")

LINKS = Text("{0}の番号のつながり", "{0}の 番号の つながり", "Links of {0}")
KNOWN = Text("{0}（日本時間）までの記録による", "{0}までの 記録", "as known at {0}, Japan time")
LOOK = Text("この閲覧は第{0}号として記録された", "この 閲覧は {0}番です", "this look is on record as no. {0}")
ONE_PERSON = Text("一人の番号：{0}", "ひとりの 番号：{0}", "one person's ids: {0}")
NO_LINKS = Text("この番号は、どの番号ともつながっていない", "ほかの 番号と つながって いません", "no link stands")
ANOTHER_ID = Text("別の番号", "ほかの 番号", "another id")
BETWEEN = Text("{0}と{1}", "{0}と {1}", "{0} and {1}")
SAID_BY = Text("{0}が{1}に述べた", "{0}が {1}に 言いました", "said by {0} on {1}")
DECIDED_BY = Text("決めた人：{0}", "きめた 人：{0}", "decided by {0}")
BY_SOFTWARE = Text("自動処理による", "コンピューターが つなぎました", "by software")
EVIDENCE = Text("根拠：{0}", "なぜ：{0}", "evidence: {0}")
DISPUTED = Text("争われている", "まちがいだと 言う 人が います", "disputed")
REASON = Text("理由：{0}", "なぜ：{0}", "reason: {0}")
ANOTHER_PERSON = Text("ほかの人", "ほかの 人", "another person")
TELL = Text("{0}に知らせること：{1}が争われている", "{0}に 知らせます：{1}", "to be told to {0}: {1} is disputed")

DOCUMENT = Text("書類を見た（{0}）", "書類を 見ました（{0}）", "a document was seen by {0}")
NAMED_DOCUMENT = Text("{1}を見た（{0}）", "{1}を 見ました（{0}）", "{1}, seen by {0}")
SHARED = Text("両方が同じ番号を持つ（{0}）", "同じ 番号を もって います（{0}）", "both hold the same number ({0})")
PERSON_SAYS = Text("本人が述べた（{0}）", "本人が 言いました（{0}）", "the person says so ({0})")
COMPARISON = Text("比較：{0}", "くらべました：{0}", "compared: {0}")

COMPARISONS: Mapping[str, Text] = MappingProxyType(
    {
        "name": Text("氏名", "名前", "name"),
        "birth_date": Text("生年月日", "生まれた 日", "birth date"),
        "sex": Text("性別", "せいべつ", "sex"),
    }
)
LEVELS: Mapping[tuple[str, str], Text] = MappingProxyType(
    {
        ("name", "same_characters"): Text("同じ文字", "同じ 字", "same characters"),
        ("name", "same_sound"): Text("同じ読み", "同じ 読み", "same sound"),
        ("name", "part_left_out"): Text("一部が省かれた同じ読み", "一部だけ 同じ 読み", "same sound, a part left out"),
        ("name", "same_consonants"): Text("同じ子音", "子音が 同じ", "same consonants"),
        ("name", "similar_sound"): Text("似た読み", "にた 読み", "similar sound"),
        ("name", "different"): Text("異なる", "ちがいます", "different"),
        ("birth_date", "same"): Text("同じ", "同じ", "same"),
        ("birth_date", "day_and_month_turned"): Text("日と月が入れ替わり", "日と 月が ぎゃく", "day and month turned"),
        ("birth_date", "one_digit"): Text("一字違い", "数字が ひとつ ちがいます", "one digit differs"),
        ("birth_date", "two_of_three"): Text("年月日のうち二つが同じ", "ふたつが 同じ", "two of year, month, day same"),
        ("birth_date", "different"): Text("異なる", "ちがいます", "different"),
        ("sex", "same"): Text("同じ", "同じ", "same"),
        ("sex", "different"): Text("異なる", "ちがいます", "different"),
    }
)
