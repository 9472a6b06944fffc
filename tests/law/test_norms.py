"""The pack as a whole: citations resolve, tables exist for every norm, laws have titles, the seven systems are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kyosei.law.jp.laws import LAWS
from kyosei.law.jp.pack import NORMS
from kyosei.norms.declare import Norm
from scripts.check_citations import Index, load_index, missing
from tests.law.case_tables import all_cases

TEXTS = Path(__file__).parents[2].parent / "shared/law/text"
NOT_AT_HAND = {
    "325AC0000000226",  # Local Tax Act
    "334M50002000016",  # Minimum Wage Regulations
    "419AC0000000104",  # totalisation
    "424AC0000000062",  # Pension Reform Act of 2012
}
"""Laws whose text is not among those at hand: their norms say so and are reviewed earlier."""


def _index() -> Index:
    """The texts at hand; where there are none, every law counts as not at hand."""
    return load_index(TEXTS) if TEXTS.is_dir() else Index({}, frozenset())


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.id)
def test_every_citation_resolves_in_the_texts_at_hand(norm: Norm) -> None:
    index = _index()
    cited = [*norm.provisions, *(reads.provision for reads in norm.reads)]
    assert cited
    wrong = [
        reason
        for p in cited
        if p.law in index.laws
        and (reason := missing(index, p.law, p.article, None if p.paragraph is None else int(p.paragraph), p.item))
    ]
    assert wrong == []
    if index.laws:
        assert {p.law for p in cited} - index.laws <= NOT_AT_HAND


def test_every_norm_has_short_lives_in_a_table() -> None:
    told = {life.row["norm"] for life in all_cases()}
    assert {norm.id for norm in NORMS} - told == set()


def test_every_law_that_is_cited_has_its_titles() -> None:
    listed = {law.law_id for law in LAWS}
    assert {p.law for norm in NORMS for p in norm.provisions} <= listed
    assert len(listed) == len(LAWS)


def test_every_duty_and_limit_has_one_bearer_and_nothing_else_has() -> None:
    for norm in NORMS:
        assert (norm.bearer is not None) == (norm.kind in ("duty", "limit")), norm.id


def test_the_pack_touches_all_seven_systems_and_support() -> None:
    systems = {norm.id.split(".")[1] for norm in NORMS}
    assert {"immigration", "labour", "pension", "health", "tax", "finance", "education", "ssw"} <= systems
