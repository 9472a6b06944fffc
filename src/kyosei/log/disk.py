"""How files become durable: written aside, synced, renamed into place, and their folders synced.

A file that stands under its name is whole: a reader never sees half of one, and after a crash or a power failure each
name holds the old content or the new. `Disk` has the single steps, so that the tests can break each of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kyosei.errors import LogError

__all__ = ["PRIVATE", "Disk", "FolderLock", "claim", "put", "remove_folder"]

PRIVATE: Final = ".writer"
"""The folder of what is the writer's own and not published."""

_ASIDE: Final = f"{PRIVATE}/new"
_SYNCS_AT_ONCE: Final = 16


class Disk:
    """The single steps of writing, on the disk of this machine."""

    def __init__(self) -> None:
        self._threads: ThreadPoolExecutor | None = None

    def make_folder(self, path: Path) -> None:
        """One folder, whose parent exists."""
        path.mkdir()

    def write(self, path: Path, content: bytes) -> None:
        """A whole file, not yet synced."""
        path.write_bytes(content)

    def sync(self, paths: Sequence[Path]) -> None:
        """Brings files (their content) and folders (the names in them) to stable storage.

        All at once: the file system writes its journal once for syncs that wait together.
        """
        if self._threads is None:
            self._threads = ThreadPoolExecutor(_SYNCS_AT_ONCE, "sync")
        for _ in self._threads.map(_sync, paths):
            pass

    def rename(self, source: Path, target: Path) -> None:
        """Puts a file under its name, over an older one."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Removes a file."""
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        """Removes an empty folder."""
        path.rmdir()


def claim(disk: Disk, directory: Path) -> FolderLock:
    """Takes a log's or witness's folder for this process and clears away what a crash left half written in it.

    Makes the folder where it is not there. LogError while another process holds it.
    """
    with _told(directory):
        for folder in [*reversed(directory.absolute().parents), directory, directory / PRIVATE, directory / _ASIDE]:
            if not folder.is_dir():
                disk.make_folder(folder)
                disk.sync([folder.parent])
        lock = FolderLock(directory)
        try:
            for left in sorted((directory / _ASIDE).iterdir()):
                disk.remove(left)
            # A crash may have come between a rename and its sync: what is read from here on has to be durable.
            disk.sync([directory / PRIVATE, directory, directory.absolute().parent])
        except BaseException:
            lock.release()
            raise
    return lock


def put(disk: Disk, directory: Path, files: Mapping[str, bytes]) -> None:
    """Makes every file (path inside `directory` → content) durable; all of them are once this returns.

    LogError where the disk refuses: then some may be there, and putting them all again is right.
    """
    with _told(directory):
        aside = directory / _ASIDE
        for at, content in enumerate(files.values()):
            disk.write(aside / str(at), content)
        disk.sync([aside / str(at) for at in range(len(files))])
        # Every folder above is synced, also those found: a crash may have come between making and syncing one.
        touched: dict[Path, None] = {}
        for at, name in enumerate(files):
            target = directory / name
            folders = [folder for folder in target.parents if folder.is_relative_to(directory)]
            for folder in reversed(folders):
                if not folder.is_dir():
                    disk.make_folder(folder)
            disk.rename(aside / str(at), target)
            touched.update(dict.fromkeys(folders))
        disk.sync(list(touched))


def remove_folder(disk: Disk, folder: Path) -> None:
    """Removes a folder and the files in it, where it is there, for good."""
    with _told(folder):
        if folder.is_dir():
            for file in sorted(folder.iterdir()):
                disk.remove(file)
            disk.remove_folder(folder)
            disk.sync([folder.parent])


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(directory: Path) -> Iterator[None]:
    """What the system refuses, in our words."""
    try:
        yield
    except OSError as error:
        raise LogError(
            f"{directory} cannot be written: {error.strerror or error}; mend that and do the same again"
        ) from error


class FolderLock:
    """Holds a folder for one process; the operating system lets go of it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        import fcntl  # only writers need it; verifying works on systems that have no such module

        self._descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._descriptor)
            raise LogError(f"{folder} is in use by another process: end that one first, or wait for it") from error

    def release(self) -> None:
        """Lets go of the folder; a second time does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
