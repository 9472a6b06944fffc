"""Entries that are made in the portal: a person's own word, signed for them, and what institutions say, into the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.journal.admission import Receipt
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal

__all__ = ["Entering", "Intake"]


class Entering:
    """Enters what persons say. Two threads may use it: the journal lets one writer in at a time."""

    def __init__(self, journal: Journal, key: SigningKey) -> None:
        self._journal = journal
        self._key = key

    @property
    def journal(self) -> Journal:
        """Where it is entered."""
        return self._journal

    def signed(self, entry: Mapping[str, object]) -> bytes:
        """An entry as the person's word."""
        return self._key.sign(entry)

    def enter_whole(self, envelopes: Sequence[bytes]) -> None:
        """Enters all of these, or none: EntryRefusedError says why the first is refused. Those that are there are left there."""
        for refused in self._journal.submit_whole(envelopes):
            if refused is not None:
                raise refused

    def enter(self, entry: Mapping[str, object]) -> None:
        """Enters it; what is there under its id already is not entered again. EntryRefusedError says why it is refused."""
        _enter(self._journal, self._key, entry)


class Intake:
    """Takes what institutions say. `key_of`: the key with which the portal may sign for one of them; None everywhere but in a
    trial, which holds the keys of all.
    """

    def __init__(self, journal: Journal, key_of: Callable[[str], SigningKey | None]) -> None:
        self._journal = journal
        self._key_of = key_of

    def signs_for(self, institution: str) -> bool:
        """Whether the portal may sign for it."""
        return self._key_of(institution) is not None

    def enter(self, institution: str, entry: Mapping[str, object]) -> None:
        """Signs and enters it, as `Entering.enter`."""
        key = self._key_of(institution)
        assert key is not None, "who asks has made sure that the portal may sign"
        _enter(self._journal, key, entry)

    def signed(self, institution: str, entries: Sequence[Mapping[str, object]]) -> list[bytes]:
        """These entries signed for it."""
        key = self._key_of(institution)
        assert key is not None, "who asks has made sure that the portal may sign"
        return [key.sign(one) for one in entries]

    def refusals(self, envelopes: Sequence[bytes]) -> list[EntryRefusedError | None]:
        """Why each of them would be refused; nothing is taken."""
        return self._journal.refusals(envelopes)

    def take_whole(self, envelopes: Sequence[bytes]) -> list[EntryRefusedError | None]:
        """Takes all of them, or none if one is refused: why each is."""
        return self._journal.submit_whole(envelopes)

    def take_each(self, envelopes: Sequence[bytes]) -> list[Receipt | EntryRefusedError]:
        """Takes what institutions have signed themselves, each by itself: a receipt, or why it is refused; in order."""
        return self._journal.submit(envelopes)

    def has(self, id_: str) -> bool:
        """Whether there is an entry with this id."""
        return self._journal.has_all([id_])

    def take(self, envelope: bytes) -> str:
        """Takes what an institution has signed itself; its id. EntryRefusedError says why it is refused."""
        return self._journal.submit_one(envelope).id


def _enter(journal: Journal, key: SigningKey, entry: Mapping[str, object]) -> None:
    try:
        journal.submit_one(key.sign(entry))
    except EntryRefusedError as error:
        if error.refusal is not Refusal.REPLAY_WITH_OTHER_BYTES:
            raise
