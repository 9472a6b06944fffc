"""`kyosei vocabulary`: every kind of statement, as it is declared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kyosei.cli.arguments import Format, FormatOption
from kyosei.cli.page import Page, write_json

__all__ = ["vocabulary"]


def vocabulary(format_: FormatOption = Format.TEXT) -> None:
    """List every kind of statement: its parties, holders, cardinality, lag and fields, with the Japanese terms."""
    from kyosei.facts.schemas import vocabulary_document

    document = vocabulary_document()
    if format_ is Format.JSON:
        write_json(document)
        return
    page = Page()
    for kind in document["kinds"]:
        page.blank()
        _write(page, kind)
    page.write()


def _write(page: Page, kind: Mapping[str, Any]) -> None:  # Any: JSON of any shape
    page.add((kind["kind"], "bold"), f" · {kind['title']['ja']} · {kind['title']['en']}")
    parties = [party["role"] + ("?" if party["optional"] else "") for party in kind["parties"]]
    page.add(
        f"about {', '.join(parties)} · {kind['span']} · {kind['cardinality']} · lag {kind['lag_days']} days", indent=2
    )
    page.add(f"settled by {_holders(kind['holders'])}", indent=2)
    for field in kind["fields"]:
        unit = f" in {field['unit']}" if field["unit"] else ""
        choices = field.get("options") or field.get("known") or ()
        options = f": {', '.join(choices)}" if choices else ""
        holders = f" (settled by {_holders(field['holders'])})" if "holders" in field else ""
        page.mark("–", (field["name"], "bold"), f" · {field['title']['ja']} · {field['title']['en']} · {field['type']}"
                  f"{unit}{options}{holders}", indent=4)  # fmt: skip


def _holders(holders: list[Mapping[str, str]]) -> str:
    """Sources in words: authority:isa, the employer, any bank."""
    said = [
        holder.get("source") or (f"the {holder['party']}" if "party" in holder else f"any {holder['any']}")
        for holder in holders
    ]
    return ", ".join(said) or "nobody"
