"""Checkpoints: what a log signs (C2SP tlog-checkpoint v1.0.0): its origin, its size and the root of its tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kyosei.errors import NoteError
from kyosei.log.keys import decode_base64, encode_base64
from kyosei.log.merkle import HASH_BYTES

__all__ = ["Checkpoint", "read_checkpoint", "read_count"]

_COUNT: Final = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The tree of the first `size` entries of the log `origin`. Kyosei writes no extension lines, and reads them."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that is signed."""
        lines = (self.origin, str(self.size), encode_base64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def read_checkpoint(text: str) -> Checkpoint:
    """The checkpoint in the text of a note; NoteError where it is none."""
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() or not all(lines):
        raise NoteError("a checkpoint has three lines or more, none of them empty: origin, size, root")
    origin, size, root, *extensions = lines
    found = decode_base64(root)
    if len(found) != HASH_BYTES:
        raise NoteError(f"the root of the checkpoint has {len(found)} bytes, not {HASH_BYTES}")
    return Checkpoint(origin, read_count(size, "the size of the checkpoint"), found, tuple(extensions))


def read_count(written: str, what: str) -> int:
    """A whole number below 2**63 in ASCII decimals without leading zeros; NoteError naming `what` it should be."""
    if _COUNT.fullmatch(written) and int(written) < 1 << 63:
        return int(written)
    raise NoteError(f"{what} is {written[:40]!r}; it has to be a whole number without leading zeros")
