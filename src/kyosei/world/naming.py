"""Names of generated persons: in Latin letters as on the card, in katakana, and in characters where the family writes them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kyosei.world.chance import Chance
from kyosei.world.name_parts import POOLS, NamePart, Pool

__all__ = ["FAMILY_OF", "names_of"]

FAMILY_OF: Mapping[str, str] = MappingProxyType(
    {
        "VN": "Vietnamese", "NP": "Nepali", "MM": "Burmese", "CN": "Chinese", "KR": "Korean", "PH": "Filipino",
        "ID": "Indonesian", "BR": "Brazilian",
    }
)  # fmt: skip
"""The family of names by nationality (ISO 3166-1)."""


def names_of(chance: Chance, nationality: str, sex: str) -> list[dict[str, str]]:
    """The names of a person as a party line has them."""
    family = FAMILY_OF[nationality]
    parts = _parts(chance, family, POOLS[family], sex)
    names = [
        {"script": "Latn", "text": " ".join(part.latin[0] for part in parts).replace("_", " ")},
        {"script": "Kana", "text": " ".join(chance.pick(part.kana) for part in parts).replace("_", " ")},
    ]
    if all(part.characters for part in parts):
        names.append({"script": "Hani", "text": "".join(part.characters[0] for part in parts)})
    return names


def _parts(chance: Chance, family: str, pool: Pool, sex: str) -> list[NamePart]:
    """The parts in the order in which the family writes them."""
    given, between = (pool.women, pool.women_between) if sex == "female" else (pool.men, pool.men_between)
    one = chance.frequent(given)
    match family:
        case "Vietnamese":
            return [chance.frequent(pool.surnames), chance.frequent(between), one]
        case "Nepali":
            return [chance.frequent(pool.surnames), one, *([chance.frequent(between)] if chance.happens(0.5) else ())]
        case "Burmese":
            return [one, chance.frequent(given), chance.frequent(given)]
        case "Filipino":
            return [chance.frequent(pool.surnames), one, chance.frequent(pool.surnames)]
        case "Indonesian":
            return [one, *([chance.frequent(pool.surnames)] if chance.happens(0.7) else ())]
        case "Brazilian":
            return [one, chance.frequent(pool.surnames), chance.frequent(pool.surnames)]
        case _:
            return [chance.frequent(pool.surnames), one]
