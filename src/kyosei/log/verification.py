"""Verifies a whole log from its files alone: every entry, every hash, every signature, and that it continues older copies.

The tree is computed anew from the entries. Each tile has to hold what was computed, and the root has to be the one that
was signed and cosigned. So a changed, dropped, added or reordered entry shows, at the latest in the root; and where only
some files were changed, the error names the file and the entry.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kyosei.errors import DamagedLogError, ForkError, NoteError, SignatureError
from kyosei.log.disk import PRIVATE
from kyosei.log.frontier import Frontier
from kyosei.log.merkle import leaf_hashes
from kyosei.log.policy import Opened, Policy
from kyosei.log.tile_names import CHECKPOINT, TILE_BITS, TileName, read_tile_name, tiles_of
from kyosei.log.tiles import Tiles, bundle_entries, tile_hashes

__all__ = ["VerifiedLog", "verify"]


@dataclass(frozen=True, slots=True)
class VerifiedLog:
    """What was verified: the checkpoint with its cosignatures, how many files, and the older checkpoints it continues.

    `unpublished`: tiles beyond the checkpoint, which it says nothing about; `strangers`: files that are no part of a log.
    """

    opened: Opened
    files: int
    continues: tuple[Opened, ...]
    unpublished: tuple[str, ...]
    strangers: tuple[str, ...]


def verify(directory: Path, policy: Policy, older: Iterable[bytes] = ()) -> VerifiedLog:
    """Verifies the log in `directory` as a holder of `policy`; `older` are checkpoints that were seen before.

    DamagedLogError names the file, and the entry where it can; ForkError says that the log does not continue what it once
    signed; NoteError, SignatureError and QuorumError are about the checkpoint.
    """
    opened = policy.open(_checkpoint_bytes(directory))
    before = sorted((_older(policy, content, opened) for content in older), key=lambda o: o.checkpoint.size)
    signed = _own_signed(directory, policy)
    names = sorted(_files(directory))
    tiles = [name for path in names if (name := read_tile_name(path)) is not None]
    roots = _Recomputed(directory, opened, tiles)
    roots.run([o.checkpoint.size for o in [*before, *signed]])
    for earlier in [*before, *signed]:
        if roots.root_at.get(earlier.checkpoint.size, earlier.checkpoint.root) != earlier.checkpoint.root:
            raise ForkError(
                f"the log {earlier.checkpoint.origin} once signed another tree for its first {earlier.checkpoint.size} entries: "
                "its history was changed. Keep both checkpoints: together they prove it"
            )
    kept = {CHECKPOINT, f"{PRIVATE}/signed"}
    strangers = tuple(path for path in names if path not in kept and read_tile_name(path) is None)
    return VerifiedLog(opened, roots.files, tuple(before), tuple(roots.unpublished), strangers)


class _Recomputed:
    """The tree computed anew, bundle by bundle, and every file held against it."""

    def __init__(self, directory: Path, opened: Opened, found: Sequence[TileName]) -> None:
        self.files = 1
        self.root_at: dict[int, bytes] = {}
        self._directory = directory
        self._checkpoint = opened.checkpoint
        self._tiles = Tiles(directory, opened.checkpoint.size)
        self._frontier = Frontier()
        self._found: dict[tuple[int | None, int], list[TileName]] = {}
        for name in found:
            self._found.setdefault((name.level, name.number), []).append(name)
        self.unpublished: list[str] = []

    def run(self, sizes: Iterable[int]) -> None:
        """Verifies every file against the checkpoint; leaves in `root_at` the roots of the tree at these sizes."""
        wanted = sorted({size for size in sizes if size <= self._checkpoint.size})
        self.root_at.update(dict.fromkeys([size for size in wanted if size == 0], self._frontier.root()))
        for bundle in tiles_of(self._checkpoint.size, None):
            hashes = self._bundle(bundle)
            begin = self._frontier.size
            for size in [s for s in wanted if begin < s < begin + bundle.width]:
                part = self._frontier.copy()
                part.extend(hashes[: size - begin])
                self.root_at[size] = part.root()
            for name, computed in self._frontier.extend(hashes):
                self._hold(name, computed)
            if begin + bundle.width in wanted:
                self.root_at[begin + bundle.width] = self._frontier.root()
        for name, computed in self._frontier.partial():
            self._hold(name, computed)
        if self._frontier.root() != self._checkpoint.root:
            raise DamagedLogError(
                CHECKPOINT,
                f"was signed for another tree than its {self._checkpoint.size} entries and all tiles now make: entries were "
                "changed, dropped or put in another order, and the tiles with them",
            )
        self.unpublished = sorted(name.path for names in self._found.values() for name in names)

    def _bundle(self, bundle: TileName) -> list[bytes]:
        """The hashes of a bundle's entries. Older, narrower copies of the bundle have to begin alike."""
        entries = list(self._tiles.entries(bundle))
        for name in self._copies(bundle):
            other = bundle_entries(name, self._content(name))
            for at, (kept, own) in enumerate(zip(other, entries, strict=False)):
                if kept != own:
                    raise DamagedLogError(name.path, f"is not the entry that {bundle.path} holds", name.begin + at)
        hashes = leaf_hashes(entries)
        tile = TileName(0, bundle.number, bundle.width)
        for at, (kept, computed) in enumerate(zip(self._tiles.hashes(tile), hashes, strict=True)):
            if kept != computed:
                raise DamagedLogError(bundle.path, f"does not hash to what {tile.path} holds", bundle.begin + at)
        return hashes

    def _hold(self, tile: TileName, computed: Sequence[bytes]) -> None:
        """Holds what was computed against the tile and its older, narrower copies."""
        self._compare(tile, self._tiles.hashes(tile), computed)
        for name in self._copies(tile):
            self._compare(name, tile_hashes(name, self._content(name)), computed)

    def _compare(self, tile: TileName, kept: Sequence[bytes], computed: Sequence[bytes]) -> None:
        for at, (one, other) in enumerate(zip(kept, computed, strict=False)):
            if one != other:
                level = tile.level or 0
                raise DamagedLogError(
                    tile.path,
                    f"hash {at} is not that of the entries it stands for",
                    (tile.begin + at) << (TILE_BITS * level),
                )

    def _copies(self, tile: TileName) -> list[TileName]:
        """The files that there are of one tile, counted as verified; wider ones hold more than the checkpoint covers."""
        names = self._found.pop((tile.level, tile.number), [])
        self.files += len(names)
        return names

    def _content(self, name: TileName) -> bytes:
        try:
            return (self._directory / name.path).read_bytes()
        except OSError as error:
            raise DamagedLogError(name.path, f"cannot be read: {error.strerror or error}") from error


def _checkpoint_bytes(directory: Path) -> bytes:
    try:
        return (directory / CHECKPOINT).read_bytes()
    except OSError as error:
        raise DamagedLogError(
            CHECKPOINT, f"cannot be read in {directory}: {error.strerror or error}; name the folder of a log"
        ) from error


def _older(policy: Policy, content: bytes, current: Opened) -> Opened:
    """A checkpoint seen before. Its cosignatures are not asked for: what the log itself has signed binds it."""
    opened = policy.open_uncosigned(content)
    if opened.checkpoint.origin != current.checkpoint.origin:
        raise SignatureError(
            f"the older checkpoint is of {opened.checkpoint.origin}, not of {current.checkpoint.origin}"
        )
    if opened.checkpoint.size > current.checkpoint.size:
        raise ForkError(
            f"the log {current.checkpoint.origin} once had {opened.checkpoint.size} entries and now has "
            f"{current.checkpoint.size}: entries were dropped, or this copy is older than the checkpoint"
        )
    return opened


def _own_signed(directory: Path, policy: Policy) -> list[Opened]:
    """What the writer signed last, where its own folder is there; it may be ahead of what is published."""
    file = directory / PRIVATE / "signed"
    if not file.is_file():
        return []
    try:
        return [policy.open_uncosigned(file.read_bytes())]
    except (NoteError, SignatureError) as error:
        raise DamagedLogError(f"{PRIVATE}/signed", str(error)) from error


def _files(directory: Path) -> Iterable[str]:
    """Every file in the folder by its path inside it, except what the writer has half written."""
    for folder, folders, names in os.walk(directory):
        inside = Path(folder).relative_to(directory)
        if inside.as_posix() == PRIVATE:
            folders.clear()
        yield from ((inside / name).as_posix() for name in names)
