"""Makes a town, person by person, and writes its last layer and, apart from it, its truth: the same seed, the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kyosei.errors import InputError
from kyosei.world.failures import befall
from kyosei.world.lives import born_into
from kyosei.world.output import Format, encoded, open_output
from kyosei.world.records import records_of, write_organisations
from kyosei.world.records.ledger import Line, stamp
from kyosei.world.town import Town
from kyosei.world.transmission import FAULT_SHARES, Fault, Hit, transmit
from kyosei.world.truth import truth_line

__all__ = ["DEFAULT_KNOWN_DAY", "MADE_BY", "Person", "make_town", "people_of"]

DEFAULT_KNOWN_DAY = date(2026, 11, 20)
"""So that a town without an option is the same town on every day."""
MADE_BY = 1
"""The version of the generator: a change that changes any town changes it."""


@dataclass(frozen=True, slots=True)
class Person:
    """What arrived about a person, what is true, and what happened to the lines on their way."""

    lines: tuple[Line, ...]
    truth: Line
    hits: tuple[Hit, ...]


def people_of(town: Town, first: int = 0, faults: Mapping[Fault, float] = FAULT_SHARES) -> Iterator[Person]:
    """Everybody from a number on; nobody depends on anybody before."""
    for number in range(first, town.persons):
        life, _ = born_into(town, number)
        befallen = befall(town, life)
        entries = records_of(town, life)
        forced: dict[int, Fault] = {}
        for piece, fault in () if befallen is None else befallen[1].forced:
            places = [place for place, entry in enumerate(entries) if piece.is_line(entry.line)]
            if places:
                forced[places[-1]] = fault
        sent = transmit(town, life, entries, forced=forced, faults=faults)
        yield Person(sent.lines, truth_line(town, life, befallen, sent.hits), sent.hits)


def make_town(
    town: Town, folder: Path, format_: Format, told: Callable[[int, int], None] = lambda done, of: None
) -> int:
    """Writes the town into a new or empty folder; how many lines its last layer has.

    InputError if something is there already. `told`: how many persons are done, and of how many.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder} is not empty; name a new folder for the town")
    for part in ("records", "truth"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    lines = 0
    with (folder / "records" / "organisations.jsonl").open("wb") as file:
        for line in write_organisations(town):
            file.write(encoded(line))
            lines += 1
    with ExitStack() as stack:
        output = stack.enter_context(open_output(folder / "records", format_))
        truth = stack.enter_context((folder / "truth" / "truth.jsonl").open("wb"))
        for number, person in enumerate(people_of(town)):
            output.write(f"person:p{number}", person.lines)
            truth.write(encoded(person.truth))
            lines += len(person.lines)
            told(number + 1, town.persons)
    manifest = {
        "made_by": MADE_BY, "seed": town.seed, "persons": town.persons, "known": stamp(town.known_day),
        "format": format_.value, "lines": lines,
    }  # fmt: skip
    (folder / "world.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return lines
