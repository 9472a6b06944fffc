"""Looks at one's own cases: for which purpose and on which provision, and what is shown where there is none.

An owner was told of its cases, and does what they ask. So a case that no look may show is said as well: of which norm, until when
and how it stands, and nobody whom it is about; of a question what is asked, and not for which norm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kyosei.access.purposes import AboutNorms, LegalBasis, Purpose
from kyosei.access.requests import ByLaw, Request, Role
from kyosei.cases.case import Sort, owners_part
from kyosei.cases.looking import looked_at
from kyosei.cases.showing import Document, is_about_a_person, keepers_part
from kyosei.timelines.days import legal_day
from kyosei.web.portal import Portal
from kyosei.web.visitor import Visitor

__all__ = ["look_at_cases", "request_about"]


def look_at_cases(portal: Portal, visitor: Visitor, documents: Sequence[Document]) -> list[Document]:
    """What the owner of cases sees of each: one look at each person whom they are about, by purpose and provision."""
    day = legal_day(portal.clock())
    asked = {one["id"]: request_about(portal, visitor, one, day) for one in documents if is_about_a_person(one)}
    seen = [one for one in documents if asked.get(one["id"]) is not None or not is_about_a_person(one)]

    def asking(document: Document) -> Request:
        request = asked[document["id"]]
        assert request is not None, "the others are left out above"
        return request

    shown = {one["id"]: one for one in looked_at(portal.path, portal.purposes, asking, seen).parts}
    return [shown.get(one["id"]) or _unnamed(one) for one in documents]


def _unnamed(document: Document) -> Document:
    part, need = keepers_part(owners_part(document)), document["need"]
    if need is None:
        return part
    return {**part, "norms": [], "need": {name: need[name] for name in ("kind", "from", "until")}}


def request_about(portal: Portal, visitor: Visitor, document: Document, day: int) -> Request | None:
    """The look at the person whom a case is about, on a day; None if the visitor has no purpose for it.

    The purpose answers the case's norms, or reads what a question asks for; the provision is of the same law, if one is.
    """
    if visitor.organisation is None:
        return visitor.own_request() if visitor.person == document["subject"] else None
    found = next(_purposes(portal, visitor, document, day), None)
    if found is None:
        return None
    purpose, bases = found
    norms = (portal.norms[norm] for norm in document["norms"] if norm in portal.norms)
    laws = {provision.law for norm in norms for provision in norm.latest.provisions}
    basis = next((one for one in bases if one.provision.law in laws), bases[0])
    request = visitor.request(document["subject"], purpose.id, ByLaw(basis.provision))
    return replace(request, case=document["id"]) if purpose.needs_case else request


def _purposes(
    portal: Portal, visitor: Visitor, document: Document, day: int
) -> Iterator[tuple[Purpose, list[LegalBasis]]]:
    """The visitor's purposes for a case with their provisions in force: first those that answer its norms."""
    declared = [one for one in portal.purposes.by_id.values() if _is_for(one, visitor)]
    asks = document["sort"] == Sort.QUESTION
    answering = [
        one for one in declared if isinstance(one.reads, AboutNorms) and {*document["norms"]} <= {*one.reads.norms}
    ]
    reading = [one for one in declared if asks and document["need"]["kind"] in portal.purposes.readable[one.id].kinds]
    for purpose in (*answering, *reading):
        bases = [basis for basis in purpose.bases if basis.is_in_force(day)]
        if bases:
            yield purpose, bases


def _is_for(purpose: Purpose, visitor: Visitor) -> bool:
    """Whether somebody in the visitor's role, and an officer of their office, may have a purpose at all."""
    if visitor.role not in purpose.roles:
        return False
    office = visitor.organisation or ""
    return visitor.role is not Role.OFFICER or not purpose.audience.isdisjoint(
        (office, f"{office.partition(':')[0]}:*")
    )
