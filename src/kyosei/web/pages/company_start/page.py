"""Whether somebody may start working on a day: one answer of the law for each with whom the employer has a contract that day.

It answers that they may, or that it cannot be confirmed now and what to do instead; never a no, as a look for the employer's own
duties leaves out what would show it, such as the school of a student. No nationality is read (decision 190).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.terms.citations import Provision
from kyosei.terms.text import Text
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.explain import explain
from kyosei.verdicts.proof import ProofNode
from kyosei.web.institution.forms import read_day_written
from kyosei.web.institution.looking import organisation_of
from kyosei.web.institution.workers import Worker, workers_on
from kyosei.web.pages.company.page import EMPLOYERS
from kyosei.web.pages.page import Page
from kyosei.web.visit import Shown, Visit

__all__ = ["COMPANY_START"]

_NORM: Final = "jp.work.may-start-here"


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of the law."""

    text: Text
    provision: Provision | None


@dataclass(frozen=True, slots=True)
class Start:
    """reasons: the pieces that are so; where it is not confirmed, those of which any would show it."""

    name: str
    is_confirmed: bool
    reasons: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class CompanyStartShown:
    """day: about which it answers. not_a_day: what was written is none. not_now: of how many nothing can be shown now.
    provisions: of the norm.
    """

    day: int
    not_a_day: bool
    answers: Sequence[Start]
    not_now: int
    more: bool
    provisions: Sequence[Provision]


def _show(visit: Visit) -> Shown:
    written = visit.query.get("on", "")
    read = read_day_written(written)
    day = visit.today if read is None else day_from_date(read)
    found = workers_on(visit, day)
    answers = [_start(one, day) for one in found.shown]
    provisions = visit.portal.norms[_NORM].latest.provisions
    return Shown(CompanyStartShown(day, bool(written) and read is None, answers, found.not_now, found.more, provisions))


def _start(worker: Worker, day: int) -> Start:
    norm, examined = worker.visit.portal.norms[_NORM], worker.examined
    if examined is not None:
        owner = organisation_of(worker.visit)
        for instance in range(examined.instances(norm)):
            if examined.about(norm, instance).get("employer") == owner:
                proof = explain(examined, norm, instance, day)
                met = proof.verdict.state == "met"
                return Start(worker.name, met, tuple(_reasons(dict(proof.pieces).get("met"), met)))
    return Start(worker.name, False, ())


def _reasons(node: ProofNode | None, met: bool) -> Iterator[Reason]:
    """The pieces that cite the law, down to the ones that they are made of; met: only those that are so."""
    if node is None:
        return
    parts = [child for child in node.children if child.provision is not None]
    if parts or node.provision is not None:
        for one in parts or [node]:
            if not met or one.value.en == "yes":
                yield Reason(one.text, one.provision)
        return
    for child in node.children:
        yield from _reasons(child, met)


COMPANY_START: Final = Page(
    "company_start", "/company/start", EMPLOYERS, CompanyStartShown, _show, in_menu=True
)  # fmt: skip
