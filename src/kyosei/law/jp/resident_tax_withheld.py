"""Was resident tax withheld from the pay and not paid over: two facts that are often taken for one?"""

from __future__ import annotations

from datetime import date

from kyosei.facts.scopes import INSTALMENT, Instalment
from kyosei.facts.vocabulary.labour import WorkPay
from kyosei.facts.vocabulary.tax import TaxInstalment
from kyosei.law.jp.laws import LOCAL_TAX_ACT
from kyosei.law.jp.on_record import on_record
from kyosei.norms.declare import since_day, status
from kyosei.norms.forms import Status
from kyosei.terms.language import MonthRounding, Months, WindowEdge, ever, item, within, yen
from kyosei.terms.text import Text

__all__ = ["NORMS"]

_WITHHELD_WITHIN = Months(2, rounding=MonthRounding.CIVIL_CODE_143)
"""An instalment is due on the 10th of the month after the pay from which it was withheld."""


@status(
    LOCAL_TAX_ACT.article("321-5", 1),
    LOCAL_TAX_ACT.article("321-3", 1),
    id="jp.tax.resident-tax-withheld",
    title=Text(
        "住民税は給料から控除済み（納入は会社の義務）",
        "住民税は 給料から 引かれました。市に 払うのは 会社です",
        "Resident tax was withheld from the pay; paying it over is the employer's duty",
    ),
    in_force=since_day(1951, 1, 1),
    verified_on=date(2026, 11, 22),
    review_on=date(2027, 6, 1),
    authority="unknown:municipality",
)
def resident_tax_withheld(instalment: Instalment) -> Status:
    """Of an instalment collected through the employer it is on record that the tax was withheld from the pay of the two months
    before. Then the worker has borne it: that it was not paid over is the employer's failure (jp.tax.resident-tax-special)
    and never the worker's arrears, whatever a certificate of payment shows.

    The slip proves the one fact, the municipality's list the other; neither proves both. The Act's text at hand is old, so
    the articles are knowledge and the norm is reviewed early.
    """
    record = TaxInstalment.at(instalment, at_key=True)
    collected = record.where(TaxInstalment.tax.is_("resident"), TaxInstalment.collection.is_("special"))
    pay = WorkPay.at(person=instalment.party("person"), employer=instalment.party("collector"))
    withheld = pay.holds() & (pay.resident_tax_deducted_yen >= yen(1, INSTALMENT))
    return Status(
        applies=on_record(collected.happened()),
        holds=item(
            "321-5(1)",
            Text(
                "給与から控除された", "給料から 引かれた", "withheld from the pay of the two months before it was due"
            ),
            ever(
                collected.happened() & within(_WITHHELD_WITHIN, after=withheld),
                last=None,
                counting=WindowEdge.INCLUDING_THE_DAY,
            ),
            LOCAL_TAX_ACT.article("321-5", 1),
        ),
    )


NORMS = (resident_tax_withheld,)
