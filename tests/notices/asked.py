"""Requests for notices as tests make them."""

from __future__ import annotations

from datetime import date
from typing import Any

from kyosei.norms.declare import Norm, bearer_among
from kyosei.notices.asking import Asked, Audience, Corrected, NoticeRequest, Occasion
from kyosei.notices.composing import recipient_role
from kyosei.timelines.days import day_from_date

__all__ = ["DAY", "NOON", "SECOND", "about_of", "asked", "asked_about"]

DAY = day_from_date(date(2026, 11, 20))
SECOND = 1_000_000
NOON = 1_795_143_600 * SECOND
"""12:00 of that day in Japan."""


def about_of(norm: Norm) -> dict[str, str]:
    """A party for each role of a norm; the person is one, every other an organisation."""
    return {role: f"{'person' if role == 'person' else 'org'}:{role}" for role in norm.scope.parties}


def asked_about(norm: Norm, audience: Audience, occasion: Occasion, language: str = "en", **more: Any) -> NoticeRequest:
    """A request to whoever has the audience's role in a norm. Any: whatever a request has."""
    about = about_of(norm)
    role = recipient_role(norm, audience)
    recipient = bearer_among(role, about) or "authority:pension-service"
    given: dict[str, Any] = {"event": "event-1", "due": DAY + 7} | more
    if audience is Audience.SOURCE:
        given.setdefault("asked", (Asked("pension.enrolment", DAY - 30),))
    if audience is Audience.READER:
        given.setdefault("corrected", Corrected(DAY + 2, NOON, DAY - 3, "case-7"))
    return NoticeRequest(
        recipient=recipient, audience=audience, occasion=occasion, norm=norm.id, about=about, day=DAY,
        language=language, **given,
    )  # fmt: skip


def asked(event: str = "event-1", recipient: str = "org:sakura", **more: Any) -> NoticeRequest:
    """To an employer who has not reported a worker. Any: as above."""
    given: dict[str, Any] = {
        "audience": Audience.BEARER, "occasion": Occasion.BREACHED, "norm": "jp.pension.report-acquisition",
        "about": {"person": "person:hoa", "employer": recipient}, "day": DAY, "language": "ja", "due": DAY - 3,
        "answer_days": 14, "case": "case-1",
    }  # fmt: skip
    return NoticeRequest(event=event, recipient=recipient, **(given | more))
