"""P18: a batch equals its subjects one by one, in any order, in any partition, and however small the arena was at first."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kyosei.timelines.program import Program
from tests.depth import examples
from tests.timelines.programs import trees
from tests.timelines.running import Subject, run_batch, run_bytes, run_range
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
