"""Was the resident tax paid by the day each instalment was due, by whoever owed the payment?

Not asked here, because no record tells of it or every worker's would be open for ever: the employer's report of last year's pay
by 31 January (Local Tax Act art. 317-6), of which a record says only that it came; the municipality's notice by 31 May; the lump
sum of who leaves from January to April; and the agent whom somebody names who leaves Japan after 1 January and still owes the
year's tax (art. 300). All of these are knowledge.
"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import Instalment
from kyosei.facts.vocabulary.tax import TaxInstalment
from kyosei.law.jp.laws import LOCAL_TAX_ACT
from kyosei.law.jp.on_record import recorded_day
from kyosei.norms.declare import duty, since_day
from kyosei.norms.forms import Counting, Due, Duty, days_after
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS", "ordinary_collection", "paid_by_the_day"]

# The text of the Local Tax Act at hand is old: the articles are knowledge, so the norms are reviewed early.
_REVIEW = date(2027, 6, 1)


def _by_that_day() -> Due:
    """By the instalment's own day, of which the obligation is dated; the next working day counts (Local Tax Act art. 20-5)."""
    return days_after(0, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY)


def paid_by_the_day(instalment: Instalment, *, tax: str, collection: str, due: Due) -> Duty:
    """An instalment of a tax collected in this way is paid by its day."""
    record = TaxInstalment.at(instalment, at_key=True)
    told = record.happened()
    owed = told & record.tax.is_(tax) & record.collection.is_(collection)
    return Duty(arises=recorded_day(owed, record=told), performed=record.paid(), due=due)


@duty(
    LOCAL_TAX_ACT.article("321-5", 1),
    LOCAL_TAX_ACT.article("321-4"),
    id="jp.tax.resident-tax-special",
    title=Text(
        "住民税の特別徴収分の納入（翌月10日まで）",
        "会社は 給料から 引いた 住民税を 市に 払います（つぎの 月の 10日まで）",
        "The employer pays over the resident tax withheld by the day it is due",
    ),
    bearer="collector",
    protects="person",
    in_force=since_day(1951, 1, 1),
    verified_on=date(2026, 11, 21),
    review_on=_REVIEW,
    authority="unknown:municipality",
)
def special_collection(instalment: Instalment) -> Duty:
    """An employer that collects the tax pays each month's part to the municipality by the 10th of the following month.

    Where it does not, that is its own failure: the person, from whose pay the tax is withheld, owes no payment.
    """
    return paid_by_the_day(instalment, tax="resident", collection="special", due=_by_that_day())


@duty(
    LOCAL_TAX_ACT.article(320),
    LOCAL_TAX_ACT.article(319),
    id="jp.tax.resident-tax-ordinary",
    title=Text(
        "住民税の普通徴収分の納付（納期限まで）",
        "住民税を 自分で 払います（決まった 日まで）",
        "Pay one's own instalment of resident tax by the day it is due",
    ),
    bearer="person",
    protects=None,
    in_force=since_day(1951, 1, 1),
    verified_on=date(2026, 11, 21),
    review_on=_REVIEW,
    authority="unknown:municipality",
)
def ordinary_collection(instalment: Instalment) -> Duty:
    """A person whose tax is not withheld pays each instalment by the day set in the municipality's notice."""
    return paid_by_the_day(instalment, tax="resident", collection="ordinary", due=_by_that_day())


NORMS = (special_collection, ordinary_collection)
