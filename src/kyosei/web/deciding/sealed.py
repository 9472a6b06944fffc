"""A sealed dossier as an officer of its office sees it: one look, with what may be done about it now."""

from __future__ import annotations

from dataclasses import dataclass

from kyosei.decisions.sealed import Sealed, sealed_dossier
from kyosei.journal.decided import Stage, stage_of_dossier
from kyosei.norms.procedures import Procedure, find_procedure
from kyosei.web.deciding.desk import decides_here, request_about
from kyosei.web.institution.looking import organisation_of
from kyosei.web.visit import Visit

__all__ = ["SealedHere", "looked_at_sealed"]


@dataclass(frozen=True, slots=True)
class SealedHere:
    """may_read: whether it is for the visitor to concur or to send it back. may_tell: whether the person can be told."""

    sealed: Sealed
    procedure: Procedure
    stage: Stage
    may_read: bool

    @property
    def may_tell(self) -> bool:
        stage = self.stage
        return not stage.told and not stage.returned and (stage.concurred or not stage.adverse)


def looked_at_sealed(visit: Visit) -> SealedHere | None:
    """The dossier that the address names, in one look for the purpose of its procedure; None if the visitor's office has none."""
    if not decides_here(visit):
        return None
    address = visit.arguments["address"]
    with visit.portal.engine.connect() as connection:
        stage = stage_of_dossier(connection, organisation_of(visit), address)
    if stage is None:
        return None
    procedure = find_procedure(visit.portal.procedures, stage.procedure)
    request = request_about(visit, procedure, stage.person, stage.application)
    sealed = sealed_dossier(visit.portal.path, request, address)
    waits = stage.adverse and not (stage.concurred or stage.returned or stage.told)
    return SealedHere(sealed, procedure, stage, waits and stage.author != visit.signed_in.actor)
