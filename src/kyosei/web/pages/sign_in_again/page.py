"""Signing in once more: for an act that weighs, whoever is there proves again who they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["AFTER", "SIGN_IN_AGAIN", "after", "again_address", "grave_asked"]

AFTER: Final[Mapping[str, str]] = {
    "show": "/show", "dispute": "/records", "resolve": "/disputes-to-answer", "company_import": "/company/import",
    "apply": "/apply", "application": "/applications", "decision": "/decisions", "sealed": "/workbench",
    "review": "/workbench", "workbench_ask": "/workbench", "workbench_check": "/workbench",
}  # fmt: skip
"""By the page that has such an act, the one on which its visitor goes on. No address that anybody sends is ever followed."""


@dataclass(frozen=True, slots=True)
class SignInAgainShown:
    """page: for whose act; empty if for none."""

    page: str


def again_address(page: Page) -> str:
    """Where it is said that one has to sign in once more, for the act of a page."""
    return f"/sign-in/again?for={page.id}"


def grave_asked(visit: Visit) -> str:
    """The page for whose act somebody signs in; empty: for none."""
    asked = visit.query.get("for", "")
    return asked if asked in AFTER else ""


def after(page: str) -> str:
    """Where one goes after signing in."""
    return AFTER.get(page, "/")


def _show(visit: Visit) -> Shown:
    return Shown(SignInAgainShown(grave_asked(visit)))


SIGN_IN_AGAIN: Final = Page("sign_in_again", "/sign-in/again", EVERYBODY, SignInAgainShown, _show)
