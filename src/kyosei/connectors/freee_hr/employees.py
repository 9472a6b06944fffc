"""Answers about employees, their basic pay and their insurance, taken into the records.

Not taken, though freee gives them: nationality, sex, address (its prefecture is that of the home, not of the
workplace), basic pension number, employment-insurance number, bank account, family, disability, and 勤労学生
(`is_working_student` is the tax deduction, not enrolment at a school).
"""

from __future__ import annotations

from kyosei.connectors.api_answers.located import Located
from kyosei.connectors.freee_hr.answers import Answer, Endpoint
from kyosei.connectors.freee_hr.records import (
    BasicPay,
    Employment,
    Enrolment,
    Heard,
    Month,
    Profile,
    Records,
    Who,
    keep,
)
from kyosei.connectors.lines import shown

__all__ = ["take_employee_answer"]

NUMBER_MAX = 2**31 - 1
PAY_YEN_MAX = 99_999_999
PAY_TYPES = ("monthly", "daily", "hourly")
EMPLOYMENT_TYPES = ("board-member", "regular", "fixed-term", "part-time", "temporary", "")


def take_employee_answer(answer: Answer, records: Records) -> None:
    """Take an answer about companies or employees; answers about pay slips and hours are passed over."""
    match answer.endpoint:
        case Endpoint.COMPANIES:
            take_companies(answer, records)
        case Endpoint.ALL_EMPLOYEES:
            for place in answer.response.items():
                take_listed(answer, place, records)
        case Endpoint.EMPLOYEES:
            for place in answer.response.member("employees").items():
                take_employee(answer, place, records)
        case Endpoint.EMPLOYEE:
            place = answer.response.member("employee")
            must_be_asked(place.member("id"), answer.numbers["employee_id"])
            take_employee(answer, place, records)
        case Endpoint.BASIC_PAY:
            who, month = Who(answer.numbers["company_id"], answer.numbers["employee_id"]), asked_month(answer)
            take_basic_pay(answer, answer.response.member("employee_basic_pay_rule"), (who, month), records)
        case Endpoint.PENSION_INSURANCE:
            who, month = Who(answer.numbers["company_id"], answer.numbers["employee_id"]), asked_month(answer)
            rule = answer.response.member("employee_welfare_pension_insurance_rule")
            take_enrolment(answer, rule, (who, month), records.pensions)
        case Endpoint.HEALTH_INSURANCE:
            who, month = Who(answer.numbers["company_id"], answer.numbers["employee_id"]), asked_month(answer)
            rule = answer.response.member("employee_health_insurance_rule")
            take_enrolment(answer, rule, (who, month), records.healths)
        case Endpoint.PAY_STATEMENTS | Endpoint.PAY_STATEMENT | Endpoint.HOURS:
            return


def asked_month(answer: Answer) -> Month:
    """The month asked for.

    freee answers a request for month m about employees paid in the following month with "m + 1", its pay month:
    either way m is the month in which the pay period closes, so rules are taken to hold in the calendar month m.
    """
    return Month(answer.numbers["year"], answer.numbers["month"])


def must_be_asked(place: Located, asked: int) -> None:
    """Refuse an answer about somebody or something else than was asked."""
    if place.integer(1, NUMBER_MAX) != asked:
        raise place.refusal(
            f"is {shown(place.value)}, but the request asks for {asked}; pair each request with its own answer"
        )


def take_companies(answer: Answer, records: Records) -> None:
    """The names of the companies that the user belongs to."""
    for place in answer.response.member("companies").items():
        name = place.member("name")
        if not name.text().strip():
            raise name.refusal("is empty; enter the company's name in freee and ask again")
        number = place.member("id").integer(1, NUMBER_MAX)
        keep(records.companies, number, Heard(name.text(), answer.retrieved_at), name)


def take_listed(answer: Answer, place: Located, records: Records) -> None:
    """An entry of the list of all employees, the only answer that still names those who have left."""
    who = Who(answer.numbers["company_id"], place.member("id").integer(1, NUMBER_MAX))
    take_employment(answer, place, who, records)
    if who not in records.profiles:
        # Only until a fuller answer comes: the list has one display name and no day of birth.
        records.profiles[who] = Heard(Profile(displayed(place), "", None), answer.retrieved_at)


def take_employee(answer: Answer, place: Located, records: Records) -> None:
    """An employee with the rules of the month asked."""
    who = Who(answer.numbers["company_id"], place.member("id").integer(1, NUMBER_MAX))
    must_be_asked(place.member("company_id"), who.company)
    take_employment(answer, place, who, records)
    take_profile(answer, place, who, records)
    key = (who, asked_month(answer))
    if (rule := place.optional("basic_pay_rule")) is not None:
        take_basic_pay(answer, rule, key, records)
    if (rule := place.optional("welfare_pension_insurance_rule")) is not None:
        take_enrolment(answer, rule, key, records.pensions)
    if (rule := place.optional("health_insurance_rule")) is not None:
        take_enrolment(answer, rule, key, records.healths)
    profile = place.optional("profile_rule")
    written = None if profile is None else profile.optional("employment_type")
    if written is not None:
        if written.text() not in EMPLOYMENT_TYPES:
            raise written.refusal(
                f"is {shown(written.value)}, not one of {', '.join(EMPLOYMENT_TYPES[:-1])} or empty; ask again"
            )
        keep(records.employment_types, key, Heard(written.text(), answer.retrieved_at), written)


def take_employment(answer: Answer, place: Located, who: Who, records: Records) -> None:
    """Days of entry and leaving."""
    employment = Employment.between(place.member("entry_date"), place.optional("retire_date"))
    keep(records.employments, who, Heard(employment, answer.retrieved_at), place)


def take_profile(answer: Answer, place: Located, who: Who, records: Records) -> None:
    """Names and day of birth; an employee outside the payroll has only a display name."""
    profile = place.optional("profile_rule")
    birth = place.optional("birth_date")
    written, kana = displayed(place), ""
    if profile is not None:
        written = full_name(profile, "last_name", "first_name") or written
        kana = full_name(profile, "last_name_kana", "first_name_kana")
    heard = Heard(Profile(written, kana, None if birth is None else birth.day()), answer.retrieved_at)
    known = records.profiles.get(who)
    if known is not None and not known.value.kana:
        # What the list of all employees said gives way to this fuller answer, whenever it came.
        del records.profiles[who]
    keep(records.profiles, who, heard, place)


def full_name(profile: Located, *members: str) -> str:
    """Family and given name as freee holds them, joined by a space; empty where neither is entered."""
    places = [profile.optional(name) for name in members]
    return " ".join(text for place in places if place is not None and (text := place.text().strip()))


def displayed(place: Located) -> str:
    """The display name, which freee always has."""
    name = place.member("display_name")
    if not name.text().strip():
        raise name.refusal("is empty; enter the employee's name in freee and ask again")
    return name.text().strip()


def take_basic_pay(answer: Answer, rule: Located, key: tuple[Who, Month], records: Records) -> None:
    """給与方式 and 基本給; freee has no null here, so 0 is an amount that nobody entered."""
    must_be_asked(rule.member("employee_id"), key[0].employee)
    per = rule.member("pay_calc_type")
    if per.text() not in PAY_TYPES:
        raise per.refusal(f"is {shown(per.value)}, not one of {', '.join(PAY_TYPES)}; ask freee again")
    amount = rule.member("pay_amount").integer(0, PAY_YEN_MAX)
    keep(records.basic_pays, key, Heard(BasicPay(per.text(), amount or None), answer.retrieved_at), rule)


def take_enrolment(
    answer: Answer, rule: Located, key: tuple[Who, Month], table: dict[tuple[Who, Month], Heard[Enrolment]]
) -> None:
    """加入 and 標準報酬月額; here too 0 is an amount that nobody entered."""
    must_be_asked(rule.member("employee_id"), key[0].employee)
    amount = rule.optional("standard_monthly_remuneration")
    yen = None if amount is None else amount.integer(0, PAY_YEN_MAX) or None
    keep(table, key, Heard(Enrolment(rule.member("entried").truth(), yen), answer.retrieved_at), rule)
