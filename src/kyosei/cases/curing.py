"""How a duty is cured: the records that would show it, and what the first of them that can be said would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from kyosei.cases.proofs import Proof, proofs_of
from kyosei.cases.what_if import what_if
from kyosei.facts.statements import Case
from kyosei.timelines.days import instant_from_microseconds
from kyosei.verdicts.check import find_norm
from kyosei.verdicts.diff import VerdictChange
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import Verdict, iso_or_none

__all__ = ["TO_CURE", "Cure", "as_institutions_say", "cure_of"]

TO_CURE: Final = ("due", "breached", "unmet", "open")
"""The states of a verdict about which something can be done."""


@dataclass(frozen=True, slots=True)
class Cure:
    """Of a verdict: proofs, by any of which it would be cured, and the verdicts that the first of them would change."""

    verdict: Verdict
    proofs: tuple[Proof, ...]
    changes: tuple[VerdictChange, ...]

    def to_json(self, known: int) -> dict[str, Any]:  # Any: JSON
        """As `kyosei cases cure --format json` writes it; known: microseconds."""
        verdict, stated_at = self.verdict, instant_from_microseconds(known).isoformat()
        return {
            "norm": verdict.norm, "about": dict(verdict.about), "bearer": verdict.bearer, "state": verdict.state,
            "arose": iso_or_none(verdict.arose), "due": iso_or_none(verdict.due),
            "proofs": [one.line("proof", stated_at) for one in self.proofs],
            "changes": [
                {
                    "norm": one.norm, "about": dict(one.about), "before": None if one.before is None else one.before.state,
                    "after": None if one.after is None else one.after.state,
                }
                for one in self.changes
            ],
        }  # fmt: skip


def cure_of(
    loaded: Loaded, case: Case, verdict: Verdict, *, on: int, known: int, answers: Callable[[str], bool],
    subjects: Sequence[str] | None = None,
) -> Cure:  # fmt: skip
    """How one verdict of a day is cured, as known at an instant (microseconds); answers: of which norms the case has all."""
    version = find_norm(loaded, verdict.norm).version_on(on)
    stands = version is not None and verdict.arose >= 0
    proofs = proofs_of(version, verdict.about, verdict.arose, on) if version is not None and stands else ()
    said = next((one for one in proofs if not one.source.startswith("unknown:")), None)
    changed = () if said is None else what_if(loaded, case, said, on=on, known=known, subjects=subjects)
    return Cure(verdict, proofs, tuple(one for one in changed if answers(one.norm)))


def as_institutions_say(case: Case) -> Case:
    """A case without what natural persons say and dispute: what is computed on it shows nobody that they did (P15)."""
    return replace(
        case, statements=tuple(one for one in case.statements if not one.source.startswith("person:")),
        disputes=tuple(one for one in case.disputes if not one.by.startswith("person:")),
    )  # fmt: skip
