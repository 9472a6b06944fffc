"""The choices of statements about families, officials' findings and mandates."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_RELATIONS = {
    "spouse": Text("配偶者", "夫・妻", "spouse"),
    "child": Text("子", "子ども", "child"),
    "parent": Text("親", "親", "parent"),
}
_POSITIONS = {
    "national": Text("日本人", "日本人", "a Japanese national"),
    "permanent_resident": Text("永住者", "永住者", "a permanent resident"),
    "special_permanent_resident": Text("特別永住者", "特別永住者", "a special permanent resident"),
    "resident": Text("在留者", "日本に すむ 外国人", "a foreign resident"),
}
_EVENTS = {
    "marriage": Text("婚姻", "けっこん", "marriage"),
    "divorce": Text("離婚", "離婚", "divorce"),
    "spouse_died": Text("配偶者の死亡", "夫・妻が 亡くなった", "death of the spouse"),
}
_FACTORS = {
    "status_fit": Text("在留資格該当性", "在留資格に 合う", "fit with the status"),
    "landing_criteria": Text("上陸許可基準", "日本に 来る ときの 基準", "landing criteria"),
    "activity_done": Text("活動の状況", "して きた こと", "activity done"),
    "conduct": Text("素行", "まじめに くらす", "conduct"),
    "livelihood": Text("独立の生計", "自分で くらせる", "livelihood"),
    "employment_conditions": Text("雇用・労働条件", "しごとの 条件", "conditions of work"),
    "tax_and_premiums": Text("納税義務等", "税金・保険の お金", "tax and premiums"),
    "notifications": Text("届出等", "届け", "notices"),
    "justifiable_reason": Text("正当な理由", "よい りゆう", "justifiable reason"),
    "unavoidable_circumstances": Text("やむを得ない事情", "しかたが ない ことなど", "unavoidable circumstances"),
    "humanitarian_reasons": Text("人道上の理由", "人道（人を 助ける）の りゆう", "humanitarian reasons"),
    "national_interest": Text("日本国の利益", "日本の ためにも よい", "national interest"),
    "work_within_status": Text("仕事の資格該当性", "しごとが 在留資格に 合う", "work within the status"),
    "employer_negligence": Text("雇用主の過失", "会社の 不注意", "the employer's negligence"),
    "special_circumstances": Text("特別な事情", "とくべつな 事情", "special circumstances"),
    "other": Text("その他", "ほか", "other"),
    "marriage_in_substance": Text("実体を伴った婚姻", "ほんとうの けっこん", "marriage in substance"),
    "contribution_to_japan": Text("我が国への貢献", "日本の ために なった", "contribution to Japan"),
    "public_health": Text("公衆衛生", "みんなの 健康", "public health"),
    "over_five_years": Text(
        "5年を超える相当の理由", "5年より 長い よい りゆう", "reasonable grounds beyond five years"
    ),
    "intern_training_completed": Text(
        "技能実習2号の良好な修了",
        "技能実習2号を よく 終わった",
        "second stage of technical intern training completed well",
    ),
    "no_home_country_procedure": Text(
        "本国の手続は不要", "国の 手続きが いらない", "no procedure of the home country needed"
    ),
    "host_standards": Text("受入れ機関の基準", "会社の ルール", "standards for hosts"),
    "acquisition_ground": Text(
        "在留資格の取得の事由", "上陸しないで いる わけ", "why somebody is here without having landed"
    ),
    "reasonable_ground": Text("相当の理由", "よい わけ", "a reasonable ground"),
    "no_hindrance": Text(
        "本来の活動を阻害しないこと", "じゃまに ならない こと", "no hindrance of what the status is for"
    ),
    "suitable_permission": Text(
        "資格外活動の相当性", "しごとの 許可を して よい", "suitability of a permission to work"
    ),
    "individually_designated": Text("個別に指定する活動", "ひとつずつ きめる しごと", "work designated one by one"),
}
_FINDINGS = {
    "yes": Text("認める", "はい", "yes"),
    "no": Text("認めない", "いいえ", "no"),
}
_MANDATES = {
    "representative": Text("代理人", "かわりの 人", "representative"),
    "guardian": Text("後見人・親権者", "親や 後見人", "guardian"),
    "helper": Text("支援者", "手伝う 人", "helper"),
}
_ACTS = {
    "apply": Text("申請", "申請する", "to apply"),
    "notify": Text("届出", "届ける", "to notify"),
    "request_confirmation": Text("資格確認の請求", "確認を たのむ", "to request confirmation"),
    "consult": Text("相談", "相談する", "to consult"),
    "view": Text("閲覧", "見る", "to view"),
    "dispute": Text("異議", "まちがいだと 言う", "to dispute"),
    "receive_notices": Text("通知の受領", "知らせを もらう", "to receive notices"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "family.relation.relation": _RELATIONS,
        "family.relation.other_is": _POSITIONS,
        "family.event.other_is": _POSITIONS,
        "family.event.event": _EVENTS,
        "assessment.factor.factor": _FACTORS,
        "assessment.factor.finding": _FINDINGS,
        "mandate.as": _MANDATES,
        "mandate.acts": _ACTS,
    }
)
"""By the full name of the field, and by the value."""
