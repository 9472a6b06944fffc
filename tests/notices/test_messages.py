"""Every norm, every audience, every occasion, every language: a message, and none that blames or hands over another's task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kyosei.errors import QuestionError
from kyosei.norms.declare import Norm, bearer_among
from kyosei.norms.forms import Right
from kyosei.notices.asking import Audience, NoticeRequest, Occasion, request_document, request_from
from kyosei.notices.catalogue import Catalogue, audiences_of, occasions_of
from kyosei.notices.composing import compose
from kyosei.notices.message import Message, Part, Section, message_document, message_from, plain_text
from kyosei.notices.plain_words import accusing_words, faults_of_easy
from kyosei.notices.translations import translations
from kyosei.notices.voice import languages
from kyosei.notices.words import WORDS
from kyosei.terms.text import Text
from tests.notices.asked import DAY, asked, asked_about

OTHERS = (Audience.PROTECTED, Audience.CONCERNED, Audience.HOLDER)


def all_of(catalogue: Catalogue, *wanted: str) -> Iterator[tuple[Norm, NoticeRequest, Message]]:
    for norm, audience, occasion in catalogue.told():
        for language in wanted or languages():
            request = asked_about(norm, audience, occasion, language)
            yield norm, request, compose(catalogue, request)


def said(message: Message) -> str:
    return plain_text(message, {})


def test_every_norm_is_told_to_somebody_on_every_occasion_its_states_give(catalogue: Catalogue) -> None:
    assert len(catalogue.norms) >= 190
    states = {"duty": {"due", "breached", "open", "late", "met"}, "limit": {"unmet", "open", "met"}}
    for norm in catalogue.norms.values():
        told = {occasion for audience in audiences_of(norm) for occasion in occasions_of(norm, audience)}
        assert told >= states.get(norm.kind, {"unmet", "open", "met"}) | {"withdrawn"}, norm.id
        assert Audience.SOURCE in audiences_of(norm)


def test_no_message_in_any_language_blames_or_ranks(catalogue: Catalogue) -> None:
    """The title of a law that is cited is the legislator's."""
    for norm, request, message in all_of(catalogue):
        ours = [section for section in message.sections if section.part is not Part.BASIS]
        text = said(replace(message, sections=tuple(ours))) + message.subject
        assert not accusing_words(text), (norm.id, request.audience, message.language)


def test_no_message_has_an_empty_place_or_one_left_to_fill(catalogue: Catalogue) -> None:
    for norm, request, message in all_of(catalogue):
        assert message.sections, norm.id
        for section in message.sections:
            assert section.lines
            assert all(line.strip() and "{" not in line for line in section.lines), (norm.id, request.occasion, section)


def test_only_the_bearer_gets_the_task_and_only_a_source_is_asked_to_answer(catalogue: Catalogue) -> None:
    """P06: nobody reads another's task as theirs, in no language, also not as a sentence in another section."""
    for norm, request, message in all_of(catalogue):
        task, answer = message.section(Part.TASK), message.section(Part.ANSWER)
        if request.occasion is Occasion.REQUESTED:
            assert message.task_of == message.recipient == request.about[norm.scope.parties[0]]
            continue
        if request.audience in OTHERS:
            assert message.task_of is None
            assert task is answer is message.section(Part.UNTIL) is message.section(Part.PROOF) is None
            own = catalogue.guidance[norm.id].task
            for text in () if own is None else (own.ja, own.easy, own.en):
                assert text not in said(message), norm.id
        if task is not None:
            assert norm.bearer is not None
            assert message.task_of == message.recipient == bearer_among(norm.bearer, request.about)
        if request.audience is Audience.SOURCE:
            assert answer is not None
            assert task is None


def test_whoever_is_protected_reads_both_ways_and_whom_to_ask(catalogue: Catalogue) -> None:
    for norm, request, message in all_of(catalogue, "ja", "ja-easy", "en"):
        if request.audience is Audience.PROTECTED and request.occasion in ("due", "breached", "unmet"):
            parts = [section.part for section in message.sections]
            assert {Part.PROTECTION, Part.THEY, Part.MYSELF, Part.ASK} <= set(parts), norm.id
            assert parts.index(Part.MYSELF) == parts.index(Part.THEY) + 1


def test_whoever_complained_is_told_that_the_bearer_was_not(catalogue: Catalogue) -> None:
    told = asked_about(catalogue.norm("jp.pension.report-acquisition"), Audience.PROTECTED, Occasion.BREACHED)
    they = compose(catalogue, replace(told, bearer_told=False)).section(Part.THEY)
    assert they is not None
    assert they.lines == ("The employer has not been told. Whether that happens is for you to choose.",)


def test_what_is_open_asks_nothing_of_the_bearer(catalogue: Catalogue) -> None:
    """P02: a missing record is nobody's task but that of whoever owes the answer."""
    for norm, request, message in all_of(catalogue, "en"):
        if request.occasion is Occasion.OPEN and request.audience is not Audience.SOURCE:
            assert message.task_of is None, norm.id


def test_what_was_done_or_withdrawn_asks_nothing(catalogue: Catalogue) -> None:
    for norm, request, message in all_of(catalogue, "en"):
        if request.occasion in (Occasion.MET, Occasion.LATE, Occasion.WITHDRAWN):
            assert message.task_of is None, norm.id


def test_no_wording_depends_on_who_it_is_about(catalogue: Catalogue) -> None:
    """P04: another person, with another name, reads the very same."""
    for norm, audience, occasion in catalogue.told():
        if "person" not in norm.scope.parties:
            continue
        request = asked_about(norm, audience, occasion)
        renamed = {role: "person:other" if role == "person" else party for role, party in request.about.items()}
        other = replace(request, about=renamed, recipient=request.recipient.replace("person:person", "person:other"))
        first, second = compose(catalogue, request), compose(catalogue, other)
        assert first.sections == second.sections
        assert (first.title, first.subject) == (second.title, second.subject)


def test_subjects_reveal_nothing(catalogue: Catalogue) -> None:
    subjects = {(message.language, message.subject) for _, _, message in all_of(catalogue)}
    assert len(subjects) == 2 * len(languages())


def test_the_japanese_of_a_legal_term_stands_beside_every_other_language(catalogue: Catalogue) -> None:
    for norm, _, message in all_of(catalogue, "ja-easy", "en", "vi"):
        assert norm.title.ja in message.title
        note = [section for section in message.sections if section.part is Part.NOTE]
        assert note[-1].lines, norm.id


def test_the_day_that_has_passed_is_not_a_day_to_come(catalogue: Catalogue) -> None:
    until = compose(catalogue, asked(language="en", due=DAY - 3)).section(Part.UNTIL)
    assert until is not None
    assert until.lines[0].startswith("As soon as possible; the day set by law was 2026-11-17")
    assert "until it does, they do not begin" in until.lines[1]
    coming = compose(catalogue, asked(language="en", due=DAY, answer_days=None)).section(Part.UNTIL)
    assert coming is not None
    assert coming.lines == ("By 2026-11-20",)


def test_only_rights_that_can_be_used_are_offered(catalogue: Catalogue) -> None:
    request = asked_about(catalogue.norm("jp.pension.report-acquisition"), Audience.PROTECTED, Occasion.BREACHED)
    offered = compose(catalogue, request).section(Part.MYSELF)
    none_left = compose(catalogue, replace(request, rights=())).section(Part.MYSELF)
    assert offered is not None
    assert none_left is not None
    assert "Ask any pension office, free of charge" in offered.lines[0]
    assert none_left.lines == ("You may ask this office about it yourself: Japan Pension Service.",)


def test_every_right_beside_a_norm_is_a_right_of_whom_it_protects(catalogue: Catalogue) -> None:
    for norm in catalogue.norms.values():
        for right in catalogue.rights_beside(norm.id):
            assert isinstance(right.body, Right)
            assert right.protects == "person", (norm.id, right.id)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"norm": "jp.none.such"}, "no norm 'jp.none.such'"),
        ({"occasion": Occasion.UNMET}, "is not told to its bearer when unmet"),
        ({"audience": Audience.HOLDER}, "is not told to its holder"),
        ({"recipient": "person:hoa"}, "the bearer is the employer, org:sakura; this notice is to person:hoa"),
        ({"audience": Audience.PROTECTED}, "the protected is the person, person:hoa; this notice is to org:sakura"),
        ({"language": "xx"}, "not written in 'xx'; there are ja, ja-easy, en"),
    ],
)
def test_what_would_go_to_the_wrong_party_is_refused(
    catalogue: Catalogue, change: dict[str, object], message: str
) -> None:
    with pytest.raises(QuestionError, match=message):
        compose(catalogue, replace(asked(), **change))  # type: ignore[arg-type]  # fields of several types


def test_a_message_with_another_partys_task_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="would hand over a task"):
        Message("en", "person:hoa", "s", "t", (Section(Part.TASK, "h", ("l",)),), "a", (), "org:sakura")


def test_a_translation_that_nobody_reviewed_says_so_first(catalogue: Catalogue) -> None:
    unreviewed = [one for one in translations().values() if one.reviewed_by is None]
    assert unreviewed
    for translation in unreviewed:
        message = compose(catalogue, asked(language=translation.language))
        assert message.sections[0].part is Part.NOTE
        assert message.sections[0].lines == (
            translation.words["note.unreviewed"], "Unreviewed translation: nobody has checked it yet."
        )  # fmt: skip


@pytest.mark.parametrize("key", WORDS)
def test_every_general_word_is_easy_in_easy_japanese_and_has_the_same_slots(key: str) -> None:
    text: Text = WORDS[key]
    assert list(faults_of_easy(text.easy)) == []
    slots = [sorted({piece.split("}")[0] for piece in one.split("{")[1:]}) for one in (text.ja, text.en)]
    assert slots[0] == slots[1]


def test_requests_and_messages_survive_being_kept(catalogue: Catalogue) -> None:
    for _, request, message in all_of(catalogue, "en"):
        assert request_from(request_document(request)) == request
        assert message_from(message_document(message)) == message
