"""Finds the one instance that `--norm` and `--about` mean, or says which there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from kyosei.errors import QuestionError

if TYPE_CHECKING:
    from kyosei.facts.statements import Case
    from kyosei.norms.compiler import CompiledNorm
    from kyosei.verdicts.check import Examined
    from kyosei.verdicts.evaluate import Loaded

__all__ = ["AboutOption", "InstanceOption", "NormOption", "Selected", "select"]

_LISTED_MOST = 12

NormOption = Annotated[str, typer.Option(metavar="ID", help="The norm; `kyosei norms` lists them.")]
AboutOption = Annotated[
    str,
    typer.Option(metavar="PARTY[,PARTY]", help="About whom, such as person:hoa,org:acme; enough parties to be clear."),
]
InstanceOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Which month or day, where a norm has one answer for each, such as 2024-09-01."),
]


@dataclass(frozen=True, slots=True)
class Selected:
    """One instance of one norm, examined."""

    examined: Examined
    norm: CompiledNorm
    instance: int

    @property
    def about(self) -> Mapping[str, str]:
        """The parties by role."""
        return self.examined.about(self.norm, self.instance)

    @property
    def key(self) -> int:
        """The day that tells it from others between the same parties, or -1."""
        return self.examined.key(self.norm, self.instance)


def select(loaded: Loaded, case: Case, known: int, norm_id: str, about: str, day: int | None) -> Selected:
    """The one instance meant; QuestionError if there is none, or more than one."""
    from kyosei.verdicts.check import examine, find_norm, find_subject

    norm = find_norm(loaded, norm_id)
    parties = [about] if about in case.parties else [party.strip() for party in about.split(",")]
    for party in parties:
        find_subject(case, party)
    found: list[Selected] = []
    for examined in examine(loaded, case, known, list(_subjects(case, norm, parties))):
        for instance in range(examined.instances(norm)):
            one = Selected(examined, norm, instance)
            if set(parties) <= set(one.about.values()):
                found.append(one)
    exact = [one for one in found if set(one.about.values()) == set(parties)]
    found = exact or found
    on_day = [one for one in found if day is None or one.key == day]
    if len(on_day) != 1:
        raise QuestionError(_which(norm, parties, on_day or found, day, bool(on_day)))
    return on_day[0]


def _subjects(case: Case, norm: CompiledNorm, parties: Sequence[str]) -> Iterator[str]:
    """The persons or organisations whose instances may be meant: those named, else those on record together with them."""
    wants_person = norm.latest.scope.root == "person"
    named = [party for party in parties if case.parties[party].is_person == wants_person]
    if named or len(norm.latest.scope.parties) == 1:
        yield from named
        return
    together: dict[str, None] = {}
    for about in [*(s.about for s in case.statements), *(c.about for c in case.coverages)]:
        if set(parties) <= set(about.values()):
            together.update(dict.fromkeys(about.values()))
    yield from (party for party in together if case.parties[party].is_person == wants_person)


def _which(
    norm: CompiledNorm, parties: Sequence[str], found: Sequence[Selected], day: int | None, several: bool
) -> str:
    """What to write instead."""
    from kyosei.verdicts.verdict import iso

    roles = ", ".join(norm.latest.scope.parties)
    asked = ",".join(parties)
    if not found:
        return (
            f"{norm.id} says nothing about {asked} in this input; it is about: {roles}. "
            f"`kyosei check … --norm {norm.id}` lists whom it is about here"
        )
    lines = [
        f"  --about {','.join(one.about.values())}" + (f" --instance {iso(one.key)}" if one.key >= 0 else "")
        for one in found[:_LISTED_MOST]
    ]
    more = f"\n  … and {len(found) - _LISTED_MOST} more" if len(found) > _LISTED_MOST else ""
    if not several and day is not None:
        head = f"{norm.id} has no answer of {iso(day)} about {asked}; there are:"
    else:
        head = f"{norm.id} has {len(found)} answers about {asked}; add which one:"
    return "\n".join([head, *lines]) + more
