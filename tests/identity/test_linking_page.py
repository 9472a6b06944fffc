"""P05: the rates are measured for every pair of scripts and family, and the published page has them all."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from bench.linking import PAGE, Rates, estimate, measure, page
from bench.linking_world import SCRIPTS, families_of, make_sides
from kyosei.identity.candidates.model import LEVELS, MODEL, load_model, read_model
from kyosei.identity.names import NORMALISATION
from kyosei.world.name_parts import POOLS

ROW = re.compile(r"^\| (?P<scripts>[^|]+) \| (?P<family>[A-Z][a-z]+) \|(?P<figures>[^a-z]+)\|$", re.MULTILINE)
SETS = [(scripts, family) for scripts in SCRIPTS for family in families_of(scripts)]


def test_the_published_page_has_a_row_for_every_set_whose_figures_add_up() -> None:
    text = PAGE.read_text("utf-8")
    rows = {(m["scripts"], m["family"]): m["figures"].split("|") for m in ROW.finditer(text)}
    assert list(rows) == SETS
    for figures in rows.values():
        pairs, alone, among, missed, wrong, false, missing, *software = (figure.strip() for figure in figures)
        assert int(pairs) == int(alone) + int(among) + int(missed)
        assert missing == f"{int(missed) / int(pairs):.1%}"
        assert false == f"{int(wrong) / max(int(wrong) + int(alone), 1):.1%}"
        assert all(count.isdigit() for count in software)
        assert len(software) == 2


def test_the_published_page_is_of_the_model_and_normalisation_in_use() -> None:
    assert f"with model {MODEL} and normalisation {NORMALISATION}" in PAGE.read_text("utf-8")


def test_every_family_is_measured_in_latin_against_kana_and_some_in_characters() -> None:
    assert set(families_of("Latin, katakana")) == set(POOLS) == set(families_of("Latin, bank kana"))
    assert {"Chinese", "Korean", "Japanese"} <= set(families_of("characters, characters"))


@pytest.mark.parametrize(
    ("scripts", "family"), [("Latin, bank kana", "Vietnamese"), ("characters, katakana", "Chinese")]
)
def test_a_small_set_is_measured_and_most_are_found(scripts: str, family: str) -> None:
    rates = measure(scripts, family, 40, load_model(), seed=3)
    assert rates.pairs == 32
    assert rates.alone + rates.among + rates.missed == rates.pairs
    assert rates.missed_rate < 0.25
    assert rates.false_rate < 0.1
    assert rates.software_wrong == 0


def test_rates_follow_what_the_model_knows() -> None:
    """A model to which nothing says anything finds nobody: the rates are measured, not written."""
    empty = replace(load_model(), probabilities={c: dict.fromkeys(ls, (0.5, 0.5)) for c, ls in LEVELS.items()})
    rates = measure("Latin, katakana", "Nepali", 40, empty, seed=3)
    assert rates.missed_rate == 1


def test_a_set_is_made_alike_again_and_has_strangers() -> None:
    sides = make_sides("Nepali", "Latin, katakana", 40, 5)
    assert sides == make_sides("Nepali", "Latin, katakana", 40, 5) != make_sides("Nepali", "Latin, katakana", 40, 6)
    assert len(sides.cards) == len(sides.others) == 40
    assert {record.local for record in sides.others} - set(sides.truth.values())


def test_a_page_says_where_families_lie_apart() -> None:
    rates = [Rates(s, f, 10, 8 - (f == "Korean"), 1, int(f == "Nepali"), 0, 0) for s, f in SETS]
    text = page(rates, 12)
    assert "| Latin, katakana | 0.0% (Brazilian) – 11.1% (Nepali) | 10.0% (Brazilian) – 20.0% (Korean) |" in text


def test_an_estimate_is_a_model() -> None:
    text = estimate(12)
    model = read_model(text)
    assert model.normalisation == NORMALISATION
    assert json.loads(text)["obtained"] == model.obtained
    assert model.weight("birth_date", "same") > model.weight("name", "same_sound") > 0
