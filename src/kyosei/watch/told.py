"""What the watch told of one subject: each change of each of its verdicts, once, the newest first, or on from one of them."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.journal.watch_tables import transitions
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.verdict import iso_or_none

__all__ = ["changes_told"]

Document = dict[str, Any]  # Any: JSON


def changes_told(
    connection: sa.Connection, subject: str, offset: int, limit: int, after: str | None = None
) -> tuple[list[Document], int]:
    """These changes as documents, and how many there are in all. after: only those told after the one with this id, the oldest
    first. QuestionError if none about the subject has it.
    """
    t = transitions.c
    about, order = [t.subject == subject], t.number.desc()
    if after is not None:
        number = connection.scalar(sa.select(t.number).where(t.subject == subject, t.id == after))
        if number is None:
            raise QuestionError("no change that was told of this person has the id `after`; ask without it")
        about, order = [*about, t.number > number], t.number.asc()
    total = connection.scalar(sa.select(sa.func.count()).where(*about))
    asked = sa.select(transitions).where(*about).order_by(order).offset(offset).limit(limit)
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
