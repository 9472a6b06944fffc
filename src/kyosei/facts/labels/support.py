"""The choices of statements about support."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.facts.labels.industries import SPECIFIED_FIELDS
from kyosei.terms.text import Text

__all__ = ["LABELS"]

_SUPPORTED_AS = {
    "ssw_1": Text("特定技能1号", "特定技能1号", "Specified Skilled Worker (i)"),
    "skill_development": Text("育成就労", "育成就労", "Employment for Skill Development"),
    "trainee": Text("技能実習", "技能実習", "Technical Intern Training"),
}
_DELEGATIONS = {
    "all": Text("全部委託", "ぜんぶ たのんだ", "all"),
    "part": Text("一部委託", "すこし たのんだ", "a part"),
    "none": Text("委託なし", "たのんで いない", "none"),
}
_SUPPORTS = {
    "prior_guidance": Text("事前ガイダンス", "日本に 来る 前などの 説明", "prior guidance"),
    "pick_up_and_drop_off": Text("出入国時の送迎", "空港の 送りむかえ", "pick-up and drop-off"),
    "housing_and_contracts": Text("住居・契約の支援", "家や 銀行や 電話の 手伝い", "housing and contracts"),
    "life_orientation": Text("生活オリエンテーション", "日本の 生活の 説明", "life orientation"),
    "accompaniment": Text("公的手続への同行", "役所に いっしょに 行く", "accompaniment"),
    "japanese_learning": Text("日本語学習", "日本語の 勉強", "learning Japanese"),
    "consultation": Text("相談・苦情対応", "相談", "consultation"),
    "exchange": Text("日本人との交流", "日本人と 会う きかい", "exchange"),
    "job_change_support": Text("転職支援", "しごと探しの 手伝い", "support for a change of job"),
    "interviews_and_reporting": Text("面談・通報", "面談と 役所への 知らせ", "interviews and reporting"),
}
_INTERVIEWED = {
    "worker": Text("本人", "本人", "the worker"),
    "supervisor": Text("監督者", "上の 人", "the supervisor"),
}
_CONSULTED_ABOUT = {
    "pay": Text("賃金", "給料", "pay"),
    "dismissal": Text("解雇", "やめさせられる", "dismissal"),
    "harassment": Text("ハラスメント", "ハラスメント", "harassment"),
    "housing": Text("住居", "家", "housing"),
    "health": Text("健康", "健康", "health"),
    "family": Text("家族", "家族", "family"),
    "other": Text("その他", "ほか", "other"),
}
_REGISTRATION_NOTICES = {
    "changed": Text("変更", "変わった", "changed"),
    "suspended": Text("休止", "休む", "suspended"),
    "abolished": Text("廃止", "やめた", "abolished"),
    "restarted": Text("再開", "また はじめた", "restarted"),
}

LABELS: Mapping[str, Mapping[str, Text]] = MappingProxyType(
    {
        "support.engagement.for": _SUPPORTED_AS,
        "support.engagement.delegated": _DELEGATIONS,
        "support.action.action": _SUPPORTS,
        "support.interview.with": _INTERVIEWED,
        "support.consultation.matter": _CONSULTED_ABOUT,
        "support.registration_notice.event": _REGISTRATION_NOTICES,
        "training.plan.field": SPECIFIED_FIELDS,
    }
)
"""By the full name of the field, and by the value."""
