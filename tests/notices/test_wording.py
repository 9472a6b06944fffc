"""What authors of wording are told: about guidance beside norms, translations, and easy Japanese."""

from __future__ import annotations

import pytest

from kyosei.errors import LawError
from kyosei.notices.catalogue import catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.notices.plain_words import accusing_words, faults_of_easy
from kyosei.notices.translations import read_translation
from kyosei.wiring import current_law, notice_guidance

PENSION = "norms: {jp.pension.report-acquisition: {%s}}"
TASK = "task: {ja: 出す, ja-easy: 出します。, en: File it}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("norms: [", "this is no YAML"),
        ("duties: {}", "write `norms:` or `systems:`"),
        ("norms: []", "write ids, and under each"),
        (PENSION % "todo: x", "task, where, proof, protects, ask, rights and nothing else"),
        (PENSION % "task: {ja: 出す, en: File it}", "task: write it in ja, ja-easy, en"),
        (PENSION % "task: {ja: 出す, ja-easy: '', en: File it}", "a language is empty"),
        (PENSION % "task: {ja: 出す, ja-easy: 出します。, en: You are at fault}", "does not say 'fault'"),
        (PENSION % "task: {ja: 不正をやめる, ja-easy: 出します。, en: File it}", "does not say '不正'"),
        (PENSION % "task: {ja: 出す, ja-easy: 出さなければ なりません。, en: File it}", "ja-easy: a double negation"),
        (PENSION % "rights: jp.pension.insured", "write a list of ids"),
        (PENSION % "rights: [jp.pension.insured]", "which is no right of this law"),
        (PENSION % "rights: [jp.none.such]", "which is no right of this law"),
        (f"norms: {{jp.none.such: {{{TASK}}}}}", "speaks of jp.none.such"),
        (f"systems: {{nowhere: {{{TASK}}}}}", "speaks of nowhere"),
    ],
)
def test_guidance_that_is_wrong_says_where_and_why(text: str, message: str) -> None:
    with pytest.raises(LawError, match=message):
        catalogue_of(current_law(), read_guidance({"made.notices.yaml": text}))


def test_a_norm_has_guidance_in_one_file() -> None:
    with pytest.raises(LawError, match=r"b: jp\.pension\.report-acquisition has guidance in another file"):
        read_guidance({"a": PENSION % TASK, "b": PENSION % TASK})


def test_what_stands_beside_a_norm_lies_beside_it() -> None:
    """Each file is named after the file of its norms, as the case tables are."""
    for name, text in notice_guidance().items():
        if name == "systems.notices.yaml":
            continue
        module = __import__(f"kyosei.law.jp.{name.removesuffix('.notices.yaml')}", fromlist=["NORMS"])
        assert set(read_guidance({name: text}).norms) <= {norm.id for norm in module.NORMS}, name


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("はやく 出して ください。", None),
        ("年金事務所に 言います。", None),
        ("出さなければ なりません。", "double negation"),
        ("出さないと いけません。", "double negation"),
        ("令和8年に 出します。", "year of an era"),
        ("資格取得届を 出します。", "long word without its reading: 資格取得届"),
        ("資格取得届（しかく しゅとくとどけ）を 出します。", None),
        ("きのう、紙を 出した。", "does not end politely"),
        ("あなたは 会社の 人に 注意されました。", "somebody is done to"),
        ("これはとてもたいせつなおしらせです。", "no space between the words"),
        ("あ い" * 30 + "です。", "a sentence of"),
    ],
)
def test_easy_japanese_is_looked_through(said: str, fault: str | None) -> None:
    found = list(faults_of_easy(said))
    assert found == [] if fault is None else any(fault in one for one in found)


@pytest.mark.parametrize(
    "said", ["a Risk", "scored", "your fault", "violation", "suspected", "疑いがある", "不正", "スコア"]
)
def test_words_that_blame_or_rank_are_found(said: str) -> None:
    assert accusing_words(said)


@pytest.mark.parametrize("said", ["a possible mistake", "frisk", "default", "underscore", "確認をお願いします"])
def test_other_words_are_not(said: str) -> None:
    assert not accusing_words(said)


HEAD = "{language: xx, name: X, reviewed_by: null, words: {%s}}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("language: xx", "has language, name, reviewed_by and words"),
        (HEAD % "who.person: You", "note.unreviewed must be translated"),
        (HEAD % "note.unreviewed: x, no.such: y", "there is no word 'no.such'"),
        (HEAD % "note.unreviewed: x, until.due: by then", "until.due must have the slots"),
        (HEAD % "note.unreviewed: x, who.person: your fault", "does not say 'fault'"),
    ],
)
def test_a_translation_that_is_wrong_says_where_and_why(text: str, message: str) -> None:
    with pytest.raises(LawError, match=message):
        read_translation("xx.yaml", text)
