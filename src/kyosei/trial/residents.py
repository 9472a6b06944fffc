"""Whom one may try in a trial: the persons and organisations that its sign-in page offers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kyosei.errors import StoreError
from kyosei.facts.vocabulary.family import Mandate

__all__ = ["Acting", "Residents", "acting_in", "is_trial", "read_residents", "write_residents"]

_FILE: Final = "trial.json"
"""Stands in a data directory that was made for trying out, and only in such."""


@dataclass(frozen=True, slots=True)
class Acting:
    """A person who acts for another, as a representative, guardian or helper."""

    holder: str
    role: str
    person: str


@dataclass(frozen=True, slots=True)
class Residents:
    """Ids of persons, of organisations with their roles, and which persons act for which. Whether a mandate stands, the read path
    finds out at each look.
    """

    persons: tuple[str, ...]
    organisations: Mapping[str, tuple[str, ...]]
    acting: tuple[Acting, ...] = ()


def acting_in(lines: Iterable[Mapping[str, Any]]) -> tuple[Acting, ...]:  # Any: JSON
    """Which persons act for which by the mandates among the lines of case files."""
    mandates = [line for line in lines if line.get("kind") == Mandate.facts.name]
    found = (Acting(one["about"]["holder"], str(one["data"]["as"]), one["about"]["person"]) for one in mandates)
    return tuple(dict.fromkeys(one for one in found if one.holder.startswith("person:")))


def is_trial(data: Path) -> bool:
    """Whether a data directory was made for trying out: nobody in it is real."""
    return (data / _FILE).is_file()


def read_residents(data: Path) -> Residents:
    """Those of a data directory. StoreError if it was not made for trying out: real persons cannot be tried."""
    try:
        document = json.loads((data / _FILE).read_text(encoding="utf-8"))
        organisations = {id_: tuple(roles) for id_, roles in document["organisations"].items()}
        acting = tuple(Acting(*one) for one in document.get("acting", ()))
        return Residents(tuple(document["persons"]), organisations, acting)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{data} was not made by `kyosei trial`, so nobody in it can be tried") from error


def write_residents(data: Path, residents: Residents) -> None:
    """Writes them into a data directory."""
    acting = [[one.holder, one.role, one.person] for one in residents.acting]
    document = {"persons": residents.persons, "organisations": residents.organisations, "acting": acting}
    (data / _FILE).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
