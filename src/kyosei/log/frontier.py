"""The right edge of a growing tree: what has to be in memory to add entries and to know the root."""

from __future__ import annotations

from collections.abc import Sequence

from kyosei.log.merkle import complete_root, tree_root
from kyosei.log.tile_names import TILE_BITS, TILE_WIDTH, TileName

__all__ = ["Frontier"]


class Frontier:
    """A tree of `size` entries, known by the hashes of the last, partial tile of each level: under 256 a level."""

    def __init__(self) -> None:
        self.size = 0
        self._levels: list[list[bytes]] = []

    @classmethod
    def of(cls, size: int, partial: Sequence[Sequence[bytes]]) -> Frontier:
        """The edge of a tree of `size` entries whose partial tiles, from level 0 up, hold these hashes."""
        made = cls()
        made.size = size
        made._levels = [list(hashes) for hashes in partial]
        return made

    def copy(self) -> Frontier:
        """An edge that can grow without this one growing."""
        return Frontier.of(self.size, self._levels)

    def extend(self, leaves: Sequence[bytes]) -> list[tuple[TileName, list[bytes]]]:
        """Adds entries by their hashes; gives the tiles that became full, each once, with their 256 hashes."""
        full: list[tuple[TileName, list[bytes]]] = []
        added = list(leaves)
        level = 0
        while added:
            if level == len(self._levels):
                self._levels.append([])
            hashes = self._levels[level]
            hashes += added
            whole = len(hashes) // TILE_WIDTH
            begin = self.size >> (TILE_BITS * (level + 1))
            tiles = [hashes[at * TILE_WIDTH : (at + 1) * TILE_WIDTH] for at in range(whole)]
            full += ((TileName(level, begin + at), tile) for at, tile in enumerate(tiles))
            del hashes[: whole * TILE_WIDTH]
            added = [complete_root(tile) for tile in tiles]
            level += 1
        self.size += len(leaves)
        return full

    def partial(self) -> list[tuple[TileName, list[bytes]]]:
        """The partial tiles, from level 0 up."""
        return [
            (TileName(level, self.size >> (TILE_BITS * (level + 1)), len(hashes)), list(hashes))
            for level, hashes in enumerate(self._levels)
            if hashes
        ]

    def root(self) -> bytes:
        """The root of the tree."""
        return tree_root(self.size, self._subtree)

    def _subtree(self, height: int, number: int) -> bytes:
        """A subtree of those that the size is the sum of: all of them lie in the partial tiles."""
        level, inside = divmod(height, TILE_BITS)
        begin = (number << inside) % TILE_WIDTH
        return complete_root(self._levels[level][begin : begin + (1 << inside)])
