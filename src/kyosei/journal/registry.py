"""The register of institutions: whose keys are taken, for whom they speak, and of what they may speak.

It is itself entered in the journal, signed with the operator's root key, which is given from outside; so it is rebuilt
like everything else. An institution may register its own next key with the one it has.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.facts.case_file.shown import shown
from kyosei.facts.kinds import Anyone
from kyosei.facts.links import Link, Unlink
from kyosei.facts.statements import Coverage, PartyRecord, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.journal import tables
from kyosei.journal.entries import (
    AccessHead,
    Actor,
    ActorKind,
    ApplicationAct,
    ApplicationActKind,
    CaseAct,
    Decision,
    DecisionAct,
    Entry,
    Institution,
    KeyRegistration,
    KeyRevocation,
    NormAct,
    NormActKind,
    speaker_of,
)
from kyosei.journal.envelope import Envelope, VerifyingKey
from kyosei.journal.tables import FOREVER

__all__ = [
    "PORTAL",
    "ROOT",
    "RegisteredKey",
    "Registry",
    "declared_roles",
    "load_registry",
    "registered_key",
    "root_key",
]

ROOT: Final = "org:operator"
"""The institution whose key is the root of the register."""

PORTAL: Final = "org:portal"
"""The institution whose program signs what persons enter in the portal, as their word; registered to speak for `person:*`."""

_REGISTER: Final = ("institution", "key", "key_revocation")
_NOT_FOR_ALL: Final = (
    "link",
    "unlink",
    "erasure",
    "access",
    "access_head",
    "assessment",
    "norm_act",
    "decision",
    *_REGISTER,
)
_AUTHORED: Final = ("erasure", "assessment", "decision")
_CONFERRING: Final = frozenset(
    holder.role for kind in KINDS for holder in kind.facts.holders if isinstance(holder, Anyone)
)
"""Roles that make an organisation a holder of kinds: who has one is not for the organisation itself to say."""


@dataclass(frozen=True, slots=True)
class RegisteredKey:
    """A key and whose it is; valid over [valid_from, valid_until) of our clock, until revoked."""

    key: VerifyingKey
    institution: str
    actor: Actor
    valid_from: int
    valid_until: int
    revoked_at: int | None = None


@dataclass(slots=True)
class Registry:
    """All keys by their ids, and all institutions."""

    keys: dict[str, RegisteredKey] = field(default_factory=dict)
    institutions: dict[str, Institution] = field(default_factory=dict)

    def key_for(self, key_id: str, now: int) -> RegisteredKey:
        """The key with which something may be signed now. EntryRefusedError says why not."""
        found = self.keys.get(key_id)
        if found is None:
            raise EntryRefusedError(
                Refusal.UNKNOWN_KEY, f"no key {shown(key_id)} is registered; register it, or sign with one that is"
            )
        if found.revoked_at is not None:
            raise EntryRefusedError(
                Refusal.KEY_REVOKED, f"the key {shown(key_id)} of {found.institution} is revoked; sign with another"
            )
        if now < found.valid_from:
            raise EntryRefusedError(
                Refusal.KEY_NOT_YET_VALID, f"the key {shown(key_id)} of {found.institution} is not valid yet"
            )
        if now >= found.valid_until:
            raise EntryRefusedError(
                Refusal.KEY_EXPIRED,
                f"the key {shown(key_id)} of {found.institution} has expired; register the next one",
            )
        return found

    def check(self, entry: Entry, envelope: Envelope, signer: RegisteredKey) -> None:
        """Whether it is this signer's place to enter this. EntryRefusedError says what is not."""
        type_ = envelope.type
        own = _is_asked_by_a_person(entry)
        if type_ in _AUTHORED and not own:
            _check_decider("author", envelope.content.get("author"), signer)
        if isinstance(entry, Link | Unlink):
            _check_link(entry, signer)
        if isinstance(entry, NormAct):
            _check_ruling(entry, signer)
        if isinstance(entry, ApplicationAct):
            _check_application(entry, signer)
        if signer.institution == ROOT and isinstance(
            entry, Institution | KeyRegistration | KeyRevocation | PartyRecord
        ):
            return None
        if signer.institution == ROOT and isinstance(entry, AccessHead | CaseAct | NormAct) and entry.source == ROOT:
            return None
        if isinstance(entry, KeyRegistration) and entry.institution == signer.institution:
            return _check_rotation(entry, signer)
        registered = self.institutions.get(signer.institution)
        if registered is None or (type_ in _NOT_FOR_ALL and type_ not in registered.entry_types and not own):
            raise _outside(f"{signer.institution} is not registered for entries of type {type_}")
        if type_ in _REGISTER:
            raise _outside(f"entries of type {type_} are signed with the root key of the register")
        speaker = speaker_of(entry)
        if speaker is not None and speaker != signer.institution and not _matches(speaker, registered.speaks_for):
            raise EntryRefusedError(
                Refusal.WRONG_SPEAKER,
                f"the key of {signer.institution} cannot sign what {shown(speaker)} says; let {shown(speaker)} sign it",
            )
        if isinstance(entry, Statement | Coverage):
            _check_scope(entry, registered)
        if isinstance(entry, PartyRecord):
            _check_roles(entry, registered)
        return None

    def apply(self, entry: Entry, at: int) -> None:
        """Takes up an entry of the register that the journal has taken."""
        match entry:
            case Institution():
                self.institutions[entry.institution] = entry
            case KeyRegistration():
                self.keys[entry.key.id] = RegisteredKey(
                    entry.key, entry.institution, entry.actor, entry.valid_from, entry.valid_until
                )
            case KeyRevocation():
                if entry.key_id in self.keys:
                    self.keys[entry.key_id] = replace(self.keys[entry.key_id], revoked_at=at)
            case _:
                pass  # other entries do not concern the register


def load_registry(connection: sa.Connection, root: VerifyingKey) -> Registry:
    """The register as the projections have it, under the operator's root key."""
    keys = {row.key_id: _registered(row) for row in connection.execute(sa.select(tables.institution_keys))}
    keys[root.id] = root_key(root)
    institutions = {
        row.id: Institution(
            row.id, row.id, tuple(row.speaks_for), _optional(row.kinds), _optional(row.about), tuple(row.entry_types),
            tuple(row.declares_roles), row.recorded_at, row.recorded_at,
        )
        for row in connection.execute(sa.select(tables.institutions))
    }  # fmt: skip
    return Registry(keys, institutions)


def registered_key(connection: sa.Connection, key_id: str, now: int) -> RegisteredKey:
    """One key with which something may be signed now. EntryRefusedError says why not."""
    asked = sa.select(tables.institution_keys).where(tables.institution_keys.c.key_id == key_id)
    row = connection.execute(asked).one_or_none()
    return Registry({} if row is None else {key_id: _registered(row)}).key_for(key_id, now)


def declared_roles(connection: sa.Connection, organisation: str) -> tuple[str, ...]:
    """The roles in which an organisation was declared; none if it was not, and none for a person."""
    named = (tables.parties.c.id == organisation) & ~tables.parties.c.is_person
    return tuple(connection.scalar(sa.select(tables.parties.c.roles).where(named)) or ())


def _registered(row: sa.Row[Any]) -> RegisteredKey:  # Any: the columns have different types
    return RegisteredKey(
        _verifying(row.public_key), row.institution, Actor(ActorKind(row.actor_kind), row.actor), row.valid_from,
        row.valid_until, row.revoked_at,
    )  # fmt: skip


def root_key(root: VerifyingKey) -> RegisteredKey:
    """The operator's root key, with which every register begins."""
    return RegisteredKey(root, ROOT, Actor(ActorKind.SOFTWARE, "software:operator"), 0, FOREVER)


_verifying = lru_cache(maxsize=65_536)(VerifyingKey)


def _optional(written: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if written is None else tuple(written)


def _check_link(entry: Link | Unlink, signer: RegisteredKey) -> None:
    """Whoever decided signs with their own key; a link that nobody decided is a program's, never a human's (P08)."""
    if entry.decided_by is not None:
        _check_decider("decided_by", entry.decided_by, signer)
    elif signer.actor.kind is not ActorKind.SOFTWARE:
        raise EntryRefusedError(
            Refusal.WRONG_ACTOR,
            f"{signer.actor.id} signs a link that nobody decided; write `decided_by`, or let the program sign that found it",
        )


def _check_ruling(entry: NormAct, signer: RegisteredKey) -> None:
    """A program may silence a norm, and nothing else: that a version is wrong, or right again, a human decides (P08)."""
    if entry.author is not None or entry.act is not NormActKind.SILENCE:
        _check_decider("author", entry.author, signer)
    elif signer.actor.kind is not ActorKind.SOFTWARE:
        raise EntryRefusedError(
            Refusal.WRONG_ACTOR, f"{signer.actor.id} silences a norm that nobody decided about; write `author`"
        )


def _is_asked_by_a_person(entry: Entry) -> bool:
    """Whether it is what a person asks for themself, which the portal signs as their word."""
    return isinstance(entry, Decision) and entry.act is DecisionAct.REVIEW and entry.source.startswith("person:")


def _check_application(entry: ApplicationAct, signer: RegisteredKey) -> None:
    """What an office does is done by the actor of its key, and only a human asks anybody for anything (P08)."""
    if entry.act in (ApplicationActKind.REQUEST, ApplicationActKind.INQUIRE):
        _check_decider("by", entry.by, signer)
    elif not entry.source.startswith("person:") and entry.by != signer.actor.id:
        raise EntryRefusedError(
            Refusal.WRONG_ACTOR, f"the key is that of {signer.actor.id}, and `by` is {shown(entry.by)}"
        )
    elif entry.source.startswith("person:") and not entry.by.startswith(("person:", "staff:")):
        raise EntryRefusedError(
            Refusal.WRONG_ACTOR, f"`by` is {shown(entry.by)}; a person applies, or a human who acts for them"
        )


def _check_decider(key: str, decider: object, signer: RegisteredKey) -> None:
    if signer.actor.kind is not ActorKind.HUMAN or signer.actor.id != decider:
        raise EntryRefusedError(
            Refusal.WRONG_ACTOR,
            f"a human decides this and signs it with their own key; the key is that of {signer.actor.id},"
            f" `{key}` is {shown(decider)}",
        )


def _check_rotation(entry: KeyRegistration, signer: RegisteredKey) -> None:
    if entry.actor != signer.actor:
        raise EntryRefusedError(
            Refusal.WRONG_ACTOR,
            f"a key of {signer.actor.id} registers the next key of {signer.actor.id}, of nobody else",
        )


def _check_scope(entry: Statement | Coverage, registered: Institution) -> None:
    if registered.kinds is not None and not _matches(entry.kind, registered.kinds):
        raise _outside(f"{registered.institution} is not registered for {entry.kind}")
    if registered.about is not None:
        persons = [id_ for id_ in entry.about.values() if id_.startswith("person:")]
        foreign = [id_ for id_ in persons if not _matches(id_, registered.about)]
        if foreign or not persons:
            whom = shown(foreign[0]) if foreign else "whole groups of persons"
            raise _outside(f"{registered.institution} is not registered to speak of {whom}")


def _check_roles(party: PartyRecord, registered: Institution) -> None:
    for role in party.roles:
        if role in _CONFERRING and role not in registered.declares_roles and not party.id.startswith(f"{role}:"):
            raise _outside(f"{registered.institution} is not registered to declare that an organisation is a {role}")


def _outside(message: str) -> EntryRefusedError:
    return EntryRefusedError(Refusal.OUTSIDE_COMPETENCE, f"{message}; ask the operator of the register")


def _matches(id_: str, patterns: Iterable[str]) -> bool:
    return any(id_.startswith(p[:-1]) if p.endswith("*") else id_ == p for p in patterns)
