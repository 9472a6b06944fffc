"""What I must do; apart from it, what others must do for me. The two are never in one list (P06)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.facts.statements import Case
from kyosei.norms.forms import Right
from kyosei.terms.text import Text
from kyosei.verdicts.turns import is_coming, is_day, is_open_to_holder, needs_action
from kyosei.verdicts.verdict import Need, Needs, Verdict
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["TASKS", "Asked", "Open", "Task", "TasksShown", "tasks_shown"]


@dataclass(frozen=True, slots=True)
class Task:
    """Something that a party must do. state: due, overdue or coming; due: by when, -1 without a day. verdict: the first of them,
    of `count` that differ in nothing but their month.
    """

    verdict: Verdict
    state: str
    due: int
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A right that can be used now: how, and what is lost. verdict: the first of them, of `count` that differ in nothing but
    their month.
    """

    verdict: Verdict
    how: Text
    lost: Text
    count: int


@dataclass(frozen=True, slots=True)
class Open:
    """Who owes an answer, of which kinds, and which norms wait for it."""

    source: str
    kinds: tuple[str, ...]
    norms: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class TasksShown:
    """mine: of the person alone. theirs: by the party that must do it."""

    case: Case
    today: int
    mine: Sequence[Task]
    theirs: Sequence[tuple[str, Sequence[Task]]]
    rights: Sequence[Asked]
    open: Sequence[Open]


def tasks_shown(own: Own) -> TasksShown:
    """What the page shows."""
    now = [one for one in own.verdicts if one.bearer is not None and needs_action(one)]
    coming = [one for one in own.verdicts if one.bearer is not None and is_coming(one, own.day)]
    tasks = _tasks(now, coming)
    theirs: dict[str, list[Task]] = {}
    for task in tasks:
        if task.verdict.bearer is not None and task.verdict.bearer != own.person:
            theirs.setdefault(task.verdict.bearer, []).append(task)
    return TasksShown(
        own.case, own.day, [one for one in tasks if one.verdict.bearer == own.person], tuple(theirs.items()),
        tuple(_rights(own)), tuple(_open(own)),
    )  # fmt: skip


def _tasks(now: Iterable[Verdict], coming: Iterable[Verdict]) -> list[Task]:
    """The most pressing first; months of one norm about the same parties are one task."""
    found: dict[tuple[object, ...], list[tuple[Verdict, str, int]]] = {}
    for verdict in now:
        due = verdict.due if is_day(verdict.due) else -1
        state = "due" if verdict.state == "due" else "overdue" if verdict.kind == "duty" else "not_kept"
        found.setdefault((verdict.norm, tuple(verdict.about.items()), state), []).append((verdict, state, due))
    for verdict in coming:
        day = -1 if verdict.next is None else verdict.next.on_day
        found.setdefault((verdict.norm, tuple(verdict.about.items()), "coming"), []).append((verdict, "coming", day))
    tasks = [Task(group[0][0], group[0][1], group[0][2], len(group)) for group in found.values()]
    order = ("overdue", "not_kept", "due", "coming")
    return sorted(tasks, key=lambda one: (order.index(one.state), one.due < 0, one.due))


def _rights(own: Own) -> Iterable[Asked]:
    """What the person may ask for now, themself; months of one norm about the same parties are one right."""
    found: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in own.verdicts:
        if verdict.protects == own.person and is_open_to_holder(verdict):
            found.setdefault((verdict.norm, tuple(verdict.about.items())), []).append(verdict)
    for first, *others in found.values():
        body = own.visit.portal.norms[first.norm].latest.body
        if isinstance(body, Right):
            yield Asked(first, body.how, body.lost, 1 + len(others))


def _open(own: Own) -> Iterable[Open]:
    """What is not settled, by the source that owes the answer; what nobody has spoken of is among it."""
    kinds: dict[str, dict[str, None]] = {}
    norms: dict[str, dict[str, Verdict]] = {}
    for verdict in own.verdicts:
        if verdict.state == "open" and verdict.applies == "yes":
            for need in _leaves(verdict.needs):
                kinds.setdefault(need.source, {})[need.kind] = None
                norms.setdefault(need.source, {}).setdefault(verdict.norm, verdict)
    for source, wanted in kinds.items():
        yield Open(source, tuple(wanted), tuple(norms[source].values()))


def _leaves(needs: Needs | Need | None) -> tuple[Need, ...]:
    if needs is None:
        return ()
    return needs.leaves() if isinstance(needs, Needs) else (needs,)


def _show(visit: Visit) -> Shown:
    return Shown(tasks_shown(look_at_own(visit)))


TASKS: Final = Page("tasks", "/tasks", PERSONS, TasksShown, _show, in_menu=True)
