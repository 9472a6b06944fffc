"""The cases of many subjects out of the journal, read together: each is the one that `from_journal.joined_case` gives.

Reading one by one costs a dozen queries a person. Here all lines are read at once, and parted by whom they are filed under.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa

from kyosei.evidence.known import standing
from kyosei.facts.case_file import Record, parties_of
from kyosei.facts.links import Link, LinkEntry
from kyosei.facts.statements import NEVER_HELD, Case, Coverage, Statement
from kyosei.identity.from_journal import institutions_of, links_around
from kyosei.identity.person_case import case_of_person
from kyosei.identity.reach import joining, reach_through, touches
from kyosei.journal.reading import read_case_of
from kyosei.journal.records import other_person_in, subject_in

__all__ = ["SubjectCase", "cases_of", "persons_around"]


@dataclass(frozen=True, slots=True)
class SubjectCase:
    """The case of a subject at an instant; reads: the organisations whose own lines are read for it.

    case: None where the subject is one person with an earlier one, under whose id everything is evaluated. left_out:
    coverages that say nothing of the subject, because their source does not know them. alone: whether something is disputed
    for this subject only, so that the lines must not be mixed with others'.
    """

    case: Case | None
    reads: frozenset[str]
    left_out: frozenset[str] = frozenset()
    alone: bool = False


def persons_around(connection: sa.Connection, local_ids: Collection[str], known: int) -> dict[str, tuple[str, ...]]:
    """For each of these local persons, everybody whom standing links join to them, disputed or not; themself too."""
    entries = links_around(connection, local_ids, known).values()
    own = _entries_of(entries, local_ids)
    return {id_: reach_through(id_, known, own[id_]).local_ids if own[id_] else (id_,) for id_ in local_ids}


def cases_of(connection: sa.Connection, subjects: Collection[str], known: int) -> dict[str, SubjectCase]:
    """The case of each of these persons and organisations, as known at an instant (microseconds).

    The connection must see one state of the journal throughout (REPEATABLE READ) if others write meanwhile.
    """
    persons = {id_ for id_ in subjects if id_.startswith("person:")}
    around = _entries_of(links_around(connection, persons, known).values(), persons)
    reaches = {id_: reach_through(id_, known, around[id_]) for id_ in sorted(persons)}
    local_ids = {local for reach in reaches.values() for local in reach.local_ids}
    held = _with_counts_compared(read_case_of(connection, local_ids | (set(subjects) - persons), known), known)
    filed = _Filed.of(held)
    others = {id_ for id_, party in held.parties.items() if party.is_person} - local_ids
    beyond = tuple(links_around(connection, others, known).values())
    institution_of = institutions_of(connection, {*others, *local_ids}, known)
    found: dict[str, SubjectCase] = {}
    for id_ in sorted(subjects):
        if id_ not in persons:
            own, reads = filed.case({id_})
            found[id_] = SubjectCase(own, reads - {id_})
            continue
        reach = reaches[id_]
        own, reads = filed.case(set(reach.local_ids))
        if reach.members[0] != id_:
            found[id_] = SubjectCase(None, frozenset())
            continue
        named = {party for party, record in own.parties.items() if record.is_person}
        theirs = (one for one in beyond if not touches(one, reach.local_ids))
        entries = (*reach.entries, *joining(theirs, named.difference(reach.local_ids), known))
        declared = {local: institution_of[local] for local in (*named, *reach.local_ids) if local in institution_of}
        case = case_of_person(own, entries, declared, id_, known)
        left_out = {line.id for line in own.coverages} - {line.id for line in case.coverages}
        found[id_] = SubjectCase(case, reads, frozenset(left_out), len(case.disputes) > len(own.disputes))
    return found


def _entries_of(entries: Iterable[LinkEntry], local_ids: Collection[str]) -> dict[str, list[LinkEntry]]:
    """For each local person, the links that reach them over any number of steps, and what was said of those."""
    all_ = list(entries)
    if not all_:
        return {id_: [] for id_ in local_ids}
    by_local: dict[str, list[Link]] = defaultdict(list)
    said: dict[str, list[LinkEntry]] = defaultdict(list)
    for entry in all_:
        if isinstance(entry, Link):
            for local in entry.pair:
                by_local[local].append(entry)
        else:
            said[entry.target].append(entry)
    found: dict[str, list[LinkEntry]] = {}
    for id_ in local_ids:
        own: dict[str, LinkEntry] = {}
        reached, edge = {id_}, [id_]
        while edge:
            for link in by_local[edge.pop()]:
                own[link.id] = link
                edge += [local for local in link.pair if local not in reached]
                reached.update(link.pair)
        waiting = list(own)
        while waiting:
            for entry in said[waiting.pop()]:
                own[entry.id] = entry
                waiting.append(entry.id)
        found[id_] = list(own.values())
    return found


def _with_counts_compared(held: Case, known: int) -> Case:
    """Each count compared with all that is held, as one subject's lines alone would not add up."""
    if all(coverage.count is None for coverage in held.coverages):
        return held
    on_record = standing(held, known)
    void = {coverage.id for coverage in on_record.void}
    compared = (replace(c, count=NEVER_HELD if c.id in void else None) for c in held.coverages)
    return replace(held, coverages=tuple(compared), doubted=on_record.doubted)


@dataclass(frozen=True, slots=True)
class _Filed:
    """The lines of a case by whom they are filed under."""

    held: Case
    statements: Mapping[str, list[Statement]]
    coverages: Mapping[str, list[Coverage]]

    @staticmethod
    def of(held: Case) -> _Filed:
        statements: dict[str, list[Statement]] = defaultdict(list)
        coverages: dict[str, list[Coverage]] = defaultdict(list)
        for line in held.statements:
            statements[subject_in(line.about)].append(line)
            other = other_person_in(line.about)
            if other is not None:
                statements[other].append(line)
        for covering in held.coverages:
            coverages[subject_in(covering.about)].append(covering)
        return _Filed(held, statements, coverages)

    def case(self, subjects: set[str]) -> tuple[Case, frozenset[str]]:
        """What `read_case_of` reads about these alone, and the organisations it reads for it."""
        statements: dict[str, Statement] = {}
        coverages: dict[str, Coverage] = {line.id: line for line in self.coverages.get("", ())}
        seen: set[str] = set()
        edge = set(subjects)
        while edge:
            seen |= edge
            for id_ in edge:
                statements |= {line.id: line for line in self.statements.get(id_, ())}
                coverages |= {line.id: line for line in self.coverages.get(id_, ())}
            lines: list[Statement | Coverage] = [*statements.values(), *coverages.values()]
            named = {id_ for line in lines for id_ in parties_of(line)}
            edge = {id_ for id_ in named if not id_.startswith("person:")} - seen
        return self._closed(subjects, statements, coverages), frozenset(seen - subjects)

    def _closed(
        self, subjects: set[str], statements: Mapping[str, Statement], coverages: Mapping[str, Coverage]
    ) -> Case:
        held = self.held
        lines = statements.keys() | coverages.keys()
        disputes = tuple(d for d in held.disputes if d.target in lines)
        answered = lines | {d.id for d in disputes}
        withdrawals = tuple(w for w in held.withdrawals if w.target in answered)
        resolutions = tuple(r for r in held.resolutions if r.target in answered)
        said: list[Statement | Coverage] = [*statements.values(), *coverages.values()]
        sources = {line.source for line in said} | {d.by for d in disputes}
        signs = tuple(sign for sign in held.heartbeats if sign.source in sources)
        every: list[Record] = [*statements.values(), *coverages.values(), *withdrawals, *disputes, *resolutions, *signs]
        named = {id_ for line in every for id_ in parties_of(line)} | subjects
        return Case(
            {id_: party for id_, party in held.parties.items() if id_ in named},
            tuple(statements.values()), tuple(coverages.values()), signs, withdrawals, disputes, resolutions,
            held.doubted & statements.keys(),
        )  # fmt: skip
