"""Roles, offices, provisions and days as a reader would say them, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kyosei.law.jp.laws import LAWS
from kyosei.terms.citations import Law, Provision
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import date_from_day

__all__ = [
    "AUTHORITIES",
    "ROLES",
    "authority_said",
    "day_said",
    "listed_said",
    "month_said",
    "provision_said",
    "role_said",
]

_LAW_BY_ID: Mapping[str, Law] = MappingProxyType({law.law_id: law for law in LAWS})

AUTHORITIES: Mapping[str, Text] = MappingProxyType(
    {
        "isa": Text("出入国在留管理庁", "入管（出入国在留管理庁）", "Immigration Services Agency"),
        "pension-service": Text("日本年金機構", "年金事務所（日本年金機構）", "Japan Pension Service"),
        "labour-office": Text("労働局・労働基準監督署・ハローワーク", "労働局・ハローワーク", "labour office"),
        "tax-office": Text("税務署", "税務署", "tax office"),
        "court": Text("裁判所", "裁判所", "court"),
        "prosecutor": Text("検察庁", "検察庁", "public prosecutor"),
        "registry": Text("法務局", "法務局", "legal affairs bureau"),
        "prefecture": Text("都道府県", "都道府県", "prefecture"),
        "otit": Text("外国人技能実習機構", "外国人技能実習機構", "Organization for Technical Intern Training"),
    }
)

ROLES: Mapping[str, Text] = MappingProxyType(
    {
        "person": Text("本人", "本人", "person"),
        "other": Text("相手方", "相手の 人", "other person"),
        "employer": Text("雇用主", "会社", "employer"),
        "host": Text("受入れ機関", "受け入れて いる 会社", "host organisation"),
        "supporter": Text("登録支援機関", "支援の 会社", "support organisation"),
        "supervising_body": Text("監理団体", "監理団体", "supervising body"),
        "school": Text("学校", "学校", "school"),
        "bank": Text("銀行", "銀行", "bank"),
        "landlord": Text("貸主", "大家さん", "landlord"),
        "checker": Text("コードを持つ人", "コードを 持つ 人", "whoever held a code"),
        "insurer": Text("保険者", "健康保険の 会社", "health insurer"),
        "municipality": Text("市区町村", "市役所・区役所", "municipality"),
        "authority": Text("官庁", "役所", "authority"),
        "office": Text("官庁", "役所", "office"),
        "organisation": Text("機関", "会社や 学校", "organisation"),
        "collector": Text("徴収者", "税金を あつめる ところ", "collector"),
        "holder": Text("名義人", "名前の 人", "holder"),
        "payee": Text("受取人", "お金を もらう 人", "payee"),
        "recipient": Text("受領者", "受けとる 人", "recipient"),
    }
)


def authority_said(name: str, language: Language) -> str | None:
    """An office of the State by the name that its id has; None if it has no words here."""
    found = AUTHORITIES.get(name)
    return None if found is None else found.said_in(language)


def role_said(role: str, language: Language) -> str:
    """The role of a party in words, or the office that the law names in place of one (`authority:NAME`)."""
    word = ROLES.get(role) or AUTHORITIES.get(role.removeprefix("authority:"))
    return role.replace("_", " ") if word is None else word.said_in(language)


def day_said(day: int, language: Language) -> str:
    """A day: 2026-11-21, or 2026年11月21日."""
    found = date_from_day(day)
    return found.isoformat() if language == "en" else f"{found.year}年{found.month}月{found.day}日"


def month_said(day: int, language: Language) -> str:
    """The month of which a day is the first: 2026-11, or 2026年11月; else the day."""
    found = date_from_day(day)
    if found.day != 1:
        return day_said(day, language)
    return f"{found:%Y-%m}" if language == "en" else f"{found.year}年{found.month}月"


def listed_said(said: Iterable[str], language: Language) -> str:
    """Several things in one line."""
    return (", " if language == "en" else "、").join(said)


def provision_said(provision: Provision, language: Language) -> str:
    """A provision with its law's title: Civil Code art. 140, or 民法第140条."""
    law = _LAW_BY_ID.get(provision.law)
    if language == "en":
        return f"{law.title_en if law else provision.law} {_english(provision)}".rstrip()
    return (law.title_ja if law else provision.law) + _japanese(provision)


def _english(provision: Provision) -> str:
    article = provision.article
    if article == "main":
        said = ""
    elif article.startswith("suppl:"):
        said = f"suppl. art. {article.removeprefix('suppl:')}"
    elif article.startswith("app:"):
        said = f"appended table {article.removeprefix('app:')}"
    else:
        said = f"art. {article}"
    if provision.paragraph is not None:
        said += f"({provision.paragraph})"
    if provision.item is not None:
        said += f" item {provision.item}"
    return said


def _japanese(provision: Provision) -> str:
    article = provision.article
    if article == "main":
        said = ""
    elif article.startswith("suppl:"):
        said = f"附則{_numbered(article.removeprefix('suppl:'), '条')}"
    elif article.startswith("app:"):
        said = f"{article.removeprefix('app:')}"
    else:
        said = _numbered(article, "条")
    if provision.paragraph is not None:
        said += _numbered(provision.paragraph, "項")
    if provision.item is not None:
        digits = re.match(r"\d+(-\d+)*", provision.item)
        numbers = digits[0] if digits else ""
        said += (_numbered(numbers, "号") if numbers else "") + provision.item[len(numbers) :]
    return said


def _numbered(number: str, counter: str) -> str:
    """19-16 of articles is 第19条の16."""
    first, *further = number.split("-")
    return f"第{first}{counter}" + "".join(f"の{part}" for part in further)
