"""How a case of an organisation is cured: one look at the records behind it, and what its duties ask for on them.

It is computed on what institutions say, so that nothing on the page tells whether the person says or disputes anything (P15).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kyosei.access.fields import readable_by
from kyosei.cases.book import case_documents
from kyosei.cases.curing import TO_CURE, Cure, as_institutions_say, cure_of
from kyosei.cases.filings import ACQUISITIONS
from kyosei.cases.showing import Document
from kyosei.cases.texts import HAPPENED, TEXTS
from kyosei.errors import AccessRefusedError
from kyosei.facts.statements import Case
from kyosei.verdicts.check import check
from kyosei.verdicts.verdict import Verdict
from kyosei.web.institution.cases import request_about
from kyosei.web.institution.duties import day_in
from kyosei.web.visit import Visit

__all__ = ["Curing", "curing_of"]


@dataclass(frozen=True, slots=True)
class Curing:
    """case: what the look shows, as institutions say it. cures: of the duties of the case, in its order."""

    case: Case
    cures: Sequence[Cure]

    @property
    def fileable(self) -> tuple[Verdict, ...]:
        """The duties that the acquisition notice meets: those of one norm, as one notice meets them all."""
        found = [one.verdict for one in self.cures if one.verdict.norm in ACQUISITIONS and one.verdict.arose >= 0]
        return tuple(one for one in found if one.norm == found[0].norm)

    @property
    def writable(self) -> tuple[Verdict, ...]:
        """The duties whose filing is a text: those of one norm."""
        found = [one.verdict for one in self.cures if one.verdict.norm in TEXTS and one.verdict.state in HAPPENED]
        return tuple(one for one in found if one.norm == found[0].norm)


def curing_of(visit: Visit, document: Document) -> Curing:
    """How the duties of a case are cured, as its owner sees it; none where no look shows the records."""
    nothing = Curing(Case({}), ())
    if not document.get("items"):
        return nothing
    request = request_about(visit.portal, visit.signed_in, document, visit.today)
    if request is None:
        return nothing
    try:
        told = _told_of(visit, document)
        shown = visit.portal.path.evaluate_told(
            replace(request, case=document["id"], known=visit.now), readable_by(visit.portal.loaded.law, told)
        )
    except AccessRefusedError:
        return nothing
    person, case = request.subject, as_institutions_say(shown.case)
    if shown.known is None or person not in case.parties:
        return nothing
    loaded, known = visit.portal.loaded, shown.known
    verdicts = check(
        loaded, case, on=visit.today, known=known, norms=document["norms"], about=[person], subjects=[person]
    )
    items = {(one["norm"], one["about"], day_in(one["instance"])) for one in document["items"]}
    return Curing(case, [
        cure_of(
            loaded, case, one, on=visit.today, known=known, subjects=[person],
            answers=told.__contains__,
        )
        for one in verdicts if one.state in TO_CURE and _item(one) in items
    ])  # fmt: skip


def _told_of(visit: Visit, document: Document) -> frozenset[str]:
    """The norms of what the owner has to do about the person of a case: no more is read than what stands behind these."""
    with visit.portal.engine.connect() as connection:
        own = case_documents(connection, owner=visit.signed_in.organisation or "")
    about = (one for one in own if one["subject"] == document["subject"] and one["sort"] == document["sort"])
    asked = [one for one in (document, *about) if request_about(visit.portal, visit.signed_in, one, visit.today)]
    return frozenset(norm for one in asked for norm in one["norms"] if norm in visit.portal.norms)


def _item(verdict: Verdict) -> tuple[str, str, int]:
    about = json.dumps(dict(verdict.about), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return verdict.norm, about, verdict.key
