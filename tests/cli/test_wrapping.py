"""Lines are broken by the width of what they show, as Japanese and European typesetting ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from kyosei.cli.wrapping import cell_len, one_line, wrapped


def lines_of(text: str, width: int) -> list[str]:
    return [line.plain for line in wrapped(Text(text), width)]


CASES = {
    "between_words": ("one two three", 8, ["one two", "three"]),
    "japanese_has_no_spaces": ("資格取得届の提出", 8, ["資格取得", "届の提出"]),
    "no_line_begins_with_a_closing_mark": ("資格取得。届", 8, ["資格取", "得。届"]),
    "no_line_ends_with_an_opening_mark": ("資格取（届）", 8, ["資格取", "（届）"]),
    "a_long_word_is_broken_where_it_must_be": ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    "easy_japanese_breaks_at_its_spaces": ("会社は 年金に とどけます", 16, ["会社は 年金に", "とどけます"]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_broken_into_these_lines(case: str) -> None:
    text, width, lines = CASES[case]
    assert lines_of(text, width) == lines


@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=80), st.integers(2, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = lines_of(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


@given(st.text())
def test_text_from_a_file_cannot_steer_a_terminal(text: str) -> None:
    assert one_line(text).isprintable()
