"""Asks one condition or number of a small case: it is wrapped in a throw-away norm, compiled, and run on the kernels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np

from kyosei.evidence.questions import KindTable
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.scopes import SCOPES
from kyosei.facts.statements import (
    Case,
    Coverage,
    Dispute,
    FieldValue,
    Heartbeat,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)
from kyosei.facts.vocabulary import KINDS
from kyosei.norms.checks import sole_holders
from kyosei.norms.compiler import CompiledNorm, compile_law
from kyosei.norms.declare import Force, Norm, NormKind
from kyosei.norms.forms import Body, Limit, Status
from kyosei.terms.citations import Provision
from kyosei.terms.expressions import Cond, Number
from kyosei.terms.language import always
from kyosei.terms.scopes import Scope
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER
from kyosei.verdicts.check import Examined, examine
from kyosei.verdicts.evaluate import Loaded, load
from kyosei.verdicts.segments import segments_of
from kyosei.verdicts.verdict import Segment

__all__ = [
    "ISA",
    "LABOUR_OFFICE",
    "LATER",
    "PENSION",
    "Answer",
    "Asking",
    "ask_number",
    "ask_truth",
    "asking",
    "case_of",
    "coverage",
    "dispute",
    "heartbeat",
    "instant",
    "norm_of",
    "on_day",
    "resolution",
    "statement",
    "withdrawal",
]

Truth = Literal["yes", "no", "open"]
ISA, PENSION, LABOUR_OFFICE = "authority:isa", "authority:pension-service", "authority:labour-office"
LATER = 60_000
"""A day long after everything that the tests state."""

_A_DAY = 86_400_000_000
_DAY_OF_EPOCH = 25_567
_TEXT = Text("問い", "といかけ", "question")
_PROVISION = Provision("326CO0000000319", "1")
_STATES: Mapping[str, Truth] = {"met": "yes", "unmet": "no", "open": "open"}


class Answer(NamedTuple):
    """What is answered from a day on."""

    day: int
    truth: Truth
    causes: tuple[str, ...]


def instant(day: int, hour: int = 12) -> int:
    """An hour of a legal day in Japan, in microseconds."""
    return (day - _DAY_OF_EPOCH) * _A_DAY + (hour - 9) * 3_600_000_000


def norm_of(
    name: str, cond: Cond, *, bearer: str | None = None, burdens: Literal["yes", "no"] = "no",
    figures: Mapping[str, Number[Any]] | None = None,  # Any: figures have any unit
) -> Norm:  # fmt: skip
    """A norm that is met where the condition is YES. With a bearer it is a limit, whose bearer YES or NO burdens."""
    scope = cond.scope
    body: Body
    kind: NormKind = "status" if bearer is None else "limit"
    if bearer is None:
        body = Status(always(scope), cond, figures or {})
    else:
        body = Limit(always(scope), cond if burdens == "no" else ~cond)
    return Norm(name, kind, _TEXT, (_PROVISION,), scope, bearer, None, Force(0, NEVER), 0, NEVER, "act",
                ISA, (), "A question.", body)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asking:
    """Some questions compiled once, to be asked of many cases."""

    loaded: Loaded

    def examined(self, case: Case, subject: str, known: int) -> Examined:
        """A subject of a case, as known at an instant."""
        return next(iter(examine(self.loaded, case, known, [subject])))

    def norm(self, name: str) -> CompiledNorm:
        """A question by its name."""
        return next(norm for norm in self.loaded.law.norms if norm.id == name)

    def segments(self, found: Examined, name: str, about: Mapping[str, str], *, projected: bool) -> list[Segment]:
        """The timeline of a question about some parties; none if there is no such instance."""
        norm = self.norm(name)
        reading = found.outlines[0 if projected else 1]
        for instance in range(found.instances(norm)):
            if all(found.about(norm, instance).get(role) == party for role, party in about.items()):
                figures = sorted(norm.figures.items())
                return segments_of(reading, reading, norm.output, figures, instance, found.batch.known_day)
        return []


def asking(norms: Iterable[Norm], scopes: tuple[Scope, ...] = SCOPES) -> Asking:
    """Norms made ready to ask."""
    law = compile_law("asked", norms, scopes, sole_holders(KINDS))
    return Asking(load(law, KindTable.of((*KINDS, EmploymentRelation)), np.zeros(0, np.int32)))


def _known(case: Case, known: int | None) -> int:
    return instant(LATER) if known is None else known


def ask_truth(
    case: Case, cond: Cond, about: Mapping[str, str], *, known: int | None = None, projected: bool = True,
    bearer: str | None = None, burdens: Literal["yes", "no"] = "no",
) -> list[Answer]:  # fmt: skip
    """The timeline of a condition about some parties, the subject first; `known`: by default all that was recorded."""
    asked = asking([norm_of("asked", cond, bearer=bearer, burdens=burdens)])
    subject = next(iter(about.values()))
    found = asked.examined(case, subject, _known(case, known))
    answers: list[Answer] = []
    for segment in asked.segments(found, "asked", about, projected=projected):
        truth = _STATES[segment.state]
        if burdens == "yes" and bearer is not None and truth != "open":
            truth = "no" if truth == "yes" else "yes"
        answer = Answer(segment.from_day, truth, segment.causes)
        if not answers or answers[-1][1:] != answer[1:]:
            answers.append(answer)
    return answers


def ask_number(
    case: Case, number: Number[Any], about: Mapping[str, str], day: int, *, known: int | None = None,
    projected: bool = True,
) -> tuple[int, int]:  # fmt: skip
    """The bounds of a number on a day."""
    asked = asking([norm_of("asked", always(number.scope), figures={"number": number})])
    subject = next(iter(about.values()))
    found = asked.examined(case, subject, _known(case, known))
    segments = asked.segments(found, "asked", about, projected=projected)
    figures = next(s.figures for s in segments if s.from_day <= day < s.until_day)
    return figures[0][1], figures[0][2]


def on_day(answers: Sequence[Answer], day: int) -> tuple[Truth, tuple[str, ...]]:
    """The answer of a day, and why it is open."""
    found = [answer for answer in answers if answer.day <= day][-1]
    return found.truth, found.causes


# Lines -----------------------------------------------------------------------------------------------------------------


def case_of(*lines: object, parties: Mapping[str, PartyRecord] | None = None) -> Case:
    """A case of these lines; every party that they name is declared as what its name says."""
    statements = tuple(line for line in lines if isinstance(line, Statement))
    coverages = tuple(line for line in lines if isinstance(line, Coverage))
    heartbeats = tuple(line for line in lines if isinstance(line, Heartbeat))
    disputes = tuple(line for line in lines if isinstance(line, Dispute))
    resolutions = tuple(line for line in lines if isinstance(line, Resolution))
    about = [s.about for s in statements] + [c.about for c in coverages]
    names = {party for parties_of in about for party in parties_of.values()}
    names |= {s.source for s in statements} | {c.source for c in coverages} | {h.source for h in heartbeats}
    names |= {d.by for d in disputes} | {r.by for r in resolutions}
    found = {name: _party(name) for name in sorted(names)} | dict(parties or {})
    withdrawals = tuple(line for line in lines if isinstance(line, Withdrawal))
    return Case(found, statements, coverages, heartbeats, withdrawals, disputes, resolutions)


def _party(name: str) -> PartyRecord:
    prefix, _, rest = name.partition(":")
    roles = (rest.rstrip("0123456789"),) if prefix == "org" else () if prefix == "person" else (prefix,)
    return PartyRecord(name, prefix == "person", (), roles)


def statement(
    id_: str, kind: str, source: str, about: Mapping[str, str], from_day: int, until_day: int = NEVER, *,
    stated: int | None = None, recorded: int | None = None, replaces: str | None = None, carried_by: str | None = None,
    **data: FieldValue,
) -> Statement:  # fmt: skip
    """A statement, stated by default on its first day; fields in the coding that the reader gives them."""
    at = instant(from_day if stated is None else stated)
    known = at if recorded is None else instant(recorded)
    return Statement(id_, kind, source, about, from_day, until_day, data, at, known, replaces, carried_by)


def coverage(
    id_: str, kind: str, source: str, about: Mapping[str, str], from_day: int, until_day: int = NEVER, *,
    stated: int | None = None, recorded: int | None = None, count: int | None = None,
) -> Coverage:  # fmt: skip
    """A coverage, stated by default on the day after its last (or on its first, if it is open)."""
    at = instant((from_day if until_day == NEVER else until_day) if stated is None else stated)
    return Coverage(
        id_, kind, source, about, from_day, until_day, at, at if recorded is None else instant(recorded), count
    )


def heartbeat(id_: str, source: str, stated: int) -> Heartbeat:
    """A sign of life."""
    return Heartbeat(id_, source, instant(stated), instant(stated))


def withdrawal(id_: str, target: str, source: str, stated: int) -> Withdrawal:
    """A line taken back."""
    return Withdrawal(id_, target, source, instant(stated), instant(stated))


def dispute(id_: str, target: str, by: str, stated: int) -> Dispute:
    """A line called wrong."""
    return Dispute(id_, target, by, "it is wrong", instant(stated), instant(stated))


def resolution(id_: str, target: str, by: str, stated: int) -> Resolution:
    """The end of a dispute."""
    return Resolution(id_, target, by, "kept", "it is right", instant(stated), instant(stated))
