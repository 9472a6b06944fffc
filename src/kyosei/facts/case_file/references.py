"""What a line says about other lines and parties: that they exist, and that it is its source's place to say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from kyosei.errors import CaseFileError, LineFault
from kyosei.facts.case_file.lines import Line
from kyosei.facts.case_file.records import Record
from kyosei.facts.case_file.shown import shown
from kyosei.facts.case_file.speakers import adverse_parties, holders_in_words, may_cover, may_dispute, may_state
from kyosei.facts.case_file.statements import KIND_BY_NAME
from kyosei.facts.case_file.values import IMPLIED
from kyosei.facts.fields import PartyField, StatementField
from kyosei.facts.statements import Coverage, Dispute, Heartbeat, PartyRecord, Resolution, Statement, Withdrawal

__all__ = [
    "Target",
    "check_reference",
    "check_references",
    "implied_parties",
    "implied_party",
    "parties_of",
    "references_of",
]

Entries = Sequence[tuple[Line, Record]]
Target = Statement | Coverage | Heartbeat | Withdrawal | Dispute | Resolution

_PARTY_FIELDS = {
    name: tuple(field.name for field in kind.fields.values() if isinstance(field, PartyField))
    for name, kind in KIND_BY_NAME.items()
}
_STATEMENT_FIELDS = {
    name: tuple(field for field in kind.fields.values() if isinstance(field, StatementField))
    for name, kind in KIND_BY_NAME.items()
}


def implied_parties(entries: Entries) -> dict[str, PartyRecord]:
    """The authorities, municipalities and insurers that lines name without declaring them."""
    found: dict[str, PartyRecord] = {}
    for _, record in entries:
        for id_ in parties_of(record):
            if id_ in found:
                continue
            if (party := implied_party(id_)) is not None:
                found[id_] = party
    return found


def implied_party(id_: str) -> PartyRecord | None:
    """The authority, municipality or insurer of an id; None for ids that need a declaration."""
    prefix = id_.partition(":")[0]
    return PartyRecord(id_, is_person=False, roles=(prefix,)) if prefix in IMPLIED else None


def check_references(entries: Entries, parties: Mapping[str, PartyRecord]) -> None:
    """Refuses the first line that refers to what is not there, or speaks out of place."""
    records = {record.id: record for _, record in entries if not isinstance(record, PartyRecord)}
    for line, record in entries:
        check_reference(line, record, records, parties)
    _check_circles(entries, records)


def check_reference(
    line: Line, record: Record, records: Mapping[str, Target], parties: Mapping[str, PartyRecord]
) -> None:
    """Refuses a line that refers to what is not among these records and parties, or speaks out of place."""
    for id_ in parties_of(record):
        if id_ not in parties:
            raise line.refusal(
                f"no line of type party declares {shown(id_)}; add one or correct the id", LineFault.UNDECLARED_PARTY
            )
    match record:
        case Statement():
            _check_statement(line, record, records, parties)
        case Coverage():
            _check_coverage(line, record, parties)
        case Withdrawal():
            _check_withdrawal(line, record, records)
        case Dispute():
            _check_dispute(line, record, records, parties)
        case Resolution():
            _check_resolution(line, record, records)
        case PartyRecord() | Heartbeat():
            pass
        case _:
            assert_never(record)


def references_of(record: Record) -> list[str]:
    """The ids of other lines that a record names."""
    match record:
        case Statement():
            named = [
                str(record.data[field.name]) for field in _STATEMENT_FIELDS[record.kind] if field.name in record.data
            ]
            return named if record.replaces is None else [*named, record.replaces]
        case Withdrawal() | Dispute() | Resolution():
            return [record.target]
        case Coverage() | Heartbeat() | PartyRecord():
            return []
        case _:
            assert_never(record)


def parties_of(record: Record) -> list[str]:
    """Every party that a record names."""
    match record:
        case Statement():
            named = [record.source, *record.about.values()]
            for field in _PARTY_FIELDS[record.kind]:
                if field in record.data:
                    named.append(str(record.data[field]))
            return named if record.carried_by is None else [*named, record.carried_by]
        case Coverage():
            return [record.source, *record.about.values()]
        case Heartbeat() | Withdrawal():
            return [record.source]
        case Dispute() | Resolution():
            return [record.by]
        case PartyRecord():
            return []
        case _:
            assert_never(record)


def _check_statement(
    line: Line, statement: Statement, records: Mapping[str, Target], parties: Mapping[str, PartyRecord]
) -> None:
    facts = KIND_BY_NAME[statement.kind].facts
    if not may_state(statement, facts, parties):
        raise line.refusal(
            f"{shown(statement.source)} can say nothing about {statement.kind} of these parties; only they themselves"
            f" and {holders_in_words(facts)} can: correct `source`, and put who brought the document in `carried_by`",
            LineFault.OUT_OF_PLACE,
        )
    if statement.replaces is not None:
        replaced = _found(line, "replaces", statement.replaces, records)
        if not isinstance(replaced, Statement):
            raise _wrong_sort(line, "replaces", replaced, "statement")
        if replaced.source != statement.source:
            raise line.refusal(
                f"`replaces` {shown(replaced.id)} is a statement of {shown(replaced.source)}, not of"
                f" {shown(statement.source)}; a source corrects its own statements, others dispute them",
                LineFault.TARGET_OF_ANOTHER,
            )
        if replaced.kind != statement.kind:
            raise line.refusal(
                f"`replaces` {shown(replaced.id)} is of kind {replaced.kind}, not {statement.kind};"
                " withdraw it instead, and state the other kind by itself",
                LineFault.WRONG_TARGET,
            )
    for field in _STATEMENT_FIELDS[statement.kind]:
        if field.name in statement.data:
            _check_statement_field(line, statement, field, records)


def _check_statement_field(
    line: Line, statement: Statement, field: StatementField, records: Mapping[str, Target]
) -> None:
    id_ = str(statement.data[field.name])
    found = records.get(id_)
    if not isinstance(found, Statement) or found.kind != field.kind:
        raise line.refusal(
            f"{statement.kind}: {field.name} is {shown(id_)}, which is no statement of {field.kind} in this input;"
            " add it, or leave the field out",
            LineFault.NO_TARGET,
        )
    if found.about != statement.about:
        raise line.refusal(
            f"{statement.kind}: {field.name} {shown(id_)} is about somebody else; correct it, or leave the field out",
            LineFault.WRONG_TARGET,
        )


def _check_coverage(line: Line, coverage: Coverage, parties: Mapping[str, PartyRecord]) -> None:
    facts = KIND_BY_NAME[coverage.kind].facts
    if not may_cover(coverage, facts, parties):
        raise line.refusal(
            f"{shown(coverage.source)} cannot cover {coverage.kind} of these parties; only {holders_in_words(facts)}"
            " can say that there is nothing more: correct `source`, or leave the coverage out",
            LineFault.OUT_OF_PLACE,
        )


def _check_withdrawal(line: Line, withdrawal: Withdrawal, records: Mapping[str, Target]) -> None:
    target = _found(line, "target", withdrawal.target, records)
    if not isinstance(target, Statement | Coverage | Dispute):
        raise _wrong_sort(line, "target", target, "statement, coverage or dispute")
    owner = target.by if isinstance(target, Dispute) else target.source
    if owner != withdrawal.source:
        raise line.refusal(
            f"`target` {shown(target.id)} is a line of {shown(owner)}, not of {shown(withdrawal.source)};"
            " only its source takes a line back, others dispute it",
            LineFault.TARGET_OF_ANOTHER,
        )


def _check_dispute(
    line: Line, dispute: Dispute, records: Mapping[str, Target], parties: Mapping[str, PartyRecord]
) -> None:
    target = _found(line, "target", dispute.target, records)
    if not isinstance(target, Statement | Coverage):
        raise _wrong_sort(line, "target", target, "statement or coverage")
    if not may_dispute(dispute, target, parties):
        raise line.refusal(
            f"{shown(dispute.by)} is no party to {shown(target.id)} and cannot dispute it; a person, an office or an"
            " organisation that the line is about can: correct `by`, or leave the dispute out",
            LineFault.OUT_OF_PLACE,
        )


def _check_resolution(line: Line, resolution: Resolution, records: Mapping[str, Target]) -> None:
    dispute = _found(line, "target", resolution.target, records)
    if not isinstance(dispute, Dispute):
        raise _wrong_sort(line, "target", dispute, "dispute")
    disputed = records.get(dispute.target)
    if not isinstance(disputed, Statement | Coverage):
        return  # the line of the dispute itself is refused
    if resolution.by in adverse_parties(dispute, disputed):
        raise line.refusal(
            f"{shown(resolution.by)} is a party to dispute {shown(dispute.id)} and cannot end it;"
            " an institution or a reviewer can: correct `by`, or let the source withdraw the line",
            LineFault.OUT_OF_PLACE,
        )


def _found(line: Line, key: str, id_: str, records: Mapping[str, Target]) -> Target:
    found = records.get(id_)
    if found is None:
        raise line.refusal(
            f"`{key}` is {shown(id_)}, which is no line of this input; add that line or correct the id",
            LineFault.NO_TARGET,
        )
    return found


def _wrong_sort(line: Line, key: str, found: Target, meant: str) -> CaseFileError:
    return line.refusal(
        f"`{key}` {shown(found.id)} is a {type(found).__name__.lower()}; name a {meant}", LineFault.WRONG_TARGET
    )


def _check_circles(entries: Entries, records: Mapping[str, Target]) -> None:
    """Refuses statements that replace each other in a circle: none of them would be left."""
    settled: set[str] = set()
    for line, record in entries:
        path: list[str] = []
        id_ = record.id if isinstance(record, Statement) else None
        while id_ is not None and id_ not in settled:
            if id_ in path:
                raise line.refusal(
                    f"`replaces` leads in a circle: {' → '.join([*path[path.index(id_) :], id_])}; correct one of them"
                )
            path.append(id_)
            replaced = records[id_]
            id_ = replaced.replaces if isinstance(replaced, Statement) else None
        settled.update(path)
