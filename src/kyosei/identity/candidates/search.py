"""Candidates: pairs of records of two institutions that may be one person, with what speaks for it. No decision.

Splink (DuckDB) compares the records of every pair that shares a birth date or a key of the name. It is an optional part:
`pip install kyosei[identity]`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kyosei.errors import IdentityError, MissingPartError
from kyosei.facts.link_evidence import Compared
from kyosei.identity.candidates.comparison import BLOCKING, COLUMNS, columns_of, comparisons
from kyosei.identity.candidates.model import LEVELS, Model
from kyosei.identity.candidates.records import Record

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ODDS_BITS_MIN", "Candidate", "Outcome", "bits_needed", "compare_all", "find_candidates"]

ODDS_BITS_MIN = -3.0
"""What the odds of a candidate are at least, in bits: one to eight, if one of the larger side's records is the person's."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one comparison came out, and what that says in bits."""

    comparison: str
    level: str
    bits: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two local persons who may be one, by model version; what neither or only one side holds is no outcome."""

    left: str
    right: str
    outcomes: tuple[Outcome, ...]
    model: str
    normalisation: str

    @property
    def bits(self) -> float:
        """What all outcomes say together, as far as they are independent."""
        return sum(outcome.bits for outcome in self.outcomes)

    def level(self, comparison: str) -> str | None:
        """How a comparison came out, or None where a side does not hold it."""
        return next((outcome.level for outcome in self.outcomes if outcome.comparison == comparison), None)

    def as_evidence(self) -> Compared:
        """The comparison as evidence of a link that a person decides."""
        found = tuple((outcome.comparison, outcome.level) for outcome in self.outcomes)
        return Compared(self.normalisation, self.model, found)


def find_candidates(left: Sequence[Record], right: Sequence[Record], model: Model) -> tuple[Candidate, ...]:
    """The candidates between the records of two institutions, the clearest first; ties by the ids of local persons."""
    found = compare_all(left, right, model, BLOCKING)
    needed = bits_needed(max(len(left), len(right)))
    likely = [candidate for candidate in found if candidate.bits >= needed]
    return tuple(sorted(likely, key=lambda c: (-c.bits, c.left, c.right)))


def bits_needed(records: int) -> float:
    """What the outcomes of a candidate must say together among so many records: the more there are, the more."""
    return math.log2(max(records, 1)) + ODDS_BITS_MIN


def compare_all(
    left: Sequence[Record], right: Sequence[Record], model: Model, blocking: Iterable[dict[str, object]]
) -> tuple[Candidate, ...]:
    """Every pair that a blocking rule makes, however little speaks for it, in no order."""
    try:
        from splink import DuckDBAPI, Linker, SettingsCreator
    except ImportError as error:
        raise MissingPartError(
            "candidates for links need Splink, which is not installed: pip install 'kyosei[identity]'"
        ) from error
    _check_ids(left, right)
    if not left or not right:
        return ()
    database = DuckDBAPI()
    tables = [
        database.register(_table(records), dataset_display_name=side)
        for side, records in (("one", left), ("other", right))
    ]
    settings = SettingsCreator(
        link_type="link_only",
        probability_two_random_records_match=0.5,  # so that Splink's match weight is that of the outcomes alone
        comparisons=list(comparisons(model)),
        blocking_rules_to_generate_predictions=list(blocking),
        retain_intermediate_calculation_columns=True,
    )
    linker = Linker(tables, settings, log_level=None)
    wanted = ", ".join(f"gamma_{comparison}" for comparison in LEVELS)
    rows = linker.inference.predict().query_sql(f"SELECT unique_id_l, unique_id_r, {wanted} FROM {{this}}")
    lefts = {record.local for record in left}
    found = tuple(_candidate(row, lefts, model) for row in rows.as_record_list())
    database.duckdb_con.close()
    return found


def _candidate(row: dict[str, object], lefts: set[str], model: Model) -> Candidate:
    """A row of Splink's answer, which may have either side first."""
    one, other = str(row["unique_id_l"]), str(row["unique_id_r"])
    first, second = (one, other) if one in lefts else (other, one)
    return Candidate(first, second, tuple(_outcomes(row, model)), model.version, model.normalisation)


def _outcomes(row: dict[str, object], model: Model) -> Iterator[Outcome]:
    """Splink numbers the levels of a comparison down to 0, which is the last; -1 is `not held`."""
    for comparison, levels in LEVELS.items():
        number = row[f"gamma_{comparison}"]
        if isinstance(number, int) and number >= 0:
            level = levels[len(levels) - 1 - number]
            yield Outcome(comparison, level, model.weight(comparison, level))


def _check_ids(left: Sequence[Record], right: Sequence[Record]) -> None:
    seen: set[str] = set()
    for record in (*left, *right):
        if record.local in seen:
            raise IdentityError(f"{record.local} stands twice among the records to compare; give each its own id once")
        seen.add(record.local)


def _table(records: Sequence[Record]) -> pa.Table:
    import pyarrow as pa

    texts = pa.list_(pa.string())
    kinds = [texts if name in ("characters", "sounds", "parts", "consonants") else pa.string() for name in COLUMNS]
    return pa.Table.from_pylist([columns_of(record) for record in records], pa.schema(zip(COLUMNS, kinds, strict=True)))
