"""Files about one duty of an organisation: the filing, filled as far as records tell, and the text of its notice."""

from __future__ import annotations

from typing import Final

from kyosei.cases.filings import acquisition_filing
from kyosei.cases.texts import notice_text
from kyosei.connectors.jps_acquisition.writing import FILE
from kyosei.notices.message import plain_text
from kyosei.web.institution.cases import look_at_cases
from kyosei.web.institution.curing import curing_of
from kyosei.web.institution.duties import names_in
from kyosei.web.institution.looking import organisation_of, own_case
from kyosei.web.pages.duty.page import notices_of
from kyosei.web.pages.page import ORGANISATIONS, Page
from kyosei.web.parties import with_names
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["FILING", "NOTICE_TEXT"]


def _filing(visit: Visit) -> Given | NotHere:
    document = own_case(visit, visit.arguments["case"])
    if document is None:
        return NotHere()
    part = look_at_cases(visit.portal, visit.signed_in, [document])[0]
    curing = curing_of(visit, part)
    if not curing.fileable and not curing.writable:
        return NotHere()
    with visit.portal.engine.connect() as connection:
        case = with_names(connection, curing.case)
    if not curing.fileable:
        text, _ = notice_text(case, curing.writable, visit.now, visit.language)
        return Given(text.encode(), "text/plain; charset=utf-8", "report.txt")
    filing = acquisition_filing(case, curing.fileable, visit.today, {})
    return Given(filing.content, "text/csv; charset=shift_jis", FILE)


def _notice(visit: Visit) -> Given | NotHere:
    document, owner = own_case(visit, visit.arguments["case"]), organisation_of(visit)
    if document is None:
        return NotHere()
    part = look_at_cases(visit.portal, visit.signed_in, [document])[0]
    notices = notices_of(visit, part, owner) if "about" in part else []
    if not notices:
        return NotHere()
    with visit.portal.engine.connect() as connection:
        names = names_in(connection, [part], owner, visit)
    text = "\n\n".join(plain_text(one, names) for one in notices)
    return Given(text.encode(), "text/plain; charset=utf-8", "notice.txt")


FILING: Final = Page("duty_files", "/duties/{case}/filing", ORGANISATIONS, None, _filing)
NOTICE_TEXT: Final = Page("duty_files", "/duties/{case}/notice", ORGANISATIONS, None, _notice)
