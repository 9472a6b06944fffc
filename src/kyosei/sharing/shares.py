"""Shares as their person sees them: made with a consent in the journal, listed with who looked, revoked at any moment.

The order is the safe one: the consent is entered before there is a code, and a code is dead before its consent is withdrawn.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from kyosei.access.purposes import Purposes
from kyosei.facts.statements import Name
from kyosei.journal.clock import Clock
from kyosei.journal.entered import portal_is_declared
from kyosei.journal.registry import PORTAL
from kyosei.journal.share_tables import share_looks, shares
from kyosei.sharing.codes import code_digest, new_code, read_code
from kyosei.sharing.profiles import LENGTHS, PROFILES, Profile
from kyosei.timelines.days import instant_from_microseconds, legal_day
from kyosei.verdicts.verdict import iso

__all__ = ["VERIFIER_LETTERS_MAX", "ShareLook", "SharePlan", "Shared", "Shares", "plain"]

Enter = Callable[[Mapping[str, object]], None]
"""Enters a line into the journal as the person's word; the same line twice is entered once."""

VERIFIER_LETTERS_MAX: Final = 80
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
"""An id in letters cannot look like an Individual Number, which a journal refuses."""


@dataclass(frozen=True, slots=True)
class SharePlan:
    """What a person wants to show: to whom (as they call them), for which profile, and how long (a key of LENGTHS)."""

    profile: Profile
    verifier: str
    length: str


@dataclass(frozen=True, slots=True)
class ShareLook:
    """That somebody used the code: when, by the name that they gave, under which entry of the access log, and what was shown."""

    looked_at: int
    name: str
    entry: int
    answer: Mapping[str, Any]  # Any: JSON


@dataclass(frozen=True, slots=True)
class Shared:
    """A share on record. Instants in microseconds. is_active: its code can be used now."""

    id: str
    profile: Profile
    verifier: str
    made_at: int
    ends_at: int
    revoked_at: int | None
    is_active: bool
    look: ShareLook | None


class Shares:
    """The shares of a database. `enter`: the portal's way into the journal."""

    def __init__(self, engine: sa.Engine, purposes: Purposes, clock: Clock, enter: Enter) -> None:
        self._engine = engine
        self._purposes = purposes
        self._clock = clock
        self._enter = enter

    def make(self, person: str, names: Sequence[Name], plan: SharePlan, key: str) -> str | None:
        """The code of a new share, which nobody can be told again; None if this `key` made one before.

        key: makes it one share, however often a form is sent.
        """
        id_ = f"share-{hashlib.sha256(f'{person} {key}'.encode()).hexdigest()[:24]}".translate(_LETTERS)
        now, code = self._clock(), new_code()
        ends = now + LENGTHS[plan.length]
        with self._engine.connect() as connection:
            if connection.scalar(sa.select(shares.c.id).where(shares.c.id == id_)) is not None:
                return None
            declared = portal_is_declared(connection)
        if not declared:
            self._enter(_PORTAL_AS_PARTY)
        consent = f"consent-{id_}"
        self._enter(self._consent(consent, person, plan.profile, now, ends))
        row = {
            "id": id_, "code_digest": code_digest(read_code(code)), "person": person, "profile": plan.profile.sort.value,
            "verifier": plain(plan.verifier), "names": json.dumps([[one.script, one.text] for one in names]),
            "consent": consent, "made_at": now, "ends_at": ends,
        }  # fmt: skip
        with self._engine.begin() as connection:
            made = connection.execute(postgresql.insert(shares).values(row).on_conflict_do_nothing()).rowcount
        return code if made else None

    def of(self, person: str) -> list[Shared]:
        """Every share of a person that was not erased, the newest first."""
        s, k, now = shares.c, share_looks.c, self._clock()
        asked = (
            sa.select(shares, k.looked_at, k.name, k.entry, k.answer)
            .outerjoin(share_looks, k.share == s.id)
            .where(s.person == person, s.verifier != "")
            .order_by(s.made_at.desc(), s.id)
        )
        with self._engine.connect() as connection:
            return [_shared(row, now) for row in connection.execute(asked)]

    def revoke(self, person: str, share: str) -> bool:
        """Ends a share of theirs at once; whether it was theirs. Twice is as once."""
        s, now = shares.c, self._clock()
        theirs = sa.and_(s.id == share, s.person == person)
        with self._engine.begin() as connection:
            connection.execute(sa.update(shares).where(theirs, s.revoked_at.is_(None)).values(revoked_at=now))
            found = connection.execute(sa.select(s.consent, s.revoked_at).where(theirs)).one_or_none()
        if found is None:
            return False
        consent, at = found.consent, instant_from_microseconds(found.revoked_at).isoformat()
        self._enter(
            {
                "type": "withdrawal", "id": f"withdrawal-{consent}", "target": consent, "source": person,
                "stated_at": at,
            }
        )  # fmt: skip
        return True

    def _consent(self, id_: str, person: str, profile: Profile, now: int, ends: int) -> Mapping[str, object]:
        readable = self._purposes.readable[profile.purpose]
        fields = sorted(readable.names() | ({"person.born"} if readable.born else set()))
        return {
            "type": "statement", "id": id_, "kind": "consent", "source": person,
            "about": {"person": person, "recipient": PORTAL},
            "data": {"purpose": profile.purpose, "fields": fields},
            "from": iso(legal_day(now)), "until": iso(legal_day(ends - 1) + 1),
            "stated_at": instant_from_microseconds(now).isoformat(),
        }  # fmt: skip


def plain(written: str) -> str:
    """What somebody wrote as a name: in one line, without what cannot be seen, and not longer than names are."""
    seen = "".join(letter if letter.isprintable() else " " for letter in written)
    return " ".join(seen.split())[:VERIFIER_LETTERS_MAX]


_PORTAL_AS_PARTY: Final[Mapping[str, object]] = {
    "type": "party", "id": PORTAL, "party": "organisation", "roles": [],
    "names": [{"script": "Latn", "text": "Kyosei portal"}, {"script": "Jpan", "text": "共生ポータル"}],
}  # fmt: skip


def _shared(row: sa.Row[Any], now: int) -> Shared:  # Any: a row of the two tables
    look = None
    if row.looked_at is not None:
        look = ShareLook(row.looked_at, row.name, row.entry, json.loads(row.answer))
    active = row.used_at is None and row.revoked_at is None and now < row.ends_at
    return Shared(row.id, PROFILES[row.profile], row.verifier, row.made_at, row.ends_at, row.revoked_at, active, look)
