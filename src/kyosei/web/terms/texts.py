"""The texts of other floors that pages of persons say in the further languages, too: states, causes, roles, offices, systems."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kyosei.terms.text import Text
from kyosei.verdicts.naming import AUTHORITIES, ROLES
from kyosei.verdicts.state_prose import CAUSES, STATES
from kyosei.web.own.records import System

__all__ = ["SYSTEMS", "TERMS"]

SYSTEMS: Final[Mapping[System, Text]] = MappingProxyType(
    {
        System.IMMIGRATION: Text("入管", "入管", "Immigration"),
        System.LABOUR: Text("労働", "仕事", "Work"),
        System.SOCIAL_INSURANCE: Text("社会保険", "年金と 保険", "Social insurance"),
        System.TAX: Text("税", "税金", "Tax"),
        System.FINANCE: Text("金融", "銀行", "Finance"),
        System.EDUCATION: Text("教育", "学校", "Education"),
        System.HOUSING: Text("住まい", "家", "Housing"),
        System.SUPPORT: Text("支援", "支援", "Support"),
        System.FAMILY: Text("家族・本人", "家族・あなた", "Family and self"),
    }
)
"""What the systems are called."""

TERMS: Final[Mapping[str, Text]] = MappingProxyType(
    {text.en: text for text in (*STATES, *CAUSES.values(), *ROLES.values(), *AUTHORITIES.values(), *SYSTEMS.values())}
)
"""By the English text, which is the key of their translations."""
