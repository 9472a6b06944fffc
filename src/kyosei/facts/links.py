"""Links between local persons as statements: linked, unlinked, disputed, resolved; what stands follows from them alone.

A local person is a party id under which one institution knows somebody. A link says that two of them are one person. It
is never changed: a later entry ends it. What stands at an instant is a function of the set of entries recorded by then,
in whatever order they came, so that unlinking restores exactly (P09).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar, assert_never

from kyosei.errors import IdentityError
from kyosei.facts.link_evidence import HUMANS, DocumentSeen, Evidence, PersonSays, SharedIdentifier
from kyosei.facts.statements import Dispute, Resolution, Withdrawal

__all__ = [
    "Link", "LinkEntry", "StandingLinks", "Unlink", "check_link_entries", "check_resolver", "check_withdrawer",
    "standing_links",
]  # fmt: skip

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Link:
    """Two local persons are one, says `source`, an institution; `decided_by` is the natural person who decided, if one did.

    Without one only software spoke, which may link on a shared identifier alone, and bears no human's id (P08), nor what
    a human saw or said. That names are alike is never enough without a person's decision.
    """

    id: str
    left: str
    right: str
    source: str
    decided_by: str | None
    evidence: tuple[Evidence, ...]
    stated_at: int
    recorded_at: int

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise IdentityError(f"link {self.id} joins {self.left} with itself; name two local persons")
        for local in (self.left, self.right):
            if not local.startswith("person:"):
                raise IdentityError(f"link {self.id} joins {local}, which is no person; only persons are linked")
        if not self.evidence:
            raise IdentityError(f"link {self.id} has no evidence; say what shows that both are one person")
        if any(isinstance(piece, PersonSays) and piece.person not in self.pair for piece in self.evidence):
            raise IdentityError(
                f"link {self.id} rests on the word of a third person; name one of the two whom it joins"
            )
        if self.decided_by is not None:
            _check_human(self.id, self.decided_by)
        elif not any(isinstance(piece, SharedIdentifier) for piece in self.evidence):
            raise IdentityError(
                f"link {self.id} rests on no shared identifier and nobody decided it; a person decides, or nothing is linked"
            )
        elif any(isinstance(piece, DocumentSeen | PersonSays) for piece in self.evidence):
            raise IdentityError(
                f"link {self.id} is by software and tells what a natural person saw or said; let them decide it, or leave"
                " that out"
            )
        elif self.source.startswith("person:"):
            raise IdentityError(f"link {self.id} is by software but its source is {self.source}; name the institution")

    @property
    def pair(self) -> tuple[str, str]:
        """Both local persons in the order of their ids."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)


@dataclass(frozen=True, slots=True)
class Unlink:
    """The end of a link, with reasons, by the natural person who decided it; software ends none."""

    id: str
    target: str
    source: str
    decided_by: str
    reason: str
    stated_at: int
    recorded_at: int

    def __post_init__(self) -> None:
        _check_human(self.id, self.decided_by)


LinkEntry = Link | Unlink | Dispute | Resolution | Withdrawal
"""Dispute: a link is wrong. Resolution: its end. Withdrawal: its source takes back a link, unlink, dispute or resolution."""


@dataclass(frozen=True, slots=True)
class StandingLinks:
    """The links that stand, by id, and the open disputes of each that has any; both in the order of their ids."""

    links: Mapping[str, Link]
    disputes: Mapping[str, tuple[Dispute, ...]]


def standing_links(entries: Iterable[LinkEntry], known: int) -> StandingLinks:
    """What stands as known at an instant (microseconds).

    A link stands until it is unlinked or withdrawn, or until a dispute about it is resolved as `corrected`. A withdrawn
    unlink or resolution counts as never said.
    """
    recorded = [entry for entry in entries if entry.recorded_at <= known]
    withdrawn = {entry.target for entry in recorded if isinstance(entry, Withdrawal)}
    said = [entry for entry in recorded if entry.id not in withdrawn]
    resolved = {entry.target for entry in said if isinstance(entry, Resolution)}
    refuted = {entry.target for entry in said if isinstance(entry, Resolution) and entry.outcome == "corrected"}
    ended = {entry.target for entry in said if isinstance(entry, Unlink)}
    ended |= {entry.target for entry in recorded if isinstance(entry, Dispute) and entry.id in refuted}
    links = {entry.id: entry for entry in said if isinstance(entry, Link) and entry.id not in ended}
    disputes: dict[str, list[Dispute]] = {}
    for entry in said:
        if isinstance(entry, Dispute) and entry.id not in resolved and entry.target in links:
            disputes.setdefault(entry.target, []).append(entry)
    return StandingLinks(
        {id_: links[id_] for id_ in sorted(links)},
        {id_: tuple(sorted(disputes[id_], key=lambda dispute: dispute.id)) for id_ in sorted(disputes)},
    )


def check_link_entries(entries: Iterable[LinkEntry]) -> None:
    """IdentityError if an entry refers to what is not there, or speaks out of place."""
    by_id: dict[str, LinkEntry] = {}
    for entry in entries:
        if by_id.setdefault(entry.id, entry) is not entry:
            raise IdentityError(f"the id {entry.id} stands twice among the links; give each entry an id of its own")
    for entry in by_id.values():
        match entry:
            case Link():
                pass
            case Unlink():
                _target(entry.id, entry.target, by_id, Link, "link")
            case Dispute():
                _target(entry.id, entry.target, by_id, Link, "link")
            case Resolution():
                _check_resolution(entry, by_id)
            case Withdrawal():
                _check_withdrawal(entry, by_id)
            case _:
                assert_never(entry)


def _target(id_: str, target: str, by_id: Mapping[str, LinkEntry], sort: type[E], named: str) -> E:
    found = by_id.get(target)
    if not isinstance(found, sort):
        raise IdentityError(f"{id_} is about {target}, which is no {named} here; correct the id, or add that entry")
    return found


def check_resolver(resolution: Resolution, dispute: Dispute, link: Link) -> None:
    """IdentityError if a resolution of a dispute about a link is by who has a part in it: no one ends their own dispute."""
    if resolution.by in (dispute.by, link.source, link.decided_by, *link.pair):
        raise IdentityError(
            f"{resolution.id}: {resolution.by} is a party to dispute {dispute.id} and cannot end it; a reviewer can, or the"
            " link or the dispute is withdrawn by its source"
        )


def check_withdrawer(withdrawal: Withdrawal, taken: Link | Unlink | Dispute | Resolution) -> None:
    """IdentityError if a withdrawal is by another than who said what it takes back."""
    owner = taken.source if isinstance(taken, Link | Unlink) else taken.by
    if owner != withdrawal.source:
        raise IdentityError(f"{withdrawal.id}: {withdrawal.target} is an entry of {owner}; only {owner} takes it back")


def _check_human(id_: str, decided_by: str) -> None:
    if not decided_by.startswith(HUMANS):
        raise IdentityError(
            f"{id_} was decided by {decided_by}; a natural person decides: write an id such as staff:sato"
        )


def _check_resolution(entry: Resolution, by_id: Mapping[str, LinkEntry]) -> None:
    dispute = _target(entry.id, entry.target, by_id, Dispute, "dispute")
    check_resolver(entry, dispute, _target(dispute.id, dispute.target, by_id, Link, "link"))


def _check_withdrawal(entry: Withdrawal, by_id: Mapping[str, LinkEntry]) -> None:
    taken = by_id.get(entry.target)
    if taken is None or isinstance(taken, Withdrawal):
        raise IdentityError(f"{entry.id} takes back {entry.target}, which is no entry that can be; correct the id")
    check_withdrawer(entry, taken)
