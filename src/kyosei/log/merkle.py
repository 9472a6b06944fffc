"""The Merkle tree of RFC 6962 §2.1: hashes, roots, inclusion and consistency proofs, and how they are checked.

A hash is 32 bytes of SHA-256. A proof is made from `Subtree`, which gives the hash of any complete subtree; it is checked
from nothing but itself, by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. A check that fails raises ProofError, so
that no caller can forget to look at an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Final

from kyosei.errors import ProofError

__all__ = [
    "EMPTY_ROOT",
    "HASH_BYTES",
    "Subtree",
    "check_consistency",
    "check_inclusion",
    "complete_root",
    "complete_row",
    "consistency_proof",
    "inclusion_proof",
    "leaf_hash",
    "leaf_hashes",
    "node_hash",
    "tree_root",
]

HASH_BYTES: Final = 32
EMPTY_ROOT: Final = sha256(b"").digest()

Subtree = Callable[[int, int], bytes]
"""`subtree(height, number)`: the hash over the entries from number * 2**height up to (number + 1) * 2**height."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(b"\x00" + entry).digest()


def leaf_hashes(entries: Sequence[bytes]) -> list[bytes]:
    """The hash of each entry."""
    return [sha256(b"\x00" + entry).digest() for entry in entries]


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


def complete_root(hashes: Sequence[bytes]) -> bytes:
    """The root over 2**n hashes, n from 0."""
    row = hashes
    while len(row) > 1:
        row = complete_row(row)
    return row[0]


def complete_row(hashes: Sequence[bytes]) -> list[bytes]:
    """The row of nodes above these hashes; the last one has none where their number is odd."""
    return [sha256(b"\x01" + hashes[at] + hashes[at + 1]).digest() for at in range(0, len(hashes) - 1, 2)]


def tree_root(size: int, subtree: Subtree) -> bytes:
    """The root of the tree of the first `size` entries."""
    return _root(0, size, subtree) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, subtree: Subtree) -> list[bytes]:
    """PATH(index, D[size]) of RFC 6962 §2.1.1: from the leaf's sibling up to a child of the root."""
    if not 0 <= index < size:
        raise ProofError(f"there is no entry {index} in a tree of {size} entries")
    proof = []
    begin, end = 0, size
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            proof.append(_root(middle, end, subtree))
            end = middle
        else:
            proof.append(_root(begin, middle, subtree))
            begin = middle
    return proof[::-1]


def consistency_proof(first: int, second: int, subtree: Subtree) -> list[bytes]:
    """PROOF(first, D[second]) of RFC 6962 §2.1.2; empty where `first` is 0 or equals `second`."""
    if not 0 <= first <= second:
        raise ProofError(f"a tree of {first} entries is no beginning of a tree of {second}")
    if first in {0, second}:
        return []
    proof = []
    begin, end = 0, second
    while first != end:
        middle = begin + _split(end - begin)
        if first <= middle:
            proof.append(_root(middle, end, subtree))
            end = middle
        else:
            proof.append(_root(begin, middle, subtree))
            begin = middle
    if begin:
        # The smaller tree's last subtree is not the whole smaller tree, so its root is not known to the verifier.
        proof.append(_root(begin, end, subtree))
    return proof[::-1]


def check_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """ProofError unless `proof` shows that entry `index`, whose hash is `leaf`, is in the tree of `size` and `root`."""
    if not 0 <= index < size:
        raise ProofError(f"there is no entry {index} in a tree of {size} entries")
    if len(leaf) != HASH_BYTES:
        raise ProofError(f"the hash of entry {index} has {len(leaf)} bytes, not {HASH_BYTES}")
    at, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            raise ProofError(f"the inclusion proof of entry {index} is too long for a tree of {size} entries")
        if at & 1 or at == last:
            found = node_hash(sibling, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        at, last = at >> 1, last >> 1
    if last:
        raise ProofError(f"the inclusion proof of entry {index} is too short for a tree of {size} entries")
    if found != root:
        raise ProofError(f"entry {index} is not in the tree of {size} entries with this root, or it was other bytes")


def check_consistency(first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]) -> None:
    """ProofError unless `proof` shows that the tree of `first` entries is the beginning of the tree of `second`."""
    if not 0 <= first <= second:
        raise ProofError(f"a tree of {first} entries is no beginning of a tree of {second}")
    if first in {0, second}:
        _check_plain(first, second, first_root, second_root, proof)
        return
    if not proof:
        raise ProofError(f"the consistency proof from {first} to {second} entries is empty")
    # A first tree that is complete is itself a subtree of the second, and left out of the proof.
    path = proof if first & (first - 1) else [first_root, *proof]
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise ProofError(f"the consistency proof from {first} to {second} entries is too long")
        if at & 1 or at == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        at, last = at >> 1, last >> 1
    if last:
        raise ProofError(f"the consistency proof from {first} to {second} entries is too short")
    if old != first_root or new != second_root:
        raise ProofError(f"the tree of {first} entries is not the beginning of the tree of {second} entries")


def _check_plain(first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]) -> None:
    """Two trees of one size need no proof; from the empty tree there is none, and none is accepted for one."""
    if first != second:
        raise ProofError("every tree begins with the empty tree: from 0 entries there is nothing to prove")
    if proof:
        raise ProofError(f"between two trees of {first} entries the consistency proof has to be empty")
    if first_root != second_root:
        raise ProofError(f"two trees of {first} entries have different roots")
    if first == 0 and first_root != EMPTY_ROOT:
        raise ProofError("the root of the empty tree is not the hash of the empty string")


def _split(count: int) -> int:
    """The largest power of two below `count` (RFC 6962 §2.1: k < n <= 2k)."""
    return 1 << ((count - 1).bit_length() - 1)


def _root(begin: int, end: int, subtree: Subtree) -> bytes:
    """MTH(D[begin:end]), where `begin` is a multiple of the largest power of two in its length."""
    roots = []
    while begin < end:
        height = (end - begin).bit_length() - 1
        roots.append(subtree(height, begin >> height))
        begin += 1 << height
    found = roots.pop()
    while roots:
        found = node_hash(roots.pop(), found)
    return found
