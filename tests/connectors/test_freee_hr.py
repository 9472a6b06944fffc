"""How answers of freee HR become statements: what is known, for which days, and what is left unsaid."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kyosei.connectors import CONNECTORS, Line
from kyosei.connectors.freee_hr.hours import hours_of_minutes
from tests.connectors.samples import FREEE_HR_FILE, Spoil, answers, joined, sample, with_value, without

SLIP: list[str | int] = ["response", "employee_payroll_statements", 0]
HOA = "person:freee-48210-10"


def read(*changes: Spoil) -> list[Line]:
    content = sample(FREEE_HR_FILE)
    for change in changes:
        content = change(content)
    return CONNECTORS["freee-hr"].read(FREEE_HR_FILE, content)


def stated(lines: Sequence[Line], kind: str, person: str = HOA) -> list[tuple[object, object, object]]:
    """From, until and fields of each statement of a kind about a person."""
    return [
        (line["from"], line["until"], line["data"])
        for line in lines
        if line.get("kind") == kind and line["about"] == {"person": person, "employer": "org:freee-company-48210"}
    ]


def fields(lines: Sequence[Line], from_day: str) -> dict[str, object]:
    """The fields of the one pay statement that begins on a day."""
    [found] = [data for start, _, data in stated(lines, "work.pay") if start == from_day]
    assert isinstance(found, dict)
    return found


def test_pay_is_stated_for_the_days_it_is_about_not_for_the_month_of_payment() -> None:
    assert [(start, until) for start, until, _ in stated(read(), "work.pay")] == [
        ("2026-08-01", "2026-09-01"),
        ("2026-09-01", "2026-10-01"),
    ]


def test_a_slip_still_being_calculated_states_nothing_even_if_some_amounts_are_there() -> None:
    lines = read(with_value(7, [*SLIP, "gross_payment_amount"], "0.0"))
    assert "2026-10-01" not in [start for start, _, _ in stated(lines, "work.pay")]


def test_a_null_on_a_closed_slip_is_left_out_and_never_zero() -> None:
    lines = read(
        with_value(5, [*SLIP, "gross_payment_amount"], None),
        with_value(5, [*SLIP, "deductions", 0, "amount"], None),
    )
    pay = fields(lines, "2026-08-01")
    assert "gross_yen" not in pay
    assert "health_deducted_yen" not in pay
    assert "deductions" not in pay  # a list without this item would say that nothing was deducted for it
    assert pay["pension_deducted_yen"] == 20130


def test_a_closed_slip_of_which_nothing_is_known_makes_no_statement() -> None:
    emptied = [with_value(5, [*SLIP, name], None) for name in ("gross_payment_amount", "basic_pay_amount")]
    lines = read(*emptied, *(with_value(5, [*SLIP, name], []) for name in ("payments", "deductions")))
    assert [start for start, _, _ in stated(lines, "work.pay")] == ["2026-09-01"]


def test_a_deduction_that_freee_lists_twice_is_added_up_and_zero_is_said_where_the_slip_says_it() -> None:
    amounts = [("住民税", "6400.0"), ("住民税", "400.0"), ("雇用保険料", "0")]
    twice = [{"name": name, "amount": amount} for name, amount in amounts]
    pay = fields(read(with_value(5, [*SLIP, "deductions"], twice)), "2026-08-01")
    assert pay["resident_tax_deducted_yen"] == 6800
    assert pay["employment_insurance_deducted_yen"] == 0
    assert "pension_deducted_yen" not in pay


def test_an_amount_below_zero_has_no_place_in_the_vocabulary_and_is_left_out_with_its_list() -> None:
    pay = fields(read(with_value(5, [*SLIP, "deductions", 0, "amount"], "-500.0")), "2026-08-01")
    assert "health_deducted_yen" not in pay
    assert "deductions" not in pay
    assert pay["allowances"] == [{"item": "通勤手当", "yen": 8200}, {"item": "残業代", "yen": 9870}]


def test_a_pay_day_still_ahead_is_not_stated_as_paid() -> None:
    assert fields(read(), "2026-08-01")["paid_on"] == "2026-09-25"
    assert "paid_on" not in fields(read(with_value(5, [*SLIP, "pay_date"], "2026-11-06")), "2026-08-01")


def test_terms_hold_in_the_months_asked_and_are_not_spread_over_others() -> None:
    assert stated(read(), "work.contract") == [
        ("2024-04-01", "2026-09-01", {}),
        ("2026-09-01", "2026-10-01", {"employment_type": "regular", "wage_yen_per_month": 215000}),
        ("2026-10-01", "2026-11-01", {"wage_yen_per_month": 221000}),
        ("2026-11-01", None, {"employment_type": "regular", "wage_yen_per_month": 221000}),
    ]


def test_terms_of_a_month_past_at_retrieval_end_with_it() -> None:
    lines = read(without(4, []))
    assert stated(lines, "work.contract")[-2:] == [
        ("2026-10-01", "2026-11-01", {"wage_yen_per_month": 221000}),
        ("2026-11-01", None, {}),
    ]


def test_terms_end_on_the_day_after_retirement() -> None:
    lines = read(*(with_value(row, ["response", "employees", 0, "retire_date"], "2026-11-20") for row in (2, 4)))
    assert stated(lines, "work.contract")[-1][:2] == ("2026-11-01", "2026-11-21")
    assert stated(lines, "pension.enrolment")[-1][:2] == ("2026-11-01", "2026-11-21")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("regular", {"employment_type": "regular"}),
        ("fixed-term", {"employment_type": "fixed_term"}),
        ("part-time", {"employment_type": "part_time"}),
        ("temporary", {"employment_type": "dispatched"}),
        ("", {}),
        (None, {}),
    ],
)
def test_employment_types_take_the_words_of_the_vocabulary(written: str | None, expected: dict[str, str]) -> None:
    lines = read(with_value(4, ["response", "employees", 0, "profile_rule", "employment_type"], written))
    assert stated(lines, "work.contract")[-1][2] == {**expected, "wage_yen_per_month": 221000}


def test_a_board_member_has_no_contract_of_work() -> None:
    lines = read(with_value(4, ["response", "employees", 0, "profile_rule", "employment_type"], "board-member"))
    assert stated(lines, "work.contract") == []
    assert stated(lines, "pension.enrolment")


@pytest.mark.parametrize("rule", [{"pay_amount": 0}, {"pay_calc_type": "daily"}])
def test_a_wage_not_entered_or_paid_by_the_day_is_left_out(rule: dict[str, object]) -> None:
    changes = [with_value(4, ["response", "employees", 0, "basic_pay_rule", name], rule[name]) for name in rule]
    assert stated(read(*changes), "work.contract")[-1][2] == {"employment_type": "regular"}


def test_enrolment_is_stated_only_where_the_payroll_says_so() -> None:
    lines = read()
    assert stated(lines, "pension.enrolment")[0] == (
        "2026-09-01",
        "2026-10-01",
        {"scheme": "employees", "standard_remuneration_yen": 220000},
    )
    assert stated(lines, "health.enrolment")[0] == ("2026-09-01", "2026-10-01", {})
    assert stated(lines, "pension.enrolment", "person:freee-48210-11") == []


def test_days_without_clock_times_count_as_days_off_only_if_the_total_is_complete() -> None:
    person = "person:freee-48210-11"
    assert len(stated(read(), "work.hours", person)) == 31
    lines = read(with_value(9, ["response", "total_work_mins"], 10_000))
    assert {"hours": 0} not in [data for _, _, data in stated(lines, "work.hours", person)]


def test_the_days_of_a_running_period_stop_before_the_day_of_retrieval() -> None:
    lines = read(with_value(9, ["retrieved_at"], "2026-10-09T18:00:00+09:00"))
    assert stated(lines, "work.hours", "person:freee-48210-11")[-1] == ("2026-10-08", "2026-10-09", {"hours": 0})


def test_a_total_of_a_running_period_or_of_zero_is_not_stated() -> None:
    assert stated(read(), "work.hours") == [("2026-09-01", "2026-10-01", {"hours": 160.67})]
    assert stated(read(with_value(8, ["retrieved_at"], "2026-09-30T18:00:00+09:00")), "work.hours") == []
    assert stated(read(with_value(8, ["response", "total_work_mins"], 0)), "work.hours") == []


def test_hours_with_two_decimals_keep_every_minute() -> None:
    assert all(round(hours_of_minutes(minutes) * 60) == minutes for minutes in range(60 * 24 * 366))


def test_what_is_personal_and_not_needed_is_not_copied() -> None:
    changes = [
        with_value(2, ["response", "employees", 0, "base_pension_num"], "1234567890"),
        with_value(2, ["response", "employees", 0, "individual_number"], "123456789018"),
        with_value(2, ["response", "employees", 0, "nationality"], "VNM"),
        with_value(2, ["response", "employees", 0, "profile_rule", "prefecture_code"], 10),
    ]
    assert read(*changes) == read()


def test_the_same_answer_given_twice_states_everything_once() -> None:
    content = sample(FREEE_HR_FILE)
    assert CONNECTORS["freee-hr"].read("", content + content) == CONNECTORS["freee-hr"].read("", content)


def test_a_later_answer_to_the_same_question_takes_the_place_of_the_earlier() -> None:
    def asked_again(content: bytes) -> bytes:
        lines = answers(content)
        later = answers(with_value(3, ["response", "employee_basic_pay_rule", "pay_amount"], 222000)(content))[2]
        return joined([{**later, "retrieved_at": "2026-11-06T09:00:00+09:00"}, *lines])

    assert stated(read(asked_again), "work.contract")[2][2] == {"wage_yen_per_month": 222000}


def test_the_list_of_all_employees_introduces_those_who_have_left() -> None:
    days = {"entry_date": "2025-01-06", "retire_date": "2025-12-31"}
    answer = {
        "request": "GET /api/v1/companies/48210/employees?limit=100",
        "retrieved_at": "2026-11-05T09:00:01+09:00",
        "response": [{"id": 12, "num": "E012", "display_name": "SHARMA Anil", **days}],
    }
    lines = read(lambda content: content + joined([answer]))
    assert stated(lines, "work.contract", "person:freee-48210-12") == [("2025-01-06", "2026-01-01", {})]
    assert {"script": "Latn", "text": "SHARMA Anil"} in [
        name
        for line in lines
        if line["id"] == "person:freee-48210-12"
        for name in line["names"]  # type: ignore[attr-defined] # a list in every party line
    ]
