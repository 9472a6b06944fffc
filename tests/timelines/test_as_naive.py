"""P27: every operator equals the naive day-by-day interpreter, with gaps, overlaps, month ends and leap days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.timelines.program import Op
from tests.depth import examples
from tests.timelines.programs import (
    QUANTIFIERS,
    SHAPES,
    of_a_duty,
    of_a_quantifier,
    of_one_operator,
    of_versions,
    trees,
)
from tests.timelines.worlds import WORLDS, assert_as_naive


def test_every_operator_is_held_to_the_naive_interpreter() -> None:
    of_their_own = {Op.LEAF, Op.DUTY, Op.VERSIONS, Op.STATE_IS}
    assert set(SHAPES) | set(QUANTIFIERS) | of_their_own == set(Op)


@pytest.mark.parametrize("op", SHAPES, ids=lambda op: op.name.lower())
@examples(25)
@given(st.data())
def test_an_operator_equals_its_definition_on_every_day(op: Op, data: st.DataObject) -> None:
    world = data.draw(WORLDS)
    assert_as_naive(*data.draw(of_one_operator(op, world)), world)


@pytest.mark.parametrize("op", QUANTIFIERS, ids=lambda op: op.name.lower())
@examples(25)
@given(st.data())
def test_a_quantifier_equals_its_definition_on_every_day(op: Op, data: st.DataObject) -> None:
    world = data.draw(WORLDS)
    assert_as_naive(*data.draw(of_a_quantifier(op, world)), world)


@examples(60)
@given(st.data())
def test_a_duty_equals_its_obligations_one_by_one(data: st.DataObject) -> None:
    world = data.draw(WORLDS)
    assert_as_naive(*data.draw(of_a_duty(world)), world)


@examples(30)
@given(st.data())
def test_versions_equal_their_definition_on_every_day(data: st.DataObject) -> None:
    world = data.draw(WORLDS)
    program, subject = data.draw(of_versions(world))
    assert_as_naive(program, subject, world, known_day=data.draw(st.integers(world.first, world.end)))


@examples(50)
@given(st.data())
def test_a_random_program_equals_its_definition_on_every_day(data: st.DataObject) -> None:
    world = data.draw(WORLDS)
    assert_as_naive(*data.draw(trees(world)), world)
