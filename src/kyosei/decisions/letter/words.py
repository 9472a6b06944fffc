"""The words of letters about decisions, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.decisions.dossier import Direction, ResolvedBy, Result, Weight
from kyosei.terms.text import Text

TITLE = Text("{0}についての決定のお知らせ", "申請の けっか（{0}）", "Your application: {0}")
DRAFT = Text(
    "これは下書きであり、まだ通知されていない。",
    "これは まだ 下書きです。けっかでは ありません。",
    "This is a draft. Nobody has been told yet.",
)
SUMMARY = Text("要旨", "まとめ", "In short")
PERSON = Text("申請した人", "申請した 人", "Applicant")
APPLIED = Text("申請", "申請", "Application")
APPLIED_ON = Text("{0}（{1}申請）", "{0}（{1}に 出しました）", "{0}, filed on {1}")
RESULT = Text("結果", "けっか", "Outcome")
RESULTS: Mapping[Result, Text] = MappingProxyType(
    {
        Result.GRANTED: Text("許可されました。", "できます。許可が 出ました。", "Your application is granted."),
        Result.REFUSED: Text(
            "許可されませんでした。", "今回は 許可が 出ませんでした。", "Your application is not granted."
        ),
    }
)
STATUS = Text("在留資格", "在留資格", "Status of residence")
PERIOD = Text("在留期間", "日本に いる 長さ", "Period of stay")
DECIDED = Text("決定した日", "きめた 日", "Decided on")
TOLD = Text("お知らせの日", "知らせた 日", "Told on")
OFFICE = Text("決定した官庁", "きめた 役所", "Decided by")
DO_BY = Text("裁判所に訴えることができる期限", "裁判を する ことが できる さいごの 日", "Last day to go to court")

REASONS = Text("理由", "りゆう", "Reasons")
OWN_WORDS = Text(
    "「」の中は担当官自身の言葉です。",
    "「」の 中は、きめた 人の ことばです。",
    "What stands in quotation marks is what the officer wrote, in the language in which it was written.",
)
QUOTED = Text("「{0}」", "「{0}」", "“{0}”")
DISCRETION = Text(
    "法令が官庁に委ねていること：{0}",
    "きまりが 役所に まかせて いること：{0}",
    "What the law leaves to the office: {0}",
)
RESTS_ON = Text("{0}（根拠：{1}）", "{0}（もとに した もの：{1}）", "{0} (rests on: {1})")
LENGTH = Text("期間とその理由", "どのくらいの 長さか、その りゆう", "For how long, and why so long")
LENGTH_IS = Text("在留期間は{0}です。", "日本に いる ことが できる 長さは {0}です。", "The period of stay is {0}.")
NO_LENGTH = Text(
    "許可されていないため、期間はありません。",
    "許可が ないので、長さは ありません。",
    "There is no period, as nothing is granted.",
)
INDEFINITE = Text(
    "永住者の在留期間は無期限であり、長さの判断はありません。",
    "永住に おわりは ありません。",
    "Permanent residence has no end, so that no length had to be chosen.",
)
UNSAID = Text("理由は書かれていません。", "りゆうは 書いて ありません。", "No reasons were written.")
CONDITIONS = Text("条件", "まもる こと", "Conditions")
NO_CONDITIONS = Text("条件はありません。", "とくべつに まもる ことは ありません。", "There are no conditions.")

FOR = Text("有利に考慮したこと", "あなたに よい こと", "What speaks for you")
AGAINST = Text("不利に考慮したこと", "あなたに よくない こと", "What speaks against it")
NEITHER = Text("どちらでもないとしたこと", "どちらでも ない こと", "What speaks neither way")
NOTHING_FOR = Text(
    "有利に考慮したことは挙げられていません。",
    "よい ことは 書いて ありません。",
    "Nothing is named here.",
)
NOTHING_AGAINST = Text(
    "不利に考慮したことはありません。",
    "よくない ことは ありません。",
    "Nothing was held against your application.",
)
FACTOR = Text("事情", "考えた こと", "What was looked at")
WEIGHED = Text("担当官の考え", "きめた 人の 考え", "What the officer says of it")
RECORDS = Text("もとにした記録", "見た 記録", "Records behind it")
WEIGHTS: Mapping[Weight, Text] = MappingProxyType(
    {
        Weight.NONE: Text("結論に用いていません。", "けっかに 使って いません。", "It did not count for the outcome."),
        Weight.SOME: Text("考慮しました。", "すこし 大切に しました。", "It counted for something."),
        Weight.DECISIVE: Text("これが決め手です。", "これで きまりました。", "It decided."),
    }
)
CONDUCT_OF = Text(
    "これは{0}の行為であり、本人のものではありません。",
    "これは {0}の ことです。あなたの ことでは ありません。",
    "This is what {0} did or left undone, not you.",
)
RECORD = Text("{0}（{1}、{2}）", "{0}（{1}、{2}）", "{0} ({1}, {2})")
RECORD_UNDATED = Text("{0}（{1}）", "{0}（{1}）", "{0} ({1})")
NO_RECORD = Text("記録によらない", "記録は ありません。", "no record")
DIRECTIONS: Mapping[Direction, Text] = MappingProxyType(
    {Direction.FOR: FOR, Direction.AGAINST: AGAINST, Direction.NEUTRAL: NEITHER}
)

REQUIREMENTS = Text("要件と、その規定", "ひつような ことと、きまり", "What the law asks, and how it stands")
STATES: Mapping[str, Text] = MappingProxyType(
    {
        "met": Text("満たされています。", "足りて います。", "This is met."),
        "unmet": Text("満たされていません。", "まだ 足りません。", "This is not met."),
        "open": Text("確定していません：{0}。", "まだ わかりません。わけ：{0}", "This is open: {0}."),
    }
)
"""A requirement has these states where it applies (`norms.procedures.check_procedures`, `Evaluator.answers`)."""
BEHIND = Text(
    "{0}の義務（{1}）によるもので、本人のものではありません。",
    "これは {0}が する こと（{1}）です。あなたの ことでは ありません。",
    "Behind it stands a duty of {0} ({1}), not of yours.",
)
BEHIND_OWN = Text(
    "本人の義務（{0}）によるものです。", "あなたが する こと（{0}）です。", "Behind it stands your duty ({0})."
)
VERSION = Text("{0}（{1}から施行の版、法令{2}）", "{0}（{1}からの きまり、{2}）", "{0}, as in force since {1}, law {2}")
VERSION_OLD = Text("{0}（法令{1}）", "{0}（きまり {1}）", "{0}, law {1}")
GAPS = Text("まだ届いていない記録", "まだ ない 記録", "Records that nobody has given yet")
GAP = Text(
    "{0}：{1}が示すべきものです。本人への影響はありません。",
    "{0}：{1}が 教えます。あなたは わるく ありません。",
    "{0}: it is for {1} to tell. It does not count against you.",
)
NO_GAPS = Text("ありません。", "ありません。", "There are none.")
CONFLICTS = Text("食い違う記録", "ちがう 記録", "Records that differ")
CONFLICT = Text("{0}：{1}", "{0}：{1}", "{0}: {1}")
RESOLVED: Mapping[ResolvedBy, Text] = MappingProxyType(
    {
        ResolvedBy.RULE: Text("規則により解決：{0}", "きまりで わかりました：{0}", "settled by a rule: {0}"),
        ResolvedBy.OFFICER: Text("担当官が解決：{0}", "役所の 人が きめました：{0}", "settled by the officer: {0}"),
    }
)
UNRESOLVED = Text("解決されていません。", "まだ わかりません。", "not settled")
SUBMISSIONS = Text("述べられたことと、その答え", "言った ことと 答え", "What was brought forward, and the answer")
SUBMISSION = Text("{0}（{1}） → {2}", "{0}（{1}） → {2}", "{0} ({1}) → {2}")
NO_SUBMISSIONS = Text("述べられたことはありません。", "ありません。", "Nothing was brought forward.")
ALTERNATIVES = Text("より負担の軽い方法", "もっと やさしい 方法", "Milder measures that were looked at")
ALTERNATIVE = Text("{0}：{1}", "{0}：{1}", "{0}: {1}")
IMPACT = Text("本人と家族への影響", "あなたと 家族の こと", "What it means for you and your family")
IMPACT_PERSON = Text("本人：{0}", "あなた：{0}", "You: {0}")
IMPACT_FAMILY = Text("家族：{0}", "家族：{0}", "Your family: {0}")
IMPACT_CHILDREN = Text("子：{0}", "子ども：{0}", "Your children: {0}")

NEXT = Text("これからのこと", "これからの こと", "What happens next")
NEXT_CARD = Text(
    "許可は、新しい在留カードが交付された時に効力を生じます（{0}）。",
    "新しい 在留カードを もらった ときから、許可が はじまります（{0}）。",
    "The permission takes effect when the new residence card is handed to you ({0}).",
)
NEXT_CARD_PLAIN = Text(
    "許可は、新しい在留カードが交付された時に効力を生じます。",
    "新しい 在留カードを もらった ときから、許可が はじまります。",
    "The permission takes effect when the new residence card is handed to you.",
)
NEXT_COLLECT = Text(
    "{0}でカードを受け取ってください。それまで、今までの在留が続きます。",
    "{0}で カードを もらって ください。それまでは 今の ままです。",
    "Please collect the card at the {0}. Nothing changes before that.",
)
NEXT_FEE = Text(
    "受け取るときに手数料がかかります（{0}）。",
    "カードを もらう とき、お金が かかります（{0}）。",
    "A fee is paid when you receive it ({0}).",
)
NEXT_UNTIL = Text(
    "申請中であることによる在留の継続は、この決定が効力を生じるまでです（{0}）。いつまで適法かは「在留と仕事」のページで確かめられます。",
    "申請の あいだ 日本に いる ことが できるのは、この けっかが はじまるまでです（{0}）。いつまでかは「日本に いること・仕事」の"
    " ページで わかります。",
    "That your stay went on because the application was pending lasts until this decision takes effect ({0}). Until when your"
    " stay is lawful stands on the page “My stay and work”.",
)
NEXT_UNCHANGED = Text(
    "今の在留資格と在留期間は、この決定によって変わりません。",
    "今の 在留資格と、日本に いる 長さは かわりません。",
    "Your present status and period of stay are not changed by this decision.",
)
NEXT_AGAIN = Text(
    "次に申請するときに何が確定しているか、だれの番かは、ポータルで確かめられます。",
    "つぎに 申請する とき、何が 足りて いるか、ポータルで 見る ことが できます。",
    "What would be met if you apply again, and whose turn it is, stands in the portal.",
)

REMEDY = Text("納得できない場合", "けっかが ちがうと 思う とき", "If you do not agree")
REMEDY_COURT = Text(
    "{0}を被告として、{1}に取消訴訟を提起することができます。",
    "裁判を する ことが できます。相手は {0}です。ところ：{1}",
    "You can bring it before a court: {1}, against {0}.",
)
REMEDY_BY = Text(
    "期限は{0}です。知った日（{1}）から{2}か月、決定の日（{3}）から{4}年のうち、先に来る日です。",
    "さいごの 日は {0}です。知った 日（{1}）から {2}か月か、きまった 日（{3}）から {4}年の、早い ほうです。",
    "The last day is {0}: {2} months from the day on which you learnt of it ({1}), or {4} year from the decision ({3}),"
    " whichever is first.",
)
REMEDY_LATER = Text(
    "後から知った場合は、その日から数えます。",
    "あとで 知った ときは、知った 日から 数えます。",
    "If you learnt of it later, the months count from that day.",
)
REMEDY_OF_GRANTED = Text(
    "期間や条件について裁判所が審理できるかは、弁護士に確かめてください。",
    "長さや まもる ことを 裁判所が 見るかは、弁護士（法律の 人）に 聞いて ください。",
    "Whether a court examines the length or the conditions of a permission, a lawyer can tell you.",
)
REMEDY_REVIEW = Text(
    "{0}に見直しを求めることができます。決定書類は封印されており、当時と今の記録で再計算して比べられます。",
    "{0}に、もういちど 見て くださいと 言う ことが できます。その ときの 記録は のこって います。",
    "You can ask the {0} to look at it again. The dossier is sealed; it is computed again on the records of then and of now.",
)
REMEDY_BASIS = Text("根拠：{0}", "きまり：{0}", "Provisions: {0}")

CONTACT = Text("問い合わせ先", "聞く ところ", "Whom to ask")
CONTACT_OFFICE = Text(
    "{0}。次の番号をお知らせください：{1}",
    "{0}に、この 番号を 言って ください：{1}",
    "{0}. Please say this number: {1}",
)
CONTACT_ISA = Text(
    "外国人在留総合インフォメーションセンター（多言語、平日8時30分～17時15分）：電話 0570-013904、IP電話・海外から 03-5796-7112",
    "電話は 0570-013904です。いろいろな ことばで 話せます。月曜日から 金曜日、8時30分から 17時15分です。",
    "Immigration Information Center, in many languages, weekdays 8:30 to 17:15: call 0570-013904, from IP telephones and"
    " abroad 03-5796-7112",
)
ONLINE = Text("決定書類をオンラインで見る", "インターネットで 見る", "The dossier online")
ONLINE_SAID = Text(
    "サインインすると、全ての記録と理由を見て、見直しを求めることができます。",
    "サインインすると、記録と りゆうを ぜんぶ 見る ことが できます。",
    "Signed in you can read every record and reason, and ask for it to be looked at again.",
)
ONLINE_ALT = Text("決定書類のアドレスのQRコード", "アドレスの QRコード", "QR code of the address of the dossier")
NOT_ONLINE = Text(
    "ポータルにサインインして、「決定」を開いてください。",
    "ポータルで「申請の けっか」の ページを 見て ください。",
    "Sign in to the portal and open “Decisions”.",
)
BASIS = Text("この決定がもとにしたもの", "何を もとに きめたか", "What this decision was made on")
BASIS_AS_OF = Text(
    "{0}までに知られていた記録、法令{1}、{2}現在。",
    "{0}までの 記録と きまり {1}で、{2}の ようすを 見ました。",
    "The records known at {0}, under law {1}, as of {2}.",
)
BASIS_ADDRESS = Text("書類のアドレス：{0}", "書類の アドレス：{0}", "Address of the dossier: {0}")
WHO_DECIDED = Text("権限：{0}（{1}）", "きめる ことが できる わけ：{0}（{1}）", "Authority to decide: {0} ({1})")
SECOND_READ = Text(
    "別の担当官が{0}に読み、同意しました：{1}",
    "ほかの 役所の 人も {0}に 読みました。同じ 考えです：{1}",
    "A second officer read it on {0} and agreed: {1}",
)
ADDED = Text("{0}に追記：{1}", "{0}に 書きました：{1}", "Added on {0}: {1}")
