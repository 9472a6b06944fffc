"""From transitions and acts to cases: a function of what happened about one subject, in order, and of nothing else.

So the cases of a subject are the same however often, and in whatever batches, they are derived; what was in a case's history
stays there when more happens.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, assert_never

from kyosei.cases.acts import Act, ActKind, effect, owner_is_told, passage, why_not
from kyosei.cases.case import WATCH, Case, CaseState, Entry, Happening, Informed, Sort, Stage
from kyosei.cases.cures import Owing, needs_owed
from kyosei.cases.event import ADVERSE, Event, Item
from kyosei.cases.reviewing import end_again, outcome_of, reopen
from kyosei.cases.rulings import Ruling, Rulings
from kyosei.cases.withheld import Withheld
from kyosei.journal.entries import NormActKind
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.segments import STATE_NAMES

__all__ = ["cases_of", "prefix_of"]


def prefix_of(subject: str) -> str:
    """What the ids of all cases about a subject begin with; it does not name them."""
    return f"case-{hashlib.sha256(subject.encode()).hexdigest()[:12]}-"


def cases_of(
    subject: str, events: Iterable[Event], acts: Iterable[Act], owing: Owing, rulings: Iterable[Ruling] = ()
) -> list[Case]:  # fmt: skip
    """The cases about a subject, in the order in which they were opened. events, acts, rulings: all of them."""
    book = _Book(subject, owing)
    done_by_somebody: list[Act | Ruling] = [*acts, *rulings]
    happened: list[tuple[tuple[int, int, int, int], Event | Act | Ruling]] = [
        *(((e.day, e.position, 0, e.number), e) for e in events),
        *(((a.day, a.sequence + 1, 1, a.sequence), a) for a in done_by_somebody),
    ]
    for _, group in groupby(sorted(happened, key=lambda one: one[0]), key=lambda one: one[0][:3]):
        together = [one for _, one in group]
        told = [one for one in together if isinstance(one, Event)]
        for item in dict.fromkeys(event.item for event in told):
            book.tell([event for event in told if event.item == item])
        for done in together:
            if isinstance(done, Act):
                book.act(done)
            elif isinstance(done, Ruling):
                book.rule(done)
    return book.cases


@dataclass(slots=True)
class _Book:
    """The cases so far. current: by cure, the case that is not over; of: the cures in which an item stands now."""

    subject: str
    owing: Owing
    cases: list[Case] = field(default_factory=list)
    current: dict[str, Case] = field(default_factory=dict)
    of: dict[Item, list[str]] = field(default_factory=dict)
    rulings: Rulings = field(default_factory=Rulings)
    withheld: Withheld = field(default_factory=Withheld)

    def tell(self, events: Sequence[Event]) -> None:
        """Takes up what was told of one verdict at one moment."""
        last = events[-1]
        if last.norm not in self.owing.norms:
            return
        sorts = {event.sort for event in events}
        if sorts == {"corrected"}:
            return
        self.withheld.note(last.item, events)
        if self._withhold(last):
            return
        stopped = self._stopped(last, sorts)
        for case in stopped:
            self._pause(case, last)
        kept = [case.cure for case in (*stopped, *self._asked_before(last))]
        wanted = {} if stopped and last.disputed else self._wanted(events[0], sorts)
        for cure in self.of.get(last.item, ()):
            if cure not in wanted and cure not in kept:
                self._leave(self.current[cure], last, sorts)
        for cure, (owner, sort, need) in wanted.items():
            self._join(cure, owner, sort, need, events)
        self.of[last.item] = list(dict.fromkeys((*wanted, *kept)))
        for case in [case for case in self.current.values() if case.state.is_over]:
            self._forget(case)

    def rule(self, ruling: Ruling) -> None:
        """Takes up a ruling about the alerts of a norm."""
        self.rulings.take(ruling)
        match ruling.act:
            case NormActKind.SILENCE:
                for item in [item for item, cures in self.of.items() if item[0] == ruling.norm and cures]:
                    self._take_back(item, ruling)
            case NormActKind.DEFECTIVE:
                for case in self.cases:
                    if case.grounds.hold(ruling, ruling.day):
                        reopen(case, ruling, ruling.at, ruling.day)
            case NormActKind.RESTORE:
                for events in self.withheld.release(ruling):
                    self.tell(events)
            case _:
                assert_never(ruling.act)

    def _withhold(self, event: Event) -> bool:
        """Whether nobody is to be told of a verdict. Where it stands in a case, the case goes on under review (P17)."""
        ruling = self.rulings.on(event.norm, event.law, event.day)
        if ruling is None:
            self.withheld.items.discard(event.item)
            return False
        for cure in self.of.get(event.item, ()):
            case = self.current[cure]
            case.grounds.begin(event.item, event.law, event.day)
            reopen(case, ruling, event.known, event.day)
        self.withheld.items.add(event.item)
        return True

    def _take_back(self, item: Item, ruling: Ruling) -> None:
        """Takes a verdict of a silenced norm out of its cases; whether it is so stays open."""
        event = self.withheld.as_of(self.withheld.last[item][-1], ruling)
        for cure in list(self.of[item]):
            case = self.current[cure]
            row = _entry(case, event, Happening.WITHDRAWN)
            row = replace(
                row, actor_kind=ruling.actor_kind, actor=ruling.actor, reason=ruling.reason, source=ruling.source
            )
            case.grounds.end(item, ruling.day)
            self._take_out(case, event, CaseState.WITHDRAWN, row)
            if case.state.is_over:
                self._forget(case)
        self.of[item] = []
        self.withheld.items.add(item)

    def act(self, act: Act) -> None:
        """Takes up an act; one that may have no effect stays in the history, with why."""
        case = next((one for one in self.cases if one.id == act.case), None)
        if case is None:
            return
        refusal = why_not(case, act, self.owing.offices)
        office, gateway = passage(case, act, self.owing.offices)
        told = refusal is None and owner_is_told(case, act)
        case.history.append(
            Entry(
                act.at, act.actor_kind, act.actor, act.kind, act.reason, act.source, act.id, refusal is None,
                day=act.day, stage=case.stage, told=told, refusal=refusal, office=office, gateway=gateway,
            )
        )  # fmt: skip
        if refusal is None:
            hushed = case.hushed
            effect(case, act, office)
            if hushed and not case.hushed and case.state is not CaseState.REVIEW:
                self._tell_by_act(case, act)
            if act.kind == ActKind.UPHOLD and not end_again(case, act):
                self._tell_by_act(case, act)
            if case.state.is_over:
                self._forget(case)

    def _tell_by_act(self, case: Case, act: Act) -> None:
        """The owner is told now, by an act: to the owner the case begins here."""
        case.told_by = act.id
        (norm, _, _), state = min(case.items.items())
        case.history.append(
            Entry(
                act.at, "software", WATCH, Happening.OPENED, "", act.source, act.id, norm=norm, state=state, day=act.day,
                due=case.deadline, stage=case.stage, tells=True,
            )
        )  # fmt: skip

    def _wanted(self, event: Event, sorts: set[str]) -> dict[str, tuple[str, Sort, Mapping[str, Any] | None]]:
        """By cure, who owes it, now that a verdict is as it is.

        An organisation that a norm is about is asked nothing because of a dispute: the question would tell it of that.
        """
        about: dict[str, str] = json.loads(event.about)
        if event.state == State.OPEN:
            return {
                f"answer {json.dumps([need['kind'], source, need['about']], sort_keys=True)}": (
                    source,
                    Sort.QUESTION,
                    need,
                )
                for source, need in needs_owed(event.needs, self._unasked(event, about))
                if not (event.disputed and source.startswith("org:") and source in about.values())
                if causes_of(event.causes) != ("law",) and not event.silent
            }
        bearer = self.owing.bearer(event.norm, about)
        if bearer is None:
            return {}
        cure = self.owing.cure(event.norm, event.about)
        stands = cure in self.of.get(event.item, ())
        near = event.state == State.DUE and ("nearing" in sorts or (stands and "changed" not in sorts))
        if near or (event.state in ADVERSE and (event.settled or stands)):
            return {cure: (bearer, Sort.TASK, None)}
        return {}

    def _unasked(self, event: Event, about: Mapping[str, str]) -> str | None:
        """Who is not to be asked as long as somebody else can answer: a question would tell that the person spoke."""
        return self.owing.bearer(event.norm, about) if event.own_word else None

    def _join(self, cure: str, owner: str, sort: Sort, need: Mapping[str, Any] | None, events: Sequence[Event]) -> None:
        """Adds a verdict to the case of its cure, which is opened if there is none."""
        event = events[0]
        case = self.current.get(cure)
        state = STATE_NAMES[event.state]
        if case is None:
            case = self._open(cure, owner, sort, need, event)
        elif case.items.get(event.item) != state or event.sort == "settled":
            joined = event.item not in case.items
            settled = event.sort == "settled"
            what = Happening.JOINED if joined else Happening.SETTLED if settled else Happening.CHANGED
            case.history.append(_entry(case, event, what))
        case.items[event.item] = state
        case.grounds.begin(event.item, event.law, event.day)
        self._hush(case, event)
        case.stopped.discard(event.item)
        if event.norm not in case.norms:
            case.norms = (*case.norms, event.norm)
        remind = _begins_anew(case, event)
        if event.state == State.DUE and event.due >= 0:
            case.deadline = event.due if remind or case.deadline < 0 else min(case.deadline, event.due)
        self._resume(case, event)
        if remind:
            case.history.append(_entry(case, event, Happening.CHANGED))
            case.delivered_on = -1  # the notice of another day is another one
            self._tell(case, event)
        if event.state in ADVERSE and event.settled and case.stage is Stage.REMINDER:
            case.stage = case.shown_stage = Stage.NOTICE
            case.delivered_on = -1  # the notice of a breach is another than the reminder
            case.looked = False  # and who looked before saw no breach
            self._tell(case, event)

    def _hush(self, case: Case, event: Event) -> None:
        """Notes whether a verdict rests on the word of whom it protects; a case that no more does so alone is told."""
        if event.own_word:
            case.hushed_items.add(event.item)
        else:
            case.hushed_items.discard(event.item)
        if case.hushed and case.items.keys() - case.hushed_items:
            case.hushed = False
            self._tell(case, event)

    def _tell(self, case: Case, event: Event) -> None:
        """Notes that by this event the parties are told how the case stands."""
        if case.state is CaseState.REVIEW:
            return
        case.told_by = event.id
        if case.history[-1].ref != event.id:
            case.history.append(_entry(case, event, Happening.SETTLED))
        case.history[-1] = replace(case.history[-1], stage=case.stage, told=not case.hushed, tells=True)

    def _open(self, cure: str, owner: str, sort: Sort, need: Mapping[str, Any] | None, event: Event) -> Case:
        about: dict[str, str] = json.loads(event.about)
        made_of = f"{cure}\n{event.id}"
        id_ = prefix_of(self.subject) + hashlib.sha256(made_of.encode()).hexdigest()[:16]
        protected = self.owing.protected(event.norm, about) if sort is Sort.TASK or event.own_word else None
        informed = None
        if protected is not None and protected != owner and protected.startswith("person:"):
            informed = Informed(protected, self.owing.rights[event.norm])
        case = Case(id_, self.subject, cure, sort, owner, (event.norm,), about, event.known, informed, need)
        case.hushed, case.told_by = event.own_word, event.id
        case.history.append(replace(_entry(case, event, Happening.OPENED), tells=True))
        self.cases.append(case)
        self.current[cure] = case
        return case

    def _stopped(self, event: Event, sorts: set[str]) -> list[Case]:
        """The tasks whose clock stops: what they rest on is disputed, or told no longer, and no record corrects the past.

        What was asked of somebody stays so when a source falls silent, be it that a day is near or that it passed: only an
        answer ends the case, and nobody is told meanwhile that nothing need be done (decision 155).
        """
        corrected = "corrected" in sorts and not event.by_passing_time
        if event.state != State.OPEN or (corrected and not event.disputed):
            return []
        return [case for cure in self.of.get(event.item, ()) if (case := self.current[cure]).sort is Sort.TASK]

    def _asked_before(self, event: Event) -> list[Case]:
        """The questions that stand although what they rest on is disputed now: their end would tell of it (P15)."""
        cures = self.of.get(event.item, ()) if event.disputed else ()
        return [case for cure in cures if (case := self.current[cure]).sort is Sort.QUESTION]

    def _pause(self, case: Case, event: Event) -> None:
        """The case goes on as it was, so that nobody can tell that something is disputed (P15)."""
        case.stopped.add(event.item)
        self._stop_clock(case, event)

    def _stop_clock(self, case: Case, event: Event) -> None:
        if case.items and case.stopped >= case.items.keys() and case.paused_since < 0:
            case.paused_since = event.day
            case.history.append(_entry(case, event, Happening.PAUSED))

    def _resume(self, case: Case, event: Event) -> None:
        """The clock goes on, and the time for which it stood is added."""
        if case.paused_since < 0:
            return
        if case.due_on >= 0:
            case.due_on += event.day - case.paused_since
        case.paused_since = -1
        case.history.append(_entry(case, event, Happening.RESUMED))

    def _leave(self, case: Case, event: Event, sorts: set[str]) -> None:
        """Takes a verdict out of a case, and ends the case with its last one."""
        ended = _outcome(case, case.items.get(event.item), event, sorts)
        case.grounds.end_by(event.item, event.law, event.day)
        self._take_out(case, event, ended, _entry(case, event, Happening(ended.value)))

    def _take_out(self, case: Case, event: Event, ended: CaseState, row: Entry) -> None:
        case.items.pop(event.item, None)
        case.stopped.discard(event.item)
        case.hushed_items.discard(event.item)
        case.ended.append(ended)
        case.history.append(row)
        if case.items:
            self._stop_clock(case, event)
        elif case.state is not CaseState.REVIEW:
            case.end(outcome_of(case), event.day)

    def _forget(self, case: Case) -> None:
        """What comes next of its cure is another case; one that was reopened after its end is not the current one."""
        if self.current.get(case.cure) is not case:
            return
        del self.current[case.cure]
        for cures in self.of.values():
            if case.cure in cures:
                cures.remove(case.cure)


def _begins_anew(case: Case, event: Event) -> bool:
    """Whether a reminder of which nothing was known any more is now about another day, of which its owner has not heard."""
    stood_still = case.stage is Stage.REMINDER and case.paused_since >= 0
    return stood_still and event.state == State.DUE and event.due != case.deadline


def _outcome(case: Case, was: str | None, event: Event, sorts: set[str]) -> CaseState:
    """How a verdict ended that is in a case no longer."""
    if case.sort is Sort.QUESTION:
        return CaseState.WITHDRAWN if event.state == State.NOT_APPLICABLE or event.silent else CaseState.CURED
    if event.state in (State.MET, State.LATE, State.DUE):  # due: another obligation decides, that one was done
        # What was only foreseen was told to nobody, so that no alert was wrong.
        accused = was in ("breached", "unmet") and case.stage is not Stage.REMINDER
        return CaseState.MISTAKEN if accused and "corrected" in sorts and event.state == State.MET else CaseState.CURED
    return CaseState.WITHDRAWN


def _entry(case: Case, event: Event, what: Happening) -> Entry:
    return Entry(
        event.known, "software", WATCH, what, "", event.law, event.id, norm=event.norm, state=STATE_NAMES[event.state],
        day=event.day, due=event.due, stage=case.stage, told=not case.hushed,
    )  # fmt: skip
