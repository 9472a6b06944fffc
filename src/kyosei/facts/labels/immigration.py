"""The choices of statements about residence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_SUBCLASSES = {
    "hsp-1a": Text("高度専門職1号イ", "高度専門職1号イ", "Highly Skilled Professional (i)(a)"),
    "hsp-1b": Text("高度専門職1号ロ", "高度専門職1号ロ", "Highly Skilled Professional (i)(b)"),
    "hsp-1c": Text("高度専門職1号ハ", "高度専門職1号ハ", "Highly Skilled Professional (i)(c)"),
    "hsp-2": Text("高度専門職2号", "高度専門職2号", "Highly Skilled Professional (ii)"),
    "ssw-1": Text("特定技能1号", "特定技能1号", "Specified Skilled Worker (i)"),
    "ssw-2": Text("特定技能2号", "特定技能2号", "Specified Skilled Worker (ii)"),
    "titp-1": Text("技能実習1号", "技能実習1号", "Technical Intern Training (i)"),
    "titp-1a": Text("技能実習1号イ", "技能実習1号イ", "Technical Intern Training (i)(a)"),
    "titp-1b": Text("技能実習1号ロ", "技能実習1号ロ", "Technical Intern Training (i)(b)"),
    "titp-2": Text("技能実習2号", "技能実習2号", "Technical Intern Training (ii)"),
    "titp-2a": Text("技能実習2号イ", "技能実習2号イ", "Technical Intern Training (ii)(a)"),
    "titp-2b": Text("技能実習2号ロ", "技能実習2号ロ", "Technical Intern Training (ii)(b)"),
    "titp-3": Text("技能実習3号", "技能実習3号", "Technical Intern Training (iii)"),
    "titp-3a": Text("技能実習3号イ", "技能実習3号イ", "Technical Intern Training (iii)(a)"),
    "titp-3b": Text("技能実習3号ロ", "技能実習3号ロ", "Technical Intern Training (iii)(b)"),
}
_PERIODS = {
    "designated": Text("個別に指定された期間", "その人の ために 決められた 期間", "a period designated for the person"),
    "for_the_activity": Text("活動を行う期間", "その しごとの 間", "for the length of the activity"),
    "indefinite": Text("無期限", "終わりなし", "indefinite"),
}
_ACTIVITIES = {
    "domestic_worker": Text("家事使用人", "家の しごとを する 人", "domestic worker"),
    "working_holiday": Text("ワーキング・ホリデー", "ワーキング・ホリデー", "working holiday"),
    "amateur_sports": Text("アマチュアスポーツ選手", "アマチュアの スポーツの 人", "amateur sports"),
    "internship": Text("インターンシップ", "インターンシップ", "internship"),
    "summer_job": Text("サマージョブ", "サマージョブ", "summer job"),
    "international_cultural_exchange": Text("国際文化交流", "国際文化交流", "international cultural exchange"),
    "nurse_or_care_worker_candidate": Text(
        "看護師・介護福祉士候補者",
        "看護師・介護福祉士に なる ための 人",
        "candidate for nurse or certified care worker",
    ),
    "university_graduate": Text("本邦大学等卒業者", "日本の 大学などを 出た 人", "graduate of a Japanese university"),
    "specified_research": Text("特定研究等活動", "特定研究", "specified research"),
    "specified_information_processing": Text("特定情報処理活動", "特定情報処理", "specified information processing"),
    "family_of_designated": Text(
        "特定活動の家族", "特定活動の 人の 家族", "family of a person on designated activities"
    ),
    "long_stay_sightseeing": Text("長期滞在観光", "長い 観光", "long-stay sightseeing"),
    "medical_stay": Text("医療滞在", "病院の ための 滞在", "medical stay"),
    "start_up": Text("起業準備", "会社を つくる 準備", "preparing to start a business"),
    "job_seeking": Text("就職活動", "しごと探し", "job seeking"),
    "awaiting_employment": Text("内定待機", "しごとが はじまるのを 待つ", "awaiting employment"),
    "job_seeking_after_dismissal": Text(
        "雇用主都合の離職後の求職",
        "会社の りゆうで やめた あとの しごと探し",
        "job seeking after a loss that the employer caused",
    ),
    "preparing_for_specified_skills": Text(
        "特定技能への移行準備", "特定技能に なる 準備", "preparing for specified skills"
    ),
    "employment_of_fourth_generation_nikkei": Text("日系四世", "日系4世", "fourth-generation Nikkei"),
    "refugee_applicant": Text("難民認定申請中", "難民の 申請を して いる 人", "refugee applicant"),
    "evacuee": Text("避難民", "避難民", "evacuee"),
    "digital_nomad": Text("デジタルノマド", "デジタルノマド", "digital nomad"),
    "preparing_departure": Text("出国準備", "国に 帰る 準備", "preparing departure"),
    "other": Text("その他", "ほか", "other"),
}
_BASES = {
    "birth_transitional": Text("出生による経過滞在", "日本で 生まれて 60日まで", "birth in Japan, for sixty days"),
    "nationality_loss_transitional": Text(
        "日本国籍離脱による経過滞在", "日本の 国籍を なくして 60日まで", "loss of Japanese nationality, for sixty days"
    ),
    "special_permanent_resident": Text("特別永住者", "特別永住者", "special permanent resident"),
    "provisional_stay": Text("仮滞在許可", "仮滞在", "provisional stay"),
    "temporary_refuge": Text("一時庇護のための上陸許可", "一時庇護", "temporary refuge"),
    "departure_order": Text("出国命令", "出国命令", "departure order"),
}
_RE_ENTRY = {
    "special": Text("みなし再入国許可", "みなし再入国許可", "special re-entry permission"),
    "permit": Text("再入国許可", "再入国許可", "re-entry permit"),
    "none": Text("なし", "なし", "none"),
}
_REMEDY_TOLD = {
    "in_writing": Text("書面による", "紙に 書いて", "in writing"),
    "not_in_writing": Text("書面によらない", "紙に 書いて いない", "not in writing"),
}
_PROCEDURES = {
    "renewal": Text("在留期間の更新", "更新（在留を のばす）", "renewal of the stay"),
    "change": Text("在留資格の変更", "在留資格を 変える", "change of status"),
    "permanent": Text("永住許可", "永住", "permanent residence"),
    "acquisition": Text("在留資格の取得", "在留資格を とる", "acquisition of a status"),
    "certificate": Text("在留資格認定証明書", "認定証明書", "certificate of eligibility"),
    "work_permission": Text("資格外活動許可", "アルバイトなどの 許可", "permission to work beside the status"),
    "card_renewal": Text("在留カードの有効期間の更新", "カードの 期限を のばす", "renewal of the card"),
    "card_reissue": Text("在留カードの再交付", "カードを もう 1回 もらう", "reissue of the card"),
    "card_particulars": Text(
        "在留カードの記載事項の変更", "カードに 書いて ある ことの 変更", "change of what the card says"
    ),
}
_OUTCOMES = {
    "granted": Text("許可", "いいです（許可）", "granted"),
    "refused": Text("不許可", "だめです（不許可）", "refused"),
    "withdrawn": Text("取下げ", "申請を やめた", "withdrawn"),
}
_PERMISSIONS = {
    "comprehensive_28_hours": Text(
        "包括許可（週28時間以内）", "包括許可（週28時間まで）", "comprehensive permission (28 hours a week)"
    ),
    "individual": Text("個別許可", "個別許可", "individual permission"),
}
_PERSONS_NOTICES = {
    "left": Text("離脱・契約終了", "やめた", "left"),
    "joined": Text("移籍・新たな契約", "入った", "joined"),
    "changed": Text("名称・所在地の変更、消滅", "名前・場所が 変わった、なくなった", "renamed, moved or dissolved"),
}
_AFFILIATION_NOTICES = {
    "accepted": Text("受入れの開始", "入った", "acceptance"),
    "ended": Text("契約・受入れの終了", "終わった", "end"),
    "contract_changed": Text("契約の変更", "けいやくの 変更", "contract changed"),
    "contract_new": Text("新たな契約", "新しい けいやく", "new contract"),
    "plan_changed": Text("支援計画の変更", "支援の 計画の 変更", "support plan changed"),
    "delegation_changed": Text(
        "支援委託契約の締結・終了", "支援を たのむ けいやくの 変更", "delegation of support changed"
    ),
    "acceptance_difficult": Text("受入れ困難", "受け入れるのが むずかしい", "acceptance has become difficult"),
    "standards_not_met": Text("基準不適合", "基準に 合わない", "standards no longer met"),
    "on_roll": Text("在籍", "学校に いる", "on the roll"),
}
_HOST_REPORTS = {
    "periodic": Text("定期届出", "決まった ときの 報告", "periodic"),
    "occasional": Text("随時届出", "なにか あった ときの 報告", "occasional"),
    "support": Text("支援の実施状況", "支援の 報告", "support"),
    "skill_development": Text("育成就労の実施状況", "育成就労の 報告", "employment for skill development"),
}
_SPOUSE_NOTICES = {
    "divorce": Text("離婚", "離婚", "divorce"),
    "death": Text("死別", "亡くなった", "death"),
}
_ADDRESS_NOTICES = {
    "landing": Text("新規上陸後", "日本に 来た", "after landing"),
    "move": Text("転居", "引っこし", "move"),
    "new_status": Text("在留資格の取得等", "新しい 在留資格", "new status"),
}
_PENALTIES = {
    "fine": Text("罰金", "罰金", "fine"),
    "imprisonment": Text("拘禁刑", "拘禁刑", "imprisonment"),
    "suspended": Text("執行猶予", "執行猶予", "suspended sentence"),
}
_CHANGES = {
    "renamed": Text("名称変更", "名前が 変わった", "renamed"),
    "moved": Text("所在地変更", "場所が 変わった", "moved"),
    "dissolved": Text("解散・消滅", "なくなった", "dissolved"),
}
_SEXES = {
    "female": Text("女性", "女性", "female"),
    "male": Text("男性", "男性", "male"),
    "other": Text("その他", "ほか", "other"),
}
_RECOGNITIONS = {
    "refugee": Text("難民", "難民", "refugee"),
    "complementary_protection": Text("補完的保護対象者", "補完的保護対象者", "person under complementary protection"),
    "resettled": Text("第三国定住難民", "第三国定住難民", "resettled refugee"),
}
_POINTS_ACTIVITIES = {
    "research": Text("高度学術研究活動", "研究", "advanced academic research"),
    "technical": Text("高度専門・技術活動", "専門・技術", "advanced specialised or technical work"),
    "management": Text("高度経営・管理活動", "経営・管理", "advanced business management"),
}
_POINTS_DEGREES = {
    "doctor": Text("博士", "博士", "doctor"),
    "business_professional": Text("経営管理の専門職学位", "経営の 専門職学位", "professional degree in business"),
    "master": Text("修士・専門職学位", "修士・専門職学位", "master or professional degree"),
    "bachelor": Text("大学卒業等", "大学を 出た", "bachelor or equal"),
    "none": Text("なし", "なし", "none"),
}
_POINTS_POSITIONS = {
    "representative": Text("代表取締役等", "会社の 代表", "representative director"),
    "officer": Text("取締役等", "役員", "officer"),
    "none": Text("なし", "なし", "none"),
}
_POINTS_ADDITIONS = {
    "innovation_support": Text("イノベーション促進支援", "イノベーションの 支援", "support for innovation"),
    "small_enterprise": Text("中小企業", "中小企業", "small enterprise"),
    "research_spending": Text("試験研究費比率", "研究の お金", "spending on research"),
    "foreign_qualification": Text("外国の資格・表彰", "外国の 資格", "foreign qualification"),
    "japanese_degree": Text("日本の大学の学位", "日本の 大学の 学位", "degree of a Japanese university"),
    "japanese_n1": Text("日本語能力N1", "日本語 N1", "Japanese N1"),
    "japanese_n2": Text("日本語能力N2", "日本語 N2", "Japanese N2"),
    "growth_field": Text("成長分野の先端的事業", "新しい 分野の しごと", "project in a growth field"),
    "notified_university": Text("告示の大学の卒業", "決められた 大学を 出た", "degree of a university named by notice"),
    "training": Text("告示の研修", "決められた 研修", "training named by notice"),
    "training_at_japanese_university": Text(
        "日本の大学での研修", "日本の 大学の 研修", "training at a Japanese university"
    ),
    "investment": Text("1億円以上の投資", "1億円 以上の 投資", "investment of ¥100 million or more"),
    "finance": Text("金融分野の業務", "金融の しごと", "work in finance"),
    "local_support": Text("地方公共団体の支援", "県や 市の 支援", "support by a local government"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "residence.status.subclass": _SUBCLASSES,
        "residence.status.granted_period": _PERIODS,
        "residence.decision.granted_period": _PERIODS,
        "residence.status.designated_activity": _ACTIVITIES,
        "residence.basis.basis": _BASES,
        "residence.presence.re_entry": _RE_ENTRY,
        "residence.application.procedure": _PROCEDURES,
        "residence.decision.procedure": _PROCEDURES,
        "residence.decision.remedy_told": _REMEDY_TOLD,
        "residence.decision.outcome": _OUTCOMES,
        "residence.work_permission.scope": _PERMISSIONS,
        "residence.organisation_notice.event": _PERSONS_NOTICES,
        "residence.affiliation_notice.event": _AFFILIATION_NOTICES,
        "residence.host_report.report": _HOST_REPORTS,
        "residence.spouse_notice.event": _SPOUSE_NOTICES,
        "residence.address_notice.event": _ADDRESS_NOTICES,
        "conduct.penalty.penalty": _PENALTIES,
        "organisation.change.change": _CHANGES,
        "person.particulars.sex": _SEXES,
        "residence.recognition.recognised_as": _RECOGNITIONS,
        "residence.points_basis.activity": _POINTS_ACTIVITIES,
        "residence.points_basis.degree": _POINTS_DEGREES,
        "residence.points_basis.position": _POINTS_POSITIONS,
        "residence.points_basis.additions": _POINTS_ADDITIONS,
    }
)
"""By the full name of the field, and by the value."""
