"""How fast one caller may ask: a program that has gone wrong takes no time from others' pages."""

from __future__ import annotations

import fcntl
import hashlib
import math
import mmap
import os
import secrets
import struct
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

__all__ = ["Pace"]

_PLACE: Final = struct.Struct("=Qdd")
"""A caller by a digest, 0 for nobody; how many questions were used up, at which second."""
_GROUPS: Final = 2_048
_IN_GROUP: Final = 8


class Pace:
    """Each caller may ask `at_once` times, and from then on as often as `a_minute` allows, whichever process they reach.

    It is counted in memory that this process shares with the forks that it makes. `seconds` must be the same in all of them. A
    caller has a place in one of many groups; where a group is full, who has used up least gives theirs up.
    """

    def __init__(self, a_minute: int, at_once: int, seconds: Callable[[], float]) -> None:
        self.a_minute = a_minute
        self.at_once = at_once
        self._seconds = seconds
        self._key = secrets.token_bytes(16)
        self._places = mmap.mmap(-1, _PLACE.size * _GROUPS * _IN_GROUP)
        self._threads = threading.Lock()
        self._processes, name = tempfile.mkstemp()
        os.unlink(name)
        weakref.finalize(self, os.close, self._processes)

    def wait(self, caller: str) -> int:
        """0 if the caller may ask now, which is counted; else in how many seconds they may."""
        who = int.from_bytes(hashlib.blake2b(caller.encode(), digest_size=8, key=self._key).digest()) or 1
        with self._alone():
            now = self._seconds()
            place, used = self._place_of(who, now)
            if used + 1 > self.at_once:
                return math.ceil((used + 1 - self.at_once) * 60 / self.a_minute)
            _PLACE.pack_into(self._places, place, who, used + 1, now)
            return 0

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Of all threads and processes; a process that ends lets go of it, however it ends."""
        with self._threads:
            fcntl.lockf(self._processes, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._processes, fcntl.LOCK_UN)

    def _place_of(self, who: int, now: float) -> tuple[int, float]:
        """Where a caller is counted, and what they have used up now, which becomes less with time."""
        group = who % _GROUPS * _IN_GROUP
        least, least_used = 0, math.inf
        for place in range(group * _PLACE.size, (group + _IN_GROUP) * _PLACE.size, _PLACE.size):
            found, used, at = _PLACE.unpack_from(self._places, place)
            left = max(0.0, used - (now - at) * self.a_minute / 60)
            if found == who:
                return place, left
            if left < least_used:
                least, least_used = place, left
        return least, 0.0
