"""What an institution holds about a local person, as far as two such records are compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kyosei.errors import IdentityError
from kyosei.facts.statements import Name
from kyosei.identity.identifiers import PersonIdentifier

__all__ = ["Record", "Sex"]


class Sex(StrEnum):
    """As the residence card has it."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Record:
    """A local person: names in any scripts, birth date and sex where held, and numbers of other institutions held too.

    Nationality is not here: it may not make two people one, nor keep them apart.
    """

    local: str
    names: tuple[Name, ...]
    born: date | None = None
    sex: Sex | None = None
    held: frozenset[PersonIdentifier] = field(default=frozenset())

    def __post_init__(self) -> None:
        kinds = [(number.KIND, number.issuer) for number in self.held]
        if len(kinds) != len(set(kinds)):
            raise IdentityError(
                f"the record of {self.local} holds two numbers of one kind and issuer; keep the one in force, and link"
                " the other one's person if they are the same"
            )
