"""Sessions: a random token in a cookie, of which the database keeps a digest with who signed in and until when.

A token is made anew when somebody signs in, so nobody can hand another a session beforehand; signing out ends it for every
copy of the cookie. It ends by itself when nobody uses it for an hour, and after half a day in any case.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import Final

import sqlalchemy as sa

from kyosei.access.requests import Role
from kyosei.journal.clock import Clock
from kyosei.journal.session_tables import sessions
from kyosei.web.security.origin import Origin
from kyosei.web.visitor import Visitor

__all__ = ["Sessions", "form_token", "is_form_token", "is_token", "new_token", "session_cookie_name"]

_IDLE_MAX: Final = 60 * 60 * 1_000_000
_LENGTH_MAX: Final = 12 * 60 * 60 * 1_000_000
_SEEN_EVERY: Final = 60 * 1_000_000
"""More often than this it is not noted that somebody is there."""
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_OF_TOKEN: Final = sa.select(sessions).where(sessions.c.token_digest == sa.bindparam("digest"))


def session_cookie_name(origin: Origin) -> str:
    """Over TLS the name itself forbids a browser to take the cookie from, or give it to, anybody else."""
    return "__Host-kyosei" if origin.is_secure else "kyosei"


def new_token() -> str:
    """A token of 256 bits that nobody can guess."""
    return secrets.token_urlsafe(32)


def is_token(written: str) -> bool:
    """Whether a cookie looks like one of ours."""
    return _TOKEN.fullmatch(written) is not None


def form_token(token: str) -> str:
    """What the forms of a session carry: only who has its cookie can make it, and it does not give the cookie away."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()


def is_form_token(token: str, given: str) -> bool:
    """Whether a form is of this session."""
    return hmac.compare_digest(form_token(token).encode(), given.encode())


class Sessions:
    """The sessions of a database."""

    def __init__(self, engine: sa.Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def begin(self, visitor: Visitor, instead_of: str | None = None) -> str:
        """Signs somebody in; the token of the new session. `instead_of`: a token whose session ends by that. Sessions that have
        ended are removed by the way.
        """
        token, now = new_token(), self._clock()
        with self._engine.begin() as connection:
            over = sessions.c.ends_at <= now
            if instead_of is not None:
                over |= sessions.c.token_digest == _digest(instead_of)
            connection.execute(sa.delete(sessions).where(over))
            connection.execute(
                sa.insert(sessions).values(
                    token_digest=_digest(token), actor=visitor.actor, role=visitor.role.value,
                    organisation=visitor.organisation, person=visitor.person, begun_at=now, seen_at=now,
                    ends_at=now + _LENGTH_MAX, authenticated_at=visitor.proven_at,
                )
            )  # fmt: skip
        return token

    def visitor(self, token: str) -> Visitor | None:
        """Who is signed in with a token; None if nobody is, or no longer."""
        now = self._clock()
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            row = connection.execute(_OF_TOKEN, {"digest": _digest(token)}).one_or_none()
            if row is None or now >= row.ends_at or now - row.seen_at >= _IDLE_MAX:
                return None
            if now - row.seen_at >= _SEEN_EVERY:
                of_token = sessions.c.token_digest == row.token_digest
                connection.execute(sa.update(sessions).where(of_token).values(seen_at=now))
        return Visitor(row.actor, Role(row.role), row.organisation, row.person, row.authenticated_at)

    def end(self, token: str) -> None:
        """Signs out."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(sessions).where(sessions.c.token_digest == _digest(token)))


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
