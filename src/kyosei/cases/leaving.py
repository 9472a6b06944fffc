"""What an employer would owe if an employment ended on a day: the case with its end beside it, and each filing with its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kyosei.cases.proofs import Proof
from kyosei.cases.what_if import ID, with_proof
from kyosei.facts.statements import Case, Coverage
from kyosei.facts.vocabulary.labour import WorkContract, WorkTermination
from kyosei.verdicts.check import check
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import Obligation, Verdict

__all__ = ["LEAVING", "Owed", "owed_on_leaving", "with_leaving"]

LEAVING: Final = (
    "jp.labour.foreign-worker-notice-left", "jp.labour.foreign-worker-notice-left-uninsured",
    "jp.employment-insurance.report-loss", "jp.employment-insurance.separation-certificate",
    "jp.employment-insurance.separation-certificate-from-59", "jp.pension.report-loss", "jp.health.report-loss",
    "jp.tax.withholding-slip-on-leaving", "jp.immigration.host-notice-ended", "jp.labour.certificate-of-employment",
    "jp.labour.final-settlement",
)  # fmt: skip
"""The duties of an employer that begin with somebody's leaving."""
_NO_OTHER: Final = f"{ID}-no-other"
_ASKING: Final = ("due", "breached", "open")


@dataclass(frozen=True, slots=True)
class Owed:
    """due: by when, -1 without a day. is_settled: whether it surely would be owed; else the records do not tell."""

    verdict: Verdict
    due: int
    is_settled: bool


def with_leaving(
    case: Case, person: str, employer: str, last_day: int, known: int, *, initiative: str | None = None,
    no_other_until: int | None = None,
) -> Case:  # fmt: skip
    """A case in which the employer says that the employment ended with a day, and that no other contract follows; nothing of it
    is entered anywhere. Without the second the end would stay open, as a contract may be there that nobody told.

    initiative: on whose it ended, if that is told. no_other_until: until when none follows, default for one day.
    """
    kind, until = WorkContract.facts.name, last_day + 1
    ended = tuple(
        replace(one, until_day=until)
        if one.kind == kind and one.source == employer and one.from_day < until < one.until_day
        else one
        for one in case.statements
    )
    about = {"person": person, "employer": employer}
    why = {} if initiative is None else {"initiative": initiative}
    word = Proof(WorkTermination.facts.name, employer, about, last_day, True, why)
    told = with_proof(replace(case, statements=ended), word, known)
    no_other = Coverage(_NO_OTHER, kind, employer, about, until, no_other_until or until + 1, known, known)
    return replace(told, coverages=(*told.coverages, no_other))


def owed_on_leaving(
    loaded: Loaded, case: Case, person: str, employer: str, last_day: int, known: int
) -> Sequence[Owed]:  # fmt: skip
    """The duties that would begin with the end of an employment, each once, by their days; those without a day last."""
    told = with_leaving(case, person, employer, last_day, known)
    verdicts = check(
        loaded, told, on=last_day + 1, known=known, norms=LEAVING, about=[employer], subjects=[person], obligations=True
    )
    found: dict[str, Owed] = {}
    for verdict in verdicts:
        for one in verdict.obligations or ():
            if one.arose >= last_day and one.state in _ASKING:
                found[verdict.norm] = _surer(found.get(verdict.norm), verdict, one)
    return sorted(found.values(), key=lambda one: (one.due < 0, one.due, one.verdict.norm))


def _surer(before: Owed | None, verdict: Verdict, one: Obligation) -> Owed:
    now = Owed(verdict, one.due, one.state != "open")
    if before is None or (now.is_settled and not before.is_settled):
        return now
    return before
