"""Coming back from the provider: whom it proves, and whom the operator has bound to an account, is signed in; nobody else."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.pages.sign_in_again.page import after
from kyosei.web.security.attempts import attempt_of
from kyosei.web.security.provider import ProviderError
from kyosei.web.visit import Go, NotHere, Shown, Visit
from kyosei.web.visitor import Visitor

__all__ = ["SIGN_IN_BACK"]

_LOG: Final = logging.getLogger("kyosei.web")


@dataclass(frozen=True, slots=True)
class SignInBackShown:
    """subject: what the provider calls them who have no account here; empty where it proved nobody."""

    subject: str


def _show(visit: Visit) -> Shown | Go | NotHere:
    portal = visit.portal
    if portal.provider is None or portal.accounts is None:
        return NotHere()
    attempt = attempt_of(visit.token, visit.query.get("state", ""), visit.now // 1_000_000)
    try:
        if attempt is None:
            raise ProviderError("no attempt of this browser has this state")
        proven = portal.provider.proven(attempt, visit.query, f"{portal.origin.text}{SIGN_IN_BACK.path}")
    except ProviderError as error:
        _LOG.info("nobody was signed in: %s", error)
        return Shown(SignInBackShown(""), 400)
    account = portal.accounts.of(proven.subject)
    if account is None:
        return Shown(SignInBackShown(proven.subject.id), 403)
    visitor = Visitor(account.actor, account.role, account.organisation, account.person, proven.at)
    return Go(after(attempt.grave), session=portal.sessions.begin(visitor, instead_of=visit.token))


SIGN_IN_BACK: Final = Page("sign_in_back", "/sign-in/back", EVERYBODY, SignInBackShown, _show)
