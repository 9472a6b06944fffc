"""The words of what `kyosei law check` reports, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

UNCHANGED = Text(
    "{0}件の引用は確認した時のまま", "{0}の きまりは 読んだ ときと 同じです", "{0} provisions read as they did"
)
DRIFT = Text("読み直すもの", "もう いちど 読む きまり", "READ AGAIN")
UNCHECKED = Text("本文がなく確認できなかったもの", "文が なくて しらべられない きまり", "COULD NOT BE CHECKED")
RESTING = Text("これに基づくもの", "これを つかう もの", "WHAT RESTS ON IT")
READ_ON = Text("{0}に確認", "{0}に 読みました", "read on {0}")
TEXT_OF = Text("{0}の本文", "{0}の 文", "text of {0}")
NOW_AT = Text("今は{0}にある", "いまは {0}に あります", "now stands at {0}")
STOOD_AT = Text("その本文では{0}", "その 文では {0}", "{0} in that text")
FAULTS: Mapping[str, Text] = MappingProxyType(
    {
        "changed": Text("本文が変わった", "文が かわりました", "it reads differently"),
        "missing": Text("その場所にない", "そこに ありません", "it is not there"),
        "unrecorded": Text("確認した記録がない", "読んだ 記録が ありません", "nothing is recorded of how it read"),
    }
)
REASONS: Mapping[str, Text] = MappingProxyType(
    {
        "law_not_at_hand": Text("法令の本文がない", "その きまりの 文が ありません", "no text of this law is at hand"),
        "supplement_not_at_hand": Text(
            "附則の本文がない",
            "その きまりの 附則の 文が ありません",
            "no supplementary provision of this law is at hand",
        ),
        "day_not_at_hand": Text(
            "その日の本文がない", "その 日の 文が ありません", "only later texts of it are at hand"
        ),
        "not_yet_in_text": Text(
            "本文より後に設けられる", "これから できる きまりです", "it comes into being after the newest text"
        ),
    }
)
CITERS: Mapping[str, Text] = MappingProxyType(
    {
        "norm": Text("規範", "きまり", "norms"),
        "fact": Text("法令の数値", "きまりの 数", "facts"),
        "purpose": Text("利用目的", "記録を 見る 目的", "purposes"),
        "gateway": Text("機関の間の情報提供の根拠", "役所から 役所へ 教える きまり", "gateways between offices"),
        "procedure": Text("処分の手続", "申請を きめる きまり", "procedures in which applications are decided"),
    }
)
SHADOW_OF = Text(
    "{0}現在、{1}者を両方の法令で判定",
    "{0}、{1}の 人と 会社を 2つの きまりで しらべました",
    "As of {0}, {1} persons and organisations evaluated under both",
)
OTHER_DAY = Text("{0}（期限の日が変わる）", "{0}（いつまで が かわります）", "{0}, with another due day")
SHADOW_SAME = Text(
    "同じ判定{0}件・異なる判定{1}件",
    "同じ こたえ {0}・ちがう こたえ {1}",
    "{0} answers are the same, {1} are not",
)
