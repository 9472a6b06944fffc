"""Whether a mutant is noticed: the short lives of its norm are judged again, until one comes out otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from kyosei.errors import LawError
from kyosei.evidence.batch import Batch, read_batch
from kyosei.facts.scopes import SCOPES
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.checks import check_norms, nodes_of, sole_holders
from kyosei.norms.compiler import CompiledNorm, compile_law
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import Examined, examine_one, judge
from kyosei.verdicts.evaluate import Loaded, asked_of, load
from kyosei.verdicts.verdict import Verdict, iso
from tests.law.case_tables import LifeCase, answered, case_of, expected, known_of
from tests.law.mutation.mutants import Mutant, Pieces

__all__ = ["Fate", "Life", "Trials", "outline_of"]

_SOUGHT = {"needs", "needs_kinds", "needs_sources"}
"""What a row may ask of what would settle an open answer; it is looked for only then."""
_BESIDE = {*_SOUGHT, "attribution", "bearer", "obligations"}
"""What a verdict has that is not in the timelines of its norm."""

Outline = list[list[list[int]]]


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    """A case of its norm came out otherwise."""
    REFUSED = "refused"
    """The loader refuses it."""
    ALIVE = "alive"
    """No case noticed."""


@dataclass(frozen=True, slots=True)
class Life:
    """A short life, read once for all mutants. instance: the number of the instance that it is about."""

    row: LifeCase
    case: Case
    batch: Batch
    subject: str
    instance: int
    on: int
    wanted: dict[str, object]
    unchanged: Outline

    @property
    def seen_in_timelines(self) -> bool:
        """Whether everything that the row asks lies in the timelines of its norm."""
        return not _BESIDE & self.wanted.keys()


@dataclass(slots=True)
class Trials:
    """The case tables of a law pack and what is needed to run them against changed norms."""

    pieces: Pieces
    rows: Sequence[LifeCase]
    law: Loaded
    lives: dict[str, list[Life]] = field(default_factory=dict)
    needed: dict[str, set[str]] = field(default_factory=dict)

    def fate_of(self, mutant: Mutant) -> Fate:
        """Try a mutant on the lives of its norm. The life that notices is tried first the next time."""
        lives = self.lives_of(mutant.norm)
        try:
            loaded = self.compiled(mutant.norm, mutant)
        except LawError:
            return Fate.REFUSED
        for place, life in enumerate(lives):
            if not _as_told(loaded, life):
                lives.insert(0, lives.pop(place))
                return Fate.KILLED
        return Fate.ALIVE

    def compiled(self, norm: str, mutant: Mutant | None = None) -> Loaded:
        """A norm and those that it refers to, with the change wherever they have the piece. LawError if it is refused."""
        needed = self._referred(norm)
        norms = [
            other if mutant is None else self.pieces.changed(other, mutant)
            for other in self.pieces.norms
            if other.id in needed
        ]
        check_norms(norms, KINDS)
        law = compile_law("mutant", norms, SCOPES, sole_holders(KINDS))
        return load(law, self.law.table, self.law.holidays)

    def lives_of(self, norm: str) -> list[Life]:
        """The rows of the tables that are about a norm. ValueError if one does not come out as its table says.

        Each is judged here even though nothing is changed yet: a row that expects what the norm does not say would seem to
        notice every mutant that moves its timelines.
        """
        if norm not in self.lives:
            loaded = self.compiled(norm)
            self.lives[norm] = [life_of(row, loaded) for row in self.rows if row.norm == norm]
            for life in self.lives[norm]:
                if not _as_told(loaded, replace(life, unchanged=[])):
                    raise ValueError(f"{life.row} does not come out as its table says even without a change")
        return self.lives[norm]

    def _referred(self, norm: str) -> set[str]:
        if norm not in self.needed:
            found = {norm}
            for version in self.pieces.norms:
                for node in nodes_of(version) if version.id == norm else ():
                    if node.label is not None and node.label.norm is not None:
                        found |= self._referred(node.label.norm)
            self.needed[norm] = found
        return self.needed[norm]


def life_of(row: LifeCase, loaded: Loaded) -> Life:
    """A row with its lines read, under a law that has its norm. ValueError if it is not about exactly one instance."""
    case = case_of(row.row)
    known = known_of(row.row)
    at = case.latest_recorded() if known is None else known
    about = list(row.row["about"])
    if about[0] not in case.parties:
        raise ValueError(f"{row} is about {about[0]}, of whom no line speaks")
    batch = read_batch(case, at or 0, loaded.law.scopes, loaded.table, [about[0]])
    examined = examine_one(loaded, case, batch, asked_of(loaded, batch.number), about[0])
    norm = _norm(loaded, row.norm)
    key = row.row["instance"].isoformat() if "instance" in row.row else None
    instances = [
        instance
        for instance in range(examined.instances(norm))
        if list(examined.about(norm, instance).values()) == about
        and key in (None, iso(max(examined.key(norm, instance), 0)))
    ]
    if len(instances) != 1:
        raise ValueError(f"{row} is about {len(instances)} instances of {row.norm}; it must be about one")
    unchanged = outline_of(examined, norm, instances[0])
    return Life(row, case, batch, about[0], instances[0], day_from_date(row.row["on"]), expected(row.row), unchanged)


def outline_of(examined: Examined, norm: CompiledNorm, instance: int) -> Outline:
    """The timelines of a norm and its figures in both readings."""
    outputs = (norm.output, *norm.figures.values())
    return [outline.rows(output, instance) for outline in examined.outlines for output in outputs]


def _as_told(loaded: Loaded, life: Life) -> bool:
    """Whether a life comes out as its table says."""
    asked = asked_of(loaded, life.batch.number)
    examined = examine_one(loaded, life.case, life.batch, asked, life.subject)
    norm = _norm(loaded, life.row.norm)
    if life.seen_in_timelines and outline_of(examined, norm, life.instance) == life.unchanged:
        return True
    verdict = judge(examined, norm, life.instance, life.on, obligations="obligations" in life.wanted)
    return not any(_differences(verdict, life.wanted))


def _norm(loaded: Loaded, norm_id: str) -> CompiledNorm:
    return next(norm for norm in loaded.law.norms if norm.id == norm_id)


def _differences(verdict: Verdict, wanted: dict[str, object]) -> Iterator[str]:
    """The names of what the table says otherwise; the state first, for it is at hand."""
    if wanted.get("state", verdict.state) != verdict.state:
        yield "state"
        return
    said = answered(verdict if _SOUGHT & wanted.keys() else replace(verdict, seek_needs=lambda: None, sought=[]))
    yield from (key for key in wanted if said.get(key) != wanted[key])
