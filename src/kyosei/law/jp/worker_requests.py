"""Did the employer do what the worker asked for and a law entitles to: certificates, money, an explanation?

That a request arrived is settled by the employer, or by the labour office that has seen it; the worker's word alone leaves
it open and says whom to ask. "Without delay" names no day: such a duty is due until it is done, and never breached by
the calendar. Where a week is set, it is counted from the day after the request (Civil Code art. 140), and neither the
Act on Holidays of Administrative Organs nor any other rule moves its end.

Not asked here: what a part-time or fixed-term worker is told in writing on hiring (Part-Time Act art. 6; since 2026-10-01
also that an explanation may be asked for) and whether differences are unreasonable (arts 8, 9): no record tells what the
paper says, nor what an ordinary worker has.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Employment
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.facts.vocabulary.working_conditions import DismissalNotice, RequestAnswer, WorkerRequest
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT, PART_TIME_ACT
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Due, Duty, at_once, days_after
from kyosei.terms.expressions import Cond
from kyosei.terms.language import WindowEdge, all_of, ends, ever, item, shifted
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_READ_ON = date(2026, 11, 21)
_on_request = partial(
    duty, bearer="employer", protects="person", verified_on=_READ_ON, authority="authority:labour-office"
)
"""What the duties have in common."""


def _asked(job: Employment, matter: str) -> Cond:
    request = WorkerRequest.at(job)
    return item(
        None,
        Text("労働者の請求", "会社に おねがいした", "the worker asked for it"),
        request.where(WorkerRequest.matter.is_(matter)).happened(),
    )


def _fulfilled(job: Employment, matter: str, *, arises: Cond, due: Due) -> Duty:
    """The duty to do it. The employer keeps the answers, so none is matched by the day that it names (decision 18)."""
    answer = RequestAnswer.at(job).where(RequestAnswer.matter.is_(matter))
    return Duty(arises=arises, performed=answer.happened(), due=due)


def _has_left(job: Employment) -> Cond:
    """The employment has ended, today or earlier."""
    last_day = shifted(ends(employed(job)), days_later=-1)
    return item(
        None,
        Text("退職した", "会社を やめた", "the employment has ended"),
        ever(last_day, last=None, counting=WindowEdge.INCLUDING_THE_DAY),
    )


@_on_request(
    LABOUR_STANDARDS_ACT.article(22, 1),
    id="jp.labour.certificate-of-employment",
    title=Text("退職時の証明書の交付", "やめた ときの 証明書を わたします", "Hand over the certificate on leaving"),
    in_force=since_day(1947, 9, 1),
)
def certificate_of_employment(job: Employment) -> Duty:
    """Who leaves may ask for a certificate of the time, the kind of work, the position, the wage and the reason of leaving;
    it says nothing that was not asked for (art. 22 (3)).
    """
    arises = all_of(_asked(job, "employment_certificate"), _has_left(job))
    return _fulfilled(job, "employment_certificate", arises=arises, due=at_once())


@_on_request(
    LABOUR_STANDARDS_ACT.article(22, 2),
    id="jp.labour.certificate-of-dismissal-reasons",
    title=Text(
        "解雇理由の証明書の交付", "やめさせる わけを 紙に 書いて わたします", "Certify the reasons of the dismissal"
    ),
    in_force=since_day(2004, 1, 1),
)
def certificate_of_reasons(job: Employment) -> Duty:
    """From the notice of dismissal until the day of leaving the worker may ask for the reasons in writing."""
    notice = ever(DismissalNotice.at(job).happened(), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    given = item("22(2)", Text("解雇の予告", "会社が やめさせると 言った", "notice of dismissal was given"), notice)
    arises = all_of(_asked(job, "dismissal_reasons"), given, employed(job))
    return _fulfilled(job, "dismissal_reasons", arises=arises, due=at_once())


@_on_request(
    LABOUR_STANDARDS_ACT.article(23, 1),
    id="jp.labour.final-settlement",
    title=Text(
        "退職時の賃金・金品の返還（請求から7日以内）",
        "やめた 人の お金と ものを 7日以内に 返します",
        "Pay and return all that belongs to a worker who left within seven days",
    ),
    in_force=since_day(1947, 9, 1),
)
def final_settlement(job: Employment) -> Duty:
    """When somebody who has left asks for it, the employer pays the wages and returns savings, deposits and whatever else is
    the worker's within seven days. Of what is disputed, at least the undisputed part is due (art. 23 (2)).
    """
    within_a_week = days_after(7, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.STAYS)
    return _fulfilled(
        job, "settlement", arises=all_of(_asked(job, "settlement"), _has_left(job)), due=within_a_week
    )  # fmt: skip


@_on_request(
    LABOUR_STANDARDS_ACT.article(25),
    id="jp.labour.emergency-pay",
    title=Text("非常時払", "こまった ときは 給料を 早く もらえます", "Pay before payday in an emergency"),
    in_force=since_day(1947, 9, 1),
)
def emergency_pay(job: Employment) -> Duty:
    """For a birth, an illness, a disaster, a wedding, a funeral or a journey home that cannot be put off, the worker may ask
    for the wage of the work already done before its payday.
    """
    arises = all_of(_asked(job, "emergency_pay"), employed(job))
    return _fulfilled(job, "emergency_pay", arises=arises, due=at_once())


@_on_request(
    LABOUR_STANDARDS_ACT.article(18, 5),
    id="jp.labour.savings-returned",
    title=Text("社内預金の返還", "会社に あずけた お金を 返します", "Return the savings that the employer keeps"),
    in_force=since_day(1952, 9, 1),
)
def savings_returned(job: Employment) -> Duty:
    """Savings that the employer keeps for a worker are given back without delay when the worker asks. That the
    article reads so since 1952 is knowledge.
    """
    return _fulfilled(job, "savings_return", arises=_asked(job, "savings_return"), due=at_once())


@_on_request(
    PART_TIME_ACT.article(14, 2),
    id="jp.labour.explain-differences",
    title=Text(
        "待遇の相違の内容と理由の説明",
        "正社員と ちがう わけを 説明します",
        "Explain why terms differ from those of ordinary workers",
    ),
    in_force=since_day(2021, 4, 1),
)
def explain_differences(job: Employment) -> Duty:
    """A part-time or fixed-term worker who asks is told what differs from ordinary workers and why. Large firms owe it since
    2020-04-01, small ones since 2021-04-01 (knowledge); from the later day it is owed by all.
    """
    covered = item(
        "2",
        Text("短時間・有期雇用労働者", "パートや 期間が ある 社員", "a part-time or fixed-term worker"),
        WorkContract.at(job).employment_type.is_in(("part_time", "fixed_term")),
        PART_TIME_ACT.article(2),
    )
    arises = all_of(_asked(job, "treatment_explanation"), covered)
    return _fulfilled(job, "treatment_explanation", arises=arises, due=at_once())


NORMS = (
    certificate_of_employment,
    certificate_of_reasons,
    final_settlement,
    emergency_pay,
    savings_returned,
    explain_differences,
)
