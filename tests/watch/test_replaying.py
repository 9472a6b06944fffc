"""P26: what was told, evaluated again as known then and under its own law, is the same; and a changed telling is found."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.timelines.program import State
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.replaying import Replayed, Row, chosen, replay, told_under
from tests.watch.towns import Town, story

ALL = 10_000


def test_everything_that_was_told_is_the_same_when_it_is_evaluated_again(database: sa.Engine, law: Loaded) -> None:
    town, lines = Town.on(database), story("leaving")
    watch = town.watch(law)
    for place in range(0, len(lines), 4):
        town.enter_each(lines[place : place + 4])
        watch.catch_up()
    town.until("2027-01-31")
    watch.catch_up()
    with database.connect() as connection:
        told = chosen(connection, "all", ALL)
        assert len(told) > 20
        assert len({one.known for one in told}) > 5
        assert {replay(connection, one, lambda version: law) for one in told} == {Replayed.SAME}
        assert told_under(connection, told[0].id) == told[0]
        assert told_under(connection, "another") is None
        few = [one.id for one in chosen(connection, "a day", 5)]
        assert few == [one.id for one in chosen(connection, "a day", 5)] != [one.id for one in told[:5]]
        spread = [one.id for one in chosen(connection, "a day", 9, sorted_most=0)]
        assert spread == [one.id for one in chosen(connection, "a day", 9, sorted_most=0)]
        assert (
            {one.id for one in told} >= set(spread) != {one.id for one in chosen(connection, "next", 9, sorted_most=0)}
        )
        assert 5 < len(set(spread)) == len(spread)


def test_a_telling_that_was_changed_afterwards_is_found(database: sa.Engine, law: Loaded) -> None:
    town, lines = Town.on(database), story("leaving")
    town.enter_each(lines)
    town.watch(law).catch_up()
    with database.connect() as connection:
        one = next(told for told in chosen(connection, "all", ALL) if told.state != State.NOT_APPLICABLE)
        for changed in (
            {"state": (one.state + 1) % 3},
            {"causes": one.causes ^ 4},
            {"due": one.due + 1},
            {"norm": "jp.none"},
        ):
            other = cast("Row", SimpleNamespace(**{**one._mapping, **changed}))
            assert replay(connection, other, lambda version: law) is Replayed.DIFFERENT

        def nowhere(version: str) -> Loaded:
            raise QuestionError(version)

        assert replay(connection, one, nowhere) is Replayed.LAW_NOT_HERE
