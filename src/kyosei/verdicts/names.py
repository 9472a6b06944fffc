"""Parties, sources and instants as a reader would say them, in three languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kyosei.facts.statements import Case, PartyRecord
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import JAPAN, instant_from_microseconds
from kyosei.verdicts.naming import AUTHORITIES, ROLES, day_said, listed_said, month_said, provision_said, role_said

__all__ = [
    "day_said",
    "instant_said",
    "listed_said",
    "month_said",
    "party_called",
    "party_name",
    "party_said",
    "party_words",
    "provision_said",
    "pseudonym_said",
    "role_said",
]

_PSEUDONYM = re.compile(r"p[1-9][0-9]*-[a-z2-7]{52}")
_PSEUDONYM_SHOWN = 16

_SCRIPTS: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {"ja": ("Jpan", "Hani", "Kana", "Latn"), "ja-easy": ("Jpan", "Kana", "Hani", "Latn"), "en": ("Latn",)}
)

_KNOWN_INSURERS: Mapping[str, Text] = MappingProxyType(
    dict.fromkeys(
        ("insurer:kyokai", "insurer:kyokai-kenpo"),
        Text("全国健康保険協会", "協会けんぽ", "Japan Health Insurance Association"),
    )
)

_BY_PLACE: Mapping[str, Text] = MappingProxyType(
    {
        "municipality": Text("市区町村 {}", "市役所・区役所 {}", "municipality of {}"),
        "insurer": Text("保険者 {}", "健康保険の 会社 {}", "health insurer {}"),
    }
)
"""What nobody declared, by its id: that of a municipality is the name of the place, in Latin letters."""


def party_name(party: str, case: Case, language: Language) -> str | None:
    """The name of a party in the script that readers of the language know best; None if it has none."""
    record: PartyRecord | None = case.parties.get(party)
    if record is None or not record.names:
        return None
    for script in _SCRIPTS[language]:
        for name in record.names:
            if name.script == script:
                return name.text
    return record.names[0].text


def party_said(party: str, case: Case, language: Language) -> str:
    """A party or source by name and id; `unknown:insurer` is an insurer of whom nobody told us which."""
    called = party_called(party, case, language)
    return called if called == party or party.startswith("unknown:") else f"{called} ({party})"


def party_called(party: str, case: Case, language: Language) -> str:
    """A party or source by name alone, as far as it has one."""
    name = party_name(party, case, language)
    if name is not None:
        return name
    words = party_words(party)
    return party if words is None else words.said_in(language)


def party_words(party: str) -> Text | None:
    """What a party is called that has declared no name: an office, an insurer, a place; None: there are no words for it."""
    prefix, _, rest = party.partition(":")
    if prefix == "authority":
        return AUTHORITIES.get(rest)
    if prefix == "unknown":
        role = ROLES.get(rest) or Text(rest, rest, rest)
        return Text(
            f"{role.ja}（どこかは未確認）", f"{role.easy}（どこか まだ わかりません）", f"{role.en} (not known which)"
        )
    if party in _KNOWN_INSURERS:
        return _KNOWN_INSURERS[party]
    if prefix in _BY_PLACE:
        called, place = _BY_PLACE[prefix], rest.replace("-", " ").title()
        return Text(called.ja.format(place), called.easy.format(place), called.en.format(place))
    return None


def instant_said(microseconds: int, language: Language) -> str:
    """An instant in Japan's time, to the minute."""
    found = instant_from_microseconds(microseconds).astimezone(JAPAN)
    if language == "en":
        return found.strftime("%Y-%m-%d %H:%M")
    return f"{found.year}年{found.month}月{found.day}日{found.hour}時{found.minute:02}分"


def pseudonym_said(id_: str) -> str:
    """The first part of a pseudonym, in which two of them practically never agree: enough to tell who is the same.

    What is none is said as it is.
    """
    return id_[:_PSEUDONYM_SHOWN] if _PSEUDONYM.fullmatch(id_) else id_
