"""Whether the store still holds what was signed and published: every entry, its signature, and every root published."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError, JournalError
from kyosei.journal.entries import AccessHead, Erasure
from kyosei.journal.envelope import VerifyingKey, open_envelope
from kyosei.journal.registry import Registry, load_registry
from kyosei.journal.stored import Stored, chunks_from
from kyosei.journal.tables import publications
from kyosei.log.checkpoints import Checkpoint, read_checkpoint
from kyosei.log.frontier import Frontier
from kyosei.log.merkle import leaf_hashes

__all__ = ["VerifiedStore", "verify_store"]

_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class VerifiedStore:
    """What was verified; `root`: of the tree of all published entries, None if there are none.

    heads: the heads of the access log among the entries (`access_heads.verify_access_log`).
    """

    entries: int
    erased: int
    publications: int
    root: bytes | None
    heads: tuple[AccessHead, ...]


def verify_store(connection: sa.Connection, root: VerifyingKey) -> VerifiedStore:
    """Checks the commitment, form and signature of every entry, and the tree at every size that was published.

    JournalError naming the first that is wrong. That the checkpoints are those of the public log is for the log to say
    (`kyosei log verify`); compare its root with this one.
    """
    registry = load_registry(connection, root)
    awaited = _published(connection)
    count, frontier, newest = len(awaited), Frontier(), None
    erased: dict[str, int] = {}
    acts: set[str] = set()
    heads: list[AccessHead] = []
    for chunk in chunks_from(connection, 0, _ROWS):
        for one in chunk:
            _check_signature(one, registry)
            if one.envelope is None:
                erased[one.id] = one.sequence
            if isinstance(one.entry, Erasure):
                acts.add(one.entry.target)
            if isinstance(one.entry, AccessHead):
                heads.append(one.entry)
        begin = 0
        while awaited and awaited[0].size <= frontier.size + len(chunk) - begin:
            newest = awaited.pop(0)
            end = begin + newest.size - frontier.size
            frontier.extend(leaf_hashes([one.commitment for one in chunk[begin:end]]))
            begin = end
            if frontier.root() != newest.root:
                raise JournalError(
                    f"the first {newest.size} entries are not those that were published: their root is"
                    f" {frontier.root().hex()}, the published one {newest.root.hex()}; restore the store from a backup"
                )
        frontier.extend(leaf_hashes([one.commitment for one in chunk[begin:]]))
    for id_, sequence in erased.items():
        if id_ not in acts:
            raise JournalError(
                f"entry {sequence} ({id_}) is erased, and no act on record says so; restore it from a backup"
            )
    if awaited:
        raise JournalError(
            f"{awaited[-1].size} entries were published, the store has {frontier.size}; restore it from a backup"
        )
    return VerifiedStore(frontier.size, len(erased), count, newest.root if newest else None, tuple(heads))


def _published(connection: sa.Connection) -> list[Checkpoint]:
    found = connection.execute(sa.select(publications).order_by(publications.c.size)).all()
    checkpoints = [read_checkpoint(row.checkpoint) for row in found]
    for row, checkpoint in zip(found, checkpoints, strict=True):
        if row.size != checkpoint.size:
            raise JournalError(f"the publication at {row.size} entries has a checkpoint of {checkpoint.size}")
    return checkpoints


def _check_signature(one: Stored, registry: Registry) -> None:
    if one.envelope is None:
        return
    found = registry.keys.get(one.key_id)
    if found is None or found.institution != one.institution:
        raise JournalError(f"entry {one.sequence} ({one.id}): its key is not registered for {one.institution}")
    try:
        found.key.verify(open_envelope(one.envelope))
    except EntryRefusedError as error:
        raise JournalError(f"entry {one.sequence} ({one.id}): {error.message}") from error
