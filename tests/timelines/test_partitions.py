"""P18: a batch equals its subjects one by one, in any order, in any partition, however small the arena was at first, and
whether or not obligations are listed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kyosei.timelines.program import Instruction, Op, Program, Value
from kyosei.timelines.truth import NO, YES
from tests.depth import examples
from tests.timelines.programs import of_a_duty, trees
from tests.timelines.running import Subject, leaf, program_of, room_for, run_batch, run_bytes, run_range
from tests.timelines.worlds import FROM_DAY_ZERO, leaf_of


@st.composite
def batches(draw: st.DrawFn) -> tuple[Program, list[Subject]]:
    """A random program and up to five subjects with different numbers of instances, or none."""
    program, first = draw(trees(FROM_DAY_ZERO))
    subjects = [first]
    for _ in range(draw(st.integers(1, 4))):
        instances = draw(st.integers(0, 3))
        leaves = tuple(
            tuple(draw(leaf_of(node.value, FROM_DAY_ZERO)) for _ in range(instances if node.scope else 1))
            for node in program.instructions
            if node.op == 0
        )
        subjects.append(Subject((1, instances), leaves))
    return program, subjects


@examples(25)
@given(batches(), st.data())
def test_a_batch_equals_its_subjects_one_by_one_and_in_any_order(
    batch: tuple[Program, list[Subject]], data: st.DataObject
) -> None:
    program, subjects = batch
    together = run_batch(program, subjects)
    assert together == [run_batch(program, [subject])[0] for subject in subjects]
    order = data.draw(st.permutations(range(len(subjects))))
    assert run_batch(program, [subjects[k] for k in order]) == [together[k] for k in order]


@examples(25)
@given(batches(), st.data())
def test_any_partition_of_a_batch_gives_the_same_results(
    batch: tuple[Program, list[Subject]], data: st.DataObject
) -> None:
    program, subjects = batch
    cuts = sorted(data.draw(st.sets(st.integers(1, len(subjects) - 1))))
    edges = [0, *cuts, len(subjects)]
    parts = [run_range(program, subjects, a, b) for a, b in pairwise(edges)]
    assert [result for part in parts for result in part] == run_batch(program, subjects)


@examples(40)
@given(batches(), st.integers(1, 40))
def test_an_arena_that_is_too_small_at_first_changes_no_byte(batch: tuple[Program, list[Subject]], room: int) -> None:
    program, subjects = batch
    assert run_bytes(program, subjects, 0, len(subjects), room=room) == run_bytes(program, subjects, 0, len(subjects))


@examples(40)
@given(st.one_of(trees(FROM_DAY_ZERO), of_a_duty(FROM_DAY_ZERO)), st.integers(1, 6))
def test_listing_obligations_changes_no_byte(one: tuple[Program, Subject], listed: int) -> None:
    program, subject = one
    without = run_bytes(program, [subject], 0, 1)
    assert run_bytes(program, [subject], 0, 1, listed=listed) == without
    assert run_bytes(program, [subject], 0, 1, listed=4096) == without


def test_a_duty_takes_room_as_its_events_do() -> None:
    """Each of the events is performed on its day, so each leaves a segment of its own in the result."""
    duty = Instruction(Op.DUTY, (0, 0), (0, 14, 0, 0, 0, 0), 0, Value.STATE)
    program = program_of(leaf(Value.TRUTH), duty, outputs=[1])

    def room(events: int) -> int:
        rows = ((0, 0, 0, NO), *((day, 0, 0, (YES, NO)[day % 2]) for day in range(10, 10 + 2 * events)))
        return room_for(program, Subject((1,), ((rows,),)))

    assert room(1600) <= 2 * 16 * room(100)
