"""Makes a town, person by person, and writes its last layer and, apart from it, its truth: the same seed, the same bytes."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kyosei.errors import InputError
from kyosei.world.events import Life
from kyosei.world.failures import befall
from kyosei.world.formats import Format
from kyosei.world.lives import born_into
from kyosei.world.organisations.deeds import course_of
from kyosei.world.organisations.filings import filings_of
from kyosei.world.organisations.sending import sent
from kyosei.world.organisations.truth import (
    OFFICES_FILE,
    ORGANISATIONS_FILE,
    late_offices,
    office_line,
    organisation_line,
)
from kyosei.world.output import FILINGS, encoded, open_output
from kyosei.world.records import records_of, write_organisations
from kyosei.world.records.ledger import Line, stamp
from kyosei.world.town import Town
from kyosei.world.transmission import FAULT_SHARES, Fault, Hit, transmit
from kyosei.world.truth import truth_line

__all__ = ["DEFAULT_KNOWN_DAY", "MADE_BY", "Person", "make_town", "people_of"]

DEFAULT_KNOWN_DAY = date(2026, 11, 20)
"""So that a town without an option is the same town on every day."""
MADE_BY = 7
"""The version of the generator: a change that changes any town changes it."""


@dataclass(frozen=True, slots=True)
class Person:
    """What arrived about a person, what is true, and what happened to the lines on their way."""

    lines: tuple[Line, ...]
    truth: Line
    hits: tuple[Hit, ...]
    places: tuple[tuple[str, str], ...]
    """Where it truly is on the known day: employers and supporters, each with the prefecture of the work."""


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
        yield Person(sent.lines, truth_line(town, life, befallen, sent), sent.hits, tuple(_places(town, life)))


def _places(town: Town, life: Life) -> Iterator[tuple[str, str]]:
    works = {job.employer: job.prefecture for job in life.jobs if job.until is None or job.until > town.known_day}
    yield from works.items()
    for support in life.supports:
        if support.supporter is not None and support.until is None and support.host in works:
            yield support.supporter, works[support.host]


def make_town(
    town: Town, folder: Path, format_: Format, told: Callable[[int, int], None] = lambda done, of: None
) -> int:
    """Writes the town into a new or empty folder; how many lines its last layer has.

    InputError if something is there already. `told`: how many persons are done, and of how many.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder} is not empty; name a new folder for the town")
    records, truth_folder = folder / "records", folder / "truth"
    for part in (records, truth_folder):
        part.mkdir(parents=True, exist_ok=True)
    lines = 0
    living: dict[str, Counter[str]] = defaultdict(Counter)
    with (records / "organisations.jsonl").open("wb") as file:
        for line in write_organisations(town):
            file.write(encoded(line))
            lines += 1
    with ExitStack() as stack:
        output = stack.enter_context(open_output(records, format_))
        truth = stack.enter_context((truth_folder / "truth.jsonl").open("wb"))
        for number, person in enumerate(people_of(town)):
            output.write(f"person:p{number}", person.lines)
            truth.write(encoded(person.truth))
            lines += len(person.lines)
            for organisation, prefecture in person.places if town.history_months else ():
                living[organisation][prefecture] += 1
            told(number + 1, town.persons)
    if town.history_months:
        lines += _write_histories(town, records, truth_folder, format_, living)
    manifest = {
        "made_by": MADE_BY, "seed": town.seed, "persons": town.persons, "known": stamp(town.known_day),
        "format": format_.value, "lines": lines, "history_months": town.history_months,
        "households": town.households,
    }  # fmt: skip
    (folder / "world.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return lines


def _write_histories(
    town: Town, records: Path, truth: Path, format_: Format, living: Mapping[str, Mapping[str, int]]
) -> int:
    """What employers and supporters filed and paid over the years, and their truth; how many lines they are."""
    lines = 0
    offices: set[str] = set()
    with ExitStack() as stack:
        output = stack.enter_context(open_output(records, format_, FILINGS))
        file = stack.enter_context((truth / ORGANISATIONS_FILE).open("wb"))
        for organisation in town.organisations():
            if organisation.role in ("employer", "supporter"):
                course = course_of(town, organisation)
                arrived = list(sent(town, organisation, filings_of(town, course)))
                output.write(organisation.id, arrived)
                file.write(encoded(organisation_line(town, course, living.get(organisation.id, {}))))
                lines += len(arrived)
                offices |= {str(line["source"]) for line in arrived if "source" in line}
    late = late_offices(town, sorted(one for one in offices if not one.startswith("org:")))
    with (truth / OFFICES_FILE).open("wb") as file:
        file.writelines(map(encoded, map(office_line, late)))
    return lines
