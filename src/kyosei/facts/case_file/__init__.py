"""The reader of case files (JSON Lines, INTERFACES.md §1): bytes in, a checked `Case` out, through `read_case`.

The journal takes the same lines one by one: `line_of`, `read_record` and `check_reference` are the reader's own steps.
"""

from __future__ import annotations

from kyosei.facts.case_file.lines import Line, line_of
from kyosei.facts.case_file.reading import read_case
from kyosei.facts.case_file.records import Record, read_record
from kyosei.facts.case_file.references import Target, check_reference, implied_party, parties_of, references_of

__all__ = [
    "Line",
    "Record",
    "Target",
    "check_reference",
    "implied_party",
    "line_of",
    "parties_of",
    "read_case",
    "read_record",
    "references_of",
]
