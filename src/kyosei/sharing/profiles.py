"""Profiles: for which sort of checker, and exactly which predicates each is answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["LENGTHS", "PROFILES", "Predicate", "Profile", "Sort"]

_HOUR: Final = 3_600_000_000


class Predicate(StrEnum):
    """What can be asked."""

    LAWFUL_STAY = "lawful_stay"
    """Whether the stay is lawful, until when, and on which basis."""
    MAY_WORK = "may_work"
    """Whether the status permits work, and within which limits."""
    STUDENT = "student"
    """Whether the status of residence is that of a student."""


class Sort(StrEnum):
    """The sort of checker."""

    BANK = "bank"
    LANDLORD = "landlord"
    EMPLOYER = "employer"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Profile:
    """predicates: what is answered, and nothing else beside the name of the person and the day."""

    sort: Sort
    predicates: tuple[Predicate, ...]

    @property
    def purpose(self) -> str:
        """The purpose of reading for which the person consents."""
        return f"share.{self.sort}"


PROFILES: Final[dict[str, Profile]] = {
    one.sort.value: one
    for one in (
        Profile(Sort.BANK, (Predicate.LAWFUL_STAY,)),
        Profile(Sort.LANDLORD, (Predicate.LAWFUL_STAY,)),
        Profile(Sort.EMPLOYER, (Predicate.LAWFUL_STAY, Predicate.MAY_WORK)),
        Profile(Sort.SCHOOL, (Predicate.LAWFUL_STAY, Predicate.STUDENT)),
    )
}

LENGTHS: Final[dict[str, int]] = {"hour": _HOUR, "day": 24 * _HOUR, "week": 7 * 24 * _HOUR}
"""How long a code may be used, in microseconds; the shortest first, which is the one that is proposed."""
