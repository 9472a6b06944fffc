"""Reads a log's tiles and bundles: the hash of any complete subtree, any entry, and from them roots and proofs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from kyosei.errors import DamagedLogError
from kyosei.log.merkle import (
    HASH_BYTES,
    complete_row,
    consistency_proof,
    inclusion_proof,
    leaf_hashes,
    tree_root,
)
from kyosei.log.tile_names import TILE_BITS, TILE_WIDTH, TileName

__all__ = ["ENTRY_BYTES_MAX", "Tiles", "bundle_entries", "bundle_of", "tile_hashes"]

ENTRY_BYTES_MAX = 65_535
_LENGTH_BYTES = 2
_CACHED = 256


class Tiles:
    """The tiles in `directory` for a tree of `size` entries. DamagedLogError where a file is missing or malformed.

    What is read is not trusted: whoever reads checks it against a signed root.
    """

    def __init__(self, directory: Path, size: int) -> None:
        self.size = size
        self._directory = directory
        self._rows = lru_cache(_CACHED)(self._read_rows)
        self._bundle = lru_cache(_CACHED)(self._read_bundle)

    def subtree(self, height: int, number: int) -> bytes:
        """The hash over the entries from number * 2**height up to (number + 1) * 2**height, all of them in the tree."""
        level, inside = divmod(height, TILE_BITS)
        tile, begin = divmod(number << inside, TILE_WIDTH)
        return self._rows(self.name(level, tile))[inside][begin >> inside]

    def name(self, level: int | None, number: int) -> TileName:
        """The tile or bundle of that number as this tree has it: full, or as wide as the tree reaches."""
        count = self.size >> (TILE_BITS * (level or 0))
        return TileName(level, number, min(TILE_WIDTH, count - number * TILE_WIDTH))

    def hashes(self, name: TileName) -> Sequence[bytes]:
        """The hashes of a tile."""
        return self._rows(name)[0]

    def entries(self, name: TileName) -> Sequence[bytes]:
        """The entries of a bundle."""
        return self._bundle(name)

    def entry(self, index: int) -> bytes:
        """One entry of the tree."""
        number, at = divmod(index, TILE_WIDTH)
        return self.entries(self.name(None, number))[at]

    def root(self, size: int | None = None) -> bytes:
        """The root of the tree, or of its first `size` entries."""
        return tree_root(self.size if size is None else size, self.subtree)

    def inclusion(self, index: int) -> list[bytes]:
        """The inclusion proof of an entry in the tree."""
        return inclusion_proof(index, self.size, self.subtree)

    def consistency(self, first: int) -> list[bytes]:
        """The proof that the first `first` entries are the beginning of the tree."""
        return consistency_proof(first, self.size, self.subtree)

    def check_edge(self) -> None:
        """DamagedLogError unless the last bundle's entries hash to the last tile of level 0."""
        if self.size % TILE_WIDTH:
            number = self.size // TILE_WIDTH
            bundle, tile = self.name(None, number), self.name(0, number)
            for at, (computed, kept) in enumerate(
                zip(leaf_hashes(self.entries(bundle)), self.hashes(tile), strict=True)
            ):
                if computed != kept:
                    raise DamagedLogError(bundle.path, f"does not hash to what {tile.path} holds", bundle.begin + at)

    def _read_rows(self, name: TileName) -> list[list[bytes]]:
        """The hashes of a tile, and above them those of its complete subtrees, up to the last that has one."""
        path, content = self._content(name)
        rows = [tile_hashes(path, content)[: name.width]]
        while len(rows[-1]) > 1:
            rows.append(complete_row(rows[-1]))
        return rows

    def _read_bundle(self, name: TileName) -> Sequence[bytes]:
        path, content = self._content(name)
        return bundle_entries(path, content)[: name.width]

    def _content(self, name: TileName) -> tuple[TileName, bytes]:
        """What the file holds, or the full one that has taken the place of a partial one."""
        for candidate in dict.fromkeys((name, name.full)):
            try:
                return candidate, (self._directory / candidate.path).read_bytes()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise DamagedLogError(candidate.path, f"cannot be read: {error.strerror or error}") from error
        raise DamagedLogError(name.path, "is missing; take it from a copy of the log")


def tile_hashes(name: TileName, content: bytes) -> list[bytes]:
    """The hashes in a tile. DamagedLogError unless it has as many as its name says."""
    if len(content) != name.width * HASH_BYTES:
        raise DamagedLogError(
            name.path, f"has {len(content)} bytes; {name.width} hashes have {name.width * HASH_BYTES}"
        )
    return [content[at : at + HASH_BYTES] for at in range(0, len(content), HASH_BYTES)]


def bundle_entries(name: TileName, content: bytes) -> list[bytes]:
    """The entries in a bundle, each after its length in two bytes. DamagedLogError unless it has as many as its name says."""
    entries: list[bytes] = []
    at = 0
    while at < len(content) and len(entries) < name.width:
        begin = at + _LENGTH_BYTES
        at = begin + int.from_bytes(content[at:begin], "big")
        if at > len(content):
            break
        entries.append(content[begin:at])
    if at != len(content) or len(entries) != name.width:
        index = name.begin + min(len(entries), name.width - 1)
        raise DamagedLogError(name.path, f"does not hold {name.width} entries with their lengths", index)
    return entries


def bundle_of(entries: Iterable[bytes]) -> bytes:
    """The content of a bundle of these entries."""
    return b"".join(len(entry).to_bytes(_LENGTH_BYTES, "big") + entry for entry in entries)
