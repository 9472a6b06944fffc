"""What is laid before a person: each candidate with the others within reach. Software links on a shared number alone."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kyosei.errors import IdentityError
from kyosei.facts.link_evidence import SHARED_KINDS, SharedIdentifier
from kyosei.facts.links import Link, LinkEntry
from kyosei.identity.candidates.records import Record
from kyosei.identity.candidates.search import Candidate
from kyosei.identity.identifiers import PersonIdentifier

__all__ = ["WITHIN_REACH_BITS", "Proposal", "links_on_shared_identifiers", "propose"]

WITHIN_REACH_BITS = 10.0
"""Another candidate for the same local person is within reach if its outcomes say at most this much less."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate for a person to look at, and the others within reach of it: those for the same local person."""

    candidate: Candidate
    within_reach: tuple[Candidate, ...]

    @property
    def is_alone(self) -> bool:
        """Whether no other candidate is within reach. Even then a person decides."""
        return not self.within_reach


def propose(candidates: Sequence[Candidate]) -> tuple[Proposal, ...]:
    """Every candidate that no other one leaves out of reach, with those within reach; in the order given.

    Of two candidates for one local person, on either side, the lesser is left out only if it is out of reach of the better.
    """
    by_local: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_local.setdefault(candidate.left, []).append(candidate)
        by_local.setdefault(candidate.right, []).append(candidate)
    proposals = []
    for candidate in candidates:
        others = [c for local in (candidate.left, candidate.right) for c in by_local[local] if c is not candidate]
        if all(other.bits - candidate.bits <= WITHIN_REACH_BITS for other in others):
            near = (other for other in others if candidate.bits - other.bits <= WITHIN_REACH_BITS)
            proposals.append(Proposal(candidate, tuple(near)))
    return tuple(proposals)


def links_on_shared_identifiers(
    left: Sequence[Record],
    right: Sequence[Record],
    proposals: Iterable[Proposal],
    entries: Iterable[LinkEntry],
    source: str,
    at: int,
) -> Iterator[Link]:
    """The links that software may state for `source`, an institution, at an instant (microseconds); all else is a person's.

    Both records hold the same strong number, nobody else does, no number of one kind differs, name and birth date agree,
    nobody is within reach, and nobody ever linked these two before: what was unlinked or disputed stays with people.
    """
    if source.startswith("person:"):
        raise IdentityError(f"links by software are stated for an institution, not for {source}; name the institution")
    records = {record.local: record for record in (*left, *right)}
    holders = Counter(number for record in records.values() for number in record.held)
    linked = {entry.pair for entry in entries if isinstance(entry, Link)}
    for proposal in proposals:
        candidate = proposal.candidate
        first, second = records[candidate.left], records[candidate.right]
        shared = [n for n in sorted(first.held & second.held, key=_order) if n.KIND in SHARED_KINDS and holders[n] == 2]
        if (
            shared
            and proposal.is_alone
            and not _numbers_disagree(first, second)
            and candidate.level("birth_date") == "same"
            and candidate.level("name") not in (None, "different")
            and candidate.level("sex") != "different"
            and tuple(sorted((first.local, second.local))) not in linked
        ):
            yield _link(candidate, shared[0], source, at)


def _numbers_disagree(first: Record, second: Record) -> bool:
    kinds = {(number.KIND, number.issuer): number for number in first.held}
    return any(kinds.get((number.KIND, number.issuer), number) != number for number in second.held)


def _link(candidate: Candidate, number: PersonIdentifier, source: str, at: int) -> Link:
    said = "\x1f".join((candidate.left, candidate.right, source, str(at)))
    return Link(
        id=f"link-{hashlib.sha256(said.encode()).hexdigest()[:32]}",
        left=candidate.left,
        right=candidate.right,
        source=source,
        decided_by=None,
        evidence=(SharedIdentifier(number.KIND, number.masked), candidate.as_evidence()),
        stated_at=at,
        recorded_at=at,
    )


def _order(number: PersonIdentifier) -> tuple[str, str]:
    return number.KIND, number.value
