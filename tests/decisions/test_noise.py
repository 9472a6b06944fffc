"""Noise is what readers of one dossier differ by: planted parts are found again, and nothing else is taken for it."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kyosei.cli.decisions.schema import decisions_schemas
from kyosei.decisions.noise import Judgements, Noise, noise_of
from kyosei.errors import QuestionError
from tests.cli.processes import Answer, kyosei
from tests.depth import examples


def read_by_all(seed: int, level: float, pattern: float, occasion: float, share: float = 1.0) -> Judgements:
    """Forty readers and three hundred dossiers, each read by a share of them; the first ten readers read all of theirs twice."""
    chance = np.random.default_rng(seed)
    readers, dossiers = 40, 300
    levels, merits = chance.normal(0, level, readers), chance.normal(0, 20, dossiers)
    patterns = chance.normal(0, pattern, (dossiers, readers))
    rows = [
        (f"d{d}", f"r{r}", merits[d] + levels[r] + patterns[d, r] + chance.normal(0, occasion))
        for d in range(dossiers)
        for r in np.flatnonzero(chance.random(readers) < share)
        for _ in range(2 if r < 10 else 1)
    ]
    return Judgements.of(*map(list, zip(*rows, strict=True)))


@pytest.mark.parametrize("share", [1.0, 0.3])
def test_planted_noise_is_found_and_told_apart(share: float) -> None:
    found = [noise_of(read_by_all(seed, 3.0, 4.0, 2.0, share)) for seed in range(8)]
    assert np.mean([one.level for one in found if one.level is not None]) == pytest.approx(3.0, rel=0.12)
    assert np.mean([one.pattern for one in found if one.pattern is not None]) == pytest.approx(np.hypot(4, 2), rel=0.05)
    assert np.mean([one.occasion for one in found if one.occasion is not None]) == pytest.approx(2.0, rel=0.05)
    assert np.mean([one.system for one in found]) == pytest.approx(np.sqrt(9 + 16 + 4), rel=0.06)


def test_two_readers_differ_as_the_normal_distribution_says() -> None:
    found = noise_of(read_by_all(3, 0.0, 5.0, 0.0))
    assert found.difference == pytest.approx(5 * 2 / np.sqrt(np.pi), abs=4 * found.difference_error)


JUDGED = st.lists(
    st.tuples(st.integers(0, 14), st.integers(0, 5), st.integers(0, 60)), min_size=60, max_size=120
)  # fmt: skip


def measured(rows: list[tuple[int, int, int]], more: int = 0) -> Noise | None:
    columns = [f"d{d}" for d, _, _ in rows], [f"r{r}" for _, r, _ in rows], [float(x + more) for _, _, x in rows]
    try:
        return noise_of(Judgements.of(*columns))
    except QuestionError:
        return None


@given(JUDGED, st.integers(-30, 30))
@examples(60)
def test_what_all_are_given_more_is_no_noise(rows: list[tuple[int, int, int]], more: int) -> None:
    plain, moved = measured(rows), measured(rows, more)
    assert (plain is None) == (moved is None)
    if plain is not None and moved is not None:
        for name in ("difference", "system", "level", "pattern", "occasion"):
            assert getattr(moved, name) == pytest.approx(getattr(plain, name), abs=1e-6), name


@given(JUDGED)
@examples(60)
def test_of_readers_who_agree_there_is_no_noise(rows: list[tuple[int, int, int]]) -> None:
    found = measured([(d, r, 10 * d) for d, r, _ in rows])
    if found is not None:
        assert (found.difference, found.system, found.level or 0.0, found.occasion or 0.0) == (0, 0, 0, 0)


@given(JUDGED)
@examples(40)
def test_the_difference_is_the_mean_over_all_pairs(rows: list[tuple[int, int, int]]) -> None:
    found = measured(rows)
    if found is None:
        return
    first: dict[int, dict[int, int]] = {}
    for d, r, x in rows:
        first.setdefault(d, {}).setdefault(r, x)
    each = []
    for readings in first.values():
        values = list(readings.values())
        pairs = [abs(a - b) for n, a in enumerate(values) for b in values[:n]]
        if pairs:
            each.append(sum(pairs) / len(pairs))
    assert found.difference == pytest.approx(sum(each) / len(each))


def test_too_few_to_measure_are_refused() -> None:
    with pytest.raises(QuestionError, match="at least 3 readers and 10"):
        noise_of(Judgements.of(["a", "a"], ["x", "y"], [1.0, 0.0]))


def told(written: str, *more: str) -> Answer:
    return kyosei("decisions", "noise", "-", *more, stdin=written)


def test_the_command_names_no_reader_and_no_dossier() -> None:
    chance = np.random.default_rng(1)
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["dossier", "reader", "granted"])
    rows.writerows([f"dossier-{d}", f"officer-{r}", int(chance.random() < 0.7)] for d in range(12) for r in range(4))
    answer = told(table.getvalue(), "--format", "json")
    document = json.loads(answer.out)
    Draft202012Validator(decisions_schemas()["decisions-noise"]).validate(document)
    assert (document["dossiers"], document["readers"], document["judgements"]) == (12, 4, 48)
    said = told(table.getvalue(), "--lang", "en").out
    assert "two readers of one dossier differ by" in said
    assert "officer" not in said + answer.out
    assert "dossier-" not in said + answer.out
    refused = told("dossier,reader,granted\nd,r,2\n")
    assert (refused.status, "row 2: granted is '2'" in refused.err) == (2, True)
