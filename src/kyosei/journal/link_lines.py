"""How links and their ends are written as entries, and back: what `kyosei.facts.links` declares, in the journal's lines."""

from __future__ import annotations

from kyosei.errors import IdentityError
from kyosei.facts.case_file import Line
from kyosei.facts.case_file.shown import shown
from kyosei.facts.case_file.values import identifier, instants, optional_identifier, party, party_id, required, text
from kyosei.facts.case_file.writing import said_line
from kyosei.facts.link_evidence import evidence_of, written_evidence
from kyosei.facts.links import Link, Unlink
from kyosei.facts.statements import Dispute, Resolution
from kyosei.timelines.days import JAPAN, instant_from_microseconds

__all__ = ["link_line", "read_link", "read_unlink"]


def read_link(line: Line) -> Link:
    """The link that a line states, its persons in the order of their ids. CaseFileError if it is none that may be."""
    left, right = _persons(line)
    try:
        return Link(
            identifier(line, "id"), left, right, party(line, "source"), optional_identifier(line, "decided_by"),
            evidence_of(required(line, "evidence")), *instants(line),
        )  # fmt: skip
    except IdentityError as error:
        raise line.refusal(str(error)) from error


def read_unlink(line: Line) -> Unlink:
    """The end of a link that a line states."""
    try:
        return Unlink(
            identifier(line, "id"), identifier(line, "target"), party(line, "source"), identifier(line, "decided_by"),
            text(line, "reason"), *instants(line),
        )  # fmt: skip
    except IdentityError as error:
        raise line.refusal(str(error)) from error


def link_line(entry: Link | Unlink | Dispute | Resolution) -> dict[str, object]:
    """The payload of the entry that states a link, its end, or a dispute of it; when it is recorded is for the journal."""
    if isinstance(entry, Dispute | Resolution):
        return {key: value for key, value in said_line(entry).items() if key != "recorded_at"}
    stated_at = instant_from_microseconds(entry.stated_at).astimezone(JAPAN).isoformat()
    said: dict[str, object] = {"id": entry.id, "source": entry.source, "stated_at": stated_at}
    if entry.decided_by is not None:
        said["decided_by"] = entry.decided_by
    if isinstance(entry, Unlink):
        return {"type": "unlink", **said, "target": entry.target, "reason": entry.reason}
    return {"type": "link", **said, "persons": list(entry.pair), "evidence": written_evidence(entry.evidence)}


def _persons(line: Line) -> tuple[str, str]:
    written = required(line, "persons")
    if not isinstance(written, list) or len(written) != 2:
        raise line.refusal(f"`persons` is {shown(written)}; write the ids of two records of persons")
    first, second = sorted(party_id(line, "a person of a link", id_) for id_ in written)
    return first, second
