"""What an officer writes: factors weighed, points answered, outcome and reasons. Each step is kept and checked as it stands.

To follow what the requirements come to and to depart from it take the same steps and the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.requests import Role
from kyosei.decisions.checks.listed import CHECKS
from kyosei.decisions.dossier import Assembled, Checked, Opinion, Weighed
from kyosei.facts.legal_periods import is_legal_period
from kyosei.facts.statements import Case
from kyosei.facts.vocabulary.options import GRANTED_PERIODS
from kyosei.norms.procedures import Factor
from kyosei.terms.text import Text
from kyosei.verdicts.choice_prose import word_said
from kyosei.web.deciding.desk import Working, desk_of, drafts_of, working_on
from kyosei.web.deciding.writing import PARTS, ROWS_MOST, parties_behind, rests_on, written
from kyosei.web.languages import COMPLETE
from kyosei.web.pages.page import Page
from kyosei.web.visit import Go, NotHere, Shown, Visit

__all__ = ["WORKBENCH_WRITE"]

_BODY_MOST: Final = 1 << 19
"""Every text at its longest, as forms send them."""
_TONGUES: Final = [(code, one.name) for code, one in COMPLETE.items()]
_NEXT: Final = {"factors": "write/points", "points": "write/outcome", "outcome": "check"}


@dataclass(frozen=True, slots=True)
class WriteShown:
    """part: of `PARTS`. weighed: each factor that the law lists beside what is written of it; None: it must not count.

    refs: what a sentence may rest on, with its name in words. periods: with which the status can be granted.
    lost: somebody saved it meanwhile, and what was sent now stands in the form again, unsaved.
    """

    case: Case
    application: str
    procedure: Text
    part: str
    revision: int
    assembled: Assembled
    opinion: Opinion
    weighed: Sequence[tuple[Factor, Weighed | None]]
    parties: Sequence[str]
    refs: Sequence[tuple[str, Text]]
    periods: Sequence[tuple[str, Text]]
    languages_told: Sequence[tuple[str, str]]
    rows: int
    checks: Sequence[Checked]
    asks: Mapping[str, Text]
    lost: bool


def _working(visit: Visit) -> Working | None:
    part = visit.arguments["part"]
    desk = desk_of(visit, visit.arguments["application"])
    if part not in PARTS or desk is None or not desk.is_of(visit):
        return None
    working = working_on(visit, desk)
    return None if working is None or working.is_stale else working


def _show(visit: Visit) -> Shown | NotHere | Go:
    working = _working(visit)
    return NotHere() if working is None else _shown(visit, working, working.dossier.opinion)


def _take(visit: Visit) -> Shown | NotHere | Go:
    working = _working(visit)
    revision = visit.form.get("revision", "")
    if working is None or not revision.isdecimal():
        return NotHere()
    part, desk = visit.arguments["part"], working.desk
    dossier = written(part, working.dossier, desk.procedure, visit.form)
    if not drafts_of(visit).save(dossier, int(revision)):
        return _shown(visit, working, dossier.opinion, lost=True)
    onwards = f"write/{part}" if visit.form.get("do") == "save" else _NEXT[part]
    return Go(f"/workbench/{desk.application}/{onwards}")


def _shown(visit: Visit, working: Working, opinion: Opinion, *, lost: bool = False) -> Shown:
    dossier, procedure = working.dossier, working.desk.procedure
    told = {one.id: one for one in opinion.factors}
    listed = {one.id for one in dossier.assembled.factors}
    status = dossier.assembled.application.for_status or dossier.assembled.application.status
    periods = [one for one in GRANTED_PERIODS if status is not None and is_legal_period(status, one)]
    written_rows = max(
        len(opinion.reasons), len(opinion.period_reasons), len(opinion.submissions), len(opinion.alternatives)
    )
    return Shown(
        WriteShown(
            working.read.evaluator.case, working.desk.application, procedure.title, visit.arguments["part"],
            working.draft.revision, dossier.assembled, opinion,
            [(one, told.get(one.id)) for one in procedure.factors if one.id in listed],
            parties_behind(dossier), [(id_, _named(visit, working, id_)) for id_ in rests_on(dossier)],
            [(one, word_said("residence.status.granted_period", one)) for one in periods], _TONGUES,
            min(written_rows + 2, ROWS_MOST), working.checks, {one.id: one.asks for one in CHECKS}, lost,
        )
    )  # fmt: skip


def _named(visit: Visit, working: Working, id_: str) -> Text:
    """What an id stands for, with the id itself: the checks name items by it."""
    factor = working.desk.procedure.factor(id_)
    if factor is not None:
        return factor.title
    norm = next((one.norm for one in working.dossier.assembled.findings if one.id == id_), None)
    title = None if norm is None else visit.portal.norms[norm].latest.title
    return Text(id_, id_, id_) if title is None else title


WORKBENCH_WRITE: Final = Page(
    "workbench_write",
    "/workbench/{application}/write/{part}",
    frozenset((Role.OFFICER,)),
    WriteShown,
    _show,
    _take,
    body_most=_BODY_MOST,
)
