"""Signed out here; and from here on the browser is led to the provider, to sign out there as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kyosei.web.pages.page import EVERYBODY, Page
from kyosei.web.visit import Shown, Visit

__all__ = ["SIGNED_OUT"]


@dataclass(frozen=True, slots=True)
class SignedOutShown:
    """at_provider: where one signs out of the provider; empty where it has no such place."""

    at_provider: str


def _show(visit: Visit) -> Shown:
    portal = visit.portal
    way = None if portal.provider is None else portal.provider.way_out(f"{portal.origin.text}/sign-in")
    return Shown(SignedOutShown(way or ""), onwards=way)


SIGNED_OUT: Final = Page("signed_out", "/signed-out", EVERYBODY, SignedOutShown, _show)
