"""One line as a record: a party, heartbeat, withdrawal, dispute or resolution, or what `statements` reads."""

from __future__ import annotations

import re

from kyosei.facts.case_file.lines import Line
from kyosei.facts.case_file.shown import nearest, shown
from kyosei.facts.case_file.statements import read_coverage, read_statement
from kyosei.facts.case_file.values import (
    IMPLIED,
    identifier,
    instants,
    known_keys,
    optional_day,
    party,
    printable,
    required,
    text,
)
from kyosei.facts.statements import (
    Coverage,
    Dispute,
    Heartbeat,
    Name,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)

__all__ = ["KEYS", "ROLES", "Record", "read_record"]

Record = PartyRecord | Statement | Coverage | Heartbeat | Withdrawal | Dispute | Resolution

ROLES = (
    "employer", "host", "school", "supporter", "supervising_body", "bank", "landlord", "insurer", "municipality",
    "authority",
)  # fmt: skip
"""The roles of organisations."""

_WHEN = ("stated_at", "recorded_at")
KEYS = {
    "party": ("type", "id", "party", "roles", "names", "born"),
    "statement": (
        "type", "id", "kind", "source", "about", "from", "until", "on", "data", *_WHEN, "replaces", "carried_by",
    ),
    "coverage": ("type", "id", "kind", "source", "about", "from", "until", "count", *_WHEN),
    "heartbeat": ("type", "id", "source", *_WHEN),
    "withdrawal": ("type", "id", "target", "source", *_WHEN),
    "dispute": ("type", "id", "target", "by", "reason", *_WHEN),
    "resolution": ("type", "id", "target", "by", "outcome", "reason", *_WHEN),
}  # fmt: skip
"""The types of lines, and the keys of each."""

_SCRIPT = re.compile(r"[A-Z][a-z]{3}")
_NAME_LONGEST = 300


def read_record(line: Line) -> Record:
    """The record that a line makes, as far as the line alone can tell; CaseFileError if it makes none."""
    type_ = line.content.get("type")
    if not isinstance(type_, str) or type_ not in KEYS:
        what = "the line has no `type`" if type_ is None else f"unknown type {shown(type_)}"
        raise line.refusal(f"{what}; {nearest(str(type_), KEYS)}")
    known_keys(line, KEYS[type_])
    match type_:
        case "party":
            return _party(line)
        case "statement":
            return read_statement(line)
        case "coverage":
            return read_coverage(line)
        case "heartbeat":
            return Heartbeat(identifier(line, "id"), party(line, "source"), *instants(line))
        case "withdrawal":
            return Withdrawal(
                identifier(line, "id"), identifier(line, "target"), party(line, "source"), *instants(line)
            )
        case "dispute":
            return Dispute(
                identifier(line, "id"), identifier(line, "target"), party(line, "by"), text(line, "reason"),
                *instants(line),
            )  # fmt: skip
        case _:  # KEYS has no other
            return _resolution(line)


def _resolution(line: Line) -> Resolution:
    outcome = required(line, "outcome")
    if outcome not in ("kept", "corrected"):
        raise line.refusal(f"`outcome` is {shown(outcome)}; write kept or corrected")
    return Resolution(
        identifier(line, "id"), identifier(line, "target"), party(line, "by"),
        outcome,
        text(line, "reason"), *instants(line),
    )  # fmt: skip


def _party(line: Line) -> PartyRecord:
    id_ = party(line, "id")
    prefix = id_.partition(":")[0]
    what = required(line, "party")
    if what not in ("person", "organisation"):
        raise line.refusal(f"`party` is {shown(what)}; write person or organisation")
    is_person = what == "person"
    if is_person != (prefix == "person"):
        raise line.refusal(
            f"{shown(id_)} is declared as {what}; ids of persons begin with person:, those of organisations with org:"
        )
    born = optional_day(line, "born")
    if born is not None and not is_person:
        raise line.refusal(f"the organisation {shown(id_)} has `born`; remove it, only persons are born")
    roles = _roles(line, is_person)
    implied = (prefix,) if prefix in IMPLIED and prefix not in roles else ()
    return PartyRecord(id_, is_person, _names(line), roles + implied, born)


def _roles(line: Line, is_person: bool) -> tuple[str, ...]:
    roles = line.content.get("roles", [])
    if not isinstance(roles, list):
        raise line.refusal(f"`roles` is {shown(roles)}; write a list of {', '.join(ROLES)}")
    if roles and is_person:
        raise line.refusal("a person has `roles`; remove them, only organisations have roles")
    for role in roles:
        if role not in ROLES:
            raise line.refusal(f"unknown role {shown(role)}; {nearest(str(role), ROLES)}")
    return tuple(roles)


def _names(line: Line) -> tuple[Name, ...]:
    names = line.content.get("names", [])
    if not isinstance(names, list):
        raise line.refusal(f"`names` is {shown(names)}; {_NAME_SHAPE}")
    return tuple(_name(line, name) for name in names)


_NAME_SHAPE = 'write a list such as [{"script": "Latn", "text": "NGUYEN THI HOA"}]'


def _name(line: Line, name: object) -> Name:
    if not isinstance(name, dict) or set(name) != {"script", "text"}:
        raise line.refusal(f"a name is {shown(name)} without just `script` and `text`; {_NAME_SHAPE}")
    script, written = name["script"], name["text"]
    if not isinstance(script, str) or not _SCRIPT.fullmatch(script):
        raise line.refusal(
            f"the script of a name is {shown(script)}; write one of ISO 15924 such as Latn, Jpan, Hang or Mymr"
        )
    if not isinstance(written, str) or not 0 < len(written) <= _NAME_LONGEST or not printable(written):
        raise line.refusal(
            f"the text of a name is {shown(written)}; write 1 to {_NAME_LONGEST} characters, none of control"
        )
    return Name(script, written)
