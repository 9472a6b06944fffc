"""The letter as one HTML document: it loads nothing, runs nothing, and prints on paper of the size A4."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from kyosei.decisions.letter.codes import quiet_code
from kyosei.decisions.letter.shapes import Block, Code, Edition, Items, Letter, Pairs, Prose, Section, Table

__all__ = ["html_of"]

_STYLE: Final = """
body { font-family: "Noto Sans JP", "Noto Sans CJK JP", system-ui, sans-serif; line-height: 1.7; margin: 0 auto; max-width: 46rem;
  padding: 1rem; overflow-wrap: anywhere; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 1.75rem; }
article + article { border-top: 1px solid #767676; margin-top: 3rem; padding-top: 1rem; }
.summary { border: 2px solid #1a1a1a; padding: 0 1rem 0.5rem; }
dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; } dt { font-weight: 700; min-width: 11rem; } dd { margin: 0; }
.frame { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 700; }
th, td { border-bottom: 1px solid #767676; padding: 0.4rem 0.75rem 0.4rem 0; text-align: left; vertical-align: top; }
footer { color: #595959; font-size: 0.875rem; margin-top: 2rem; } svg { width: 9rem; height: 9rem; }
@page { size: A4; margin: 25mm; }
@media screen and (max-width: 40rem) { table { table-layout: fixed; } }
"""


def html_of(letter: Letter) -> str:
    """The document, in the language of its first edition."""
    first = letter.editions[0]
    parts = "\n".join(_edition(one) for one in letter.editions)
    return (
        f'<!DOCTYPE html>\n<html lang="{first.tag}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(first.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<header><p>{escape(letter.sender)}</p>"
        f"</header>\n<main>\n{parts}\n</main>\n<footer><p>{escape(letter.reference)}</p></footer>\n</body>\n</html>\n"
    )


def _edition(edition: Edition) -> str:
    body = "\n".join(_section(one, f"{edition.language}-{one.key}") for one in edition.sections)
    return f'<article lang="{edition.tag}">\n<h1>{escape(edition.title)}</h1>\n{body}\n</article>'


def _section(section: Section, id_: str) -> str:
    style = ' class="summary"' if section.key == "summary" else ""
    body = "\n".join(part for block in section.blocks for part in _block(block))
    return f'<section{style}>\n<h2 id="{id_}">{escape(section.heading)}</h2>\n{body}\n</section>'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Prose(text):
            yield f"<p>{escape(text)}</p>"
        case Items(items):
            yield "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in items) + "</ul>"
        case Pairs(pairs):
            rows = "".join(f"<div><dt>{escape(term)}</dt><dd>{escape(said)}</dd></div>" for term, said in pairs)
            yield f"<dl>{rows}</dl>"
        case Table(caption, heads, rows):
            head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
            body = "".join("<tr>" + "".join(f"<td>{escape(one)}</td>" for one in row) + "</tr>" for row in rows)
            yield f'<div class="frame" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
            yield f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        case Code(address, alt):
            code = quiet_code(address)
            yield f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
            yield f'<svg role="img" aria-label="{escape(alt)}" viewBox="0 0 {code.side} {code.side}">'
            yield f'<rect width="{code.side}" height="{code.side}" fill="#fff"/><path d="{code.path}"/></svg>'
