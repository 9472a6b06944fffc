"""`kyosei norms --matrix`: which norm is of which system, about which failure, and whom it concerns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kyosei.cli.page import Page
from kyosei.norms.compiler import CompiledLaw
from kyosei.norms.coverage import Coverage, Row, Theme, matrix_of
from kyosei.terms.text import Language, Text
from kyosei.verdicts.names import role_said
from kyosei.verdicts.schemas import KINDS_OF_NORM, Schema, published

__all__ = ["matrix_document", "matrix_schema", "write_matrix"]

_NORMS = Text("規範{0}件", "きまり {0}", "norms: {0}")
_NONE = Text("五つの失敗のいずれでもない", "どの しっぱいでも ない", "about none of the failures")


def matrix_document(law: CompiledLaw, coverage: Coverage) -> dict[str, object]:
    """The matrix as JSON."""
    return {
        "law": law.version,
        "systems": [_theme(theme) for theme in coverage.systems],
        "failures": [_theme(theme) for theme in coverage.failures],
        "norms": [
            {
                "id": row.norm.id,
                "kind": row.norm.kind,
                "systems": list(row.systems),
                "failures": list(row.failures),
                "bearer": row.norm.bearer,
                "protects": row.norm.protects,
                "parties": list(row.parties),
            }
            for row in matrix_of(law, coverage)
        ],
    }


def _theme(theme: Theme) -> dict[str, object]:
    return {"id": theme.id, "title": {"ja": theme.title.ja, "ja-easy": theme.title.easy, "en": theme.title.en}}


def matrix_schema() -> Schema:
    """What `matrix_document` makes: each norm is of at least one system and concerns at least one party."""
    text: Schema = {"type": "string"}
    words, some = {"type": "array", "items": text}, {"type": "array", "minItems": 1, "items": text}
    theme = _object({"id": text, "title": _object({"ja": text, "ja-easy": text, "en": text})})
    norm = {
        "id": text, "kind": {"enum": list(KINDS_OF_NORM)}, "systems": words, "failures": words,
        "bearer": {"type": ["string", "null"]}, "protects": {"type": ["string", "null"]}, "parties": some,
    }  # fmt: skip
    found = {
        "law": {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"},
        "systems": {"type": "array", "items": theme},
        "failures": {"type": "array", "items": theme},
        "norms": {"type": "array", "items": _object(norm)},
    }
    return published("norms-matrix", "Which norm is of which system, about which failure", _object(found))


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def write_matrix(law: CompiledLaw, coverage: Coverage, language: Language) -> None:
    """For each failure: each system that has norms about it, with their ids and parties."""
    rows = matrix_of(law, coverage)
    page = Page()
    page.add((law.version, "bold"), " · ", _NORMS.said_in(language).format(len(rows)))
    for failure in coverage.failures:
        _section(page, failure.title, [row for row in rows if failure.id in row.failures], coverage, language)
    _section(page, _NONE, [row for row in rows if not row.failures], coverage, language)
    page.write()


def _section(page: Page, title: Text, rows: Sequence[Row], coverage: Coverage, language: Language) -> None:
    said: Callable[[int], str] = _NORMS.said_in(language).format
    page.heading(f"{title.said_in(language)} · {said(len(rows))}")
    for system in coverage.systems:
        within = [row for row in rows if system.id in row.systems]
        if within:
            page.add(f"{system.title.said_in(language)} · {said(len(within))}", indent=2)
        for row in within:
            parties = ", ".join(role_said(role, language) for role in row.parties)
            page.add(f"{row.norm.id} ({parties}): {row.norm.title.said_in(language)}", indent=4, hang=2)
