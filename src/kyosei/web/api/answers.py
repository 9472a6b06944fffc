"""Answers of the API: JSON with a weak ETag, so that who has the same answer already is told so (RFC 9110 section 8.8.3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

__all__ = ["LIMIT_MAX", "answered", "next_query", "page_of"]

LIMIT_MAX: Final = 200
"""How many of a list are given at once."""
_OF_THIS_LOOK: Final = ("entry", "known", "next")
"""What is different each time, whatever is answered: the number of the look itself, its instant, and what is pinned to that."""


def answered(request: Request, document: Mapping[str, Any]) -> Response:  # Any: JSON
    """The document; 304 without it if the caller has the same already. The look is on record either way."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    lasting = {name: value for name, value in document.items() if name not in _OF_THIS_LOOK}
    digest = hashlib.sha256(json.dumps(lasting, sort_keys=True).encode()).hexdigest()[:32]
    headers = {"etag": f'W/"{digest}"', "cache-control": "private, no-cache", "vary": "authorization, cookie"}
    asked = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    if {headers["etag"], headers["etag"].removeprefix("W/"), "*"} & set(asked):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def page_of(request: Request, total: int, offset: int, limit: int, **pinned: str | None) -> dict[str, Any]:  # Any: JSON
    """How a list is told in pieces: how many there are, and by which query the next ones are asked; null: these are the last.

    pinned: what that query says beside, such as as known when, so that all pages are of one list; None: it is not said.
    """
    after = offset + limit if offset + limit < total else None
    following = None if after is None else next_query(request, offset=str(after), **pinned)
    return {"total": total, "offset": offset, "next_offset": after, "next": following}


def next_query(request: Request, **said: str | None) -> str:
    """The query of a request with something else in it, to be put behind the same path."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name not in said]
    return "?" + urlencode([*asked, *((name, value) for name, value in said.items() if value is not None)])
