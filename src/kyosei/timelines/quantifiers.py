"""The operators that go up from a relation: any, every, how many and how much of its instances, told or not."""

from __future__ import annotations

from kyosei.timelines.arena import DAY, LENGTH, START, TV, copy, inlined, kernel, put
from kyosei.timelines.operators import causes_or_missing, combine, compute

__all__ = ["quantify"]

_NO = 1
_YES = 2
_OPEN = 3


@inlined
def _count_cell(arena, top, start, length, op):
    """An instance as a summand of `count`: 1, 0, or 0 to 1; for `total` the number itself."""
    if op == 32:
        return copy(arena, start, length, arena, top)
    if top + length > arena.shape[0]:
        return -1
    out = top
    for i in range(start, start + length):
        tv = arena[i, TV]
        lo = 1 if tv == _YES else 0
        hi = 0 if tv == _NO else 1
        top = put(arena, out, top, arena[i, DAY], lo, hi, causes_or_missing(tv) if lo < hi else 0)
    return top


@inlined
def _unknown_instances(arena, top, op, closed, closed_length):
    """What instances that nobody told of may add: nothing where the relation is closed, else anything."""
    if top + closed_length > arena.shape[0]:
        return -1
    out = top
    for i in range(closed, closed + closed_length):
        tv = arena[i, TV]
        day = arena[i, DAY]
        causes = causes_or_missing(tv)
        if op == 29:
            top = put(arena, out, top, day, 0, 0, _NO if tv == _YES else _OPEN | causes)
        elif op == 30:
            top = put(arena, out, top, day, 0, 0, _YES if tv == _YES else _OPEN | causes)
        else:
            top = put(arena, out, top, day, 0, 0 if tv == _YES else 1 << 60, 0 if tv == _YES else causes)
    return top


@kernel
def quantify(op, arena, top, slots, first_slot, instances, closed, closed_length):
    """any_of, every, count or total over the known instances and the unknown ones; returns (top, start of result)."""
    result = top
    top = _unknown_instances(arena, top, op, closed, closed_length)
    if top < 0:
        return -1, 0
    for instance in range(instances):
        length = top - result
        start = slots[first_slot + instance, START]
        cell_length = slots[first_slot + instance, LENGTH]
        if op == 31 or op == 32:
            cell = top
            top = _count_cell(arena, top, start, cell_length, op)
            if top < 0:
                return -1, 0
            merged = top
            top = compute(arena, top, result, length, cell, merged - cell, 0)
        else:
            merged = top
            top = combine(arena, top, result, length, start, cell_length, _YES if op == 29 else _NO)
        if top < 0:
            return -1, 0
        result = merged
    return top, result
