"""Was a worker dismissed with thirty days' notice, and not while the law forbids it?

A dismissal is an end of the employment on the employer's initiative, on the last day of the employment. An expiry, an
agreement and the worker's own leaving are none; whether what is called so was one is disputed, not computed.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkAbsence, WorkContract, WorkTermination
from kyosei.facts.vocabulary.working_conditions import Complaint, DismissalApproval, DismissalNotice
from kyosei.law.jp.contract_term import ends_within_months, taken_on_for_a_short_term
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_CONTRACTS_ACT, LABOUR_STANDARDS_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import limit, right, since_day
from kyosei.norms.forms import Limit, Right
from kyosei.terms.expressions import Cond, Days, Number
from kyosei.terms.language import (
    WindowEdge,
    all_of,
    any_one,
    begins,
    dated,
    days,
    days_within,
    ever,
    item,
    within,
)
from kyosei.terms.text import Text

__all__ = ["NORMS", "dismissed"]

_ACT = date(1947, 9, 1)
_NOTICE_DAYS = dated(EMPLOYMENT, Days, [(_ACT, 30)])
_TRIAL_DAYS = 14

_dismissals = partial(
    limit,
    bearer="employer",
    protects="person",
    in_force=since_day(1947, 9, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:labour-office",
)
"""What the limits on dismissals have in common."""


def dismissed(job: Employment) -> Cond:
    """The event that the employer ended the employment, on its last day."""
    return item(
        None,
        Text("解雇", "会社が やめさせた", "a dismissal"),
        WorkTermination.at(job).where(WorkTermination.initiative.is_("employer")).happened(),
    )


def _approved(job: Employment) -> Cond:
    """The labour office approved an exception: the business cannot go on after a disaster, or the worker is to blame."""
    return item(
        "20(3)",
        Text("行政官庁の認定", "役所が みとめた", "approved by the labour office"),
        told(ever(DismissalApproval.at(job).happened(), last=None, counting=WindowEdge.INCLUDING_THE_DAY)),
        LABOUR_STANDARDS_ACT.article(19, 2),
        proviso=True,
    )


def _days_of_notice(job: Employment) -> Number[Days]:
    """The days between the notice and the last day, up to thirty: the day of the notice is not counted."""
    known = ever(DismissalNotice.at(job).happened(), last=None, counting=WindowEdge.EXCLUDING_THE_DAY)
    return days_within(known, last=days(30, EMPLOYMENT), counting=WindowEdge.INCLUDING_THE_DAY)


def _without_notice(job: Employment) -> Cond:
    """Article 21: a term of two months or less that was not exceeded, and a trial of up to fourteen days.

    Day labourers and seasonal work of up to four months are not told apart by any record. Whether the first fourteen days
    were a trial is for the labour office to see.
    """
    first_days = within(days(_TRIAL_DAYS - 1, EMPLOYMENT), after=begins(employed(job)))
    return item(
        "21",
        Text("解雇予告の適用除外", "前に 言わなくても よい とき", "dismissal without notice allowed"),
        any_one(
            taken_on_for_a_short_term(job, lambda last_day: ends_within_months(last_day, months=2)),
            first_days.waits_for_judgement(),
        ),
        LABOUR_STANDARDS_ACT.article(21),
        proviso=True,
    )


@_dismissals(
    LABOUR_STANDARDS_ACT.article(20, 1),
    LABOUR_STANDARDS_ACT.article(20, 2),
    LABOUR_STANDARDS_ACT.article(21),
    id="jp.labour.dismissal-notice",
    title=Text(
        "解雇の予告（30日前）または予告手当",
        "やめさせる ときは 30日 前に 言うか、お金を はらいます",
        "Thirty days' notice of dismissal, or pay in its place",
    ),
)
def notice_given(job: Employment) -> Limit:
    """A worker is dismissed with thirty days' notice; each day that is missing may be replaced by a day's average wage. Only
    where the labour office approved the exception is neither needed.
    """
    ended = WorkTermination.at(job)
    in_time = _days_of_notice(job) >= _NOTICE_DAYS
    with_pay = _days_of_notice(job) + ended.notice_allowance_days >= _NOTICE_DAYS
    return Limit(
        applies=dismissed(job).unless(_without_notice(job)),
        respected=any_one(
            item(
                "20(1)",
                Text("30日前の予告", "30日 前に 言った", "notice thirty days before"),
                in_time,
                LABOUR_STANDARDS_ACT.article(20, 1),
            ),
            item(
                "20(2)",
                Text(
                    "不足日数分の予告手当",
                    "たりない 日の お金を はらった",
                    "pay for the days of notice that are missing",
                ),
                with_pay,
                LABOUR_STANDARDS_ACT.article(20, 2),
            ),
            _approved(job),
        ),
        figures={"days_of_notice": _days_of_notice(job)},
    )


@_dismissals(
    LABOUR_STANDARDS_ACT.article(19, 1),
    id="jp.labour.dismissal-ban",
    title=Text(
        "業務災害・産前産後の休業中とその後30日間の解雇禁止",
        "しごとの けがや 赤ちゃんの ための 休みの 間と その後 30日は やめさせません",
        "No dismissal during absence for a work injury or a birth, and for thirty days after",
    ),
)
def not_while_absent(job: Employment) -> Limit:
    """Nobody is dismissed while absent after an injury or illness from work, or before and after giving birth (art. 65), nor
    within thirty days after. Only compensation that closes the case (art. 81) or a disaster with the office's approval lifts
    the ban.
    """
    protected = WorkAbsence.at(job).where(WorkAbsence.reason.is_in(("work_injury", "maternity"))).holds()
    return Limit(
        applies=dismissed(job),
        respected=any_one(
            ~item(
                "19(1)",
                Text("休業期間とその後30日", "休みの 間と その後 30日", "the absence and thirty days after it"),
                within(days(30, EMPLOYMENT), after=protected),
                LABOUR_STANDARDS_ACT.article(19, 1),
            ),
            _approved(job),
        ),
    )


@_dismissals(
    LABOUR_STANDARDS_ACT.article(104, 2),
    id="jp.labour.no-retaliation",
    title=Text(
        "申告を理由とする解雇その他不利益取扱いの禁止",
        "役所に 言った ことを 理由に やめさせません",
        "No dismissal because of a complaint to the labour office",
    ),
)
def no_retaliation(job: Employment) -> Limit:
    """An employer does not dismiss or otherwise disadvantage a worker for having complained to the labour office.

    That a dismissal followed a complaint does not say why: where both are known, the office judges. Only the office says
    that there was a complaint, and nothing is asked of the employer here, so that it does not learn of it.
    """
    complained = ever(Complaint.at(job).happened(), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return Limit(
        applies=all_of(told(complained), dismissed(job)),
        respected=~dismissed(job).waits_for_judgement(),
    )


@limit(
    LABOUR_CONTRACTS_ACT.article(17, 1),
    bearer="employer",
    protects="person",
    in_force=since_day(2008, 3, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:labour-office",
    id="jp.labour.no-dismissal-within-term",
    title=Text(
        "契約期間中の解雇の制限",
        "けいやくの 間は とくべつな 理由が ないと やめさせません",
        "No dismissal within a fixed term without a compelling reason",
    ),
)
def not_within_the_term(job: Employment) -> Limit:
    """Within a fixed term the employer dismisses only for a compelling reason. Whether there is one a court judges, and in an
    application an office that has to weigh how the job ended. The Act is of 2008-03-01; the rule before was the Civil
    Code's (art. 628).
    """
    fixed = WorkContract.at(job).employment_type.is_("fixed_term")
    return Limit(
        applies=all_of(dismissed(job), fixed),
        respected=~dismissed(job).waits_for_judgement(),
    )


@right(
    LABOUR_STANDARDS_ACT.article(104, 1),
    LABOUR_STANDARDS_ACT.article(104, 2),
    id="jp.labour.right-to-complain",
    title=Text(
        "監督機関への申告の権利",
        "会社が ルールを まもらない とき、労働基準監督署に 言う ことが できます",
        "The right to complain to the labour standards office",
    ),
    holder="person",
    in_force=since_day(1947, 9, 1),
    verified_on=date(2026, 11, 21),
    authority="authority:labour-office",
)
def right_to_complain(job: Employment) -> Right:
    """Whoever works or worked somewhere may tell the labour standards office or an inspector of a breach of the Act there, at
    any time and whatever the status of residence; no disadvantage may follow. Wages are prescribed after three years for
    now (arts. 115, 143 (3)).
    """
    worked = ever(employed(job), last=None, counting=WindowEdge.INCLUDING_THE_DAY)
    return Right(
        applies=worked,
        exercisable=worked,
        how=Text(
            "労働基準監督署に書面または口頭で申告する（無料。匿名も可能）",
            "労働基準監督署に 言います。お金は いりません。名前を 会社に 言わないで もらえます。",
            "Tell the labour standards office, in writing or in person, free of charge; it can keep the name to itself",
        ),
        against="authority:labour-office",
        lost=Text(
            "申告に期限はない。賃金の請求権は当分の間3年で時効になる",
            "いつでも 言えます。でも、給料は 3年 たつと もらえなく なります。",
            "Never; but a claim to wages is prescribed after three years",
        ),
    )


NORMS = (notice_given, not_while_absent, no_retaliation, not_within_the_term, right_to_complain)
