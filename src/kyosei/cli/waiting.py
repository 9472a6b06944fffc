"""What somebody who waits sees on standard error: that kernels are being prepared, and how far long work is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kyosei.kernel_cache import kernels_are_compiled

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Told", "announce_preparation", "progress"]

_QUIET_SECONDS = 1.0


class Told(Protocol):
    """Is told how much is done, and of how much."""

    def __call__(self, done: int, of: int, /) -> None:
        """Called as often as there is something to tell."""


def announce_preparation() -> None:
    """One line if the kernels have to be compiled now, so that nobody thinks that the command hangs."""
    folder = os.environ.get("NUMBA_CACHE_DIR")
    if folder is not None and not kernels_are_compiled(Path(folder)):
        sys.stderr.write("Preparing the kernels once; this takes about a minute …\n")
        sys.stderr.flush()


@contextmanager
def progress(what: str) -> Iterator[Told]:
    """A bar on standard error, only on a terminal and only if the work takes longer than a second."""
    began = time.monotonic()
    bar: Progress | None = None
    task: TaskID | None = None

    def told(done: int, of: int) -> None:
        nonlocal bar, task
        if bar is None and sys.stderr.isatty() and time.monotonic() - began > _QUIET_SECONDS:
            from rich.console import Console
            from rich.progress import Progress

            bar = Progress(console=Console(stderr=True), transient=True)
            task = bar.add_task(what, total=of)
            bar.start()
        if bar is not None and task is not None:
            bar.update(task, completed=done, total=of)

    try:
        yield told
    finally:
        if bar is not None:
            bar.stop()
