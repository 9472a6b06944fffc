"""Hashes and proofs equal RFC 6962 read word for word, and a proof of anything else is refused."""

from __future__ import annotations

import json
import os
from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import ProofError
from kyosei.log.frontier import Frontier
from kyosei.log.merkle import (
    check_consistency,
    check_inclusion,
    complete_root,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    leaf_hashes,
    tree_root,
)
from tests.log import naive

LARGEST = 260
ENTRIES = [bytes([number % 256]) * (number % 5) for number in range(LARGEST)]
HASHES = leaf_hashes(ENTRIES)
ROOTS = [naive.root(ENTRIES[:size]) for size in range(LARGEST + 1)]

# https://github.com/transparency-dev/merkle, folder testdata, at 417fb0c; not kept here.
VECTORS = Path(os.environ.get("KYOSEI_MERKLE_VECTORS", Path(__file__).parents[2].parent / "shared/merkle/testdata"))


def subtree(height: int, number: int) -> bytes:
    """From the entries, as the tiles would give it."""
    return complete_root(HASHES[number << height : (number + 1) << height])


@pytest.mark.parametrize("size", range(LARGEST + 1))
def test_roots_and_inclusion_proofs_are_those_of_the_rfc(size: int) -> None:
    assert tree_root(size, subtree) == ROOTS[size]
    for index in range(size) if size < 70 or size > 253 else {0, size // 3, size - 1}:
        proof = inclusion_proof(index, size, subtree)
        assert proof == naive.path(index, ENTRIES[:size])
        check_inclusion(HASHES[index], index, size, proof, ROOTS[size])


@pytest.mark.parametrize("second", [*range(1, 70), 127, 128, 129, 255, 256, 257, 260])
def test_consistency_proofs_are_those_of_the_rfc(second: int) -> None:
    for first in range(1, second):
        proof = consistency_proof(first, second, subtree)
        assert proof == naive.proof(first, ENTRIES[:second])
        check_consistency(first, second, ROOTS[first], ROOTS[second], proof)
    check_consistency(second, second, ROOTS[second], ROOTS[second], consistency_proof(second, second, subtree))


@given(data=st.data(), size=st.integers(2, LARGEST))
def test_an_inclusion_proof_shows_nothing_else(data: st.DataObject, size: int) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, subtree)
    other = data.draw(st.integers(0, size - 1).filter(lambda at: HASHES[at] != HASHES[index]))
    at, bit = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 255))
    flipped = (int.from_bytes(proof[at], "big") ^ (1 << bit)).to_bytes(32, "big")
    for leaf, place, entries, path, root in (
        (HASHES[other], index, size, proof, ROOTS[size]),
        (HASHES[index], (index + 1) % size, size, proof, ROOTS[size]),
        (HASHES[index], index, size, [*proof[:at], flipped, *proof[at + 1 :]], ROOTS[size]),
        (HASHES[index], index, size, proof[:-1], ROOTS[size]),
        (HASHES[index], index, size, [*proof, proof[0]], ROOTS[size]),
        (HASHES[index], index, size, proof, ROOTS[size - 1]),
        (HASHES[index], size, size, proof, ROOTS[size]),
        (HASHES[index], -1, size, proof, ROOTS[size]),
    ):
        with pytest.raises(ProofError):
            check_inclusion(leaf, place, entries, path, root)


@given(data=st.data(), second=st.integers(2, LARGEST))
def test_a_consistency_proof_shows_nothing_else(data: st.DataObject, second: int) -> None:
    first = data.draw(st.integers(1, second - 1))
    proof = consistency_proof(first, second, subtree)
    at, bit = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 255))
    flipped = (int.from_bytes(proof[at], "big") ^ (1 << bit)).to_bytes(32, "big")
    wrong = sha256(b"another history").digest()
    for old, new, old_root, new_root, path in (
        (first, second, wrong, ROOTS[second], proof),
        (first, second, ROOTS[first], wrong, proof),
        (first, second, ROOTS[first], ROOTS[second], [*proof[:at], flipped, *proof[at + 1 :]]),
        (first, second, ROOTS[first], ROOTS[second], proof[:-1]),
        (first, second, ROOTS[first], ROOTS[second], [*proof, proof[-1]]),
        (first, second, ROOTS[first], ROOTS[second], []),
        (second, first, ROOTS[second], ROOTS[first], proof),
        (0, second, ROOTS[0], ROOTS[second], []),
    ):
        with pytest.raises(ProofError):
            check_consistency(old, new, old_root, new_root, path)


@given(parts=st.lists(st.integers(0, 700), max_size=6))
def test_a_tree_grown_in_any_parts_is_the_same(parts: list[int]) -> None:
    leaves = [leaf_hash(number.to_bytes(3, "big")) for number in range(sum(parts))]
    whole, grown = Frontier(), Frontier()
    tiles = dict(whole.extend(leaves))
    in_parts: dict[object, list[bytes]] = {}
    begin = 0
    for part in parts:
        in_parts.update(grown.extend(leaves[begin : begin + part]))
        begin += part
    assert tiles == in_parts
    assert whole.partial() == grown.partial()
    assert whole.root() == grown.root()


@pytest.mark.parametrize("size", [255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537])
def test_the_edge_has_the_root_of_the_tree_at_the_borders_of_tiles(size: int) -> None:
    leaves = [leaf_hash(number.to_bytes(3, "big")) for number in range(size)]
    edge = Frontier()
    full = edge.extend(leaves)
    level_0 = [tile for name, tile in full if name.level == 0]
    assert len(level_0) == size // 256
    assert [hash for tile in level_0 for hash in tile] == leaves[: size - size % 256]
    assert edge.root() == tree_root(
        size, lambda height, number: complete_root(leaves[number << height : (number + 1) << height])
    )


def _vector(check: Callable[[dict[str, Any]], None], file: Path) -> str | None:  # Any: JSON
    vector = json.loads(file.read_text("utf-8"))
    try:
        check(vector)
    except ProofError as error:
        return None if vector["wantErr"] else f"{file.name}: refused, {error}"
    return f"{file.name}: accepted" if vector["wantErr"] else None


def _inclusion(vector: dict[str, Any]) -> None:  # Any: JSON
    proof = [b64decode(hash) for hash in vector["proof"] or ()]
    leaf, root = b64decode(vector["leafHash"]), b64decode(vector["root"])
    check_inclusion(leaf, vector["leafIdx"], vector["treeSize"], proof, root)


def _consistency(vector: dict[str, Any]) -> None:  # Any: JSON
    proof = [b64decode(hash) for hash in vector["proof"] or ()]
    check_consistency(vector["size1"], vector["size2"], b64decode(vector["root1"]), b64decode(vector["root2"]), proof)


@pytest.mark.skipif(
    not VECTORS.is_dir(), reason="KYOSEI_MERKLE_VECTORS does not name testdata of transparency-dev/merkle"
)
@pytest.mark.parametrize(("folder", "check"), [("inclusion", _inclusion), ("consistency", _consistency)])
def test_the_vectors_of_transparency_dev_are_decided_as_they_say(
    folder: str, check: Callable[[dict[str, Any]], None]
) -> None:
    files = sorted((VECTORS / folder).rglob("*.json"))
    assert len(files) >= 98
    assert [wrong for file in files if (wrong := _vector(check, file)) is not None] == []
