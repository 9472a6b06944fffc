"""The proof that an entry is in the public log, to be verified offline."""

from __future__ import annotations

from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Given, NotHere, Visit

__all__ = ["LOG_PROOF"]

_DIGITS_MOST: Final = 15


def _show(visit: Visit) -> Given | NotHere:
    number = visit.arguments["number"]
    if not (number.isascii() and number.isdecimal() and len(number) <= _DIGITS_MOST):
        return NotHere()
    proof = visit.portal.public_log.proof(int(number))
    if proof is None:
        return NotHere()
    return Given(proof, "text/plain", f"entry-{int(number)}.tlog-proof")


LOG_PROOF: Final = Page("log_proof", "/audit/entries/{number}/proof", EVERYBODY, None, _show)
