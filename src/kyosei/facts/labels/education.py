"""The choices of statements about schools."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.facts.labels.industries import SPECIFIED_FIELDS
from kyosei.terms.text import Text

__all__ = ["LABELS"]

_COURSES = {
    "language_recognised": Text("認定日本語教育機関", "国が みとめた 日本語学校", "recognised language school"),
    "language_other": Text("その他の日本語学校", "ほかの 日本語学校", "other language school"),
    "vocational": Text("専修学校", "専門学校", "vocational school"),
    "university": Text("大学・短期大学", "大学", "university"),
    "graduate": Text("大学院", "大学院", "graduate school"),
    "high_school": Text("高等学校", "高校", "high school"),
}
_MODES = {
    "day": Text("昼間", "昼", "by day"),
    "evening": Text("夜間", "夜", "in the evening"),
    "correspondence": Text("通信", "通信（家で 勉強する）", "by correspondence"),
}
_CREDENTIALS = {
    "bachelor": Text("学士", "大学を 出た", "bachelor"),
    "master": Text("修士", "修士", "master"),
    "doctor": Text("博士", "博士", "doctor"),
    "professional": Text("専門職学位", "専門職学位", "professional degree"),
    "diploma_vocational": Text("専門士", "専門学校を 出た（専門士）", "vocational diploma"),
    "jlpt_n1": Text("日本語能力試験N1", "日本語能力試験N1", "JLPT N1"),
    "jlpt_n2": Text("日本語能力試験N2", "日本語能力試験N2", "JLPT N2"),
    "jlpt_n3": Text("日本語能力試験N3", "日本語能力試験N3", "JLPT N3"),
    "jlpt_n4": Text("日本語能力試験N4", "日本語能力試験N4", "JLPT N4"),
    "jlpt_n5": Text("日本語能力試験N5", "日本語能力試験N5", "JLPT N5"),
    "jft_basic": Text("国際交流基金日本語基礎テスト", "国際交流基金日本語基礎テスト", "JFT-Basic"),
    "ssw_test": Text("特定技能評価試験", "特定技能の 試験", "test of specified skills"),
    "skill_test": Text("技能検定等", "技能の 試験", "test of trade skills"),
}
_ACADEMIC_FIELDS = {
    "engineering": Text("工学", "工学", "engineering"),
    "information-technology": Text("情報技術", "IT（情報）", "information technology"),
    "natural-sciences": Text("自然科学", "理科の 学問", "natural sciences"),
    "medicine-health": Text("医療・保健", "医学・健康", "medicine and health"),
    "humanities": Text("人文科学", "文学・歴史など", "humanities"),
    "languages": Text("語学", "ことば", "languages"),
    "law": Text("法学", "法律", "law"),
    "economics-business": Text("経済・経営", "経済・経営", "economics and business"),
    "social-sciences": Text("社会科学", "社会の 学問", "social sciences"),
    "teacher-training": Text("教員養成", "先生に なる 勉強", "teacher training"),
    "arts-design": Text("芸術・デザイン", "芸術・デザイン", "arts and design"),
    "other": Text("その他", "ほか", "other"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "study.enrolment.course": _COURSES,
        "study.enrolment.mode": _MODES,
        "study.credential.credential": _CREDENTIALS,
        "study.credential.field": {**SPECIFIED_FIELDS, **_ACADEMIC_FIELDS},
    }
)
"""By the full name of the field, and by the value."""
