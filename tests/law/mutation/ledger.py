"""Mutants that no case can notice, because they say the same law, and mutants that none notices yet.

`equivalent.yaml` gives a reason for each group of the first sort; `alive.yaml` lists the second. A reason holds for the norms and
mutants whose names the patterns match, with `*` and `?` as in file names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path
from re import Pattern, compile

import yaml

from tests.law.mutation.mutants import Mutant

__all__ = ["ALIVE", "EQUIVALENT", "Equivalent", "read_alive", "read_equivalents", "write_alive"]

EQUIVALENT = Path(__file__).with_name("equivalent.yaml")
ALIVE = Path(__file__).with_name("alive.yaml")


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Some mutants that say the same as their norms, and why."""

    norm: Pattern[str]
    mutant: Pattern[str]
    why: str

    def covers(self, mutant: Mutant) -> bool:
        """Whether it speaks of this mutant."""
        return bool(self.norm.match(mutant.norm) and self.mutant.match(mutant.name))


def read_equivalents() -> list[Equivalent]:
    """The mutants that are shown to change nothing."""
    return [
        Equivalent(compile(_pattern(entry["norm"])), compile(_pattern(entry["mutant"])), " ".join(entry["why"].split()))
        for entry in yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) or ()
    ]


def _pattern(text: str) -> str:
    return translate(text.replace("[", "[[]"))


def read_alive() -> Mapping[str, frozenset[str]]:
    """By norm, the names of the mutants that no case notices yet."""
    listed = yaml.safe_load(ALIVE.read_text(encoding="utf-8")) or {}
    return {norm: frozenset(names) for norm, names in listed.items()}


def write_alive(mutants: Iterable[Mutant]) -> None:
    """Write the list of those that no case notices yet, in the order of the pack."""
    listed: dict[str, list[str]] = {}
    for mutant in mutants:
        listed.setdefault(mutant.norm, []).append(mutant.name)
    head = "# Mutants that no case notices yet, by norm, written by `python -m scripts.mutate --all --write`.\n"
    text = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=1000)
    ALIVE.write_text(head + (text if listed else "{}\n"), encoding="utf-8")
