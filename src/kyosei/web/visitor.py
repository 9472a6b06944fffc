"""Who visits: in which role, for whom. Made by signing in, and the only source of who asks in the read path."""

from __future__ import annotations

from dataclasses import dataclass, field

from kyosei.access.requests import Basis, ByLaw, Request, Requester, Role
from kyosei.journal.entries import Actor, ActorKind
from kyosei.law.jp.laws import PERSONAL_INFORMATION_ACT

__all__ = ["Visitor"]

_OWN_BASIS = ByLaw(PERSONAL_INFORMATION_ACT.article(76, 1))
"""Anybody may see what is held about them."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """actor: the id of the human, or of the program that calls the API. organisation: for whom they work. person: whose own pages
    they see, if anybody's. proven_at: when they last proved who they are, in microseconds; 0: not known.
    """

    actor: str
    role: Role
    organisation: str | None = None
    person: str | None = None
    proven_at: int = field(default=0, compare=False)

    @property
    def acts_for(self) -> str | None:
        """For whom they act by a mandate; None: for themself, or for an organisation."""
        return self.person if self.person not in (None, self.actor) else None

    def requester(self) -> Requester:
        """As the read path knows them."""
        kind = ActorKind.SOFTWARE if self.actor.startswith("software:") else ActorKind.HUMAN
        return Requester(Actor(kind, self.actor), self.role, self.organisation)

    def own_request(self, known: int | None = None) -> Request:
        """A look at the person's whole record, by themself or by who acts for them."""
        assert self.person is not None, "only pages of persons ask for a person's own record"
        return Request(self.requester(), self.person, "own.records", _OWN_BASIS, self.acts_for, known=known)

    def request(self, person: str, purpose: str | None, basis: Basis | None, case: str | None = None,
                known: int | None = None) -> Request:  # fmt: skip
        """A look at anybody's record for a purpose; whether it is permitted, the read path decides."""
        return Request(self.requester(), person, purpose, basis, self.acts_for, case, known)
