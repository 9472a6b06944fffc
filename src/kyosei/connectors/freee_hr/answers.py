"""The answers of the freee HR API in a file: which request each answers, and the numbers that the request names.

One line reads `{"request": "GET /api/v1/…?…", "retrieved_at": "2026-11-05T09:00:00+09:00", "response": …}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kyosei.connectors.api_answers.envelopes import Envelope, read_envelopes
from kyosei.connectors.api_answers.located import FIRST_YEAR, LAST_YEAR, Located
from kyosei.connectors.lines import shown

__all__ = ["Answer", "Endpoint", "read_answers"]


class Endpoint(StrEnum):
    """The requests whose answers are read, as freee's schema 2022-02-01 writes them."""

    COMPANIES = "/api/v1/users/me"
    ALL_EMPLOYEES = "/api/v1/companies/{company_id}/employees"
    EMPLOYEES = "/api/v1/employees"
    EMPLOYEE = "/api/v1/employees/{employee_id}"
    BASIC_PAY = "/api/v1/employees/{employee_id}/basic_pay_rule"
    HEALTH_INSURANCE = "/api/v1/employees/{employee_id}/health_insurance_rule"
    PENSION_INSURANCE = "/api/v1/employees/{employee_id}/welfare_pension_insurance_rule"
    PAY_STATEMENTS = "/api/v1/salaries/employee_payroll_statements"
    PAY_STATEMENT = "/api/v1/salaries/employee_payroll_statements/{employee_id}"
    HOURS = "/api/v1/employees/{employee_id}/work_record_summaries/{year}/{month}"


# What the request must say besides its path, for the answer to be understood.
NEEDED = {
    Endpoint.COMPANIES: (),
    Endpoint.ALL_EMPLOYEES: (),
    Endpoint.HOURS: ("company_id",),
}
NEEDED_OTHERWISE = ("company_id", "year", "month")
RANGES = {"year": (FIRST_YEAR, LAST_YEAR), "month": (1, 12)}
NUMBER_MAX = 2**31 - 1
SENDER = "freee"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `numbers` are what path and query of the request said: company_id, employee_id, year, month."""

    endpoint: Endpoint
    numbers: Mapping[str, int]
    retrieved_at: datetime
    response: Located


def read_answers(file: str, content: bytes) -> list[Answer]:
    """Every answer of the file, in order; empty lines are passed over."""
    return [read_answer(envelope) for envelope in read_envelopes(SENDER, file, content)]


def read_answer(envelope: Envelope) -> Answer:
    """The answer in one envelope."""
    endpoint, numbers = read_request(envelope.request)
    return Answer(endpoint, numbers, envelope.retrieved_at, envelope.response)


def read_request(request: Located) -> tuple[Endpoint, dict[str, int]]:
    """The endpoint that was asked, and the numbers that its path and query name."""
    text = request.text()
    if not text.startswith("GET /api/v1/"):
        raise request.refusal(f"is {shown(text)}; write what was asked, as 'GET /api/v1/employees?…'")
    path, _, query = text.removeprefix("GET ").partition("?")
    for endpoint in Endpoint:
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[0-9]+)", re.escape(endpoint))
        if match := re.fullmatch(pattern, path):
            written = dict(match.groupdict())
            for pair in query.split("&") if query else ():
                name, _, value = pair.partition("=")
                if name in written:
                    raise request.refusal(f"says {shown(name)} twice; write each parameter once")
                written[name] = value
            return endpoint, read_numbers(request, endpoint, written)
    known = ", ".join(endpoint for endpoint in Endpoint)
    raise request.refusal(f"asks {shown(path)}, whose answer is not read here; keep only answers to {known}")


def read_numbers(request: Located, endpoint: Endpoint, written: Mapping[str, str]) -> dict[str, int]:
    """The numbers of the request that matter, each checked; further parameters (limit, offset) are passed over."""
    for name in NEEDED.get(endpoint, NEEDED_OTHERWISE):
        if name not in written:
            raise request.refusal(f"does not say {name}; write the request with every parameter that was sent")
    numbers = {}
    for name in ("company_id", "employee_id", "year", "month"):
        if name in written:
            value = written[name]
            low, high = RANGES.get(name, (1, NUMBER_MAX))
            if not re.fullmatch(r"[0-9]{1,10}", value) or not low <= int(value) <= high:
                raise request.refusal(f"says {name} {shown(value)}; write a whole number from {low} to {high}")
            numbers[name] = int(value)
    return numbers
