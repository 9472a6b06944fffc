"""Whom one may try in a trial: the persons and organisations that its sign-in page offers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kyosei.errors import StoreError

__all__ = ["Residents", "is_trial", "read_residents", "write_residents"]

_FILE: Final = "trial.json"
"""Stands in a data directory that was made for trying out, and only in such."""


@dataclass(frozen=True, slots=True)
class Residents:
    """Ids of persons, and of organisations with their roles."""

    persons: tuple[str, ...]
    organisations: Mapping[str, tuple[str, ...]]


def is_trial(data: Path) -> bool:
    """Whether a data directory was made for trying out: nobody in it is real."""
    return (data / _FILE).is_file()


def read_residents(data: Path) -> Residents:
    """Those of a data directory. StoreError if it was not made for trying out: real persons cannot be tried."""
    try:
        document = json.loads((data / _FILE).read_text(encoding="utf-8"))
        organisations = {id_: tuple(roles) for id_, roles in document["organisations"].items()}
        return Residents(tuple(document["persons"]), organisations)
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(f"{data} was not made by `kyosei trial`, so nobody in it can be tried") from error


def write_residents(data: Path, residents: Residents) -> None:
    """Writes them into a data directory."""
    document = {"persons": residents.persons, "organisations": residents.organisations}
    (data / _FILE).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
