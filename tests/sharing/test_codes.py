"""Codes: enough of them, told apart by hand, and a slip of the pen shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.sharing.codes import CODE_CHARACTERS, SlipError, code_digest, new_code, read_code
from tests.depth import examples

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_has_eighty_random_bits_in_groups() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert [len(group) for group in code.split("-")] == [4, 4, 4, 4, 1]
        assert (len(read_code(code)) - 1) * 5 >= 80
    firsts = {code[0] for code in (new_code() for _ in range(600))}
    assert len(firsts) > 28, "every place is random"


@given(st.integers(0, CODE_CHARACTERS - 1), st.sampled_from(SYMBOLS))
@examples(60)
def test_one_wrong_character_shows(place: int, symbol: str) -> None:
    code = read_code(new_code())
    wrong = code[:place] + symbol + code[place + 1 :]
    if wrong == code:
        assert read_code(wrong) == code
    else:
        with pytest.raises(SlipError):
            read_code(wrong)


@given(st.integers(0, CODE_CHARACTERS - 1), st.integers(0, CODE_CHARACTERS - 1))
@examples(60)
def test_two_exchanged_characters_show(one: int, other: int) -> None:
    code = list(read_code(new_code()))
    right = "".join(code)
    code[one], code[other] = code[other], code[one]
    wrong = "".join(code)
    if wrong == right:
        assert read_code(wrong) == right
    else:
        with pytest.raises(SlipError):
            read_code(wrong)


def test_a_code_is_read_as_people_write_it() -> None:
    code = next(one for one in iter(new_code, "") if "0" in one and "1" in one)
    meant = read_code(code)
    for written in (code.lower(), code.replace("-", " "), code.replace("0", "o").replace("1", "l"), f" {code}\n",
                    code.translate({ord(one): ord(one) + 0xFEE0 for one in SYMBOLS})):  # fmt: skip
        assert read_code(written) == meant


@pytest.mark.parametrize("written", ["", "ABCD", "U" * 17, "0" * 18, "０" * 400, "あ" * 17])
def test_what_is_no_code_is_refused(written: str) -> None:
    with pytest.raises(SlipError):
        read_code(written)


def test_a_code_with_one_more_letter_is_refused() -> None:
    with pytest.raises(SlipError):
        read_code(new_code() + "X")


def test_what_is_kept_is_a_digest() -> None:
    code = read_code(new_code())
    assert len(code_digest(code)) == 32
    assert code.encode() not in code_digest(code)
    assert code_digest(code) != code_digest(read_code(new_code()))
