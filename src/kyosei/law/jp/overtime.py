"""Does overtime rest on an agreement that the labour office has, and does it stay below the limits of the law?

The hours are those of the wage month, which is the month of the agreement in most firms; where the two differ, so may
the month on which the limit is exceeded. Hours worked for other employers count as well (art. 38 (1)) and are not
added up here: the limits are those of one job, so whoever has two may be over them earlier.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import EMPLOYMENT, ORGANISATION, PERSON, Employment, Organisation
from kyosei.facts.vocabulary.labour import EmployerProfile, WorkContract
from kyosei.facts.vocabulary.working_conditions import OvertimeAgreement
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_STANDARDS_ACT, LABOUR_STANDARDS_RULES
from kyosei.law.jp.on_record import told
from kyosei.law.jp.wage_ledger import exempt_from_hours, months_ago, overtime, overtime_and_holidays
from kyosei.norms.declare import limit, since_day
from kyosei.norms.forms import Limit
from kyosei.terms.expressions import Cond, Heads, Hours, Number
from kyosei.terms.language import age, all_of, any_one, dated, each_month, hours, item, years
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_READ_ON = date(2026, 11, 21)
_FOR_EVERYBODY = date(2021, 4, 1)
"""The limits hold since 2019-04-01, of small firms since 2020-04-01, but an agreement made before them ran on for up to a
year (Act 71 of 2018, suppl. arts. 2, 3). From this day they hold whatever the size and the agreement."""
_LIMITS_SINCE = since_day(2021, 4, 1)

_A_MONTH = dated(EMPLOYMENT, Hours, [(_FOR_EVERYBODY, 100 * 60)])
_AVERAGE = dated(EMPLOYMENT, Hours, [(_FOR_EVERYBODY, 80 * 60)])
_AGREED_MONTH = dated(ORGANISATION, Hours, [(_FOR_EVERYBODY, 45 * 60)])
_AGREED_YEAR = dated(ORGANISATION, Hours, [(_FOR_EVERYBODY, 360 * 60)])
_AVERAGED_MONTH = dated(ORGANISATION, Hours, [(_FOR_EVERYBODY, 42 * 60)])
_AVERAGED_YEAR = dated(ORGANISATION, Hours, [(_FOR_EVERYBODY, 320 * 60)])
_LONG_AGO = date(1900, 1, 1)  # of what is asked whether it is on record, which looks back over all days
_SPECIAL_MONTH = dated(ORGANISATION, Hours, [(_LONG_AGO, 100 * 60)])
_SPECIAL_YEAR = dated(ORGANISATION, Hours, [(_LONG_AGO, 720 * 60)])
_SPECIAL_MONTHS = dated(ORGANISATION, Heads, [(_LONG_AGO, 6)])

_of_the_employer = partial(
    limit, bearer="employer", protects="person", verified_on=_READ_ON, authority="authority:labour-office"
)
"""What the limits on hours have in common."""


def _works_longer(job: Employment) -> Cond:
    """Overtime or holiday work of somebody to whom the rules about hours apply."""
    longer = overtime_and_holidays(job) > hours(0, EMPLOYMENT)
    return all_of(employed(job), longer).unless(exempt_from_hours(job))


def _without_those_limits(job: Employment) -> Cond:
    """Research (art. 36 (11)) and driving (art. 140) have no such limits, doctors and disaster repair others of their own."""
    duties = WorkContract.at(job).duties
    special = EmployerProfile.at(employer=job.employer).industry.is_in(("medical", "construction"))
    return item(
        "36(11)",
        Text(
            "上限規制の適用除外（研究開発・自動車の運転・医師・災害復旧）",
            "とくべつな しごと（研究・運転・医者・災害）",
            "work without these limits (research, driving, doctors, disaster repair)",
        ),
        any_one(duties.has_any("research", "driving"), told(special).waits_for_judgement()),
        LABOUR_STANDARDS_ACT.article(36, 11),
        proviso=True,
    )


@_of_the_employer(
    LABOUR_STANDARDS_ACT.article(36, 1),
    LABOUR_STANDARDS_ACT.article(32, 1),
    LABOUR_STANDARDS_RULES.article(16, 1),
    id="jp.labour.overtime-agreement",
    title=Text(
        "36協定の届出のない時間外・休日労働の禁止",
        "会社は 社員との やくそくを 役所に 出さないで 残業を させません",
        "No overtime without an agreement received by the labour office",
    ),
    in_force=since_day(1947, 9, 1),
)
def agreement_received(job: Employment) -> Limit:
    """Beyond forty hours a week and eight a day an employer lets people work only under an agreement with the staff that it
    has filed with the labour office, and only while that agreement runs. Work in an emergency (art. 33) is another thing:
    it needs the office's permission, and no record of ours tells of one.
    """
    return Limit(
        applies=_works_longer(job),
        respected=item(
            "36(1)",
            Text("労使協定の届出", "やくそくを 役所に 出した", "the agreement was filed and is running"),
            OvertimeAgreement.at(employer=job.employer).holds(),
            LABOUR_STANDARDS_ACT.article(36, 1),
        ),
        figures={"overtime_hours": overtime(job)},
    )


@_of_the_employer(
    LABOUR_STANDARDS_ACT.article(36, 1),
    LABOUR_STANDARDS_ACT.article(36, 2, "4"),
    LABOUR_STANDARDS_ACT.article(36, 5),
    LABOUR_STANDARDS_ACT.article(32, 1),
    id="jp.labour.overtime-as-agreed",
    title=Text(
        "36協定で定めた時間を超える時間外労働の禁止",
        "残業は 会社と 社員が やくそくした 時間までです",
        "No more overtime in a month than was agreed",
    ),
    in_force=_LIMITS_SINCE,
)
def no_more_than_agreed(job: Employment) -> Limit:
    """In a month nobody works more overtime than the agreement with the staff allows; where it has a special clause, no more
    overtime and holiday work than that clause allows. Whether the month was one of those for which the clause is meant, and
    the hours of a day and of the year that the agreement sets, are not asked here.
    """
    agreed = OvertimeAgreement.at(employer=job.employer)
    return Limit(
        applies=all_of(_works_longer(job), told(agreed.holds())),
        respected=any_one(
            item(
                "36(2)(iv)",
                Text("協定した1か月の時間以内", "やくそくした 1か月の 時間まで", "within the hours agreed for a month"),
                overtime(job) <= agreed.hours_per_month,
                LABOUR_STANDARDS_ACT.article(36, 2, "4"),
            ),
            item(
                "36(5)",
                Text("特別条項の時間以内", "とくべつな やくそくの 時間まで", "within the hours of the special clause"),
                told(overtime_and_holidays(job) <= agreed.special_hours_per_month),
                LABOUR_STANDARDS_ACT.article(36, 5),
            ),
        ),
        figures={"overtime_hours": overtime(job), "agreed_hours": agreed.hours_per_month},
    )


@_of_the_employer(
    LABOUR_STANDARDS_ACT.article(36, 6, "2"),
    id="jp.labour.overtime-month",
    title=Text(
        "時間外・休日労働は1か月100時間未満",
        "残業と 休みの 日の しごとは 1か月 100時間より 少ない",
        "Overtime and holiday work of less than 100 hours a month",
    ),
    in_force=_LIMITS_SINCE,
)
def month_below_a_hundred(job: Employment) -> Limit:
    """Whatever was agreed, overtime and work on holidays stay below a hundred hours in any month."""
    total = overtime_and_holidays(job)
    return Limit(
        applies=_works_longer(job).unless(_without_those_limits(job)),
        respected=total < _A_MONTH,
        figures={"hours_in_the_month": total},
    )


def _average_of(job: Employment, months: int) -> Cond:
    """The sum over this month and those before it; a month before the job makes no such period."""
    total: Number[Hours] = overtime_and_holidays(job)
    most: Number[Hours] = _AVERAGE
    for back in range(1, months):
        total, most = total + months_ago(overtime_and_holidays(job), back), most + _AVERAGE
    since_then = each_month(employed(job), from_months_ago=months - 1, to_months_ago=months - 1)
    return item(
        "36(6)三",
        Text(
            f"{months}か月平均80時間以内",
            f"{months}か月の 平均が 80時間まで",
            f"on average of {months} months at most 80 hours",
        ),
        any_one(~since_then, total <= most),
        LABOUR_STANDARDS_ACT.article(36, 6, "3"),
    )


@_of_the_employer(
    LABOUR_STANDARDS_ACT.article(36, 6, "3"),
    id="jp.labour.overtime-average",
    title=Text(
        "時間外・休日労働の2～6か月平均は80時間以内",
        "残業と 休みの 日の しごとは 2か月から 6か月の 平均で 80時間まで",
        "Overtime and holiday work of at most 80 hours on average of two to six months",
    ),
    in_force=_LIMITS_SINCE,
)
def average_of_eighty(job: Employment) -> Limit:
    """Over this month and the one to five before it, overtime and holiday work average at most eighty hours a month.

    Also across two agreements, and only over months that lie in the employment. A month of which nobody has told leaves
    the longer averages open.
    """
    return Limit(
        applies=_works_longer(job).unless(_without_those_limits(job)),
        respected=all_of(*(_average_of(job, months) for months in range(2, 7))),
        figures={"hours_in_the_month": overtime_and_holidays(job)},
    )


@_of_the_employer(
    LABOUR_STANDARDS_ACT.article(60, 1),
    LABOUR_STANDARDS_ACT.article(32),
    id="jp.labour.no-overtime-of-minors",
    title=Text(
        "18歳未満の時間外・休日労働の禁止",
        "18さいに なって いない 人は 残業しません",
        "No overtime or holiday work below the age of eighteen",
    ),
    in_force=since_day(1947, 9, 1),
)
def no_overtime_of_minors(job: Employment) -> Limit:
    """Article 36 does not hold for those under eighteen: no agreement lets them work longer or on holidays."""
    young = item(
        "60(1)",
        Text("満18歳未満", "18さいより 若い", "below the age of eighteen"),
        ~(age(job.person.born) >= years(18, PERSON)),
        LABOUR_STANDARDS_ACT.article(60, 1),
    )
    return Limit(
        applies=all_of(employed(job), young).unless(exempt_from_hours(job)),
        respected=overtime_and_holidays(job) <= hours(0, EMPLOYMENT),
    )


@limit(
    LABOUR_STANDARDS_ACT.article(36, 4),
    LABOUR_STANDARDS_ACT.article(36, 5),
    id="jp.labour.overtime-agreed-within-limits",
    title=Text(
        "36協定で定める時間の上限",
        "残業の やくそくの 時間は 決まりの 中です",
        "The agreement on overtime keeps to the statutory limits",
    ),
    bearer="organisation",
    protects=None,
    in_force=_LIMITS_SINCE,
    verified_on=_READ_ON,
    authority="authority:labour-office",
)
def agreed_within_limits(employer: Organisation) -> Limit:
    """An agreement allows at most 45 hours a month and 360 a year (42 and 320 where hours are averaged over more than three
    months); a special clause for unforeseen work less than 100 hours a month with holidays and 720 a year, and more than
    the ordinary hours in at most six months. An agreement without a word about a special clause has none. Only an
    organisation of which an agreement is on record is asked.
    """
    agreed = OvertimeAgreement.at(employer=employer.party("organisation"))
    averaged = agreed.averaged_over_three_months
    within_ordinary = all_of(agreed.hours_per_month <= _AGREED_MONTH, agreed.hours_per_year <= _AGREED_YEAR)
    within_averaged = all_of(agreed.hours_per_month <= _AVERAGED_MONTH, agreed.hours_per_year <= _AVERAGED_YEAR)
    beyond = any_one(
        told(agreed.special_hours_per_month >= _SPECIAL_MONTH),
        told(agreed.special_hours_per_year > _SPECIAL_YEAR),
        told(agreed.special_months > _SPECIAL_MONTHS),
    )
    return Limit(
        applies=told(agreed.holds()),
        respected=all_of(
            item(
                "36(4)",
                Text("限度時間以内", "ふつうの 上限の 中", "within the ordinary limit"),
                any_one(within_averaged, within_ordinary & ~averaged),
                LABOUR_STANDARDS_ACT.article(36, 4),
            ),
            item(
                "36(5)",
                Text("特別条項の上限以内", "とくべつな 上限の 中", "the special clause within its limits"),
                ~beyond,
                LABOUR_STANDARDS_ACT.article(36, 5),
            ),
        ),
    )


NORMS = (
    agreement_received,
    no_more_than_agreed,
    month_below_a_hundred,
    average_of_eighty,
    no_overtime_of_minors,
    agreed_within_limits,
)
