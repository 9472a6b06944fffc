"""What may be entered, as typed records: the lines of a case file, and what only the journal knows.

Consents, mandates and assessments are statements of the vocabulary and are found among them; links and their ends are
declared in `facts.links`. How each is written:
`entry_lines`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, assert_never

from kyosei.facts.case_file import Record
from kyosei.facts.links import Link, Unlink
from kyosei.facts.statements import Coverage, Dispute, Heartbeat, PartyRecord, Resolution, Statement, Withdrawal
from kyosei.journal.envelope import VerifyingKey

__all__ = [
    "Access", "AccessHead", "Actor", "ActorKind", "ApplicationAct", "ApplicationActKind", "CaseAct", "Decision",
    "DecisionAct", "Entry", "Erasure", "Institution", "KeyRegistration", "KeyRevocation", "NormAct", "NormActKind",
    "ReviewOutcome", "recorded", "speaker_of", "stated_at_of",
]  # fmt: skip


class ActorKind(StrEnum):
    """Who wrote an entry: a program, or a human by their own key."""

    SOFTWARE = "software"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Actor:
    """A program (`software:…`) or a human (`staff:…` or `person:…`): the kind and the id always agree (P08)."""

    kind: ActorKind
    id: str


@dataclass(frozen=True, slots=True)
class Erasure:
    """A legal act by which the payload and salt of an entry are destroyed."""

    id: str
    target: str
    basis: str
    reason: str
    author: str
    source: str
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class Access:
    """Somebody looked at a person's records; `stated_at` is when."""

    id: str
    actor: Actor
    action: str
    purpose: str
    basis: str
    on_behalf_of: str | None
    case: str | None
    subject: str
    fields: tuple[str, ...]
    source: str
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class AccessHead:
    """A head of the access log (`looks`), numbered from 1; `looks`: how many it covers together with all before it."""

    id: str
    number: int
    looks: int
    root: bytes
    source: str
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class CaseAct:
    """Somebody does something about a case (`kyosei.cases`): who is the actor of the key that signs it.

    act: one of `kyosei.cases.acts`; route: how the person who complains wants it to go on, or to which office an official
    passes it on, else None. event: of a delivery, what the notice told that was delivered; of what is passed on, the request
    of that office; else None.
    """

    id: str
    case: str
    act: str
    reason: str
    route: str | None
    event: str | None
    source: str
    stated_at: int
    recorded_at: int


class NormActKind(StrEnum):
    """What can be ruled about a norm."""

    SILENCE = "silence"
    """It opens no case and tells nobody until it is restored; what stands of it is taken back."""
    DEFECTIVE = "defective"
    """The same of some versions; and each case that rests on one of them is to be looked at again."""
    RESTORE = "restore"
    """It tells again, from now on."""


@dataclass(frozen=True, slots=True)
class NormAct:
    """Somebody rules about the alerts of a norm; who is the actor of the key that signs it.

    laws: of a defect, the law versions under which the norm is wrong. from_day, until_day: the first day on which its defective
    version is in force, and the first on which it no longer is (day numbers, NEVER: it still is). author: who decided, a
    human; None if a program silences it.
    """

    id: str
    norm: str
    act: NormActKind
    laws: tuple[str, ...]
    from_day: int
    until_day: int
    reason: str
    author: str | None
    source: str
    stated_at: int
    recorded_at: int


class DecisionAct(StrEnum):
    """What is done about the decision of an application, in this order."""

    SEAL = "seal"
    """The dossier is closed: from now on nothing in it changes."""
    CONCUR = "concur"
    """A second officer has read it and agrees, in words of their own."""
    RETURN = "return"
    """A second officer has read it and sends it back, in words of their own: of this dossier nobody is told any more."""
    NOTIFY = "notify"
    """The person is told."""
    SUPPLEMENT = "supplement"
    """Something is added to the reasons, under its own day; nothing that was sealed becomes another."""
    REVIEW = "review"
    """It is to be looked at again: the person asks for it, without having to say why, or the office does it by itself."""
    OUTCOME = "outcome"
    """How a review ended, in the words of somebody who decided nothing of it before."""


class ReviewOutcome(StrEnum):
    """How a review ends. What follows is decided in a dossier of its own."""

    ANNULS = "annuls"
    CORRECTS = "corrects"
    UPHOLDS = "upholds"


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody acts on a dossier (`kyosei.decisions`), signed with their own key.

    dossier: its address, the SHA-256 of its canonical JSON in hexadecimal. person, application, document: of a seal, whom and
    what it decides, and the dossier as JSON; else None. reason: own words, "" with a seal. language: in which the person is
    told, else None. outcome: of a review that ended. rulings: of a review that an office opens, the rulings by which a norm
    version that it rests on is defective.
    """

    id: str
    act: DecisionAct
    dossier: str
    person: str | None
    application: str | None
    document: Mapping[str, Any] | None  # Any: JSON
    reason: str
    language: str | None
    author: str
    source: str
    stated_at: int
    recorded_at: int
    outcome: ReviewOutcome | None = None
    rulings: tuple[str, ...] = ()

    @property
    def is_adverse(self) -> bool:
        """Of a seal: whether the application is not granted."""
        opinion = (self.document or {}).get("opinion")
        outcome = opinion.get("outcome") if isinstance(opinion, dict) else None
        return not (isinstance(outcome, dict) and outcome.get("result") == "granted")


class ApplicationActKind(StrEnum):
    """What is done about an application."""

    FILE = "file"
    """The person files it, or who acts for them."""
    RECEIVE = "receive"
    """The office has it: the statement that says so proves that it is pending."""
    ADD = "add"
    """The person adds something: words, or a document by its digest."""
    WITHDRAW = "withdraw"
    """The person takes it back."""
    REQUEST = "request"
    """The office asks the person for something that no source has, with a day and the reason."""
    ANSWER = "answer"
    """The person answers that."""
    INQUIRE = "inquire"
    """The office asks another public office for what it has on record."""


@dataclass(frozen=True, slots=True)
class ApplicationAct:
    """Somebody acts on an application (`kyosei.applications`): the person, under their session, or the office with its key.

    application: the id of the entry that files it. person, office: of a filing, who applies where, else None; of an inquiry,
    office: which is asked. by: who does it:
    the person, a human who acts for them, or of the office the actor of the key. words: their own, "" if none. document: of a
    filing, a request or what is added, what belongs to it. target: of `receive` the statement, of `answer` the request. due_day:
    of a request, until when (day number), else None.
    """

    id: str
    act: ApplicationActKind
    application: str
    person: str | None
    office: str | None
    by: str
    words: str
    document: Mapping[str, Any] | None  # Any: JSON
    target: str | None
    due_day: int | None
    source: str
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class Institution:
    """Who may enter what. A pattern is an id, or the beginning of one followed by `*`; None: no limit.

    speaks_for: sources beside itself. kinds: of statements. about: the persons it may speak of. entry_types: beyond
    those that every institution has. declares_roles: of organisations, which make them holders of kinds.
    """

    id: str
    institution: str
    speaks_for: tuple[str, ...]
    kinds: tuple[str, ...] | None
    about: tuple[str, ...] | None
    entry_types: tuple[str, ...]
    declares_roles: tuple[str, ...]
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class KeyRegistration:
    """A key with which an actor signs for an institution, over [valid_from, valid_until) of our clock."""

    id: str
    institution: str
    key: VerifyingKey
    actor: Actor
    valid_from: int
    valid_until: int
    stated_at: int
    recorded_at: int


@dataclass(frozen=True, slots=True)
class KeyRevocation:
    """From now on nothing signed with a key is taken."""

    id: str
    institution: str
    key_id: str
    reason: str
    stated_at: int
    recorded_at: int


Entry = (
    Record
    | Link
    | Unlink
    | Erasure
    | Access
    | AccessHead
    | CaseAct
    | NormAct
    | Decision
    | ApplicationAct
    | Institution
    | KeyRegistration
    | KeyRevocation
)


def recorded(entry: Entry, at: int) -> Entry:
    """The entry with the instant at which the journal learnt it."""
    return entry if isinstance(entry, PartyRecord) else replace(entry, recorded_at=at)


def stated_at_of(entry: Entry) -> int | None:
    """When it was said; None for parties, which have no such instant."""
    return None if isinstance(entry, PartyRecord) else entry.stated_at


def speaker_of(entry: Entry) -> str | None:
    """The party that says it; None where any institution may say it for itself (a party)."""
    match entry:
        case PartyRecord():
            return None
        case Dispute() | Resolution():
            return entry.by
        case Statement() | Coverage() | Heartbeat() | Withdrawal() | Link() | Unlink() | Erasure():
            return entry.source
        case Access() | AccessHead() | CaseAct() | NormAct() | Decision() | ApplicationAct():
            return entry.source
        case Institution() | KeyRegistration() | KeyRevocation():
            return entry.institution
        case _:
            assert_never(entry)
