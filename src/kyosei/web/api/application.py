"""The API as an application of its own: its routes, and what becomes of errors."""

from __future__ import annotations

from fastapi import FastAPI

from kyosei.web.portal import Portal

__all__ = ["make_api"]


def make_api(portal: Portal) -> FastAPI:
    """The API over a portal."""
    return FastAPI(title="Kyosei", version="1")
