"""How much each outcome of a comparison says: the checked-in probabilities of a version, and how they were obtained.

m: how often records of one person come out so; u: how often records of two persons do. The weight of an outcome is
log2(m/u), as in Fellegi and Sunter, "A Theory for Record Linkage", JASA 64 (1969).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from kyosei.errors import IdentityError
from kyosei.identity.names import NORMALISATION

__all__ = ["LEVELS", "MODEL", "Model", "load_model", "read_model"]

MODEL = "2026-11"
"""The version in use."""

LEVELS: Mapping[str, tuple[str, ...]] = {
    "name": ("same_characters", "same_sound", "part_left_out", "same_consonants", "similar_sound", "different"),
    "birth_date": ("same", "day_and_month_turned", "one_digit", "two_of_three", "different"),
    "sex": ("same", "different"),
}
"""What is compared, and the outcomes, the closest first. What one side does not hold is no outcome."""


@dataclass(frozen=True, slots=True)
class Model:
    """A version of the probabilities: for each comparison and outcome (m, u)."""

    version: str
    normalisation: str
    obtained: str
    probabilities: Mapping[str, Mapping[str, tuple[float, float]]]

    def weight(self, comparison: str, level: str) -> float:
        """What an outcome says, in bits: positive for one person, negative for two."""
        m, u = self.probabilities[comparison][level]
        return math.log2(m / u)


def load_model(version: str = MODEL) -> Model:
    """A checked-in version. IdentityError if there is none."""
    file = resources.files("kyosei.identity.candidates") / f"model-{version}.json"
    if not file.is_file():
        raise IdentityError(f"there is no model {version} for candidates; the one in use is {MODEL}")
    return read_model(file.read_text("utf-8"))


def read_model(text: str) -> Model:
    """A model from its JSON; IdentityError if it is not complete, or made for another normalisation."""
    raw = json.loads(text)
    probabilities = {
        comparison: {
            level: (float(raw["m"][comparison][level]), float(raw["u"][comparison][level])) for level in levels
        }
        for comparison, levels in LEVELS.items()
    }
    for comparison, levels in probabilities.items():
        for place, which in enumerate("mu"):
            shares = [pair[place] for pair in levels.values()]
            if min(shares) <= 0 or not math.isclose(sum(shares), 1, abs_tol=2e-3):  # they are rounded
                raise IdentityError(f"model {raw['version']}: {which} of {comparison} must be positive and add up to 1")
    if raw["normalisation"] != NORMALISATION:
        raise IdentityError(
            f"model {raw['version']} was made for normalisation {raw['normalisation']}, names are normalised by"
            f" {NORMALISATION}; estimate it anew (python -m bench.linking --estimate)"
        )
    return Model(raw["version"], raw["normalisation"], raw["obtained"], probabilities)
