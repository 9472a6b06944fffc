"""Candidates and links as pages to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kyosei.cli.link import words
from kyosei.cli.page import Page
from kyosei.cli.wrapping import cell_len, padded
from kyosei.facts.statements import Case
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.names import day_said, instant_said, listed_said, party_said, pseudonym_said

if TYPE_CHECKING:
    from kyosei.access.links import ShownDispute, ShownEvidence, ShownLink, ShownLinks
    from kyosei.identity.candidates.proposals import Proposal
    from kyosei.identity.candidates.records import Record
    from kyosei.identity.candidates.search import Candidate

__all__ = ["write_links", "write_proposals"]


def write_proposals(
    page: Page, language: Language, left: Sequence[Record], right: Sequence[Record], proposals: Sequence[Proposal]
) -> None:
    """Each pair with what was compared, and who else is within reach of it."""
    writer = _Writer(page, language)
    records = {record.local: record for record in (*left, *right)}
    page.add((writer.say(words.CANDIDATES, len(proposals)), "bold"))
    page.add(writer.say(words.COMPARED, len(left), len(right)), indent=2)
    if not proposals:
        page.add(writer.say(words.NO_CANDIDATES), indent=2)
    for number, proposal in enumerate(proposals, start=1):
        page.blank()
        candidate = proposal.candidate
        page.add(f"{number}. ", (writer.record(records[candidate.left]), "bold"), hang=3)
        page.add((writer.record(records[candidate.right]), "bold"), indent=3, hang=3)
        writer.outcomes(candidate)
        if proposal.is_alone:
            page.add(writer.say(words.ALONE), indent=3)
            continue
        page.add((writer.say(words.NEAR), "bold"), indent=3)
        for other in proposal.within_reach:
            pair = (records[other.left], records[other.right])
            new = [one for one in pair if one.local not in (candidate.left, candidate.right)]
            said = writer.listed([writer.record(one) for one in new])
            page.mark("–", f"{said} · {writer.say(words.BITS, other.bits)}", indent=5)


def write_links(page: Page, language: Language, person: str, shown: ShownLinks) -> None:
    """Which local ids are one person's, the links that say so, and whom to tell of disputes."""
    writer = _Writer(page, language)
    page.add((writer.say(words.LINKS, person), "bold"))
    known = writer.say(words.KNOWN, instant_said(shown.known, language))
    page.add(f"{known} · {writer.say(words.LOOK, shown.number)}", indent=2)
    page.add(writer.say(words.ONE_PERSON, writer.listed(shown.local_ids)), indent=2, hang=2)
    if not shown.links:
        page.add(writer.say(words.NO_LINKS), indent=2)
    for number, link in enumerate(shown.links, start=1):
        page.blank()
        writer.link(number, link)
    if shown.notices:
        page.blank()
    for notice in shown.notices:
        page.mark("–", writer.say(words.TELL, notice.to, notice.link), indent=2)


class _Writer:
    """Writes on a page in one language."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page = page
        self.language = language

    def say(self, text: Text, *parts: object) -> str:
        return text.said_in(self.language).format(*parts)

    def listed(self, said: Sequence[str]) -> str:
        return listed_said(said, self.language)

    def record(self, record: Record) -> str:
        said = [record.local, *(name.text for name in record.names)]
        if record.born is not None:
            said.append(self.say(words.BORN, day_said(day_from_date(record.born), self.language)))
        return " · ".join(said)

    def outcomes(self, candidate: Candidate) -> None:
        """A small table: what was compared, how it came out, and what that says."""
        rows = [
            (words.COMPARISONS[one.comparison], words.LEVELS[one.comparison, one.level], one.bits)
            for one in candidate.outcomes
        ]
        told = [(self.say(compared), self.say(level), self.say(words.BITS, bits)) for compared, level, bits in rows]
        told.append((self.say(words.TOGETHER), "", self.say(words.BITS, candidate.bits)))
        widths = [max(cell_len(row[place]) for row in told) for place in range(3)]
        for compared, level, bits in told:
            said = " " * (widths[2] - cell_len(bits)) + bits
            self.page.drawn(f"     {padded(compared, widths[0])}  {padded(level, widths[1])}  {said}")

    def link(self, number: int, link: ShownLink) -> None:
        first, second = (self.say(words.ANOTHER_ID) if id_ is None else id_ for id_ in link.persons)
        if link.persons[0] is None:
            first, second = second, first
        self.page.add(f"{number}. ", (self.say(words.BETWEEN, first, second), "bold"), hang=3)
        decided = (
            self.say(words.BY_SOFTWARE)
            if link.decided_by is None
            else self.say(words.DECIDED_BY, pseudonym_said(link.decided_by))
        )
        stated = instant_said(link.stated_at, self.language)
        source = self.say(words.SAID_BY, party_said(link.source, Case({}), self.language), stated)
        self.page.add(" · ".join([source, decided]), indent=3)
        for piece in link.evidence:
            self.page.add(self.say(words.EVIDENCE, self.evidence(piece)), indent=3, hang=2)
        self.page.add(link.id, indent=3)
        for dispute in link.disputes:
            self.dispute(dispute)

    def evidence(self, piece: ShownEvidence) -> str:
        match piece.type:
            case "document_seen":
                text = words.DOCUMENT if piece.seen is None else words.NAMED_DOCUMENT
                return self.say(text, pseudonym_said(piece.human or ""), piece.seen)
            case "shared_identifier":
                return self.say(words.SHARED, piece.seen)
            case "person_says":
                return self.say(words.PERSON_SAYS, piece.human or self.say(words.ANOTHER_ID))
            case _:  # a comparison: access.links has no other
                return self.say(words.COMPARISON, self.listed([self.outcome(*pair) for pair in piece.found]))

    def outcome(self, compared: str, level: str) -> str:
        """In words; as it was written, where it comes from another model."""
        if (compared, level) not in words.LEVELS:
            return f"{compared} {level}"
        return f"{self.say(words.COMPARISONS[compared])} {self.say(words.LEVELS[compared, level])}"

    def dispute(self, dispute: ShownDispute) -> None:
        by = self.say(words.ANOTHER_PERSON)
        if dispute.by is not None:
            by = party_said(dispute.by, Case({}), self.language)
        said = [self.say(words.DISPUTED), self.say(words.SAID_BY, by, instant_said(dispute.stated_at, self.language))]
        if dispute.reason is not None:
            said.append(self.say(words.REASON, dispute.reason))
        self.page.mark("!", " · ".join([*said, dispute.id]), indent=3, style="bold")
