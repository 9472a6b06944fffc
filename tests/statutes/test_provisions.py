"""A citation resolves down to the item, a wrong one says what is missing, and a digest hangs on the words alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.statutes.provisions import Absent, digest_of, number_in_japanese, read_provision, where_it_reads

NEWER_ACT = (
    "**第一条（見出し）**　本文。\n\n- 一　甲。\n  - イ　子。\n    - （１）　細。\n  - ロ　丑。\n\n- 一の二　乙。\n\n"
    "- 二　削除\n\n**２**　第二項。\n\n- 一　丙。\n\n**１０**　第十項。"
)
OLDER_ACT = "**第一条の二**　本文。\n\n**②**　第二項。"
REPEALED = "**第二条**　削除"


@pytest.mark.parametrize(
    ("paragraph", "item", "words"),
    [
        (None, None, "第十項"),
        ("2", None, "第二項。 丙"),
        ("10", None, "第十項。"),
        (None, "1", "本文。 甲。 子。 細。 丑。"),
        ("1", "1-2", "本文。 乙。"),
        ("1", "1ロ", "本文。 甲。 丑。"),
        ("1", "1イ（１）", "本文。 甲。 子。 細。"),
        ("2", "1", "第二項。 丙。"),
    ],
)
def test_a_provision_is_read_with_the_words_that_open_what_it_stands_in(
    paragraph: str | None, item: str | None, words: str
) -> None:
    found = re.sub(r"\s|-|　", "", read_provision(NEWER_ACT, paragraph, item))
    assert all(word in found for word in words.split())
    if item == "1ロ":
        assert "子" not in found
        assert "第二項" not in found


def test_the_paragraphs_of_older_acts_are_numbered_otherwise() -> None:
    assert read_provision(OLDER_ACT, "2", None).strip() == "第二項。"


@pytest.mark.parametrize(
    ("text", "paragraph", "item", "complaint"),
    [
        (REPEALED, None, None, "the article is repealed (削除)"),
        (NEWER_ACT, "3", None, "no such paragraph; the article has 3"),
        (OLDER_ACT, "3", None, "no such paragraph; the article has 2"),
        (NEWER_ACT, "1", "3", "no such item"),
        (NEWER_ACT, "1", "2", "no such item"),
        (NEWER_ACT, "2", "1-2", "no such item"),
        (NEWER_ACT, "1", "1000", "no such item"),
        (NEWER_ACT, "1", "1ハ", "no ハ there"),
        (NEWER_ACT, "1", "1（１）", "no （１） there"),
        (NEWER_ACT, "1", "1ロ（１）", "no （１） there"),
        (NEWER_ACT, "1", "one", "'one' is not a way to write an item; write 5, 3-2, 5イ or 1ニ（２）"),
    ],
)
def test_a_wrong_citation_says_what_is_missing(
    text: str, paragraph: str | None, item: str | None, complaint: str
) -> None:
    with pytest.raises(Absent) as found:
        read_provision(text, paragraph, item)
    assert str(found.value) == complaint


def test_a_digest_hangs_on_the_words_and_not_on_how_a_copy_writes_them() -> None:
    plain = digest_of("第２項　十四日以内に")
    assert digest_of("**第2項**\n\n  - 十四日\n以内に") == plain
    assert digest_of("第２項　十五日以内に") != plain


@given(st.text(alphabet="甲乙丙第一二三 \n　*-1１", max_size=40), st.sampled_from([" ", "\n", "　", "**"]))
def test_blanks_and_bold_type_put_anywhere_never_change_a_digest(text: str, mark: str) -> None:
    words = text.replace("*", "").replace("-", "")
    for place in range(len(words) + 1):
        assert digest_of(words[:place] + mark + words[place:]) == digest_of(words)


def test_an_item_is_found_where_it_went() -> None:
    before = read_provision(NEWER_ACT, "1", "1-2")
    after = NEWER_ACT.replace("一の二　乙", "一の二　新。\n\n- 一の三　乙")
    assert where_it_reads(after, digest_of(before)) == ("1", "1-3")
    assert where_it_reads(after, digest_of("別")) is None


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (111, "百十一"), (305, "三百五")]
)
def test_items_are_counted_in_japanese_numerals(number: int, written: str) -> None:
    assert number_in_japanese(number) == written


def test_a_number_that_no_item_bears_is_refused() -> None:
    with pytest.raises(ValueError, match="0: items are numbered"):
        number_in_japanese(0)
