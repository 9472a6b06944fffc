"""One request for a page, as its route sees it; and what a route answers: what its template shows, or where to go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kyosei.terms.text import Language
from kyosei.timelines.days import legal_day
from kyosei.web.languages import Tongue
from kyosei.web.multipart import Upload
from kyosei.web.portal import Portal
from kyosei.web.visitor import Visitor

__all__ = ["Given", "Go", "NotHere", "Shown", "Visit"]

_PROVEN_MOST: Final = 15 * 60 * 1_000_000


@dataclass(frozen=True, slots=True)
class Visit:
    """now: microseconds. arguments: from the path. query, form: the first value of each name; form is empty unless posted.

    uploads: the files of the form.
    """

    portal: Portal
    visitor: Visitor | None
    tongue: Tongue
    now: int
    path: str
    arguments: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str]
    token: str
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The complete language in which everything has words: that of the visit, or what it borrows from."""
        return self.tongue.base

    @property
    def today(self) -> int:
        """The legal day."""
        return legal_day(self.now)

    @property
    def is_proven_lately(self) -> bool:
        """Whether the visitor proved who they are a short while ago; who has begun may take a little longer."""
        most = _PROVEN_MOST * 2 if self.form else _PROVEN_MOST
        return self.now - self.signed_in.proven_at < most

    @property
    def signed_in(self) -> Visitor:
        """Who visits a page that is for certain roles."""
        assert self.visitor is not None, "the application lets nobody else to such a page"
        return self.visitor


@dataclass(frozen=True, slots=True)
class Shown:
    """What a template shows: an instance of what its page record declares. onwards: another address, to which the browser goes
    on from this page at once.
    """

    content: object
    status: int = 200
    onwards: str | None = None


@dataclass(frozen=True, slots=True)
class Go:
    """To another page (303), or to a provider of sign-in. session: the token that the browser has from now on; ends: whether the
    session ends.
    """

    to: str
    session: str | None = None
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A file to keep. name: under which a browser keeps it, in Latin letters."""

    content: bytes
    media_type: str
    name: str


@dataclass(frozen=True, slots=True)
class NotHere:
    """There is no such page, or not for this visitor: the two cannot be told apart."""
