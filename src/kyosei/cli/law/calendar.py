"""`kyosei law calendar`: what changes on which day for whom, as a report, as JSON and as iCalendar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kyosei.cli.page import Page
from kyosei.norms.compiler import CompiledLaw
from kyosei.publication.calendar.changes import Change, ChangeKind
from kyosei.publication.calendar.words import CALENDAR_WORDS, KINDS_OF_CHANGE, parties_said, steps_said
from kyosei.terms.text import Language, Text
from kyosei.verdicts.names import day_said
from kyosei.verdicts.schemas import Schema, published
from kyosei.verdicts.verdict import iso, provision_json

__all__ = ["calendar_document", "calendar_schema", "write_calendar"]

_NORMS_LISTED_MOST = 5


def write_calendar(law: CompiledLaw, changes: Sequence[Change], language: Language) -> None:
    """Day by day: what changes, from what to what, for whom, in which norms."""
    page = Page()
    page.add((law.version, "bold"), f" · {len(changes)}")
    for on, group in groupby(changes, key=lambda change: change.on):
        page.heading(day_said(on, language))
        for change in group:
            kind = KINDS_OF_CHANGE[change.kind].said_in(language)
            page.add(f"{kind}: {change.title.said_in(language)}", indent=2, hang=2)
            for said in steps_said(change, language):
                page.add(said, indent=4, hang=2)
            if change.kind is ChangeKind.REVIEW:
                page.add(CALENDAR_WORDS["calendar_review"].said_in(language), indent=4)
            if change.parties:
                whom = CALENDAR_WORDS["for_whom"].said_in(language)
                page.add(f"{whom}: {parties_said(change, language)}", indent=4, hang=2)
            more = len(change.norms) - _NORMS_LISTED_MOST
            listed = ", ".join(change.norms[:_NORMS_LISTED_MOST]) + (f" … +{more}" if more > 0 else "")
            page.add(listed, indent=4, hang=2)
    page.write()


def calendar_document(law: CompiledLaw, changes: Sequence[Change], from_day: int, until_day: int) -> dict[str, object]:
    """The calendar as JSON."""
    return {
        "law": law.version,
        "from": iso(from_day),
        "until": iso(until_day),
        "changes": [_change(change) for change in changes],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "on": iso(change.on),
        "kind": change.kind.value,
        "title": {"ja": change.title.ja, "ja-easy": change.title.easy, "en": change.title.en},
        "norms": list(change.norms),
        "parties": list(change.parties),
        "values": [
            {"for": _words(step.key), "before": _pair(step.before), "after": _pair(step.after)} for step in change.steps
        ],
        "law_id": change.law,
        "sureness": change.sureness,
        "moved": [{"was": provision_json(was), "becomes": provision_json(now)} for was, now in change.moved],
    }


def _words(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {"ja": text.ja, "en": text.en}


def _pair(pair: tuple[str, str] | None) -> dict[str, str] | None:
    return None if pair is None else {"ja": pair[0], "en": pair[1]}


def calendar_schema() -> Schema:
    """What `calendar_document` makes."""
    text, day = {"type": "string"}, {"$ref": "#/$defs/day"}
    words = {"type": "array", "items": text}
    pair = {"anyOf": [_object({"ja": text, "en": text}), {"type": "null"}]}
    provision = {"$ref": "#/$defs/provision"}
    change = {
        "on": day,
        "kind": {"enum": [kind.value for kind in ChangeKind]},
        "title": _object({"ja": text, "ja-easy": text, "en": text}),
        "norms": words,
        "parties": words,
        "values": {"type": "array", "items": _object({"for": pair, "before": pair, "after": pair})},
        "law_id": {"type": ["string", "null"]},
        "sureness": {"enum": ["verified", "knowledge", "uncertain"]},
        "moved": {"type": "array", "items": _object({"was": provision, "becomes": provision})},
    }
    found = {
        "law": {"type": "string", "pattern": r"^[a-z]+@[0-9a-f]+$"},
        "from": day,
        "until": day,
        "changes": {"type": "array", "items": _object(change)},
    }
    return published("law-calendar", "What changes in the law on which day for whom", _object(found))


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}
