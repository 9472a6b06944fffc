"""The fourth layer: what becomes of the lines on their way. Some are late, lost, doubled, misrouted or contradicted.

A fault strikes the lines of one source and kind about one person at most once: a line that is lost and another one that is
said otherwise would leave the count right, which no count can show (decision 0146).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kyosei.world.chance import Chance
from kyosei.world.events import Life
from kyosei.world.records.ledger import Entry, Line, opaque, stamp
from kyosei.world.records.organisations import SILENT_DAYS
from kyosei.world.town import BANK, LANDLORD, Town

__all__ = ["FAULT_SHARES", "STRAY", "Fault", "Hit", "Transmitted", "possible_faults", "set_off", "stray_of", "transmit"]


STRAY = "person:u"
"""How ids begin under which lines lie that nobody could place."""


class Fault(StrEnum):
    """What may become of a line."""

    LATE = "late"
    LOST = "lost"
    DOUBLED = "doubled"
    MISROUTED = "misrouted"
    CONTRADICTED = "contradicted"
    SILENT = "silent"
    """Its source has been dead since."""


FAULT_SHARES: Mapping[Fault, float] = {
    Fault.LATE: 0.004, Fault.LOST: 0.004, Fault.DOUBLED: 0.002, Fault.MISROUTED: 0.002, Fault.CONTRADICTED: 0.002,
}  # fmt: skip
"""The share of lines that each fault strikes: an assumption (no office publishes its own)."""
_OTHERWISE: Mapping[str, Mapping[str, object]] = {
    "work.contract": {"hours_per_week": 15}, "work.hours": {"hours": 39}, "residence.status": {"granted_period": "P1Y"},
    "work.pay": {"gross_yen": 100000},
}  # fmt: skip
"""What a line of these kinds says when it is said again, otherwise, in the same minute."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that did not arrive as it was made, and what became of it."""

    fault: Fault
    line: Line


@dataclass(frozen=True, slots=True)
class Transmitted:
    """What arrived by the known day about a person, and, for the truth, what did not arrive as it was made.

    answers: every line of the channels that a fault struck, as its source says it when it is asked on the known day.
    """

    lines: tuple[Line, ...]
    hits: tuple[Hit, ...]
    answers: tuple[Line, ...]


def transmit(town: Town, life: Life, entries: Sequence[Entry], *, forced: Mapping[int, Fault] | None = None,
             faults: Mapping[Fault, float] = FAULT_SHARES) -> Transmitted:  # fmt: skip
    """The lines about one person as they arrive. `forced`: faults by the place of a line, before chance has its turn."""
    chance = Chance(town.seed, "transmission", life.number)
    arrived: list[Line] = []
    recorded: dict[object, str] = {}
    hits: list[Hit] = []
    stray = stray_of(life.person)
    for entry, fault in zip(entries, _faults_of(town, entries, chance, forced or {}, faults), strict=True):
        line = dict(entry.line)
        if line["type"] != "party":
            set_off(line, entry.stated_on, chance, town.known_day)
            _follow(line, recorded)
        if fault is not None:
            hits.append(Hit(fault, line))
        match fault:
            case None:
                arrived.append(line)
            case Fault.LATE | Fault.LOST | Fault.SILENT:
                pass
            case Fault.DOUBLED:
                arrived += [line, {**line, "id": opaque(line["id"], "again")}]
            case Fault.CONTRADICTED:
                arrived += [line, _contradicted(line)]
            case Fault.MISROUTED:
                arrived.append({**line, "about": {**_about(line), "person": stray}})
        if fault in (None, Fault.DOUBLED, Fault.CONTRADICTED) and line["type"] == "statement":
            recorded[line["id"]] = str(line["recorded_at"])
    if any(hit.fault is Fault.MISROUTED for hit in hits):
        arrived.insert(1, {"type": "party", "id": stray, "party": "person", "names": [life.names[-1]]})
    struck = {(hit.line["source"], hit.line["kind"]) for hit in hits}
    told = {"stated_at": stamp(town.known_day), "recorded_at": stamp(town.known_day)}
    said = [one.line for one in entries if one.line["type"] != "party" and _channel(one) in struck]
    replaced = {line["replaces"] for line in said if "replaces" in line}
    answers = [
        {name: value for name, value in {**line, **told}.items() if name != "replaces"}
        for line in said if line["id"] not in replaced
    ]  # fmt: skip
    return Transmitted(tuple(arrived), tuple(hits), tuple(answers))


def _follow(line: Line, recorded: Mapping[object, str]) -> None:
    """No line arrives before the one it replaces; what replaces a line that never arrived is told as if for the first time."""
    if "replaces" in line:
        first = recorded.get(line["replaces"])
        if first is None:
            del line["replaces"]
        else:
            line["recorded_at"] = max(str(line["recorded_at"]), first)


def _faults_of(
    town: Town, entries: Sequence[Entry], chance: Chance, forced: Mapping[int, Fault], faults: Mapping[Fault, float]
) -> list[Fault | None]:
    """What becomes of each line, those left out that say who somebody is; by chance, only where nothing else happens to the
    lines of its source and kind.
    """
    found: list[Fault | None] = [
        None if entry.line["type"] == "party" else forced.get(place) for place, entry in enumerate(entries)
    ]  # fmt: skip
    for place, entry in enumerate(entries):
        if found[place] is None and entry.line["type"] != "party" and entry.stated_on > town.known_day:
            found[place] = Fault.LATE
    struck = {_channel(entry) for entry, fault in zip(entries, found, strict=True) if fault is not None}
    for place, entry in enumerate(entries):
        if found[place] is not None or entry.line["type"] == "party":
            continue
        if _is_silent(town, entry):
            found[place] = Fault.SILENT
            continue
        drawn = chance.weighted({None: 1 - sum(faults.values())} | dict(faults))
        if drawn is not None and _channel(entry) not in struck and drawn in possible_faults(entry.line):
            found[place] = drawn
            struck.add(_channel(entry))
    return found


def _channel(entry: Entry) -> tuple[object, object]:
    return entry.line["source"], entry.line["kind"]


def _about(line: Line) -> dict[str, str]:
    about = line["about"]
    assert isinstance(about, dict)
    return about


def stray_of(person: str) -> str:
    """The id of somebody unknown: the name was read otherwise, and nobody saw that it is the same person."""
    return f"{STRAY}{opaque(person)}"


def _is_silent(town: Town, entry: Entry) -> bool:
    """Whether the source had fallen silent when it would have said so."""
    source = str(entry.line["source"])
    if not source.startswith("org:") or source in (BANK, LANDLORD):
        return False
    return entry.stated_on > town.known_day - timedelta(SILENT_DAYS) and town.organisation(source).silent


def possible_faults(line: Line) -> tuple[Fault, ...]:
    """What can happen to a line.

    An answer is not sent twice or to another's file, nor is what replaces a line; few kinds are said otherwise.
    """
    if line["type"] == "coverage":
        return (Fault.LATE, Fault.LOST)
    if "replaces" in line:
        return (Fault.LATE, Fault.LOST)
    common = (Fault.LATE, Fault.LOST, Fault.DOUBLED, Fault.MISROUTED)
    data = line["data"]
    for_ever = isinstance(data, dict) and data.get("granted_period") == "indefinite"
    return (*common, Fault.CONTRADICTED) if line["kind"] in _OTHERWISE and not for_ever else common


def _contradicted(line: Line) -> Line:
    data = line["data"]
    assert isinstance(data, dict)
    return {**line, "id": opaque(line["id"], "otherwise"), "data": {**data, **_OTHERWISE[str(line["kind"])]}}


def set_off(line: Line, stated_on: date, chance: Chance, known: date) -> None:
    """When it was said and when it arrived: within ten days, and by the known day."""
    line["stated_at"] = stamp(stated_on)
    arrives = min(stated_on + timedelta(chance.weighted({0: 0.7, 1: 0.15, 3: 0.1, 9: 0.05})), max(known, stated_on))
    line["recorded_at"] = stamp(arrives)
