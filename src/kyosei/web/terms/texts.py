"""The texts of other floors that pages of persons say in the further languages, too.

Which they are: states, causes, roles, offices, systems, the titles of records, statuses of residence and the commonest answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kyosei.facts.labels import LABELS
from kyosei.facts.vocabulary import KINDS
from kyosei.terms.text import Text
from kyosei.verdicts.choice_prose import STATUS_TITLES
from kyosei.verdicts.naming import AUTHORITIES, ROLES
from kyosei.verdicts.state_prose import CAUSES, NO_SAID, STATES, YES_SAID
from kyosei.web.own.records import System, kind_title

__all__ = ["NAMED", "NEW_EMPLOYER", "NEW_MUNICIPALITY", "SUPPOSED", "SYSTEMS", "TERMS", "UNKNOWN_WHICH"]

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

UNKNOWN_WHICH: Final = Text("どこかは未確認", "どこか まだ わかりません", "not known which")
"""Of a party of which only the role is known."""
NEW_EMPLOYER: Final = Text("新しい勤め先（仮）", "新しい 会社（かり）", "the new employer (supposed)")
NEW_MUNICIPALITY: Final = Text("新しい市区町村（仮）", "新しい 市役所（かり）", "the new municipality (supposed)")
SUPPOSED: Final[Mapping[str, Text]] = MappingProxyType({text.en: text for text in (NEW_EMPLOYER, NEW_MUNICIPALITY)})
"""What parties are called that are only supposed, by their names in Latin letters."""

_NAMED: Final = (
    *AUTHORITIES.values(), *(kind_title(kind.facts.name) for kind in KINDS), *STATUS_TITLES.values(),
    *LABELS["residence.application.procedure"].values(),
)  # fmt: skip
_SAID: Final = (
    *STATES, *CAUSES.values(), *ROLES.values(), *SYSTEMS.values(), *LABELS["residence.work_permission.scope"].values(),
    *LABELS["work.termination.initiative"].values(), YES_SAID, NO_SAID, UNKNOWN_WHICH, NEW_EMPLOYER, NEW_MUNICIPALITY,
)  # fmt: skip

TERMS: Final[Mapping[str, Text]] = MappingProxyType({text.en: text for text in (*_SAID, *_NAMED)})
"""By the English text, which is the key of their translations."""

NAMED: Final = frozenset(text.en for text in _NAMED)
"""What has a name that stands on signs and papers: the Japanese one stands beside each translation."""
