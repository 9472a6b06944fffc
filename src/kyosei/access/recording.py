"""How a look is written down: an entry about each local id whose records were read, in which the others are not named.

Only where the person looks for themself does it name the id that they asked by: it is then that of who looked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

import sqlalchemy as sa

from kyosei.access.entries import AccessEntry, Place, append_entry
from kyosei.access.gathering import Permit
from kyosei.access.requests import Basis, ByConsent, ByLaw, Request
from kyosei.access.usages import CONSENT, CONSENT_BY_LINK, provision_text
from kyosei.errors import AccessRefusal

__all__ = ["Look", "log_look"]


@dataclass(frozen=True, slots=True)
class Look:
    """A look that was decided on, at an instant (microseconds), by a version of the law and one of the policies."""

    request: Request
    action: str
    decided: Permit | AccessRefusal
    now: int
    law: str
    policies: str

    def entry(self, subject: str, fields: tuple[str, ...], known: int, number: int) -> AccessEntry:
        """About one local id: what was shown of it, as known when."""
        request, requester = self.request, self.request.requester
        withheld_until, withheld_by = None, None
        if isinstance(self.decided, Permit):
            permit, decision, reason = self.decided, "permitted", self.decided.policy
            if request.withheld_until is not None and permit.purpose.withholding:
                withheld_until = request.withheld_until
                withheld_by = provision_text(permit.purpose.withholding.basis.provision)
        else:
            permit, decision, reason = None, "refused", self.decided.value
        # Who acts for the person acts for them under this id too; the id asked for is not named here.
        on_behalf_of = subject if request.on_behalf_of == request.subject else request.on_behalf_of
        return AccessEntry(
            subject, number, self.now, self.action, decision, reason,
            requester.actor.kind.value, requester.actor.id, requester.role.value, requester.organisation,
            request.purpose or None, None if request.basis is None else _basis_text(request.basis, subject, permit),
            on_behalf_of, request.case, known, fields, self.law, self.policies, withheld_until, withheld_by,
        )  # fmt: skip


def log_look(
    connection: sa.Connection,
    look: Look,
    fields: Mapping[str, tuple[str, ...]],
    known: int,
    places: Mapping[str, Place],
) -> None:
    """Writes an entry about each of these local ids at its place, in the transaction of the look itself."""
    for subject, seen in sorted(fields.items()):
        place = places[subject]
        append_entry(connection, look.entry(subject, seen, known, place.number), place)


def _basis_text(basis: Basis, subject: str, permit: Permit | None) -> str:
    match basis:
        case ByLaw(provision):
            return provision_text(provision)
        case ByConsent(consent):
            by_link = permit is not None and permit.consenting != subject
            return f"{CONSENT_BY_LINK if by_link else CONSENT}{consent}"
        case _:
            assert_never(basis)
