"""What the person was told, the newest first. The portal shows it; that it was delivered is known only from beside it (P14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import sqlalchemy as sa

from kyosei.errors import QuestionError
from kyosei.journal.notice_tables import inbox, notices
from kyosei.notices.asking import request_from
from kyosei.notices.composing import compose
from kyosei.notices.message import Message, message_from
from kyosei.web.pages.page import ORGANISATIONS, PERSONS, Page
from kyosei.web.parties import called
from kyosei.web.visit import Shown, Visit

__all__ = ["NOTICES"]

_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A notice, when it came (microseconds), and whom it is about: role and name."""

    message: Message
    at: int
    about: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class NoticesShown:
    """The newest of them."""

    told: Sequence[Told]
    total: int


def _show(visit: Visit) -> Shown:
    visitor = visit.signed_in
    recipient = visitor.person or visitor.organisation
    of_recipient = inbox.c.recipient == recipient
    asked = (
        sa.select(notices.c.request, notices.c.message, inbox.c.arrived_at)
        .join(notices, notices.c.key == inbox.c.notice)
        .where(of_recipient)
        .order_by(inbox.c.arrived_at.desc(), notices.c.key)
        .limit(_MOST)
    )
    with visit.portal.engine.connect() as connection:
        found = [(_said(visit, row.request, row.message), row.arrived_at) for row in connection.execute(asked)]
        total = int(connection.scalar(sa.select(sa.func.count()).where(of_recipient)) or 0)
        parties = {party for message, _ in found for _, party in message.about}
        names = called(connection, parties, visit.language)
    told = [Told(message, at, [(role, names[party]) for role, party in message.about]) for message, at in found]
    return Shown(NoticesShown(told, total))


def _said(visit: Visit, request: Mapping[str, Any], sent: Mapping[str, Any]) -> Message:  # Any: JSON
    """The notice in the language of the page; as it was sent where the law has its norm no more."""
    try:
        return compose(visit.portal.catalogue, replace(request_from(request), language=visit.language))
    except QuestionError:
        return message_from(sent)


NOTICES: Final = Page("notices", "/notices", PERSONS | ORGANISATIONS, NoticesShown, _show, in_menu=True)
