"""Tax (税): instalments, income and returns."""

from __future__ import annotations

from kyosei.facts.fields import ChoiceField, CountField, DayField, YearField, YenField
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.scopes import EMPLOYMENT, INSTALMENT, PERSON

__all__ = ["SalaryReport", "TaxCertificate", "TaxIncome", "TaxInstalment", "TaxReturn", "WithholdingSlip"]


class TaxInstalment(
    Kind, name="tax.instalment", ja="税の納期ごとの額", en="Tax instalment", about=("person", "collector?"),
    span=Span.EVENT, single=False, holders=(Anyone("municipality"), Authority("tax-office")), lag_days=30,
    scope=INSTALMENT,
    settled_by_any=True,  # whoever levies it knows alone whether it was paid
):  # fmt: skip
    """An instalment, on the day it is due; where the employer collects it, the employer owes the payment."""

    tax = ChoiceField("税目", "tax", "resident", "income")
    fiscal_year = YearField("年度", "fiscal year")
    number = CountField("期別", "number of the instalment")
    amount_yen = YenField("税額", "amount owed")
    paid_on = DayField("納付日", "paid on")
    unpaid_as_of = DayField("未納の確認日", "not paid as of")
    collection = ChoiceField("徴収の方法", "collection", "special", "ordinary")


class TaxIncome(
    Kind, name="tax.income", ja="所得", en="Income of a year", about=("person",), span=Span.PERIOD,
    holders=(Anyone("municipality"),), lag_days=30, scope=PERSON,
):  # fmt: skip
    """Income of the calendar year."""

    income_yen = YenField("合計所得金額", "total income")
    salary_yen = YenField("給与収入", "salary")
    dependants = CountField("扶養親族の数", "dependants")


class SalaryReport(
    Kind, name="tax.salary_report", ja="給与支払報告書", en="Salary report to the municipality",
    about=("person", "employer"), span=Span.EVENT, single=False, holders=(Anyone("municipality"),), lag_days=30,
    scope=EMPLOYMENT,
):  # fmt: skip
    """On the day, by the employer's report, the person was in its pay: 1 January, or the last day of who left.

    Local Tax Act art. 317-6 (1), (3). Amounts are told by `tax.income`.
    """


class TaxReturn(
    Kind, name="tax.return", ja="確定申告", en="Tax return", about=("person",), span=Span.EVENT, single=False,
    holders=(Authority("tax-office"),), lag_days=30, scope=PERSON,
):  # fmt: skip
    """A return was filed."""

    for_year = YearField("対象年", "for the year")


class WithholdingSlip(
    Kind, name="tax.withholding_slip", ja="源泉徴収票の交付", en="Withholding slip handed over",
    about=("person", "employer"), span=Span.EVENT, single=False, holders=(TheParty("employer"),), lag_days=30,
    scope=EMPLOYMENT,
):  # fmt: skip
    """The worker received the slip about the pay of a year, by itself or on leaving."""

    occasion = ChoiceField("交付の事由", "occasion", "leaving", "yearly")


class TaxCertificate(
    Kind, name="tax.certificate", ja="納税証明書（国税）", en="Certificate of national taxes", about=("person",),
    span=Span.EVENT, single=False, holders=(Authority("tax-office"),), lag_days=30, scope=PERSON,
):  # fmt: skip
    """A certificate was issued; form 3 says that of the taxes it names nothing is unpaid."""

    form = ChoiceField("証明書の種類", "form", "1", "2", "3", "3-2", "3-3", "4")
    for_year = YearField("対象年", "for the year")


KINDS: tuple[type[Kind], ...] = (TaxInstalment, TaxIncome, SalaryReport, TaxReturn, WithholdingSlip, TaxCertificate)
"""In the order of the vocabulary."""
