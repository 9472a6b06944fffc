"""Every day on which the law changes, and what changes then: laws, numbers of provisions, norms, figures, reviews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from kyosei.norms.citing import citations_of
from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.norms.declare import Norm
from kyosei.publication.calendar.tables import Step, TableRead, is_switch, steps_of, tables_of
from kyosei.statutes.sources import LegalSources
from kyosei.terms.citations import Law, Provision, Renumbering, Sureness
from kyosei.terms.text import Text
from kyosei.timelines.days import FIRST_DAY, NEVER, day_from_date

__all__ = ["Change", "ChangeKind", "calendar_of", "verified_on"]

_REVIEW = Text("規範を読み直す最後の日", "きまりを もう いちど 読む さいごの 日", "last day to read these norms again")


class ChangeKind(StrEnum):
    """What sort of change it is; in this order within a day."""

    LAW_BEGINS = "law_begins"
    LAW_ENDS = "law_ends"
    LAW_RENAMED = "law_renamed"
    RENUMBERED = "renumbered"
    NORM_BEGINS = "norm_begins"
    NORM_CHANGES = "norm_changes"
    NORM_ENDS = "norm_ends"
    FIGURE = "figure"
    """A dated parameter takes another value."""
    SWITCH = "switch"
    """A condition that the law ties to a day begins or ceases to be asked for."""
    DAY = "day"
    """A day that the law itself names every year: on it, and on it alone, a parameter has another value."""
    REVIEW = "review"
    """After this day the norms are open(law) unless somebody has read the law again."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changes on a day. `norms`: those concerned, by id, `parties`: the roles of those who bear them, are protected by
    them or hold them. `steps`: of a figure, the values before and after. `table`: the number of the table that changes. `law`:
    the law that changes. `moved`: its provisions that bear another number. `sureness`: of the day, where it is that of a law.
    """

    on: int
    kind: ChangeKind
    title: Text
    norms: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    table: int | None = None
    law: str | None = None
    moved: tuple[tuple[Provision, Provision], ...] = ()
    sureness: Sureness = "verified"


@dataclass(slots=True)
class _Days:
    """Norms gathered by day."""

    found: dict[int, list[CompiledNorm]] = field(default_factory=dict)

    def add(self, day: int, norm: CompiledNorm) -> None:
        """A norm on a day."""
        self.found.setdefault(day, []).append(norm)


def verified_on(law: CompiledLaw) -> int:
    """The last day on which anything of a law was verified: from here a calendar looks ahead."""
    return max(version.norm.verified_on for norm in law.norms for version in norm.versions)


def calendar_of(law: CompiledLaw, sources: LegalSources, from_day: int, until_day: int) -> tuple[Change, ...]:
    """Every change on the days [from_day, until_day), in order."""
    order = list(ChangeKind)
    found = (*_of_laws(law, sources), *_of_versions(law), *_of_tables(law))
    within = (change for change in found if from_day <= change.on < until_day)
    return tuple(
        sorted(within, key=lambda change: (change.on, order.index(change.kind), change.norms, change.law or ""))
    )


def _of_laws(law: CompiledLaw, sources: LegalSources) -> Iterator[Change]:
    citing = _citing(law)
    for one in sources.laws:
        norms = citing.get(one.law_id, [])
        title = Text(one.title_ja, one.short_ja or one.title_ja, one.title_en)
        for interval in one.force:
            if interval.from_day is not None:
                yield _change(interval.from_day, ChangeKind.LAW_BEGINS, title, norms, one, interval.sureness)
            if interval.until_day is not None:
                yield _change(interval.until_day, ChangeKind.LAW_ENDS, title, norms, one, interval.sureness)
        if one.renamed is not None:
            day, titles = one.renamed
            yield _change(
                day, ChangeKind.LAW_RENAMED, Text(titles.ja, titles.short_ja, titles.en), norms, one, "knowledge"
            )
    laws = {one.law_id: one for one in sources.laws}
    moves = sorted(sources.renumbered, key=lambda move: (move.on, move.was.law))
    for (on, law_id), group in groupby(moves, key=lambda move: (move.on, move.was.law)):
        together = list(group)
        moved = tuple((move.was, move.becomes) for move in together)
        one = laws[law_id]
        norms = [norm for norm in citing.get(law_id, []) if not _cited_by(norm).isdisjoint(was for was, _ in moved)]
        title = Text(one.title_ja, one.short_ja or one.title_ja, one.title_en)
        yield Change(
            day_from_date(on), ChangeKind.RENUMBERED, title, _ids(norms), _parties(norms), law=law_id, moved=moved
        )


def _least_sure(moves: Iterable[Renumbering]) -> Sureness:
    order: tuple[Sureness, ...] = ("verified", "knowledge", "uncertain")
    return max((move.sureness for move in moves), key=order.index)


def _change(on: date, kind: ChangeKind, title: Text, norms: list[CompiledNorm], law: Law, sure: Sureness) -> Change:
    return Change(day_from_date(on), kind, title, _ids(norms), _parties(norms), law=law.law_id, sureness=sure)


def _citing(law: CompiledLaw) -> Mapping[str, list[CompiledNorm]]:
    found: dict[str, list[CompiledNorm]] = {}
    for norm in law.norms:
        for law_id in {provision.law for provision in _cited_by(norm)}:
            found.setdefault(law_id, []).append(norm)
    return found


def _cited_by(norm: CompiledNorm) -> set[Provision]:
    return {citation.provision for version in norm.versions for citation in citations_of(version.norm)}


def _of_versions(law: CompiledLaw) -> Iterator[Change]:
    reviews = _Days()
    for norm in law.norms:
        versions = [version.norm for version in norm.versions]
        yield _of_norm(versions[0].force.from_day, ChangeKind.NORM_BEGINS, norm)
        for before, after in pairwise(versions):
            if before.force.until_day == after.force.from_day:
                yield _of_norm(after.force.from_day, ChangeKind.NORM_CHANGES, norm)
            else:
                yield _of_norm(before.force.until_day, ChangeKind.NORM_ENDS, norm)
                yield _of_norm(after.force.from_day, ChangeKind.NORM_BEGINS, norm)
        if versions[-1].force.until_day < NEVER:
            yield _of_norm(versions[-1].force.until_day, ChangeKind.NORM_ENDS, norm)
        for day in {version.review_on for version in versions if version.review_on < version.force.until_day}:
            reviews.add(day, norm)
    for day, norms in reviews.found.items():
        yield Change(day, ChangeKind.REVIEW, _REVIEW, _ids(norms), _parties(norms))


def _of_norm(day: int, kind: ChangeKind, norm: CompiledNorm) -> Change:
    return Change(day, kind, norm.latest.title, (norm.id,), _parties([norm]))


def _of_tables(law: CompiledLaw) -> Iterator[Change]:
    for table in tables_of(law):
        steps = [step for step in steps_of(table) if step.on > FIRST_DAY]
        days, switch = _named_days(steps), is_switch(table)
        for on, group in groupby(sorted(steps, key=lambda step: step.on), key=lambda step: step.on):
            changed = tuple(group)
            if on - 1 in days or not table.is_read_on(on):
                continue  # the day after a named day: back to what it was; or no version in force reads it
            kind = ChangeKind.DAY if on in days else ChangeKind.SWITCH if switch else ChangeKind.FIGURE
            shown = changed if kind is ChangeKind.FIGURE else ()
            yield Change(on, kind, table.within, table.norms, _roles(law, table), shown, table.number)


def _named_days(steps: list[Step]) -> set[int]:
    """Days on which alone a value is another, and is what it was again on the next."""
    ordered = sorted(steps, key=lambda step: step.on)
    return {
        first.on for first, second in pairwise(ordered)
        if first.key == second.key and second.on == first.on + 1 and first.before == second.after
    }  # fmt: skip


def _roles(law: CompiledLaw, table: TableRead) -> tuple[str, ...]:
    return _parties([norm for norm in law.norms if norm.id in table.norms])


def _ids(norms: Iterable[CompiledNorm]) -> tuple[str, ...]:
    return tuple(norm.id for norm in norms)


def _parties(norms: Iterable[CompiledNorm]) -> tuple[str, ...]:
    """The roles concerned; of a norm that nobody bears, the first party of its scope."""
    return tuple(dict.fromkeys(role for norm in norms for role in _concerned(norm.latest)))


def _concerned(norm: Norm) -> Iterator[str]:
    roles = [role for role in (norm.bearer, norm.protects) if role is not None]
    yield from roles or [norm.scope.parties[0]]
