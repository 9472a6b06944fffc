"""What the watch told of one subject: each change of each of its verdicts, once, the newest first."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from kyosei.journal.watch_tables import transitions
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.verdict import iso_or_none

__all__ = ["changes_told"]

Document = dict[str, Any]  # Any: JSON


def changes_told(connection: sa.Connection, subject: str, offset: int, limit: int) -> tuple[list[Document], int]:
    """These changes as documents, and how many there are in all."""
    t = transitions.c
    asked = sa.select(transitions).where(t.subject == subject).order_by(t.number.desc()).offset(offset).limit(limit)
    total = connection.scalar(sa.select(sa.func.count()).where(t.subject == subject))
    return [_document(row) for row in connection.execute(asked)], int(total or 0)


def _document(row: sa.Row[Any]) -> Document:  # Any: the columns of a row have different types
    """due: by when, null where no day is. causes: why it is open. on: the day on which it was told."""
    corrected = (row.corrected_from, row.corrected_until)
    return {
        "id": row.id, "norm": row.norm, "about": json.loads(row.about), "sort": row.sort,
        "before": State(row.before).name.lower(), "state": State(row.state).name.lower(),
        "causes": list(causes_of(row.causes)), "due": iso_or_none(row.due), "on": iso_or_none(row.day),
        "corrected": None if row.corrected_from is None else [iso_or_none(day) for day in corrected],
        "position": row.position, "law": row.law,
    }  # fmt: skip
