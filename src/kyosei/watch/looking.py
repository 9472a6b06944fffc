"""Looks at a set of subjects at a moment: reads their cases, evaluates them together, and compares with what is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import sqlalchemy as sa

from kyosei.evidence.columns import LAST_SIGN
from kyosei.evidence.voting import Reading
from kyosei.facts.statements import Case
from kyosei.identity.many import SubjectCase, cases_of
from kyosei.journal.reading import signs_known
from kyosei.timelines.arena import DAY, LO
from kyosei.timelines.days import NEVER, legal_day
from kyosei.timelines.program import State
from kyosei.verdicts.check import examine_one, find_norm, judge
from kyosei.verdicts.evaluate import Evaluation, Loaded, asked_of, evaluate
from kyosei.watch.as_known import is_by_records
from kyosei.watch.corrections import Correction, Corrections
from kyosei.watch.evaluated import Evaluated
from kyosei.watch.held import Seen, load_held, load_held_of, load_last
from kyosei.watch.leads import Leads
from kyosei.watch.outcomes import ADVERSE, Answer, Answers, rows_in
from kyosei.watch.own_word import OwnWord, key_of, spoke
from kyosei.watch.part import part_of
from kyosei.watch.prints import Last, Prints, are_of, places_to_look_at, prints_of
from kyosei.watch.together import together
from kyosei.watch.transitions import (
    NOTHING,
    Held,
    Key,
    Moment,
    Sort,
    Transition,
    compare,
    next_look,
    review_days,
)

__all__ = ["Looker"]


@dataclass(frozen=True, slots=True)
class _Sight:
    """What is seen of a subject at a moment, before it is compared with what is kept.

    looked: the places of the answers to be compared, by key; whole: those are all, and nothing else that the same norms say
    of the subject stays kept. resting: the prints of the other norms' verdicts.
    """

    subject: str
    evaluated: Evaluated
    answers: Answers
    prints: Prints
    looked: Mapping[Key, int]
    whole: bool
    moment: Moment
    case: Case
    reads: frozenset[str]
    last: Last | None
    by_law: bool
    resting: Prints


@dataclass(frozen=True, slots=True)
class Looker:
    """A law and the leads by which verdicts are kept.

    loaded: what is evaluated, the law or a part of it; norms: which part, None for all. The law itself explains.
    """

    law: Loaded
    leads: Leads
    reviews: Mapping[str, tuple[int, ...]]
    loaded: Loaded
    norms: frozenset[str] | None = None

    @staticmethod
    def under(loaded: Loaded, leads: Leads) -> Looker:
        """For a law."""
        return Looker(loaded, leads, review_days(loaded.law), loaded)

    def only(self, norms: frozenset[str]) -> Looker:
        """For the verdicts of some norms; the others stay as they are kept. Of those that the law no longer has, none stays."""
        return replace(self, loaded=part_of(self.law, norms), norms=norms)

    def look(
        self, connection: sa.Connection, moments: Mapping[str, Moment], known: int, *, by_law: bool = False
    ) -> tuple[list[Seen], list[Transition]]:
        """What is found about these subjects, each at its moment; in the order of ids. by_law: what is kept rests on another law.

        All moments are of one day, and until `known` (microseconds) nothing more was recorded that bears on a subject
        after its own moment: so one reading serves all.
        """
        last = load_last(connection, moments)
        if self.norms is None:
            return self._look(connection, moments, known, last, {}, by_law=by_law)
        held = load_held_of(connection, moments, self.norms)
        alike = {
            subject: moment for subject, moment in moments.items()
            if subject in last and int(are_of(last[subject].prints, self.norms).sum()) == len(held[subject])
        }  # fmt: skip
        seen, told = self._look(connection, alike, known, last, held, by_law=by_law)
        torn = {subject: moment for subject, moment in moments.items() if subject not in alike}
        if torn:
            whole = Looker.under(self.law, self.leads)
            more, more_told = whole._look(connection, torn, known, last, {}, by_law=by_law)
            seen, told = sorted([*seen, *more], key=lambda one: one.subject), [*told, *more_told]
        return seen, told

    def _look(
        self, connection: sa.Connection, moments: Mapping[str, Moment], known: int, last: Mapping[str, Last],
        held_of_part: Mapping[str, Mapping[Key, Held]], *, by_law: bool,
    ) -> tuple[list[Seen], list[Transition]]:  # fmt: skip
        cases = cases_of(connection, moments, known)
        sights = [
            sight
            for group in together(cases)
            for sight in self._sights(
                Evaluated.of(self.loaded, group.case(), group.subjects, known), cases, moments, last, by_law=by_law
            )
        ]
        parted = moments.keys() - {sight.subject for sight in sights}
        whole = {sight.subject for sight in sights if sight.whole and sight.subject in last} - held_of_part.keys()
        single = [(sight.subject, key) for sight in sights if not sight.whole for key in sight.looked]
        held = {**held_of_part, **load_held(connection, whole | parted, single)}
        seen: dict[str, Seen] = {}
        told: dict[str, list[Transition]] = {}
        for sight in sights:
            seen[sight.subject], told[sight.subject] = self._compared(
                connection, sight, held.get(sight.subject, {}), known
            )
        for subject in parted:
            seen[subject], told[subject] = _parted(subject, held[subject], moments[subject])
        return [seen[subject] for subject in sorted(seen)], [one for s in sorted(told) for one in told[s]]

    def _sights(
        self, evaluated: Evaluated, cases: Mapping[str, SubjectCase], moments: Mapping[str, Moment],
        last: Mapping[str, Last], *, by_law: bool,
    ) -> Iterator[_Sight]:  # fmt: skip
        """What is seen of the subjects of an evaluation, and which of it is to be compared with what is kept."""
        law, batch = self.loaded.law, evaluated.batch
        found = evaluated.answers(batch.known_day)
        for (subject, answers), prints in zip(found, prints_of(law, self.leads, batch, found), strict=True):
            moment, own, before = moments[subject], cases[subject], last.get(subject)
            case = own.case or evaluated.case
            places = None
            # A word of persons can make another of what has the same timeline (`OwnWord`, `Corrections`).
            if before is not None and not by_law and is_by_records(case) and not spoke(case, subject):
                places = places_to_look_at(prints, before.prints, moment.day)
            looked = {
                key_of(law.norms[answers[place].norm], batch, subject, answers[place]): place
                for place in (range(len(answers)) if places is None else places.tolist())
            }
            resting = prints[:0]
            if self.norms is not None and before is not None:
                resting = before.prints[~are_of(before.prints, self.norms)]
            yield _Sight(
                subject, evaluated, answers, prints, looked, places is None, moment, case, own.reads, before, by_law,
                resting,
            )  # fmt: skip

    def _compared(
        self, connection: sa.Connection, sight: _Sight, held: Mapping[Key, Held], known: int
    ) -> tuple[Seen, list[Transition]]:
        law, batch = self.loaded.law, sight.evaluated.batch
        subject, moment = sight.subject, sight.moment
        settling = _Settling(connection, self.loaded, sight.evaluated, batch.number[subject], moment)
        own_word = OwnWord(self.loaded, sight.case, subject, known)
        corrections = Corrections(
            connection, self.loaded, sight.case, subject, moment, known, sight.last, by_law=sight.by_law
        )
        corrected: list[Correction] = []
        changed: dict[Key, Held] = {}
        told: list[Transition] = []
        opened: list[tuple[int, Answer]] = []
        left = dict(held)
        for key, place in sight.looked.items():
            answer = sight.answers[place]
            norm = law.norms[answer.norm]
            before = left.pop(key, None)
            lead = self.leads.days(norm.id)
            now = _held(answer, settling, before, own_word.decides(norm, key, answer))
            look = next_look(answer, norm, moment.day, lead=lead, settled=now.settled, reviews=self.reviews[norm.id])
            now = replace(now, next_on=look)
            kept, changes = compare(subject, key, before, now, moment, lead=lead)
            sight.prints["next_on"][place] = kept.next_on
            sight.prints["again"][place] = kept.own_word or (kept.state in ADVERSE and not kept.settled)
            if kept != before:
                changed[key] = kept
            if norm.latest.kind in ("duty", "limit") and kept.state == State.OPEN:
                opened += [(len(told) + n, answer) for n, one in enumerate(changes) if one.sort is Sort.CHANGED]
            told += changes
            if before is not None:
                corrected += corrections.of(key, before, kept)
        for key, before in left.items():
            told += compare(subject, key, before, _nothing_more(before), moment, lead=0)[1]
            corrected += corrections.of(key, before, NOTHING)
        self._say_needs(sight.evaluated, subject, told, opened, moment.day)
        prints = np.concatenate([sight.resting, sight.prints])
        counts = batch.instances.total[batch.number[subject]].tolist()
        scopes = [scope.name for scope, count in zip(law.scopes, counts, strict=True) if count]
        return Seen(subject, moment, changed, tuple(left), prints, sight.reads, scopes, tuple(corrected)), told

    def _say_needs(
        self, evaluated: Evaluated, subject: str, told: list[Transition], opened: Sequence[tuple[int, Answer]], day: int
    ) -> None:  # fmt: skip
        """Adds to those that became open which lines would settle them."""
        if not opened:
            return
        batch, asked = evaluated.batch, evaluated.asked
        if self.norms is not None:
            asked = asked_of(self.law, batch.number)
        examined = examine_one(self.law, evaluated.case, batch, asked, subject)
        for place, answer in opened:
            norm = find_norm(self.law, self.loaded.law.norms[answer.norm].id)
            needs = judge(examined, norm, answer.instance, day).needs
            if needs is not None:
                told[place] = replace(told[place], needs=needs.to_json())


class _Settling:
    """Whether a breach of one subject is settled; the settled reading is made only if somebody asks (decision 121)."""

    def __init__(
        self, connection: sa.Connection, loaded: Loaded, evaluated: Evaluated, number: int, moment: Moment
    ) -> None:
        self.number = number
        self._connection = connection
        self._moment = moment
        self._loaded = loaded
        self._evaluated = evaluated
        self._settled: Evaluation | None = None

    def holds(self, answer: Answer) -> bool:
        """Whether the settled reading says the same of any day since the answer began."""
        settled, norm = self._evaluation(), self._loaded.law.norms[answer.norm]
        rows = rows_in(settled, norm, 0, answer.instance)
        ends = np.append(rows[1:, DAY], NEVER)
        day = self._evaluated.batch.known_day
        during = (ends > answer.since) & (rows[:, DAY] <= day)
        return bool((rows[during, LO] == answer.state).any())

    def _evaluation(self) -> Evaluation:
        if self._settled is None:
            evaluated, number = self._evaluated, self.number
            batch = evaluated.batch
            # Others of the same batch may have shown that a source lives after this subject's own moment.
            signs = signs_known(self._connection, batch.number, self._moment.known)
            stated = {sign.source: legal_day(sign.stated_at) for sign in signs}
            party = batch.columns.party.copy()
            party[:, LAST_SIGN] = [stated.get(name, -1) for name in batch.parties]
            as_of_moment = replace(batch, columns=batch.columns._replace(party=party))
            self._settled = evaluate(
                self._loaded, as_of_moment, evaluated.asked, Reading(batch.known_day, False), number, number + 1
            )
        return self._settled


def _held(answer: Answer, settling: _Settling, before: Held | None, own_word: bool) -> Held:
    """The answer as it would be kept; when to look again is not in it yet."""
    state, (arose, due), since = answer.state, answer.deciding, answer.since
    settled = False
    if state in ADVERSE:
        same = before is not None and before.settled and (before.state, before.since) == (state, since)
        settled = same or settling.holds(answer)
    segments = np.ascontiguousarray(answer.rows, "<i8").tobytes()
    return Held(state, answer.causes, arose, due, answer.uncertain, own_word, since, settled, False, NEVER, segments)


def _nothing_more(before: Held) -> Held:
    """In the place of a verdict about an instance of which nothing is told any more."""
    return Held(State.NOT_APPLICABLE, 0, -1, -1, False, False, before.since, False, False, NEVER, before.segments)


def _parted(subject: str, held: Mapping[Key, Held], moment: Moment) -> tuple[Seen, list[Transition]]:
    """A subject who is evaluated under another's id: what was kept under their own is kept no longer.

    Whether that makes an answer another one, is found out for whoever relied on it.
    """
    told = [one for key, b in held.items() for one in compare(subject, key, b, _nothing_more(b), moment, lead=0)[1]]
    corrected = tuple(Correction(subject, key, (0, moment.day + 1), moment, by_law=False) for key in held)
    return Seen(subject, moment, {}, tuple(held), None, frozenset(), (), corrected), told
