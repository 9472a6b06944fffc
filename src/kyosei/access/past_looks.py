"""Looks that were permitted, as requests that can be decided again: whoever looked is told only what they may still read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from kyosei.access.entries import AccessEntry, entries_permitted
from kyosei.access.requests import Basis, ByConsent, ByLaw, Request, Requester, Role
from kyosei.access.usages import CONSENT, CONSENT_BY_LINK, provision_of
from kyosei.journal.entries import Actor, ActorKind

__all__ = ["PastLook", "looks_before"]


@dataclass(frozen=True, slots=True)
class PastLook:
    """A permitted look at a person's records, by its entry. alone: there is no other local id by which they can have asked."""

    entry: AccessEntry
    alone: bool

    @property
    def recipient(self) -> str:
        """Who is told, if something is: the organisation for which somebody looked, or whoever looked for themself."""
        return self.entry.organisation or self.entry.actor

    @property
    def is_the_person(self) -> bool:
        """Whether it was a person at their own records."""
        return self.entry.role == Role.PERSON

    def request(self, today: int) -> Request:
        """The same request as of now. What the person may not see yet, they do not see before its day."""
        entry = self.entry
        actor = Actor(ActorKind(entry.actor_kind), entry.actor)
        withheld = entry.withheld_until is not None and entry.withheld_until > today
        return Request(
            Requester(actor, Role(entry.role), entry.organisation), entry.subject, entry.purpose, _basis(entry.basis),
            entry.on_behalf_of, entry.case, withheld_until=entry.withheld_until if withheld else None,
        )  # fmt: skip


def looks_before(
    connection: sa.Connection, members: Collection[str], before: int, actions: Collection[str]
) -> list[AccessEntry]:  # fmt: skip
    """The permitted looks of these actions at these local ids of one person before an instant (microseconds), the oldest first;
    one that read several of them once.
    """
    found: dict[tuple[object, ...], AccessEntry] = {}
    for entry in entries_permitted(connection, members, before, actions):
        found.setdefault((entry.logtime, entry.actor, entry.role, entry.organisation, entry.purpose, entry.case), entry)
    return list(found.values())


def _basis(written: str | None) -> Basis | None:
    if written is None:
        return None
    for prefix in (CONSENT_BY_LINK, CONSENT):
        if written.startswith(prefix):
            return ByConsent(written.removeprefix(prefix))
    return ByLaw(provision_of(written))
