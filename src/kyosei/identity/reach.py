"""How far links reach from one local id: who is one person with whoever has it, and what that person has to be told."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kyosei.facts.links import Link, LinkEntry, standing_links
from kyosei.identity.persons import Notice, join, notices

__all__ = ["Reach", "joining", "notices_to", "reach_through", "touches", "without_links_of"]


@dataclass(frozen=True, slots=True)
class Reach:
    """Who is one person with a local id, as known at an instant; `entries`: the links that stood then and what was said of
    them, of ended links nothing (P09).

    members: the local ids that undisputed links join to it, itself among them. behind: those that only disputed ones do.
    Both in order.
    """

    local_id: str
    known: int
    entries: tuple[LinkEntry, ...]
    members: tuple[str, ...]
    behind: tuple[str, ...]

    @property
    def local_ids(self) -> tuple[str, ...]:
        """All of them, in order."""
        return tuple(sorted((*self.members, *self.behind)))

    def settled(self) -> Reach:
        """Through undisputed links only: nothing is behind."""
        disputed = standing_links(self.entries, self.known).disputes
        return self._through(standing_links(self.entries, self.known).links.keys() - disputed.keys())

    def through_links_of(self, other: Reach) -> Reach:
        """Through those links only that stand in the other as well."""
        return self._through(standing_links(other.entries, other.known).links.keys())

    def _through(self, links: Collection[str]) -> Reach:
        kept = [entry for entry in self.entries if not isinstance(entry, Link) or entry.id in links]
        return reach_through(self.local_id, self.known, kept)


def reach_through(local_id: str, known: int, entries: Iterable[LinkEntry]) -> Reach:
    """Whom these links reach; those that do not are left out."""
    entries = list(entries)
    persons = join({local_id}, standing_links(entries, known))
    person = persons.person_of[local_id]
    members, behind = persons.members[person], tuple(sorted(persons.behind.get(person, ())))
    reached = [one for one in entries if not isinstance(one, Link) or touches(one, (*members, *behind))]
    return Reach(local_id, known, _of_standing(reached, known), members, behind)


def without_links_of(reach: Reach, sources: str) -> Reach:
    """Through those links only that come from no source of this sort, such as `municipality:`."""
    links = standing_links(reach.entries, reach.known).links
    kept = {id_ for id_, link in links.items() if not link.source.startswith(sources)}
    entries = [one for one in reach.entries if not isinstance(one, Link) or one.id in kept]
    return reach_through(reach.local_id, reach.known, entries)


def joining(entries: Iterable[LinkEntry], named: Collection[str], known: int) -> tuple[LinkEntry, ...]:
    """The undisputed links that make one person of several whom lines name, and what was said of them.

    Under which ids somebody is known who is named only once, is not told (P21).
    """
    entries = list(entries)
    standing = standing_links(entries, known)
    persons = join((), standing)
    several = {person for person, members in persons.members.items() if len(set(named).intersection(members)) > 1}
    kept = {
        id_
        for id_, link in standing.links.items()
        if id_ not in standing.disputes and persons.person_of[link.left] in several
    }
    return _of_standing((one for one in entries if not isinstance(one, Link) or one.id in kept), known)


def touches(entry: LinkEntry, local_ids: Collection[str]) -> bool:
    """Whether it is a link of one of these."""
    return isinstance(entry, Link) and not set(local_ids).isdisjoint(entry.pair)


def notices_to(reach: Reach) -> tuple[Notice, ...]:
    """What must be told to the person of a reach: that a link of theirs is disputed (P10). What the others are told, is not
    among it, so that nobody is named to anybody (P21).
    """
    told = notices(standing_links(reach.entries, reach.known))
    return tuple(notice for notice in told if notice.to in reach.members)


def _of_standing(entries: Iterable[LinkEntry], known: int) -> tuple[LinkEntry, ...]:
    """The links that stand, and what was said of them."""
    said = list(entries)
    kept = set(standing_links(said, known).links)
    while more := {one.id for one in said if not isinstance(one, Link) and one.target in kept} - kept:
        kept |= more
    return tuple(one for one in said if one.id in kept)
