"""What everybody may verify without an account: the public log, past verdicts evaluated again, and how many looks there were.

Nothing on it, or on what it leads to, is about a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.journal.entered import Published, newest_published
from kyosei.signals.looks import Looks
from kyosei.terms.text import Text
from kyosei.watch.replaying import Replayed
from kyosei.web.audit import Head
from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.parties import called
from kyosei.web.visit import Go, Shown, Visit

__all__ = ["AUDIT"]

_HEADS: Final = 10
_REFERENCE_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Told:
    """Looks of a month as they may be told, with whose they are and what for in words."""

    looks: Looks
    who: str
    is_role: bool
    purpose: Text | None


@dataclass(frozen=True, slots=True)
class AuditShown:
    """head: None before anything is published. same, different, absent: of the verdicts that were replayed today. reference: that
    was asked for; replayed: what became of it, empty: there is none.
    """

    head: Head | None
    key: str
    published: Sequence[Published]
    same: int
    different: int
    absent: int
    reference: str
    replayed: str
    looks: Sequence[Told]


def _show(visit: Visit) -> Shown | Go:
    portal = visit.portal
    if (number := visit.query.get("entry", "")).isdecimal() and len(number) < 16:
        return Go(f"/audit/entries/{int(number)}")
    found = portal.audit.of_day(visit.today)
    reference = visit.query.get("reference", "").strip()[:_REFERENCE_MOST]
    replayed = portal.audit.of(reference) if reference.isalnum() and reference.isascii() else None
    looks = portal.audit.looks(visit.now)
    with portal.engine.connect() as connection:
        published = newest_published(connection, _HEADS)
        names = called(connection, {one.who for one in looks if ":" in one.who}, visit.language)
    titles = {id_: purpose.title for id_, purpose in portal.purposes.by_id.items()}
    told = [Told(one, names.get(one.who, one.who), ":" not in one.who, titles.get(one.purpose)) for one in looks]
    return Shown(
        AuditShown(
            portal.public_log.head(), portal.public_log.key, published, found.get(Replayed.SAME, 0),
            found.get(Replayed.DIFFERENT, 0), found.get(Replayed.LAW_NOT_HERE, 0), reference,
            "" if replayed is None else replayed, told,
        )
    )  # fmt: skip


AUDIT: Final = Page("audit", "/audit", EVERYBODY, AuditShown, _show)
