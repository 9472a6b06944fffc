"""The norms in our words: every version has them in Japanese and easy Japanese, with the same figures and days as in English."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import replace
from fractions import Fraction

import pytest

import kyosei.law.jp
from kyosei.errors import LawError
from kyosei.law.jp.pack import NORMS
from kyosei.norms.declare import Norm
from kyosei.publication.paraphrases import Paraphrases, Words, read_paraphrases
from kyosei.terms.text import Text
from kyosei.timelines.days import date_from_day
from kyosei.wiring import legal_sources
from tests.cli.small_law import NORMS as SMALL
from tests.publication.quantities import (
    dates_in_english,
    dates_in_japanese,
    numbers_in_english,
    quantities_in_english,
    quantities_in_japanese,
)

FILES = legal_sources().words
PARAPHRASES = read_paraphrases(FILES)
MODULES = [
    importlib.import_module(f"kyosei.law.jp.{found.name}") for found in pkgutil.iter_modules(kyosei.law.jp.__path__)
]
FILE_OF = {
    norm.id: module.__name__.rpartition(".")[2]
    for module in MODULES
    if not module.__name__.endswith((".pack", ".permanent_drafted"))
    for norm in getattr(module, "NORMS", ())
}
"""The file, without its ending, in which a norm is declared."""
VERSIONS = pytest.mark.parametrize("norm", NORMS, ids=lambda norm: f"{norm.id}@{date_from_day(norm.force.from_day)}")


def said(norm: Norm) -> Text:
    """The words of a version; without them, where to write them."""
    text = PARAPHRASES.text_of(norm)
    if text is None:
        pytest.fail(
            f"{norm.id} has no words in Japanese: write them into src/kyosei/law/jp/{FILE_OF[norm.id]}.words.yaml, "
            "as docs/guides/add-a-norm.md shows (step 6)"
        )
    return text


@VERSIONS
def test_every_version_of_every_norm_has_its_words_in_japanese_and_easy_japanese(norm: Norm) -> None:
    text = said(norm)
    assert re.search("[ぁ-ん]", text.ja), "Japanese"
    assert text.ja.endswith(("。", "。）")), "whole sentences"
    assert not re.search("[ぁ-んァ-ヶ一-龠] [ぁ-んァ-ヶ一-龠]", text.ja), "no spaces between phrases"
    assert " " in text.easy, "easy Japanese has spaces between phrases"
    assert re.search(r"(です|ます|ません|ました|ください|でした)(。|（)", text.easy), "easy Japanese is polite"
    assert text.en == norm.says


@VERSIONS
def test_the_words_name_the_same_figures_and_days_as_the_docstring(norm: Norm) -> None:
    text, where = said(norm), f"in src/kyosei/law/jp/{FILE_OF[norm.id]}.words.yaml"
    told, numbers = quantities_in_english(norm.says), numbers_in_english(norm.says)
    for japanese in (text.ja, text.easy):
        there = quantities_in_japanese(japanese)
        assert told - there == set(), f"the docstring names figures that are not {where}"
        assert {number for _, number in there} - numbers == set(), f"figures {where} are not in the docstring"
        assert dates_in_english(norm.says) == dates_in_japanese(japanese), f"days {where} differ from the docstring"


@VERSIONS
def test_a_norm_of_several_versions_has_words_for_each(norm: Norm) -> None:
    several = sum(other.id == norm.id for other in NORMS) > 1
    days = set(PARAPHRASES.by_norm.get(norm.id, {}))
    expected = {other.force.from_day for other in NORMS if other.id == norm.id} if several else {None}
    assert days == expected, f"write the words of {norm.id} under the first day of each version, if it has several"


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_words_is_about_the_norms_of_the_file_beside_it(name: str) -> None:
    there = re.findall(r"^  (\S+?):", FILES[name], re.MULTILINE)
    assert len(there) == len(set(there)), "each norm once"
    assert {norm_id for norm_id in there if FILE_OF.get(norm_id) != name} == set()
    assert set(there) == set(read_paraphrases({name: FILES[name]}).by_norm)


def test_words_of_the_day_on_which_a_version_begins_come_before_those_of_all() -> None:
    norm, other = SMALL[0], replace(SMALL[0], force=replace(SMALL[0].force, from_day=30_000))
    words = Paraphrases({norm.id: {30_000: Words("新しい。", "新しいです。")}})
    assert words.text_of(other) == Text("新しい。", "新しいです。", norm.says)
    assert words.text_of(norm) is None


def test_a_line_is_a_sentence_and_easy_japanese_keeps_a_space_between_sentences() -> None:
    entry = "words:\n  a.b:\n    ja: |\n      一。\n      二。\n    ja-easy: |\n      一です。\n      二 です。\n"
    assert read_paraphrases({"a": entry}).by_norm == {"a.b": {None: Words("一。二。", "一です。 二 です。")}}


@pytest.mark.parametrize(
    "spoilt",
    [
        *("words: [", "[]", "words: 3\n", "norms: {}\n", "words:\n  a.b: {ja: 一。}\n", "words:\n  a.b: {}\n"),
        *("words:\n  a.b: {newest: {ja: 一。, ja-easy: 一。}}\n", "words:\n  a.b: {ja: 1, ja-easy: 2}\n"),
        "words:\n  a.b: {ja: 一。, ja-easy: 一。, en: One.}\n",
    ],
)
def test_a_file_that_holds_no_words_is_named(spoilt: str) -> None:
    with pytest.raises(LawError, match=r"small\.words\.yaml is no file of words"):
        read_paraphrases({"small": spoilt})


def test_a_norm_with_words_in_two_files_is_named() -> None:
    entry = "words:\n  a.b: {ja: 一。, ja-easy: 一。}\n"
    with pytest.raises(LawError, match=r"second\.words\.yaml.*a\.b has its words twice"):
        read_paraphrases({"first": entry, "second": entry})


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("within fourteen days", "14日以内に"),
        ("three whole months, or six", "まる3か月、又は6か月"),
        ("three million yen a year", "年に300万円"),
        ("costs 6,000 yen from 2026-10-01", "2026年10月1日からは6,000円"),
        ("20.42 per cent by 10 July and in October 2026", "2026年 10月、7月10日までに20.42%"),
        ("forty hours a week and eight a day, below a hundred hours", "週40時間、1日8時間、100 時間未満"),
        ("the 10th, the tenth birthday, and thousands of yen", "10日、10回目の誕生日、1,000円"),
    ],
)
def test_figures_and_days_are_read_alike_in_both_languages(english: str, japanese: str) -> None:
    there = quantities_in_japanese(japanese)
    assert quantities_in_english(english) <= there
    assert {number for _, number in there} <= numbers_in_english(english)
    assert dates_in_english(english) == dates_in_japanese(japanese)


def test_a_wrong_figure_is_found() -> None:
    assert quantities_in_english("within fourteen days") == {("day", Fraction(14))}
    assert quantities_in_japanese("14か月以内に") == {("month", Fraction(14))}
