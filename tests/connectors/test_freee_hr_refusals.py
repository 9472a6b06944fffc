"""Malformed files of freee HR answers, each with the exact text of its refusal."""

from __future__ import annotations

import pytest

from kyosei.connectors import CONNECTORS
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import FREEE_HR_FILE, Spoil, answers, joined, sample, with_line, with_value, without

# What is wrong: how the sample is spoilt, and the whole text of the refusal.
MALFORMED: dict[str, tuple[Spoil, str]] = {
    "no_answer": (
        lambda content: b"\n \n",
        "freee-hr.jsonl:1: holds no answer; write one JSON object a line for each request",
    ),
    "not_utf8": (
        lambda content: content.replace("王".encode(), b"\x89\xa4", 1),
        "freee-hr.jsonl:2: byte 0x89 is not UTF-8; save the answers as UTF-8 JSON Lines",
    ),
    "not_json": (
        with_line(3, b'{"request": "GET'),
        "freee-hr.jsonl:3: is not JSON at column 13 (Unterminated string starting at); write one "
        "complete JSON object a line",
    ),
    "nan": (
        with_line(3, b'{"request": NaN}'),
        "freee-hr.jsonl:3: has NaN, which is no JSON number; give the answer as freee sent it",
    ),
    "key_twice": (
        with_line(3, b'{"request": "a", "request": "b"}'),
        "freee-hr.jsonl:3: says the key 'request' twice in one object; give the answer as freee sent it",
    ),
    "nested_too_deeply": (
        with_line(3, b"[" * 100_000),
        "freee-hr.jsonl:3: nests too deeply or has a number too long to be an answer of freee; give the "
        "answer as freee sent it",
    ),
    "number_too_long": (
        with_line(3, b"9" * 5_000),
        "freee-hr.jsonl:3: nests too deeply or has a number too long to be an answer of freee; give the "
        "answer as freee sent it",
    ),
    "not_an_object": (
        with_line(3, b"[]"),
        "freee-hr.jsonl:3: is an array where an object is needed; give the answer as freee sent it",
    ),
    "unknown_envelope_key": (
        with_value(3, ["fetched"], "2026-11-05"),
        "freee-hr.jsonl:3: 'fetched': is no key of an answer; use only request, retrieved_at, response",
    ),
    "no_retrieval_instant": (
        without(3, ["retrieved_at"]),
        "freee-hr.jsonl:3: retrieved_at: is absent; give the answer as freee sent it",
    ),
    "retrieval_without_offset": (
        with_value(3, ["retrieved_at"], "2026-11-05T09:00:00"),
        "freee-hr.jsonl:3: retrieved_at: is '2026-11-05T09:00:00', which is no instant; write it as "
        "2026-11-05T09:00:00+09:00",
    ),
    "retrieval_at_no_time": (
        with_value(3, ["retrieved_at"], "2026-11-05T25:00:00+09:00"),
        "freee-hr.jsonl:3: retrieved_at: is '2026-11-05T25:00:00+09:00', which is no instant; write one that exists",
    ),
    "request_of_another_method": (
        with_value(3, ["request"], "PUT /api/v1/employees/10"),
        "freee-hr.jsonl:3: request: is 'PUT /api/v1/employees/10'; write what was asked, as 'GET /api/v1/employees?…'",
    ),
    "request_not_read_here": (
        with_value(3, ["request"], "GET /api/v1/groups?company_id=48210"),
        "freee-hr.jsonl:3: request: asks '/api/v1/groups', whose answer is not read here; keep only "
        "answers to /api/v1/users/me, /api/v1/companies/{company_id}/employees, /api/v1/employees, "
        "/api/v1/employees/{employee_id}, /api/v1/employees/{employee_id}/basic_pay_rule, "
        "/api/v1/employees/{employee_id}/health_insurance_rule, "
        "/api/v1/employees/{employee_id}/welfare_pension_insurance_rule, "
        "/api/v1/salaries/employee_payroll_statements, "
        "/api/v1/salaries/employee_payroll_statements/{employee_id}, "
        "/api/v1/employees/{employee_id}/work_record_summaries/{year}/{month}",
    ),
    "request_without_month": (
        with_value(3, ["request"], "GET /api/v1/employees/10/basic_pay_rule?company_id=48210&year=2026"),
        "freee-hr.jsonl:3: request: does not say month; write the request with every parameter that was sent",
    ),
    "request_with_month_13": (
        with_value(3, ["request"], "GET /api/v1/employees/10/basic_pay_rule?company_id=48210&year=2026&month=13"),
        "freee-hr.jsonl:3: request: says month '13'; write a whole number from 1 to 12",
    ),
    "request_saying_month_twice": (
        with_value(3, ["request"], "GET /api/v1/employees?company_id=48210&year=2026&month=9&month=10"),
        "freee-hr.jsonl:3: request: says 'month' twice; write each parameter once",
    ),
    "answer_about_another_employee": (
        with_value(3, ["response", "employee_basic_pay_rule", "employee_id"], 11),
        "freee-hr.jsonl:3: response.employee_basic_pay_rule.employee_id: is 11, but the request asks "
        "for 10; pair each request with its own answer",
    ),
    "error_in_place_of_an_answer": (
        with_value(3, ["response"], {"status_code": 401, "errors": []}),
        "freee-hr.jsonl:3: response.employee_basic_pay_rule: is absent; give the answer as freee sent it",
    ),
    "employees_no_list": (
        with_value(2, ["response", "employees"], {}),
        "freee-hr.jsonl:2: response.employees: is an object where an array is needed; give the answer as freee sent it",
    ),
    "entry_date_absent": (
        without(2, ["response", "employees", 0, "entry_date"]),
        "freee-hr.jsonl:2: response.employees[0].entry_date: is absent; give the answer as freee sent it",
    ),
    "entry_date_null": (
        with_value(2, ["response", "employees", 0, "entry_date"], None),
        "freee-hr.jsonl:2: response.employees[0].entry_date: is null where a text is needed; give the "
        "answer as freee sent it",
    ),
    "entry_date_no_day": (
        with_value(2, ["response", "employees", 0, "entry_date"], "2025-02-29"),
        "freee-hr.jsonl:2: response.employees[0].entry_date: is '2025-02-29', which is no day; write an "
        "existing day as YYYY-MM-DD",
    ),
    "entry_date_with_slashes": (
        with_value(2, ["response", "employees", 0, "entry_date"], "2024/04/01"),
        "freee-hr.jsonl:2: response.employees[0].entry_date: is '2024/04/01', which is no day from 1900 "
        "on; write it as YYYY-MM-DD",
    ),
    "left_before_entering": (
        with_value(2, ["response", "employees", 0, "retire_date"], "2024-03-30"),
        "freee-hr.jsonl:2: response.employees[0].retire_date: is 2024-03-30, before entry_date "
        "2024-04-01; correct the days in freee, ask again",
    ),
    "name_with_control_character": (
        with_value(2, ["response", "employees", 1, "profile_rule", "last_name"], "王\n"),
        "freee-hr.jsonl:2: response.employees[1].profile_rule.last_name: has a control character in "
        "'王\\u000a'; mend the text in freee and ask again",
    ),
    "unknown_employment_type": (
        with_value(2, ["response", "employees", 1, "profile_rule", "employment_type"], "gig"),
        "freee-hr.jsonl:2: response.employees[1].profile_rule.employment_type: is 'gig', not one of "
        "board-member, regular, fixed-term, part-time, temporary or empty; ask again",
    ),
    "pay_amount_as_text": (
        with_value(3, ["response", "employee_basic_pay_rule", "pay_amount"], "221000"),
        "freee-hr.jsonl:3: response.employee_basic_pay_rule.pay_amount: is '221000', not a whole number "
        "from 0 to 99999999; give the answer as freee sent it",
    ),
    "pay_amount_below_zero": (
        with_value(3, ["response", "employee_basic_pay_rule", "pay_amount"], -1),
        "freee-hr.jsonl:3: response.employee_basic_pay_rule.pay_amount: is -1, not a whole number from "
        "0 to 99999999; give the answer as freee sent it",
    ),
    "unknown_pay_type": (
        with_value(3, ["response", "employee_basic_pay_rule", "pay_calc_type"], "yearly"),
        "freee-hr.jsonl:3: response.employee_basic_pay_rule.pay_calc_type: is 'yearly', not one of "
        "monthly, daily, hourly; ask freee again",
    ),
    "entried_as_number": (
        with_value(2, ["response", "employees", 0, "health_insurance_rule", "entried"], 1),
        "freee-hr.jsonl:2: response.employees[0].health_insurance_rule.entried: is 1 where true or "
        "false is needed; give freee's own answer",
    ),
    "two_answers_at_one_instant": (
        lambda content: with_value(5, ["response", "employee_basic_pay_rule", "pay_amount"], 1)(
            joined([*answers(content)[:4], *answers(content)[2:]])
        ),
        "freee-hr.jsonl:5: response.employee_basic_pay_rule: differs from another answer retrieved at "
        "the same instant; keep the answer that is right",
    ),
    "amount_with_comma": (
        with_value(5, ["response", "employee_payroll_statements", 0, "gross_payment_amount"], "233,070"),
        "freee-hr.jsonl:5: response.employee_payroll_statements[0].gross_payment_amount: is '233,070', "
        "which is not a whole number of yen; correct the slip in freee, ask again",
    ),
    "amount_of_half_a_yen": (
        with_value(5, ["response", "employee_payroll_statements", 0, "deductions", 1, "amount"], "20130.5"),
        "freee-hr.jsonl:5: response.employee_payroll_statements[0].deductions[1].amount: is '20130.5', "
        "which is not a whole number of yen; correct the slip in freee, ask again",
    ),
    "amount_as_number": (
        with_value(5, ["response", "employee_payroll_statements", 0, "basic_pay_amount"], 215000.0),
        "freee-hr.jsonl:5: response.employee_payroll_statements[0].basic_pay_amount: is 215000.0 where "
        "a text is needed; give the answer as freee sent it",
    ),
    "amount_that_may_be_a_personal_number": (
        with_value(5, ["response", "employee_payroll_statements", 0, "basic_pay_amount"], "1234-5678-9018"),
        "freee-hr.jsonl:5: response.employee_payroll_statements[0].basic_pay_amount: is (a value with "
        "ten or more digits, not shown: it may be a personal number), which is not a whole number of "
        "yen; correct the slip in freee, ask again",
    ),
    "closing_before_start": (
        with_value(5, ["response", "employee_payroll_statements", 0, "closing_date"], "2026-07-31"),
        "freee-hr.jsonl:5: response.employee_payroll_statements[0].closing_date: is 2026-07-31, before "
        "start_date 2026-08-01; correct the slip in freee, ask again",
    ),
    "slip_of_another_company": (
        with_value(5, ["response", "employee_payroll_statements", 1, "company_id"], 48211),
        "freee-hr.jsonl:5: response.employee_payroll_statements[1].company_id: is 48211, but the "
        "request asks for 48210; pair each request with its own answer",
    ),
    "slip_of_an_unknown_employee": (
        with_value(5, ["response", "employee_payroll_statements", 1, "employee_id"], 12),
        "freee-hr.jsonl:5: response.employee_payroll_statements[1]: is about employee 12, whom no "
        "answer introduces; add the answer to 'GET /api/v1/employees' or 'GET "
        "/api/v1/companies/{company_id}/employees'",
    ),
    "company_without_name": (
        without(1, []),
        "freee-hr.jsonl:1: response: is about company 48210, whose name no answer gives; add the answer "
        "to 'GET /api/v1/users/me'",
    ),
    "hours_of_an_unknown_employee": (
        with_value(8, ["request"], "GET /api/v1/employees/12/work_record_summaries/2026/10?company_id=48210"),
        "freee-hr.jsonl:8: response: is about employee 12, whom no answer introduces; add the answer to "
        "'GET /api/v1/employees' or 'GET /api/v1/companies/{company_id}/employees'",
    ),
    "minutes_as_text": (
        with_value(8, ["response", "total_work_mins"], "9640"),
        "freee-hr.jsonl:8: response.total_work_mins: is '9640', not a whole number from 0 to 527040; "
        "give the answer as freee sent it",
    ),
    "left_before_coming": (
        with_value(
            9,
            ["response", "work_records", 1, "work_record_segments", 0, "clock_out_at"],
            "2026-10-02T16:00:00.000+09:00",
        ),
        "freee-hr.jsonl:9: response.work_records[1].work_record_segments[0].clock_out_at: is "
        "2026-10-02T16:00:00.000+09:00, before clock_in_at 2026-10-02T17:00:00.000+09:00; correct the "
        "times in freee, ask again",
    ),
    "break_longer_than_work": (
        with_value(
            9,
            ["response", "work_records", 1, "break_records"],
            [{"clock_in_at": "2026-10-02T12:00:00+09:00", "clock_out_at": "2026-10-02T18:00:00+09:00"}],
        ),
        "freee-hr.jsonl:9: response.work_records[1]: adds up to -60 minutes of work; correct the clock "
        "times in freee and ask again",
    ),
    "one_day_twice": (
        with_value(9, ["response", "work_records", 1, "date"], "2026-10-01"),
        "freee-hr.jsonl:9: response.work_records[1].date: is 2026-10-01 a second time; ask freee again",
    ),
    "day_outside_the_period": (
        with_value(9, ["response", "work_records", 0, "date"], "2026-09-30"),
        "freee-hr.jsonl:9: response.work_records[0].date: is 2026-09-30, outside start_date and "
        "end_date; ask freee again",
    ),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_file_is_refused_with_row_field_value_and_what_to_do(case: str) -> None:
    spoil, message = MALFORMED[case]
    with pytest.raises(InstitutionFileError) as refusal:
        CONNECTORS["freee-hr"].read(FREEE_HR_FILE, spoil(sample(FREEE_HR_FILE)))
    assert str(refusal.value) == message


def test_the_sample_itself_is_read() -> None:
    assert CONNECTORS["freee-hr"].read(FREEE_HR_FILE, sample(FREEE_HR_FILE))
