"""Who is one person: local persons joined by undisputed links; and what lies behind a disputed one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kyosei.facts.links import Link, StandingLinks
from kyosei.facts.statements import Dispute

__all__ = ["Notice", "Persons", "join", "notices"]


@dataclass(frozen=True, slots=True)
class Persons:
    """Every local person's person, named after its first local person in the order of ids.

    members: the local persons of each person. behind: for each person, the local persons that only disputed links join
    to it, each with the disputes on the way. All follow from the standing links alone.
    """

    person_of: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    behind: Mapping[str, Mapping[str, tuple[Dispute, ...]]]


@dataclass(frozen=True, slots=True)
class Notice:
    """That a link of theirs is disputed, to one of the two whom it joins; it does not name the other (P21)."""

    to: str
    link: str
    dispute: str


def join(locals_: Iterable[str], standing: StandingLinks) -> Persons:
    """The persons that local persons and standing links make."""
    everyone = sorted({*locals_, *(local for link in standing.links.values() for local in link.pair)})
    settled = [link for id_, link in standing.links.items() if id_ not in standing.disputes]
    person_of = _components(everyone, settled)
    members: dict[str, list[str]] = {}
    for local in everyone:
        members.setdefault(person_of[local], []).append(local)
    return Persons(
        person_of, {person: tuple(group) for person, group in members.items()}, _behind(person_of, members, standing)
    )


def notices(standing: StandingLinks) -> tuple[Notice, ...]:
    """Two for each open dispute of a link: one to each of the local persons whom it joins (P10)."""
    return tuple(
        Notice(local, id_, dispute.id)
        for id_, disputes in standing.disputes.items()
        for dispute in disputes
        for local in standing.links[id_].pair
    )


def _components(everyone: Iterable[str], links: Iterable[Link]) -> dict[str, str]:
    """The first member of the group of each, by union and find."""
    parent = {local: local for local in everyone}

    def root(local: str) -> str:
        while parent[local] != local:
            parent[local] = parent[parent[local]]
            local = parent[local]
        return local

    for link in links:
        first, second = sorted((root(link.left), root(link.right)))
        parent[second] = first
    return {local: root(local) for local in parent}


def _behind(
    person_of: Mapping[str, str], members: Mapping[str, Iterable[str]], standing: StandingLinks
) -> dict[str, dict[str, tuple[Dispute, ...]]]:
    """What is reached through disputed links only; the disputes are those of the links of a shortest way there."""
    beyond: dict[str, list[tuple[str, tuple[Dispute, ...]]]] = {}
    for id_, disputes in standing.disputes.items():
        first, second = (person_of[local] for local in standing.links[id_].pair)
        if first != second:  # otherwise undisputed links join them anyway, and nothing rests on this one
            beyond.setdefault(first, []).append((second, disputes))
            beyond.setdefault(second, []).append((first, disputes))
    found: dict[str, dict[str, tuple[Dispute, ...]]] = {}
    for person in beyond:
        reached: dict[str, tuple[Dispute, ...]] = {person: ()}
        edge = [person]
        while edge:
            following = []
            for here in edge:
                for there, disputes in beyond[here]:
                    if there not in reached:
                        reached[there] = (*reached[here], *disputes)
                        following.append(there)
            edge = following
        del reached[person]
        found[person] = {local: disputes for other, disputes in reached.items() for local in members[other]}
    return found
