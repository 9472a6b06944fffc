"""Pay slips (給与明細): what was paid for which days, as far as the payroll has been closed.

A slip that is still being calculated (`fixed` false) states nothing: freee then sends null and empty lists, and
what it sends besides may still change. A null on a closed slip is unknown too; neither is ever zero. The month
asked is the month of payment; what the slip is about stands in `start_date` and `closing_date`, both inside.
Hours are not read from slips: the schema does not say the unit of `normal_work_time`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from kyosei.connectors.api_answers.located import Located, japanese_day
from kyosei.connectors.connector import Line
from kyosei.connectors.freee_hr.answers import Answer, Endpoint
from kyosei.connectors.freee_hr.records import Who
from kyosei.connectors.lines import interval_line, shown

__all__ = ["pay_lines", "pay_slips"]

NUMBER_MAX = 2**31 - 1
BASE_PAY = "基本給"
# The names under which freee itself lists the statutory deductions; a company's own items keep their own names.
DEDUCTION_FIELDS = {
    "厚生年金保険料": "pension_deducted_yen",
    "厚生年金": "pension_deducted_yen",
    "健康保険料": "health_deducted_yen",
    "健康保険": "health_deducted_yen",
    "雇用保険料": "employment_insurance_deducted_yen",
    "雇用保険": "employment_insurance_deducted_yen",
    "住民税": "resident_tax_deducted_yen",
}
AMOUNT = re.compile(r"(-?[0-9]{1,12})(\.0+)?")


def pay_slips(answer: Answer) -> Iterator[tuple[Who, Located]]:
    """The slips in an answer, each with its employee; none if the answer is about something else."""
    match answer.endpoint:
        case Endpoint.PAY_STATEMENTS:
            places = list(answer.response.member("employee_payroll_statements").items())
        case Endpoint.PAY_STATEMENT:
            places = [answer.response.member("employee_payroll_statement")]
        case _:  # Every other endpoint is read elsewhere.
            return
    for place in places:
        who = Who(place.member("company_id").integer(1, NUMBER_MAX), place.member("employee_id").integer(1, NUMBER_MAX))
        for name in ("company_id", "employee_id"):
            number = place.member(name)
            if name in answer.numbers and number.value != answer.numbers[name]:
                raise number.refusal(
                    f"is {shown(number.value)}, but the request asks for {answer.numbers[name]};"
                    " pair each request with its own answer"
                )
        yield who, place


def pay_lines(connector: str, answer: Answer) -> Iterator[Line]:
    """`work.pay` of every closed slip in an answer."""
    for who, slip in pay_slips(answer):
        from_day, closing = slip.member("start_date").day(), slip.member("closing_date")
        if closing.day() < from_day:
            raise closing.refusal(
                f"is {closing.day()}, before start_date {from_day}; correct the slip in freee, ask again"
            )
        fields = slip_fields(slip) if slip.member("fixed").truth() else {}
        if not fields:
            continue
        paid = slip.member("pay_date").day()
        if paid <= japanese_day(answer.retrieved_at):
            # A pay day that was still ahead is a plan, not a payment.
            fields["paid_on"] = paid.isoformat()
        until_day = closing.day() + timedelta(days=1)
        about = {"person": who.person, "employer": who.employer}
        yield interval_line(
            connector, "work.pay", who.employer, about, from_day, until_day, fields, answer.retrieved_at
        )


def slip_fields(slip: Located) -> dict[str, object]:
    """The amounts that the slip gives; an amount or list that it leaves out stays out, and so does one below zero.

    Yen of the vocabulary are never negative, but a slip may give back what an earlier one took.
    """
    fields: dict[str, object] = {}
    for name, member in (("gross_yen", "gross_payment_amount"), ("base_yen", "basic_pay_amount")):
        amount = yen(slip.optional(member))
        if amount is not None and amount >= 0:
            fields[name] = amount
    # `overtime_pays` splits up what `payments` already has, so it is not listed a second time.
    allowances = [(item, amount) for item, amount in items(slip.optional("payments")) if item != BASE_PAY]
    deductions = items(slip.optional("deductions"))
    for name, listed in (("allowances", allowances), ("deductions", deductions)):
        # A list says of whatever is not on it that it is nothing: it is stated whole or not at all.
        if listed and all(amount is not None and amount >= 0 for _, amount in listed):
            fields[name] = [{"item": item, "yen": amount} for item, amount in listed]
    for name in dict.fromkeys(DEDUCTION_FIELDS.values()):
        amounts = [amount for item, amount in deductions if DEDUCTION_FIELDS.get(item) == name]
        known = [amount for amount in amounts if amount is not None]
        if amounts and len(known) == len(amounts) and sum(known) >= 0:
            fields[name] = sum(known)
    return fields


def items(places: Located | None) -> list[tuple[str, int | None]]:
    """Name and amount of each item of a list of payments or deductions."""
    found = [] if places is None else list(places.items())
    return [(place.member("name").text().strip(), yen(place.optional("amount"))) for place in found]


def yen(place: Located | None) -> int | None:
    """An amount written as a decimal string, such as "215000.0"; None where freee sent null."""
    if place is None:
        return None
    match = AMOUNT.fullmatch(place.text())
    if match is None:
        raise place.refusal(
            f"is {shown(place.value)}, which is not a whole number of yen; correct the slip in freee, ask again"
        )
    return int(match[1])
