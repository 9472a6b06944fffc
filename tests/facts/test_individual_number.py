"""The Individual Number is recognised however it is written, and never repeated; other numbers pass."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import IndividualNumberError
from kyosei.facts.check_digits import corporate_check_digit, individual_check_digit
from kyosei.facts.individual_number import holds_individual_number, refuse_individual_numbers
from kyosei.identity.identifiers import IDENTIFIERS, Identifier

DUMMY = "123456789018"  # the well-known example of the check digit

eleven_digits = st.text("0123456789", min_size=11, max_size=11)
numbers = eleven_digits.map(lambda first: first + str(individual_check_digit(first)))
surroundings = st.text(st.characters(exclude_categories=("Nd", "Cs", "No", "Nl")), max_size=20)


@given(numbers, surroundings, surroundings)
def test_any_number_is_recognised_anywhere_in_a_text(number: str, before: str, after: str) -> None:
    assert holds_individual_number(f"{before}g{number}h{after}")


@pytest.mark.parametrize(
    "written",
    [
        "1234-5678-9018", "1234 5678 9018", "1234　5678　9018", "１２３４５６７８９０１８", "123456-789018", "123 456 789 018",
        "1 2 3 4 5 6 7 8 9 0 1 8", "1234‐5678‐9018", "1234ー5678ー9018", "12-34-56-78-90-18", "၁၂၃၄၅၆၇၈၉၀၁၈", "१२३४५६७८९०१८",
        "1234\u200b5678\u200b9018", "個人番号：123456789018です", "2026 1234 5678 9018", "1234\n5678\n9018", "⑫ 123456789018",
    ],
)  # fmt: skip
def test_ways_of_writing_it_are_seen_through(written: str) -> None:
    assert holds_individual_number(written)


@pytest.mark.parametrize(
    "written",
    [
        "123456789017",  # a wrong check digit
        "1234567890181",  # thirteen digits
        "0123456789018",
        "7000012050002", "7-0000-1205-0002",  # a corporate number, whose last twelve digits may look like one
        "2026-11-21 0900", "090-1234-5678", "1234-567890-1", "AB12345678CD", "", "一二三",
    ],
)  # fmt: skip
def test_other_numbers_are_not_taken_for_one(written: str) -> None:
    assert not holds_individual_number(written)


@pytest.mark.parametrize(
    "written", ["8049e97a-781b-4120-8349-7471d0246cca", "link-5b924977abcdef0123456789018abcde", f"e{DUMMY}" + "a" * 51]
)
def test_what_lies_within_a_random_id_is_not_taken_for_one(written: str) -> None:
    assert not holds_individual_number(written)
    assert holds_individual_number(f"{written} {DUMMY}")
    assert holds_individual_number(f"{DUMMY}-{written}")


@given(st.uuids(), st.binary(min_size=16, max_size=64))
def test_ids_made_at_random_are_never_refused(made: UUID, digest: bytes) -> None:
    for id_ in (str(made), f"s-{made}", made.hex, digest.hex()):
        if re.search(r"[a-f]", id_):
            assert not holds_individual_number(id_)


@given(st.text("0123456789", min_size=12, max_size=12))
def test_a_corporate_number_written_in_groups_is_never_taken_for_one(base: str) -> None:
    number = f"{corporate_check_digit(base)}{base}"
    assert not holds_individual_number(number)
    assert not holds_individual_number(f"{number[0]}-{number[1:5]}-{number[5:9]}-{number[9:]}")


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_unless_the_rule_itself_maps_two_remainders_to_zero(
    digits: str, place: int, step: int
) -> None:
    first = digits[:11]
    number = first + str(individual_check_digit(first))
    changed = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    recognised = holds_individual_number(changed)
    assert recognised == (individual_check_digit(changed[:11]) == int(changed[11]))
    if number[11] != "0" and changed[11] != "0":
        assert not recognised


@given(numbers, st.sampled_from(["note", "plain"]))
def test_the_refusal_names_the_place_and_does_not_repeat_it(number: str, key: str) -> None:
    content = {"about": {"person": "person:hoa"}, "data": [{key: f"My number is {number}."}]}
    with pytest.raises(IndividualNumberError) as refused:
        refuse_individual_numbers(content, "statement s-1")
    text = str(refused.value)
    assert f"statement s-1.data[1].{key}" in text
    assert number not in re.sub(r"[^0-9]", "", text)


@pytest.mark.parametrize("content", [{DUMMY: 1}, [int(DUMMY)], {"a": {"b": (DUMMY,)}}, {"x": {DUMMY: {"y": DUMMY}}}])
def test_keys_and_numbers_are_looked_at_too(content: object) -> None:
    with pytest.raises(IndividualNumberError) as refused:
        refuse_individual_numbers(content, "form")
    assert DUMMY not in str(refused.value)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text("ab", max_size=3), st.lists))
def test_content_without_digits_passes(content: object) -> None:
    refuse_individual_numbers(content, "form")


@given(numbers, st.sampled_from(IDENTIFIERS), st.sampled_from(["", "-", " "]))
def test_it_is_refused_in_place_of_every_other_identifier(number: str, kind: type[Identifier], separator: str) -> None:
    written = separator.join((number[:4], number[4:8], number[8:]))
    with pytest.raises(IndividualNumberError) as refused:
        kind.read(written, getattr(kind, "ISSUER", "org:acme"))
    assert number not in re.sub(r"[^0-9]", "", str(refused.value))
