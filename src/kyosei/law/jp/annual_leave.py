"""Did the worker get the annual paid leave of the law, and five days of it within the year?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.fields import Percent
from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.facts.vocabulary.working_conditions import AnnualLeave, PaidLeaveDay
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT, LABOUR_STANDARDS_RULES
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import duty, limit, since_day
from kyosei.norms.forms import Duty, Limit, by_day
from kyosei.terms.expressions import Cond, Days, Hours
from kyosei.terms.language import (
    MonthRounding,
    Months,
    WindowEdge,
    all_of,
    any_one,
    brackets,
    dated,
    item,
    shifted,
    since,
    throughout,
)
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_READ_ON = date(2026, 11, 21)
_SINCE = date(2001, 4, 1)  # the figures of now; the years before them had fewer days
_GRANTS = (
    # months of service, days, and by days of work a week (Regulations art. 24-3 (3))
    (6, 10, ((0, 0), (1, 1), (2, 3), (3, 5), (4, 7), (5, 10))),
    (18, 11, ((0, 0), (1, 2), (2, 4), (3, 6), (4, 8), (5, 11))),
    (30, 12, ((0, 0), (1, 2), (2, 4), (3, 6), (4, 9), (5, 12))),
    (42, 14, ((0, 0), (1, 2), (2, 5), (3, 8), (4, 10), (5, 14))),
    (54, 16, ((0, 0), (1, 3), (2, 6), (3, 9), (4, 12), (5, 16))),
    (66, 18, ((0, 0), (1, 3), (2, 6), (3, 10), (4, 13), (5, 18))),
    (78, 20, ((0, 0), (1, 3), (2, 7), (3, 11), (4, 15), (5, 20))),
)
_FULL_FROM_HOURS = dated(EMPLOYMENT, Hours, [(_SINCE, 30 * 60)])
_ATTENDANCE = dated(EMPLOYMENT, Percent, [(date(1900, 1, 1), 8000)])
_TEN_DAYS = dated(EMPLOYMENT, Days, [(date(1900, 1, 1), 10)])
_HALF_DAYS_TO_TAKE = 10  # five days; a window's length is a constant (terms.parameters.whole)


def _served(job: Employment, months: int) -> Cond:
    """Employed without a break for so many months, counted from the day of hiring (Civil Code art. 143)."""
    span = Months(months, rounding=MonthRounding.CIVIL_CODE_143)
    return throughout(employed(job), last=span, counting=WindowEdge.INCLUDING_THE_DAY)


def _enough_after(job: Employment, months: int, full: int, fewer: tuple[tuple[int, int], ...]) -> Cond:
    """After so many months: the full number of days, or what fewer days of work a week and under 30 hours come to."""
    granted, contract = AnnualLeave.at(job).granted_days, WorkContract.at(job)
    in_proportion = contract.days_per_week.bracket(brackets([(_SINCE, fewer)]))
    return item(
        "39(2)",
        Text(f"勤続{months}か月以上の付与日数", f"{months}か月 はたらいた 人の 休み", f"days after {months} months of service"),
        _served(job, months).implies(
            any_one(
                granted >= dated(EMPLOYMENT, Days, [(_SINCE, full)]),
                all_of(contract.hours_per_week < _FULL_FROM_HOURS, granted >= in_proportion),
            )
        ),
        LABOUR_STANDARDS_ACT.article(39, 2),
    )  # fmt: skip


@limit(
    LABOUR_STANDARDS_ACT.article(39, 1),
    LABOUR_STANDARDS_ACT.article(39, 2),
    LABOUR_STANDARDS_ACT.article(39, 3),
    LABOUR_STANDARDS_RULES.article("24-3", 3),
    id="jp.labour.annual-leave",
    title=Text(
        "年次有給休暇の付与",
        "会社は お金を もらって 休む 日を わたします",
        "Grant the annual paid leave",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2001, 4, 1),
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def leave_granted(job: Employment) -> Limit:
    """After six months of service with at least eighty per cent of the working days attended, an employer gives ten days of
    paid leave, each year after that more, up to twenty. Who works fewer than thirty hours and at most four days a week gets
    them in proportion. Where the contract counts days by the year and not by the week, the second table of the Regulations
    applies, which is not asked here: without the days a week it stays open.
    """
    absent = told(AnnualLeave.at(job).attended_percent < _ATTENDANCE)
    return Limit(
        applies=_served(job, 6),
        respected=any_one(
            all_of(*(_enough_after(job, *grant) for grant in _GRANTS)),
            item(
                "39(1)",
                Text("出勤率8割未満", "8割より 少ない 日しか はたらいて いない", "attended less than eighty per cent"),
                absent,
                LABOUR_STANDARDS_ACT.article(39, 1),
                proviso=True,
            ),
        ),
        figures={"granted_days": AnnualLeave.at(job).granted_days},
    )


def _taken(job: Employment, half_days: int) -> Cond:
    """The event that with this day so many half days have been taken since the base day of the register."""
    base = AnnualLeave.at(job).starts()
    full = PaidLeaveDay.at(job).where(PaidLeaveDay.portion.is_("full")).happened()
    some = PaidLeaveDay.at(job).happened()
    event = some
    reached: list[Cond] = []  # on an earlier day of the year: one half day, two, …
    for number in range(2, half_days + 1):
        reached.append(shifted(since(event, reset=base), days_later=1) & ~base)
        event = any_one(full & reached[number - 3] if number > 2 else full, some & reached[number - 2])
    return event


@duty(
    LABOUR_STANDARDS_ACT.article(39, 7),
    LABOUR_STANDARDS_ACT.article(39, 8),
    id="jp.labour.annual-leave-five-days",
    title=Text(
        "年5日の年次有給休暇の確実な取得",
        "会社は 1年に 5日は 社員を 休ませます",
        "See to it that five days of leave are taken within the year",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2019, 4, 1),
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def five_days_taken(job: Employment) -> Duty:
    """Of whoever is given ten days or more, the employer sees to it that five are taken within a year from the base day, by
    setting the days if need be. Days that the worker chose or that were planned with the staff count; half days count as
    halves (practice), hours do not. The year is that of the register: it lets an employer with two base days a year settle
    both in one (Regulations art. 24-5 (2)).
    """
    year = AnnualLeave.at(job)
    return Duty(
        arises=all_of(year.starts(), year.granted_days >= _TEN_DAYS),
        performed=item(
            "39(7)",
            Text("5日の取得", "5日 休んだ", "the fifth day was taken"),
            _taken(job, _HALF_DAYS_TO_TAKE),
            LABOUR_STANDARDS_ACT.article(39, 7),
        ),
        due=by_day(year.ends_on(), on_holiday=HolidayRule.STAYS),
    )


NORMS = (leave_granted, five_days_taken)
