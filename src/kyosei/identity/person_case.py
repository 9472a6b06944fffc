"""One person's case out of records about local persons: what rests on a disputed link comes out as disputed.

Every line that names the person under any of their local ids is rewritten to name the person. Lines about local persons
behind a disputed link are kept, each with a derived dispute, so that every verdict that rests on them is open(disputed)
(P10). A coverage of a source that does not know the person is left out: that the Pension Service holds no
record of somebody whom it cannot name proves nothing about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kyosei.evidence.known import standing as lines_standing
from kyosei.facts.fields import PartyField
from kyosei.facts.links import LinkEntry, standing_links
from kyosei.facts.statements import Case, Coverage, Dispute, PartyRecord, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.identity.persons import Persons, join

__all__ = ["case_of_person"]

_PARTY_FIELDS = {
    kind.facts.name: tuple(field.name for field in kind.fields.values() if isinstance(field, PartyField))
    for kind in KINDS
}
_NEVER_HELD = -1
"""The count of a coverage that is void already: no number of statements equals it."""


@dataclass(frozen=True, slots=True)
class _View:
    """Whom lines name, seen from one person. names: what each local person is called where a line is about them."""

    person: str
    names: Mapping[str, str]
    behind: Mapping[str, tuple[Dispute, ...]]
    spoken_by: Mapping[str, str]
    """What each local person is called where they speak: behind a disputed link they may be somebody else."""


def case_of_person(
    case: Case, entries: Iterable[LinkEntry], institution_of: Mapping[str, str], local: str, known: int
) -> Case:
    """The case of the person who has a local id, as known at an instant (microseconds); evaluate it at that instant only.

    case: what is held about local persons; whatever it holds about others is rewritten to their persons too.
    institution_of: for each local person, the party id of the institution that knows somebody by it.
    The person's id in the case is that of their first local id (`Persons.person_of`).
    """
    locals_ = {id_ for id_, party in case.parties.items() if party.is_person} | {local, *institution_of}
    persons = join(locals_, standing_links(entries, known))
    view = _view(persons, persons.person_of[local])
    statements = tuple(_statement(line, view) for line in case.statements)
    knowing = _knowing(view, persons, institution_of)
    kept = [line for line in _counted(case, known) if _names_a_person(line, locals_) or line.source in knowing]
    derived = {
        dispute.id: dispute
        for disputes in (
            _disputes_of_statements(case.statements, view),
            _disputes_of_coverages(kept, view, persons, institution_of),
        )
        for dispute in disputes
    }
    spoken = view.spoken_by
    return Case(
        _parties(case, persons, derived.values()),
        statements,
        tuple(
            replace(line, source=spoken.get(line.source, line.source), about=_about(line.about, view)) for line in kept
        ),
        tuple(replace(line, source=spoken.get(line.source, line.source)) for line in case.heartbeats),
        tuple(replace(line, source=spoken.get(line.source, line.source)) for line in case.withdrawals),
        (*(replace(line, by=spoken.get(line.by, line.by)) for line in case.disputes), *derived.values()),
        tuple(replace(line, by=spoken.get(line.by, line.by)) for line in case.resolutions),
    )


def _view(persons: Persons, person: str) -> _View:
    behind = persons.behind.get(person, {})
    names = {**persons.person_of, **dict.fromkeys(behind, person)}
    return _View(person, names, behind, persons.person_of)


def _about(about: Mapping[str, str], view: _View) -> dict[str, str]:
    return {role: view.names.get(party, party) for role, party in about.items()}


def _statement(line: Statement, view: _View) -> Statement:
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


def _parties(case: Case, persons: Persons, derived: Iterable[Dispute]) -> dict[str, PartyRecord]:
    """Every party; the local persons of one person become one. A birth date on which they differ is not known."""
    parties = {id_: party for id_, party in case.parties.items() if not party.is_person}
    for by in {dispute.by for dispute in derived} - parties.keys() - persons.members.keys():
        parties[by] = PartyRecord(by, is_person=by.startswith("person:"))  # who disputed a link may say nothing else
    for person, members in persons.members.items():
        records = [case.parties[member] for member in members if member in case.parties]
        born = {record.born for record in records if record.born is not None}
        names = dict.fromkeys(name for record in records for name in record.names)
        parties[person] = PartyRecord(person, True, tuple(names), (), born.pop() if len(born) == 1 else None)
    return parties


def _counted(case: Case, known: int) -> Iterable[Coverage]:
    """The coverages, their counts compared with all that is held: one person's lines alone would not add up."""
    void = {coverage.id for coverage in lines_standing(case, known).void}
    for coverage in case.coverages:
        yield replace(coverage, count=_NEVER_HELD if coverage.id in void else None)


def _names_a_person(coverage: Coverage, locals_: Iterable[str]) -> bool:
    return any(party in locals_ for party in coverage.about.values())


def _knowing(view: _View, persons: Persons, institution_of: Mapping[str, str]) -> set[str]:
    """The institutions that know the person, be it through a disputed link."""
    known_as = (*persons.members[view.person], *view.behind)
    return {institution_of[local] for local in known_as if local in institution_of}


def _disputes_of_statements(lines: Iterable[Statement], view: _View) -> Iterable[Dispute]:
    for line in lines:
        named = {
            *line.about.values(),
            *(str(line.data[name]) for name in _PARTY_FIELDS[line.kind] if name in line.data),
        }
        for local in sorted(named & view.behind.keys()):
            yield from _derived(line.id, line.source, view.behind[local], view)


def _disputes_of_coverages(
    lines: Iterable[Coverage], view: _View, persons: Persons, institution_of: Mapping[str, str]
) -> Iterable[Dispute]:
    """Of those about a local person behind a dispute, and of wide ones by a source that knows the person only so."""
    sure = {institution_of[member] for member in persons.members[view.person] if member in institution_of}
    for line in lines:
        named = set(line.about.values()) & view.behind.keys()
        if not named and not (set(line.about.values()) & persons.person_of.keys()) and line.source not in sure:
            named = {local for local in view.behind if institution_of.get(local) == line.source}
        for local in sorted(named):
            yield from _derived(line.id, line.source, view.behind[local], view)


def _derived(target: str, source: str, disputes: Iterable[Dispute], view: _View) -> Iterable[Dispute]:
    """The disputes of a link as disputes of a line; one's own line is disputed by nobody, so the person stands in."""
    for dispute in disputes:
        by = view.spoken_by.get(dispute.by, dispute.by)
        speaker = view.spoken_by.get(source, source)
        disputer = view.person if by == speaker else by
        yield replace(dispute, id=f"{dispute.id}/{target}", target=target, by=disputer)
