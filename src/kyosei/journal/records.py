"""Records back from the tables, and values to them: the one place that knows how a record lies in a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from kyosei.facts.link_evidence import evidence_of
from kyosei.facts.links import Link, Unlink
from kyosei.facts.statements import (
    Coverage,
    Dispute,
    FieldValue,
    Name,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)

__all__ = [
    "coverage_of",
    "dispute_of",
    "link_of",
    "organisation_in",
    "other_person_in",
    "party_of",
    "resolution_of",
    "statement_of",
    "subject_in",
    "unlink_of",
    "withdrawal_of",
]

Row = sa.Row[Any]  # Any: the columns of a row have different types


def subject_in(about: Mapping[str, str]) -> str:
    """Whom a line is filed under: its person, else its first party; the empty string if it is about no one in particular."""
    return about.get("person") or next(iter(about.values()), "")


def other_person_in(about: Mapping[str, str]) -> str | None:
    """The second natural person of a line, such as a relative."""
    subject = subject_in(about)
    return next((id_ for id_ in about.values() if id_.startswith("person:") and id_ != subject), None)


def organisation_in(about: Mapping[str, str]) -> str | None:
    """The first organisation of a line that is filed under a person."""
    if not subject_in(about).startswith("person:"):
        return None
    return next((id_ for id_ in about.values() if not id_.startswith("person:")), None)


def statement_of(row: Row) -> Statement:
    """A row of `statements`."""
    data: Mapping[str, FieldValue] = {name: _value(value) for name, value in row.data.items()}
    return Statement(
        row.id, row.kind, row.source, row.about, row.from_day, row.until_day, data, row.stated_at, row.recorded_at,
        row.replaces, row.carried_by,
    )  # fmt: skip


def coverage_of(row: Row) -> Coverage:
    """A row of `coverages`."""
    return Coverage(
        row.id,
        row.kind,
        row.source,
        row.about,
        row.from_day,
        row.until_day,
        row.stated_at,
        row.recorded_from,
        row._mapping["count"],
    )


def withdrawal_of(row: Row) -> Withdrawal:
    """A row of `withdrawals`."""
    return Withdrawal(row.id, row.target, row.source, row.stated_at, row.recorded_at)


def dispute_of(row: Row) -> Dispute:
    """A row of `disputes`."""
    return Dispute(row.id, row.target, row.by, row.reason, row.stated_at, row.recorded_from)


def resolution_of(row: Row) -> Resolution:
    """A row of `resolutions`."""
    return Resolution(row.id, row.target, row.by, row.outcome, row.reason, row.stated_at, row.recorded_at)


def link_of(row: Row) -> Link:
    """A row of `links`."""
    return Link(
        row.id,
        row.first,
        row.second,
        row.source,
        row.decided_by,
        evidence_of(row.evidence),
        row.stated_at,
        row.recorded_at,
    )


def unlink_of(row: Row) -> Unlink:
    """A row of `unlinks`."""
    return Unlink(row.id, row.target, row.source, row.decided_by, row.reason, row.stated_at, row.recorded_at)


def party_of(row: Row) -> PartyRecord:
    """A row of `parties`."""
    names = tuple(Name(script, text) for script, text in row.names)
    return PartyRecord(row.id, row.is_person, names, tuple(row.roles), row.born)


def _value(written: object) -> Any:  # Any: one of the types of FieldValue, as the field's own reading made it
    if isinstance(written, list):
        return tuple(_value(item) for item in written)
    return written
