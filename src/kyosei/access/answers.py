"""What a look answers with: records to read, a case to evaluate, or signed entries to take elsewhere."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from kyosei.facts.statements import Case
from kyosei.identity.persons import Notice
from kyosei.journal.reading import Position
from kyosei.journal.stored import Stored

__all__ = ["Chosen", "Disclosure", "Evaluable", "Excerpt", "ToldOf"]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What a look shows: the lines of the person, as a case reduced to the purpose; its entry's number; as known when.

    notices: what the person has to be told now, if it is they, or who acts for them, who look at their own records (P10).
    """

    case: Case
    fields: tuple[str, ...]
    number: int
    known: int
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluable:
    """What a look evaluates: the case that its purpose may read, at a position of the journal, as known when.

    norms: those that may be answered, the only ones of which the case has everything; None: all. known: None if nothing
    was on record at the position. beside: what was computed of this very case stands here, for as long as it is kept.
    """

    case: Case
    norms: frozenset[str] | None
    number: int
    known: int | None
    position: Position
    beside: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)  # Any: whoever puts it knows


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a look takes elsewhere: a case about `subject`, and the signed entries that it was read from, as they lie.

    held: the lines of these entries, before links made one person's case of them.
    """

    subject: str
    case: Case
    held: Case
    entries: tuple[Stored, ...]
    number: int
    known: int | None
    position: Position


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a look takes elsewhere of some lines.

    entries: of the lines that it shows with every field, as they were signed, with the register behind their keys.
    kept_back: of the others the place in the journal and what the log holds of them, which says nothing of what they say.
    """

    evaluable: Evaluable
    entries: tuple[Stored, ...]
    kept_back: tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class ToldOf:
    """A sealed dossier of which the person was told: its address, of which application and procedure, how that ended, and when
    they were told (microseconds).
    """

    dossier: str
    application: str
    procedure: str
    result: str
    told_at: int
