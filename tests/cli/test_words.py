"""The words of the reports: three languages each, and none that accuses or ranks a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import pytest

from kyosei.cases import words as case_words
from kyosei.cases.acts import ActKind, Refusal
from kyosei.cases.case import CaseState, Happening, Stage
from kyosei.cli import words
from kyosei.cli.applications import words as application_words
from kyosei.cli.cases import words as case_page_words
from kyosei.cli.decisions import words as decision_words
from kyosei.cli.law import words as law_words
from kyosei.cli.signals import words as signal_words
from kyosei.cli.watch import words as watch_words
from kyosei.cli.world import words as world_words
from kyosei.notices.plain_words import faults_of_easy
from kyosei.publication import words as page_words
from kyosei.terms.text import Text
from kyosei.verdicts import figures, names, naming, plan_words, state_prose

NEVER_SAID = re.compile(
    r"\b(fault|fraud|risk|score|suspicio\w*|suspect\w*|offend\w*|illegal\w*)\b|不正|リスク|疑い|過失|違法|スコア|危険",
    re.I,
)

MODULES = (
    words, names, figures, naming, state_prose, law_words, page_words, plan_words, world_words, case_words, case_page_words,
    watch_words, signal_words, decision_words, application_words,
)  # fmt: skip


def texts() -> Iterator[Text]:
    for module in MODULES:
        for value in vars(module).values():
            match value:
                case Text():
                    yield value
                case Mapping():
                    yield from (text for text in value.values() if isinstance(text, Text))
                case _:
                    pass


def test_no_word_accuses_or_ranks() -> None:
    for text in texts():
        for said in (text.ja, text.easy, text.en):
            assert not NEVER_SAID.search(said), said


def test_the_languages_have_the_same_places_to_fill() -> None:
    for text in texts():
        places = [set(re.findall(r"\{(\d)\}", said)) for said in (text.ja, text.easy, text.en)]
        assert places[0] == places[1] == places[2], text


def test_every_state_has_a_shape_of_its_own_beside_its_colour() -> None:
    told_apart = {state: words.MARKS[state] for state in ("not_applicable", "met", "due", "breached", "open")}
    assert len(set(told_apart.values())) == len(told_apart)
    assert not any("red" in style for style in words.STYLES.values())


@pytest.mark.parametrize("kind", ["duty", "limit", "right", "requirement", "status"])
def test_every_state_of_every_kind_of_norm_has_a_word(kind: str) -> None:
    for state in words.MARKS:
        for language in ("ja", "ja-easy", "en"):
            assert state_prose.state_word(kind, state, language)


def test_every_state_stage_happening_act_and_refusal_of_a_case_has_a_word_in_each_language() -> None:
    named: list[tuple[type[StrEnum], Mapping[Any, Text]]] = [
        (CaseState, case_words.STATES), (Stage, case_words.STAGES), (Happening, case_words.HAPPENINGS),
        (ActKind, case_words.ACTS), (Refusal, case_words.REFUSALS),
    ]  # fmt: skip
    for kinds, said in named:
        assert set(said) == set(kinds)
        for text in said.values():
            assert all((text.ja, text.easy, text.en))
            assert not list(faults_of_easy(text.easy)), text.easy
