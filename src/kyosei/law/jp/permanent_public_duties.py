"""Were the public duties that permanent residence looks at done, and done in time: tax, pension, health, notices?

Guideline, item 1(3)イ. It names no period. How far back is looked, the lists of documents to be filed say: five years of
resident tax, three for families of nationals and permanent residents and for seventy points, one for eighty points;
two years of pension and health premiums. These lists are practice; those for seventy and eighty points were read in
secondary sources only. Since 2024-11-18 what was paid late is in principle a negative element even if it is paid by now:
an official weighs it with everything else, so nothing here is ever unmet. What an employer had to do and did not never
counts as the person's own failure; a gap that stems from it waits for judgement, with that employer named.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Contribution, Instalment, Person, Premium
from kyosei.facts.vocabulary.housing import HomeRegistration
from kyosei.facts.vocabulary.immigration import OrganisationNotice, Penalty
from kyosei.facts.vocabulary.social_insurance import HealthPremium, PensionContribution
from kyosei.facts.vocabulary.tax import TaxInstalment
from kyosei.law.jp.address_notice import notify_address
from kyosei.law.jp.highly_skilled_points import points_reach
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.organisation_notice import (
    notify_organisation_joined,
    notify_organisation_left,
    notify_school_joined,
    notify_school_left,
)
from kyosei.law.jp.pension_contributions import every_job_is_told, national_contribution, national_premium
from kyosei.law.jp.pension_notice import report_acquisition, report_health_acquisition
from kyosei.law.jp.permanent_classes import family_of_national_or_permanent, from_day_on, may_ask
from kyosei.law.jp.resident_tax import ordinary_collection
from kyosei.norms.declare import Norm, requirement, since_day
from kyosei.norms.forms import Requirement
from kyosei.norms.references import breached, late
from kyosei.terms.expressions import Cond
from kyosei.terms.language import (
    MonthRounding,
    Months,
    WindowEdge,
    all_of,
    any_of,
    any_one,
    ever,
    excused_by,
    item,
)
from kyosei.terms.text import Text

__all__ = ["NORMS", "health_paid", "no_penalty", "notices_given", "notices_not_in_time", "pension_paid", "tax_paid"]

_HERE = IMMIGRATION_ACT.article(22, 2)
_READ_ON = date(2026, 11, 22)
_IN_FORCE = since_day(2019, 5, 31)
_LATE_COUNTS_FROM = date(2024, 11, 18)


def _in_years(event: Cond, years: int) -> Cond:
    """Due within so many years up to now."""
    span = Months(12 * years, rounding=MonthRounding.CIVIL_CODE_143)
    return ever(event, last=span, counting=WindowEdge.INCLUDING_THE_DAY)


def _not_in_time(norm: Norm) -> Cond:
    """Not done; since 2024-11-18 also: done late."""
    return any_one(breached(norm), late(norm) & from_day_on(_LATE_COUNTS_FROM))


def _weighs(failure: Cond) -> Cond:
    """No failure; where there is one, it is weighed and never settles anything by itself."""
    return any_one(~failure, failure.waits_for_judgement())


def _examined_for_tax(instalment: Instalment) -> Cond:
    """Due within the years that the documents to be filed cover. Eighty points are seventy too."""
    person = instalment.person
    due = TaxInstalment.at(instalment, at_key=True).happened()
    eighty = points_reach(person, 80)
    shorter = any_one(points_reach(person, 70), family_of_national_or_permanent(person))
    return item(
        None,
        Text("立証資料の対象期間内", "しらべる 年の 中", "within the years looked at"),
        any_one(_in_years(due, 1), _in_years(due, 3).unless(eighty), _in_years(due, 5).unless(shorter)),
        _HERE,
    )


@requirement(
    _HERE,
    id="jp.pr.resident-tax",
    title=Text(
        "永住許可：住民税の納付（期限内）",
        "永住：住民税を 決まった 日までに 払った",
        "Permanent residence: resident tax paid in time",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def tax_paid(person: Person) -> Requirement:
    """The resident tax that the person had to pay was paid, and by the day it was due. What an employer withholds, the
    employer pays over: that is not looked at here.
    """
    instalment = Instalment()
    failure = any_of(
        _examined_for_tax(instalment) & _not_in_time(ordinary_collection),
        closed_by=TaxInstalment.at(person).covered(),
    )
    return Requirement(applies=may_ask(person), met=_weighs(failure))


@requirement(
    _HERE,
    id="jp.pr.pension",
    title=Text(
        "永住許可：公的年金保険料の納付（期限内）",
        "永住：年金の お金を 決まった 日までに 払った",
        "Permanent residence: pension contributions paid in time",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def pension_paid(person: Person) -> Requirement:
    """The contributions that the person owed for the last two years were paid in time. Whoever was insured at work by the facts
    owed none, and an employer that has not reported it is named.
    """
    month = Contribution()
    failure = any_of(
        _in_years(PensionContribution.at(month, at_key=True).starts(), 2) & _not_in_time(national_contribution),
        closed_by=PensionContribution.at(person).covered(),
    )
    gap = any_of(breached(report_acquisition), closed_by=every_job_is_told())
    return Requirement(applies=may_ask(person), met=all_of(_weighs(failure), excused_by(~gap, gap)))


@requirement(
    _HERE,
    id="jp.pr.health-insurance",
    title=Text(
        "永住許可：公的医療保険料の納付（期限内）",
        "永住：健康保険の お金を 決まった 日までに 払った",
        "Permanent residence: health premiums paid in time",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def health_paid(person: Person) -> Requirement:
    """The premiums of National Health Insurance that fell to the person in the last two years were paid in time. Whoever was
    insured at work by the facts owed none, and an employer that has not reported it is named.
    """
    instalment = Premium()
    failure = any_of(
        _in_years(HealthPremium.at(instalment, at_key=True).starts(), 2) & _not_in_time(national_premium),
        closed_by=HealthPremium.at(person).covered(),
    )
    gap = any_of(breached(report_health_acquisition), closed_by=every_job_is_told())
    return Requirement(applies=may_ask(person), met=all_of(_weighs(failure), excused_by(~gap, gap)))


def notices_not_in_time(person: Person) -> Cond:
    """A notice that the person owed under the Act was given late or not at all."""
    told_of_schools = OrganisationNotice.at(person).covered()
    return any_one(
        item(
            None,
            Text("会社についての届出", "会社の とどけ", "notices about employers"),
            any_of(
                any_one(_not_in_time(notify_organisation_left), _not_in_time(notify_organisation_joined)),
                closed_by=every_job_is_told(),
            ),
            IMMIGRATION_ACT.article("19-16"),
        ),
        item(
            None,
            Text("学校についての届出", "学校の とどけ", "notices about schools"),
            any_of(
                any_one(_not_in_time(notify_school_left), _not_in_time(notify_school_joined)),
                closed_by=told_of_schools,
            ),
            IMMIGRATION_ACT.article("19-16"),
        ),
        item(
            None,
            Text("住居地の届出", "住所の とどけ", "notices of the address"),
            any_of(_not_in_time(notify_address), closed_by=HomeRegistration.at(person).covered()),
            IMMIGRATION_ACT.article("19-9"),
        ),
    )


@requirement(
    _HERE,
    id="jp.pr.notices",
    title=Text(
        "永住許可：入管法上の届出",
        "永住：入管や 市役所への とどけを した",
        "Permanent residence: notices under the Immigration Act",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def notices_given(person: Person) -> Requirement:
    """The person's notices about employers, schools and the address were given, and in time."""
    return Requirement(applies=may_ask(person), met=_weighs(notices_not_in_time(person)))


@requirement(
    _HERE,
    id="jp.pr.no-penalty",
    title=Text(
        "永住許可：罰金刑・拘禁刑等を受けていないこと",
        "永住：罰金や 刑を うけて いない",
        "Permanent residence: no fine or imprisonment",
    ),
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    layer="guideline",
    authority="authority:isa",
    goal="permanent-residence",
)
def no_penalty(person: Person) -> Requirement:
    """No fine and no imprisonment. The guideline does not say after how long a sentence is no longer held against somebody:
    where there is one, that waits for judgement.
    """
    sentenced = ever(Penalty.at(person).happened(), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return Requirement(applies=may_ask(person), met=_weighs(sentenced))


NORMS = (tax_paid, pension_paid, health_paid, notices_given, no_penalty)
