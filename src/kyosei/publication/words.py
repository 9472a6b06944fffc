"""The words of the published pages, each in Japanese, easy Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Language, Text
from kyosei.timelines.program import Deadline, HolidayRule

__all__ = ["ATTRIBUTES", "DEADLINES", "HOLIDAYS", "LANGUAGES", "LAYERS", "SURENESS", "SYSTEMS", "WORDS", "system_said"]

LANGUAGES: Mapping[str, str] = MappingProxyType({"ja": "日本語", "ja-easy": "やさしい日本語", "en": "English"})

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "site": Text("共生：規範の一覧", "きょうせい：きまりの いちらん", "Kyosei: the law, norm by norm"),
        "norms": Text("規範", "きまり", "Norms"),
        "laws": Text("法令等の一覧", "法律の いちらん", "Laws and guidelines"),
        "stays": Text("在留資格の一覧", "在留資格の いちらん", "Statuses of residence"),
        "stays_table": Text("入管法別表", "法律の 表", "Table of the Act"),
        "stays_work": Text("就労", "しごと", "Work"),
        "stays_notified": Text("届出", "入管に 知らせる こと", "Notified to the office"),
        "stays_periods": Text("在留期間", "どれだけ いられますか", "Periods of stay"),
        "since": Text("{0}から", "{0}から", "since {0}"),
        "from_knowledge": Text(
            "（施行日は本文で未確認）",
            "（はじまった 日は まだ 読んで いません）",
            "(the day is not verified in the text)",
        ),
        "skip": Text("本文へ移動", "なかみへ", "Skip to the content"),
        "languages": Text("言語", "ことば", "Languages"),
        "here": Text("現在位置", "いま いる ところ", "You are here"),
        "notice": Text(
            "この頁は法令の条文ではありません。条文は引用先で確認してください。",
            "これは 法律の 文では ありません。法律の 文は、下の リンクで 見て ください。",
            "This page is not the text of the law. The text stands where the citation says.",
        ),
        "summary": Text("概要", "まとめ", "In short"),
        "kind": Text("種類", "しゅるい", "Kind"),
        "id": Text("識別子", "なまえ（コード）", "Id"),
        "layer": Text("法令の段階", "きまりの しゅるい", "Layer"),
        "bearer": Text("義務を負う者", "だれが しますか", "Who bears it"),
        "holder": Text("権利を持つ者", "だれが できますか", "Who holds it"),
        "nobody": Text("だれの義務でもない", "だれの 義務でも ありません", "Nobody: it is no duty"),
        "protects": Text("守られる者", "だれを まもりますか", "Whom it protects"),
        "suffers": Text("守られないとき", "まもられない とき", "If it is not kept"),
        "suffers_other": Text(
            "これを守る義務は{0}にある。{1}が影響を受けるが、{1}の義務違反ではない。",
            "するのは {0}です。{1}が こまります。でも、{1}が わるい のでは ありません。",
            "The duty is that of the {0}. The {1} is affected by it, and has breached nothing.",
        ),
        "suffers_self": Text(
            "これを守る義務は{0}にあり、影響を受けるのも{0}である。",
            "するのは {0}です。しないと、{0}が こまります。",
            "The duty is that of the {0}, who is also the one affected.",
        ),
        "suffers_nobody": Text(
            "だれの義務違反にもならない。これに基づく規範は下に示す。",
            "だれも きまりを やぶって いません。これを つかう きまりは 下に あります。",
            "Nobody has breached anything by it. What rests on it is listed below.",
        ),
        "authority": Text("判断する機関", "きめる 役所", "Who answers what only an official can"),
        "paraphrase": Text("内容（私たちの言葉で）", "なかみ（わたしたちの ことば）", "What it says, in our words"),
        "english_only": Text("英語のみ", "英語だけ です", "in English"),
        "provisions": Text("根拠条文", "どの 法律か", "Provisions"),
        "in_force": Text("施行", "いつから", "In force"),
        "read": Text("{0}時点の本文で確認", "{0}の 文を 読みました", "read in the text of {0}"),
        "unread": Text("本文が手元になく未確認", "文が なくて、まだ 読んで いません", "its text was not at hand"),
        "renumbered": Text("{0}から{1}", "{0}から {1}", "from {0}: {1}"),
        "expression": Text("条件", "じょうけん", "The conditions"),
        "proviso": Text("ただし書", "れいがい", "exception"),
        "same": Text("上に同じ", "うえと おなじ", "as above"),
        "table": Text("表を見る", "表を 見る", "see the table"),
        "other_norm": Text("他の規範", "ほかの きまり", "another norm"),
        "choices": Text("該当するもの", "どれか", "any of"),
        "figures": Text("参考の数値", "さんこうの 数", "Figures shown beside the result"),
        "deadline": Text("期限", "いつまで", "By when"),
        "how": Text("行使の方法", "どうやって", "How to use it"),
        "against": Text("相手方", "だれに", "Against whom"),
        "lost": Text("失われるもの", "なくなる もの", "What is lost, and when"),
        "parameters": Text("法令の数値", "きまりの 数", "Figures of the law, with their history"),
        "from": Text("開始日", "いつから", "From"),
        "value": Text("値", "数", "Value"),
        "applies_to": Text("区分", "なにの", "For"),
        "ever": Text("当初から", "はじめから", "since ever"),
        "rounding": Text("端数", "はすう", "Rounding"),
        "none": Text("なし", "ありません", "none"),
        "reads": Text("読む記録とその理由", "見る 記録と りゆう", "What it reads, and why"),
        "record": Text("記録", "記録", "Record"),
        "fields": Text("項目", "なにを 見るか", "Fields"),
        "exists": Text("有無のみ", "あるか ないか だけ", "only whether there is one"),
        "settled_by": Text("確定できる者", "だれの ことばで きまるか", "Settled by"),
        "why": Text("理由", "りゆう", "What for"),
        "any_of_role": Text("いずれかの{0}", "{0}の どれか", "any {0}"),
        "protected": Text("特に保護される属性", "とくに まもる こと", "Protected attributes it reads"),
        "protected_none": Text(
            "国籍・性別・出生地・言語のいずれも読まない。",
            "国籍・性別・生まれた ところ・ことばは 見ません。",
            "None: neither nationality, sex, birthplace nor language.",
        ),
        "rests_on": Text("前提とする規範", "つかう きまり", "Norms it rests on"),
        "rest_on_it": Text("これに基づく規範", "これを つかう きまり", "Norms that rest on it"),
        "cases": Text("事例", "れい", "Cases"),
        "case": Text("事例", "れい", "Case"),
        "on": Text("基準日", "いつの こと", "On"),
        "given": Text("与えられた記録", "どんな 記録が あるか", "What is on record"),
        "expected": Text("結果", "こたえ", "Answer"),
        "no_records": Text("記録なし", "記録は ありません", "nothing"),
        "checked": Text("確認と見直し", "たしかめた 日", "How sure it is"),
        "verified_on": Text("確認日", "たしかめた 日", "Verified on"),
        "review_on": Text("次の見直し", "つぎに たしかめる 日", "To be reviewed by"),
        "confidence": Text("確かさ", "どのくらい たしかか", "Confidence"),
        "confidence_all": Text(
            "引用する{0}か所すべてを本文で確認した。",
            "つかう 文 {0}を ぜんぶ 読みました。",
            "All {0} cited provisions were read in the text of the law.",
        ),
        "confidence_some": Text(
            "引用する{0}か所のうち{1}か所は本文が手元になく、知識による。",
            "つかう 文は {0}です。{1}は 文が なくて、まだ 読んで いません。",
            "Of {0} cited provisions, {1} were not at hand and rest on knowledge.",
        ),
        "law_version": Text("法令の版", "きまりの 版", "Law version"),
        "short": Text("略称", "みじかい 名前", "Short"),
        "title": Text("名称", "名前", "Title"),
        "since_unknown": Text("開始日は未確認", "いつからか まだ わかりません", "since when is not known here"),
        "not_in_force": Text("効力なし", "まだ きまりでは ありません", "not in force"),
        "source": Text("所在", "どこで 読めるか", "Where it is read"),
        "renamed": Text("{0}から「{1}」", "{0}から「{1}」", "from {0}: {1}"),
        "versions": Text("この規範の版", "きまりの 版", "Versions of this norm"),
    }
)

ATTRIBUTES: Mapping[str, Text] = MappingProxyType(
    {
        "nationality": Text("国籍", "国籍", "nationality"),
        "name": Text("氏名", "名前", "name"),
        "sex": Text("性別", "性別", "sex"),
        "birthplace": Text("出生地", "生まれた ところ", "birthplace"),
        "language": Text("言語", "ことば", "language"),
    }
)
"""The protected attributes that a norm may declare that it reads."""
SYSTEMS: Mapping[str, Text] = MappingProxyType(
    {
        "immigration": Text("入管", "入管", "Immigration"),
        "ssw": Text("特定技能", "特定技能", "Specified skilled workers"),
        "labour": Text("労働", "しごと", "Labour"),
        "pension": Text("年金", "年金", "Pension"),
        "health": Text("健康保険", "健康保険", "Health insurance"),
        "employment-insurance": Text("雇用保険", "雇用保険", "Employment insurance"),
        "tax": Text("税", "税金", "Tax"),
        "finance": Text("金融", "銀行", "Finance"),
        "education": Text("教育", "学校", "Education"),
        "housing": Text("住居", "家", "Housing"),
        "residence": Text("住民登録", "住所", "Residence register"),
        "pr": Text("永住許可", "永住", "Permanent residence"),
        "stay": Text("在留の更新・変更", "在留資格の 更新・変更", "Renewal and change of status"),
        "hsp": Text("高度専門職", "高度専門職", "Highly skilled professionals"),
        "work": Text("就労の開始", "しごとを はじめる とき", "Before the first shift"),
    }
)
LAYERS: Mapping[str, Text] = MappingProxyType(
    {
        "act": Text("法律", "法律", "Act"),
        "cabinet_order": Text("政令", "政令", "Cabinet order"),
        "ministerial_ordinance": Text("省令", "省令", "Ministerial ordinance"),
        "guideline": Text("ガイドライン・通達", "ガイドライン", "Guideline"),
        "practice": Text("実務上の取扱い", "役所の やりかた", "Practice"),
        "draft": Text("案", "案（まだ きまりでは ありません）", "Draft"),
        "announced": Text("公表された予定", "これからの よてい", "Announced"),
    }
)
SURENESS: Mapping[str, Text] = MappingProxyType(
    {
        "verified": Text("確認済み", "たしかめました", "verified"),
        "knowledge": Text("知識による", "知って いること", "known, not read"),
        "uncertain": Text("未確認", "まだ わかりません", "uncertain"),
    }
)
DEADLINES: Mapping[Deadline, Text] = MappingProxyType(
    {
        Deadline.DAYS_AFTER: Text(
            "{0}日以内（初日不算入）", "つぎの 日から {0}日 まで", "within {0} days, not counting the day itself"
        ),
        Deadline.DAYS_COUNTING_THE_DAY: Text(
            "{0}日以内（当日から起算）", "その日から {0}日 まで", "within {0} days, counting the day itself"
        ),
        Deadline.MONTHS_AFTER: Text("{0}か月以内", "{0}か月 まで", "within {0} months by the calendar"),
        Deadline.END_OF_FOLLOWING_MONTH: Text(
            "翌月末日まで", "つぎの 月の おわりまで", "by the end of the following month"
        ),
        Deadline.DAY_OF_FOLLOWING_MONTH: Text(
            "翌月{0}日まで", "つぎの 月の {0}日まで", "by day {0} of the following month"
        ),
        Deadline.BY_THE_DAY_STATED: Text(
            "下に示す日まで", "下に ある 日まで", "by the day that the condition below gives"
        ),
        Deadline.WITHOUT_DATE: Text("直ちに", "すぐに", "at once"),
        Deadline.CALENDAR_DAY: Text("次の{0}月{1}日まで", "つぎの {0}月{1}日まで", "by the next day {1} of month {0}"),
    }
)
HOLIDAYS: Mapping[HolidayRule, Text] = MappingProxyType(
    {
        HolidayRule.STAYS: Text(
            "閉庁日でも延びない", "役所が 休みでも おなじ日 です", "the day stays even if offices are closed on it"
        ),
        HolidayRule.NEXT_WORKING_DAY: Text(
            "閉庁日なら翌開庁日まで",
            "役所が 休みなら つぎの あいて いる 日まで",
            "moves to the next day when offices are open",
        ),
        HolidayRule.ACCEPTED_NEXT_WORKING_DAY: Text(
            "閉庁日なら翌開庁日にも受け付けられる",
            "役所が 休みなら つぎの あいて いる 日でも いいです",
            "the day stays; the next open day is accepted in practice",
        ),
    }
)


def system_said(name: str, language: Language) -> str:
    """The system that a norm's id names."""
    return SYSTEMS[name].said_in(language) if name in SYSTEMS else name.replace("-", " ")
