"""Pages, listed by hand: each a folder with its record and route, its template and its words."""

from __future__ import annotations

from typing import Final

from kyosei.web.pages.answer.page import ANSWER
from kyosei.web.pages.application.page import APPLICATION
from kyosei.web.pages.application_receipt.page import APPLICATION_RECEIPT
from kyosei.web.pages.applications.page import APPLICATIONS
from kyosei.web.pages.apply.page import APPLY
from kyosei.web.pages.audit.page import AUDIT
from kyosei.web.pages.calendar.page import CALENDAR
from kyosei.web.pages.calendar_feed.page import CALENDAR_FEED
from kyosei.web.pages.check.page import CHECK
from kyosei.web.pages.check_record.page import CHECK_RECORD
from kyosei.web.pages.checkpoint.page import CHECKPOINT_FILE
from kyosei.web.pages.company.page import COMPANY
from kyosei.web.pages.company_expiries.page import COMPANY_EXPIRIES
from kyosei.web.pages.company_files.page import COMPANY_FILES
from kyosei.web.pages.company_import.page import COMPANY_IMPORT
from kyosei.web.pages.company_leaving.page import COMPANY_LEAVING
from kyosei.web.pages.company_start.page import COMPANY_START
from kyosei.web.pages.decision.page import DECISION
from kyosei.web.pages.decision_files.page import LETTER_HTML, LETTER_PDF
from kyosei.web.pages.decisions.page import DECISIONS
from kyosei.web.pages.dispute.page import DISPUTE
from kyosei.web.pages.disputed.page import DISPUTED
from kyosei.web.pages.disputes.page import DISPUTES
from kyosei.web.pages.duty.page import DUTY
from kyosei.web.pages.duty_files.page import FILING, NOTICE_TEXT
from kyosei.web.pages.gallery.page import GALLERY
from kyosei.web.pages.hidden_address.page import HIDDEN_ADDRESS
from kyosei.web.pages.leave.page import LEAVE
from kyosei.web.pages.leaving_safely.page import LEAVING_SAFELY
from kyosei.web.pages.life.page import LIFE
from kyosei.web.pages.log_entry.page import LOG_ENTRY
from kyosei.web.pages.log_proof.page import LOG_PROOF
from kyosei.web.pages.looks.page import LOOKS
from kyosei.web.pages.notices.page import NOTICES
from kyosei.web.pages.ours.page import OURS
from kyosei.web.pages.owed.page import OWED
from kyosei.web.pages.page import Page
from kyosei.web.pages.problem.page import PROBLEM
from kyosei.web.pages.record.page import RECORD
from kyosei.web.pages.records.page import RECORDS
from kyosei.web.pages.resolve.page import RESOLVE
from kyosei.web.pages.review.page import REVIEW
from kyosei.web.pages.revoke.page import REVOKE
from kyosei.web.pages.rights.page import RIGHTS
from kyosei.web.pages.sealed.page import SEALED
from kyosei.web.pages.show.page import SHOW
from kyosei.web.pages.sign_in.page import SIGN_IN
from kyosei.web.pages.sign_in_again.page import SIGN_IN_AGAIN
from kyosei.web.pages.sign_in_back.page import SIGN_IN_BACK
from kyosei.web.pages.sign_in_begin.page import SIGN_IN_BEGIN
from kyosei.web.pages.sign_out.page import SIGN_OUT
from kyosei.web.pages.signed_out.page import SIGNED_OUT
from kyosei.web.pages.start.page import START
from kyosei.web.pages.stay.page import STAY
from kyosei.web.pages.supported.page import SUPPORTED
from kyosei.web.pages.tasks.page import TASKS
from kyosei.web.pages.way.page import WAY
from kyosei.web.pages.what_if.page import WHAT_IF
from kyosei.web.pages.why.page import WHY
from kyosei.web.pages.why_text.page import WHY_TEXT
from kyosei.web.pages.workbench.page import WORKBENCH
from kyosei.web.pages.workbench_ask.page import WORKBENCH_ASK
from kyosei.web.pages.workbench_case.page import WORKBENCH_CASE
from kyosei.web.pages.workbench_check.page import WORKBENCH_CHECK
from kyosei.web.pages.workbench_files.page import DRAFT_HTML, DRAFT_PDF, SEALED_HTML, SEALED_PDF
from kyosei.web.pages.workbench_request.page import WORKBENCH_REQUEST
from kyosei.web.pages.workbench_write.page import WORKBENCH_WRITE

__all__ = ["MENU", "PAGES", "PROBLEM"]

PAGES: Final[tuple[Page, ...]] = (
    START, SIGN_IN, SIGN_OUT, LEAVE, STAY, TASKS, CALENDAR, CALENDAR_FEED, RIGHTS, WHAT_IF, LEAVING_SAFELY,
    WAY, APPLICATIONS, APPLICATION, APPLICATION_RECEIPT, APPLY, DECISIONS, DECISION, LETTER_PDF, LETTER_HTML, LIFE,
    RECORDS, RECORD, DISPUTE, DISPUTED, WHY, WHY_TEXT, SHOW, REVOKE, HIDDEN_ADDRESS, LOOKS,
    COMPANY, COMPANY_FILES, COMPANY_IMPORT, COMPANY_START, COMPANY_EXPIRIES, COMPANY_LEAVING, OWED, DUTY, FILING, NOTICE_TEXT,
    ANSWER, DISPUTES, RESOLVE, SUPPORTED, OURS,
    WORKBENCH, WORKBENCH_CASE, WORKBENCH_WRITE, WORKBENCH_CHECK, DRAFT_PDF, DRAFT_HTML, SEALED, SEALED_PDF, SEALED_HTML,
    WORKBENCH_ASK, WORKBENCH_REQUEST, REVIEW,
    NOTICES, GALLERY, CHECK, CHECK_RECORD, AUDIT, CHECKPOINT_FILE, LOG_ENTRY, LOG_PROOF,
    SIGN_IN_BEGIN, SIGN_IN_BACK, SIGN_IN_AGAIN, SIGNED_OUT,
)  # fmt: skip
"""Every page that has an address; that of a problem has none."""

MENU: Final[tuple[Page, ...]] = tuple(page for page in PAGES if page.in_menu)
"""The pages of the menu, in its order."""
