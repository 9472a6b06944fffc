"""The titled code blocks of a guide, and what a block of changes makes of the file that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROOT", "Block", "blocks_of", "changed"]

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r'^```(?P<language>\w+) title="(?P<title>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A code block: its language, the file that it stands for, and its text."""

    language: str
    title: str
    text: str


def blocks_of(guide: str) -> dict[str, Block]:
    """The titled blocks of a guide by title."""
    text = (ROOT / "docs/guides" / guide).read_text("utf-8")
    found = [Block(m["language"], m["title"], m["text"]) for m in _BLOCK.finditer(text)]
    assert len({block.title for block in found}) == len(found)
    return {block.title: block for block in found}


def changed(block: Block) -> str:
    """The file that a diff names, as it is after the change. Every hunk must fit the file in exactly one place."""
    assert block.language == "diff"
    source = (ROOT / block.title).read_text("utf-8")
    for hunk in re.split(r"^@@\n", block.text, flags=re.MULTILINE):
        lines = hunk.splitlines()
        before = "".join(line[1:] + "\n" for line in lines if line[:1] != "+")
        after = "".join(line[1:] + "\n" for line in lines if line[:1] != "-")
        assert source.count(before) == 1, f"{block.title} has no one place for:\n{before}"
        source = source.replace(before, after)
    return source
