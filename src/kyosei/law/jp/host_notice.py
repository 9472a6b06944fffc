"""Has the host of a specified skilled worker told the immigration office in time that the contract ended or began anew?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.immigration import AffiliationNotice
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.organisation_notice import contract_ended, fourteen_days
from kyosei.law.jp.residence import designated_here, keeps_status
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, all_of, begins, ends, ever
from kyosei.terms.text import Text

__all__ = ["NORMS", "notice_of_ended_contract", "notice_of_new_contract", "specified_skilled_here"]


def specified_skilled_here(job: Employment) -> Cond:
    """A specified skilled worker for whose stay this employer is the designated organisation."""
    return keeps_status(job.person, ("specified-skilled-worker",)) & designated_here(job)


@duty(
    IMMIGRATION_ACT.article("19-18", 1, "1"),
    IMMIGRATION_RULES.article("19-17", 2),
    id="jp.immigration.host-notice-ended",
    title=Text(
        "特定技能雇用契約の終了の届出（14日以内）",
        "会社は 特定技能の 契約が 終わったら 14日以内に 入管に 知らせる",
        "The host notifies within fourteen days that the contract of a specified skilled worker ended",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2019, 4, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notice_of_ended_contract(job: Employment) -> Duty:
    """The organisation that employs a specified skilled worker notifies the office within fourteen days of the end of the
    contract, whoever ended it. It is the organisation's duty; the worker's own notice is another one.
    """
    notice = AffiliationNotice.at(organisation=job.employer, person=job.worker)
    return Duty(
        arises=contract_ended(job) & specified_skilled_here(job),
        performed=notice.where(AffiliationNotice.event.is_("ended")).happened(key="event_on"),
        due=fourteen_days(),
        matched_by_day=True,
    )


@duty(
    IMMIGRATION_ACT.article("19-18", 1, "1"),
    IMMIGRATION_RULES.article("19-17", 2),
    id="jp.immigration.host-notice-new",
    title=Text(
        "新たな特定技能雇用契約の締結の届出（14日以内）",
        "会社は 特定技能の 人と また 契約したら 14日以内に 入管に 知らせる",
        "The host notifies within fourteen days of a new contract with a specified skilled worker",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2019, 4, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:isa",
)
def notice_of_new_contract(job: Employment) -> Duty:
    """An organisation that employs its specified skilled worker anew, after the contract had ended, notifies the office
    within fourteen days. The first contract was before the office when the status was granted.
    """
    notice = AffiliationNotice.at(organisation=job.employer, person=job.worker)
    ended_before = ever(ends(WorkContract.at(job).holds()), last=None, counting=WindowEdge.EXCLUDING_THE_DAY)
    return Duty(
        arises=all_of(begins(WorkContract.at(job).holds()), ended_before, specified_skilled_here(job)),
        performed=notice.where(AffiliationNotice.event.is_("contract_new")).happened(),
        due=fourteen_days(),
    )


NORMS = (notice_of_ended_contract, notice_of_new_contract)
