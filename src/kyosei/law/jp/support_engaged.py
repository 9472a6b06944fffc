"""Who supports a specified skilled worker (i), the host or the support organisation to which all is delegated? And did it?"""

from __future__ import annotations

from kyosei.facts.scopes import Support
from kyosei.facts.vocabulary.support import SupportAction, SupportEngagement
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, item
from kyosei.terms.text import Text

__all__ = ["given_by_host", "given_by_organisation", "supported_by_host", "supported_by_organisation"]


def _engaged(given: Support) -> Cond:
    engagement = SupportEngagement.at(given)
    return all_of(engagement.holds(), engagement.for_.is_("ssw_1"))


def supported_by_organisation(given: Support) -> Cond:
    """All support of a specified skilled worker (i) is delegated to a registered support organisation."""
    return item(
        "19-30(1)",
        Text("支援の全部委託", "支援は ぜんぶ 支援団体が します", "all support is delegated"),
        all_of(_engaged(given), SupportEngagement.at(given).delegated.is_("all")),
        IMMIGRATION_ACT.article("19-30", 1),
    )


def supported_by_host(given: Support) -> Cond:
    """The host gives the support itself, or delegates a part of it and answers for all."""
    return item(
        "19-22(1)",
        Text("特定技能所属機関による支援", "支援は 会社が します", "the host gives the support"),
        all_of(_engaged(given), SupportEngagement.at(given).delegated.is_in(("part", "none"))),
        IMMIGRATION_ACT.article("19-22", 1),
    )


def given_by_host(given: Support, action: str) -> Cond:
    """Such a support was given for the host, by whomever."""
    acts = SupportAction.at(person=given.party("person"), employer=given.employer)
    return acts.where(SupportAction.action.is_(action)).happened()


def given_by_organisation(given: Support, action: str) -> Cond:
    """Such a support was given by the organisation, for whomever."""
    acts = SupportAction.at(person=given.party("person"), supporter=given.supporter)
    return acts.where(SupportAction.action.is_(action)).happened()
