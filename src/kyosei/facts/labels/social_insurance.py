"""The choices of statements about pension, health and employment insurance."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.terms.text import Text

__all__ = ["LABELS"]

_PENSION_SCHEMES = {
    "employees": Text("厚生年金", "会社の 年金（厚生年金）", "employees' pension"),
    "national_1": Text("国民年金第1号", "国民年金第1号", "national pension, category 1"),
    "national_3": Text("国民年金第3号", "国民年金第3号", "national pension, category 3"),
}
_REMUNERATION_NOTICES = {
    "regular": Text("算定基礎届", "毎年の 届け", "regular notice"),
    "change": Text("月額変更届", "変更の 届け", "notice of change"),
}
_NATIONAL_NOTICES = {
    "entered": Text("資格取得", "入った", "entered"),
    "type_changed": Text("種別変更", "種類が 変わった", "category changed"),
    "left": Text("資格喪失", "やめた", "left"),
    "category_change": Text("種別変更", "種類が 変わった", "category changed"),
}
_EXEMPTIONS = {
    "full": Text("全額免除", "ぜんぶ 免除", "in full"),
    "three_quarters": Text("4分の3免除", "4分の3免除", "three quarters"),
    "half": Text("半額免除", "半分 免除", "half"),
    "quarter": Text("4分の1免除", "4分の1免除", "a quarter"),
    "statutory": Text("法定免除", "法定免除", "by law"),
    "student": Text("学生納付特例", "学生の とくれい", "deferral for students"),
    "postponed": Text("納付猶予", "あとで はらう", "postponed"),
    "maternity": Text("産前産後免除", "赤ちゃんが 生まれる ときの 免除", "maternity"),
    "childcare": Text("育児免除", "子どもを そだてる 人の 免除", "childcare"),
}
_HEALTH_SCHEMES = {
    "association": Text("協会けんぽ", "協会けんぽ", "Japan Health Insurance Association"),
    "society": Text("健康保険組合", "健康保険組合", "health insurance society"),
    "national": Text("国民健康保険", "国民健康保険", "National Health Insurance"),
    "dependant": Text("被扶養者", "家族として 入って いる", "dependant"),
}
_LEVIED_AS = {
    "premium": Text("保険料", "保険の お金", "premium"),
    "tax": Text("保険税", "保険の 税金", "tax"),
}
_CERTIFICATES = {
    "attached": Text("添付", "ある", "attached"),
    "declined": Text("本人が希望しない", "本人が いらないと 言った", "declined by the worker"),
    "missing": Text("なし", "なし", "missing"),
}
_LEAVES = {
    "maternity": Text("産前産後休業", "産休（赤ちゃんが 生まれる 前と あとの 休み）", "maternity"),
    "childcare": Text("育児休業", "育休（子どもの 世話の 休み）", "childcare"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "pension.enrolment.scheme": _PENSION_SCHEMES,
        "pension.contribution.scheme": _PENSION_SCHEMES,
        "pension.remuneration_notice.notice": _REMUNERATION_NOTICES,
        "pension.national_notice.event": _NATIONAL_NOTICES,
        "health.national_notice.event": _NATIONAL_NOTICES,
        "pension.contribution.exempted": _EXEMPTIONS,
        "health.enrolment.scheme": _HEALTH_SCHEMES,
        "health.premium.scheme": _HEALTH_SCHEMES,
        "health.premium.levied_as": _LEVIED_AS,
        "employment_insurance.loss_notice.certificate": _CERTIFICATES,
        "pension.leave_exemption.leave": _LEAVES,
    }
)
"""By the full name of the field, and by the value."""
