"""Requirements that are asked while an application pends, and that differ in nothing but what they ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kyosei.facts.scopes import Person
from kyosei.norms.declare import Force, Norm, requirement
from kyosei.norms.forms import Requirement
from kyosei.terms.citations import Layer, Provision
from kyosei.terms.expressions import Cond
from kyosei.terms.text import Text

__all__ = ["AskedWhilePending"]

_Of = Callable[[Person], Cond]


@dataclass(frozen=True, slots=True)
class AskedWhilePending:
    """What they have in common. prefix: of their ids. read_on: when their provisions were compared with the text."""

    prefix: str
    provisions: tuple[Provision, ...]
    pending: _Of
    in_force: Force
    read_on: date
    layer: Layer = "act"

    def norm(
        self, name: str, title: Text, says: str, met: _Of, *cited: Provision, also: _Of | None = None, unless: _Of | None = None
    ) -> Norm:  # fmt: skip
        """One of them. cited: beside the provisions of all; also, unless: of whom it is asked, and of whom not."""

        def asked(person: Person) -> Requirement:
            applies = self.pending(person)
            applies = applies if also is None else applies & also(person)
            return Requirement(applies=applies if unless is None else applies.unless(unless(person)), met=met(person))

        asked.__doc__ = says
        return requirement(
            *self.provisions, *cited, id=f"{self.prefix}{name}", title=title, in_force=self.in_force,
            verified_on=self.read_on, layer=self.layer, authority="authority:isa",
        )(asked)  # fmt: skip
