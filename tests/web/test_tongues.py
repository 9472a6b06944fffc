"""The further languages of what persons see: complete, marked where they borrow, and said to be translations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from markupsafe import Markup

from kyosei.errors import LawError
from kyosei.facts.statements import Case
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.web import completeness
from kyosei.web.borrowing import beside, plain, with_marks
from kyosei.web.completeness import check_translations, is_reviewed, seen_by_persons
from kyosei.web.languages import COMPLETE, FURTHER, Tongue, chosen_tongue, tongue_named
from kyosei.web.pages import PAGES, PROBLEM
from kyosei.web.rendering import environment
from kyosei.web.speech import Speech
from kyosei.web.translated import TranslatedWords, check_translation, read_translation, translation_beside
from kyosei.web.untranslated import UNTRANSLATED
from kyosei.web.words import say_beside
from tests.web.client import Client
from tests.web.marks import marked
from tests.web.test_browser import PERSON

WITH_PROBLEM = (*PAGES, PROBLEM)
WORDS = {"title": Text("記録{n}", "記録{n}", "Record {n}"), "more": Text("続き", "もっと", "More")}
CODES = [tongue.code for tongue in FURTHER]
WAITING = {page.path for page in PAGES if page.folder in UNTRANSLATED}
SHOWN = [path for path in PERSON if path not in ("components", "no-such-page") and f"/{path}" not in WAITING]


def translated(text: str) -> Callable[[str, Tongue], TranslatedWords]:
    return lambda folder, tongue: read_translation(f"{folder}/words.{tongue.code}.yaml", text)


def test_what_persons_see_is_in_every_further_language_or_waits_by_name() -> None:
    check_translations(WITH_PROBLEM, environment())


def test_every_translation_lies_beside_words_that_persons_see() -> None:
    seen = seen_by_persons(WITH_PROBLEM, environment())
    for folder in seen:
        for tongue in FURTHER:
            assert folder in UNTRANSLATED or translation_beside(folder, tongue).words, folder
    assert not {"pages/company", "pages/duty", "pages/answer"} & set(seen), "what organisations see is in three"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("reviewed_by: null\nwords: {title: Bản {n}}", r"lacks more\. A person sees .*untranslated\.py"),
        ("reviewed_by: null\nwords: {title: Bản {n}, more: Thêm, other: Khác}", "'other' is none of the words"),
        ("reviewed_by: null\nwords: {title: Bản, more: Thêm}", "'title' has the slots"),
        ("reviewed_by: null\nwords: {title: 'Bản {m}', more: Thêm}", "'title' has the slots"),
        ("reviewed_by: null\nwords: {title: '', more: Thêm}", "not empty"),
        ("reviewed_by: null\nwords: {title: Risk, more: Thêm}", "does not say 'Risk'"),
        ("reviewed_by: null\nwords: {title: Vi phạm, more: Thêm}", "does not say 'Vi phạm'"),
        ("reviewed_by: null\nwords: {title: 风险, more: Thêm}", "does not say '风险'"),
        ("reviewed_by: null\nwords: {title: दोषी, more: Thêm}", "does not say 'दोष'"),
        ("words: {title: Bản, more: Thêm}", "has reviewed_by and words"),
        ("reviewed_by: null\nwords: {more: Thêm}\nnote: x", "has reviewed_by and words"),
        ("words: {", "has reviewed_by and words"),
    ],
)
def test_a_translation_that_does_not_fit_is_refused(text: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = text.replace("Bản {n}", "'Bản {n}'")
    monkeypatch.setattr("kyosei.web.translated.translation_beside", translated(text))
    with pytest.raises(LawError, match=message):
        check_translation("pages/x", FURTHER[0], WORDS, ())


def test_what_waits_is_let_through_and_what_waits_without_need_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    check_translation("pages/x", FURTHER[0], WORDS, WORDS)
    with pytest.raises(LawError, match="'pages/stay' is translated"):
        check_translations(WITH_PROBLEM, environment(), UNTRANSLATED | {"pages/stay"})
    with pytest.raises(LawError, match="'pages/company: title' is translated, or is no page of persons"):
        check_translations(WITH_PROBLEM, environment(), UNTRANSLATED | {"pages/company: title"})

    def without_stay(folder: str, tongue: Tongue) -> TranslatedWords:
        found = translation_beside(folder, tongue)
        return TranslatedWords({}, None) if folder == "pages/stay" else found

    monkeypatch.setattr("kyosei.web.translated.translation_beside", without_stay)
    monkeypatch.setattr(completeness, "translation_beside", without_stay)
    with pytest.raises(LawError, match=r"pages/stay/words\.vi\.yaml lacks"):
        check_translations(WITH_PROBLEM, environment())
    check_translations(WITH_PROBLEM, environment(), UNTRANSLATED | {"pages/stay"})


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("vi-VN,vi;q=0.9,en;q=0.8", "vi"),
        ("de,vi;q=0.5,ja;q=0.4", "vi"),
        ("de-DE", "en"),
        ("zh-TW,zh;q=0.9,en-US;q=0.8", "zh"),
        ("ne-NP,ne;q=0.9,hi;q=0.8", "ne"),
        ("ja,vi", "ja"),
        ("vi;q=0,ja;q=0.1", "ja"),
        ("", "ja"),
    ],
)
def test_the_first_of_ours_that_a_browser_accepts_is_chosen(accepted: str, code: str) -> None:
    assert chosen_tongue(accepted).code == code


DATES = {
    "vi": ("ngày 23 tháng 11 năm 2026", "tháng 11 năm 2026", "09:05 ngày 23 tháng 11 năm 2026", "12"),
    "zh": ("2026年11月23日", "2026年11月", "2026年11月23日 09:05", "12"),
    "ne": ("२०२६ नोभेम्बर २३", "२०२६ नोभेम्बर", "२०२६ नोभेम्बर २३, ०९:०५", "१२"),
}


@pytest.mark.parametrize("tongue", FURTHER, ids=CODES)
def test_days_and_numbers_are_written_as_the_language_does(tongue: Tongue) -> None:
    speech = Speech(tongue, {}, Case({}))
    day, month, instant, number = DATES[tongue.code]
    assert speech.day(day_from_date(date(2026, 11, 23))) == day
    assert speech.month(day_from_date(date(2026, 11, 1))) == month
    assert speech.instant(1_795_392_300_000_000) == instant
    assert number in say_beside("pages/stay", tongue)("mine", count=12)


def test_a_text_that_only_sounds_like_a_term_is_borrowed() -> None:
    speech = Speech(FURTHER[0], {}, Case({}))
    assert speech.text(Text("はい", "はい", "yes")) == "có"
    assert speech.text(Text("認める", "認める", "yes")) == beside(Text("認める", "認める", "yes"))
    assert (
        speech.text(Text("在留カード", "在留カード", "Residence card"))
        == 'Thẻ lưu trú (<span lang="ja">在留カード</span>)'
    )


def test_what_is_borrowed_is_marked_and_can_be_plain() -> None:
    assert beside(Text("在留資格", "在留資格", "Status <b>")) == (
        '<span lang="ja">在留資格</span> (<span lang="en">Status &lt;b&gt;</span>)'
    )
    assert with_marks("thẻ (在留カード) <b>") == 'thẻ (<span lang="ja">在留カード</span>) &lt;b&gt;'
    assert plain(beside(Text("在留資格", "在留資格", "Status <b>"))) == "在留資格 (Status &lt;b&gt;)"
    assert plain("<b>") == "&lt;b&gt;"
    assert isinstance(plain("<b>"), Markup)


def test_a_page_is_reviewed_when_each_file_whose_words_stand_on_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = {"components/compared"}

    def reviewed(folder: str, tongue: Tongue) -> TranslatedWords:
        return TranslatedWords({}, None if folder in waits else "somebody, 2026-11-23")

    monkeypatch.setattr(completeness, "translation_beside", reviewed)
    look = is_reviewed.__wrapped__  # what it found before stays kept
    by_id = {page.id: page for page in PAGES}
    assert look(by_id["stay"], FURTHER[0], environment())
    assert not look(by_id["what_if"], FURTHER[0], environment())
    waits.add("terms")
    assert not look(by_id["stay"], FURTHER[0], environment())


@pytest.mark.parametrize("tongue", FURTHER, ids=CODES)
def test_what_is_borrowed_is_marked_in_notices_in_tasks_and_in_supposed_lives(
    visitor: Callable[[], Client], tongue: Tongue
) -> None:  # fmt: skip
    duc = visitor().sign_in("person=person:duc")
    duc.get(f"/stay?lang={tongue.code}")
    for path in ("/tasks", "/notices", "/rights", "/permanent-residence", "/records"):
        marked(path, duc.get(path).text, tongue)
    assert "算定基礎届" in duc.get("/notices").text, "the Japanese notice stands beside"
    leaving = {"employer": "org:hamakaze", "last": "2026-12-31", "initiative": "worker"}
    changing = {"sort": "new_job", "step": "ask", "day": "2027-01-01", "leaves": "org:hamakaze"}
    for path, fields in (("/leaving-safely", leaving), ("/what-if", changing)):
        page = duc.post(path, {"form_token": duc.form_token(path), **fields}).text
        assert 'id="answer"' in page
        marked(path, page, tongue)


@pytest.mark.parametrize("tongue", FURTHER, ids=CODES)
def test_a_page_says_that_it_is_a_translation_and_marks_what_it_borrows(sita: Client, tongue: Tongue) -> None:
    own = say_beside("layout", tongue)
    for path in SHOWN:
        page = sita.get(f"/{path}?lang={tongue.code}").text
        assert f'<html lang="{tongue.tag}">' in page, path
        for said in ("translation", "unreviewed"):
            assert own(said) in page, path
        for language in ("ja", "en"):
            assert f'href="/{path}?lang={language}" lang="{language}"' in page, path
        marked(path, page, tongue)


def test_what_organisations_see_stays_in_the_complete_languages(visitor: Callable[[], Client]) -> None:
    clerk = visitor().sign_in("employer=org:hamakaze")
    for path in ("company", "notices"):
        page = clerk.get(f"/{path}?lang=vi").text
        assert '<html lang="en">' in page
        assert "?lang=vi" not in page


def test_a_language_that_was_chosen_stays(sita: Client) -> None:
    sita.get("/stay?lang=vi")
    assert '<html lang="vi">' in sita.get("/tasks").text
    assert tongue_named("xx") is None
    assert COMPLETE["en"] is tongue_named("en")
