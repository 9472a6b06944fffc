"""The dated tables of a law: which norms read each of them, and each step by which one of its values becomes another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from kyosei.norms.compiler import CompiledLaw
from kyosei.publication.parameters import Row, parameter_of
from kyosei.publication.tree import Found, Grower
from kyosei.terms.text import Text
from kyosei.timelines.program import Op

__all__ = ["Step", "TableRead", "is_switch", "steps_of", "tables_of"]


@dataclass(frozen=True, slots=True)
class Step:
    """From the day `on` a value is `after`, the day before it was `before`, None if there was none. `key`: for which choice or
    bracket. Values are (Japanese, English) words.
    """

    on: int
    key: Text | None
    before: tuple[str, str] | None
    after: tuple[str, str] | None


@dataclass(slots=True)
class TableRead:
    """A table by its number in the program, the piece of law of which it is a part, and the norms that read it, by id; in force:
    the days [first, first outside) of each version that does.
    """

    number: int
    found: Found
    within: Text
    norms: tuple[str, ...] = field(default=())
    in_force: tuple[tuple[int, int], ...] = field(default=())

    def is_read_on(self, day: int) -> bool:
        """Whether a version that reads the table is in force on a day."""
        return any(first <= day < until for first, until in self.in_force)


def tables_of(law: CompiledLaw) -> tuple[TableRead, ...]:
    """Every dated table that a norm reads, in order of numbers."""
    read: dict[int, TableRead] = {}
    for norm in law.norms:
        for version in norm.versions:
            grower = Grower(law)
            for root in version.pieces.values():
                grower.grow(root)
            for anchor, found in grower.tables.items():
                number = int(anchor.removeprefix("t"))
                table = read.setdefault(number, TableRead(number, found, found.within))
                if norm.id not in table.norms:
                    table.norms = (*table.norms, norm.id)
                table.in_force = (*table.in_force, (version.norm.force.from_day, version.norm.force.until_day))
    return tuple(read[number] for number in sorted(read))


def is_switch(table: TableRead) -> bool:
    """Whether a table knows only on and off, so that its figures say nothing to a reader."""
    return table.found.node.op is Op.DATED and {row[2] for row in table.found.table.rows} <= {0, 1}


def steps_of(table: TableRead) -> tuple[Step, ...]:
    """Every step of a table: a row that says again what held before is none."""
    rows = parameter_of(table.found).rows
    if table.found.node.op is Op.PIECEWISE:
        return tuple(_of_brackets(rows))
    return tuple(step for _, series in _by_key(rows) for step in _of_series(series))


def _by_key(rows: tuple[Row, ...]) -> Iterator[tuple[Text | None, list[Row]]]:
    ordered = sorted(rows, key=lambda row: (row.key.ja if row.key else "", row.from_day or 0))
    for key, group in groupby(ordered, key=lambda row: row.key):
        yield key, list(group)


def _of_series(series: list[Row]) -> Iterator[Step]:
    first = series[0]
    if first.from_day is not None:
        yield Step(first.from_day, first.key, None, first.value)
    for before, after in pairwise(series):
        if before.value != after.value and after.from_day is not None:
            yield Step(after.from_day, after.key, before.value, after.value)


def _of_brackets(rows: tuple[Row, ...]) -> Iterator[Step]:
    """A bracket that is not named again from a day on has ended then."""
    days = sorted({row.from_day or 0 for row in rows})
    sets = [{row.key: row.value for row in rows if (row.from_day or 0) == day} for day in days]
    for day, before, after in zip(days, [{}, *sets], sets, strict=False):
        for key in dict.fromkeys([*before, *after]):
            if day and before.get(key) != after.get(key):
                yield Step(day, key, before.get(key), after.get(key))
