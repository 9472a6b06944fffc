"""What is true of a town: kept in a folder of its own, which nothing that judges the records reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kyosei.world.events import Life
from kyosei.world.facts import not_insured_with, true_facts, unpaid_tax
from kyosei.world.failures import Breach, Piece, Scenario, Story
from kyosei.world.town import Town
from kyosei.world.transmission import Fault, Hit, Transmitted, stray_of

__all__ = ["Cause", "Truth", "read_truths", "truth_line", "truth_of"]

Line = dict[str, object]


@dataclass(frozen=True, slots=True)
class Cause:
    """What befell a person: a planted failure, or an innocent twin of one. `lost`: the evidence that did not arrive sound;
    `answers`: what its sources say when they are asked.
    """

    failure: str
    variant: str
    planted: bool
    norm: str
    about: Mapping[str, str]
    look_on: date
    from_day: date
    for_judgement: bool
    warned_by: str
    lost: tuple[Piece, ...]
    answers: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is true of one person, as far as a norm could say it is not kept."""

    person: str
    cause: Cause | None
    breaches: tuple[Breach, ...]


def truth_line(town: Town, life: Life, befallen: tuple[Scenario, Story] | None, sent: Transmitted) -> Line:
    """The line of a person in the file of truth."""
    hits = sent.hits
    line: Line = {
        "person": life.person, "status": life.status,
        "hits": [{"fault": hit.fault, "id": hit.line["id"], "kind": hit.line["kind"]} for hit in hits],
        "cause": None, "breaches": [],
    }  # fmt: skip
    stray = stray_of(life.person)
    true = (*true_facts(life), *not_insured_with(stray, life), *unpaid_tax(stray, life))
    facts = [_breach_line(breach) for breach in true]
    line["breaches"] = facts
    if befallen is None:
        return line
    scenario, story = befallen
    lost = [piece for piece in story.evidence if _is_lost(town, piece, hits)]
    channels = {(piece.source, piece.kind) for piece in lost} if scenario.planted else set()
    line["cause"] = {
        "failure": scenario.failure, "variant": scenario.variant, "planted": scenario.planted, "norm": story.norm,
        "about": dict(story.about), "look_on": story.look_on.isoformat(), "from": story.from_day.isoformat(),
        "for_judgement": story.for_judgement, "warned_by": story.warned_by or story.norm,
        "lost": [_piece_line(piece) for piece in lost],
        "answers": [line for line in sent.answers if (line["source"], line["kind"]) in channels],
    }  # fmt: skip
    if scenario.planted and not story.for_judgement:
        own = Breach(story.norm, story.about, story.from_day, story.until)
        line["breaches"] = [*facts, *(_breach_line(breach) for breach in (own, *story.also))]
    return line


def _is_lost(town: Town, piece: Piece, hits: Iterable[Hit]) -> bool:
    """Whether a piece did not arrive sound: by itself, or because an answer no longer fits what arrived beside it."""
    if piece.form == "coverage":
        if piece.source.startswith("org:") and town.organisation(piece.source).silent:
            return True
        return any(hit.line["kind"] == piece.kind and hit.line["source"] == piece.source for hit in hits)
    return any(piece.is_line(hit.line) and hit.fault is not Fault.DOUBLED for hit in hits)


def _piece_line(piece: Piece) -> Line:
    return {"form": piece.form, "kind": piece.kind, "source": piece.source, "about": dict(piece.about)}


def _breach_line(breach: Breach) -> Line:
    until = None if breach.until is None else breach.until.isoformat()
    return {"norm": breach.norm, "about": dict(breach.about), "from": breach.from_day.isoformat(), "until": until}


def read_truths(folder: Path) -> Iterator[Truth]:
    """The truth of every person, in the order of the town."""
    with (folder / "truth.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield truth_of(json.loads(line))


def truth_of(line: Mapping[str, Any]) -> Truth:  # Any: JSON that we wrote
    cause = line["cause"]
    found = None if cause is None else Cause(
        cause["failure"], cause["variant"], cause["planted"], cause["norm"], cause["about"],
        date.fromisoformat(cause["look_on"]), date.fromisoformat(cause["from"]), cause["for_judgement"], cause["warned_by"],
        tuple(Piece(**piece) for piece in cause["lost"]), tuple(cause["answers"]),
    )  # fmt: skip
    breaches = tuple(
        Breach(one["norm"], one["about"], date.fromisoformat(one["from"]),
               None if one["until"] is None else date.fromisoformat(one["until"]))
        for one in line["breaches"]
    )  # fmt: skip
    return Truth(line["person"], found, breaches)
