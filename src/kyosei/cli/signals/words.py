"""The words of `kyosei signals`, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kyosei.signals.breaches import Breach
from kyosei.terms.text import Text

AS_OF = Text("{0}現在・組織と官署のみ", "{0}・会社と 役所の ことだけ", "As of {0} · organisations and offices only")
FRESHNESS = Text("情報源の鮮度", "きろくは 早く とどいて いますか", "HOW FRESH SOURCES ARE")
KEPT = Text(
    "{0}件の情報源・種類は期間内（確認できないもの{1}件）",
    "早い もの {0}・まだ わからない もの {1}",
    "{0} sources and kinds as declared · {1} with too little to say",
)
IN_TIME = Text(
    "{0}日以内に{1}%（半数{2}日・9割{3}日）",
    "{0}日までに {1}%（半分は {2}日、9割は {3}日）",
    "{1}% within {0} days (half within {2}, nine in ten within {3})",
)
SILENT = Text("{0}日間応答なし", "{0}日 なにも とどいて いません", "silent for {0} days")
WRONG_COUNT = Text(
    "件数の不一致{0}件（照合{1}件中）", "数が あわない もの {0}（{1}の うち）", "{0} of {1} counts do not agree"
)
CORRECTED = Text("訂正まで{0}日（中央値）", "なおすまで {0}日", "corrections after {0} days (median)")
DISPUTED = Text("異議の回答まで{0}日（中央値）", "こたえるまで {0}日", "disputes answered after {0} days (median)")
ADDRESSED = Text("{0}へのお願い：{1}", "{0}に おねがい：{1}", "asked of {0}: {1}")
ASKED: Final[Mapping[Breach, Text]] = MappingProxyType(
    {
        Breach.LATE: Text(
            "この種類の記録は{0}日以内に届くこととされている。遅れている記録を送ること。",
            "{0}日までに 送る きまりです。まだの ものを 送って ください。",
            "records of this kind are to be here within {0} days; send those that are outstanding.",
        ),
        Breach.SILENT: Text(
            "{0}日を超えて何も届いていない。記録がないときは、ないことを知らせること。",
            "{0}日より 長く なにも とどいて いません。ない ときは「ありません」と 知らせて ください。",
            "nothing has come for more than {0} days; if there is nothing to tell, say so.",
        ),
        Breach.INCOMPLETE: Text(
            "知らせた件数と届いた記録の数が合わない。確かめて、足りない記録を送ること。",
            "数が あいません。たしかめて、足りない ものを 送って ください。",
            "what was counted and what arrived differ; look into it and send what is missing.",
        ),
        Breach.UNANSWERED: Text(
            "異議に30日以内に答えたものが9割に満たない。答えていない異議に答えること。",
            "「ちがいます」と 言われた とき、30日までに こたえる きまりです。まだの ものに こたえて ください。",
            "fewer than nine in ten disputes were answered within 30 days; answer those that are open.",
        ),
    }
)
LATENESS = Text("届出・支払の遅れの変化", "まえより おそく なった 会社など", "LATER THAN THEY USED TO BE")
COMPARED = Text(
    "{0}組織を比較。変化がなければ、誤った表示は1組織につき平均{1}か月に1回以下",
    "{0}の 会社などを くらべました。まちがいは {1}か月に 1回より 少ないです",
    "{0} organisations compared; without a change, an organisation is named at most once in {1} months on average",
)
SINCE = Text("{0}ごろから（{1}に判明）", "{0}ごろから（{1}に わかりました）", "since about {0}, seen in {1}")
LATE_OF = Text("{1}件中{0}件が遅れ", "{1}の うち {0}が おそい", "{0} of {1} late")
CAN_ACT = Text("対応できる機関：{0}", "できる 役所：{0}", "can act: {0}")
NOBODY = Text("該当なし", "ありません", "none")
SUPPORTERS = Text(
    "支援機関が止まったとき、地域で受け入れられない人数",
    "助ける 会社が なくなったら、ほかの 会社が 助ける ことが できない 人",
    "IF A SUPPORT ORGANISATION STOPPED: PEOPLE WHOM THE OTHERS COULD NOT TAKE IN",
)
EMPLOYERS = Text(
    "雇用主が止まったとき、地域で受け入れられない人数",
    "会社が なくなったら、ほかの 会社で はたらく ことが できない 人",
    "IF AN EMPLOYER STOPPED: PEOPLE WHOM THE OTHERS COULD NOT TAKE IN",
)
PEOPLE = Text("人数", "人", "people")
SPARE = Text("余力{0}%", "あき {0}%", "{0}% spare")
FEW = Text("10未満", "10より 少ない", "under 10")
SMALL_COUNTS = Text(
    "10未満の数は示さず、人数は5人単位に丸めています。",
    "10より 少ない 数は 書きません。人の 数は だいたいの 数です。",
    "Counts under ten are not told; people are rounded to five.",
)
