"""The town: its known day, and its organisations, each of which follows from the seed and its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil

from kyosei.world.calibration import ASSUMED, FIGURES, shares
from kyosei.world.chance import Chance

__all__ = ["BANK", "INSURER", "LANDLORD", "SOLE_SHOPS", "Organisation", "Town"]

_WORKERS_EACH = next(f for f in FIGURES if f.name == "establishments").parts["workers_each"]
_SMALL_SHARE = next(f for f in FIGURES if f.name == "establishments").parts["under_30_staff"]
_WORKERS_IN_SMALL = next(f for f in FIGURES if f.name == "workers_in_small").parts["under_30_staff"]
_FAILING = ASSUMED["failing_organisations"]
_SILENT = 0.01
_STUDENTS_EACH, _SUPPORTED_EACH = 60, 40
SOLE_SHOPS = 20
"""Restaurants of sole proprietors, which employees' pension does not cover."""
INSURER = "insurer:kyokai"
BANK = "org:b0"
LANDLORD = "org:l0"
"""Of everybody who rents, where a town has households."""
_WORDS = (("さくら", "Sakura"), ("みらい", "Mirai"), ("富士", "Fuji"), ("大和", "Yamato"), ("青葉", "Aoba"), ("千歳", "Chitose"),
          ("若葉", "Wakaba"), ("東洋", "Toyo"), ("日の出", "Hinode"), ("共栄", "Kyoei"))  # fmt: skip
_TRADES = (("製作所", "Works"), ("食品", "Foods"), ("商事", "Trading"), ("建設", "Construction"), ("サービス", "Services"),
           ("電機", "Electric"), ("物流", "Logistics"), ("システム", "Systems"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Organisation:
    """An employer, school or support organisation. `silent`: its feed has been dead for two months."""

    id: str
    role: str
    names: tuple[tuple[str, str], ...]
    prefecture: str
    silent: bool
    industry: str = "other-services"
    staff: int = 0
    corporation: bool = True


@dataclass(frozen=True, slots=True)
class Town:
    """How many persons live here, and how many organisations are there for them."""

    seed: int
    persons: int
    known_day: date
    history_months: int = 0
    """For how many months back it is told what organisations filed and paid; 0: not at all."""
    households: bool = False
    """Whether families, homes, banks, attendance and degrees, insurance and last year's tax are told of, too."""

    @property
    def employers(self) -> int:
        """As many as there are for each worker in the country."""
        return max(round(self.persons / _WORKERS_EACH), 12)

    @property
    def schools(self) -> int:
        """For the students among the persons."""
        return max(self.persons // 9 // _STUDENTS_EACH, 2)

    @property
    def supporters(self) -> int:
        """For the specified skilled workers among the persons."""
        return max(self.persons // 12 // _SUPPORTED_EACH, 3)

    def is_failing(self, id_: str) -> bool:
        """Whether it is one of those that fail: their numbers follow those of the ones in anybody's life."""
        return int(id_[5:]) >= {"e": self.employers, "t": self.supporters}.get(id_[4], 1 << 62)

    def employer_for(self, chance: Chance) -> str:
        """An employer, small or large as often as workers have such a one."""
        small = max(round(self.employers * _SMALL_SHARE), 1)
        number = (
            chance.whole(0, small - 1) if chance.happens(_WORKERS_IN_SMALL) else chance.whole(small, self.employers - 1)
        )
        return f"org:e{number}"

    def another_employer(self, chance: Chance, than: str) -> str:
        """An employer that is not this one."""
        while (found := self.employer_for(chance)) == than:
            pass
        return found

    def organisation(self, id_: str) -> Organisation:
        """An organisation by its id: org: and then e, p, s or t and its number."""
        return _organisation(self, id_)

    def organisations(self) -> Iterator[Organisation]:
        """All of them, in a fixed order; those that fail only where the town has a history."""
        for letter, count in (("e", self.employers), ("p", SOLE_SHOPS), ("s", self.schools), ("t", self.supporters)):
            for number in range(count + (self._failing(letter, count) if self.history_months else 0)):
                yield self.organisation(f"org:{letter}{number}")

    def _failing(self, letter: str, count: int) -> int:
        shares = {"e": _FAILING["employers"], "t": _FAILING["supporters"]}
        return ceil(count * shares.get(letter, 0))


@lru_cache(maxsize=1 << 16)
def _organisation(town: Town, id_: str) -> Organisation:
    letter, number = id_[4], int(id_[5:])
    chance = Chance(town.seed, "organisation", id_)
    (word, latin), (trade, trade_latin) = chance.pick(_WORDS), chance.pick(_TRADES)
    prefecture = chance.weighted(shares("prefecture"))
    silent = chance.happens(_SILENT)
    match letter:
        case "e":
            few = max(round(town.employers * _SMALL_SHARE), 1)
            small = chance.happens(_SMALL_SHARE) if town.is_failing(id_) else number < few
            staff = chance.whole(6, 29) if small else chance.whole(30, 900)
            names = (("Jpan", f"株式会社{word}{trade}{number}"), ("Latn", f"{latin} {trade_latin} {number}"))
            industry = chance.weighted(shares("sector"))
            return Organisation(id_, "employer", names, prefecture, silent, industry, staff)
        case "p":
            names = (("Jpan", f"食堂{word}{number}"), ("Latn", f"Shokudo {latin} {number}"))
            return Organisation(id_, "employer", names, prefecture, False, "food-service", 3, corporation=False)
        case "s":
            names = (("Jpan", f"{word}学院{number}"), ("Latn", f"{latin} School {number}"))
            return Organisation(id_, "school", names, prefecture, silent, "education")
        case _:
            names = (("Jpan", f"{word}支援機構{number}"), ("Latn", f"{latin} Support {number}"))
            return Organisation(id_, "supporter", names, prefecture, silent)
