"""Who could not be taken in: against the formula written out with fractions."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from kyosei.signals.small_counts import FEWEST, people_told
from kyosei.signals.stranding import SPARE_PERCENT, stranding

regions = st.dictionaries(
    st.tuples(st.sampled_from(["org:a", "org:b", "org:c"]), st.sampled_from(["13", "27", None])), st.integers(1, 90)
)


@given(regions)
def test_it_is_the_formula_for_each_spare_capacity(people: dict[tuple[str, str | None], int]) -> None:
    found = stranding(people)
    totals = {one: sum(n for (org, _), n in people.items() if org == one) for one in ("org:a", "org:b", "org:c")}
    assert {one.organisation for one in found} == {one for one, total in totals.items() if total >= FEWEST}
    for one in found:
        assert one.people == totals[one.organisation]
        assert one.unplaced == people.get((one.organisation, None), 0)
        for percent, stranded in zip(SPARE_PERCENT, one.stranded, strict=True):
            wanted = sum(
                max(0, ceil(n - Fraction(percent, 100) * sum(
                    m for (other, there), m in people.items() if there == region and other != org
                )))
                for (org, region), n in people.items() if org == one.organisation and region is not None
            )  # fmt: skip
            assert stranded == wanted
        assert list(one.stranded) == sorted(one.stranded, reverse=True)


@given(st.integers(0, 10_000))
def test_small_counts_of_people_are_not_told_and_others_are_rounded(count: int) -> None:
    shown = people_told(count)
    if 0 < count < FEWEST:
        assert shown is None
    else:
        assert shown is not None
        assert shown % 5 == 0
        assert abs(shown - count) <= 2
