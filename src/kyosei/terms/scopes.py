"""What an expression speaks about: the subject itself, or a relation of the subject with instances of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kyosei.errors import LawError

__all__ = ["Handle", "Party", "Scope", "Told", "deeper"]


@dataclass(frozen=True, slots=True)
class Told:
    """A kind of statement from which an instance of a relation becomes known, and which of its parties take part.

    `roles` gives, in the order of the scope's parties, the role each party has in the kind.
    """

    kind: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """A subject (`root` is the scope's own name) or a relation of it. The subject is always the first party.

    `key`: what tells two instances between the same parties apart: the first day of a statement's period, the day of
    an event, or nothing. `exists_from_first`: the relation did not hold before anybody says it began (an employment
    begins when it is said to begin; that another one existed before is the open world's business).
    """

    name: str
    root: Literal["person", "organisation"]
    parties: tuple[str, ...]
    key: Literal["none", "from", "on"] = "none"
    told_by: tuple[Told, ...] = field(default=())
    exists_from_first: bool = False

    @property
    def is_root(self) -> bool:
        """Whether this is a subject itself."""
        return len(self.parties) == 1 and self.key == "none"


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a scope: who takes which place in an expression about it."""

    scope: Scope
    place: int

    @property
    def role(self) -> str:
        """The name of the place."""
        return self.scope.parties[self.place]


class Handle:
    """The variable of a norm: it stands for every instance of its scope. Subclasses name the parties."""

    scope: Scope

    def party(self, role: str) -> Party:
        """The party in a role of the scope."""
        if role not in self.scope.parties:
            raise LawError(f"scope {self.scope.name} has no party {role!r}; it has {', '.join(self.scope.parties)}")
        return Party(self.scope, self.scope.parties.index(role))

    def parties(self) -> Mapping[str, Party]:
        """All parties by role."""
        return {role: Party(self.scope, place) for place, role in enumerate(self.scope.parties)}


def deeper(left: Scope, right: Scope) -> Scope:
    """The scope of an expression made of two: a subject's expression is broadcast to its relations, nothing else is."""
    if left == right:
        return left
    if left.is_root and right.root == left.root:
        return right
    if right.is_root and left.root == right.root:
        return left
    raise LawError(
        f"expressions about {left.name} and {right.name} do not meet; go up with any_of, every, count or total first"
    )
