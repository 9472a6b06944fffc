"""Lines about a kind: statements and coverages, checked against the declaration of the kind."""

from __future__ import annotations

from collections.abc import Mapping

from kyosei.facts.case_file.lines import Line
from kyosei.facts.case_file.shown import nearest, shown
from kyosei.facts.case_file.values import (
    day,
    identifier,
    instants,
    optional_day,
    optional_identifier,
    party,
    party_id,
    required,
)
from kyosei.facts.fields import PartyField
from kyosei.facts.kinds import Kind, Span
from kyosei.facts.legal_periods import is_legal_period, legal_periods
from kyosei.facts.statements import Coverage, FieldValue, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.timelines.days import NEVER

__all__ = ["KIND_BY_NAME", "PARTY_SORTS", "read_coverage", "read_statement"]

KIND_BY_NAME: Mapping[str, type[Kind]] = {kind.facts.name: kind for kind in KINDS}
PARTY_SORTS: Mapping[str, str] = {
    "person": "person",
    "other": "person",
    "recipient": "either",
    "holder": "either",
    "payee": "either",
    "landlord": "either",
}
"""Who may fill a role of a kind: a person, or either; an organisation in all roles that are not listed."""

_PERIODS_OF = {"residence.status": "status", "residence.decision": "granted_status"}


def read_statement(line: Line) -> Statement:
    """The statement that a line makes."""
    id_ = identifier(line, "id")
    kind = _kind(line)
    source = party(line, "source")
    about = _about(line, kind)
    for role in kind.facts.roles:
        if not role.optional and role.name not in about:
            raise line.refusal(f"{kind.facts.name} is about nobody as `{role.name}`; add it to `about`")
    from_day, until_day = _days(line, kind)
    data = _data(line, kind)
    return Statement(
        id_, kind.facts.name, source, about, from_day, until_day, data, *instants(line),
        optional_identifier(line, "replaces"),
        party(line, "carried_by") if "carried_by" in line.content else None,
    )  # fmt: skip


def read_coverage(line: Line) -> Coverage:
    """The coverage that a line makes."""
    id_ = identifier(line, "id")
    kind = _kind(line)
    source = party(line, "source")
    about = _about(line, kind)
    from_day, until_day = _period(line)
    count = line.content.get("count")
    if count is not None and (isinstance(count, bool) or not isinstance(count, int) or count < 0):
        raise line.refusal(
            f"`count` is {shown(count)}; write how many statements there are, 0 or more, or leave it out"
        )
    return Coverage(id_, kind.facts.name, source, about, from_day, until_day, *instants(line), count)


def _kind(line: Line) -> type[Kind]:
    name = required(line, "kind")
    kind = KIND_BY_NAME.get(name) if isinstance(name, str) else None
    if kind is None:
        close = nearest(str(name), KIND_BY_NAME)
        hint = close if close.startswith("did") else "`kyosei vocabulary` lists the kinds"
        raise line.refusal(f"unknown kind {shown(name)}; {hint}")
    return kind


def _about(line: Line, kind: type[Kind]) -> dict[str, str]:
    written = required(line, "about")
    if not isinstance(written, dict):
        raise line.refusal(f'`about` is {shown(written)}; write the parties such as {{"person": "person:hoa"}}')
    names = [role.name for role in kind.facts.roles]
    about: dict[str, str] = {}
    for role, value in written.items():
        if role not in names:
            raise line.refusal(f"{kind.facts.name} has no party {shown(role)}; {nearest(role, names)}")
        if value is None:
            continue
        id_ = party_id(line, f"the {role}", value)
        sort = PARTY_SORTS.get(role, "organisation")
        if sort != "either" and (sort == "person") != id_.startswith("person:"):
            meant = "a person: write an id that begins with person:" if sort == "person" else "no natural person"
            raise line.refusal(f"the {role} of {kind.facts.name} is {shown(id_)}, but must be {meant}")
        about[role] = id_
    return about


def _days(line: Line, kind: type[Kind]) -> tuple[int, int]:
    if kind.facts.span is Span.EVENT:
        for key in ("from", "until"):
            if key in line.content:
                raise line.refusal(f"{kind.facts.name} is an event and has `{key}`; write the day as `on` instead")
        on = day(line, "on")
        return on, on + 1
    if "on" in line.content:
        raise line.refusal(f"{kind.facts.name} holds over a period and has `on`; write `from` and `until` instead")
    return _period(line)


def _period(line: Line) -> tuple[int, int]:
    from_day = day(line, "from")
    until_day = optional_day(line, "until")
    if until_day is None:
        return from_day, NEVER
    if until_day <= from_day:
        raise line.refusal(
            f"`until` {line.content['until']} is not after `from` {line.content['from']};"
            " `until` is the first day outside: correct one of them"
        )
    return from_day, until_day


def _data(line: Line, kind: type[Kind]) -> dict[str, FieldValue]:
    written = line.content.get("data", {})
    if not isinstance(written, dict):
        raise line.refusal(f"`data` is {shown(written)}; write an object with the fields of {kind.facts.name}")
    data: dict[str, FieldValue] = {}
    for name, value in written.items():
        field = kind.fields.get(name)
        if field is None:
            raise line.refusal(f"{kind.facts.name} has no field {shown(name)}; {nearest(name, kind.fields)}")
        if value is None:
            continue
        try:
            data[name] = field.read(value)
        except ValueError as error:
            raise line.refusal(f"{kind.facts.name}: {name} is {shown(value)}; it {error}") from error
        if isinstance(field, PartyField) and party_id(line, name, value).startswith("person:"):
            raise line.refusal(f"{kind.facts.name}: {name} is {shown(value)}; it must be no natural person")
    _check_granted_period(line, kind, data)
    return data


def _check_granted_period(line: Line, kind: type[Kind], data: Mapping[str, FieldValue]) -> None:
    status_field = _PERIODS_OF.get(kind.facts.name)
    if status_field is None:
        return
    status, period = data.get(status_field), data.get("granted_period")
    if isinstance(status, str) and isinstance(period, str) and not is_legal_period(status, period):
        raise line.refusal(
            f"{kind.facts.name}: granted_period is '{period}', which {status} never had;"
            f" its periods are {legal_periods(status)}: correct it or leave it out"
        )
