"""Stranding: how many people of an organisation the others of the region could not take in if it stopped.

Strand(i) = sum over regions r of max(0, L_ir - spare x sum over others j of L_jr), where L is how many people an
organisation has there. The spare capacity is an assumption, so the answer is given for several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kyosei.signals.small_counts import FEWEST

__all__ = ["SPARE_PERCENT", "Stranded", "stranding"]

SPARE_PERCENT: Final = (0, 10, 20, 40)
"""How many more people than now the others could take in, in per cent of those they have."""


@dataclass(frozen=True, slots=True)
class Stranded:
    """people: all of them; unplaced: those whose region nobody told, in no other figure. stranded: for each SPARE_PERCENT."""

    organisation: str
    people: int
    unplaced: int
    stranded: tuple[int, ...]


def stranding(people: Mapping[tuple[str, str | None], int]) -> list[Stranded]:
    """The organisations with at least ten people, those who strand most first. people: by (organisation, region or None).

    With a spare capacity of nothing everybody is stranded; with more, never more than with less.
    """
    in_region: dict[str, int] = defaultdict(int)
    of_organisation: dict[str, dict[str | None, int]] = defaultdict(dict)
    for (organisation, region), count in people.items():
        of_organisation[organisation][region] = count
        if region is not None:
            in_region[region] += count
    found = []
    for organisation, regions in of_organisation.items():
        total = sum(regions.values())
        if total < FEWEST:
            continue
        placed = {region: count for region, count in regions.items() if region is not None}
        stranded = tuple(
            sum(max(0, own - spare * (in_region[region] - own) // 100) for region, own in placed.items())
            for spare in SPARE_PERCENT
        )
        found.append(Stranded(organisation, total, total - sum(placed.values()), stranded))
    middle = SPARE_PERCENT.index(20)
    return sorted(found, key=lambda one: (-one.stranded[middle], -one.people, one.organisation))
