"""For whom of their family somebody can apply together with themself: those whose guardian they are, by what is on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.access.grounds import guarded_by
from kyosei.access.requests import Role
from kyosei.errors import AccessRefusedError
from kyosei.web.own.mandated import APPLYING
from kyosei.web.parties import called
from kyosei.web.visit import Visit
from kyosei.web.visitor import Visitor

__all__ = ["Ward", "chosen_of", "wards_of"]

_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Ward:
    """Somebody for whom the visitor may apply. visitor: the visitor as their guardian."""

    person: str
    name: str
    visitor: Visitor


def wards_of(visit: Visit) -> Sequence[Ward]:
    """Those for whom the visitor may apply today as their guardian; that they are shown is a look that each of them sees."""
    visitor = visit.signed_in
    if visitor.role is not Role.PERSON:
        return ()
    with visit.portal.engine.connect() as connection:
        found = guarded_by(connection, visitor.actor, APPLYING, visit.now, visit.today)
    shown = [one for one in found[:_MOST] if _is_shown(visit, one)]
    with visit.portal.engine.connect() as connection:
        names = called(connection, shown, visit.language)
    return [Ward(one, names[one], _as_guardian(visit, one)) for one in shown]


def chosen_of(visit: Visit, wards: Sequence[Ward]) -> Sequence[Ward] | None:
    """Those that a form names, by inputs `with.0` and so on; None if it names anybody else."""
    named = {value for name, value in visit.form.items() if name.startswith("with.")}
    found = [one for one in wards if one.person in named]
    return found if len(found) == len(named) else None


def _as_guardian(visit: Visit, person: str) -> Visitor:
    visitor = visit.signed_in
    return Visitor(visitor.actor, Role.GUARDIAN, person=person, proven_at=visitor.proven_at)


def _is_shown(visit: Visit, person: str) -> bool:
    try:
        visit.portal.path.show_cases(_as_guardian(visit, person).own_request())
    except AccessRefusedError:
        return False
    return True
