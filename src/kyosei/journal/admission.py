"""Whether the journal takes an entry: signature, form, place and references, each refusal with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from kyosei.errors import CaseFileError, EntryRefusedError, IndividualNumberError, Refusal
from kyosei.facts.case_file import Line
from kyosei.facts.individual_number import refuse_individual_numbers
from kyosei.journal.entries import AccessHead, Entry, recorded, stated_at_of
from kyosei.journal.entry_lines import parsed_line, read_entry, refusal_of
from kyosei.journal.envelope import Envelope, digest_of, open_envelope
from kyosei.journal.loading import load_references
from kyosei.journal.looks import ComputedHead, computed_heads
from kyosei.journal.registry import RegisteredKey, Registry
from kyosei.journal.tables import entries

__all__ = ["Candidate", "Outcome", "Receipt", "admit", "opened"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """That the journal has an entry: its place in the log, when we learnt it, and the salt of its commitment.

    The leaf of the log at `sequence` is HMAC-SHA256(salt, exact bytes of the entry).
    """

    id: str
    sequence: int
    recorded_at: int
    salt: bytes
    commitment: bytes


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be taken; nothing of it is stored yet."""

    envelope: Envelope
    digest: bytes
    signer: RegisteredKey
    line: Line
    entry: Entry


@dataclass(frozen=True, slots=True)
class Repeated:
    """The same bytes as an earlier entry of the batch, at this place."""

    place: int


Outcome = Candidate | Repeated | Receipt | EntryRefusedError


def opened(received: bytes) -> Envelope | EntryRefusedError:
    """The envelope, or why it is none."""
    try:
        return open_envelope(received)
    except EntryRefusedError as error:
        return error


def admit(
    connection: sa.Connection, registry: Registry, batch: Sequence[Envelope | EntryRefusedError], now: int
) -> list[Outcome]:
    """What becomes of each envelope of a batch, in order; the receipt, if the same bytes were taken before."""
    envelopes = [envelope for envelope in batch if isinstance(envelope, Envelope)]
    stored = _stored(connection, [envelope.id for envelope in envelopes if envelope.id is not None])
    outcomes: list[Outcome] = []
    places: dict[str, int] = {}
    for place, envelope in enumerate(batch):
        if isinstance(envelope, EntryRefusedError):
            outcomes.append(envelope)
            continue
        outcome = _alone(registry, envelope, stored, now)
        if isinstance(outcome, Candidate):
            earlier = places.setdefault(outcome.entry.id, place)
            if earlier != place:
                outcome = _again(outcome, earlier, outcomes[earlier])
        outcomes.append(outcome)
    candidates = [outcome for outcome in outcomes if isinstance(outcome, Candidate)]
    references = load_references(connection, [candidate.entry for candidate in candidates])
    for place, outcome in enumerate(outcomes):
        if not isinstance(outcome, Candidate):
            continue
        entry, envelope = outcome.entry, outcome.envelope
        try:
            registry.check(entry, envelope, outcome.signer)
            references.check(outcome.line, entry, outcome.signer.actor)
            if isinstance(entry, AccessHead):
                _check_head(connection, entry)
        except CaseFileError as error:
            outcomes[place] = refusal_of(error, entry.id)
        except EntryRefusedError as error:
            outcomes[place] = EntryRefusedError(error.refusal, error.message, entry.id)
        else:
            references.add(entry)
    return outcomes


def _alone(registry: Registry, envelope: Envelope, stored: Mapping[str, Any], now: int) -> Outcome:
    """As far as the envelope alone can tell, and whether its id is taken."""
    digest = digest_of(envelope.received)
    row = stored.get(envelope.id) if envelope.id is not None else None
    if row is not None and row.digest == digest:
        return Receipt(row.id, row.sequence, row.recorded_at, row.salt, row.commitment)
    try:
        refuse_individual_numbers(envelope.content, "entry")  # before all else: no other refusal may repeat the number
    except IndividualNumberError as error:
        return EntryRefusedError(Refusal.INDIVIDUAL_NUMBER, str(error))
    try:
        signer = registry.key_for(envelope.key_id, now)
        signer.key.verify(envelope)
        line = parsed_line(envelope.payload)
        entry = recorded(read_entry(line), now)
    except CaseFileError as error:
        return refusal_of(error, envelope.id)
    except EntryRefusedError as error:
        return EntryRefusedError(error.refusal, error.message, envelope.id)
    if row is not None:
        if row.digest is None:
            return EntryRefusedError(Refusal.ERASED, "it was erased; what was erased is not taken again", entry.id)
        return EntryRefusedError(
            Refusal.REPLAY_WITH_OTHER_BYTES,
            "an entry with this id and other bytes is on record; give a new entry an id of its own",
            entry.id,
        )
    stated_at = stated_at_of(entry)
    if stated_at is not None and stated_at > now:
        return EntryRefusedError(
            Refusal.STATED_IN_FUTURE,
            "`stated_at` is later than our clock; correct it, or the clock it came from",
            entry.id,
        )
    return Candidate(envelope, digest, signer, line, entry)


def _check_head(connection: sa.Connection, entry: AccessHead) -> None:
    """A head that is not that of the access log would be found wrong for ever: none is taken."""
    following = 1 + int(connection.scalar(_HEADS) or 0)
    if computed_heads(connection, following, following) != [ComputedHead(entry.number, entry.looks, entry.root)]:
        raise EntryRefusedError(
            Refusal.WRONG_HEAD,
            f"it is not head {following} of the access log; `kyosei journal seal` takes and enters the next one",
        )


# The type is written out, so that the index of that type is used.
_HEADS: Final = sa.select(sa.func.count()).where(entries.c.type == sa.literal_column("'access_head'"))


def _again(candidate: Candidate, place: int, earlier: Outcome) -> Outcome:
    """The same id a second time in one batch."""
    if isinstance(earlier, Candidate) and earlier.digest == candidate.digest:
        return Repeated(place)
    return EntryRefusedError(
        Refusal.REPLAY_WITH_OTHER_BYTES,
        "an entry with this id and other bytes comes earlier in the same batch; give each an id of its own",
        candidate.entry.id,
    )


def _stored(
    connection: sa.Connection, ids: Sequence[str]
) -> dict[str, Any]:  # Any: the columns of a row have different types
    if not ids:
        return {}
    e = entries.c
    asked = sa.select(e.id, e.sequence, e.recorded_at, e.salt, e.commitment, e.digest).where(
        e.id == sa.any_(sa.literal(list(ids), sa.ARRAY(sa.Text)))
    )
    return {row.id: row for row in connection.execute(asked)}
