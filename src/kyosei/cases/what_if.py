"""What a cure would do: the case with its proof beside the case without it, and every verdict that differs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from kyosei.cases.proofs import Proof
from kyosei.facts.case_file import read_case
from kyosei.facts.case_file.writing import case_lines
from kyosei.facts.statements import Case
from kyosei.timelines.days import instant_from_microseconds
from kyosei.verdicts.diff import VerdictChange, changes
from kyosei.verdicts.evaluate import Loaded

__all__ = ["ID", "what_if", "with_proof"]

ID = "what-if"
"""The id of the line that nobody said; no line of a journal has it, as it never is entered."""


def what_if(
    loaded: Loaded, case: Case, proof: Proof, *, on: int, known: int, subjects: Sequence[str] | None = None
) -> tuple[VerdictChange, ...]:
    """The verdicts of a day that a proof would change, had it been told at the instant known (microseconds)."""
    return changes(loaded, case, with_proof(case, proof, known), on=on, known=known, subjects=subjects)


def with_proof(case: Case, proof: Proof, known: int) -> Case:
    """A case to which the proof is added, read as every other line is: CaseFileError if it could not be said so."""
    stated_at = instant_from_microseconds(known).isoformat()
    lines: list[Mapping[str, object]] = [*case_lines(case), proof.line(ID, stated_at) | {"recorded_at": stated_at}]
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return read_case([("the case with its cure", written.encode())])
