"""Reads a whole case: every line by itself first, then what lines say about each other."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.facts.case_file.lines import Line, lines_in
from kyosei.facts.case_file.records import Record, read_record
from kyosei.facts.case_file.references import check_references, implied_parties
from kyosei.facts.case_file.shown import shown
from kyosei.facts.statements import (
    Case,
    Coverage,
    Dispute,
    Heartbeat,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)

__all__ = ["read_case"]


def read_case(files: Sequence[tuple[str, bytes]]) -> Case:
    """The case that files make together: (name for messages, content) pairs, in any order of parties and lines.

    The first line that is refused by itself is reported, in the order of files and lines; if there is none, the first
    one that refers to what is not there or speaks out of place. CaseFileError, nothing else.
    """
    entries: list[tuple[Line, Record]] = []
    seen: dict[str, Line] = {}
    for file, content in files:
        for line in lines_in(file, content):
            record = read_record(line)
            earlier = seen.setdefault(record.id, line)
            if earlier is not line:
                raise line.refusal(
                    f"the id {shown(record.id)} is already that of {earlier.file}:{earlier.number};"
                    " give each line an id of its own, and declare each party once"
                )
            entries.append((line, record))
    parties = {record.id: record for _, record in entries if isinstance(record, PartyRecord)}
    parties |= {id_: party for id_, party in implied_parties(entries).items() if id_ not in parties}
    check_references(entries, parties)
    records = [record for _, record in entries]
    return Case(
        parties,
        tuple(record for record in records if isinstance(record, Statement)),
        tuple(record for record in records if isinstance(record, Coverage)),
        tuple(record for record in records if isinstance(record, Heartbeat)),
        tuple(record for record in records if isinstance(record, Withdrawal)),
        tuple(record for record in records if isinstance(record, Dispute)),
        tuple(record for record in records if isinstance(record, Resolution)),
    )
