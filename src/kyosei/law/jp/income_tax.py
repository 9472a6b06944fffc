"""Was the income tax that an employer withheld paid over, was the slip about it handed over, and what does a certificate show?

Certificate no. 3 says that of the taxes which the person declares nothing is unpaid. Tax withheld from wages is the
employer's to pay over, and the certificates leave it out (Order art. 41 (2) item 1): a clean certificate says nothing
about the employer, and an employer's failure leaves the certificate clean.

Not asked here, because no record tells: whether somebody is a resident for tax (Income Tax Act art. 2), the form on
dependants before the first pay (art. 194), the year-end adjustment (art. 190), the return from 16 February to 15 March and
before leaving Japan (arts 120, 126, 127), and the tax of non-residents (arts 170, 212). Who leaves names an agent for what
is still to be done (Act on General Rules for National Taxes art. 117). The articles of the Income Tax Act are knowledge.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from kyosei.facts.scopes import Employment, Instalment, Person
from kyosei.facts.vocabulary.tax import TaxCertificate, WithholdingSlip
from kyosei.law.jp.insured import employed
from kyosei.law.jp.laws import GENERAL_TAX_ACT, GENERAL_TAX_ORDER, INCOME_TAX_ACT
from kyosei.law.jp.on_record import on_record
from kyosei.law.jp.resident_tax import paid_by_the_day
from kyosei.norms.declare import duty, since_day, status
from kyosei.norms.forms import Counting, Duty, Status, days_after, months_after
from kyosei.terms.language import WindowEdge, ends, ever, item
from kyosei.terms.text import Text
from kyosei.timelines.program import HolidayRule

__all__ = ["NORMS"]

_READ_ON = date(2026, 11, 21)
_SINCE = since_day(1965, 4, 1)

_of_the_payer = partial(
    duty, protects="person", in_force=_SINCE, verified_on=_READ_ON, authority="authority:tax-office"
)
"""What the duties of whoever pays wages have in common."""


@_of_the_payer(
    INCOME_TAX_ACT.article(183, 1),
    GENERAL_TAX_ACT.article(10, 2),
    id="jp.tax.income-tax-withheld",
    title=Text(
        "源泉所得税の納付（翌月10日まで）",
        "会社は 給料から 引いた 所得税を 国に 払います（つぎの 月の 10日まで）",
        "The employer pays over the income tax withheld by the day it is due",
    ),
    bearer="collector",
)
def withheld_tax_paid(instalment: Instalment) -> Duty:
    """Who pays wages pays the tax withheld from them to the State by the 10th of the next month; with fewer than ten staff and
    the office's approval twice a year, by 10 July and 20 January (art. 216): the instalment's own day says which.

    A day on which offices are closed moves the deadline itself. What the employer does not pay over, the worker does not owe.
    """
    by_that_day = days_after(0, counting=Counting.AFTER_THE_DAY, on_holiday=HolidayRule.NEXT_WORKING_DAY)
    return paid_by_the_day(instalment, tax="income", collection="special", due=by_that_day)


@_of_the_payer(
    INCOME_TAX_ACT.article(226, 1),
    GENERAL_TAX_ACT.article(10, 1),
    id="jp.tax.withholding-slip-on-leaving",
    title=Text(
        "退職者への源泉徴収票の交付（1か月以内）",
        "会社は やめた 人に 源泉徴収票を わたします（1か月以内）",
        "Hand over the withholding slip within a month of leaving",
    ),
    bearer="employer",
)
def slip_on_leaving(job: Employment) -> Duty:
    """Within a month of the day of leaving the employer hands the worker the slip about the pay of that year, asked or not.

    Act 66 of 1962 art. 10 (2) moves days by which something is filed, notified or paid; whether handing over is one of them
    it does not say, so the next working day is accepted.
    """
    slip = WithholdingSlip.at(job)
    return Duty(
        arises=ends(employed(job)),
        performed=slip.where(WithholdingSlip.occasion.is_("leaving")).happened(),
        due=months_after(1, on_holiday=HolidayRule.ACCEPTED_NEXT_WORKING_DAY),
    )


@status(
    GENERAL_TAX_ACT.article(123, 1),
    GENERAL_TAX_ORDER.article(41, 2),
    id="jp.tax.no-arrears-shown",
    title=Text(
        "国税の未納がないことの証明（納税証明書その3。源泉徴収された税は含まない）",
        "自分で 払う 国の 税金を ぜんぶ 払った 証明（給料から 引かれた 税金は 入って いません）",
        "No arrears of national taxes shown (certificate no. 3; tax withheld from wages is not in it)",
    ),
    in_force=_SINCE,
    verified_on=_READ_ON,
    authority="authority:tax-office",
)
def no_arrears_shown(person: Person) -> Status:
    """Whoever has certificate no. 3 (for one's own income and consumption tax: 3-2) shows that nothing is unpaid of it.

    No. 1 lists what was due, paid and unpaid, no. 2 the income, no. 4 that nothing was collected by force in three years:
    none of them shows it. A certificate speaks of the day on which it was issued; how old it may be the office that asks
    for it says.
    """
    certificate = TaxCertificate.at(person)
    clean = certificate.where(TaxCertificate.form.is_in(("3", "3-2"))).happened()
    return Status(
        applies=on_record(certificate.happened()),
        holds=item(
            None,
            Text("納税証明書その3", "納税証明書 その3", "certificate no. 3 or 3-2"),
            ever(clean, last=None, counting=WindowEdge.INCLUDING_THE_DAY),
            GENERAL_TAX_ORDER.article(41, 1),
        ),
    )


NORMS = (withheld_tax_paid, slip_on_leaving, no_arrears_shown)
