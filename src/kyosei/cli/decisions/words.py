"""The words of the pages about decisions, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.decisions.acts import Replayed
from kyosei.decisions.dossier import Direction, Proven, ResolvedBy, Result, Verdicts, Weight
from kyosei.journal.entries import DecisionAct
from kyosei.norms.procedures import Weighing
from kyosei.terms.text import Text

DOSSIER = Text("{0}についての決定書類（{1}）", "{0}の 申請を どう きめたか（{1}）", "Dossier about {0}: {1}")
ADDRESS = Text("アドレス　{0}", "アドレス　{0}", "address      {0}")
AS_OF = Text(
    "{0}までの記録、法令{1}、{2}現在による",
    "{0}までの 記録と きまり {1}で、{2}の ようすを 見ました。",
    "by what was known at {0}, under law {1}, as of {2}",
)
REQUIREMENTS = Text("要件", "ひつような こと", "REQUIREMENTS")
TOGETHER: Mapping[Verdicts, Text] = MappingProxyType(
    {
        Verdicts.MET: Text("全て充足", "ぜんぶ できて います。", "every requirement is met"),
        Verdicts.OPEN: Text(
            "未確定の要件がある（判断は担当官）",
            "まだ わからない ことが あります。人が 考えて きめます。",
            "some requirements are open: that is for the officer to judge",
        ),
        Verdicts.UNMET: Text(
            "充足しない要件がある（判断は担当官）",
            "たりない ことが あります。人が 考えて きめます。",
            "some requirements are not met: what follows is for the officer to judge",
        ),
    }
)
BEHIND = Text("{0}の義務（{1}）による", "{0}が する こと（{1}）です。", "rests on the duty of {0} ({1})")
GAPS = Text(
    "まだない記録（本人への影響なし）",
    "まだ ない 記録（本人は わるく ありません）",
    "RECORDS NOT GIVEN YET (no effect on the person)",
)
GAP = Text("{0}：{1}が示す", "{0}：{1}が 教えます。", "{0}: {1} owes it")
CONFLICTS = Text("食い違い", "ちがう 記録", "CONFLICTS")
RESOLVED: Mapping[ResolvedBy, Text] = MappingProxyType(
    {
        ResolvedBy.RULE: Text("規則により解決", "きまりで わかりました。", "resolved by a rule"),
        ResolvedBy.OFFICER: Text("担当官が解決", "人が きめました。", "resolved by the officer"),
    }
)
UNRESOLVED = Text("未解決", "まだ わかりません。", "not resolved")
FACTORS = Text("考慮した事情", "考えた こと", "FACTORS")
WEIGHINGS: Mapping[Weighing, Text] = MappingProxyType(
    {
        Weighing.MANDATORY: Text("必ず考慮", "かならず 考えます。", "has to be considered"),
        Weighing.PERMITTED: Text("考慮できる", "考える ことが できます。", "may be considered"),
        Weighing.PROHIBITED: Text("考慮してはならない", "考えては いけません。", "must not count"),
    }
)
WEIGHTS: Mapping[Weight, Text] = MappingProxyType(
    {
        Weight.NONE: Text("重みなし", "きめる ときに 使って いません。", "no weight"),
        Weight.SOME: Text("一定の重み", "すこし 大切です。", "some weight"),
        Weight.DECISIVE: Text("決定的", "これで きまりました。", "decisive"),
    }
)
DIRECTIONS: Mapping[Direction, Text] = MappingProxyType(
    {
        Direction.FOR: Text("有利", "よい こと", "for"),
        Direction.NEUTRAL: Text("中立", "どちらでも ない", "neutral"),
        Direction.AGAINST: Text("不利", "よくない こと", "against"),
    }
)
CONDUCT_OF = Text("{0}の行為", "{0}が した こと", "conduct of {0}")
NOT_CONSIDERED = Text("未考慮", "まだ 考えて いません。", "not considered yet")
SUBMISSIONS = Text("主張と応答", "言った ことと 答え", "SUBMISSIONS AND ANSWERS")
ALTERNATIVES = Text("より軽い措置", "もっと やさしい 方法", "LESSER MEASURES")
REASONS = Text("理由", "りゆう", "REASONS")
RESTS_ON = Text("根拠　{0}", "もとに した もの　{0}", "rests on {0}")
OUTCOME = Text("結果", "けっか", "OUTCOME")
RESULTS: Mapping[Result, Text] = MappingProxyType(
    {
        Result.GRANTED: Text("許可", "できます。", "granted"),
        Result.REFUSED: Text("不許可", "できません。", "not granted"),
    }
)
FOR_SO_LONG = Text("{0}（{1}）", "{0}（{1}）", "{0}, for {1}")
WHY_SO_LONG = Text("期間の理由", "この 長さの りゆう", "why for so long")
CONDITION = Text("条件　{0}", "まもる こと　{0}", "condition    {0}")
REMEDY = Text("不服がある場合", "けっかが ちがうと 思う とき", "IF YOU DO NOT AGREE")
REMEDY_SAID = Text(
    "{0}を被告として、知った日から{1}か月以内（決定の日から{2}年以内）に、{3}に取消訴訟を提起できる。",
    "知った 日から {1}か月の 間に、裁判を する ことが できます。きまった 日から {2}年までです。相手は {0}です。ところ：{3}",
    "Within {1} months of learning of it, and {2} year of the decision, it can be brought before {3}, against {0}.",
)
CHECKS_OF = Text("手続の点検", "きめ方の チェック", "CHECKS OF THE PROCESS")
PROVEN: Mapping[Proven, Text] = MappingProxyType(
    {
        Proven.PASS: Text("適", "できて います。", "pass"),
        Proven.FAIL: Text("要修正", "なおします。", "fail"),
        Proven.CANNOT_TELL: Text("判定できない", "わかりません。", "cannot tell"),
    }
)
WOULD_STOP = Text(
    "不許可は、全ての点検が「適」になるまで封印できない。",
    "ことわる ときは、チェックが ぜんぶ できてから 封を します。",
    "A refusal cannot be sealed before every check passes.",
)
ACTS: Mapping[DecisionAct, Text] = MappingProxyType(
    {
        DecisionAct.SEAL: Text("封印", "封を しました。", "sealed"),
        DecisionAct.CONCUR: Text(
            "第二の担当官が同意", "もう ひとりも 見て、同じだと 言いました。", "a second officer concurred"
        ),
        DecisionAct.RETURN: Text(
            "第二の担当官が差し戻し",
            "もう ひとりが、もういちど 考えて くださいと 言いました。",
            "a second officer sent it back",
        ),
        DecisionAct.NOTIFY: Text("本人に通知", "本人に 知らせました。", "the person was told"),
        DecisionAct.SUPPLEMENT: Text("理由の補足", "りゆうを たしました。", "the reasons were supplemented"),
        DecisionAct.REVIEW: Text("見直しの開始", "もういちど 見る ことに しました。", "a review was opened"),
        DecisionAct.OUTCOME: Text("見直しの結果", "もういちど 見た 結果です。", "the review ended"),
    }
)
HISTORY = Text("経過", "あった こと", "WHAT WAS DONE")
DRAFTED = Text(
    "{0}に下書きを作成した。「opinion」を自分の言葉で記入する。",
    "{0}を 作りました。「opinion」に 自分の ことばで 書きます。",
    "{0}: drafted; write `opinion` in your own words",
)
LETTER = Text("{0}を作成した。", "{0}を 作りました。", "{0}: written")
NOT_TOLD_YET = Text(
    "{0}：本人にまだ通知していない。通知せず、作り直す。",
    "{0}：まだ 知らせて いません。つくりなおします。",
    "{0}: nobody was told of it yet; tell nobody, and draft it again",
)
FEWER_THAN_TEN = Text("10未満", "10より 少ない", "fewer than ten")
REVERSED = Text(
    "{0}：見直し{1}件、うち取消し・訂正{2}件",
    "{0}：もういちど 見たのは {1}、かわったのは {2}",
    "{0}: reviewed {1}, annulled or corrected {2}",
)
NONE_REVIEWED = Text("終わった見直しはない。", "終わった 見直しは ありません。", "no review has ended")
SEALED = Text("封印した：{0}（記録{1}番）", "封を しました：{0}（{1}番）", "sealed: {0}, entry {1}")
DONE = Text("記録した：{0}（記録{1}番）", "記録しました：{0}（{1}番）", "entered: {0}, entry {1}")
REPLAYED: Mapping[Replayed, Text] = MappingProxyType(
    {
        Replayed.SAME: Text(
            "当時の記録と法令で再計算し、全て一致した。",
            "そのときの 記録と きまりで もういちど しらべました。ぜんぶ 同じです。",
            "assembled again as known then, under its law: the same bytes",
        ),
        Replayed.DIFFERENT: Text(
            "再計算の結果が異なる：{0}", "もういちど しらべたら ちがいました：{0}", "assembled again it is another: {0}"
        ),
        Replayed.ERASED: Text(
            "根拠の記録が消去されたため再計算できない。",
            "もとの 記録が 消えたので、しらべる ことが できません。",
            "something that it rests on was erased since; it cannot be assembled again",
        ),
        Replayed.LAW_NOT_HERE: Text(
            "その法令の版がここにない。", "その きまりが ここに ありません。", "its law version is not at hand here"
        ),
    }
)
PROCESS = Text(
    "{0}の処理：封印{1}件、うち検討1分未満{2}件、事実の異なる事案と同文の理由{3}件、検討時間の中央値{4}秒",
    "{0}：封を した もの {1}。1分より 短い もの {2}。ほかの 人と 同じ 文の もの {3}。まん中の 時間 {4}秒",
    "{0}: dossiers sealed {1}; within a minute of being shown {2}; with the reasons of another with other facts {3};"
    " median time given {4} s",
)
NONE_SEALED = Text("封印された書類はない。", "まだ ありません。", "No dossier is sealed.")
VERIFIED = Text("{0}：検証した", "{0}：しらべました。正しいです。", "{0}: verified")
ENTRIES = Text(
    "記録{0}件：署名・鍵・ログ（{1}、{2}件時点）を確認",
    "記録 {0}：名前と かぎと ログ（{1}、{2}）を たしかめました。",
    "entries      {0}, each signed, by a registered key, and in the log {1} at {2} entries",
)
ASSEMBLED_AGAIN = Text(
    "{0}までの記録と法令{1}から再計算し、全て一致",
    "{0}までの 記録と きまり {1}で もういちど しらべました。ぜんぶ 同じです。",
    "assembled again from the records known at {0}, under law {1}: the same bytes",
)
LISTED_THEN = Text(
    "{0}：当時の一覧による（今のプログラムの一覧とは異なる）",
    "{0}：そのときの リストです（今の リストと ちがいます）",
    "{0}: as listed then; this program lists another",
)
CHECK_DIFFERS = Text("点検「{0}」：ここでは{1}", "チェック「{0}」：ここでは {1}", "check {0}: here {1}")
ON_WORD = Text(
    "ここで確かめられないこと：記録に漏れがないこと、同種事案（運営者の言による）",
    "ほかに 記録が ないか、にた 申請が あったかは、ここで わかりません。",
    "on the operator's word: that no record is left out, and which other dossiers were like it",
)
OUTLOOK = Text("{0}：{1}時点の見通し", "{0}：{1}の ようす", "{0}: as things stand on {1}")
IF_FILED = Text(
    "申請したと仮定（記録には残らない）",
    "もし 申請したら、どう なるかです。記録には のこりません。",
    "supposing it is filed; nothing of it is kept",
)
ASKED_OF_OFFICES = Text(
    "機関に確認すること（本人がすることはない）",
    "役所などが 教える こと（本人が する ことは ありません）",
    "ASKED OF OFFICES (nothing for the person to do)",
)
ONLY_THE_PERSON = Text("本人だけが示せること", "本人だけが わかる こと", "WHAT ONLY THE PERSON CAN TELL")
FOR_THE_OFFICE = Text(
    "入管が判断すること：{0}", "入管が 考えて きめる こと：{0}", "for the immigration office to judge: {0}"
)
MEANWHILE = Text("審査の間の在留", "まって いる 間の 在留", "THE STAY MEANWHILE")
STAY_ENDS = Text(
    "在留期間は{0}の前日まで",
    "日本に いる ことが できるのは {0}の 前の 日までです。",
    "the period of stay ends before {0}",
)
GOES_ON = Text(
    "申請中は{0}の前日まで在留できる（特例期間を含む）",
    "申請を して いる 間は、{0}の 前の 日まで 日本に いる ことが できます。",
    "with the application pending, the stay goes on until before {0}",
)
NEEDS_ANOTHER = Text(
    "この申請では在留期間は延びない。{0}より前に在留期間更新許可の申請が必要。",
    "この 申請を しても、日本に いる ことが できる 日は のびません。"
    "{0}より 前に、在留資格の 更新（こうしん）も 申請して ください。",
    "This application does not prolong the stay: a renewal has to be filed before {0} as well.",
)
REVIEWED_SAME = Text(
    "現在知られていることによっても、違いはない。",
    "今 わかって いる ことで しらべても、同じです。",
    "By what is known now nothing is another.",
)
NOW_ADDED = Text("その後の記録　{0}", "あとから 来た 記録　{0}", "record since  {0}")
NOW_GONE = Text("今はない記録　{0}", "今は ない 記録　{0}", "record gone   {0}")
NOW_DISPUTED = Text("今は争いのある記録　{0}", "ちがうと 言われて いる 記録　{0}", "disputed now  {0}")
NOW_ANOTHER = Text("{0}：{1} → {2}", "{0}：{1} → {2}", "{0}: {1} → {2}")
BY_PRESENT_LAW = Text(
    "今の法令（{0}）では　{1}：{2} → {3}",
    "今の きまり（{0}）では　{1}：{2} → {3}",
    "under the present law ({0}) {1}: {2} → {3}",
)
NOT_IN_PLAY = Text("該当なし", "ありません", "does not apply")
BY_RULING = Text(
    "瑕疵が認定された規範を含む　{0}",
    "まちがいが 見つかった きまりが 入って います　{0}",
    "rests on a norm that was ruled defective: {0}",
)
NONE_DEFECTIVE = Text(
    "瑕疵が認定された規範に基づく書類はない。",
    "まちがいが 見つかった きまりを つかった ものは ありません。",
    "No sealed dossier rests on a norm that was ruled defective.",
)
