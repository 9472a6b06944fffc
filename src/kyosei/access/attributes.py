"""A request as the policies see it: attributes of who asks, and of what they ask for."""

from __future__ import annotations

from typing import Any, assert_never

from kyosei.access.purposes import LegalBasis, Purpose
from kyosei.access.requests import ByConsent, ByLaw, Request, Requester
from kyosei.journal.entries import ActorKind

__all__ = ["context_of", "principal_of"]


def principal_of(requester: Requester) -> dict[str, Any]:  # Any: values of Cedar (access.policy)
    """Who asks."""
    found: dict[str, Any] = {
        "id": requester.actor.id, "software": requester.actor.kind is ActorKind.SOFTWARE, "role": requester.role.value,
    }  # fmt: skip
    if requester.organisation is not None:
        prefix = requester.organisation.partition(":")[0]
        found["organisation"] = requester.organisation
        if prefix != "org":
            found["office"] = f"{prefix}:*" if prefix in ("municipality", "insurer") else requester.organisation
    return found


def context_of(request: Request, purpose: Purpose, day: int) -> dict[str, Any]:  # Any: as above
    """What they ask for, on a day (day number)."""
    basis = _declared(request, purpose)
    found: dict[str, Any] = {
        "day": day,
        "purpose": {
            "id": purpose.id, "roles": sorted(purpose.roles), "audience": sorted(purpose.audience),
            "needsCase": purpose.needs_case, "byConsent": purpose.consent is not None,
        },
        "basis": {
            "declared": basis is not None, "from": 0 if basis is None else basis.from_day,
            "until": 0 if basis is None else basis.until_day,
        },
    }  # fmt: skip
    if request.on_behalf_of is not None:
        found["onBehalfOf"] = request.on_behalf_of
    if request.case is not None:
        found["case"] = request.case
    if request.withheld_until is not None:
        found["withholding"] = {"lawful": _may_withhold(purpose, request.withheld_until, day)}
    return found


def _declared(request: Request, purpose: Purpose) -> LegalBasis | None:
    """The declared basis that a request names; a consent stands on the provision that lets the person consent."""
    match request.basis:
        case ByLaw(provision):
            return purpose.basis_of(provision)
        case ByConsent():
            return purpose.consent
        case None:
            return None
        case _:
            assert_never(request.basis)


def _may_withhold(purpose: Purpose, until_day: int, day: int) -> bool:
    law = purpose.withholding
    return law is not None and law.basis.is_in_force(day) and day < until_day <= day + law.days_max
