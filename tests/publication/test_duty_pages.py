"""The page of a duty: if it fails, who suffers where, and what protects them."""

from __future__ import annotations

import html
import re
from functools import cache

import pytest

from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.forms import Right
from kyosei.norms.graph import Graph, Way, graph_of
from kyosei.publication.site import pages_of_duties
from kyosei.publication.speech import Speech
from kyosei.terms.text import Language
from kyosei.wiring import legal_sources
from tests.law.compiled import compiled_japan


@cache
def law() -> CompiledLaw:
    return compiled_japan()


@cache
def graph() -> Graph:
    return graph_of(law())


@cache
def pages(language: Language) -> dict[str, bytes]:
    return pages_of_duties(law(), graph(), Speech(language, legal_sources().laws))


def text(language: Language, norm_id: str) -> str:
    """The main part of a page as it is read."""
    page = pages(language)[f"{language}/duties/{norm_id}.html"].decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


def test_the_page_names_every_norm_in_which_a_failure_counts_and_every_right() -> None:
    norms = {norm.id: norm.latest for norm in law().norms}
    for norm in norms.values():
        if norm.bearer is None:
            continue
        page = text("en", norm.id)
        assert " ".join(norm.title.en.split()) in page
        for edge in graph().edges:
            if edge.source == norm.id:
                assert " ".join(norms[edge.target].title.en.split()) in page
                body = norms[edge.target].body
                if edge.way is Way.RIGHT and isinstance(body, Right):
                    assert body.how.en in page
                    assert body.lost.en in page


def test_what_is_excused_says_by_which_item_or_that_none_says_so() -> None:
    insurance = text("en", "jp.pension.report-acquisition")
    assert (
        "It does not count against the person by itself: an official weighs it, and the employer is named." in insurance
    )
    assert "No numbered item there says so in words: this is our reading." in insurance
    wages = text("en", "jp.labour.minimum-wage")
    assert "So says item 6 (Guideline; Immigration Control and Refugee Recognition Act art. 21(3))." in wages


@pytest.mark.parametrize(
    ("language", "norm_id", "said"),
    [
        ("en", "jp.immigration.notify-address", "It counts as met late, but these norms ask for that too:"),
        (
            "en",
            "jp.immigration.notify-address",
            "It is owed to this office alone: Immigration Services Agency.",
        ),
        ("en", "jp.pension.report-loss", "It counts as met late, and no norm here asks whether it was late."),
        ("en", "jp.ssw.interview", "No right of the person about this is encoded here."),
        ("ja", "jp.pension.report-acquisition", "本人は、雇用主にこれを求めることができる。"),
        ("ja-easy", "jp.pension.report-acquisition", "本人の せいには なりません。"),
    ],
)
def test_what_a_reader_finds(language: Language, norm_id: str, said: str) -> None:
    assert said in text(language, norm_id)
