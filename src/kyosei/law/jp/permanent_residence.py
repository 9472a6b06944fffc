"""Is everything met that permanent residence asks for?

Art. 22 (2) of the Act and the guideline on it (wording of 2026-02-24). Each requirement is a norm of its own; the last one
here is all of them together. Meeting them gives no right to the permission.
"""

from __future__ import annotations

from datetime import date

from kyosei.errors import LawError
from kyosei.facts.scopes import Person
from kyosei.facts.vocabulary.immigration import ResidenceStatus
from kyosei.law.jp.judged import assessed
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.permanent_classes import (
    family_of_national_or_permanent,
    may_ask,
    relieved_of_livelihood,
)
from kyosei.law.jp.permanent_period import long_enough, longest_period
from kyosei.law.jp.permanent_public_duties import (
    health_paid,
    no_penalty,
    notices_given,
    pension_paid,
    tax_paid,
)
from kyosei.law.jp.tables.statuses import STATUSES
from kyosei.norms.declare import Norm, requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.terms.expressions import Cond
from kyosei.terms.language import all_of, item
from kyosei.terms.text import Text

__all__ = ["NORMS", "WITH_CRITERIA", "permanent_residence"]

_HERE = IMMIGRATION_ACT.article(22, 2)
_READ_ON = date(2026, 11, 22)
_IN_FORCE = since_day(2019, 5, 31)
WITH_CRITERIA = (
    *(status.slug for status in STATUSES if status.table in ("I-2", "I-4")),
    "designated-activities",
    "long-term-resident",
)
"""Statuses with criteria for landing, or with a notice that says who falls under them."""


@requirement(
    IMMIGRATION_ACT.article(22, 2, "1"),
    id="jp.pr.good-conduct",
    title=Text("永住許可：素行が善良", "永住：まじめに くらして いる", "Permanent residence: good conduct"),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:isa",
    goal="permanent-residence",
)
def good_conduct(person: Person) -> Requirement:
    """Keeps the law and lives so that nobody in the neighbourhood can reproach it. Not asked of spouses and children of
    nationals, permanent residents and special permanent residents.
    """
    return Requirement(
        applies=may_ask(person).unless(family_of_national_or_permanent(person)),
        met=assessed(
            person, "conduct", "1", Text("素行が善良", "まじめに くらして いる", "good conduct"),
            IMMIGRATION_ACT.article(22, 2, "1"),
        ),
    )  # fmt: skip


@requirement(
    IMMIGRATION_ACT.article(22, 2, "2"),
    IMMIGRATION_ACT.article("61-2-14"),
    id="jp.pr.livelihood",
    title=Text(
        "永住許可：独立の生計",
        "永住：自分の お金や 仕事で くらせる",
        "Permanent residence: an independent livelihood",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:isa",
    goal="permanent-residence",
)
def livelihood(person: Person) -> Requirement:
    """Assets or skills for an independent living, without burden on the public. No amount is laid down. Not asked of spouses
    and children of nationals and permanent residents, of the recognised, nor of resettled refugees.
    """
    return Requirement(
        applies=may_ask(person).unless(family_of_national_or_permanent(person)).unless(relieved_of_livelihood(person)),
        met=assessed(
            person, "livelihood", "2", Text("独立の生計", "自分で くらせる", "an independent livelihood"),
            IMMIGRATION_ACT.article(22, 2, "2"),
        ),
    )  # fmt: skip


@requirement(
    _HERE,
    id="jp.pr.landing-criteria",
    title=Text(
        "永住許可：上陸許可基準等への適合",
        "永住：今の 在留資格の ルールに 合って いる",
        "Permanent residence: the criteria of the present status",
    ),
    in_force=since_day(2026, 2, 24),
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def landing_criteria(person: Person) -> Requirement:
    """The stay still meets the criteria for landing of its status, or the notice on designated activities or long-term
    residents. The item was added on 2025-10-30 or on 2026-02-24; the wording of the later day was read.
    """
    return Requirement(
        applies=all_of(may_ask(person), ResidenceStatus.at(person).status.is_in(WITH_CRITERIA)),
        met=assessed(
            person, "landing_criteria", "1(3)エ",
            Text("上陸許可基準等に適合", "在留資格の ルールに 合う", "meets the criteria of the status"), _HERE,
        ),
    )  # fmt: skip


@requirement(
    _HERE,
    id="jp.pr.public-health",
    title=Text(
        "永住許可：公衆衛生上有害となるおそれがない",
        "永住：みんなの 健康に 問題が ない",
        "Permanent residence: no harm to public health",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def public_health(person: Person) -> Requirement:
    """No harm to public health is to be feared."""
    return Requirement(
        applies=may_ask(person),
        met=assessed(
            person, "public_health", "1(3)オ",
            Text("公衆衛生上の観点", "みんなの 健康", "from the view of public health"), _HERE,
        ),
    )  # fmt: skip


@requirement(
    _HERE,
    id="jp.pr.national-interest",
    title=Text(
        "永住許可：日本国の利益に合する",
        "永住：日本の ためにも よい",
        "Permanent residence: in accordance with the interests of Japan",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:isa",
    goal="permanent-residence",
)
def national_interest(person: Person) -> Requirement:
    """The Minister finds that the permanent residence accords with the interests of Japan."""
    return Requirement(
        applies=may_ask(person),
        met=assessed(
            person, "national_interest", "22(2)",
            Text("日本国の利益", "日本の ため", "the interests of Japan"), _HERE,
        ),
    )  # fmt: skip


REQUIREMENTS = (
    good_conduct, livelihood, long_enough, no_penalty, tax_paid, pension_paid, health_paid, notices_given, longest_period,
    landing_criteria, public_health, national_interest,
)  # fmt: skip
"""In the order of the guideline."""


def _if_asked(norm: Norm) -> Cond:
    """What a requirement asks, where it is asked: its own tree, so that whoever stands behind an open part is named."""
    body = norm.body
    if not isinstance(body, Requirement):
        raise LawError(f"{norm.id} is no requirement")
    return item(None, norm.title, body.applies.implies(body.met), norm.provisions[0])


@requirement(
    IMMIGRATION_ACT.article(22, 1),
    _HERE,
    id="jp.pr.permanent-residence",
    title=Text("永住許可の要件（全体）", "永住の 条件（ぜんぶ）", "Permanent residence: everything asked for"),
    in_force=since_day(2026, 2, 24),
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def permanent_residence(person: Person) -> Requirement:
    """None of the requirements that are asked of the person fails: those of the Act, and those of the guideline."""
    return Requirement(applies=may_ask(person), met=all_of(*map(_if_asked, REQUIREMENTS)))


NORMS = (good_conduct, livelihood, landing_criteria, public_health, national_interest, permanent_residence)
