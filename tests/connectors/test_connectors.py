"""What every connector promises: samples become the lines beside this file, and nothing else ever comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.connectors import CONNECTORS, Line
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import FREEE_HR_FILE, GOLDEN, JPS_FILE, sample

FILES = {"freee-hr": FREEE_HR_FILE, "jps-acquisition": JPS_FILE}

# The kinds that these connectors may state, with their parties and fields, from the vocabulary.
ABOUT = {"person", "employer"}
FIELDS = {
    "work.contract": {"employment_type", "wage_yen_per_month", "wage_yen_per_hour"},
    "work.pay": {
        *("gross_yen", "base_yen", "allowances", "deductions", "paid_on"),
        *("pension_deducted_yen", "health_deducted_yen", "employment_insurance_deducted_yen"),
        "resident_tax_deducted_yen",
    },
    "work.hours": {"hours"},
    "pension.enrolment": {"scheme", "standard_remuneration_yen"},
    "health.enrolment": set(),
    "pension.acquisition_notice": {"acquired_on"},
    "health.acquisition_notice": {"acquired_on"},
}
EVENTS = {"pension.acquisition_notice", "health.acquisition_notice"}


def must_fit_the_vocabulary(lines: list[Line]) -> None:
    """Every line has the shape of a case file, and speaks only of declared parties in known words."""
    parties = {line["id"] for line in lines if line["type"] == "party"}
    assert len({line["id"] for line in lines}) == len(lines)
    for line in lines:
        json.dumps(line, ensure_ascii=False, allow_nan=False).encode("utf-8")
        if line["type"] == "party":
            assert set(line) <= {"type", "id", "party", "roles", "names", "born"}
            assert line["names"]
            continue
        kind, about, fields = line["kind"], line["about"], line["data"]
        assert isinstance(kind, str)
        assert isinstance(about, Mapping)
        assert isinstance(fields, Mapping)
        assert line["source"] in parties
        assert set(about) == ABOUT
        assert set(about.values()) <= parties
        assert set(fields) <= FIELDS[kind]
        assert None not in fields.values()
        assert datetime.fromisoformat(str(line["stated_at"])).utcoffset() is not None
        if kind in EVENTS:
            date.fromisoformat(str(line["on"]))
        elif line["until"] is not None:
            assert date.fromisoformat(str(line["from"])) < date.fromisoformat(str(line["until"]))


@pytest.mark.parametrize("name", FILES)
def test_a_sample_becomes_exactly_its_golden_lines(name: str) -> None:
    golden = (GOLDEN / f"{name}.lines.jsonl").read_text(encoding="utf-8")
    lines = CONNECTORS[name].read(FILES[name], sample(FILES[name]))
    assert lines == [json.loads(line) for line in golden.splitlines()]
    must_fit_the_vocabulary(lines)


def test_a_connector_stands_under_its_own_name_with_both_titles() -> None:
    assert set(CONNECTORS) == set(FILES)
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
        lines = CONNECTORS[name].read("spoilt", content)
    except InstitutionFileError as refusal:
        message = str(refusal)
    if lines is None:
        assert re.match(r"spoilt:[1-9][0-9]*: ", message)
        assert message.replace("\u3000", " ").isprintable()
    else:
        must_fit_the_vocabulary(lines)
        assert lines == CONNECTORS[name].read("spoilt", content)
