"""Reads a file of freee HR answers whole: parties first, then what the employer's payroll states about each."""

from __future__ import annotations

from collections.abc import Iterator

from kyosei.connectors.connector import Connector, Line
from kyosei.connectors.freee_hr.answers import Answer, Endpoint, read_answers
from kyosei.connectors.freee_hr.employees import take_employee_answer
from kyosei.connectors.freee_hr.hours import hours_lines
from kyosei.connectors.freee_hr.pay import pay_lines, pay_slips
from kyosei.connectors.freee_hr.records import Records, Who
from kyosei.connectors.freee_hr.terms import contract_lines, enrolment_lines
from kyosei.connectors.lines import employer_line, name_in_script, person_line, unrepeated

__all__ = ["FREEE_HR"]

NAME = "freee-hr"


def read(file: str, content: bytes) -> list[Line]:
    """The case-file lines of a file of answers; the source of every statement is the company itself."""
    answers = read_answers(file, content)
    records = Records()
    for answer in answers:
        take_employee_answer(answer, records)
    for answer in answers:
        must_be_introduced(answer, records)
    statements: list[Line] = []
    for who in sorted(records.employments):
        statements += contract_lines(NAME, who, records)
        statements += enrolment_lines(NAME, who, records)
    for answer in answers:
        statements += pay_lines(NAME, answer)
        statements += hours_lines(NAME, answer)
    return unrepeated([*party_lines(records), *statements])


def must_be_introduced(answer: Answer, records: Records) -> None:
    """Refuse an answer about a company or employee whom no other answer names: nobody could tell who is meant."""
    company = answer.numbers.get("company_id")
    if company is not None and company not in records.companies:
        raise answer.response.refusal(
            f"is about company {company}, whose name no answer gives; add the answer to 'GET {Endpoint.COMPANIES}'"
        )
    people = [(who, place) for who, place in pay_slips(answer)]
    if company is not None and "employee_id" in answer.numbers:
        people.append((Who(company, answer.numbers["employee_id"]), answer.response))
    for who, place in people:
        if who not in records.employments:
            raise place.refusal(
                f"is about employee {who.employee}, whom no answer introduces;"
                f" add the answer to 'GET {Endpoint.EMPLOYEES}' or 'GET {Endpoint.ALL_EMPLOYEES}'"
            )


def party_lines(records: Records) -> Iterator[Line]:
    """The companies whose employees the file tells of, then these employees."""
    for company in sorted({who.company for who in records.employments}):
        yield employer_line(f"org:freee-company-{company}", [name_in_script(records.companies[company].value)])
    for who in sorted(records.employments):
        profile = records.profiles[who].value
        names = [name_in_script(profile.written)]
        if profile.kana:
            names.append({"script": "Kana", "text": profile.kana})
        yield person_line(who.person, names, profile.born)


FREEE_HR = Connector(
    name=NAME,
    title_ja="freee人事労務（APIの応答）",
    title_en="freee HR (API answers)",
    suffix=".jsonl",
    read=read,
)
