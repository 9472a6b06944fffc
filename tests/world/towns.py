"""Small towns for the tests, and what the law makes of single persons of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from kyosei.timelines.days import microseconds_from_instant
from kyosei.wiring import open_law
from kyosei.world.events import Life
from kyosei.world.failures import Scenario, Story, befall
from kyosei.world.lives import born_into
from kyosei.world.making import DEFAULT_KNOWN_DAY
from kyosei.world.output import encoded
from kyosei.world.records import Entry, records_of, write_organisations
from kyosei.world.records.ledger import Line, stamp
from kyosei.world.score.detector import Background, Detector, Records
from kyosei.world.score.judge import Accusation, false_accusations
from kyosei.world.town import Town
from kyosei.world.transmission import Fault, Transmitted, stray_of, transmit
from kyosei.world.truth import truth_line, truth_of

__all__ = ["NO_FAULTS", "Befallen", "accusations_of", "arrived", "detector", "life_of", "records", "town_of"]

NO_FAULTS: Mapping[Fault, float] = {}
Befallen = tuple[Scenario, Story] | None


def town_of(seed: int, persons: int = 40, *, households: bool = False) -> Town:
    """A town on the usual day."""
    return Town(seed, persons, DEFAULT_KNOWN_DAY, households=households)


def detector() -> Detector:
    """Under the law of Japan, knowing what was known at noon of that day."""
    return Detector(open_law(), microseconds_from_instant(datetime.fromisoformat(stamp(DEFAULT_KNOWN_DAY))))


def life_of(town: Town, number: int) -> tuple[Life, Befallen, Sequence[Entry]]:
    """A person, what befell it, and its records before they are sent."""
    life, _ = born_into(town, number)
    befallen = befall(town, life)
    return life, befallen, records_of(town, life)


def arrived(town: Town, number: int, forced: Mapping[int, Fault] | None = None) -> tuple[Life, Befallen, Transmitted]:
    """What arrives of a person's records if nothing happens to them but this."""
    life, befallen, entries = life_of(town, number)
    return life, befallen, transmit(town, life, entries, forced=forced, faults=NO_FAULTS)


def records(town: Town, life: Life, lines: Sequence[Line]) -> Records:
    """The case of one person."""
    background = Background.read(encoded(line) for line in write_organisations(town))
    return Records.of([(life.person, [encoded(line) for line in lines])], background)


def accusations_of(town: Town, life: Life, befallen: Befallen, sent: Transmitted) -> list[Accusation]:
    """Every negative over the whole life that the truth contradicts."""
    found = detector().sweep(records(town, life, sent.lines), 0)
    truth = truth_of(truth_line(town, life, befallen, sent))
    return list(
        false_accusations(
            found.negatives,
            dict.fromkeys([life.person, stray_of(life.person), *(one.id for one in life.relatives)], truth),
        )
    )
