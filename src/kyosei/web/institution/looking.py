"""A look at one of an institution's own cases: for the purpose that answers its norms, and with an entry at the person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kyosei.access.purposes import AboutNorms, Purpose
from kyosei.access.requests import ByLaw, Request, Role
from kyosei.cases.book import case_documents
from kyosei.cases.case import owners_part
from kyosei.cases.showing import is_about_a_person, shown_part
from kyosei.errors import AccessRefusedError
from kyosei.web.portal import Portal
from kyosei.web.visit import Visit
from kyosei.web.visitor import Visitor

__all__ = ["Document", "case_looked_at", "organisation_of", "own_case", "purposes_for", "request_for"]

Document = Mapping[str, Any]  # Any: JSON


def organisation_of(visit: Visit) -> str:
    """For whom the visitor works."""
    organisation = visit.signed_in.organisation
    assert organisation is not None, "whoever works for an organisation has one"
    return organisation


def own_case(visit: Visit, id_: str) -> Document | None:
    """A case of the visitor's institution as it is kept, also one that is over; None if it has none with this id."""
    with visit.portal.engine.connect() as connection:
        found = case_documents(connection, owner=organisation_of(visit), closed=True)
    return next((one for one in found if one["id"] == id_), None)


def case_looked_at(visit: Visit, document: Document) -> Document | None:
    """The owner's part of a case of theirs, once the look is an entry; None if no purpose lets them see whom it is about."""
    if not is_about_a_person(document):
        return owners_part(document)
    for purpose in purposes_for(visit.portal, visit.signed_in, document["norms"]):
        request = request_for(visit, purpose, document["subject"], document["id"])
        part = None if request is None else shown_part(document, request.requester, purpose)
        if request is None or part is None:
            continue
        try:
            visit.portal.path.show_cases(request)
        except AccessRefusedError:
            continue
        return part
    return None


def purposes_for(portal: Portal, visitor: Visitor, norms: Iterable[str]) -> Iterator[Purpose]:
    """The purposes of a visitor's role and office that answer all of these norms."""
    wanted = set(norms)
    for purpose in portal.purposes.by_id.values():
        if visitor.role not in purpose.roles or not isinstance(purpose.reads, AboutNorms):
            continue
        if wanted <= set(purpose.reads.norms) and (visitor.role is not Role.OFFICER or _is_for(purpose, visitor)):
            yield purpose


def request_for(visit: Visit, purpose: Purpose, person: str, reference: str | None) -> Request | None:
    """The request for a look on a provision that permits the purpose today, with its reference; None if none does."""
    basis = next((one for one in purpose.bases if one.is_in_force(visit.today)), None)
    if basis is None:
        return None
    return visit.signed_in.request(person, purpose.id, ByLaw(basis.provision), reference)


def _is_for(purpose: Purpose, visitor: Visitor) -> bool:
    office = visitor.organisation or ""
    return bool({office, f"{office.partition(':')[0]}:*"} & purpose.audience)
