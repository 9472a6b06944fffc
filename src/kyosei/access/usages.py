"""What a person sees of the looks at their records: each one, by whom as an office or organisation, and no other person.

The shape is that of the usage service of Estonia's Data Tracker (`findUsage`: logtime, action, receiver, purpose, legal
basis; `usagePeriod`; hiddenUntil and hiddenReason). Humans who looked, their cases and their programs stand there under
pseudonyms that mean nothing outside this person's own list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from kyosei.access.entries import AccessEntry, entries_about
from kyosei.access.purposes import Purposes
from kyosei.access.requests import Role
from kyosei.facts.vocabulary import KINDS
from kyosei.journal.tables import access_entries, access_log
from kyosei.journal.tables import entries as journal_entries
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text

__all__ = [
    "CONSENT",
    "USAGES_MAX",
    "Hidden",
    "Pseudonym",
    "Receiver",
    "Reported",
    "Usage",
    "UsagePeriod",
    "Usages",
    "provision_of",
    "provision_text",
    "usages_of",
]

CONSENT: Final = "consent:"
USAGES_MAX: Final = 1_000
"""How many are given at once."""

_NAMES: Final = frozenset(kind.facts.name for kind in KINDS) | frozenset(
    f"{kind.facts.name}.{name}" for kind in KINDS for name in kind.fields
)
"""What a reported look may name as seen: kinds and fields, and no other word that might be somebody's name."""

Pseudonym = Callable[[str, str], str]
"""(person, id) → what the person is told instead of the id; the same for the same two, and of no use to anybody else."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who looked. `organisation`: None if somebody looked for themself, or for the person, or if it is unknown.

    role: as asked. is_the_person: it was the person themself. software: it was a program. pseudonym: of the human or program.
    """

    organisation: str | None
    role: str
    is_the_person: bool
    software: bool
    pseudonym: str


@dataclass(frozen=True, slots=True)
class Usage:
    """One look. purpose: its id and title, None if what was stated is no declared purpose.

    consent: the statement of the person that permitted it. case: a pseudonym of the office's reference. refusal: why it
    was refused; None if it was not.
    """

    number: int
    logtime: int
    action: str
    receiver: Receiver
    purpose: tuple[str, Text] | None
    provision: Provision | None
    consent: str | None
    on_behalf_of_the_person: bool
    case: str | None
    known: int
    fields: tuple[str, ...]
    refusal: str | None
    was_withheld: tuple[Provision, int] | None = None
    """The provision by which it was withheld until a day that has come."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """That somebody looked is all that may be said until the day: by which provision, and when the rest is shown."""

    number: int
    provision: Provision
    until_day: int


@dataclass(frozen=True, slots=True)
class Reported:
    """A look elsewhere, that an organisation has reported to the journal."""

    logtime: int
    organisation: str
    software: bool
    purpose: tuple[str, Text] | None
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UsagePeriod:
    """From the first to the last instant of the entries on record; None if there are none."""

    from_instant: int | None
    until_instant: int | None


@dataclass(frozen=True, slots=True)
class Usages:
    """The looks at one person's records, the newest first; `total` counts all looks here, `reported` are those elsewhere."""

    total: int
    usages: tuple[Usage | Hidden, ...]
    reported: tuple[Reported, ...]
    period: UsagePeriod


def usages_of(
    connection: sa.Connection,
    person: str,
    purposes: Purposes,
    pseudonym: Pseudonym,
    today: int,
    offset: int,
    limit: int,
) -> Usages:
    """The looks at a person's records as the person may see them today; called by the read path only, which logs it."""
    log = access_log.c
    bounds = sa.select(sa.func.count(), sa.func.min(log.logtime), sa.func.max(log.logtime)).where(log.subject == person)
    total, first, last = connection.execute(bounds).one()
    found = entries_about(connection, person, offset, min(limit, USAGES_MAX))
    return Usages(
        total,
        tuple(_usage(entry, purposes, pseudonym, today) for entry in found),
        _reported(connection, person, purposes, offset, min(limit, USAGES_MAX)),
        UsagePeriod(first, last),
    )


def provision_text(provision: Provision) -> str:
    """A provision in one word, as an entry keeps it."""
    return "/".join([provision.law, provision.article, provision.paragraph or "", provision.item or ""])


def provision_of(text: str) -> Provision:
    """The provision of such a word."""
    law, article, paragraph, item = text.split("/")
    return Provision(law, article, paragraph or None, item or None)


def _usage(entry: AccessEntry, purposes: Purposes, pseudonym: Pseudonym, today: int) -> Usage | Hidden:
    withheld: tuple[Provision, int] | None = None
    if entry.withheld_until is not None and entry.withheld_by is not None:
        withheld = (provision_of(entry.withheld_by), entry.withheld_until)
        if today < entry.withheld_until:
            return Hidden(entry.number, *withheld)
    by_consent = entry.basis is not None and entry.basis.startswith(CONSENT)
    permitted = entry.decision == "permitted"
    return Usage(
        entry.number, entry.logtime, entry.action, _receiver(entry, pseudonym), _purpose(entry.purpose, purposes),
        None if entry.basis is None or by_consent else provision_of(entry.basis),
        # A consent that permitted nothing may be anybody's.
        entry.basis.removeprefix(CONSENT) if entry.basis is not None and by_consent and permitted else None,
        entry.on_behalf_of == entry.subject,
        None if entry.case is None else pseudonym(entry.subject, entry.case),
        entry.known, entry.fields, None if permitted else entry.reason, withheld,
    )  # fmt: skip


def _receiver(entry: AccessEntry, pseudonym: Pseudonym) -> Receiver:
    is_the_person = entry.actor == entry.subject and entry.role == Role.PERSON
    return Receiver(
        entry.organisation, entry.role, is_the_person, entry.actor_kind == "software",
        pseudonym(entry.subject, entry.actor),
    )  # fmt: skip


def _purpose(id_: str | None, purposes: Purposes) -> tuple[str, Text] | None:
    """A declared purpose; what else somebody wrote there might name anybody."""
    found = purposes.by_id.get(id_ or "")
    return None if found is None else (found.id, found.title)


def _reported(
    connection: sa.Connection, person: str, purposes: Purposes, offset: int, limit: int
) -> tuple[Reported, ...]:
    a, e = access_entries.c, journal_entries.c
    asked = (
        sa.select(a.logtime, e.institution, a.actor_kind, a.purpose, a.fields)
        .join(journal_entries, e.sequence == a.sequence)
        .where(a.subject == person)
        .order_by(a.logtime.desc(), a.sequence.desc())
        .offset(offset)
        .limit(limit)
    )
    return tuple(
        Reported(
            row.logtime, row.institution, row.actor_kind == "software", _purpose(row.purpose, purposes),
            tuple(name for name in row.fields if name in _NAMES),
        )
        for row in connection.execute(asked)
    )  # fmt: skip
