"""How answers of SmartHR become statements: whose word, for which days, and what is left unsaid."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from kyosei.connectors import CONNECTORS, Line
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import SMARTHR_FILE, Spoil, answers, joined, sample, with_value, without

EMPLOYER = "org:smarthr-aozora"
ANIL = "person:smarthr-aozora.5a9f1c7e-0b1d-4c55-9b5f-3e0f2f6f0a52"
MEIHUA = "person:smarthr-aozora.77b0a1f2-6c2e-4f5a-8a44-c0d1e2f30017"


def read(*changes: Spoil) -> list[Line]:
    content = sample(SMARTHR_FILE)
    for change in changes:
        content = change(content)
    return CONNECTORS["smarthr-crews"].read(SMARTHR_FILE, content)


def crew(number: int, name: str, value: object) -> Spoil:
    """One member of a crew of the sample."""
    return with_value(1, ["response", number, name], value)


def stated(lines: Sequence[Line], kind: str, person: str) -> list[tuple[object, object, object]]:
    """From, until and fields of each statement of a kind about a person."""
    return [
        (line["from"], line["until"], line["data"])
        for line in lines
        if line.get("kind") == kind and line["about"] == {"person": person, "employer": EMPLOYER}
    ]


def test_a_contract_runs_from_entry_to_the_day_after_leaving() -> None:
    assert stated(read(), "work.contract", MEIHUA) == [
        ("2025-09-01", "2026-10-01", {"employment_type": "part_time", "expected_until": "2026-09-30"})
    ]


def test_a_contract_that_may_be_renewed_is_not_expected_to_end() -> None:
    assert stated(read(), "work.contract", ANIL) == [("2026-04-01", None, {"employment_type": "fixed_term"})]


def test_social_insurance_ends_on_the_day_of_loss_and_employment_insurance_after_the_day_of_leaving() -> None:
    for kind in ("pension.enrolment", "employment_insurance.enrolment"):
        assert [until for _, until, _ in stated(read(), kind, MEIHUA)] == ["2026-10-01"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("entered_at", "work.contract"),
        ("soc_ins_qualified_at", "health.enrolment"),
        ("monthly_standard_income_pns", "pension.enrolment"),
        ("monthly_standard_income_hel", "health.enrolment"),
        ("emp_ins_qualified_at", "employment_insurance.enrolment"),
    ],
)
def test_what_is_null_or_absent_is_unknown_and_not_stated(name: str, kind: str) -> None:
    for change in (crew(0, name, None), without(1, ["response", 0, name])):
        assert stated(read(change), kind, ANIL) == []


def test_the_stay_is_not_the_employers_to_say() -> None:
    written = json.dumps(read(), ensure_ascii=False)
    for text in ("residence", "UH12345678ST", "NPL", "2027-03-31", "220"):
        assert text not in written


@pytest.mark.parametrize("preset", ["board_member", "outsourcing_contractor"])
def test_who_works_without_a_contract_of_work_has_none_stated(preset: str) -> None:
    lines = read(with_value(1, ["response", 0, "employment_type", "preset_type"], preset))
    assert stated(lines, "work.contract", ANIL) == []
    assert stated(lines, "pension.enrolment", ANIL)


def test_who_has_left_on_an_unknown_day_has_no_contract_stated() -> None:
    assert stated(read(crew(1, "resigned_at", None)), "work.contract", MEIHUA) == []


def test_of_two_answers_about_one_crew_the_later_stands() -> None:
    [page] = answers(sample(SMARTHR_FILE))
    later = json.loads(json.dumps(page))
    later["retrieved_at"] = "2026-11-19T09:00:00+09:00"
    later["response"][0]["entered_at"] = "2026-04-06"
    both = [joined([page, later]), joined([later, page])]
    for content in both:
        lines = CONNECTORS["smarthr-crews"].read(SMARTHR_FILE, content)
        assert [from_day for from_day, _, _ in stated(lines, "work.contract", ANIL)] == ["2026-04-06"]


def test_one_crew_may_be_asked_for() -> None:
    [page] = answers(sample(SMARTHR_FILE))
    response = page["response"]
    assert isinstance(response, list)
    single = {
        **page, "request": f"GET https://aozora.smarthr.jp/api/v1/crews/{response[0]['id']}", "response": response[0],
    }  # fmt: skip
    lines = CONNECTORS["smarthr-crews"].read(SMARTHR_FILE, joined([single]))
    assert stated(lines, "work.contract", ANIL) == stated(read(), "work.contract", ANIL)


MALFORMED: dict[str, tuple[Spoil, str]] = {
    "another_service": (
        with_value(1, ["request"], "GET https://aozora.example.com/api/v1/crews"),
        "1: request: is 'GET https://aozora.example.com/api/v1/c…'; write what was asked, as 'GET"
        " https://(company).smarthr.jp/api/v1/crews?page=1'",
    ),
    "no_list": (
        with_value(1, ["response"], {}),
        "1: response: is an object where an array is needed; give the answer as SmartHR sent it",
    ),
    "no_id": (
        without(1, ["response", 0, "id"]),
        "1: response[0].id: is absent; give the answer as SmartHR sent it",
    ),
    "strange_id": (
        crew(0, "id", "a b"),
        "1: response[0].id: is 'a b', which is no id of a crew; give the answer as SmartHR sent it",
    ),
    "nameless": (
        lambda content: crew(0, "first_name", "")(crew(0, "last_name", "")(content)),
        "1: response[0].last_name: is empty; enter the name in SmartHR and ask again",
    ),
    "unknown_preset": (
        with_value(1, ["response", 0, "employment_type", "preset_type"], "seasonal"),
        "1: response[0].employment_type.preset_type: is 'seasonal', not one of full_timer, contract_worker, part_timer,"
        " permatemp, board_member, outsourcing_contractor, etc; give the answer as SmartHR sent it",
    ),
    "day_with_a_time": (
        crew(0, "entered_at", "2026-04-01T00:00:00Z"),
        "1: response[0].entered_at: is '2026-04-01T00:00:00Z', which is no day from 1900 on; write it as YYYY-MM-DD",
    ),
    "left_before_entering": (
        crew(1, "resigned_at", "2025-08-01"),
        "1: response[1].resigned_at: is 2025-08-01, before entered_at 2025-09-01; correct the days in SmartHR, ask again",
    ),
    "employed_after_leaving": (
        crew(1, "emp_status", "employed"),
        "1: response[1].resigned_at: is past, but emp_status says employed; correct either in SmartHR, ask again",
    ),
    "two_answers_at_one_instant": (
        lambda content: content + crew(0, "entered_at", "2026-04-02")(content),
        "2: response[0]: differs from another answer retrieved at the same instant; keep the one that is right",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_file_is_refused_with_row_field_value_and_what_to_do(case: str) -> None:
    spoil, message = MALFORMED[case]
    with pytest.raises(InstitutionFileError) as refusal:
        read(spoil)
    assert str(refusal.value) == f"{SMARTHR_FILE}:{message}"
