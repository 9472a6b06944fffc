"""The cases as they are kept: brought up to date from what the watch has told and the journal has taken.

Transitions are taken up only when nobody waits to be looked at, so that all of a moment are there; with them the acts up to the
same place. Checkpoint and cases change in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kyosei.cases.acts import Act
from kyosei.cases.case import Case, CaseState
from kyosei.cases.cures import Owing
from kyosei.cases.event import Event
from kyosei.cases.following import cases_of, prefix_of
from kyosei.cases.rulings import Ruling
from kyosei.errors import QuestionError
from kyosei.journal.case_acts import acts_about, cases_acted_on
from kyosei.journal.copying import copy_rows, json_text
from kyosei.journal.entries import NormActKind
from kyosei.journal.locks import Lock, hold, hold_to_the_end
from kyosei.journal.norm_acts import norm_acts_until, norms_ruled_on
from kyosei.journal.watch_tables import cases, cases_progress, transitions, watch_pending, watch_progress
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.gateways import Gateway
from kyosei.timelines.days import legal_day
from kyosei.timelines.program import State

__all__ = ["CaseBook", "case_document", "case_documents", "forget_cases", "rulings_until"]

SUBJECTS_MAX: Final = 200

Row = sa.Row[Any]  # Any: the columns of a row have different types


class CaseBook:
    """Keeps the cases under a law; `gateways`: through which a case passes between offices. `tell` gets the cases of
    a subject in the transaction that derived them; `reached` is told before each transaction is committed, for tests.
    """

    def __init__(
        self, engine: sa.Engine, law: CompiledLaw, reached: Callable[[], None] = lambda: None, *,
        tell: Callable[[sa.Connection, Sequence[Case]], None] = lambda connection, cases: None,
        gateways: Sequence[Gateway] = (),
    ) -> None:  # fmt: skip
        self.engine = engine
        self._owing = Owing.under(law, gateways)
        self._reached = reached
        self._tell = tell

    def catch_up(self) -> int:
        """Takes up everything there is; how many subjects' cases were derived again."""
        done = 0
        while of_step := self.step():
            done += of_step
        return done

    def step(self) -> int:
        """Takes up what is new about some subjects; 0: nothing is."""
        one_state = self.engine.connect().execution_options(isolation_level="REPEATABLE READ")
        with one_state as connection, hold(connection, Lock.CASES), connection.begin():
            done = self._take(connection)
            self._reached()
        return done

    def _take(self, connection: sa.Connection) -> int:
        position = connection.scalar(sa.select(watch_progress.c.position))
        if position is None or connection.scalar(sa.select(watch_pending.c.subject).limit(1)) is not None:
            return 0
        before = connection.execute(sa.select(cases_progress)).one_or_none()
        number, acted = (0, 0) if before is None else (before.transition, before.position)
        subjects, number = _told_since(connection, number)
        complete = len(subjects) < SUBJECTS_MAX
        if complete:
            subjects |= _subjects_of(connection, cases_acted_on(connection, acted, position))
            subjects |= _told_of(connection, norms_ruled_on(connection, acted, position))
            acted = position
        if not subjects and before is not None and before.position == acted:
            return 0
        rulings = rulings_until(connection, position)
        for subject in sorted(subjects):
            self._derive(connection, subject, position, rulings)
        values = {"id": 1, "transition": number, "position": acted}
        saved = insert(cases_progress).values(values)
        connection.execute(saved.on_conflict_do_update(index_elements=["id"], set_=values))
        return max(len(subjects), 1)

    def _derive(
        self, connection: sa.Connection, subject: str, position: int, rulings: Sequence[Ruling]
    ) -> None:  # fmt: skip
        events = (
            _event(row) for row in connection.execute(_EVENTS, {"subject": subject, "norms": list(self._owing.norms)})
        )
        acts = (_act(row) for row in acts_about(connection, prefix_of(subject), position))
        found = cases_of(subject, events, acts, self._owing, rulings)
        connection.execute(sa.delete(cases).where(cases.c.subject == subject))
        copy_rows(
            connection, cases,
            ((one.id, one.subject, one.cure, one.owner, one.state, json_text(one.to_json())) for one in found),
        )  # fmt: skip
        self._tell(connection, found)


def case_documents(
    connection: sa.Connection, *, owner: str | None = None, closed: bool = False
) -> list[Mapping[str, Any]]:  # Any: JSON
    """The cases as they are kept (`Case.to_json`): of an owner, those that it is told of, or all; those that are over only if
    asked for.
    """
    asked = sa.select(cases.c.document).order_by(cases.c.owner, cases.c.id)
    if owner is not None:
        asked = asked.where(cases.c.owner == owner, sa.not_(cases.c.document["hushed"].as_boolean()))
    if not closed:
        asked = asked.where(cases.c.state.not_in([state for state in CaseState if state.is_over]))
    return list(connection.scalars(asked))


def case_document(connection: sa.Connection, id_: str) -> Mapping[str, Any]:  # Any: JSON
    """One case. QuestionError if there is none with this id."""
    found = connection.scalar(sa.select(cases.c.document).where(cases.c.id == id_))
    if found is None:
        raise QuestionError(f"there is no case {id_!r}; `kyosei cases list` lists them")
    return dict(found)


def forget_cases(engine: sa.Engine) -> None:
    """Empties what is kept of cases, so that all are derived anew."""
    with engine.begin() as connection:
        hold_to_the_end(connection, Lock.CASES)
        connection.execute(sa.delete(cases))
        connection.execute(sa.delete(cases_progress))


def _told_since(connection: sa.Connection, number: int) -> tuple[set[str], int]:
    """About whom something was told since, some at a time, and the number up to which."""
    t = transitions.c
    asked = sa.select(t.number, t.subject).where(t.number > number).order_by(t.number).limit(SUBJECTS_MAX * 50)
    subjects: set[str] = set()
    for row in connection.execute(asked):
        if row.subject not in subjects and len(subjects) == SUBJECTS_MAX:
            break
        subjects.add(row.subject)
        number = row.number
    return subjects, number


def _subjects_of(connection: sa.Connection, ids: Iterable[str]) -> set[str]:
    asked = sa.select(cases.c.subject).where(cases.c.id.in_(list(ids))).distinct()
    return set(connection.scalars(asked))


def _told_of(connection: sa.Connection, norms: Iterable[str]) -> set[str]:
    """About whom something of these norms was ever told."""
    wanted = list(norms)
    if not wanted:
        return set()
    t = transitions.c
    return set(connection.scalars(sa.select(t.subject).where(t.norm.in_(wanted)).distinct()))


def rulings_until(connection: sa.Connection, position: int) -> list[Ruling]:
    """The rulings about norms among the first entries of the journal."""
    return [
        Ruling(
            row.sequence, row.id, row.norm, NormActKind(row.act), frozenset(row.laws), row.from_day, row.until_day,
            row.reason, row.source, row.actor_kind or "software", row.actor or "software:operator", row.recorded_at,
            legal_day(row.recorded_at),
        )
        for row in norm_acts_until(connection, position)
    ]  # fmt: skip


_EVENTS: Final = sa.text("""
    SELECT * FROM transitions
    WHERE subject = :subject AND norm = ANY(:norms)
    ORDER BY number
""")


def _event(row: Row) -> Event:
    return Event(
        row.number, row.id, row.norm, row.about, row.instance, row.sort, State(row.state), row.causes, row.due,
        row.uncertain, row.own_word, row.settled, row.needs, row.day, row.position, row.known, row.law,
    )  # fmt: skip


def _act(row: Row) -> Act:
    kind, actor = row.actor_kind or "software", row.actor or "software:operator"
    return Act(
        row.sequence, row.id, row.case, row.act, row.reason, row.route, row.event, row.source, kind, actor,
        row.recorded_at, legal_day(row.recorded_at), legal_day(row.stated_at),
    )  # fmt: skip
