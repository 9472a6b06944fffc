"""The words of the pages of duties, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["DUTY_WORDS"]

DUTY_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "duties": Text(
            "義務と、それに対応する権利", "しなければ ならない ことと 権利", "Duties, and the rights beside them"
        ),
        "duties_intro": Text(
            "義務ごとに、守られないとき、だれがどこで影響を受け、何がその人を守るかを示す。規範の木から導いたもので、手で書いたものではない。",
            "まもられない とき、だれが どこで こまるか、なにが その 人を まもるか。きまりの 中から つくりました。",
            "For each duty: if it fails, who suffers where, and what protects them. Derived from the trees of the norms; "
            "nothing of it is written by hand.",
        ),
        "if_it_fails": Text(
            "守られないとき：影響と保護",
            "まもられない とき：だれが こまるか、なにが まもるか",
            "If this fails: who suffers where, and what protects them",
        ),
        "see_duty": Text(
            "守られないときの影響と保護を見る",
            "まもられない ときを 見る",
            "If this fails: who suffers, what protects them",
        ),
        "see_norm": Text("規範の全文を見る", "きまりを ぜんぶ 見る", "The norm in full"),
        "duty_here": Text("義務", "しなければ ならない こと", "The duty"),
        "claim": Text("対応する権利", "これに 合う 権利", "The right that answers it"),
        "claim_party": Text(
            "{1}は、{0}にこれを求めることができる。",
            "{1}は、{0}に「して ください」と 言うことが できます。",
            "The {1} may ask this of the {0}.",
        ),
        "claim_office": Text(
            "{1}に対する義務で、これを求めることができる私人はいない。",
            "{1}への 義務です。",
            "It is owed to this office alone: {1}. Nobody else can claim it.",
        ),
        "made_good": Text("後から履行したとき", "あとで した とき", "If it is done later"),
        "made_good_limit": Text(
            "守られるようになった日から遵守となる。過ぎた日は残る。",
            "まもった 日から よく なります。前の 日は そのままです。",
            "It is kept again from the day on which it is kept; the days before stay as they were.",
        ),
        "made_good_clean": Text(
            "「遅れて履行」となり、遅れを問う規範はここにはない。",
            "「おくれて できました」に なります。おくれた ことを 見る きまりは ありません。",
            "It counts as met late, and no norm here asks whether it was late.",
        ),
        "made_good_late": Text(
            "「遅れて履行」となるが、次の規範では遅れも問われる。",
            "「おくれて できました」に なります。でも、つぎの きまりは おくれた ことも 見ます。",
            "It counts as met late, but these norms ask for that too:",
        ),
        "exceptions": Text(
            "この義務がない場合、例外", "しなくても いい とき", "When it does not apply, and exceptions"
        ),
        "effects": Text("どこで影響するか", "どこで こまるか", "Where its failure counts"),
        "effects_none": Text(
            "この義務の結果を条件とする規範はない。",
            "これを 見る きまりは ありません。",
            "No norm makes the state of this one its condition.",
        ),
        "norm_there": Text("規範", "きまり", "Norm"),
        "system_there": Text("分野", "なにの きまり", "System"),
        "whose": Text("影響を受ける者", "だれが", "Whom it concerns"),
        "how_there": Text("どのように", "どう なるか", "How it counts there"),
        "way_refers": Text(
            "この義務が「{0}」であれば、そこで考慮される。",
            "これが「{0}」なら、そこで 見られます。",
            "It is looked at there if this is: {0}.",
        ),
        "way_excuses": Text(
            "{1}の不利にはそのまま数えられず、担当官の判断を待つ。義務を負う{0}の名が示される。",
            "{1}の せいには なりません。役所の 人が 決めます。{0}の せいだと わかります。",
            "It does not count against the {1} by itself: an official weighs it, and the {0} is named.",
        ),
        "way_excuses_own": Text(
            "それだけでは不充足とならず、担当官の判断を待つ。",
            "これだけでは だめに なりません。役所の 人が 決めます。",
            "It fails nothing by itself: an official weighs it.",
        ),
        "excuse_basis": Text("根拠：{0}（{2}、{1}）", "きまり：{0}（{2}、{1}）", "So says item {0} ({2}; {1})."),
        "excuse_reading": Text(
            "これを明文で定める番号付きの規定はなく、私たちの読み方である。",
            "はっきり 書いた 文は ありません。わたしたちの 読みかたです。",
            "No numbered item there says so in words: this is our reading.",
        ),
        "way_contains": Text("同じ条件を求めている。", "おなじ ことを もとめます。", "It asks for the same condition."),
        "records_shared": Text("同じ記録を読む規範", "おなじ 記録を 見る きまり", "Norms shown by the same records"),
        "records_intro": Text(
            "この義務が守られたかを示す記録が欠けたり誤ったりすれば、次の規範の結果も変わりうる。",
            "記録が ない、まちがって いる ときは、つぎの こたえも かわるかも しれません。",
            "If the records that show whether this is kept are missing or wrong, what these say may change too.",
        ),
        "records_there": Text("記録", "記録", "Records"),
        "rights_here": Text("守るもの：権利", "まもる もの：権利", "What protects them: rights"),
        "rights_bearer": Text("義務を負う本人が使える権利", "その人が 使える 権利", "Rights of who bears it"),
        "rights_none": Text(
            "この義務について{0}の権利はここには収められていない。申し出先：{1}",
            "{0}の 権利は ここには まだ ありません。言う ところ：{1}",
            "No right of the {0} about this is encoded here. The office to tell: {1}",
        ),
        "count_effects": Text("影響する規範", "見る きまり", "Counts in"),
        "count_rights": Text("権利", "権利", "Rights"),
    }
)
