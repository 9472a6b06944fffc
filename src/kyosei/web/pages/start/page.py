"""Leads to the first page of whoever is signed in."""

from __future__ import annotations

from typing import Final

from kyosei.access.requests import Role
from kyosei.web.pages.page import EVERYBODY, PERSONS, Page
from kyosei.web.visit import Go, Visit

__all__ = ["START", "first_page"]


def first_page(visit: Visit) -> str:
    """Where a visitor begins."""
    if visit.visitor is None:
        return "/sign-in"
    if visit.visitor.role in PERSONS:
        return "/stay"
    return "/company" if visit.visitor.role is Role.EMPLOYER else "/owed"


def _show(visit: Visit) -> Go:
    return Go(first_page(visit))


START: Final = Page("start", "/", EVERYBODY, None, _show)
