"""Did the worker receive the withholding slip about the year that has ended?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import EMPLOYMENT, Employment
from kyosei.facts.vocabulary.tax import WithholdingSlip
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import INCOME_TAX_ACT
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Duty, by_calendar_day
from kyosei.terms.expressions import Cond, Heads
from kyosei.terms.language import dated, heads, item, shifted
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_NEW_YEARS_DAY = [row for year in range(1966, 2061) for row in ((date(year, 1, 1), 1), (date(year, 1, 2), 0))]
"""A calendar day as a parameter: it holds on that day alone."""


def _new_years_day() -> Cond:
    today = dated(EMPLOYMENT, Heads, [(date(1900, 1, 1), 0), *_NEW_YEARS_DAY])
    return item(None, Text("1月1日", "1月1日", "1 January"), today >= heads(1, EMPLOYMENT))


@duty(
    INCOME_TAX_ACT.article(226, 1),
    id="jp.tax.withholding-slip-yearly",
    title=Text(
        "源泉徴収票の交付（翌年1月31日まで）",
        "会社は 1年の 給料と 税金の 紙（源泉徴収票）を 1月31日までに わたします",
        "Hand over the withholding slip about the year by 31 January",
    ),
    bearer="employer",
    protects="person",
    in_force=since_day(1966, 1, 1),
    verified_on=date(2026, 11, 22),
    authority="authority:tax-office",
)
def slip_of_the_year(job: Employment) -> Duty:
    """By 31 January whoever paid wages in the year before hands each worker the slip about them, asked or not. It is what an
    immigration office, a bank or a landlord asks a worker for. Who left within the year has had it within a month of leaving
    (jp.tax.withholding-slip-on-leaving). A day by which something is handed over is moved by no act; the next working day is
    accepted. The text of the Act was not at hand (knowledge).
    """
    at_the_end_of_the_year = shifted(employed(job), days_later=1)
    slip = WithholdingSlip.at(job).where(WithholdingSlip.occasion.is_("yearly"))
    return Duty(
        arises=_new_years_day() & at_the_end_of_the_year,
        performed=slip.happened(),
        due=by_calendar_day(1, 31, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


NORMS = (slip_of_the_year,)
