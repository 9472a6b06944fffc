"""What a town is made like: published figures with their source and day, and beside them every assumption, named as one.

The figures are shares of the national totals. Where the publications at hand leave a remainder, the way in which it is
divided is an assumption of ours and stands under `ASSUMED`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["ASSUMED", "FIGURES", "Figure", "shares"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One published table: what it counts, on which day, who published it, its total and its shares of that total."""

    name: str
    counts: str
    on: str
    source: str
    total: int
    parts: Mapping[str, float]


_ISA = "出入国在留管理庁 令和7年6月末現在における在留外国人数について"
_MHLW = "厚生労働省 「外国人雇用状況」の届出状況まとめ（令和7年10月末時点）"
_MHLW_2024 = "厚生労働省 「外国人雇用状況」の届出状況まとめ（令和6年10月末時点）"

FIGURES: tuple[Figure, ...] = (
    Figure("status", "foreign residents by status", "2025-06-30", _ISA, 3_956_619, MappingProxyType({
        "permanent-resident": 932_090 / 3_956_619, "engineer-humanities-international": 458_109 / 3_956_619,
        "technical-intern-training": 449_432 / 3_956_619, "student": 435_203 / 3_956_619,
        "specified-skilled-worker": 336_196 / 3_956_619,
    })),
    Figure("dependent", "foreign residents with the status Dependent", "2024-12-31",
           "出入国在留管理庁 令和6年末現在における在留外国人数について", 3_768_977, MappingProxyType({
               "dependent": 305_598 / 3_768_977,
           })),
    Figure("nationality", "foreign residents by nationality", "2025-06-30", _ISA, 3_956_619, MappingProxyType({
        "CN": 900_738 / 3_956_619, "VN": 660_483 / 3_956_619, "KR": 409_584 / 3_956_619, "PH": 349_714 / 3_956_619,
        "NP": 273_229 / 3_956_619,
    })),
    Figure("ssw_nationality", "specified skilled workers by nationality", "2025-06-30", _ISA, 336_196, MappingProxyType({
        "VN": 148_486 / 336_196, "ID": 69_537 / 336_196, "MM": 35_640 / 336_196,
    })),
    Figure("prefecture", "foreign residents by prefecture", "2025-06-30", _ISA, 3_956_619, MappingProxyType({
        "13": 775_340 / 3_956_619, "27": 360_390 / 3_956_619, "23": 345_900 / 3_956_619, "14": 306_363 / 3_956_619,
        "11": 277_209 / 3_956_619,
    })),
    Figure("sector", "foreign workers by sector", "2025-10-31", _MHLW, 2_571_037, MappingProxyType({
        "manufacturing": 0.247, "other-services": 0.152, "wholesale-retail": 0.133, "food-service": 0.124,
        "construction": 0.08, "medical": 0.057, "information": 0.038, "education": 0.032,
    })),
    Figure("establishments", "establishments with foreign workers", "2025-10-31", _MHLW, 371_215, MappingProxyType({
        "under_30_staff": 0.631, "workers_each": 2_571_037 / 371_215,
    })),
    Figure("workers_in_small", "foreign workers in establishments with fewer than 30 staff", "2024-10-31", _MHLW_2024,
           2_302_587, MappingProxyType({"under_30_staff": 0.362})),
)  # fmt: skip

ASSUMED: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        # The table of all statuses is not at hand: what is left over lives under the two commonest of Table II.
        "status": MappingProxyType({"long-term-resident": 0.5, "spouse-or-child-of-japanese": 0.5}),
        "nationality": MappingProxyType({"BR": 0.35, "ID": 0.35, "MM": 0.3}),
        "ssw_nationality": MappingProxyType({"PH": 0.4, "NP": 0.3, "CN": 0.3}),
        "prefecture": MappingProxyType({"28": 0.2, "12": 0.2, "22": 0.2, "40": 0.2, "10": 0.2}),
        "sector": MappingProxyType({"social-welfare": 0.5, "transport": 0.5}),
        # Who works beside study or family, and who of Table II works full time. No figure is at hand.
        "work": MappingProxyType({"part_time": 0.7, "full_time": 0.75}),
        # No official estimate of any of the five failures was found: the shares are chosen so that there are enough.
        "planted": MappingProxyType({"failure": 0.06, "twin": 0.09}),
        "planted_tax": MappingProxyType({"failure": 0.03, "twin": 0.04}),
        # Of organisations, likewise: as many more as there are, and how many of them collapse without a sign.
        "failing_organisations": MappingProxyType({"employers": 0.04, "supporters": 0.15, "sudden": 0.25}),
        "twin_organisations": MappingProxyType(
            {
                "seasonal_employer": 0.03,
                "closed_for_a_month": 0.03,
                "giant_that_recovers": 0.003,
            }
        ),
        "twin_supporters": MappingProxyType({"closed_for_a_month": 0.15}),
        "late_offices": MappingProxyType({"months": 0.03}),
        # Who is with an organisation over the years, and for how long.
        "rolls": MappingProxyType({"clients_each": 40, "tenure_days": 600, "full_time": 0.65}),
        # How late organisations are, in standard deviations of a single delay; `scale`: its own, on the scale of `pace`.
        "lateness": MappingProxyType(
            {
                "usual": -1.4,
                "between_organisations": 0.35,
                "between_channels": 0.2,
                "between_months": 0.25,
                "between_office_months": 0.25,
                "rise_a_month": 0.45,
                "channels_spared": 0.25,
                "scale": 0.6,
            }
        ),
    }
)
"""How remainders are divided, and what nobody publishes."""

_BY_NAME = {figure.name: figure for figure in FIGURES}


def shares(name: str) -> dict[str, float]:
    """A published table with its remainder divided as assumed; adds up to one."""
    known = dict(_BY_NAME[name].parts)
    if name == "status":
        known |= _BY_NAME["dependent"].parts
    left = 1 - sum(known.values())
    return known | {part: left * share for part, share in ASSUMED[name].items()}
