"""What a person sees of the looks at their records: each one, by whom as an office or organisation, and no other person.

The shape is that of the usage service of Estonia's Data Tracker (`findUsage`: logtime, action, receiver, purpose, legal
basis; `usagePeriod`; hiddenUntil and hiddenReason). Humans who looked, their cases and their programs stand there under
pseudonyms that mean nothing outside this person's own list.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from kyosei.access.entries import AccessEntry, entries_about
from kyosei.access.purposes import Purposes
from kyosei.access.requests import Role
from kyosei.facts.hidden_address import MUNICIPALITY
from kyosei.facts.vocabulary import KINDS
from kyosei.facts.vocabulary.housing import HomeRegistration
from kyosei.journal.tables import access_entries, access_log
from kyosei.journal.tables import entries as journal_entries
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text

__all__ = [
    "CONSENT",
    "CONSENT_BY_LINK",
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
CONSENT_BY_LINK: Final = "consent-by-link:"
"""Of a consent that the person gave under another local id: if the link is ended, it is another person's."""
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

    record: under which of the person's other local ids the records were, as a pseudonym; None: under the one asked by.
    `number` counts the looks under that id. consent: the statement of the person that permitted it; a pseudonym of one
    that stands under another of their ids. case: a pseudonym of the office's reference. refusal: why it
    was refused; None if it was not.
    """

    number: int
    record: str | None
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
    record: str | None
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
    """The looks at one person's records, the newest first; `total` counts all looks here, `reported` are those elsewhere.

    A look at records under several of their local ids is counted under each.
    """

    total: int
    usages: tuple[Usage | Hidden, ...]
    reported: tuple[Reported, ...]
    period: UsagePeriod


def usages_of(
    connection: sa.Connection,
    person: str,
    members: Collection[str],
    purposes: Purposes,
    pseudonym: Pseudonym,
    today: int,
    offset: int,
    limit: int,
    concealed: Collection[str] = (),
    until: int | None = None,
) -> Usages:
    """The looks at a person's records as the person may see them today; called by the read path only, which logs it.

    person: the local id asked by; members: all that are theirs, itself among them. concealed: kinds of which this
    reader does not learn that they were seen; looks by municipalities are not among them where that is the address.
    until: only looks up to this instant (microseconds); None: all of them.
    """
    log = access_log.c
    others = sa.or_(log.organisation.is_(None), log.organisation.not_like(f"{MUNICIPALITY}%"))
    hides = HomeRegistration.facts.name in concealed
    which = [*([others] if hides else ()), *([] if until is None else [log.logtime <= until])]
    bounds = sa.select(sa.func.count(), sa.func.min(log.logtime), sa.func.max(log.logtime))
    total, first, last = connection.execute(bounds.where(log.subject.in_(members), *which)).one()
    found = entries_about(connection, members, offset, min(limit, USAGES_MAX), which)
    reader = _Reader(person, frozenset(members), purposes, pseudonym, today, frozenset(concealed))
    return Usages(
        total,
        tuple(reader.usage(entry) for entry in found),
        () if hides else _reported(connection, members, purposes, offset, min(limit, USAGES_MAX)),
        UsagePeriod(first, last),
    )


def provision_text(provision: Provision) -> str:
    """A provision in one word, as an entry keeps it."""
    return "/".join([provision.law, provision.article, provision.paragraph or "", provision.item or ""])


def provision_of(text: str) -> Provision:
    """The provision of such a word."""
    law, article, paragraph, item = text.split("/")
    return Provision(law, article, paragraph or None, item or None)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The person who sees the looks today, by which of their local ids; and what they are told instead of others' ids."""

    person: str
    members: frozenset[str]
    purposes: Purposes
    pseudonym: Pseudonym
    today: int
    concealed: frozenset[str]

    def usage(self, entry: AccessEntry) -> Usage | Hidden:
        record = None if entry.subject == self.person else self._called(entry.subject)
        withheld: tuple[Provision, int] | None = None
        if entry.withheld_until is not None and entry.withheld_by is not None:
            withheld = (provision_of(entry.withheld_by), entry.withheld_until)
            if self.today < entry.withheld_until:
                return Hidden(entry.number, record, *withheld)
        permitted = entry.decision == "permitted"
        return Usage(
            entry.number, record, entry.logtime, entry.action, self._receiver(entry),
            _purpose(entry.purpose, self.purposes), _provision(entry.basis), self._consent(entry),
            entry.on_behalf_of == entry.subject,
            None if entry.case is None else self._called(entry.case),
            entry.known, tuple(name for name in entry.fields if name.rpartition(".")[0] not in self.concealed
                and name not in self.concealed),
            None if permitted else entry.reason, withheld,
        )  # fmt: skip

    def _called(self, id_: str) -> str:
        return self.pseudonym(self.person, id_)

    def _receiver(self, entry: AccessEntry) -> Receiver:
        is_the_person = entry.actor in self.members and entry.role == Role.PERSON
        return Receiver(
            entry.organisation, entry.role, is_the_person, entry.actor_kind == "software", self._called(entry.actor)
        )

    def _consent(self, entry: AccessEntry) -> str | None:
        # A consent that permitted nothing may be anybody's.
        if entry.basis is None or entry.decision != "permitted":
            return None
        if entry.basis.startswith(CONSENT_BY_LINK):
            return self._called(entry.basis.removeprefix(CONSENT_BY_LINK))
        return entry.basis.removeprefix(CONSENT) if entry.basis.startswith(CONSENT) else None


def _provision(basis: str | None) -> Provision | None:
    return None if basis is None or basis.startswith((CONSENT, CONSENT_BY_LINK)) else provision_of(basis)


def _purpose(id_: str | None, purposes: Purposes) -> tuple[str, Text] | None:
    """A declared purpose; what else somebody wrote there might name anybody."""
    found = purposes.by_id.get(id_ or "")
    return None if found is None else (found.id, found.title)


def _reported(
    connection: sa.Connection, members: Collection[str], purposes: Purposes, offset: int, limit: int
) -> tuple[Reported, ...]:
    a, e = access_entries.c, journal_entries.c
    asked = (
        sa.select(a.logtime, e.institution, a.actor_kind, a.purpose, a.fields)
        .join(journal_entries, e.sequence == a.sequence)
        .where(a.subject.in_(members))
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
