"""Drafts a dossier: one look at the records by the office's purpose, and the officer's part still empty.

The same look, at the instant and position that a dossier names, assembles it again: at sealing, and whenever it is replayed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import sqlalchemy as sa

from kyosei.access.reading import ReadPath
from kyosei.access.requests import Request
from kyosei.decisions.assembling import Moment, application_in, assemble, evaluator_of, undecided
from kyosei.decisions.dossier import (
    Assembled,
    Authority,
    Direction,
    Dossier,
    Impact,
    Notice,
    Opinion,
    Outcome,
    Result,
    Weighed,
    Weight,
)
from kyosei.decisions.probing import Evaluator
from kyosei.decisions.sealed import like_before
from kyosei.decisions.shape import Instant
from kyosei.errors import QuestionError
from kyosei.norms.procedures import Procedure, Weighing, find_procedure
from kyosei.timelines.days import legal_day
from kyosei.verdicts.evaluate import Loaded

__all__ = ["Office", "Read", "draft", "look", "look_again", "look_now"]


@dataclass(frozen=True, slots=True)
class Office:
    """What an office decides with: its read path under a law, the law ready to run, and the procedures."""

    engine: sa.Engine
    path: ReadPath
    loaded: Loaded
    procedures: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What a look came to: the assembled part, and what evaluates it again."""

    assembled: Assembled
    procedure: Procedure
    evaluator: Evaluator


def look(office: Office, request: Request, application: str, day: int | None = None) -> Read:
    """Reads an application that waits, once. day: on which it is decided, default the day of the look.

    QuestionError if there is no such application, or it is decided, or its procedure is read for another purpose.
    """
    return _look(office, request, application, None, day)


def look_now(office: Office, request: Request, assembled: Assembled, *, as_listed: bool = False) -> Read:
    """The same application on the same day, as known now, as if nothing had decided it. as_listed: as in `look_again`."""
    filed = assembled.application.id
    listed = assembled if as_listed else None
    return _look(office, replace(request, known=None), filed, None, assembled.as_of.day, reviewed=True, listed=listed)


def look_again(office: Office, request: Request, assembled: Assembled, *, as_listed: bool = False) -> Read:
    """The same look as the one that a dossier came from, at its instant and position; an access entry of its own.

    as_listed: with the requirements, factors and remedy that the dossier lists, whatever the law pack lists by now.
    """
    as_of = assembled.as_of
    asked = replace(request, known=as_of.known)
    listed = assembled if as_listed else None
    return _look(office, asked, assembled.application.id, as_of.position, as_of.day, listed=listed)


def draft(read: Read, office: str, officer: str, program: str, now: int) -> Dossier:
    """A dossier with every listed factor still to be considered, and no outcome but the one that decides nothing yet.

    program: name and version of what assembles it. now: microseconds.
    """
    assembled = read.assembled
    weighed = tuple(
        Weighed(one.id, False, Direction.NEUTRAL, Weight.NONE, "", one.findings)
        for one in assembled.factors
        if one.weighing is not Weighing.PROHIBITED
    )
    opinion = Opinion(
        Authority(office, officer), "", weighed, (), (), (), Impact(""), (), (),
        Outcome(Result.GRANTED, assembled.application.for_status), (), "", (), Notice("", ""),
    )  # fmt: skip
    return Dossier(program, Instant(now), assembled, opinion)


def _look(
    office: Office, request: Request, application: str, position: int | None, day: int | None, *, reviewed: bool = False,
    listed: Assembled | None = None,
) -> Read:  # fmt: skip
    found = office.path.evaluate(request, position)
    if found.known is None:
        raise QuestionError("nothing was on record at that position")
    case = undecided(found.case, application) if reviewed else found.case
    filed = application_in(case, application)
    if filed.about.get("person") != request.subject:
        raise QuestionError(f"{application} is about {filed.about.get('person')}, not about {request.subject}")
    procedure = _procedure(office.procedures, str(filed.data.get("procedure", "")), request)
    moment = Moment(found.known, found.position, legal_day(found.known) if day is None else day)
    evaluator = evaluator_of(office.loaded, procedure, case, request.subject, moment, listed)
    with office.engine.connect() as connection:
        assembled = assemble(
            evaluator, procedure, filed, moment,
            lambda same: like_before(connection, same, moment.position, application), listed,
        )  # fmt: skip
    return Read(assembled, procedure, evaluator)


def _procedure(procedures: Iterable[Procedure], id_: str, request: Request) -> Procedure:
    found = find_procedure(procedures, id_)
    if request.purpose != found.purpose:
        raise QuestionError(f"an application of the procedure {id_} is read for the purpose {found.purpose}")
    return found
