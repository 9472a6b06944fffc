"""How fast one caller may ask: a program that has gone wrong takes no time from others' pages."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from typing import Final

__all__ = ["Pace"]

_CALLERS_MOST: Final = 10_000


class Pace:
    """Each caller may ask `at_once` times, and from then on as often as `a_minute` allows; kept in this process."""

    def __init__(self, a_minute: int, at_once: int, seconds: Callable[[], float]) -> None:
        self.a_minute = a_minute
        self.at_once = at_once
        self._seconds = seconds
        self._lock = threading.Lock()
        self._used: dict[str, tuple[float, float]] = {}
        """By caller: how many questions were used up, at which second."""

    def wait(self, caller: str) -> int:
        """0 if the caller may ask now, which is counted; else in how many seconds they may."""
        with self._lock:
            now = self._seconds()
            used = self._left_of(caller, now)
            if used + 1 > self.at_once:
                return math.ceil((used + 1 - self.at_once) * 60 / self.a_minute)
            if caller not in self._used and len(self._used) >= _CALLERS_MOST:
                self._used = {one: kept for one, kept in self._used.items() if self._left_of(one, now) > 0}
            self._used[caller] = used + 1, now
            return 0

    def _left_of(self, caller: str, now: float) -> float:
        """What is used up now: it becomes less with time."""
        used, at = self._used.get(caller, (0.0, now))
        return max(0.0, used - (now - at) * self.a_minute / 60)
