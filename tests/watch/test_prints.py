"""Prints tell exactly the verdicts that may be another, and what is kept is the same as if each were compared."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import JournalError
from kyosei.timelines.days import NEVER
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.prints import PRINT, Prints, places_to_look_at, read_prints, wake_on
from kyosei.watch.transitions import compare
from tests.depth import examples
from tests.watch.towns import Town, story

DAY = 20_000

prints = st.dictionaries(
    st.integers(0, 40),
    st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(DAY - 1, DAY + 2), st.booleans()),
    max_size=12,
)


def made(of: Mapping[int, tuple[int, int, int, bool]]) -> Prints:
    return np.array([(key, *rest, 0) for key, rest in of.items()], PRINT)


@given(kept=prints, found=prints)
@examples(200)
def test_what_rests_is_what_is_kept_has_the_same_timeline_and_is_not_due(
    kept: dict[int, tuple[int, int, int, bool]], found: dict[int, tuple[int, int, int, bool]]
) -> None:
    now = made({key: (low, high, 0, False) for key, (low, high, _, _) in found.items()})
    places = places_to_look_at(now, made(kept), DAY)
    if not kept or kept.keys() - found.keys():
        assert places is None
        return
    assert places is not None
    for place, (key, (low, high, _, _)) in enumerate(found.items()):
        rests = key in kept and kept[key][:2] == (low, high) and kept[key][2] > DAY and not kept[key][3]
        assert (place not in places) == rests
        if rests:
            assert now[place] == made(kept)[list(kept).index(key)]


def test_two_verdicts_with_one_key_are_all_looked_at() -> None:
    twice = np.array([(7, 1, 1, DAY + 1, False, 0)] * 2, PRINT)
    once = twice[:1].copy()
    assert places_to_look_at(once.copy(), twice, DAY) is None
    assert places_to_look_at(twice.copy(), once, DAY) is None


def test_the_day_to_wake_on_is_the_first() -> None:
    assert wake_on(made({1: (0, 0, DAY + 5, False), 2: (0, 0, DAY + 3, False)})) == DAY + 3
    assert wake_on(made({})) == NEVER


def test_torn_prints_are_refused() -> None:
    whole = made({1: (2, 3, DAY, True)}).tobytes()
    assert read_prints(whole)["low"].tolist() == [2]
    with pytest.raises(JournalError, match="--anew"):
        read_prints(whole[:-1])


def test_few_verdicts_are_compared_after_one_more_line(
    database: sa.Engine, law: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    town, lines = Town.on(database), story("month-end")
    watch = town.watch(law)
    town.enter_each(lines[:-1])
    watch.catch_up()
    kept = len(town.kept())
    compared: list[object] = []

    def counted(*args: object, **named: object) -> object:
        compared.append(args)
        return compare(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("kyosei.watch.looking.compare", counted)
    town.enter(lines[-1])
    assert watch.catch_up().subjects
    assert 0 < len(compared) < kept / 2
