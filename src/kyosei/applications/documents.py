"""Applications and what waits at an office as JSON: what the commands print and the API answers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from kyosei.applications.application import Application, turns
from kyosei.applications.filing import document_of
from kyosei.applications.queue import Waiting
from kyosei.verdicts.diff import iso_instant
from kyosei.verdicts.verdict import iso

__all__ = ["application_document", "waiting_document"]

Document = dict[str, Any]  # Any: JSON
_DAYS = ("filed", "received", "stay_ends", "lawful_until", "due", "asked_until", "card_since")


def application_document(one: Application) -> Document:
    """All of it, as JSON."""

    return {
        "id": one.id, "person": one.person, "office": one.office, "by": one.by, "stage": one.stage.value,
        "statement": one.statement, "filing": document_of(one.filing),
        "done": [
            {"id": done.id, "act": done.act.value, "by": done.by, "words": done.words, "at": iso_instant(done.at),
             "target": done.target, "due": None if done.due is None else iso(done.due),
             "document": None if done.act.value == "file" else done.document}
            for done in one.done
        ],
        "turns": [
            {"party": turn.party, "what": turn.what, "until": None if turn.until is None else iso(turn.until), "kind": turn.kind}
            for turn in turns(one)
        ],
        "dossier": None if one.told is None else one.told.dossier,
    }  # fmt: skip


def waiting_document(one: Waiting) -> Document:
    """A row of the queue as JSON, without whose it is."""

    found = asdict(one)
    del found["person"]
    return found | {name: None if found[name] is None else iso(found[name]) for name in _DAYS}
