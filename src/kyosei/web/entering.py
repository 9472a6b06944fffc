"""Entries that somebody makes in the portal, into the journal: a person's own word, signed by the portal for them, and that of an
organisation, signed with its own key.
"""

from __future__ import annotations

from collections.abc import Mapping

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal

__all__ = ["Entering"]


class Entering:
    """Enters what is said, under one key. Two threads may use it: the journal lets one writer in at a time."""

    def __init__(self, journal: Journal, key: SigningKey) -> None:
        self._journal = journal
        self._key = key

    def enter(self, entry: Mapping[str, object]) -> None:
        """Enters it; what is there under its id already is not entered again. EntryRefusedError says why it is refused."""
        try:
            self._journal.submit_one(self._key.sign(entry))
        except EntryRefusedError as error:
            if error.refusal is not Refusal.REPLAY_WITH_OTHER_BYTES:
                raise
