"""The points table of highly skilled professionals (高度専門職), Ordinance 426M60000010037 art. 1 (1), item by item.

Compared with the texts of the ordinance from 2017-04-26 on. Since then only rows were added: work in notified financial
business on 2021-07-30 and support by a local government on 2023-03-31. Before 2017-04-26 the table had other rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = [
    "ADDITIONS",
    "BEGINNING",
    "CLASSES",
    "LEAST_PAY_COUNTED",
    "POINTS_ASKED",
    "Addition",
    "PointsClass",
]

Activity = Literal["research", "technical", "management"]
Bands = tuple[tuple[int, int], ...]

BEGINNING = date(2017, 4, 26)
POINTS_ASKED = ((BEGINNING, 70),)
LEAST_PAY_COUNTED: Bands = ((0, 4_000_000), (30, 5_000_000), (35, 6_000_000), (40, 8_000_000))
"""From which age on which yearly pay is the least that gives points (classes イ and ロ)."""


@dataclass(frozen=True, slots=True)
class PointsClass:
    """One of the three classes: what its rows are worth. Bands: (from this number on, points).

    `age`: points lost from an age on, out of those of somebody below thirty. `pay_by_age`: whether the age says from
    which pay on points are given. `least_pay`: the yearly pay without which the class is not open, whatever the points.
    """

    activity: Activity
    item: str
    degree: tuple[tuple[str, int], ...]
    experience: Bands
    pay: Bands
    pay_by_age: bool
    youngest: int
    age: Bands
    research: Bands
    qualifications: Bands
    position: tuple[tuple[str, int], ...]
    least_pay: int


_PAY: Bands = (
    (4_000_000, 10), (5_000_000, 15), (6_000_000, 20), (7_000_000, 25), (8_000_000, 30), (9_000_000, 35),
    (10_000_000, 40),
)  # fmt: skip
_AGE: Bands = ((0, 0), (30, 5), (35, 10), (40, 15))

CLASSES: tuple[PointsClass, ...] = (
    PointsClass(
        "research", "1",
        (("doctor", 30), ("business_professional", 20), ("master", 20), ("bachelor", 10), ("none", 0)),
        ((0, 0), (3, 5), (5, 10), (7, 15)), _PAY, True, 15, _AGE, ((0, 0), (1, 20), (2, 25)), (), (), 0,
    ),
    PointsClass(
        "technical", "2",
        (("doctor", 30), ("business_professional", 25), ("master", 20), ("bachelor", 10), ("none", 0)),
        ((0, 0), (3, 5), (5, 10), (7, 15), (10, 20)), _PAY, True, 15, _AGE, ((0, 0), (1, 15)),
        ((0, 0), (1, 5), (2, 10)), (), 3_000_000,
    ),
    PointsClass(
        "management", "3",
        (("doctor", 20), ("business_professional", 25), ("master", 20), ("bachelor", 10), ("none", 0)),
        ((0, 0), (3, 10), (5, 15), (7, 20), (10, 25)),
        ((10_000_000, 10), (15_000_000, 20), (20_000_000, 30), (25_000_000, 40), (30_000_000, 50)), False, 0, (), (), (),
        (("representative", 10), ("officer", 5), ("none", 0)), 3_000_000,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Addition:
    """A row of the special additions: all of `needs`, none of `excluded_by`, since when."""

    needs: tuple[str, ...]
    points: int
    excluded_by: tuple[str, ...] = ()
    classes: tuple[Activity, ...] = ("research", "technical", "management")
    since: date = BEGINNING


ADDITIONS: tuple[Addition, ...] = (
    Addition(("innovation_support",), 10),
    Addition(("innovation_support", "small_enterprise"), 10),  # twenty for a small or medium enterprise
    Addition(("research_spending", "small_enterprise"), 5),
    Addition(("foreign_qualification",), 5),
    Addition(("japanese_degree",), 10),
    Addition(("japanese_n1",), 15),
    Addition(("japanese_n2",), 10, excluded_by=("japanese_degree", "japanese_n1")),
    Addition(("growth_field",), 10),
    Addition(("notified_university",), 10),
    Addition(("training",), 5),
    Addition(("training_at_japanese_university",), 5, excluded_by=("japanese_degree", "training")),
    Addition(("investment",), 5, classes=("management",)),
    Addition(("finance",), 10, classes=("technical", "management"), since=date(2021, 7, 30)),
    Addition(("local_support",), 10, since=date(2023, 3, 31)),
)
