"""What does the office weigh when a renewal or a change of status is asked for, and what speaks for the person?

Guideline on change of status and renewal of the period of stay (在留資格の変更、在留期間の更新許可のガイドライン), items 1
to 8, in the wording of June 2026; earlier wordings were not read, so it is in force here from 2026-07-01. It is a guideline
to arts 20 (3) and 21 (3): item 1 is necessary, item 2 is asked in principle, items 3 to 8 are factors that are weighed with
everything else. So only item 1 can fail here; the others are open(judgement) where something speaks against the person. Not
showing a health insurance card is no ground of refusal.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment, Person
from kyosei.facts.vocabulary.immigration import Penalty, ResidenceStatus
from kyosei.facts.vocabulary.social_insurance import HealthPremium, PensionContribution
from kyosei.facts.vocabulary.tax import TaxInstalment
from kyosei.law.jp.asked_while_pending import AskedWhilePending
from kyosei.law.jp.contract_as_applied import contract_as_applied, wages_in_full
from kyosei.law.jp.insured import employed
from kyosei.law.jp.judged import assessed, weighed
from kyosei.law.jp.laws import IMMIGRATION_ACT
from kyosei.law.jp.minimum_wage import minimum_wage
from kyosei.law.jp.pension_contributions import every_job_is_told, national_contribution, national_premium
from kyosei.law.jp.pension_notice import report_acquisition, report_health_acquisition
from kyosei.law.jp.permanent_public_duties import notices_not_in_time
from kyosei.law.jp.permanent_residence import WITH_CRITERIA
from kyosei.law.jp.residence import keeps_status, pending_application, resides_mid_to_long_term
from kyosei.law.jp.resident_tax import ordinary_collection
from kyosei.law.jp.specified_skilled import equal_pay, support_cost_not_charged
from kyosei.law.jp.specified_skilled_entry import would_work_here
from kyosei.norms.declare import since_day
from kyosei.norms.references import breached
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, all_of, any_of, any_one, ever, excused_by, item
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_CHANGE, _RENEWAL = IMMIGRATION_ACT.article(20, 3), IMMIGRATION_ACT.article(21, 3)


def _weighed_if_against(person: Person, factor: str, number: str, text: Text, against: Cond) -> Cond:
    """Nothing speaks against the person, or an official has weighed it."""
    judged = weighed(person, factor, number, text, _RENEWAL)
    return any_one(~against, judged)


def _status_fit(person: Person) -> Cond:
    text = Text("在留資格該当性", "する ことが 在留資格に 合う", "the activity or position belongs to the status")
    return assessed(person, "status_fit", "1", text, _RENEWAL)


def _criteria(person: Person) -> Cond:
    """Item 2; of specified skilled workers the employer's own standards are a part of the criteria."""
    job = Employment()
    text = Text("上陸許可基準等への適合", "在留資格の ルールに 合う", "meets the criteria of the status")
    employers = any_of(
        would_work_here(job) & (breached(equal_pay) | breached(support_cost_not_charged)),
        closed_by=every_job_is_told(),
    )
    skilled = keeps_status(person, ("specified-skilled-worker",))
    return all_of(
        weighed(person, "landing_criteria", "2", text, _RENEWAL), ~skilled | excused_by(~employers, employers)
    )


def _activity(person: Person) -> Cond:
    text = Text("在留資格に応じた活動", "在留資格の ことを して いた", "did what the status is for, or had a reason")
    return weighed(person, "activity_done", "3", text, _RENEWAL)


def _conduct(person: Person) -> Cond:
    sentenced = ever(Penalty.at(person).happened(), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    text = Text("素行が不良でない", "わるい ことを して いない", "conduct is not bad")
    return _weighed_if_against(person, "conduct", "4", text, sentenced)


def _livelihood(person: Person) -> Cond:
    text = Text("独立の生計（世帯単位）", "家族で くらせる お金", "an independent livelihood of the household")
    return weighed(person, "livelihood", "5", text, _RENEWAL)


def _conditions_of_work(person: Person) -> Cond:
    """Item 6: a breach of labour law is the employer's; the person is normally not at fault."""
    del person
    failed = any_one(breached(minimum_wage), breached(contract_as_applied), breached(wages_in_full))
    breaches = any_of(failed, closed_by=every_job_is_told())
    return item(
        "6",
        Text("雇用・労働条件が適正", "しごとの 条件が 正しい", "conditions of work keep to labour law"),
        excused_by(~breaches, breaches),
        _RENEWAL,
    )


def _taxes_and_premiums(person: Person) -> Cond:
    """Item 7: what is unpaid now; whether it is large or long and malicious, an official has to judge.

    What is unpaid because an employer has not reported the worker is that employer's failure. Item 6 speaks of labour
    law only and is not the reason here.
    """
    unpaid = any_one(
        any_of(breached(ordinary_collection), closed_by=TaxInstalment.at(person).covered()),
        any_of(breached(national_contribution), closed_by=PensionContribution.at(person).covered()),
        any_of(breached(national_premium), closed_by=HealthPremium.at(person).covered()),
    )
    text = Text("納税義務等の履行", "税金や 保険の お金を 払った", "tax and premiums are paid")
    gap = any_of(
        any_one(breached(report_acquisition), breached(report_health_acquisition)), closed_by=every_job_is_told()
    )
    return all_of(_weighed_if_against(person, "tax_and_premiums", "7", text, unpaid), excused_by(~gap, gap))


def _notices(person: Person) -> Cond:
    text = Text("届出等の義務の履行", "とどけを した", "notices under the Act were given")
    return _weighed_if_against(person, "notifications", "8", text, notices_not_in_time(person))


def _under_criteria(person: Person) -> Cond:
    return ResidenceStatus.at(person).status.is_in(WITH_CRITERIA)


def _works(person: Person) -> Cond:
    del person
    return any_of(employed(Employment()), closed_by=every_job_is_told())


_ASKED = AskedWhilePending(
    "jp.stay.", (_RENEWAL, _CHANGE), pending_application, since_day(2026, 7, 1), date(2026, 11, 22), "guideline"
)

NORMS = (
    _ASKED.norm(
        "status-fit",
        Text("更新・変更①在留資格該当性", "更新・変更①在留資格に 合う", "Renewal or change, 1: belongs to the status"),
        "What the person is going to do, or is, belongs to the status asked for. This is necessary.",
        _status_fit,
    ),
    _ASKED.norm(
        "landing-criteria",
        Text("更新・変更②上陸許可基準等", "更新・変更②在留資格の ルール", "Renewal or change, 2: the criteria"),
        "In principle the criteria for landing are still met; growing older or losing support since then refuses nothing by "
        "itself. Where the employer of a specified skilled worker does not keep to the standards, that is the employer's.",
        _criteria,
        also=_under_criteria,
    ),
    _ASKED.norm(
        "activity",
        Text("更新・変更③活動の状況", "更新・変更③して きた こと", "Renewal or change, 3: what was done so far"),
        "The person did what the present status is for; a good reason for not doing it is weighed.",
        _activity,
    ),
    _ASKED.norm(
        "conduct",
        Text("更新・変更④素行", "更新・変更④まじめに くらす", "Renewal or change, 4: conduct"),
        "The conduct is not bad. A sentence is weighed.",
        _conduct,
    ),
    _ASKED.norm(
        "livelihood",
        Text("更新・変更⑤独立の生計", "更新・変更⑤くらせる お金", "Renewal or change, 5: livelihood"),
        "The household can live without burden on the public; humanitarian reasons are fully weighed.",
        _livelihood,
    ),
    _ASKED.norm(
        "conditions-of-work",
        Text("更新・変更⑥雇用・労働条件", "更新・変更⑥しごとの 条件", "Renewal or change, 6: conditions of work"),
        "The conditions of work keep to labour law. A breach is normally not the person's fault, and that is fully taken into "
        "account: it never refuses anything by itself, and the employer is named.",
        _conditions_of_work,
        also=_works,
    ),
    _ASKED.norm(
        "tax-and-premiums",
        Text("更新・変更⑦納税義務等", "更新・変更⑦税金・保険の お金", "Renewal or change, 7: tax and premiums"),
        "Tax, pension contributions and health premiums that the person owes are paid; large or long arrears weigh where they "
        "are malicious, which an official has to find.",
        _taxes_and_premiums,
    ),
    _ASKED.norm(
        "notices",
        Text("更新・変更⑧届出等", "更新・変更⑧とどけ", "Renewal or change, 8: notices"),
        "The notices that the Act asks of mid- to long-term residents were given.",
        _notices,
        also=resides_mid_to_long_term,
    ),
)
