"""Tiles are called as C2SP tlog-tiles calls them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.log.tile_names import TileName, read_tile_name, tiles_of

CASES = {
    TileName(0, 0): "tile/0/000",
    TileName(1, 1_234_067): "tile/1/x001/x234/067",
    TileName(None, 999): "tile/entries/999",
    TileName(None, 1000): "tile/entries/x001/000",
    TileName(0, 273, 112): "tile/0/273.p/112",
}


@pytest.mark.parametrize(("name", "path"), CASES.items())
def test_a_tile_has_the_path_of_the_specification(name: TileName, path: str) -> None:
    assert name.path == path
    assert read_tile_name(path) == name


@given(name=st.builds(TileName, st.none() | st.integers(0, 63), st.integers(0, 10**12), st.integers(1, 256)))
def test_every_path_is_read_back(name: TileName) -> None:
    assert read_tile_name(name.path) == name


@pytest.mark.parametrize(
    "path",
    ["tile/00/000", "tile/64/000", "tile/0/0", "tile/0/x000/001", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
     "tile/0/001/000", "tile/entry/000", "tile/0/000/", "checkpoint", "tile/8/0/000", "tile/0/000.p/300"],
)  # fmt: skip
def test_other_paths_are_no_tiles(path: str) -> None:
    assert read_tile_name(path) is None


def test_a_tree_of_70000_has_the_tiles_of_the_specification_s_example() -> None:
    level_0, level_1, level_2 = (list(tiles_of(70_000, level)) for level in (0, 1, 2))
    assert (len(level_0), level_0[-1]) == (274, TileName(0, 273, 112))
    assert level_1 == [TileName(1, 0), TileName(1, 1, 17)]
    assert level_2 == [TileName(2, 0, 1)]
    assert list(tiles_of(256, 0)) == [TileName(0, 0)]
    assert list(tiles_of(256, 1)) == [TileName(1, 0, 1)]
