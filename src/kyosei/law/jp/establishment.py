"""Is the employer's establishment covered by employees' pension and health insurance?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import EmployerProfile
from kyosei.law.jp.laws import EMPLOYEES_PENSION_ACT
from kyosei.law.jp.on_record import told
from kyosei.terms.expressions import Cond, Heads, Number
from kyosei.terms.language import any_one, dated, heads, item
from kyosei.terms.text import Text

__all__ = ["LISTED_BUSINESSES", "covered_establishment"]

LISTED_BUSINESSES = (
    "manufacturing", "repair", "construction", "mining", "electricity-gas-water", "transport", "cargo-handling",
    "cleaning-waste", "wholesale-retail", "finance-insurance", "storage-leasing", "brokerage", "employment-agency",
    "advertising", "education", "research", "medical", "communications", "social-welfare",
)  # fmt: skip
"""Items イ to タ of art. 6 (1) (i), as far as the industry settles it."""

_UNCLEAR = ("information", "real-estate", "other-professional", "other-services")
"""Some of these are listed (news, letting, collecting), others not: the Service decides."""

_NOT_LISTED = (
    "agriculture", "forestry", "fisheries", "accommodation", "food-service", "hairdressing-beauty", "laundry-bath",
    "entertainment", "security", "religion", "domestic-service",
)  # fmt: skip

_MORE_THAN_ANY = 1_000_000_000


def _five_from(day: date) -> Number[Heads]:
    """Five persons from a day on; before it nobody has so many."""
    return dated(EMPLOYMENT, Heads, [(date(1900, 1, 1), _MORE_THAN_ANY), (day, 5)])


def covered_establishment(job: Employment) -> Cond:
    """A corporation with anyone in its service; a sole proprietor by the Service's record, or listed with five or more.

    From 2029-10-01 every business with five or more is covered, but establishments that exist on that day are exempt
    for the time being (Act 74 of 2025): nothing tells them apart here, so it is open(law).
    """
    profile = EmployerProfile.at(employer=job.employer)
    five = profile.regular_staff >= heads(5, EMPLOYMENT)
    in_2029 = profile.regular_staff >= _five_from(date(2029, 10, 1))
    listed = any_one(
        profile.industry.is_in(LISTED_BUSINESSES) & five,
        profile.industry.is_("legal-accounting") & (profile.regular_staff >= _five_from(date(2022, 10, 1))),
        told(profile.industry.is_in(_UNCLEAR) & five).unsettled_in_law(),
        told(profile.industry.is_in(_NOT_LISTED) & in_2029).unsettled_in_law(),
    )
    return item(
        "6",
        Text("適用事業所である", "年金と 健康保険の ルールが ある 会社です", "a covered establishment"),
        any_one(
            item(
                "6(1)(ii)",
                Text(
                    "法人の事業所で従業員を使用する",
                    "会社などの 法人で、はたらく 人が います",
                    "a corporation with an employee",
                ),
                profile.legal_form.is_("corporation"),
                EMPLOYEES_PENSION_ACT.article(6, 1, "2"),
            ),
            item(
                "6(1)(i)",
                Text(
                    "個人の事業所で、法定の業種、常時5人以上",
                    "個人の 店などで、決まった しごとを して、いつも 5人 以上 います",
                    "a listed business of a sole proprietor with five or more",
                ),
                listed,
                EMPLOYEES_PENSION_ACT.article(6, 1, "1"),
            ),
            item(
                "6(3)",
                Text(
                    "年金事務所の記録で適用事業所とされている",
                    "年金事務所の 記録では、ルールが ある 会社です",
                    "covered by the Pension Service's record",
                ),
                profile.covered_establishment,
                EMPLOYEES_PENSION_ACT.article(6, 3),
            ),
        ),
        EMPLOYEES_PENSION_ACT.article(6),
    )
