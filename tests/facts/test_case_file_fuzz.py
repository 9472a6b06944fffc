"""Whatever bytes come in, the reader of case files answers with a case or a CaseFileError, and always the same."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import CaseFileError
from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary import KINDS
from tests.depth import examples
from tests.facts.cases import SAMPLE

SAMPLE_BYTES = SAMPLE.read_bytes()
SAMPLE_LINES = [json.loads(raw) for raw in SAMPLE_BYTES.splitlines() if raw]

WORDS = st.sampled_from(
    [
        "person:hoa", "org:acme", "authority:isa", "insurer:kyokai", "s-1", "d-1", "2024-02-29", "2024-02-30", "none",
        "P5Y", "2026-11-21T12:00:00+09:00", "party", "statement", "coverage", "dispute", "resolution", "withdrawal",
        *(kind.facts.name for kind in KINDS), *(name for kind in KINDS for name in kind.fields), "",
    ]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def read(content: bytes) -> Case | str:
    """The case, or the message of the refusal; anything else fails the test."""
    try:
        return read_case([("fuzz", content)])
    except CaseFileError as error:
        refused = error
    assert str(refused) == f"fuzz:{refused.line}: {refused.message}"
    assert refused.message.isprintable()
    return refused.message


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert read(content) == read(content)


@given(st.integers(0, len(SAMPLE_BYTES) - 1), st.binary(max_size=4), st.integers(0, 4))
def test_a_good_file_with_some_bytes_changed_is_read_or_refused(place: int, inserted: bytes, removed: int) -> None:
    content = SAMPLE_BYTES[:place] + inserted + SAMPLE_BYTES[place + removed :]

    assert read(content) == read(content)


@examples(300)
@given(st.integers(0, len(SAMPLE_LINES) - 1), st.data())
def test_a_good_file_with_one_value_changed_is_read_or_refused(row: int, data: st.DataObject) -> None:
    lines = [dict(content) for content in SAMPLE_LINES]
    place = lines[row]
    key = data.draw(st.sampled_from(sorted(place)) | WORDS)
    if isinstance(place.get(key), dict) and data.draw(st.booleans()):
        place[key] = inner = dict(place[key])
        place, key = inner, data.draw(st.sampled_from([*sorted(inner), "person"]) | WORDS)
    place[key] = data.draw(VALUES)
    content = "\n".join(json.dumps(line) for line in lines).encode("utf-8")

    assert read(content) == read(content)


@given(st.permutations(SAMPLE_LINES))
def test_lines_in_any_order_make_the_same_case(lines: list[object]) -> None:
    content = "\n".join(json.dumps(line) for line in lines).encode("utf-8")
    case, in_order = read(content), read(SAMPLE_BYTES)

    assert isinstance(case, Case)
    assert isinstance(in_order, Case)
    assert case.parties == in_order.parties
    assert {found.id: found for found in case.statements} == {found.id: found for found in in_order.statements}
