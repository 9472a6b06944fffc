"""One record: what it says, who said it and when, how it is linked to the person, and which norms use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.links import ShownLink
from kyosei.facts.statements import Case, Coverage, Dispute, Statement
from kyosei.timelines.days import NEVER
from kyosei.verdicts.verdict import Verdict
from kyosei.web.own.looking import Own, look_at_own
from kyosei.web.own.mandated import DISPUTING, may
from kyosei.web.own.records import Field, fields_of, is_event
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import NotHere, Shown, Visit

__all__ = ["RECORD"]


@dataclass(frozen=True, slots=True)
class RecordShown:
    """links: those that join the person's local ids. used: the norms that read its kind and answer something today. answers: what
    its source has told of this kind altogether.
    """

    case: Case
    person: str
    record: Statement
    is_event: bool
    fields: Sequence[Field]
    others: Sequence[tuple[str, str]]
    local_ids: Sequence[str]
    links: Sequence[ShownLink]
    used: Sequence[Verdict]
    answers: Sequence[Coverage]
    disputes: Sequence[Dispute]
    never: int
    may_dispute: bool


def _show(visit: Visit) -> Shown | NotHere:
    own = look_at_own(visit)
    found = next((one for one in own.standing.statements if one.id == visit.arguments["record"]), None)
    if found is None or own.person not in found.about.values():
        return NotHere()
    links = visit.portal.path.links(visit.signed_in.own_request())
    return Shown(
        RecordShown(
            own.case, own.person, found, is_event(found), tuple(fields_of(found)),
            tuple((role, id_) for role, id_ in found.about.items() if id_ != own.person), links.local_ids, links.links,
            tuple(_used(own, found)), tuple(one for one in own.standing.coverages if one.kind == found.kind
                                            and one.source == found.source),
            tuple(one for one in own.standing.disputes if one.target == found.id), NEVER,
            visit.portal.entering is not None and may(visit, DISPUTING),
        )
    )  # fmt: skip


def _used(own: Own, record: Statement) -> list[Verdict]:
    """The norms that read such records, each once, where they speak about the same parties."""
    readers = set(own.visit.portal.readers.get(record.kind, ()))
    parties = set(record.about.values())
    found: dict[str, Verdict] = {}
    for verdict in own.verdicts:
        if verdict.norm in readers and set(verdict.about.values()) <= parties | {own.person}:
            found.setdefault(verdict.norm, verdict)
    return list(found.values())


RECORD: Final = Page("record", "/records/{record}", PERSONS, RecordShown, _show)
