"""One person's case out of records about local persons: what rests on a disputed link comes out as disputed.

Every line that names the person under any of their local ids is rewritten to name the person. Lines about local persons
behind a disputed link are kept, each with a derived dispute, so that every verdict that rests on them is open(disputed)
(P10). A coverage of a source that does not know the person is left out: that the Pension Service holds no
record of somebody whom it cannot name proves nothing about them. A source knows whom it declared, and of whom it has
told something that stands undisputed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kyosei.evidence.known import Standing
from kyosei.evidence.known import standing as lines_standing
from kyosei.facts.fields import PartyField
from kyosei.facts.links import LinkEntry, standing_links
from kyosei.facts.statements import NEVER_HELD, Case, Coverage, Dispute, PartyRecord, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.identity.persons import Persons, join

__all__ = ["case_of_person", "named_in"]

_PARTY_FIELDS = {
    kind.facts.name: tuple(field.name for field in kind.fields.values() if isinstance(field, PartyField))
    for kind in KINDS
}


@dataclass(frozen=True)
class _View:
    """Whom lines name, seen from one person. names: what each local person is called where a line is about them."""

    person: str
    members: tuple[str, ...]
    names: Mapping[str, str]
    behind: Mapping[str, tuple[Dispute, ...]]
    spoken_by: Mapping[str, str]
    """What each local person is called where they speak: behind a disputed link they may be somebody else."""
    known_to: Mapping[str, frozenset[str]]
    """Which institutions know somebody by each local id."""

    @cached_property
    def as_said(self) -> bool:
        """Whether everybody is called as the lines call them."""
        called = (*self.names.items(), *self.spoken_by.items())
        return all(local == name for local, name in called)


def case_of_person(
    case: Case, entries: Iterable[LinkEntry], institution_of: Mapping[str, str], local: str, known: int
) -> Case:
    """The case of the person who has a local id, as known at an instant (microseconds); evaluate it at that instant only.

    case: what is held about local persons; whatever it holds about others is rewritten to their persons too.
    institution_of: for each local person, the party id of the institution that declared them.
    The person is called by the local id asked for, everybody else by the first of theirs that is held: so nobody learns by
    which other ids somebody is known.
    """
    locals_ = {id_ for id_, party in case.parties.items() if party.is_person} | {local, *institution_of}
    persons = join(locals_, standing_links(entries, known))
    on_record = lines_standing(case, known)
    view = _view(persons, local, locals_, _known_to(institution_of, on_record, locals_))
    statements = tuple(_statement(line, view) for line in case.statements)
    knowing = _knowing(view, (*view.members, *view.behind))
    counted = _counted(case, {coverage.id for coverage in on_record.void})
    kept = [line for line in counted if _names_a_person(line, locals_) or line.source in knowing]
    derived = {
        dispute.id: dispute
        for disputes in (_disputes_of_statements(case.statements, view), _disputes_of_coverages(kept, view, locals_))
        for dispute in disputes
    }
    spoken = view.spoken_by
    return Case(
        _parties(case, persons, view, derived.values()),
        statements,
        tuple(
            replace(line, source=spoken.get(line.source, line.source), about=_about(line.about, view)) for line in kept
        ),
        tuple(replace(line, source=spoken.get(line.source, line.source)) for line in case.heartbeats),
        tuple(replace(line, source=spoken.get(line.source, line.source)) for line in case.withdrawals),
        (*(replace(line, by=spoken.get(line.by, line.by)) for line in case.disputes), *derived.values()),
        tuple(replace(line, by=spoken.get(line.by, line.by)) for line in case.resolutions),
        on_record.doubted,
    )


def named_in(line: Statement | Coverage) -> set[str]:
    """Every party that a line is about, those in its fields included."""
    if isinstance(line, Coverage):
        return set(line.about.values())
    return {
        *line.about.values(),
        *(str(line.data[name]) for name in _PARTY_FIELDS[line.kind] if name in line.data),
    }


def _view(persons: Persons, local: str, held: Collection[str], known_to: Mapping[str, frozenset[str]]) -> _View:
    members = persons.members[persons.person_of[local]]
    behind = persons.behind.get(persons.person_of[local], {})
    called = {first: next((one for one in all_ if one in held), first) for first, all_ in persons.members.items()}
    spoken_by = {id_: local if id_ in members else called[first] for id_, first in persons.person_of.items()}
    return _View(local, members, {**spoken_by, **dict.fromkeys(behind, local)}, behind, spoken_by, known_to)


def _known_to(
    institution_of: Mapping[str, str], on_record: Standing, locals_: Iterable[str]
) -> dict[str, frozenset[str]]:
    """Who declared each local person, and who has told something of them that stands undisputed."""
    found = {local: {institution_of[local]} if local in institution_of else set() for local in locals_}
    for line in on_record.statements:
        if line.id not in on_record.disputers:
            for local in named_in(line) & found.keys():
                found[local].add(line.source)
    return {local: frozenset(institutions) for local, institutions in found.items()}


def _about(about: Mapping[str, str], view: _View) -> dict[str, str]:
    return {role: view.names.get(party, party) for role, party in about.items()}


def _statement(line: Statement, view: _View) -> Statement:
    if view.as_said:
        return line
    data = dict(line.data)
    for name in _PARTY_FIELDS[line.kind]:
        if name in data:
            data[name] = view.names.get(str(data[name]), str(data[name]))
    return replace(
        line,
        source=view.spoken_by.get(line.source, line.source),
        about=_about(line.about, view),
        data=data,
        carried_by=None if line.carried_by is None else view.spoken_by.get(line.carried_by, line.carried_by),
    )


def _parties(case: Case, persons: Persons, view: _View, derived: Iterable[Dispute]) -> dict[str, PartyRecord]:
    """Every party; the local persons of one person become one. A birth date on which they differ is not known."""
    parties = {id_: party for id_, party in case.parties.items() if not party.is_person}
    for by in {dispute.by for dispute in derived} - parties.keys() - set(view.spoken_by.values()):
        parties[by] = PartyRecord(by, is_person=by.startswith("person:"))  # who disputed a link may say nothing else
    for first, members in persons.members.items():
        person = view.spoken_by[first]
        records = [case.parties[member] for member in members if member in case.parties]
        born = {record.born for record in records if record.born is not None}
        names = dict.fromkeys(name for record in records for name in record.names)
        parties[person] = PartyRecord(person, True, tuple(names), (), born.pop() if len(born) == 1 else None)
    return parties


def _counted(case: Case, void: Collection[str]) -> Iterable[Coverage]:
    """The coverages, their counts compared with all that is held: one person's lines alone would not add up."""
    for coverage in case.coverages:
        yield replace(coverage, count=NEVER_HELD if coverage.id in void else None)


def _names_a_person(coverage: Coverage, locals_: Iterable[str]) -> bool:
    return any(party in locals_ for party in coverage.about.values())


def _knowing(view: _View, locals_: Iterable[str]) -> set[str]:
    """The institutions that know somebody by any of these local ids."""
    return {institution for local in locals_ for institution in view.known_to.get(local, ())}


def _disputes_of_statements(lines: Iterable[Statement], view: _View) -> Iterable[Dispute]:
    for line in lines:
        for local in sorted(named_in(line) & view.behind.keys()):
            yield from _derived(line.id, line.source, view.behind[local], view)


def _disputes_of_coverages(lines: Iterable[Coverage], view: _View, locals_: Collection[str]) -> Iterable[Dispute]:
    """Of those about a local person behind a dispute, and of wide ones by a source that knows the person only so."""
    sure = _knowing(view, view.members)
    for line in lines:
        named = set(line.about.values()) & view.behind.keys()
        if not named and not _names_a_person(line, locals_) and line.source not in sure:
            named = {local for local in view.behind if line.source in view.known_to.get(local, ())}
        for local in sorted(named):
            yield from _derived(line.id, line.source, view.behind[local], view)


def _derived(target: str, source: str, disputes: Iterable[Dispute], view: _View) -> Iterable[Dispute]:
    """The disputes of a link as disputes of a line; one's own line is disputed by nobody, so the person stands in."""
    for dispute in disputes:
        by = view.spoken_by.get(dispute.by, dispute.by)
        speaker = view.spoken_by.get(source, source)
        disputer = view.person if by == speaker else by
        yield replace(dispute, id=f"{dispute.id}/{target}", target=target, by=disputer)
