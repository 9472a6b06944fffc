"""The receipt that an application is pending, as a file that anybody can verify without us."""

from __future__ import annotations

from typing import Final

import kyosei
from kyosei.applications.receipt import take_pending
from kyosei.errors import QuestionError
from kyosei.web.own.applying import office_of
from kyosei.web.pages.page import PERSONS, Page
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["APPLICATION_RECEIPT"]


def _given(visit: Visit) -> Given | NotHere:
    portal = visit.portal
    if portal.entering is None or portal.seal_with is None:
        return NotHere()
    request, program = visit.signed_in.own_request(), f"kyosei {kyosei.__version__}"
    try:
        content = take_pending(
            portal.entering.journal,
            office_of(visit),
            request,
            visit.arguments["application"],
            portal.seal_with,
            program,
        )
    except QuestionError:  # there is none, or it does not pend
        return NotHere()
    return Given(content, "application/json", "receipt.json")


APPLICATION_RECEIPT: Final = Page("application_receipt", "/applications/{application}/receipt", PERSONS, None, _given)
