"""Disks that fail: one that kills the process at a step, and one that loses power and what was not yet synced."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kyosei.log.disk import Disk


class PowerLoss(BaseException):
    """The power is gone: nothing of ours runs any more. No handler of errors may catch it."""


class StepDisk(Disk):
    """Counts the steps and calls `stop` at the one numbered `fails_at`, before it is done."""

    def __init__(self, fails_at: int | None = None) -> None:
        super().__init__()
        self.steps = 0
        self.fails_at = fails_at

    def stop(self) -> None:
        """Ends everything."""
        raise PowerLoss

    def step(self) -> None:
        """One more step begins."""
        if self.steps == self.fails_at:
            self.stop()
        self.steps += 1

    def make_folder(self, path: Path) -> None:
        self.step()
        super().make_folder(path)

    def write(self, path: Path, content: bytes) -> None:
        self.step()
        super().write(path, content)

    def sync(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self.sync_one(path)

    def sync_one(self, path: Path) -> None:
        """One of them: in tests they are synced one after the other, and not really."""
        self.step()

    def rename(self, source: Path, target: Path) -> None:
        self.step()
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self.step()
        super().remove(path)

    def remove_folder(self, path: Path) -> None:
        self.step()
        super().remove_folder(path)


class KillDisk(StepDisk):
    """Ends the process at once, without any handler or buffer of it running: what the system has, it keeps."""

    def stop(self) -> None:
        os._exit(9)


@dataclass
class Inode:
    """A file or folder; `durable` is the content that was synced."""

    content: bytes = b""
    durable: bytes | None = None
    is_folder: bool = False


@dataclass
class Machine:
    """What a machine's disk holds under one folder: what is durable, and what is only in memory.

    After a power loss, of the changes to names that were not synced any may have reached the disk and any not; a file
    that was not synced may have any beginning of its content.
    """

    folder: Path
    live: dict[Path, Inode] = field(default_factory=dict)
    durable: dict[Path, Inode] = field(default_factory=dict)
    pending: list[tuple[Path, Inode | None]] = field(default_factory=list)

    def name(self, path: Path, inode: Inode | None) -> None:
        """A name now stands for something else, or for nothing."""
        if inode is None:
            self.live.pop(path, None)
        else:
            self.live[path] = inode
        self.pending.append((path, inode))

    def sync(self, path: Path) -> None:
        """A file's content, or the names in a folder."""
        inode = self.live.get(path)
        if inode is not None and not inode.is_folder:
            inode.durable = inode.content
            return
        for changed, what in [change for change in self.pending if change[0].parent == path]:
            _set(self.durable, changed, what)
        self.pending = [change for change in self.pending if change[0].parent != path]

    def lose_power(self, chance: random.Random) -> None:
        """Leaves on the real disk what the machine finds when it starts again."""
        for changed, what in self.pending:
            if chance.random() < 0.5:
                _set(self.durable, changed, what)
        self.pending.clear()
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        for path, inode in sorted(self.durable.items()):
            if not path.parent.is_dir():
                continue
            if inode.is_folder:
                path.mkdir()
            elif inode.durable is not None:
                path.write_bytes(inode.durable)
            else:
                path.write_bytes(inode.content[: chance.randint(0, len(inode.content))])


class PoweredDisk(StepDisk):
    """A disk of a machine whose power fails at a step."""

    def __init__(self, machine: Machine, fails_at: int | None = None) -> None:
        super().__init__(fails_at)
        self.machine = machine

    def make_folder(self, path: Path) -> None:
        super().make_folder(path)
        self.machine.name(path, Inode(is_folder=True))

    def write(self, path: Path, content: bytes) -> None:
        super().write(path, content)
        self.machine.name(path, Inode(content))

    def sync_one(self, path: Path) -> None:
        super().sync_one(path)
        self.machine.sync(path)

    def rename(self, source: Path, target: Path) -> None:
        super().rename(source, target)
        inode = self.machine.live[source]
        self.machine.name(source, None)
        self.machine.name(target, inode)

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.machine.name(path, None)

    def remove_folder(self, path: Path) -> None:
        super().remove_folder(path)
        self.machine.name(path, None)


def _set(names: dict[Path, Inode], path: Path, what: Inode | None) -> None:
    if what is None:
        names.pop(path, None)
    else:
        names[path] = what
