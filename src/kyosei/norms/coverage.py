"""Which systems and which failures the norms of a law speak of: declared by the law pack, checked when it is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kyosei.errors import LawError
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.declare import Norm
from kyosei.norms.graph import system_of
from kyosei.terms.text import Text

__all__ = ["NOTHING_DECLARED", "Coverage", "Row", "Theme", "check_coverage", "matrix_of"]


@dataclass(frozen=True, slots=True)
class Theme:
    """A system or a failure. To it belong all norms of these second parts of ids, and further norms by their ids."""

    id: str
    title: Text
    parts: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()

    def holds(self, norm_id: str) -> bool:
        """Whether a norm belongs to it."""
        return system_of(norm_id) in self.parts or norm_id in self.norms


@dataclass(frozen=True, slots=True)
class Coverage:
    """The systems, and the failures that the law is there to prevent. Each norm is of some system; it may be of no failure."""

    systems: tuple[Theme, ...]
    failures: tuple[Theme, ...]


NOTHING_DECLARED = Coverage((), ())


@dataclass(frozen=True, slots=True)
class Row:
    """A norm with its systems and failures, by id, and the roles of those it concerns: who bears it, whom it protects or who
    holds it, or else the first party of its scope.
    """

    norm: Norm
    systems: tuple[str, ...]
    failures: tuple[str, ...]
    parties: tuple[str, ...]


def check_coverage(coverage: Coverage, norms: Iterable[Norm]) -> None:
    """LawError for a norm of no system, a system or failure without norms, and for whatever is declared and does not exist."""
    ids = dict.fromkeys(norm.id for norm in norms)
    parts = {system_of(norm_id) for norm_id in ids}
    for theme in (*coverage.systems, *coverage.failures):
        for norm_id in theme.norms:
            if norm_id not in ids:
                raise LawError(
                    f"{theme.id} lists {norm_id}, and there is no such norm; take it out or name the right one"
                )
            if system_of(norm_id) in theme.parts:
                raise LawError(f"{theme.id} lists {norm_id}, which it has already by {system_of(norm_id)}; take it out")
        for part in theme.parts:
            if part not in parts:
                raise LawError(f"{theme.id} names {part}, and no norm's id has that part")
        if not any(map(theme.holds, ids)):
            raise LawError(f"{theme.id} has no norm; nothing of the law speaks of it")
    for norm_id in ids:
        if not any(system.holds(norm_id) for system in coverage.systems):
            raise LawError(f"{norm_id} belongs to no system; list {system_of(norm_id)} or the norm with one of them")


def matrix_of(law: CompiledLaw, coverage: Coverage) -> tuple[Row, ...]:
    """A row for each norm, in the order of the law."""
    return tuple(
        Row(
            norm.latest,
            tuple(theme.id for theme in coverage.systems if theme.holds(norm.id)),
            tuple(theme.id for theme in coverage.failures if theme.holds(norm.id)),
            tuple(dict.fromkeys(_concerned(norm.latest))),
        )
        for norm in law.norms
    )


def _concerned(norm: Norm) -> Iterator[str]:
    roles = [role for role in (norm.bearer, norm.protects) if role is not None]
    yield from roles or [norm.scope.parties[0]]
