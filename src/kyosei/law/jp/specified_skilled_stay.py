"""May the specified skilled worker go on, and were contract and journey free of what the criteria bar?

Read in the Regulations (arts 20-2 and 21-2, dated versions), the Landing Criteria and the SSW standards. Not here for
want of facts: skill and language tests by field, procedures of the home country (which countries ask for one is in no
text at hand), quotas of the fields.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Employment, Person
from kyosei.facts.vocabulary.immigration import ResidenceStatus
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkAbsence, WorkContract
from kyosei.facts.vocabulary.support import RecruitmentDeposit, RecruitmentFee
from kyosei.law.jp.insured import employed
from kyosei.law.jp.judged import found
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES, LANDING_CRITERIA, SSW_STANDARDS
from kyosei.law.jp.on_record import on_record, spoken_of, told
from kyosei.law.jp.pension_contributions import every_job_is_told
from kyosei.law.jp.residence import designated_here, keeps_status
from kyosei.law.jp.specified_skilled import specified_skilled
from kyosei.norms.declare import between, limit, requirement, since_day
from kyosei.norms.forms import Limit, Requirement
from kyosei.terms.expressions import Cond, Heads
from kyosei.terms.language import (
    WindowEdge,
    all_of,
    any_of,
    any_one,
    dated,
    days,
    days_within,
    ever,
    heads,
    held_in_all,
    item,
)
from kyosei.terms.text import Text

__all__ = ["NORMS", "five_years", "full_hours", "no_deposit"]

_SKILLED = ("specified-skilled-worker",)
_READ_ON = date(2026, 11, 22)
_SIX_YEARS_FROM = date(2025, 9, 30)
_AS_LONG_AS_LIVES = 36_525
_FIVE_YEARS, _SIX_YEARS = (1826, 1827), (2191, 2192)
"""In days, with one leap day and with two: the text does not say how a year made of parts is counted."""
_TITLE = Text(
    "特定技能1号の通算在留期間（5年）",
    "特定技能 1号は あわせて 5年まで",
    "Five years in all as a specified skilled worker (i)",
)
_HERE = IMMIGRATION_RULES.article("21-2")


def _as_first_kind(person: Person) -> Cond:
    stay = ResidenceStatus.at(person)
    return stay.status.is_in(_SKILLED) & stay.subclass.is_("ssw-1")


def _counted_days(person: Person) -> Cond:
    """Days with the status; there were none before it began."""
    since_it_began = dated(PERSON, Heads, [(date(1900, 1, 1), 0), (date(2019, 4, 1), 1)]) >= heads(1, PERSON)
    return _as_first_kind(person) & since_it_began


def _less_than(counted: Cond, span: tuple[int, int]) -> Cond:
    """Below it by every way of counting; where only the leap day decides, the law leaves it open."""
    shorter, longer = (held_in_all(counted, at_least=days(bound, PERSON)) for bound in span)
    return any_one(~shorter, (~longer).unsettled_in_law())


def _below_five(counted: Cond) -> Cond:
    return item("21-2", Text("通算5年に達していない", "5年に なって いない", "five years are not reached"),
                _less_than(counted, _FIVE_YEARS), _HERE)  # fmt: skip


@requirement(
    _HERE,
    IMMIGRATION_RULES.article("20-2"),
    id="jp.ssw.five-years",
    title=_TITLE,
    in_force=between(date(2019, 4, 1), _SIX_YEARS_FROM),
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def five_years_before(person: Person) -> Requirement:
    """No renewal and no change once the stay as a specified skilled worker (i) adds up to five years."""
    return Requirement(applies=_as_first_kind(person), met=_below_five(_counted_days(person)))


@requirement(
    _HERE,
    IMMIGRATION_RULES.article("20-2"),
    id="jp.ssw.five-years",
    title=_TITLE,
    in_force=since_day(2025, 9, 30),
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def five_years(person: Person) -> Requirement:
    """The stay as a specified skilled worker (i) adds up to less than five years, or six where the office finds reasonable
    grounds. Time without work for maternity or childcare, as far as it is on record, is not counted; other unavoidable
    reasons are the office's to find.
    """
    job = Employment()
    away = WorkAbsence.at(job).where(WorkAbsence.reason.is_in(("maternity", "childcare"))).holds()
    excluded = item(
        None,
        Text(
            "妊娠・出産・育児で業務に従事できない期間",
            "子どもの ために 休んだ 間",
            "time off for maternity or childcare",
        ),
        told(any_of(told(away), closed_by=every_job_is_told())),
        _HERE,
        proviso=True,
    )
    counted = _counted_days(person).unless(excluded)
    longer = item(
        None,
        Text(
            "相当の理由があり6年に達していない",
            "わけが あって 6年まで",
            "reasonable grounds, and six years are not reached",
        ),
        all_of(found(person, "over_five_years"), _less_than(counted, _SIX_YEARS)),
        _HERE,
    )
    return Requirement(
        applies=_as_first_kind(person),
        met=any_one(_below_five(counted), longer),
        figures={
            "days_on_record": days_within(
                told(counted), last=days(_AS_LONG_AS_LIVES, PERSON), counting=WindowEdge.INCLUDING_THE_DAY
            )
        },
    )


@limit(
    SSW_STANDARDS.article(1, 1, "2"),
    id="jp.ssw.full-hours",
    title=Text(
        "通常の労働者と同等の所定労働時間（特定技能）",
        "ふつうの 社員と 同じ 時間 はたらく（特定技能）",
        "The same hours as ordinary workers (specified skilled worker)",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2019, 4, 1),
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def full_hours(job: Employment) -> Limit:
    """The scheduled hours of a specified skilled worker are those of the host's ordinary workers: neither fewer nor more.

    It speaks of the contract with the organisation that the stay names (Table I-2), not of any other.
    """
    agreed = WorkContract.at(job).hours_per_week
    ordinary = EmployerProfile.at(employer=job.employer).regular_hours_per_week
    return Limit(
        applies=all_of(employed(job), specified_skilled(job), designated_here(job)),
        respected=item(
            "1(1)2",
            Text("所定労働時間が同等", "はたらく 時間が 同じ", "the scheduled hours are the same"),
            agreed.equals(ordinary),
            SSW_STANDARDS.article(1, 1, "2"),
        ),
        figures={"agreed_minutes": agreed, "ordinary_minutes": ordinary},
    )


@limit(
    SSW_STANDARDS.article(2, 1, "6"),
    SSW_STANDARDS.article(2, 1, "7"),
    id="jp.ssw.no-deposit",
    title=Text(
        "保証金・違約金のある契約をしない（特定技能）",
        "保証金や 罰金の ある けいやくを しません（特定技能）",
        "No deposit and no penalty behind the contract (specified skilled worker)",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2019, 4, 1),
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def no_deposit(job: Employment) -> Limit:
    """The host agrees on no penalty, and does not conclude the contract knowing that others hold the worker's or the family's
    money or have agreed on a penalty. Whether it knew, an official has to find; the worker is the one protected. It is
    asked once somebody has said a word about a deposit or a penalty (decision 0086).
    """
    taken = ever(RecruitmentDeposit.at(job.person).happened(), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return Limit(
        applies=all_of(employed(job), specified_skilled(job), spoken_of(taken)),
        respected=item(
            "2(1)6-7",
            Text("保証金・違約金がない", "保証金や 罰金が ない", "there is no deposit and no penalty"),
            any_one(~taken, taken.waits_for_judgement()),
            SSW_STANDARDS.article(2, 1, "6"),
        ),
    )


@requirement(
    LANDING_CRITERIA.article("main"),
    IMMIGRATION_ACT.article(7, 1, "2"),
    id="jp.ssw.fee-understood",
    title=Text(
        "外国の機関に払った費用の理解・合意（特定技能）",
        "国で 払った お金を わかって いる（特定技能）",
        "Fees paid abroad were understood and agreed on (specified skilled worker)",
    ),
    in_force=since_day(2019, 4, 1),
    verified_on=_READ_ON,
    layer="ministerial_ordinance",
    authority="authority:isa",
)
def fee_understood(person: Person) -> Requirement:
    """Whoever paid an organisation abroad for the application or the preparation understood the amount and what it was for,
    and agreed (item 3 of the row on specified skilled workers). A fee that was not understood is a wrong done to the
    worker: it waits for judgement and refuses nothing by itself.
    """
    fee = RecruitmentFee.at(person)
    paid = on_record(fee.happened())
    not_understood = on_record(fee.where(~RecruitmentFee.understood).happened())
    return Requirement(
        applies=all_of(keeps_status(person, _SKILLED), paid),
        met=item(
            "三",
            Text(
                "額・内訳の理解と合意",
                "お金の こまかい ことを わかって いる",
                "the amount and its parts were understood",
            ),
            any_one(~not_understood, not_understood.waits_for_judgement()),
            LANDING_CRITERIA.article("main"),
        ),
    )


NORMS = (five_years_before, five_years, full_hours, no_deposit, fee_understood)
