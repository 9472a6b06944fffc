"""What every question about a person says beside what it asks: for which purpose, on which basis, as known when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from kyosei.access.requests import Request, read_basis
from kyosei.verdicts.written import read_day, read_instant
from kyosei.web.visitor import Visitor

__all__ = ["Asking", "day_asked"]

_ID_MAX = 200


@dataclass(frozen=True, slots=True)
class _Asked:
    """As it was written."""

    purpose: str
    basis: str | None
    consent: str | None
    case: str | None
    known: str | None

    def request(self, caller: Visitor, person: str, now: int | None = None) -> Request:
        """The request for a look; whether it is permitted, the read path decides. QuestionError for what cannot be read.

        now: as known at which instant (microseconds) it is where nobody asks for another; None: when the last entry was recorded.
        """
        known = now if self.known is None else read_instant(self.known, "known")
        return caller.request(
            person, self.purpose, read_basis(self.basis, self.consent, "basis", "consent"), self.case, known
        )


def _asked(
    purpose: Annotated[str, Query(max_length=_ID_MAX, description="The id of a declared purpose: GET /purposes.")],
    basis: Annotated[
        str | None, Query(max_length=_ID_MAX, description="The provision: LAW/ARTICLE[/PARAGRAPH[/ITEM]].")
    ] = None,
    consent: Annotated[str | None, Query(max_length=_ID_MAX, description="The id of the person's consent.")] = None,
    case: Annotated[str | None, Query(max_length=_ID_MAX, description="The office's own reference.")] = None,
    known: Annotated[
        str | None, Query(max_length=40, description="As known at this instant, such as 2026-11-20T18:00:00+09:00.")
    ] = None,
) -> _Asked:
    return _Asked(purpose, basis, consent, case, known)


Asking = Annotated[_Asked, Depends(_asked)]


def day_asked(written: str | None, today: int) -> int:
    """A day that was asked about. QuestionError if it is none."""
    return today if written is None else read_day(written, "on")
