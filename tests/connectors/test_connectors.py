"""What every connector promises: samples become the lines beside this file, and nothing else ever comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.connectors import CONNECTORS, Line
from kyosei.errors import InstitutionFileError
from kyosei.facts.case_file import read_case
from tests.connectors.samples import FILES, FREEE_HR_FILE, GOLDEN, JPS_FILE, sample

# The kinds that a connector may state; what it must not say does not come out by accident.
STATES = {
    "freee-hr": {"work.contract", "work.pay", "work.hours", "pension.enrolment", "health.enrolment"},
    "smarthr-crews": {
        *("work.contract", "pension.enrolment", "health.enrolment", "employment_insurance.enrolment"),
    },
    "jps-acquisition": {"pension.acquisition_notice", "health.acquisition_notice"},
    "jps-remuneration": {"pension.remuneration_notice", "pension.enrolment", "health.enrolment"},
    "zengin-salary": {"bank.wage_credit"},
    "immigration-stays": {"residence.status", "residence.work_permission"},
    "immigration-contracting-organisation": {"residence.organisation_notice"},
    "immigration-accepting-organisation": {"residence.affiliation_notice"},
    "labour-foreign-workers": {"work.foreign_worker_notice"},
    "pension-establishment-payments": {"pension.establishment_payment"},
    "pension-national-contributions": {"pension.contribution"},
    "tax-special-collection": {"tax.instalment"},
    "bank-registered-stays": {"bank.registered_stay"},
    "school-enrolments": {"study.enrolment"},
    "school-attendance": {"study.attendance"},
    "municipality-residents": {"home.registration", "residence.address_notice"},
    "support-actions": {"support.action"},
    "support-interviews": {"support.interview"},
}


def as_case_file(lines: list[Line]) -> bytes:
    """The lines as the command writes them."""
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines).encode("utf-8")


def must_be_a_case(name: str, lines: list[Line]) -> None:
    """The case-file reader takes the lines; parties come first, and nothing absent is written as null."""
    case = read_case([(name, as_case_file(lines))])
    assert {statement.kind for statement in case.statements} <= STATES[name]
    sorts = [str(line["type"]) for line in lines]
    assert sorts == sorted(sorts)  # party before statement
    for line in lines:
        if line["type"] == "party":
            assert line["party"] == "organisation" or line["names"]
            continue
        fields = line["data"]
        assert isinstance(fields, Mapping)
        assert None not in fields.values()


@pytest.mark.parametrize("name", FILES)
def test_a_sample_becomes_exactly_its_golden_lines(name: str) -> None:
    golden = (GOLDEN / f"{name}.lines.jsonl").read_text(encoding="utf-8")
    lines = CONNECTORS[name].read(FILES[name], sample(FILES[name]))
    assert lines == [json.loads(line) for line in golden.splitlines()]
    must_be_a_case(name, lines)


def test_a_connector_stands_under_its_own_name_with_both_titles() -> None:
    assert set(CONNECTORS) == set(FILES) == set(STATES)
    for name, connector in CONNECTORS.items():
        assert connector.name == name
        assert connector.title_ja
        assert connector.title_en
        assert FILES[name].endswith(connector.suffix)


@pytest.mark.parametrize("name", FILES)
@given(content=st.binary(max_size=400))
def test_random_bytes_are_refused_in_words(name: str, content: bytes) -> None:
    with pytest.raises(InstitutionFileError):
        CONNECTORS[name].read("random", content)


@pytest.mark.parametrize("name", FILES)
@given(choice=st.data())
def test_a_sample_with_bytes_changed_is_read_whole_or_refused_in_words(name: str, choice: st.DataObject) -> None:
    content = bytearray(sample(FILES[name]))
    for _ in range(choice.draw(st.integers(1, 4))):
        position = choice.draw(st.integers(0, len(content) - 1))
        length = choice.draw(st.sampled_from([0, 1, 1, 1, 2, 20]))
        content[position : position + length] = choice.draw(
            st.one_of(
                st.binary(max_size=3), st.sampled_from([b"null", b"-1", b'""', b"[]", b"{}", b",", b"\r\n", b"9" * 12])
            )
        )
    read_or_refused(name, bytes(content))


ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["2026-10-01", "0.0", "", "9" * 12]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=4,
)


@given(choice=st.data())
def test_an_answer_with_any_member_changed_is_read_whole_or_refused_in_words(choice: st.DataObject) -> None:
    lines = [json.loads(line) for line in sample(FREEE_HR_FILE).decode("utf-8").splitlines()]
    place: object = choice.draw(st.sampled_from(lines))
    while True:
        keys: list[object] = (
            list(place) if isinstance(place, dict) else list(range(len(place))) if isinstance(place, list) else []
        )
        key = choice.draw(st.sampled_from(keys))
        assert isinstance(place, dict | list)
        inner = place[key]  # type: ignore[call-overload] # the key was drawn from the place itself
        if isinstance(inner, dict | list) and inner and choice.draw(st.booleans()):
            place = inner
            continue
        place[key] = choice.draw(ANY_JSON)  # type: ignore[call-overload] # as above
        break
    read_or_refused("freee-hr", "\n".join(json.dumps(line) for line in lines).encode("utf-8"))


@given(choice=st.data())
def test_a_filing_with_any_cell_changed_is_read_whole_or_refused_in_words(choice: st.DataObject) -> None:
    rows = [row.split(b",") for row in sample(JPS_FILE).split(b"\r\n")[:-1]]
    cells = choice.draw(st.sampled_from(rows))
    cells[choice.draw(st.integers(0, len(cells) - 1))] = choice.draw(
        st.one_of(
            st.binary(max_size=8), st.from_regex(rb"[0-9]{0,8}", fullmatch=True), st.just("ｱ".encode("shift_jis"))
        )
    )
    read_or_refused("jps-acquisition", b"\r\n".join(b",".join(row) for row in rows))


def read_or_refused(name: str, content: bytes) -> None:
    """Either lines that fit the vocabulary, the same each time, or a refusal; no other error ever escapes."""
    lines: list[Line] | None = None
    message = ""
    try:
        lines = CONNECTORS[name].read(FILES[name], content)
    except InstitutionFileError as refusal:
        message = str(refusal)
    if lines is None:
        assert re.match(rf"{re.escape(FILES[name])}:[1-9][0-9]*: ", message)
        assert message.replace("\u3000", " ").isprintable()
    else:
        must_be_a_case(name, lines)
        assert lines == CONNECTORS[name].read(FILES[name], content)
