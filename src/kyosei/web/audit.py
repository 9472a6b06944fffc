"""What everybody may verify: the public log and its proofs, and past verdicts evaluated again. Nothing here names a person."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from kyosei.errors import InputError, LogError
from kyosei.log import Policy, read_verifier_key
from kyosei.log.commands import make_proof
from kyosei.log.tile_names import CHECKPOINT
from kyosei.log.tiles import Tiles
from kyosei.signals.looks import Looks, looks_by_month
from kyosei.timelines.days import date_from_day, legal_day
from kyosei.verdicts.evaluate import Loaded
from kyosei.watch.replaying import Replayed, chosen, replay, told_under

__all__ = ["Audit", "Head", "PublicLog"]

_A_DAY: Final = 12
"""Verdicts that are replayed each day."""
_KEPT_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Head:
    """What the log says of itself: a checkpoint as it was signed, how many entries it covers, and their root."""

    origin: str
    size: int
    root: str
    note: bytes


@dataclass(frozen=True, slots=True)
class PublicLog:
    """The folder of the public log, and the key that verifies it."""

    folder: Path
    key: str

    def head(self) -> Head | None:
        """The newest checkpoint; None before the first."""
        try:
            note = (self.folder / CHECKPOINT).read_bytes()
        except OSError:
            return None
        checkpoint = self._policy().open(note).checkpoint
        return Head(checkpoint.origin, checkpoint.size, checkpoint.root.hex(), note)

    def leaf(self, index: int, size: int) -> bytes:
        """What the log holds of an entry: 32 bytes that say nothing of it."""
        return Tiles(self.folder, size).entry(index)

    def proof(self, index: int) -> bytes | None:
        """That an entry is in the log (C2SP tlog-proof); None if there is none at this place."""
        try:
            return make_proof(self.folder, self._policy(), index, None)
        except (InputError, LogError, IndexError, ValueError):
            return None

    def _policy(self) -> Policy:
        return Policy.of([read_verifier_key(self.key)], [], None)


class Audit:
    """Replays past verdicts, one at a time, so that who asks often takes nobody's time; each reference and day once."""

    def __init__(self, engine: sa.Engine, law_of: Callable[[str], Loaded]) -> None:
        self._engine = engine
        self._law_of = law_of
        self._one = threading.Lock()
        self._days: dict[int, Mapping[Replayed, int]] = {}
        self._found: dict[str, Replayed] = {}
        self._looks: tuple[date, Sequence[Looks]] | None = None

    def of_day(self, day: int) -> Mapping[Replayed, int]:
        """What became of some of those that were told, which the day chooses; by what became of them, how many."""
        with self._one:
            if day not in self._days:
                with self._reading() as connection, connection.begin():
                    told = chosen(connection, str(day), _A_DAY)
                    found = Counter(replay(connection, one, self._law_of) for one in told)
                if not told:
                    return found
                self._days = {day: found}
            return self._days[day]

    def of(self, reference: str) -> Replayed | None:
        """What became of the one under a reference; None if there is none."""
        with self._one:
            if reference in self._found:
                return self._found[reference]
            with self._reading() as connection, connection.begin():
                told = told_under(connection, reference)
                found = None if told is None else replay(connection, told, self._law_of)
            if found is not None:
                if len(self._found) >= _KEPT_MOST:
                    self._found.clear()
                self._found[reference] = found
            return found

    def looks(self, now: int) -> Sequence[Looks]:
        """How many looks there were in the months that were over at an instant (microseconds).

        No entry about a month comes once it is over, but those that were being written then; so it is kept from the next day on.
        """
        today = date_from_day(legal_day(now))
        kept = self._looks
        if kept is not None and kept[0] == today.replace(day=1):
            return kept[1]
        with self._reading() as connection:
            found = looks_by_month(connection, today)
        if today.day > 1:
            self._looks = today.replace(day=1), found
        return found

    def _reading(self) -> sa.Connection:
        return self._engine.connect().execution_options(isolation_level="REPEATABLE READ")
