"""A small case to which tests add one line, and ways to write that line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kyosei.errors import CaseFileError
from kyosei.facts.case_file import read_case

SAMPLE = Path(__file__).parent / "sample.jsonl"
STORIES = Path(__file__).parents[3] / "shared" / "stories"

Lines = tuple[dict[str, object], ...]

NOON = "2026-11-21T12:00:00+09:00"


def party(id_: str, party: str, **more: object) -> dict[str, object]:
    """A line of type party."""
    return {"type": "party", "id": id_, "party": party, **more}


def statement(kind: str, source: str, about: dict[str, object], **more: object) -> dict[str, object]:
    """A line of type statement with the id `new`."""
    return {"type": "statement", "id": "new", "kind": kind, "source": source, "about": about, "stated_at": NOON, **more}


def line(type_: str, id_: str, **more: object) -> dict[str, object]:
    """Any other line."""
    return {"type": type_, "id": id_, "stated_at": NOON, **more}


HOA: dict[str, object] = {"person": "person:hoa"}
HOA_AT_ACME: dict[str, object] = {"person": "person:hoa", "employer": "org:acme"}

BASE: tuple[dict[str, object], ...] = (
    party("person:hoa", "person"),
    party("person:minh", "person"),
    party("org:acme", "organisation", roles=["employer"]),
    party("org:kita", "organisation", roles=["employer"]),
    statement("work.contract", "org:acme", HOA_AT_ACME, **{"from": "2024-04-01"}) | {"id": "s-acme"},
    statement("residence.status", "authority:isa", HOA, **{"from": "2024-04-01"}) | {"id": "s-isa"},
    line("dispute", "d-1", target="s-acme", by="person:hoa", reason="wrong hours"),
    line("dispute", "d-2", target="s-isa", by="person:hoa", reason="wrong status"),
    line("heartbeat", "h-1", source="authority:isa"),
)


NEXT = len(BASE) + 1
"""The number of the line that a test adds to the base."""


def written(*lines: object) -> bytes:
    """The lines as a file."""
    return "".join(json.dumps(content, ensure_ascii=False) + "\n" for content in lines).encode("utf-8")


def contract(**more: Any) -> dict[str, object]:  # Any: whatever a mistaken file holds
    """A contract of Hoa's at Acme, with something changed."""
    return statement("work.contract", "org:acme", HOA_AT_ACME, **{"from": "2026-04-01"}) | more


def status(**data: object) -> dict[str, object]:
    """A status of Hoa's."""
    return statement("residence.status", "authority:isa", HOA, **{"from": "2026-04-01", "data": data})


def refusal(*files: tuple[str, bytes]) -> str:
    """The message with which a case is refused."""
    with pytest.raises(CaseFileError) as caught:
        read_case(files)
    return str(caught.value)
