"""Have hosts and support organisations of specified skilled workers sent the immigration office their regular report?

Until 2025-05-31 the report was due each quarter, within fourteen days counted from the first day of the next one; since
2025-06-01 it is due each year by 31 May for the twelve months to 31 March (arts 19-18 and 19-24 of the Regulations, in
both wordings). So January to March 2025 was still a quarter, due on 14 April 2025, and the first year ends on 31 March 2026.
A quarter whose report never came is owed after the change, too. On 1 and 2 June 2025 it is seen as still due, because 31 May 2025
was a Saturday and the new version has one form of deadline; before and after these two days it is breached. The first report
of a year is due on 31 May 2026, a Sunday, and offices take it on 1 June. A report names the first day after what it covers, and
is matched by it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, SUPPORT, Employment, Support
from kyosei.facts.vocabulary.immigration import HostReport
from kyosei.law.jp.host_notice import specified_skilled_here
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import IMMIGRATION_ACT, IMMIGRATION_RULES
from kyosei.law.jp.support_engaged import supported_by_organisation
from kyosei.norms.declare import between, duty, since_day
from kyosei.norms.forms import Counting, Due, Duty, by_calendar_day, days_after
from kyosei.terms.expressions import Cond, Heads
from kyosei.terms.language import all_of, dated, heads, item, shifted, since
from kyosei.terms.scopes import Party, Scope
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = [
    "NORMS",
    "by_the_end_of_may",
    "host_report",
    "host_report_by_quarter",
    "period_over",
    "report_received",
    "supporter_report",
    "supporter_report_by_quarter",
]

_BEGAN, _BY_THE_YEAR = date(2019, 4, 1), date(2025, 6, 1)
_PERIODS_OVER = (
    *(day for year in range(2019, 2026) for month in (1, 4, 7, 10) if (day := date(year, month, 1)) < _BY_THE_YEAR),
    *(date(year, 4, 1) for year in range(2026, 2051)),
)
"""The first days after quarters, then after years. Long before the list ends, the norms have come up for review."""
_HOST_TITLE = Text(
    "特定技能所属機関の定期届出",
    "会社は 特定技能の 人の ことを きまった ときに 入管に 知らせる",
    "The host's regular report on its specified skilled workers",
)
_SUPPORTER_TITLE = Text(
    "登録支援機関の支援実施状況の定期届出",
    "支援の 団体は した 支援を きまった ときに 入管に 知らせる",
    "The support organisation's regular report on the support it gave",
)
_duty = partial(duty, verified_on=date(2026, 11, 22), authority="authority:isa", protects="person")
_of_host = partial(
    _duty,
    IMMIGRATION_ACT.article("19-18", 2),
    IMMIGRATION_RULES.article("19-18", 3),
    id="jp.immigration.host-report",
    title=_HOST_TITLE,
    bearer="employer",
)
_of_supporter = partial(
    _duty,
    IMMIGRATION_ACT.article("19-30", 2),
    IMMIGRATION_RULES.article("19-24", 1),
    id="jp.ssw.supporter-report",
    title=_SUPPORTER_TITLE,
    bearer="supporter",
)


def _first_days(scope: Scope) -> Cond:
    """The first days after the periods to be reported on."""
    rows = [(date(1900, 1, 1), 0)]
    for day in _PERIODS_OVER:
        rows += [(day, 1), (day + timedelta(days=1), 0)]
    return dated(scope, Heads, rows) >= heads(1, scope)


def period_over(scope: Scope, counted: Cond) -> Cond:
    """On the first day after a period: whether it was so on some day of that period."""
    first_day = _first_days(scope)
    return item(
        None,
        Text("届出対象期間の終了", "知らせる 期間が 終わった", "a period to be reported on is over"),
        all_of(first_day, shifted(since(counted, reset=first_day), days_later=1)),
    )


def report_received(reporter: Party, report: str) -> Cond:
    """One report is about all workers of the period; a record about one worker alone is none."""
    received = HostReport.at(organisation=reporter, absent=("person",))
    return received.where(HostReport.report.is_(report)).happened(key="for_until")


def _within_the_quarter() -> Due:
    """Fourteen days, the first day of the quarter counted; a period toward a State organ."""
    return days_after(14, counting=Counting.FROM_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY)


def by_the_end_of_may() -> Due:
    """31 May is a day and no period; offices take the report on the next working day."""
    return by_calendar_day(5, 31, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY)


def _host(job: Employment, due: Due) -> Duty:
    worked = all_of(employed(job), specified_skilled_here(job))
    return Duty(
        arises=period_over(EMPLOYMENT, worked),
        performed=report_received(job.employer, "periodic"),
        due=due,
        matched_by_day=True,
    )


@_of_host(in_force=between(_BEGAN, _BY_THE_YEAR))
def host_report_by_quarter(job: Employment) -> Duty:
    """Within fourteen days from the first day of each quarter the host reports on the specified skilled workers of the quarter
    before: what they did, where, and what they were paid.
    """
    return _host(job, _within_the_quarter())


@_of_host(in_force=since_day(2025, 6, 1))
def host_report(job: Employment) -> Duty:
    """By 31 May the host reports on the specified skilled workers whom it had in the twelve months to 31 March: what they did,
    where, their days and pay, the support it gave itself, and how it keeps labour, insurance and tax law, with papers.
    """
    return _host(job, by_the_end_of_may())


def _supporter(given: Support, due: Due) -> Duty:
    return Duty(
        arises=period_over(SUPPORT, supported_by_organisation(given)),
        performed=report_received(given.supporter, "support"),
        due=due,
        matched_by_day=True,
    )


@_of_supporter(in_force=between(_BEGAN, _BY_THE_YEAR))
def supporter_report_by_quarter(given: Support) -> Duty:
    """Within fourteen days from the first day of each quarter the support organisation reports on the support of the quarter
    before, and on what it was asked and of what went wrong.
    """
    return _supporter(given, _within_the_quarter())


@_of_supporter(in_force=since_day(2025, 6, 1))
def supporter_report(given: Support) -> Duty:
    """By 31 May the organisation to which all support is delegated reports on the support it gave in the twelve months to
    31 March. The report goes through the host; a host that holds it back does not make it the organisation's breach, but
    no record tells of that.
    """
    return _supporter(given, by_the_end_of_may())


NORMS = (host_report_by_quarter, host_report, supporter_report_by_quarter, supporter_report)
