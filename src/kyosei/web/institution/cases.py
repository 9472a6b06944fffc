"""Looks at one's own cases: for which purpose and on which provision, and what is shown where there is none.

An owner was told of its cases, and does what they ask. So a case that no look may show is said as well: of which norm, until when
and how it stands, and nobody whom it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kyosei.access.requests import ByLaw, Request
from kyosei.cases.case import owners_part
from kyosei.cases.looking import looked_at
from kyosei.cases.showing import Document, is_about_a_person, keepers_part
from kyosei.timelines.days import legal_day
from kyosei.web.institution.looking import purposes_for
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
    asked = None if need is None else {name: need[name] for name in ("kind", "from", "until")}
    return {**part, "need": asked}


def request_about(portal: Portal, visitor: Visitor, document: Document, day: int) -> Request | None:
    """The look at the person whom a case is about, on a day; None if the visitor has no purpose that answers its norms.

    The provision is of the same law as the norms, if the purpose has one such that is in force.
    """
    if visitor.organisation is None:
        return visitor.own_request() if visitor.person == document["subject"] else None
    norms = (portal.norms[norm] for norm in document["norms"] if norm in portal.norms)
    laws = {provision.law for norm in norms for provision in norm.latest.provisions}
    for purpose in purposes_for(portal, visitor, document["norms"]):
        bases = [basis for basis in purpose.bases if basis.is_in_force(day)]
        if bases:
            basis = next((one for one in bases if one.provision.law in laws), bases[0])
            request = visitor.request(document["subject"], purpose.id, ByLaw(basis.provision))
            return replace(request, case=document["id"]) if purpose.needs_case else request
    return None
