"""Has the employer told the employment office about hiring a foreign worker and about the worker's leaving, in time?

Where the worker is insured under employment insurance the notice goes with the insurance notice and has its dates:
the 10th of the following month on hiring, ten days on leaving. Otherwise it is due by the end of the following month.
"By the 10th" and "by the end" are days, not periods: the Act on Holidays of Administrative Organs art. 2 does not move
them, but offices accept the next working day. The ten days are a period toward a State organ and do move.

Not asked here: State and local governments as employers (art. 28(3)), and persons without a status whom the
immigration office lets work under supervision (Immigration Act art. 44-5): no record of ours tells of them. Whoever stays
without any status or basis is a foreigner in the sense of art. 7 as well, and the employer owes the notice; but only the
nationality tells such a person from somebody who has become Japanese, and no duty of an employer reads it (decision 212).
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.immigration import ResidenceBasis, ResidenceStatus
from kyosei.facts.vocabulary.labour import EmployerProfile, ForeignWorkerNotice, WorkContract
from kyosei.law.jp.contract_term import ends_within_days, taken_on_for_a_short_term
from kyosei.law.jp.employment_insurance import insured_by_employment_insurance
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import EMPLOYMENT_INSURANCE_ACT, LABOUR_MEASURES_ACT, LABOUR_MEASURES_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.residence import keeps_status
from kyosei.law.jp.tables.social_insurance import EMPLOYMENT_INSURANCE_HOURS
from kyosei.law.jp.tables.statuses import STATUSES, status_named
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Duty, day_of_following_month, days_after, end_of_following_month
from kyosei.terms.expressions import Cond, Hours
from kyosei.terms.language import all_of, any_one, begins, dated, ends, item, shifted
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "report_hired", "report_hired_uninsured", "report_left", "report_left_uninsured"]

_IN_FORCE = since_day(2010, 4, 1)
"""The notice is older (2007-10-01), but it is only from this day on that the terms of employment insurance are known here."""
_READ_ON = date(2026, 11, 21)
_notice = partial(
    duty,
    bearer="employer",
    protects="person",
    in_force=_IN_FORCE,
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
"""What the four notices have in common."""
_NOTIFIED_STATUSES = tuple(status.slug for status in STATUSES if status.slug not in ("diplomat", "official"))
_FOR_WORK = tuple(status for status in _NOTIFIED_STATUSES if status_named(status).table in ("I-1", "I-2"))
_FARMS = ("agriculture", "forestry", "fisheries")
_BASES_OF_FOREIGNERS = (
    "birth_transitional", "nationality_loss_transitional", "provisional_stay", "temporary_refuge", "departure_order",
)  # fmt: skip


def foreigner(job: Employment) -> Cond:
    """A foreigner in the sense of the Act: no diplomat, no official, no special permanent resident."""
    none = ResidenceStatus.at(job.person).status.is_none()
    return item(
        "1-2",
        Text("届出の対象となる外国人", "とどけの ルールが ある 外国人", "a foreigner about whom notice is given"),
        any_one(
            keeps_status(job.person, _NOTIFIED_STATUSES),
            all_of(none, ResidenceBasis.at(job.person).basis.is_in(_BASES_OF_FOREIGNERS)),
        ),
        LABOUR_MEASURES_RULES.article("1-2", 1),
    )


def insured(job: Employment) -> Cond:
    """Insured under employment insurance: by all its rules, or because nothing is on record that would leave the job out.

    Who stays for work is no day student: a status for work is given for full work, and nobody could ask every school.
    """
    contract, profile = WorkContract.at(job), EmployerProfile.at(employer=job.employer)
    least = dated(EMPLOYMENT, Hours, [(v.from_day, (v.value or 0) * 60) for v in EMPLOYMENT_INSURANCE_HOURS.values])
    small_farm = all_of(profile.legal_form.is_("sole_proprietor"), profile.industry.is_in(_FARMS))
    by_the_contract = all_of(
        employed(job),
        keeps_status(job.person, _FOR_WORK),
        contract.hours_per_week >= least,
        ~taken_on_for_a_short_term(job, lambda last_day: ends_within_days(last_day, days=30)),
        ~told(small_farm),
    )
    return item(
        "12",
        Text("雇用保険の被保険者", "雇用保険に 入る 人", "insured under employment insurance"),
        any_one(by_the_contract, insured_by_employment_insurance(job)),
        EMPLOYMENT_INSURANCE_ACT.article(4, 1),
    )


def hired(job: Employment) -> Cond:
    """The event of hiring a foreigner."""
    return all_of(begins(employed(job)), foreigner(job))


def left(job: Employment) -> Cond:
    """The event of a foreigner's leaving, on the last day of the employment.

    The employer's own word that the contract is over is enough against it, whatever older records still say.
    """
    over = any_one(
        shifted(ends(WorkContract.at(job).holds()), days_later=-1),
        shifted(ends(employed(job)), days_later=-1),
    )
    return all_of(over, foreigner(job))


def received(job: Employment, event: str) -> Cond:
    """The office received the notice of such an event."""
    return ForeignWorkerNotice.at(job).where(ForeignWorkerNotice.event.is_(event)).happened(key="event_on")


@_notice(
    LABOUR_MEASURES_ACT.article(28, 1),
    LABOUR_MEASURES_RULES.article(12, 1),
    id="jp.labour.foreign-worker-notice-hired",
    title=Text(
        "外国人雇用状況の届出（雇入れ、翌月10日まで）",
        "会社は 外国人を やといました。ハローワークに とどけます（つぎの 月の 10日まで）",
        "Tell the employment office of hiring a foreign worker by the 10th of the following month",
    ),
)
def report_hired(job: Employment) -> Duty:
    """The employer tells the employment office of a newly hired foreigner who is insured, by the 10th of the next month."""
    return Duty(
        arises=all_of(hired(job), insured(job)),
        performed=received(job, "hired"),
        due=day_of_following_month(10, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
        matched_by_day=True,
    )


@_notice(
    LABOUR_MEASURES_ACT.article(28, 1),
    LABOUR_MEASURES_RULES.article(12, 2),
    id="jp.labour.foreign-worker-notice-hired-uninsured",
    title=Text(
        "外国人雇用状況の届出（雇用保険の被保険者でない者の雇入れ、翌月末まで）",
        "会社は 外国人を やといました。ハローワークに とどけます（つぎの 月の おわりまで）",
        "Tell the employment office of hiring a foreign worker without employment insurance by the end of the next month",
    ),
)
def report_hired_uninsured(job: Employment) -> Duty:
    """The employer tells the employment office of a newly hired foreigner who is not insured by the end of the next month."""
    return Duty(
        arises=all_of(hired(job), ~insured(job)),
        performed=received(job, "hired"),
        due=end_of_following_month(on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
        matched_by_day=True,
    )


@_notice(
    LABOUR_MEASURES_ACT.article(28, 1),
    LABOUR_MEASURES_RULES.article(12, 1),
    id="jp.labour.foreign-worker-notice-left",
    title=Text(
        "外国人雇用状況の届出（離職、翌日から10日以内）",
        "外国人が 会社を やめました。会社は ハローワークに とどけます（10日以内）",
        "Tell the employment office of a foreign worker's leaving within ten days",
    ),
)
def report_left(job: Employment) -> Duty:
    """The employer tells the employment office that an insured foreigner has left, within ten days from the day after."""
    return Duty(
        arises=all_of(left(job), insured(job)),
        performed=received(job, "left"),
        due=days_after(10, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY),
        matched_by_day=True,
    )


@_notice(
    LABOUR_MEASURES_ACT.article(28, 1),
    LABOUR_MEASURES_RULES.article(12, 2),
    id="jp.labour.foreign-worker-notice-left-uninsured",
    title=Text(
        "外国人雇用状況の届出（雇用保険の被保険者でない者の離職、翌月末まで）",
        "外国人が 会社を やめました。会社は ハローワークに とどけます（つぎの 月の おわりまで）",
        "Tell the employment office of the leaving of a foreign worker without employment insurance by the end of next month",
    ),
)
def report_left_uninsured(job: Employment) -> Duty:
    """The employer tells the employment office that a foreigner who was not insured has left by the end of the next month."""
    return Duty(
        arises=all_of(left(job), ~insured(job)),
        performed=received(job, "left"),
        due=end_of_following_month(on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
        matched_by_day=True,
    )


NORMS = (report_hired, report_hired_uninsured, report_left, report_left_uninsured)
