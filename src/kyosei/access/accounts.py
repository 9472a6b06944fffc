"""Accounts: as whom somebody acts whom a provider of sign-in knows. The operator signs each; nobody else is let in.

Of the subject at the provider a digest is kept. What the account may is signed with the root key and verified each time, so
that who can write to the database alone makes nobody anybody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from kyosei.access.requests import Role
from kyosei.errors import EntryRefusedError, InputError, QuestionError
from kyosei.journal import tables
from kyosei.journal.envelope import SigningKey, VerifyingKey, canonical, open_envelope
from kyosei.journal.registry import declared_roles
from kyosei.journal.session_tables import accounts, sessions

__all__ = ["Account", "Accounts", "Bound", "Subject"]

_TYPE: Final = "account"
_OFFICES: Final = ("authority:", "municipality:", "insurer:")
_FOR_ANOTHER: Final = frozenset((Role.REPRESENTATIVE, Role.GUARDIAN, Role.HELPER))
_OF_ORGANISATIONS: Final = frozenset((Role.EMPLOYER, Role.SCHOOL, Role.SUPPORTER, Role.BANK, Role.LANDLORD))


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a provider knows: its issuer, and what it calls them."""

    issuer: str
    id: str

    @property
    def digest(self) -> bytes:
        """What is kept of it."""
        return hashlib.sha256(canonical({"issuer": self.issuer, "subject": self.id})).digest()


@dataclass(frozen=True, slots=True)
class Account:
    """actor: the human. organisation: for whom they work. person: whose pages they see: their own, or of whom they act for.

    QuestionError if these do not fit each other.
    """

    actor: str
    role: Role
    organisation: str | None = None
    person: str | None = None

    def __post_init__(self) -> None:
        fits = {
            **dict.fromkeys(_OF_ORGANISATIONS, self._is_clerk_of("org:")),
            **dict.fromkeys(_FOR_ANOTHER, self._acts_for_another()),
            Role.PERSON: self.actor.startswith("person:") and self.person == self.actor and self.organisation is None,
            Role.OFFICER: self._is_clerk_of(*_OFFICES),
        }.get(self.role)
        if fits is None:
            raise QuestionError(f"nobody signs in as {self.role}")
        if not fits:
            raise QuestionError(
                f"{self.actor} cannot sign in as {self.role}: a person is themself, who acts for another is somebody else, and "
                "who works for an organisation or office is staff of one that can have the role"
            )

    def _is_clerk_of(self, *prefixes: str) -> bool:
        return (
            self.actor.startswith("staff:") and (self.organisation or "").startswith(prefixes) and self.person is None
        )

    def _acts_for_another(self) -> bool:
        another = self.person is not None and self.person.startswith("person:") and self.person != self.actor
        return another and self.actor.startswith(("person:", "staff:"))


@dataclass(frozen=True, slots=True)
class Bound:
    """An account, of whom the beginning of the subject's digest is told, and since when (microseconds)."""

    reference: str
    account: Account
    since: int


class Accounts:
    """Those of a database, signed with one root key."""

    def __init__(self, engine: sa.Engine, root: VerifyingKey) -> None:
        self._engine = engine
        self._root = root

    def bind(self, subject: Subject, account: Account, key: SigningKey, now: int) -> None:
        """Lets a subject in as somebody. InputError if they are bound already, or if nobody on record is so."""
        envelope = key.sign({"type": _TYPE, "subject": subject.digest.hex(), "bound_at": now, **_written(account)})
        with self._engine.begin() as connection:
            _check_on_record(connection, account)
            if connection.scalar(sa.select(accounts.c.bound_at).where(_is(subject))) is not None:
                raise InputError("this subject has an account already; end it before binding another")
            connection.execute(
                sa.insert(accounts).values(subject_digest=subject.digest, envelope=envelope, bound_at=now)
            )

    def end(self, subject: Subject) -> bool:
        """Lets them in no longer, and ends their sessions; whether they were bound."""
        with self._engine.begin() as connection:
            found = connection.execute(
                sa.delete(accounts).where(_is(subject)).returning(accounts.c.envelope)
            ).one_or_none()
            if found is None:
                return False
            account = self._read(bytes(found.envelope), subject.digest)
            if account is not None:
                connection.execute(sa.delete(sessions).where(sessions.c.actor == account.actor))
            return True

    def of(self, subject: Subject) -> Account | None:
        """As whom a subject acts; None: they are nobody here."""
        with self._engine.connect() as connection:
            envelope = connection.scalar(sa.select(accounts.c.envelope).where(_is(subject)))
        return None if envelope is None else self._read(bytes(envelope), subject.digest)

    def all(self) -> Sequence[Bound]:
        """All whose signature is good, the oldest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                sa.select(accounts).order_by(accounts.c.bound_at, accounts.c.subject_digest)
            ).all()
        read = [(row, self._read(bytes(row.envelope), bytes(row.subject_digest))) for row in rows]
        return [Bound(bytes(row.subject_digest).hex()[:12], one, row.bound_at) for row, one in read if one is not None]

    def _read(self, envelope: bytes, digest: bytes) -> Account | None:
        """None if the operator has not signed it for this subject."""
        try:
            opened = open_envelope(envelope)
            self._root.verify(opened)
            if (opened.type, opened.content.get("subject")) != (_TYPE, digest.hex()):
                return None
            said = {name: opened.content.get(name) for name in ("actor", "organisation", "person")}
            texts = {name: None if value is None else str(value) for name, value in said.items()}
            return Account(
                str(said["actor"]), Role(str(opened.content.get("role"))), texts["organisation"], texts["person"]
            )
        except (EntryRefusedError, QuestionError, ValueError):
            return None


def _written(account: Account) -> dict[str, str]:
    told = {
        "actor": account.actor,
        "role": account.role.value,
        "organisation": account.organisation,
        "person": account.person,
    }
    return {name: value for name, value in told.items() if value is not None}


def _check_on_record(connection: sa.Connection, account: Account) -> None:
    if account.role in _OF_ORGANISATIONS and account.role.value not in declared_roles(
        connection, account.organisation or ""
    ):
        raise InputError(f"{account.organisation} is not declared as {account.role}; declare it first")
    if account.person is not None:
        known = connection.scalar(
            sa.select(tables.parties.c.id).where((tables.parties.c.id == account.person) & tables.parties.c.is_person)
        )
        if known is None:
            raise InputError(f"no person {account.person} is on record")
        erased = sa.select(tables.erasures.c.id).where(tables.erasures.c.target.in_((account.person, account.actor)))
        if connection.scalar(erased.limit(1)) is not None:
            raise InputError(
                f"who {account.person} is, or who acts for them, was erased; nobody signs in as them any more"
            )


def _is(subject: Subject) -> sa.ColumnElement[bool]:
    return accounts.c.subject_digest == subject.digest
