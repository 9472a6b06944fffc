"""How the files of a log are called (C2SP tlog-tiles v0.1.0): `tile/<L>/<N>`, `tile/entries/<N>`, partial ones `….p/<W>`.

Levels count from 0, the hashes of entries. A tile of level L holds up to 256 hashes, each over 256**L entries. A bundle
holds the entries of the tile of level 0 with the same number. `<N>` is written in groups of three digits, every one but
the last with an x before it: 1234067 is `x001/x234/067`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["CHECKPOINT", "TILE_BITS", "TILE_WIDTH", "TileName", "level_widths", "read_tile_name", "tiles_of"]

CHECKPOINT: Final = "checkpoint"
TILE_BITS: Final = 8
TILE_WIDTH: Final = 1 << TILE_BITS

_NAME = re.compile(
    r"tile/(?P<level>entries|0|[1-5]?[0-9]|6[0-3])/(?P<number>(?:x[0-9]{3}/)*[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?"
)


@dataclass(frozen=True, slots=True, order=True)
class TileName:
    """A tile of hashes at a level, or with level None a bundle of entries; `width` counts what it holds, 1 to 256."""

    level: int | None
    number: int
    width: int = TILE_WIDTH

    @property
    def path(self) -> str:
        """Its path inside the log."""
        whole = f"tile/{'entries' if self.level is None else self.level}/{_number_path(self.number)}"
        return whole if self.width == TILE_WIDTH else f"{whole}.p/{self.width}"

    @property
    def full(self) -> TileName:
        """The same tile once it is full."""
        return TileName(self.level, self.number)

    @property
    def folder_of_partial(self) -> str:
        """The folder in which the tile stands while it is partial."""
        return f"{self.full.path}.p"

    @property
    def begin(self) -> int:
        """The number of its first hash in its level (or of its first entry)."""
        return self.number * TILE_WIDTH


def read_tile_name(path: str) -> TileName | None:
    """The name that a path inside a log is, None where it is no tile's or bundle's."""
    found = _NAME.fullmatch(path)
    if found is None:
        return None
    level = None if found["level"] == "entries" else int(found["level"])
    width = int(found["width"] or TILE_WIDTH)
    name = TileName(level, int(found["number"].replace("x", "").replace("/", "")), width)
    return name if width <= TILE_WIDTH and name.path == path else None


def level_widths(size: int) -> Iterator[tuple[int, int]]:
    """(level, how many hashes it has in a tree of `size` entries), from level 0 up to the last that has any."""
    level = 0
    while size >> (TILE_BITS * level):
        yield level, size >> (TILE_BITS * level)
        level += 1


def tiles_of(size: int, level: int | None) -> Iterator[TileName]:
    """The tiles (bundles with None) of one level in a tree of `size` entries, the last one partial where it is."""
    count = size >> (TILE_BITS * (level or 0))
    for number in range(count // TILE_WIDTH):
        yield TileName(level, number)
    if count % TILE_WIDTH:
        yield TileName(level, count // TILE_WIDTH, count % TILE_WIDTH)


def _number_path(number: int) -> str:
    digits = f"{number % 1000:03d}"
    while number >= 1000:
        number //= 1000
        digits = f"x{number % 1000:03d}/{digits}"
    return digits
