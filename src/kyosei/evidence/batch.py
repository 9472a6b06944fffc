"""A case as one batch of columns, as known at an instant, with the instances of every relation in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from kyosei.evidence.columns import (
    COVERAGE_COLUMNS,
    DOUBTED,
    NOBODY,
    ROW_COLUMNS,
    Columns,
    Table,
    index_from,
    sort_rows,
)
from kyosei.evidence.derived import derive_coverages, derive_statements, with_procedures
from kyosei.evidence.instances import list_instances
from kyosei.evidence.known import Standing, standing
from kyosei.evidence.leaves import Instances
from kyosei.evidence.questions import ROLE_BITS, KindTable, Layout
from kyosei.facts.statements import Case, Coverage, PartyRecord, Statement
from kyosei.terms.scopes import Scope
from kyosei.timelines.days import legal_day

__all__ = ["Batch", "party_numbers", "read_batch", "subjects_known"]


@dataclass(frozen=True, slots=True)
class Batch:
    """Columns and instances of a case as known at an instant, with the parties' numbers and the lines behind the rows."""

    parties: tuple[str, ...]
    number: Mapping[str, int]
    columns: Columns
    instances: Instances
    known_day: int
    standing: Standing
    most_rows: int
    most_coverages: int


def party_numbers(case: Case) -> dict[str, int]:
    """A number for every party that the case declares or names as a source, in a fixed order."""
    names = set(case.parties)
    for group in (case.statements, case.coverages, case.heartbeats):
        names.update(line.source for line in group)
    return {name: number for number, name in enumerate(sorted(names))}


def subjects_known(case: Case, known: int) -> list[str]:
    """Every person, and every organisation that a line is about by then: who only speaks, or is spoken of later, is none."""
    spoken_of = {party for s in case.statements if s.recorded_at <= known for party in s.about.values()}
    spoken_of |= {party for c in case.coverages if c.recorded_at <= known for party in c.about.values()}
    return [name for name, party in case.parties.items() if party.is_person or name in spoken_of]


def read_batch(
    case: Case, known: int, scopes: Sequence[Scope], table: KindTable, subjects: Iterable[str] | None = None
) -> Batch:
    """The batch of a case. `subjects`: only these get instances (None: all whom `subjects_known` names)."""
    number = party_numbers(case)
    stands = standing(case, known)
    recorded = [s for s in case.statements if s.recorded_at <= known]
    statements = [
        *with_procedures(stands.statements, recorded), *derive_statements(stands.statements, stands.unsettled)
    ]  # fmt: skip
    told = [*stands.coverages, *stands.wrong]
    coverages = [*told, *derive_coverages(told)]
    rows, field = _rows(statements, table, number, stands)
    covering = _coverages(coverages, table, number, stands)
    kinds = len(table.kinds)
    records = [case.parties.get(name) for name in number]
    signs = stands.last_sign
    party = [
        (
            int(record is not None and record.is_person),
            _role_bits(name, record),
            -1 if record is None or record.born is None else record.born,
            legal_day(signs[name]) if name in signs else -1,
        )
        for name, record in zip(number, records, strict=True)
    ]
    columns = Columns(
        rows, field, index_from(rows, len(number), kinds), covering, index_from(covering, len(number) + 1, kinds),
        np.array(party, np.int64).reshape(len(party), 4),
    )  # fmt: skip
    wanted = np.zeros(len(number), np.bool_)
    for name in subjects_known(case, known) if subjects is None else subjects:
        wanted[number[name]] = True
    instances = list_instances(columns, scopes, table, wanted)
    known_day = legal_day(known)
    return Batch(tuple(number), number, columns, instances, known_day, stands,
                 _most(columns.row_from), _most(columns.coverage_from))  # fmt: skip


def _most(starts: np.ndarray) -> int:
    return int(np.diff(starts).max(initial=0))


def _role_bits(name: str, record: PartyRecord | None) -> int:
    roles = record.roles if record is not None else (name.split(":", maxsplit=1)[0],)
    return sum(ROLE_BITS.get(role, 0) for role in roles)


def _rows(
    statements: Sequence[Statement], table: KindTable, number: Mapping[str, int], stands: Standing
) -> tuple[Table, np.ndarray]:
    cells: list[int] = []
    field: list[int] = []
    for s in statements:
        layout = table.layouts[s.kind]
        parties = _parties(layout, s.about, number)
        has, begin = 0, len(field)
        field += [0] * layout.width
        for name, value in s.data.items():
            column = layout.cells.get(name)
            if column is None or value is None:
                continue
            first, bits, cells_of = column
            has |= bits
            parts = (number[str(value)],) if cells_of is None else cells_of(value)
            for place, part in enumerate(parts, begin + first):
                field[place] = part
        by = stands.disputers.get(s.id)
        disputer = DOUBTED if s.id in stands.doubted else NOBODY if by is None else number[by]
        cells += (
            parties[layout.owner], layout.number, number[s.source], *parties, s.from_day, s.until_day, s.stated_at,
            legal_day(s.stated_at), disputer, has, begin,
        )  # fmt: skip
    return sort_rows(np.array(cells, np.int64).reshape(-1, ROW_COLUMNS)), np.array(field, np.int64)


def _parties(layout: Layout, about: Mapping[str, str], number: Mapping[str, int]) -> list[int]:
    """The parties of a line in the order of the kind's roles, three in all, NOBODY where there is none."""
    parties = [NOBODY] * 3
    for place, role in enumerate(layout.roles):
        if role in about:
            parties[place] = number[about[role]]
    return parties


def _coverages(coverages: Sequence[Coverage], table: KindTable, number: Mapping[str, int], stands: Standing) -> Table:
    nobody = len(number)
    wrong = {c.id for c in stands.wrong}
    cells: list[int] = []
    for c in coverages:
        layout = table.layouts[c.kind]
        parties = _parties(layout, c.about, number)
        # It belongs to the person, else to the first party named, else to nobody.
        named = [
            (role != "person", party) for role, party in zip(layout.roles, parties, strict=False) if party != NOBODY
        ]
        owner = min(named, key=itemgetter(0))[1] if named else nobody
        by = stands.disputers.get(c.id)
        disputer = DOUBTED if c.id in wrong else NOBODY if by is None else number[by]
        cells += (
            owner, layout.number, number[c.source], *parties, c.from_day, c.until_day, c.stated_at,
            legal_day(c.stated_at), disputer,
        )  # fmt: skip
    return sort_rows(np.array(cells, np.int64).reshape(-1, COVERAGE_COLUMNS))
