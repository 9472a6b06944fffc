"""Beginning to sign in: the browser goes to the provider. It is a link and no form, as it changes nothing here."""

from __future__ import annotations

import logging
from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.pages.sign_in_again.page import grave_asked
from kyosei.web.pages.sign_in_back.page import SIGN_IN_BACK
from kyosei.web.security.attempts import new_attempt
from kyosei.web.security.provider import ProviderError
from kyosei.web.visit import Go, NotHere, Visit

__all__ = ["SIGN_IN_BEGIN"]

_LOG: Final = logging.getLogger("kyosei.web")


def _show(visit: Visit) -> Go | NotHere:
    portal = visit.portal
    if portal.provider is None:
        return NotHere()
    attempt = new_attempt(visit.token, visit.now // 1_000_000, grave_asked(visit))
    try:
        return Go(portal.provider.way_in(attempt, f"{portal.origin.text}{SIGN_IN_BACK.path}"), session=visit.token)
    except ProviderError as error:
        _LOG.warning("nobody can sign in: %s", error)
        return Go(SIGN_IN_BACK.path)


SIGN_IN_BEGIN: Final = Page("sign_in_begin", "/sign-in/begin", EVERYBODY, None, _show)
