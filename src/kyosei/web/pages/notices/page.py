"""What the person was told, the newest first. The portal shows it; that it was delivered is known only from beside it (P14).

Who acts for a person reads it by a look at that person's records, so that it ends with the mandate and the person sees it. Where
the person hides their address from them, what names a municipality is neither shown nor counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import sqlalchemy as sa

from kyosei.access.grounds import address_hidden
from kyosei.errors import QuestionError
from kyosei.facts.hidden_address import MUNICIPALITY, Hidden
from kyosei.journal.notice_tables import inbox, notices
from kyosei.notices.asking import request_from
from kyosei.notices.composing import compose
from kyosei.notices.message import Message, message_from
from kyosei.terms.text import Language
from kyosei.web.pages.page import ORGANISATIONS, PERSONS, Page
from kyosei.web.parties import called
from kyosei.web.visit import Shown, Visit

__all__ = ["NOTICES"]

_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Told:
    """A notice, when it came (microseconds), and whom it is about: role and name. original: in Japanese, beside one that is
    borrowed from another language than the page's.
    """

    message: Message
    original: Message | None
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
    )
    if visitor.acts_for is not None:
        visit.portal.path.read(visitor.own_request(known=visit.now))
    with visit.portal.engine.connect() as connection:
        if _hides(visit, connection):
            shown = [one for one in connection.execute(asked) if not _names_municipality(one.request)]
            found, total = shown[:_MOST], len(shown)
        else:
            found = list(connection.execute(asked.limit(_MOST)))
            total = int(connection.scalar(sa.select(sa.func.count()).where(of_recipient)) or 0)
        said = [_said(visit, row.request, row.message, visit.language) for row in found]
        names = called(connection, {party for message in said for _, party in message.about}, visit.language)
    borrows = visit.tongue.manner is not None
    told = [
        Told(
            message, _said(visit, row.request, row.message, "ja") if borrows else None, row.arrived_at,
            [(role, names[party]) for role, party in message.about],
        )
        for message, row in zip(said, found, strict=True)
    ]  # fmt: skip
    return Shown(NoticesShown(told, total))


def _names_municipality(request: Mapping[str, Any]) -> bool:  # Any: JSON
    """Whether what was to be told is about a municipality."""
    return any(id_.startswith(MUNICIPALITY) for id_ in request["about"].values())


def _hides(visit: Visit, connection: sa.Connection) -> bool:
    """Whether the person hides from who acts for them where they live."""
    visitor = visit.signed_in
    if visitor.acts_for is None or visitor.person is None:
        return False
    return address_hidden(connection, visitor.person, visit.now, visit.today) is Hidden.FROM_ALL


def _said(
    visit: Visit, request: Mapping[str, Any], sent: Mapping[str, Any], language: Language
) -> Message:  # Any: JSON
    """The notice in a language; as it was sent where the law has its norm no more."""
    try:
        return compose(visit.portal.catalogue, replace(request_from(request), language=language))
    except QuestionError:
        return message_from(sent)


NOTICES: Final = Page("notices", "/notices", PERSONS | ORGANISATIONS, NoticesShown, _show, in_menu=True)
