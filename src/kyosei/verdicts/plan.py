"""When can somebody have what they strive for, and what stands in the way: the requirements of a goal over the days to come.

Nothing new is evaluated: every requirement is already a timeline that goes on into the future. A plan reads in it the first
days on which all of them are met at once, if nothing more is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from kyosei.errors import QuestionError
from kyosei.facts.statements import Case, Statement
from kyosei.facts.vocabulary.immigration import ResidenceStatus
from kyosei.norms.compiler import CompiledLaw, CompiledNorm, CompiledVersion
from kyosei.terms.expressions import Node
from kyosei.timelines.days import FIRST_DAY, NEVER
from kyosei.timelines.program import State
from kyosei.timelines.truth import NO, YES, causes_of
from kyosei.verdicts.check import Examined, examine, find_subject, goals_of, judge, known_day
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.obstacles import Place, alternatives_of, obstacles
from kyosei.verdicts.outlook import Level, Outlook, Track, best_of, days_of, together, track_of_cells, track_of_rows
from kyosei.verdicts.piece_prose import piece_text
from kyosei.verdicts.planned import Alternative, Draft, Obstacle, Plan, Step, turns_of

__all__ = ["draft_in", "plan", "requirements_of"]

_ASSUMED_DAYS_MOST = 30 * 365
"""For so long renewals are assumed one by one; longer than any requirement looks back."""
_STAY = ResidenceStatus.facts.name


def requirements_of(law: CompiledLaw, goal: str) -> tuple[CompiledNorm, ...]:
    """The requirements of a goal, in the order of the law, without the one that only sums up the others.

    QuestionError naming the goals that there are.
    """
    found = [norm for norm in law.norms if norm.latest.goal == goal]
    if not found:
        there_are = ", ".join(sorted(goals_of(law))) or "none"
        raise QuestionError(f"no goal {goal!r} in {law.version}; there are: {there_are}")
    parts = {norm.id: _below(law, norm) for norm in found}
    roots = {norm.id: {law.index[id(version.pieces["met"])] for version in norm.versions} for norm in found}
    return tuple(
        norm
        for norm in found
        if len(found) == 1 or not all(parts[norm.id] & roots[other.id] for other in found if other is not norm)
    )


def draft_in(law: CompiledLaw, goal: str) -> Draft | None:
    """What among the requirements of a goal is only a draft."""
    drafted = [
        (norm.id, version.norm.force.from_day)
        for norm in requirements_of(law, goal)
        for version in norm.versions
        if version.norm.layer == "draft"
    ]
    return Draft(tuple(norm for norm, _ in drafted), min(day for _, day in drafted)) if drafted else None


def plan(loaded: Loaded, case: Case, *, goal: str, about: str, on: int | None, known: int | None) -> Plan:
    """The plan of a person for a goal. on: the first day that may be found; default the day of the known instant.

    known: microseconds, default the latest instant at which anything was recorded. QuestionError for an unknown goal, for
    whoever is not in the case or no person, and for no day at all.
    """
    norms = requirements_of(loaded.law, goal)
    find_subject(case, about)
    if not case.parties[about].is_person:
        raise QuestionError(f"{about} is an organisation; a plan is made for a person, such as person:hoa")
    known = case.latest_recorded() if known is None else known
    if on is None:
        if known is None:
            raise QuestionError("nothing is on record, so no day follows from it; name one with --on")
        on = known_day(known)
    (recorded,) = examine(loaded, case, known or 0, [about])
    stay = _present_stay(recorded, about, on)
    renewed = None
    if stay is not None:
        (renewed,) = examine(loaded, _with_renewal(case, recorded, stay), known or 0, [about])
    asked = any(recorded.state_on(norm, 0, on) != State.NOT_APPLICABLE for norm in norms)
    planner = _Planner(recorded, renewed, on, is_asked=asked)
    return Plan(
        goal=goal, about=about, on=on, known=known, law=loaded.law.version, draft=draft_in(loaded.law, goal),
        stay_ends=NEVER if stay is None else stay.until_day, outlook=planner.outlook(norms),
        steps=tuple(planner.step(norm) for norm in norms),
    )  # fmt: skip


def _below(law: CompiledLaw, norm: CompiledNorm) -> set[int]:
    """The instructions that what a requirement asks is made of."""
    stack = [law.index[id(version.pieces["met"])] for version in norm.versions]
    seen: set[int] = set()
    while stack:
        place = stack.pop()
        if place not in seen:
            seen.add(place)
            stack.extend(law.program.instructions[place].arguments)
    return seen


def _present_stay(examined: Examined, person: str, on: int) -> Statement | None:
    """The stay that goes on on a day and has an end; None if none does, or if somebody disputes it."""
    standing = examined.batch.standing
    stays = [
        s for s in standing.statements
        if s.kind == _STAY and s.about.get("person") == person and s.source.startswith("authority:")
    ]  # fmt: skip
    last = max(stays, key=lambda s: (s.until_day, s.stated_at), default=None)
    if last is None or not last.from_day <= on < last.until_day < NEVER or last.id in standing.unsettled:
        return None
    return last


def _with_renewal(case: Case, examined: Examined, stay: Statement) -> Case:
    """The case as it would be if a stay like the present one, as long as it, followed each time.

    The lines are dated like the one that they prolong, so that no source seems more alive than it is. What a source counts
    up to now says nothing of them, so its count is left out; a count that was wrong stays.
    """
    length = stay.until_day - stay.from_day
    starts = range(stay.until_day, stay.until_day + _ASSUMED_DAYS_MOST, length)
    assumed = tuple(
        replace(stay, id=f"assumed:{number}", from_day=start, until_day=NEVER if start == starts[-1] else start + length,
                replaces=None, carried_by=None)
        for number, start in enumerate(starts)
    )  # fmt: skip
    right = {coverage.id for coverage in examined.batch.standing.coverages}
    coverages = tuple(
        replace(coverage, count=None) if coverage.kind == _STAY and coverage.id in right else coverage
        for coverage in case.coverages
    )
    return replace(case, statements=(*case.statements, *assumed), coverages=coverages)


class _Planner:
    """Reads requirements off the evaluations: as recorded, and, if the present stay has an end, as if it were renewed."""

    def __init__(self, recorded: Examined, renewed: Examined | None, on: int, *, is_asked: bool) -> None:
        self.recorded = recorded
        self.renewed = renewed
        self.on = on
        self.is_asked = is_asked

    def outlook(self, norms: Sequence[CompiledNorm]) -> Outlook:
        """When all of these are met at once."""
        return self._outlook(lambda examined: [self._track(examined, norm) for norm in norms])

    def _outlook(self, read: Callable[[Examined], Sequence[Track]]) -> Outlook:
        renewed = None if self.renewed is None else days_of(together(read(self.renewed)), self.on)
        return Outlook(days_of(together(read(self.recorded)), self.on), renewed)

    def step(self, norm: CompiledNorm) -> Step:
        """A requirement: how it stands, when it is met, what stands in the way and which ways there are."""
        verdict = judge(self.recorded, norm, 0, self.on)
        version, nodes = norm.version_on(self.on), self.recorded.nodes(norm, 0)
        lacking: tuple[Place, ...] = ()
        ways: tuple[Alternative, ...] = ()
        if version is not None and (verdict.applies == "open" or not self.is_asked):
            lacking = obstacles(nodes, version.pieces["applies"], True, self.on)
        if verdict.applies != "no":
            ways = tuple(way for one in norm.versions for way in self._ways(norm, one))
            if version is not None and not alternatives_of(version.pieces["met"]):
                lacking += obstacles(nodes, version.pieces["met"], True, self.on)
        found = tuple(self._obstacle(norm, place) for place in lacking)
        return Step(verdict, self.outlook([norm]), found, ways, turns_of(verdict, found))

    def _ways(self, norm: CompiledNorm, version: CompiledVersion) -> Iterator[Alternative]:
        """The branches of a version, each of which would be enough alone, on the days from the asked one on."""
        force = version.norm.force
        first = max(self.on, force.from_day)
        if force.until_day <= self.on:
            return
        for branch in alternatives_of(version.pieces["met"]):
            outlook = self._outlook(partial(self._in_force, norm, version, branch))
            nodes = self.recorded.nodes(norm, 0)
            cell = nodes.cell(branch, first)
            found = tuple(self._obstacle(norm, place) for place in obstacles(nodes, branch, True, first))
            label = branch.label
            yield Alternative(
                text=piece_text(branch) if label is None else label.text, number=None if label is None else label.number,
                provision=None if label is None else label.provision, layer=version.norm.layer,
                from_day=force.from_day, until_day=force.until_day, state=_truth_name(cell.tv),
                causes=causes_of(cell.tv) if cell.is_open else (), outlook=outlook, obstacles=found,
            )  # fmt: skip

    def _track(self, examined: Examined, norm: CompiledNorm) -> Track:
        """A requirement over time. A way on which only a judgement is left is one, whatever records other ways lack."""
        whole = track_of_rows(examined.outlines[0].rows(norm.output, 0))
        ways = [
            together(self._in_force(norm, version, branch, examined))
            for version in norm.versions
            for branch in alternatives_of(version.pieces["met"])
        ]
        return best_of([whole, *ways])

    def _in_force(self, norm: CompiledNorm, version: CompiledVersion, branch: Node, examined: Examined) -> list[Track]:
        """A branch, on the days on which the requirement is asked and this version is in force."""
        force, nodes = version.norm.force, examined.nodes(norm, 0)
        during = [(FIRST_DAY, Level.LACKING), (force.from_day, Level.MET), (force.until_day, Level.LACKING)]
        applies = track_of_cells(nodes.cells(version.pieces["applies"]), True)
        return [during, applies, track_of_cells(nodes.cells(branch), True)]

    def _obstacle(self, norm: CompiledNorm, place: Place) -> Obstacle:
        """An obstacle; of what the person alone is asked, also from when it is none."""
        outlook = None
        if place.node.scope.is_root:
            outlook = self._outlook(
                lambda examined: [track_of_cells(examined.nodes(norm, 0).cells(place.node), place.wanted)]
            )
        return Obstacle(
            text=place.text, wanted=place.wanted, number=place.number, provision=place.provision,
            state="open" if place.is_open else "no", causes=place.causes, since=place.since, norm=place.norm,
            bearer=place.bearer, key=place.key, duty=place.duty, outlook=outlook,
        )  # fmt: skip


def _truth_name(truth: int) -> str:
    return "yes" if truth == YES else "no" if truth == NO else "open"
