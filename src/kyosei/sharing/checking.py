"""Checking: what a code shows whoever holds it, once; and nothing, in the same words, in every other case.

A code is claimed for a minute by one statement, which finds nothing for a code that is unknown, used, revoked or over alike; then
the answer is made, by a look that leaves its entry; and a second statement uses the code up, if it is still good. What is shown
has been logged, and its code used, before. Nothing waits for anybody, so two processes can hold up neither.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from kyosei.access.reading import ReadPath
from kyosei.access.requests import ByConsent, Request, Requester, Role
from kyosei.errors import AccessRefusedError
from kyosei.facts.statements import Name
from kyosei.journal.clock import Clock
from kyosei.journal.entries import Actor, ActorKind
from kyosei.journal.share_tables import share_looks, shares, wrong_codes
from kyosei.sharing.answer import Answer, answer_document, answer_of
from kyosei.sharing.codes import code_digest
from kyosei.sharing.profiles import PROFILES
from kyosei.sharing.shares import plain
from kyosei.verdicts.evaluate import Loaded

__all__ = ["WRONG_CODES_A_MINUTE", "Checked", "Checking"]

_CLAIM: Final = 60_000_000
"""In microseconds: in less, an answer is made."""
_TRIES: Final = 20
"""How often a code may be asked while there is no answer to it."""
_MINUTE: Final = 60_000_000
WRONG_CODES_A_MINUTE: Final = 3_000
"""Beyond these nothing is answered until the minute is over. Of 2^80 codes so few can be tried that a year of it finds one of a
million that are live with a probability of 10^-9."""
_KEPT_MINUTES: Final = 60
_WHO: Final = Requester(Actor(ActorKind.HUMAN, "staff:holder-of-a-code"), Role.CHECKER)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was shown at an instant (microseconds). name: as whoever looked gave it; verifier: for whom the code was made."""

    answer: Answer
    name: str
    verifier: str
    at: int


class Checking:
    """The checks of a database."""

    def __init__(self, engine: sa.Engine, path: ReadPath, loaded: Loaded, clock: Clock) -> None:
        self._engine = engine
        self._path = path
        self._loaded = loaded
        self._clock = clock

    def check(self, code: str, name: str) -> Checked | None:
        """What a code (as `read_code` gives it) shows whoever gives this name; None if nothing can be confirmed now."""
        claimed = self._claim(code)
        if claimed is None:
            return None
        share, claim = claimed
        try:
            checked = self._look(share, claim, name)
        except BaseException:
            self._release(claim)
            raise
        if checked is None:
            self._release(claim)
        return checked

    def _claim(self, code: str) -> tuple[sa.Row[Any], bytes] | None:  # Any: a row of the table
        now, claim, s = self._clock(), secrets.token_bytes(16), shares.c
        good = sa.and_(
            s.code_digest == code_digest(code), s.used_at.is_(None), s.revoked_at.is_(None), s.ends_at > now,
            s.tries < _TRIES, sa.or_(s.claimed_until.is_(None), s.claimed_until <= now),
            sa.select(sa.func.coalesce(sa.func.max(wrong_codes.c.tried), 0))
            .where(wrong_codes.c.minute == now // _MINUTE).scalar_subquery() < WRONG_CODES_A_MINUTE,
        )  # fmt: skip
        claiming = (
            sa.update(shares).where(good)
            .values(claim=claim, claimed_until=now + _CLAIM, tries=s.tries + 1)
            .returning(s.id, s.person, s.profile, s.verifier, s.names, s.consent)
        )  # fmt: skip
        with self._engine.begin() as connection:
            found = connection.execute(claiming).one_or_none()
            if found is None:
                _count_wrong(connection, now // _MINUTE)
        return None if found is None else (found, claim)

    def _look(self, share: sa.Row[Any], claim: bytes, name: str) -> Checked | None:  # Any: as above
        now, profile = self._clock(), PROFILES[share.profile]
        request = Request(
            _WHO, share.person, profile.purpose, ByConsent(share.consent), case=share.id, known=now
        )  # fmt: skip
        try:
            shown = self._path.evaluate(request)
        except AccessRefusedError:
            return None
        names = [Name(script, text) for script, text in json.loads(share.names)]
        answer = answer_of(self._loaded, profile, shown.case, share.person, names, now)
        if not answer.is_confirmed:
            return None
        checked = Checked(answer, plain(name), share.verifier, now)
        return checked if self._use(share, claim, checked, shown.number) else None

    def _use(self, share: sa.Row[Any], claim: bytes, checked: Checked, entry: int) -> bool:  # Any: as above
        """Uses the code up, if it is still good and still ours; whether it was."""
        now, s = self._clock(), shares.c
        still = sa.and_(
            s.id == share.id, s.claim == claim, s.used_at.is_(None), s.revoked_at.is_(None), s.ends_at > now
        )
        with self._engine.begin() as connection:
            if connection.execute(sa.update(shares).where(still).values(used_at=now)).rowcount != 1:
                return False
            connection.execute(
                sa.insert(share_looks).values(
                    share=share.id, subject=share.person, entry=entry, looked_at=checked.at, name=checked.name,
                    answer=json.dumps(answer_document(checked.answer), ensure_ascii=False),
                )
            )  # fmt: skip
        return True

    def _release(self, claim: bytes) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.update(shares).where(shares.c.claim == claim).values(claimed_until=None))


def _count_wrong(connection: sa.Connection, minute: int) -> None:
    counting = postgresql.insert(wrong_codes).values(minute=minute, tried=1)
    connection.execute(
        counting.on_conflict_do_update(index_elements=["minute"], set_={"tried": wrong_codes.c.tried + 1})
    )
    connection.execute(sa.delete(wrong_codes).where(wrong_codes.c.minute < minute - _KEPT_MINUTES))
