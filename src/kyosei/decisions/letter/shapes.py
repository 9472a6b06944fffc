"""What a letter is made of: editions, one a language, each of sections, each of a few shapes that HTML and PDF both set.

`shape` is the name by which templates tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kyosei.terms.text import Language

__all__ = ["Block", "Code", "Edition", "Items", "Letter", "Pairs", "Prose", "Section", "Table"]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    shape: ClassVar[str] = "prose"
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    shape: ClassVar[str] = "items"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms with what they mean here."""

    shape: ClassVar[str] = "pairs"
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below their heads."""

    shape: ClassVar[str] = "table"
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """The address of the dossier online, also as a picture for cameras. alt: what the picture is, in words."""

    shape: ClassVar[str] = "code"
    address: str
    alt: str


Block = Prose | Items | Pairs | Table | Code


@dataclass(frozen=True, slots=True)
class Section:
    """key: what it is for, the same in every language; the first, `summary`, stands in a box."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The letter in one language. tag: as in BCP 47."""

    language: Language
    tag: str
    title: str
    sections: tuple[Section, ...]

    def section(self, key: str) -> Section:
        """The section for something. KeyError if there is none."""
        found = {one.key: one for one in self.sections}
        return found[key]


@dataclass(frozen=True, slots=True)
class Letter:
    """sender: the office by name. reference: by which both find the dossier again. made_at: microseconds."""

    sender: str
    reference: str
    made_at: int
    editions: tuple[Edition, ...]

    def texts(self) -> Iterator[str]:
        """Everything that is read in it, in order."""
        for edition in self.editions:
            yield edition.title
            for section in edition.sections:
                yield section.heading
                for block in section.blocks:
                    yield from texts_of(block)


def texts_of(block: Block) -> Iterator[str]:
    """Everything that is read in a part of a letter."""
    match block:
        case Prose(text):
            yield text
        case Items(items):
            yield from items
        case Pairs(pairs):
            for pair in pairs:
                yield from pair
        case Table(caption, heads, rows):
            yield caption
            yield from heads
            for row in rows:
                yield from row
        case Code(address):
            yield address
