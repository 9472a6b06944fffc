"""The fourth layer for organisations' filings: what becomes of the lines on their way. Some are late, lost or doubled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from kyosei.world.chance import Chance
from kyosei.world.records.ledger import Entry, Line, opaque, stamp
from kyosei.world.records.organisations import SILENT_DAYS
from kyosei.world.town import Organisation, Town
from kyosei.world.transmission import FAULT_SHARES, Fault, set_off

__all__ = ["sent"]

_LATE_DAYS = (30, 60)
_POSSIBLE = (Fault.LATE, Fault.LOST, Fault.DOUBLED)


def sent(
    town: Town, organisation: Organisation, entries: Iterable[Entry], faults: Mapping[Fault, float] = FAULT_SHARES
) -> Iterator[Line]:
    """The lines that arrived by the known day, with the instants at which they were said and did arrive.

    What replaces a line that never arrived is told as if for the first time; no line arrives before the one that it replaces.
    """
    chance = Chance(town.seed, "filings", organisation.id)
    shares: dict[Fault | None, float] = {fault: faults.get(fault, 0) for fault in _POSSIBLE}
    shares[None] = 1 - sum(shares.values())
    silent_from = town.known_day - timedelta(SILENT_DAYS) if organisation.silent else None
    arrived: dict[object, str] = {}
    for entry in entries:
        line = dict(entry.line)
        if line["type"] == "party":
            yield line
            continue
        if silent_from is not None and line["source"] == organisation.id and entry.stated_on > silent_from:
            continue
        set_off(line, entry.stated_on, chance, town.known_day)
        match chance.weighted(shares):
            case Fault.LOST:
                continue
            case Fault.LATE:
                arrives = entry.stated_on + timedelta(chance.whole(*_LATE_DAYS))
                if arrives > town.known_day:
                    continue
                line["recorded_at"] = stamp(arrives)
            case Fault.DOUBLED if "replaces" not in line:
                yield {**line, "id": opaque(line["id"], "again")}
            case _:
                pass
        replaced = line.get("replaces")
        if replaced is not None and replaced not in arrived:
            del line["replaces"]
        elif replaced is not None:
            line["recorded_at"] = max(str(line["recorded_at"]), arrived[replaced])
        arrived[line["id"]] = str(line["recorded_at"])
        yield line
