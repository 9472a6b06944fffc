"""What somebody is shown of the links between their local ids: who says so, on which evidence, and no other person (P21).

Behind a disputed link is perhaps somebody else. Of it are shown that it is there, by which institution, on which sort of
evidence, and that it is disputed; not the other local id, nor what others wrote, which may tell about them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, assert_never

from kyosei.facts.link_evidence import Compared, DocumentSeen, Evidence, PersonSays, SharedIdentifier
from kyosei.facts.links import Link, standing_links
from kyosei.facts.statements import Dispute
from kyosei.identity.candidates.model import LEVELS
from kyosei.identity.persons import Notice
from kyosei.identity.reach import Reach, touches

__all__ = ["LINKS", "ShownDispute", "ShownEvidence", "ShownLink", "ShownLinks", "shown_links"]

LINKS: Final = "link"
"""What the access entry of such a look names as seen."""

_HUMANS: Final = ("staff:", "person:")


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """One piece: its type as entries write it; what was seen or shared, and the human, as far as the person may know."""

    type: str
    seen: str | None = None
    human: str | None = None
    found: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownDispute:
    """An open dispute. by: a local id of the person, or an institution, or None for somebody else; reason: their own."""

    id: str
    by: str | None
    reason: str | None
    stated_at: int


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link that stands. persons: None in place of the local id behind a disputed one. decided_by: a pseudonym."""

    id: str
    persons: tuple[str | None, str | None]
    source: str
    decided_by: str | None
    evidence: tuple[ShownEvidence, ...]
    stated_at: int
    recorded_at: int
    disputes: tuple[ShownDispute, ...]


@dataclass(frozen=True, slots=True)
class ShownLinks:
    """Which local ids are the person's, the links that say so, what to tell of now; the look's number; known when."""

    local_ids: tuple[str, ...]
    links: tuple[ShownLink, ...]
    notices: tuple[Notice, ...]
    number: int
    known: int


def shown_links(
    reach: Reach, own: Collection[str], notices: tuple[Notice, ...], tell: Callable[[str], str], number: int
) -> ShownLinks:
    """The links of a reach as this person may see them.

    own: which local ids they may know to be theirs. tell: gives the pseudonym by which they know another human.
    """
    view, standing = _View(frozenset(own), tell), standing_links(reach.entries, reach.known)
    links = (
        view.link(link, standing.disputes.get(id_, ())) for id_, link in standing.links.items() if touches(link, own)
    )
    return ShownLinks(tuple(sorted(own)), tuple(links), notices, number, reach.known)


@dataclass(frozen=True, slots=True)
class _View:
    """How somebody with these local ids sees others."""

    own: frozenset[str]
    tell: Callable[[str], str]

    def link(self, link: Link, disputes: tuple[Dispute, ...]) -> ShownLink:
        first, second = (local if local in self.own else None for local in link.pair)
        # Two ids of the person may have a disputed link between them, too; then others' words are about nobody else.
        open_to_them = first is not None and second is not None
        return ShownLink(
            link.id, (first, second), link.source, None if link.decided_by is None else self.human(link.decided_by),
            tuple(self.evidence(piece, open_to_them) for piece in link.evidence), link.stated_at, link.recorded_at,
            tuple(self.dispute(dispute) for dispute in disputes),
        )  # fmt: skip

    def evidence(self, piece: Evidence, open_to_them: bool) -> ShownEvidence:
        match piece:
            case SharedIdentifier():
                number = f"{piece.kind} {piece.masked}" if open_to_them else piece.kind
                return ShownEvidence("shared_identifier", number)
            case DocumentSeen():
                document = piece.document if open_to_them else None
                return ShownEvidence("document_seen", document, self.human(piece.seen_by))
            case PersonSays():
                return ShownEvidence("person_says", human=piece.person if piece.person in self.own else None)
            case Compared():
                found = (pair for pair in piece.found if open_to_them or pair[1] in LEVELS.get(pair[0], ()))
                return ShownEvidence("compared", found=tuple(found))
            case _:
                assert_never(piece)

    def dispute(self, dispute: Dispute) -> ShownDispute:
        mine = dispute.by in self.own
        by = dispute.by if mine or not dispute.by.startswith(_HUMANS) else None
        return ShownDispute(dispute.id, by, dispute.reason if mine else None, dispute.stated_at)

    def human(self, id_: str) -> str:
        return id_ if id_ in self.own else self.tell(id_)
