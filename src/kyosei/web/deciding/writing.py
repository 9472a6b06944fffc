"""What an officer writes in the forms of a draft, read back into its opinion. Nothing is required: the checks say what lacks.

Inputs are named by what they are of: `factor.<id>.reason`, `reason.<place>.text`, `reason.<place>.on.<id>`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final, TypeVar

from kyosei.decisions.dossier import (
    Alternative,
    Conduct,
    Delegation,
    Departure,
    Direction,
    Dossier,
    Impact,
    Opinion,
    Outcome,
    Resolved,
    ResolvedBy,
    Result,
    Sentence,
    Submission,
    Weighed,
    Weight,
    Without,
)
from kyosei.decisions.shape import Day
from kyosei.norms.procedures import Procedure, Weighing
from kyosei.timelines.days import day_from_date
from kyosei.web.institution.forms import read_day_written

__all__ = ["PARTS", "ROWS_MOST", "parties_behind", "rests_on", "written"]

ROWS_MOST: Final = 12
"""So many reasons, submissions and measures at most; a form has one row more than there are."""
_LETTERS_MOST: Final = 2_000
Form = Mapping[str, str]
Closed = TypeVar("Closed", bound=StrEnum)


def written(part: str, dossier: Dossier, procedure: Procedure, form: Form) -> Dossier:
    """The dossier with a part of its opinion as the form has it."""
    return replace(dossier, opinion=PARTS[part](dossier, procedure, form))


def parties_behind(dossier: Dossier) -> list[str]:
    """Whose conduct a factor may be: the person's, and that of whoever's duty stands behind a requirement."""
    found: list[Conduct] = [one for of in dossier.assembled.findings for one in of.attribution]
    return list(dict.fromkeys((dossier.assembled.application.person, *(one.party for one in found))))


def rests_on(dossier: Dossier) -> list[str]:
    """On what a sentence may be said to rest, to choose from; single records come with the requirement that they are in."""
    assembled = dossier.assembled
    factors = [one.id for one in assembled.factors if one.weighing is not Weighing.PROHIBITED]
    return [
        *factors, *(one.id for one in assembled.findings), *(one.id for one in assembled.conflicts),
        *(one.id for one in dossier.opinion.submissions),
    ]  # fmt: skip


def _factors(dossier: Dossier, procedure: Procedure, form: Form) -> Opinion:
    parties = parties_behind(dossier)

    def read(one: Weighed) -> Weighed:
        name = f"factor.{one.id}"
        conduct = form.get(f"{name}.conduct", "")
        without = form.get(f"{name}.without", "")
        return replace(
            one, considered=form.get(f"{name}.considered") == "yes",
            direction=_one_of(Direction, form.get(f"{name}.direction"), Direction.NEUTRAL),
            weight=_one_of(Weight, form.get(f"{name}.weight"), Weight.NONE), reason=_text(form, f"{name}.reason"),
            conduct=conduct if conduct in parties else None,
            without=Without(without) if without in tuple(Without) else None,
        )  # fmt: skip

    return replace(dossier.opinion, factors=tuple(map(read, dossier.opinion.factors)))


def _reasons(dossier: Dossier, procedure: Procedure, form: Form) -> Opinion:
    opinion, assembled = dossier.opinion, dossier.assembled
    conflicts = []
    for one in assembled.conflicts:
        reason = _text(form, f"conflict.{one.id}.reason")
        if reason:
            by = _one_of(ResolvedBy, form.get(f"conflict.{one.id}.by"), ResolvedBy.OFFICER)
            conflicts.append(Resolved(one.id, by, reason))
    known = frozenset(rests_on(dossier))
    submissions = tuple(
        Submission(
            f"submission-{place}", _text(form, f"submission.{row}.point"), assembled.application.person,
            _day(form, f"submission.{row}.received") or assembled.application.filed, _text(form, f"submission.{row}.answer"),
            _refs(form, f"submission.{row}", known),
        )
        for place, row in enumerate(_rows(form, "submission", "point"), 1)
    )  # fmt: skip
    alternatives = tuple(
        Alternative(_text(form, f"alternative.{row}.measure"), _text(form, f"alternative.{row}.why"))
        for row in _rows(form, "alternative", "measure")
    )
    departures = tuple(
        Departure(one.dossier, reason) for one in assembled.like if (reason := _text(form, f"departure.{one.dossier}"))
    )
    family = {"yes": True, "no": False}.get(form.get("impact.family", ""))
    impact = Impact(
        _text(form, "impact.person"), family, _text(form, "impact.on_family"), _text(form, "impact.on_children")
    )
    return replace(
        opinion, conflicts=tuple(conflicts), submissions=submissions, alternatives=alternatives, departures=departures,
        impact=impact,
    )  # fmt: skip


def _outcome(dossier: Dossier, procedure: Procedure, form: Form) -> Opinion:
    opinion, filed = dossier.opinion, dossier.assembled.application
    result = _one_of(Result, form.get("outcome.result"), Result.GRANTED)
    granted = result is Result.GRANTED
    status = (filed.for_status or filed.status or form.get("outcome.status") or None) if filed.grants_a_stay else None
    conditions = tuple(line.strip() for line in form.get("outcome.conditions", "").splitlines() if line.strip())
    outcome = Outcome(
        result, status if granted else None, (form.get("outcome.period") or None) if granted and filed.grants_a_stay else None,
        conditions if granted else (),
    )  # fmt: skip
    begun = _day(form, "delegation.from")
    by, provision = _text(form, "delegation.by"), _text(form, "delegation.provision")
    delegation = Delegation(by, provision, begun or dossier.assembled.as_of.day) if by or provision else None
    notice = replace(
        opinion.notice, language=form.get("notice.language", ""), understood_because=_text(form, "notice.because"),
        remedy=None if granted else procedure.remedy.id,
    )  # fmt: skip
    return replace(
        opinion, authority=replace(opinion.authority, delegation=delegation), discretion=_text(form, "discretion"),
        outcome=outcome, reasons=_sentences(dossier, form, "reason"),
        period_reasons=_sentences(dossier, form, "period") if granted else (), on_verdicts=_text(form, "on_verdicts"),
        notice=notice,
    )  # fmt: skip


PARTS: Final[Mapping[str, Callable[[Dossier, Procedure, Form], Opinion]]] = {
    "factors": _factors, "points": _reasons, "outcome": _outcome,
}  # fmt: skip
"""The parts of an opinion that have a form, in their order."""


def _sentences(dossier: Dossier, form: Form, name: str) -> tuple[Sentence, ...]:
    known = frozenset(rests_on(dossier))
    return tuple(
        Sentence(_text(form, f"{name}.{row}.text"), _refs(form, f"{name}.{row}", known))
        for row in _rows(form, name, "text")
    )


def _refs(form: Form, name: str, known: frozenset[str]) -> tuple[str, ...]:
    start = f"{name}.on."
    return tuple(id_ for key in form if key.startswith(start) and (id_ := key.removeprefix(start)) in known)


def _rows(form: Form, name: str, field: str) -> Iterator[int]:
    """The rows of a list in which something is written."""
    return (row for row in range(ROWS_MOST) if _text(form, f"{name}.{row}.{field}"))


def _text(form: Form, name: str) -> str:
    return " ".join(form.get(name, "").split())[:_LETTERS_MOST]


def _day(form: Form, name: str) -> Day | None:
    found = read_day_written(form.get(name, ""))
    return None if found is None else Day(day_from_date(found))


def _one_of(closed: type[Closed], value: str | None, default: Closed) -> Closed:
    return next((one for one in closed if one.value == value), default)
