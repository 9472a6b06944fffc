"""What an office has to be minded of about whoever applies, each with the provision: facts that the law names, never a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kyosei.facts.mandates import majority_day
from kyosei.facts.statements import Case
from kyosei.law.jp.laws import CIVIL_CODE
from kyosei.terms.citations import Provision
from kyosei.terms.text import Text

__all__ = ["FLAGS", "Flag", "flags_of"]


@dataclass(frozen=True, slots=True)
class Flag:
    """What is so, and which provision names it."""

    title: Text
    provision: Provision


FLAGS: Final[Mapping[str, Flag]] = MappingProxyType(
    {"minor": Flag(Text("未成年者", "18さいより 下の 人", "Under age"), CIVIL_CODE.article(4))}
)
"""By its id. Listed by hand: nothing else about a person moves them in a queue."""


def flags_of(case: Case, person: str, day: int) -> tuple[str, ...]:
    """Those that are so of a person on a day, as far as is on record."""
    party = case.parties.get(person)
    is_minor = party is not None and party.born is not None and day < majority_day(party.born)
    return ("minor",) if is_minor else ()
