"""Who leaves or enters insurance at work: was the municipality told for the National Pension and National Health Insurance?

Two of the three notices follow the record of the office, not the facts alone: nobody is asked to report the end of an
insurance that an employer never filed. On arriving in Japan or moving, the notice to the resident register serves for both
(National Pension Act art. 12 (3), National Health Insurance Act art. 9 (6)). Municipalities are no organs of the State, so
a last day on which they are closed stays, and the next open day is accepted under Local Autonomy Act art. 4-2 (4).
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import PERSON, Person
from kyosei.facts.vocabulary.housing import HomeRegistration
from kyosei.facts.vocabulary.social_insurance import (
    HealthEnrolment,
    HealthNationalNotice,
    PensionEnrolment,
    PensionNationalNotice,
)
from kyosei.law.jp.laws import (
    NATIONAL_HEALTH_ACT,
    NATIONAL_HEALTH_RULES,
    NATIONAL_PENSION_ACT,
    NATIONAL_PENSION_RULES,
)
from kyosei.law.jp.on_record import told
from kyosei.law.jp.pension_contributions import category_2, insured_at_work
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Due, Duty, days_after
from kyosei.terms.expressions import Cond
from kyosei.terms.language import age, all_of, begins, item, shifted, years
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "enter_national_health", "leave_national_health", "report_type_change"]

_notice = partial(
    duty, bearer="person", protects=None, verified_on=date(2026, 11, 22), layer="ministerial_ordinance",
    authority="unknown:municipality",
)  # fmt: skip
"""What the three notices have in common."""


def _fourteen_days(counting: Counting) -> Due:
    return days_after(14, counting=counting, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY)


def _lives_here(person: Person) -> Cond:
    return item(
        None,
        Text("市町村の住民である", "市役所に 住所が あります", "registered as a resident"),
        HomeRegistration.at(person).holds(),
        NATIONAL_PENSION_ACT.article(7, 1, "1"),
    )


def _was_on_record(fact: Cond) -> Cond:
    """The office had it on record on the day before."""
    return shifted(told(fact), days_later=1)


def _from_twenty_to_sixty(person: Person) -> Cond:
    return item(
        "7(1)(i)",
        Text("20歳以上60歳未満", "20さいから 59さいまで", "from twenty to fifty-nine"),
        (age(person.born) >= years(20, PERSON)) & ~(age(person.born) >= years(60, PERSON)),
        NATIONAL_PENSION_ACT.article(7, 1, "1"),
    )


@_notice(
    NATIONAL_PENSION_RULES.article("6-2", 1),
    NATIONAL_PENSION_ACT.article(12, 1),
    NATIONAL_PENSION_ACT.article(113),
    id="jp.pension.report-type-change",
    title=Text(
        "国民年金への種別変更の届出（14日以内）",
        "会社の 年金を やめたら、14日以内に 市役所に 届けます",
        "Tell the municipality within fourteen days of changing to category 1 of the National Pension",
    ),
    in_force=since_day(1986, 4, 1),
)
def report_type_change(person: Person) -> Duty:
    """Who is no longer insured under the employees' pension and not a dependent spouse tells the municipality in 14 days.

    The change happens at the beginning of the day after leaving, so that day counts as the first. The head of the
    household may tell in the person's place (art. 12 (2)). Asked only of whom the Pension Service had as category 2 on
    record: who was never enrolled has no change to report, whoever was to blame for that.
    """
    record = PensionEnrolment.at(person)
    category_3 = told(record.where(PensionEnrolment.scheme.is_("national_3")).holds())
    of_category_2 = record.where(PensionEnrolment.scheme.is_("employees")).holds()
    notice = PensionNationalNotice.at(person)
    changed = notice.where(PensionNationalNotice.event.is_in(("type_changed", "category_change")))
    return Duty(
        arises=all_of(
            begins(~category_2()), _was_on_record(of_category_2), _from_twenty_to_sixty(person), _lives_here(person)
        ).unless(
            item(
                "7(1)(iii)",
                Text(
                    "第3号被保険者である",
                    "夫か 妻の 会社の 年金に 入って います",
                    "category 3, as a dependent spouse",
                ),
                category_3,
                NATIONAL_PENSION_ACT.article(7, 1, "3"),
                proviso=True,
            )
        ),
        performed=changed.happened(key="event_on"),
        due=_fourteen_days(Counting.FROM_THE_DAY),
        matched_by_day=True,
    )


def _insured_otherwise(person: Person) -> Cond:
    """With a health insurer, at work or without an employer, by the insurer's record."""
    schemes = HealthEnrolment.scheme.is_in(("association", "society", "dependant"))
    return HealthEnrolment.at(person).where(schemes).holds()


@_notice(
    NATIONAL_HEALTH_RULES.article(3),
    NATIONAL_HEALTH_ACT.article(9, 1),
    NATIONAL_HEALTH_ACT.article(7),
    id="jp.health.national-entry",
    title=Text(
        "国民健康保険の資格取得の届出（14日以内）",
        "会社の 健康保険を やめたら、14日以内に 市役所に 届けます",
        "Tell the municipality within fourteen days of coming under National Health Insurance",
    ),
    in_force=since_day(1961, 4, 1),
)
def enter_national_health(person: Person) -> Duty:
    """When health insurance at work ends, the head of the household tells the municipality within fourteen days.

    National Health Insurance begins on the very day on which the other ends, reported or not, and the premium is owed from
    then on. Not asked of dependants, of whoever goes on with the former insurer, and from seventy-five on (art. 6). No
    record tells who heads the household: the notice of the person's household is meant. Asked only of whom an insurer
    had on record.
    """
    schemes = HealthEnrolment.scheme.is_in(("association", "society", "dependant"))
    on_own = told(HealthEnrolment.at(person, absent=("employer",)).where(schemes).holds())
    old = age(person.born) >= years(75, PERSON)
    notice = HealthNationalNotice.at(person)
    return Duty(
        arises=all_of(begins(~insured_at_work()), _was_on_record(_insured_otherwise(person)), _lives_here(person))
        .unless(
            item(
                "6(1), (5)",
                Text(
                    "被扶養者・任意継続被保険者である",
                    "家族の 健康保険か、前の 会社の 健康保険に 入って います",
                    "a dependant, or continuing with the former insurer",
                ),
                on_own,
                NATIONAL_HEALTH_ACT.article(6, None, "5"),
                proviso=True,
            )
        )
        .unless(
            item(
                "6(8)",
                Text("75歳以上", "75さい 以上", "75 or older"),
                old,
                NATIONAL_HEALTH_ACT.article(6, None, "8"),
                proviso=True,
            )
        ),
        performed=notice.where(HealthNationalNotice.event.is_("entered")).happened(key="event_on"),
        due=_fourteen_days(Counting.FROM_THE_DAY),
        matched_by_day=True,
    )


@_notice(
    NATIONAL_HEALTH_RULES.article(13, 1),
    NATIONAL_HEALTH_ACT.article(9, 5),
    NATIONAL_HEALTH_ACT.article(8, 1),
    id="jp.health.national-exit",
    title=Text(
        "国民健康保険の資格喪失の届出（14日以内）",
        "会社の 健康保険に 入ったら、14日以内に 市役所に 届けます",
        "Tell the municipality within fourteen days of leaving National Health Insurance for insurance at work",
    ),
    in_force=since_day(1961, 4, 1),
)
def leave_national_health(person: Person) -> Duty:
    """Who had National Health Insurance and is then enrolled at work, or as a dependant, tells the municipality in 14 days.

    It arises with the insurer's record, from which the person learns of it. Until the notice the municipality goes on
    billing; what was paid twice can be claimed back for two years (art. 110).
    """
    national = HealthEnrolment.at(person).where(HealthEnrolment.scheme.is_("national")).holds()
    notice = HealthNationalNotice.at(person)
    return Duty(
        arises=all_of(begins(told(_insured_otherwise(person))), _was_on_record(national), _lives_here(person)),
        performed=notice.where(HealthNationalNotice.event.is_("left")).happened(),
        due=_fourteen_days(Counting.AFTER_THE_DAY),
    )


NORMS = (report_type_change, enter_national_health, leave_national_health)
