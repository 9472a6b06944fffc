"""What waits at an office, in the order of its days: the interface of an officer's list.

A row names an application by its ids and its days. `person` is for the look that shows whose it is (`ReadPath`), and is shown by
nobody without one. There is no score in it: who comes first follows from days, and from what the law names (`flags`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import sqlalchemy as sa

from kyosei.applications.filing import Filing, filing_from
from kyosei.journal.applied import waiting_at
from kyosei.norms.procedures import Procedure
from kyosei.timelines.days import NEVER, date_from_day, day_from_date

__all__ = ["Waiting", "pending"]

_NONE: Final[Mapping[str, int]] = MappingProxyType({})
Row = sa.Row[Any]  # Any: the columns of a row have different types


@dataclass(frozen=True, slots=True)
class Waiting:
    """An application that an office has not ended. Days are day numbers, None where there is none or it is not known.

    application: the id of its filing, None if it was filed on paper. statement: the office's own record of it
    (`residence.application`), None while it was not received; dossiers are drafted by this one. stay_ends: the first day
    after the period of stay; lawful_until: the first on which the stay is no longer sure, both as foreseen when it was
    filed. due: the first day after the time that the procedure normally takes. asked_until: documents were asked for until
    then, and none came. questions: how many records institutions owed when it was filed. dossier: the newest sealed one.
    card_since: it was granted on that day, and takes effect when the card is collected. flags: ids of `flags.FLAGS`.
    """

    application: str | None
    statement: str | None
    person: str
    procedure: str
    filed: int
    received: int | None
    stay_ends: int | None
    lawful_until: int | None
    due: int | None
    asked_until: int | None
    questions: int
    dossier: str | None
    card_since: int | None
    flags: tuple[str, ...]
    group: str | None

    @property
    def next_day(self) -> int:
        """The earliest day that matters here: until then it should have ended; NEVER if none is known."""
        return min((day for day in (self.lawful_until, self.due) if day is not None), default=NEVER)

    @property
    def is_with_the_person(self) -> bool:
        """Whether it waits for the person: for documents that were asked for, or until the card is collected."""
        return self.asked_until is not None or self.card_since is not None


def pending(
    connection: sa.Connection,
    office: str,
    known: int,
    procedures: Iterable[Procedure] = (),
    standard_days: Mapping[str, int] = _NONE,
) -> list[Waiting]:
    """What an office has not ended as known at an instant (microseconds): the earliest day first, on one day whom a flag names.

    procedures: with how long each normally takes. standard_days: by procedure, another number of days of this office.
    """
    usual = {one.id: one for one in procedures}
    found = [_waiting(row, usual, standard_days) for row in waiting_at(connection, office, known)]
    return sorted(
        found, key=lambda one: (one.next_day, not one.flags, one.filed, one.application or "", one.statement or "")
    )


def _due(procedure: Procedure | None, filed: int, days: int | None) -> int | None:
    """The first day after so many days, or after what the procedure normally takes."""
    if days is None and procedure is not None:
        days = procedure.usual_days(date_from_day(filed))
    return None if days is None else filed + days + 1


def _waiting(row: Row, procedures: Mapping[str, Procedure], standard_days: Mapping[str, int]) -> Waiting:
    filing: Filing | None = None if row.filing is None else filing_from(row.filing)
    filed = row.received if filing is None else day_from_date(row.filed)
    due = _due(procedures.get(row.procedure), filed, standard_days.get(row.procedure))
    meanwhile = None if filing is None else filing.meanwhile
    return Waiting(
        row.application, row.statement, row.person, row.procedure, filed, row.received,
        None if meanwhile is None else meanwhile.stay_ends, None if meanwhile is None else meanwhile.lawful_until,
        due, row.asked, 0 if filing is None else len(filing.questions), row.dossier,
        row.granted_on, () if filing is None else filing.flags, None if filing is None else filing.group,
    )  # fmt: skip
