"""The letter as tagged PDF (PDF/UA-1) with embedded fonts, set by Typst from the same parts as the HTML."""

from __future__ import annotations

from importlib import resources
from typing import Any, assert_never

from kyosei.decisions.letter.codes import quiet_code
from kyosei.decisions.letter.shapes import Block, Code, Items, Letter, Pairs, Prose, Table
from kyosei.notices.channels.typesetting import typeset

__all__ = ["pdf_of"]


def pdf_of(letter: Letter) -> bytes:
    """The PDF; the same letter makes the same bytes. MissingPartError names a font that is not there."""
    template = (resources.files("kyosei.decisions.letter") / "letter.typ").read_bytes()
    document = {
        "lang": letter.editions[0].tag, "title": letter.editions[0].title, "sender": letter.sender,
        "reference": letter.reference,
        "editions": [
            {
                "lang": edition.tag, "title": edition.title,
                "sections": [
                    {"boxed": one.key == "summary", "heading": one.heading, "blocks": list(map(_block, one.blocks))}
                    for one in edition.sections
                ],
            }
            for edition in letter.editions
        ],
    }  # fmt: skip
    return typeset(template, document, letter.texts(), letter.editions[0].tag, letter.made_at)


def _block(block: Block) -> dict[str, Any]:  # Any: JSON
    match block:
        case Prose(text):
            return {"is": "prose", "text": text}
        case Items(items):
            return {"is": "items", "items": list(items)}
        case Pairs(pairs):
            return {"is": "pairs", "pairs": [list(one) for one in pairs]}
        case Table(caption, heads, rows):
            return {"is": "table", "caption": caption, "heads": list(heads), "rows": [list(one) for one in rows]}
        case Code(address, alt):
            return {"is": "code", "address": address, "alt": alt, "svg": quiet_code(address).svg}
        case _:
            assert_never(block)
