"""How an application is decided: what must be weighed, what must not, and what the person can do then. The law pack lists it.

A factor is something to consider and never a number: nothing here is added up, and no factor predicts an outcome.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kyosei.errors import LawError, QuestionError
from kyosei.norms.compiler import CompiledLaw
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text

__all__ = ["Factor", "Procedure", "Remedy", "Weighing", "check_procedures", "find_procedure"]


class Weighing(StrEnum):
    """Whether a factor has to be weighed."""

    MANDATORY = "mandatory"
    PERMITTED = "permitted"
    PROHIBITED = "prohibited"


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that an officer has to consider, may consider, or must give no weight.

    said_by: where that is said, if no provision says it. norm: whose verdict tells of it. protects: it forbids to hold what
    somebody else did against the person. if_asked: it counts only where that norm applies.
    """

    id: str
    weighing: Weighing
    title: Text
    said_by: Text
    provisions: tuple[Provision, ...] = ()
    norm: str | None = None
    protects: bool = False
    if_asked: bool = False


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the person can do against a refusal. months: from the day on which the person learnt of it; years: from the decision.

    appeal: what is said of a complaint to the administration.
    """

    id: str
    body: Text
    against: Text
    months: int
    years: int
    appeal: Text
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Procedure:
    """A kind of application. requirements: the norms whose verdicts a dossier holds. necessary: those without which nothing
    can be granted. judged: the office has discretion. special_period: the stay goes on while it is decided, for a time.
    read_on: when its provisions were last read. usual_months: within how many months the office says that it decides normally.
    """

    id: str
    title: Text
    purpose: str
    requirements: tuple[str, ...]
    necessary: tuple[str, ...]
    judged: bool
    special_period: bool
    factors: tuple[Factor, ...]
    remedy: Remedy
    provisions: tuple[Provision, ...]
    read_on: date
    usual_months: int | None = None

    def usual_days(self, filed: date) -> int | None:
        """In how many days those months end (Civil Code arts 140, 143 (2)); None if the office publishes none."""
        if self.usual_months is None:
            return None
        count = filed.month - 1 + self.usual_months
        year, month = filed.year + count // 12, count % 12 + 1
        return (date(year, month, min(filed.day, monthrange(year, month)[1])) - filed).days

    def cited(self) -> tuple[Provision, ...]:
        """Every provision that it cites, each once."""
        of_factors = (provision for factor in self.factors for provision in factor.provisions)
        return tuple(dict.fromkeys((*self.provisions, *of_factors, *self.remedy.provisions)))

    def factor(self, id_: str) -> Factor | None:
        """The factor of an id; None if there is no such factor."""
        return next((one for one in self.factors if one.id == id_), None)


def find_procedure(procedures: Iterable[Procedure], id_: str) -> Procedure:
    """The procedure of an id. QuestionError naming those that there are."""
    listed = tuple(procedures)
    for one in listed:
        if one.id == id_:
            return one
    raise QuestionError(f"no dossier is made of the procedure {id_!r}; there are {', '.join(one.id for one in listed)}")


def check_procedures(procedures: Sequence[Procedure], law: CompiledLaw) -> None:
    """LawError on the first that is not well formed."""
    norms = {norm.id: norm.latest for norm in law.norms}
    for id_ in _twice(one.id for one in procedures):
        raise LawError(f"procedure {id_} is listed twice")
    for one in procedures:
        for id_ in _twice(factor.id for factor in one.factors):
            raise LawError(f"procedure {one.id} lists the factor {id_} twice")
        for norm in one.requirements:
            if norm not in norms or norms[norm].kind not in ("requirement", "status"):
                raise LawError(f"procedure {one.id}: {norm} is no requirement of this law")
        if strange := set(one.necessary) - set(one.requirements):
            raise LawError(f"procedure {one.id}: {min(strange)} is necessary, and no requirement")
        for factor in one.factors:
            if factor.norm is not None and factor.norm not in one.requirements:
                raise LawError(
                    f"procedure {one.id}: factor {factor.id} names {factor.norm}, which is no requirement of it"
                )
        if not one.provisions or not one.remedy.provisions:
            raise LawError(f"procedure {one.id} or its remedy rests on no provision")


def _twice(ids: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [id_ for id_ in ids if id_ in seen or seen.add(id_)]  # type: ignore[func-returns-value]  # adds as it goes
