"""For how long may a contract bind, and when may the worker turn it into one without an end?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import PERSON, Employment
from kyosei.facts.vocabulary.labour import WorkContract
from kyosei.law.jp.contract_term import ends_within_months
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import LABOUR_CONTRACTS_ACT, LABOUR_STANDARDS_ACT
from kyosei.law.jp.on_record import told
from kyosei.norms.declare import limit, right, since_day
from kyosei.norms.forms import Limit, Right
from kyosei.terms.expressions import Cond
from kyosei.terms.language import (
    MonthRounding,
    Months,
    age,
    all_of,
    any_one,
    begins,
    ends,
    item,
    shifted,
    since,
    within,
    years,
)
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_THREE_YEARS, _FIVE_YEARS, _HALF_A_YEAR = 36, 60, 6


def _fixed(job: Employment) -> Cond:
    return item(
        None,
        Text("有期労働契約", "期間が きまって いる けいやく", "a contract for a fixed term"),
        WorkContract.at(job).employment_type.is_("fixed_term"),
        LABOUR_CONTRACTS_ACT.article(17, 1),
    )


def _when_it_began(job: Employment, condition: Cond) -> Cond:
    """It was so when the present contract began."""
    started = WorkContract.at(job).starts()
    return since(started & condition, reset=started)


@limit(
    LABOUR_STANDARDS_ACT.article(14, 1),
    id="jp.labour.contract-term",
    title=Text(
        "有期労働契約の期間の上限（3年、例外5年）",
        "きまった 期間の けいやくは 3年までです（5年の 人も います）",
        "A fixed term of at most three years, in some cases five",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(2004, 1, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def contract_term(job: Employment) -> Limit:
    """A contract for a fixed term is made for three years at most; for five with somebody of sixty or more, and with an expert
    of the kinds that the Minister named, which the labour office sees. Terms that last until a project is done are longer and
    not told apart by any record. That the limit is three years since 2004 is knowledge.
    """
    last_day = WorkContract.at(job).ends_on()
    three, five = (ends_within_months(last_day, months=months) for months in (_THREE_YEARS, _FIVE_YEARS))
    of_sixty = age(job.person.born) >= years(60, PERSON)
    return Limit(
        applies=employed(job) & _fixed(job),
        respected=_when_it_began(
            job,
            any_one(
                item(
                    "14(1)", Text("3年以内", "3年までです", "three years at most"), three,
                    LABOUR_STANDARDS_ACT.article(14, 1),
                ),
                item(
                    "14(1)(ii)", Text("60歳以上で5年以内", "60さい 以上の 人は 5年までです", "five years, from sixty on"),
                    of_sixty & five, LABOUR_STANDARDS_ACT.article(14, 1, "2"), proviso=True,
                ),
                item(
                    "14(1)(i)", Text("高度の専門的知識等を有し5年以内", "専門家は 5年までです", "five years, for experts"),
                    five.waits_for_judgement(), LABOUR_STANDARDS_ACT.article(14, 1, "1"), proviso=True,
                ),
            ),
        ),
    )  # fmt: skip


def _resumed(job: Employment) -> Cond:
    """A contract for a fixed term begins after a time without one. Of what nobody told, nothing is added: whoever worked there
    before has the right sooner.
    """
    return begins(told(_fixed(job)))


def _within_half_a_year_of_the_last(job: Employment) -> Cond:
    """The six months from the day after the last contract ended are not over: they count by the calendar (art. 18 (2))."""
    last_day = shifted(ends(told(_fixed(job))), days_later=-1)
    return within(Months(_HALF_A_YEAR, rounding=MonthRounding.CIVIL_CODE_143), after=last_day)


def _chain_began(job: Employment) -> Cond:
    """The first of the contracts that are added up: six months without one begin the count anew."""
    return _resumed(job) & ~_within_half_a_year_of_the_last(job)


def _interrupted(job: Employment) -> Cond:
    """Between the contracts that are added up lies a time without one, which itself is not added (art. 18 (1))."""
    return since(_resumed(job) & _within_half_a_year_of_the_last(job), reset=_chain_began(job))


def _renewed(job: Employment) -> Cond:
    """Two contracts or more are added up: a single one, however long, gives no such right."""
    another = WorkContract.at(job).starts() & ~_chain_began(job)
    return since(another, reset=_chain_began(job))


def _within_months(job: Employment, months: int) -> Cond:
    """So many months from the first day of the first contract, that day included."""
    the_day_before = shifted(_chain_began(job), days_later=-1)
    return within(Months(months, rounding=MonthRounding.CIVIL_CODE_143), after=the_day_before)


def _beyond_five_years(job: Employment) -> Cond:
    """From the first contract to the last day of the present one it is more than five years.

    Looked at in half years: so many had passed when the present contract began, and it ends later than the rest of five. What
    other lengths come to is seen when the five years have passed.
    """
    last_day = WorkContract.at(job).ends_on()
    ways = []
    for passed in range(_HALF_A_YEAR, _FIVE_YEARS, _HALF_A_YEAR):
        before = ~_within_months(job, passed)
        ways.append(_when_it_began(job, before & ~ends_within_months(last_day, months=_FIVE_YEARS - passed)))
    return any_one(~_within_months(job, _FIVE_YEARS) & _renewed(job), *ways)


def _adds_up(job: Employment) -> Cond:
    """More than five years, which the labour office counts where a time without a contract has to be left out of them."""
    beyond = _beyond_five_years(job)
    return any_one(beyond.unless(_interrupted(job)), (beyond & _interrupted(job)).waits_for_judgement())


@right(
    LABOUR_CONTRACTS_ACT.article(18, 1),
    LABOUR_CONTRACTS_ACT.article(18, 2),
    id="jp.labour.right-to-open-ended-contract",
    title=Text(
        "無期労働契約への転換を申し込む権利",
        "5年より 長く はたらいたら、期間の ない けいやくに かえられます",
        "The right to an open-ended contract after more than five years",
    ),
    holder="person",
    in_force=since_day(2013, 4, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:labour-office",
)
def right_to_open_ended_contract(job: Employment) -> Right:
    """Whoever has had two or more contracts for fixed terms of more than five years in all with one employer may ask, until the
    present one ends, for one without an end; the employer is taken to agree. The other conditions stay as they are.

    Six months or more without a contract begin the count anew; shorter gaps do not, but are no part of the five years, so that
    the labour office counts. Contracts that began before April 2013 do not count, and shorter gaps than six months begin the
    count anew after less than a year of work (Ordinance 148 of 2012): neither is told apart here. For researchers, and with a
    plan of the employer that the labour office approved, it is ten years; the way to ask names that. A period of stay does
    not stand in the way.
    """
    claim = all_of(employed(job), _fixed(job), _adds_up(job))
    return Right(
        applies=claim,
        exercisable=claim,
        how=Text(
            "契約期間が終わる日までに会社に申し込む（書面が確実。会社は断れない。研究者等は10年の特例がある）",
            "けいやくが おわる 日までに 会社に 言います。紙で 言うと よいです。会社は ことわる ことが できません。",
            "Tell the employer before the contract ends, best in writing; it cannot refuse (for researchers ten years)",
        ),
        against="authority:labour-office",
        lost=Text(
            "現在の契約の満了日まで。更新されればまた申し込める",
            "いまの けいやくが おわると 言えません。つぎの けいやくが あれば また 言えます。",
            "When the present contract ends; with a renewal it is there again",
        ),
    )


NORMS = (contract_term, right_to_open_ended_contract)
