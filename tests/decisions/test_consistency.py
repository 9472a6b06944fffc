"""Consistency of decided cases: the statistic against its definition, planted biases, and none where there is none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from math import erfc, sqrt

import jsonschema
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.cli.decisions.schema import decisions_schemas
from kyosei.decisions import consistency
from kyosei.decisions.consistency import Audit, Decided, audit
from kyosei.errors import QuestionError
from tests.cli.processes import called, kyosei
from tests.decisions.offices import BIASED, decided_cases
from tests.depth import SOAKING, deeper, examples

CASES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 2), st.integers(0, 5)), min_size=1, max_size=60
)
"""Facts, office, group and outcome of each case."""


def decided(cases: Sequence[tuple[int, int, int, int]]) -> Decided:
    """These cases as columns."""
    facts, office, group, outcome = (list(column) for column in zip(*cases, strict=True))
    return Decided.of(facts, office, group, [float(one) for one in outcome])


def groups_named(found: Audit) -> set[tuple[int | None, int | None]]:
    """The office and group of each difference of a group."""
    return {(one.office, one.group) for one in (*found.groups, *found.groups_at_offices) if one.found}


def by_definition(cases: Sequence[tuple[int, int, int, int]], group: int) -> tuple[Fraction, Fraction, Fraction]:
    """The Mantel-Haenszel sums of a group within facts and office: above expectation, variance, weight (Mantel 1963)."""
    above, variance, weight = Fraction(0), Fraction(0), Fraction(0)
    for stratum in {(facts, office) for facts, office, _, _ in cases}:
        outcomes = [(g, Fraction(y)) for facts, office, g, y in cases if (facts, office) == stratum]
        own = [y for g, y in outcomes if g == group]
        n, m = len(outcomes), len(own)
        if m in (0, n):
            continue
        mean = sum((y for _, y in outcomes), Fraction(0)) / n
        above += sum(own) - m * mean
        variance += Fraction(m * (n - m), n - 1) * sum(((y - mean) ** 2 for _, y in outcomes), Fraction(0)) / n
        weight += Fraction(m * (n - m), n)
    return above, variance, weight


@examples(60)
@given(CASES)
def test_a_comparison_is_what_its_definition_says(cases: list[tuple[int, int, int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(consistency, "FEWEST", 1)
        patch.setattr(
            consistency, "_limit", lambda tests, share: consistency._Limit(-1.0, share)
        )  # nothing is left out
        found = audit(decided(cases), negligible=0.0)
    for one in found.groups:
        assert one.group is not None
        above, variance, weight = by_definition(cases, one.group)
        if one.difference is None:
            assert weight == 0 or variance == 0
            continue
        assert one.difference == pytest.approx(float(above / weight))
        assert one.chance == pytest.approx(erfc(abs(float(above)) / sqrt(2 * float(variance))))


@examples(40)
@given(CASES, st.randoms(use_true_random=False))
def test_neither_the_order_nor_the_names_of_cases_matter(
    cases: list[tuple[int, int, int, int]], chance: object
) -> None:
    assert hasattr(chance, "sample")
    mixed = chance.sample(cases, len(cases))
    renamed = [(90 - facts, 7 * office, group + 1000, outcome) for facts, office, group, outcome in mixed]

    def said(found: Audit, office: int = 1, group: int = 0) -> list[tuple[object, ...]]:
        every = (*found.offices, *found.groups, *found.groups_at_offices)
        return sorted(
            (-1 if c.office is None else c.office * office, -1 if c.group is None else c.group + group, c.cases,
             c.others, c.found, round(c.chance, 9))
            for c in every
        )  # fmt: skip

    assert said(audit(decided(cases)), 7, 1000) == said(audit(decided(renamed)))


def test_who_has_other_facts_is_not_treated_otherwise() -> None:
    """A group that meets fewer requirements is granted less in all, and exactly as others with the same facts."""
    numbers = {(0, 0): 900, (0, 1): 100, (1, 0): 100, (1, 1): 900}
    cases = [(facts, k // 10 % 2, group, int(k % 10 < (2 if facts else 9)))
             for (facts, group), number in numbers.items() for k in range(number)]  # fmt: skip
    found = audit(decided(cases))
    assert found.found == ()
    assert max(abs(one.difference or 0.0) for one in found.groups) < 0.01


def test_a_difference_that_is_of_no_account_is_not_named_however_many_cases_show_it() -> None:
    """One point less among 400,000 cases is certain, and is counted; three points less are named."""
    for points, named in ((1, False), (3, True)):
        cases = Decided.of(
            [k % 4 for k in range(400_000)], [0] * 400_000, [k // 4 % 2 for k in range(400_000)],
            [float(k // 8 % 100 < 70 - points * (k // 4 % 2)) for k in range(400_000)],
        )  # fmt: skip
        assert audit(cases, negligible=0.0).found != ()
        (one,) = [one for one in audit(cases).groups_at_offices if one.group == 1]
        assert one.difference == pytest.approx(-points / 100, abs=0.001)
        assert one.found is named
    assert audit(
        Decided.of([0] * 99, [0] * 99, [k % 2 for k in range(99)], [12.0 * (k % 6) for k in range(99)])
    ).negligible == (pytest.approx(0.6)), "months: of five years"


def test_what_few_cases_cannot_tell_is_not_told() -> None:
    cases = [(0, 0, 0, 0)] * 29 + [(0, 0, 1, 1)] * 500
    (few, _) = audit(decided(cases)).groups
    assert (few.cases, few.difference, few.detectable, few.found) == (29, None, None, False)
    (enough, *_) = audit(decided([*cases, (0, 0, 0, 0)])).groups_at_offices
    assert enough.found
    assert enough.difference == pytest.approx(-1.0)


def test_the_cause_is_named_once_and_its_mirror_is_not() -> None:
    """With two groups the others come out better by as much; with the cases of the first left out, by nothing."""
    cases = [(k % 5, office, group, int(k % 4 > 0 and not (office == group == 0 and k % 2)))
             for office in range(3) for group in range(2) for k in range(1200)]  # fmt: skip
    found = audit(decided(cases))
    (named,) = [one for one in found.groups_at_offices if one.found]
    assert (named.office, named.group) == (0, 0)
    assert not any(one.found for one in found.groups)


@deeper
def test_ten_points_at_one_office_are_found_among_a_million_cases_and_nothing_where_nothing_is() -> None:
    """What is named beside the bias is its own shadow over the group everywhere, or chance, in one town of twenty at most."""
    towns = 100 if SOAKING else 3
    hits = named_by_chance = 0
    for seed in range(towns):
        biased = audit(decided_cases(seed, 1_000_000, 0.1))
        hits += BIASED in groups_named(biased)
        (one,) = [one for one in biased.groups_at_offices if (one.office, one.group) == BIASED]
        assert one.difference == pytest.approx(-0.1, abs=0.04)
        assert one.detectable is not None
        assert one.detectable < 0.1
        named_by_chance += not groups_named(biased) <= {BIASED, (None, BIASED[1])}
        assert audit(decided_cases(seed, 1_000_000)).found == ()
    assert hits >= 0.99 * towns
    assert named_by_chance <= 0.05 * towns


def test_as_many_differences_are_missed_as_the_smallest_detectable_one_says() -> None:
    """Planted exactly as large as is said to be detectable, four of five are found; within what 60 towns can show."""
    fair = [one for one in audit(decided_cases(0, 60_000)).groups_at_offices if (one.office, one.group) == BIASED]
    size = fair[0].detectable
    assert size is not None
    hits = sum(BIASED in groups_named(audit(decided_cases(seed, 60_000, size))) for seed in range(60))
    assert 36 <= hits <= 58


def test_offices_that_differ_show_as_a_spread() -> None:
    alike = audit(decided_cases(5, 200_000)).spread
    apart = audit(decided_cases(5, 200_000, offices_differ=0.05)).spread
    assert alike < 0.01
    assert apart == pytest.approx(0.05, abs=0.02)


def test_columns_of_other_lengths_and_outcomes_that_are_no_numbers_are_refused() -> None:
    whole = np.zeros(2, np.int64)
    with pytest.raises(QuestionError, match="differ in length"):
        Decided(whole, whole, whole, np.zeros(3))
    with pytest.raises(QuestionError, match="no number"):
        Decided(whole, whole, whole, np.array([1.0, np.nan]))


def test_the_command_names_offices_and_says_what_it_could_have_found() -> None:
    rows = [f"f{k % 7},Tokyo,{'A' if k % 3 else 'B'},{int(k % 10 < (8 if k % 3 else 4))}" for k in range(3000)]
    table = "\n".join(["facts,office,group,granted", *rows])
    document = json.loads(kyosei("decisions", "consistency", "-", "--format", "json", stdin=table).out)
    jsonschema.validate(document, decisions_schemas()["decisions-consistency"])
    named = {(one["office"], one["group"]) for one in document["groups_at_offices"] if one["found"]}
    assert len(named) == 1
    assert named <= {("Tokyo", "A"), ("Tokyo", "B")}
    text = kyosei("decisions", "consistency", "-", stdin=table).out
    assert "Differences found: 1" in text
    assert "A difference is a question, no answer" in " ".join(text.split())


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        (b"facts,office\na,b\n", "<stdin>:1: the columns are facts, office"),
        (b"facts,office,group,granted\na,b,c,yes\n", "row 2: granted is 'yes'; write 1 or 0"),
        (b"facts,office,group,months\na,b,c,-1\n", "write a whole number of months"),
        (b"facts,office,group,granted\na,,c,1\n", "<stdin>:2: office is empty"),
        (b"facts,office,group,granted\n", "no case below its first line"),
        (b"facts,office,group,granted\n\xff,b,c,1\n", "not UTF-8"),
        (b"facts,office,group,granted,months\na,b,c,1,12\n", "one of granted or months"),
    ],
)
def test_a_table_that_is_none_is_refused_with_its_place(table: bytes, complaint: str) -> None:
    refused = called(["decisions", "consistency", "-"], table)
    assert refused.status != 0
    assert complaint in " ".join(refused.err.split())
