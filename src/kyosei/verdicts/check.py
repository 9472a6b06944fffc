"""Check a case: every norm, for every subject and relation, on one day, as known at one instant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kyosei.errors import QuestionError
from kyosei.evidence.asked import Asked
from kyosei.evidence.batch import Batch, read_batch, subjects_known
from kyosei.evidence.voting import Reading
from kyosei.facts.statements import Case
from kyosei.norms.compiler import CompiledLaw, CompiledNorm
from kyosei.norms.declare import bearer_among
from kyosei.timelines.arena import DAY, LO
from kyosei.timelines.days import NEVER, day_of_instant, instant_from_microseconds
from kyosei.timelines.program import State
from kyosei.verdicts.evaluate import Evaluation, Loaded, asked_of, evaluate
from kyosei.verdicts.needs import needs_of
from kyosei.verdicts.nodes import Nodes
from kyosei.verdicts.segments import STATE_NAMES, Glance, Outline, glance, segments_of
from kyosei.verdicts.verdict import Attribution, Change, Need, Needs, Obligation, Segment, Verdict

__all__ = ["Examined", "check", "examine", "examine_one", "find_norm", "find_subject", "judge"]


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance of a scope. `row`: its place among the batch's instances; `key`: the day that tells it from others, or -1."""

    row: int
    about: Mapping[str, str]
    key: int


@dataclass(frozen=True, slots=True)
class Examined:
    """One subject under all norms: both readings, with every node kept for whoever asks why."""

    loaded: Loaded
    case: Case
    batch: Batch
    asked: Asked
    subject: str
    projected: Evaluation
    settled: Evaluation
    outlines: tuple[Outline, Outline]
    """The outputs of both readings, projected and settled."""
    held: Sequence[Sequence[Instance]]
    """For each scope, the instances of it that the subject has."""

    def segments(self, norm: CompiledNorm, instance: int) -> list[Segment]:
        """History and forecast of a norm for one instance of its scope."""
        figures = sorted(norm.figures.items())
        return segments_of(*self.outlines, norm.output, figures, instance, self.batch.known_day)

    def glance(self, norm: CompiledNorm, instance: int, on: int) -> Glance:
        """The answer of a norm on a day, since when, until when, and what comes next."""
        return glance(*self.outlines, norm.output, sorted(norm.figures.items()), instance, self.batch.known_day, on)

    def state_on(self, norm: CompiledNorm, instance: int, day: int) -> int:
        """The state's code on a day in the projected reading, without building the history."""
        outline = self.outlines[0]
        return outline.lo[outline.place(norm.output, instance, day)]

    def instances(self, norm: CompiledNorm) -> int:
        """How many instances of the norm's scope the subject has."""
        return len(self.held[norm.scope])

    def about(self, norm: CompiledNorm, instance: int) -> Mapping[str, str]:
        """The parties of an instance by role; a party that there is not is left out."""
        return self.held[norm.scope][instance].about

    def key(self, norm: CompiledNorm, instance: int) -> int:
        """The day that tells an instance from others between the same parties, or -1."""
        return self.held[norm.scope][instance].key

    def nodes(self, norm: CompiledNorm, instance: int) -> Nodes:
        """Every node as it is for one instance, in the projected reading."""
        row = self.held[norm.scope][instance].row
        return Nodes(self.loaded.law, self.projected, self.batch, row, instance)


def examine(
    loaded: Loaded, case: Case, known: int, subjects: Iterable[str], naming: Collection[str] = ()
) -> Iterable[Examined]:
    """The subjects under all norms, one by one; organisations that no norm speaks about are left out.

    `naming`: those too of which nothing is said that names one of these parties.
    """
    chosen = list(subjects)
    batch = read_batch(case, known, loaded.law.scopes, loaded.table, chosen)
    asked = asked_of(loaded, batch.number)
    answered = np.unique(loaded.code.scope[loaded.code.output])
    for subject in chosen:
        if not case.parties[subject].is_person and not batch.instances.total[batch.number[subject], answered].any():
            continue  # no norm says anything about such an organisation
        if naming and not _names_any(batch, batch.number[subject], naming):
            continue
        yield examine_one(loaded, case, batch, asked, subject)


def examine_one(loaded: Loaded, case: Case, batch: Batch, asked: Asked, subject: str) -> Examined:
    """One subject of a batch under all norms; `case`: what the batch was read from."""
    place = batch.number[subject]
    projected = evaluate(loaded, batch, asked, Reading(batch.known_day, True), place, place + 1, keep=True)
    settled = evaluate(loaded, batch, asked, Reading(batch.known_day, False), place, place + 1, keep=False)
    outlines = Outline.of(projected, 0), Outline.of(settled, 0)
    return Examined(loaded, case, batch, asked, subject, projected, settled, outlines, _held(loaded.law, batch, place))


def _held(law: CompiledLaw, batch: Batch, subject: int) -> list[list[Instance]]:
    """The instances of a subject, by its number, for each scope."""
    instances = batch.instances
    found: list[list[Instance]] = []
    for scope, first, count in zip(
        law.scopes, instances.first[subject].tolist(), instances.total[subject].tolist(), strict=True
    ):
        rows = slice(first, first + count)
        among = zip(instances.party[rows].tolist(), instances.key[rows].tolist(), strict=True)
        found.append([
            Instance(row, {r: batch.parties[p] for r, p in zip(scope.parties, parties, strict=False) if p >= 0}, key)
            for row, (parties, key) in enumerate(among, first)
        ])  # fmt: skip
    return found


def _names_any(batch: Batch, subject: int, parties: Collection[str]) -> bool:
    """Whether an instance of the subject at a place names one of the parties."""
    instances = batch.instances
    numbers = {batch.number[party] for party in parties if party in batch.number}
    spans = zip(instances.first[subject].tolist(), instances.total[subject].tolist(), strict=True)
    rows = (row for first, count in spans if count for row in instances.party[first : first + count].tolist())
    return any(not numbers.isdisjoint(row) for row in rows)


def check(
    loaded: Loaded,
    case: Case,
    *,
    on: int,
    known: int | None = None,
    norms: Sequence[str] = (),
    about: Sequence[str] = (),
    goals: Sequence[str] = (),
    obligations: bool = False,
    subjects: Sequence[str] | None = None,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> list[Verdict]:
    """The verdicts of a case on a day. `norms`, `about`: only these; not-applicable ones are listed only if asked for.
    `goals`: the requirements of these too, which nobody has to meet. QuestionError for a goal that no norm has.

    `known`: microseconds, default the latest instant at which anything was recorded. `subjects`: only their verdicts, where
    the case does not have all about others. `told`: how far we are.
    """
    known_at = known if known is not None else case.latest_recorded()
    if known_at is None:
        known_at = 0
    if unknown := sorted(set(goals) - goals_of(loaded.law)):
        there_are = ", ".join(sorted(goals_of(loaded.law))) or "none"
        raise QuestionError(f"no goal {unknown[0]!r} in {loaded.law.version}; there are: {there_are}")
    wanted = [find_norm(loaded, norm) for norm in norms] or [
        norm for norm in loaded.law.norms if norm.latest.goal is None or norm.latest.goal in goals
    ]
    for party in about:
        find_subject(case, party)
    chosen = subjects_of(case, known_at) if subjects is None else subjects
    found: list[Verdict] = []
    for done, examined in enumerate(examine(loaded, case, known_at, chosen, about)):
        told(done, len(chosen))
        for norm in wanted:
            for instance, one in enumerate(examined.held[norm.scope]):
                if not norms and examined.state_on(norm, instance, on) == State.NOT_APPLICABLE:
                    continue
                if not about or any(party in about for party in one.about.values()):
                    found.append(judge(examined, norm, instance, on, obligations=obligations))
    return found


def goals_of(law: CompiledLaw) -> set[str]:
    """What one may strive for under a law."""
    return {norm.latest.goal for norm in law.norms if norm.latest.goal is not None}


def subjects_of(case: Case, known: int) -> list[str]:
    """Persons first, then organisations of which a line is known by then, each in the order of their names."""
    return sorted(subjects_known(case, known), key=lambda name: (not case.parties[name].is_person, name))


def judge(examined: Examined, norm: CompiledNorm, instance: int, on: int, *, obligations: bool = False) -> Verdict:
    """The verdict of one norm about one instance on a day. `obligations`: of a duty, each one that has arisen."""
    seen = examined.glance(norm, instance, on)
    segment = seen.segment
    version = norm.version_on(on)
    declared = version.norm if version is not None else norm.latest
    about = examined.about(norm, instance)
    bearer = bearer_among(declared.bearer, about)
    applies = "no" if segment.state == "not_applicable" else "open" if segment.uncertain or version is None else "yes"

    def seek_needs() -> Needs | Need | None:
        if segment.state != "open":
            return None
        return needs_of(examined.nodes(norm, instance), examined.case, norm, version, segment, on)

    def seek_attribution() -> tuple[Attribution, ...]:
        if segment.state in ("breached", "unmet") and bearer is not None:
            return (Attribution(bearer, norm.id),)
        if segment.state in ("unmet", "open") and version is not None and version.refers:
            return examined.nodes(norm, instance).attribution(version, on)
        return ()

    return Verdict(
        norm=norm.id, kind=declared.kind, about=about, instance=instance, key=examined.key(norm, instance),
        applies=applies, state=segment.state, causes=segment.causes, projected=segment.projected, bearer=bearer,
        protects=about.get(declared.protects) if declared.protects is not None else None,
        since=seen.since, until=seen.until, due=segment.due, arose=segment.arose,
        next=None if seen.next_day >= NEVER else Change(seen.next_day, seen.next_state), seek_needs=seek_needs,
        seek_attribution=seek_attribution, provisions=declared.provisions,
        figures={name: (low, high) for name, low, high in segment.figures},
        obligations=_obligations(examined, norm, instance, on) if obligations and declared.kind == "duty" else None,
    )  # fmt: skip


def _obligations(examined: Examined, norm: CompiledNorm, instance: int, on: int) -> tuple[Obligation, ...]:
    """The obligations of a duty that have arisen, or may have, by a day; the version of the day decides."""
    version = norm.version_on(on)
    if version is None:
        return ()
    found: list[Obligation] = []
    arena = examined.projected.arena
    for row in examined.projected.obligations.tolist():
        node, of_instance, arose, due, performed, start, length, _ = row
        if node != version.state or of_instance != instance or arose > on:
            continue
        place = start
        while place + 1 < start + length and arena[place + 1, DAY] <= on:
            place += 1
        code = int(arena[place, LO])
        state = "open" if code == 7 else STATE_NAMES[code]
        if state != "not_applicable":
            found.append(Obligation(arose, due, performed if performed <= on else -1, state))
    return tuple(sorted(found, key=lambda o: o.arose))


def find_norm(loaded: Loaded, norm_id: str) -> CompiledNorm:
    """The norm of an id; QuestionError naming near ones if there is none."""
    for norm in loaded.law.norms:
        if norm.id == norm_id:
            return norm
    import difflib

    near = difflib.get_close_matches(norm_id, [norm.id for norm in loaded.law.norms], 3, 0.4)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise QuestionError(f"there is no norm {norm_id!r}{hint} `kyosei norms` lists them all.")


def find_subject(case: Case, party: str) -> str:
    """A party of the case; QuestionError if it is not declared."""
    if party not in case.parties:
        raise QuestionError(
            f"there is no party {party!r} in the input; write its id as in a party line, such as person:hoa"
        )
    return party


def known_day(instant: int) -> int:
    """The legal day of an instant in microseconds."""
    return day_of_instant(instant_from_microseconds(instant))
