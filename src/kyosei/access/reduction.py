"""What of a case somebody sees: only the kinds and fields of their purpose, and no natural person but the one it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kyosei.access.fields import Readable
from kyosei.access.telling import earliest_telling
from kyosei.evidence.known import Standing, standing
from kyosei.facts.case_file import Record, parties_of
from kyosei.facts.statements import (
    NEVER_HELD,
    Case,
    Coverage,
    Dispute,
    FieldValue,
    PartyRecord,
    Resolution,
    Statement,
    Withdrawal,
)
from kyosei.facts.vocabulary import KINDS
from kyosei.facts.vocabulary.records import CorrectionRequest

__all__ = ["disclosed_names", "own_case", "reduced_case"]

UNSAID = "-"
"""In place of the reason of a dispute where it is not for the reader."""

_PRIVATE_ROLES = frozenset(
    ("employer", "organisation", "school", "supporter", "bank", "landlord", "collector", "payee", "recipient")
)
"""Roles of organisations that are no office."""
_REQUEST = CorrectionRequest.facts.name
_NAMES_AN_ORGANISATION = frozenset(
    kind.facts.name for kind in KINDS if any(role.name in _PRIVATE_ROLES for role in kind.facts.roles)
)


def own_case(case: Case, person: str) -> Case:
    """Everything on record about the person, with its history; other natural persons stand there without their ids.

    What the person said themself comes back as they said it.
    """
    others = _Others(person)
    statements = tuple(others.in_statement(one) for one in case.statements if person in one.about.values())
    coverages = tuple(others.in_coverage(one) for one in case.coverages if person in one.about.values())
    kept = _ids(statements, coverages)
    disputes = tuple(others.said(one) for one in case.disputes if one.target in kept)
    kept |= {one.id for one in disputes}
    withdrawals = tuple(others.taken_back(one) for one in case.withdrawals if one.target in kept)
    resolutions = tuple(others.ended(one) for one in case.resolutions if one.target in kept)
    found = Case({}, statements, coverages, (), withdrawals, disputes, resolutions, case.doubted & kept)
    return replace(found, parties=_parties(case, found, person, case.parties.get(person)))


def reduced_case(
    case: Case, person: str, readable: Readable, known: int, partners: Collection[str] | None = None,
    office: str | None = None,
) -> Case:  # fmt: skip
    """What stands about the person as known at an instant, of these kinds and with these fields only.

    partners: the organisations of which a private organisation may read, itself among them; lines about any other are left
    out. None: an office, which reads all. office: the one that reads, which sees what it was asked to correct and not what
    others were. What was withdrawn or replaced is left out. Names and reasons are never among
    the fields.
    """
    others = _Others(person)
    on_record = standing(case, known)
    among = [
        one
        for one in on_record.statements
        if (partners is None or _is_among(one, partners)) and _is_asked_of(one, office)
    ]
    read = [_with_fields(one, readable) for one in among if one.kind in readable.kinds]
    read += earliest_telling(among, on_record, person, readable)
    statements = [others.in_statement(one) for one in read]
    coverages = [
        # It was right or wrong (`standing`), and is not counted again over what is left out here.
        others.in_coverage(replace(one, count=count))
        for lines, count in ((on_record.coverages, None), (on_record.wrong, NEVER_HELD))
        for one in lines
        if one.kind in readable.kinds and (partners is None or _names_no_other(one, partners))
    ]
    kept = _ids(statements, coverages)
    disputes = [others.said(one) for one in _standing_disputes(on_record) if one.target in kept]
    sources = {one.source for one in statements} | {one.source for one in coverages}
    heartbeats = tuple(one for one in case.heartbeats if one.source in sources)
    doubted = on_record.doubted & kept
    found = Case({}, tuple(statements), tuple(coverages), heartbeats, (), tuple(disputes), doubted=doubted)
    born = case.parties[person].born if readable.born and person in case.parties else None
    return replace(found, parties=_parties(case, found, person, PartyRecord(person, True, born=born)))


def disclosed_names(case: Case, person: str) -> tuple[str, ...]:
    """The kinds and fields that a case shows, as `kind` and `kind.field`, in order."""
    names = {one.kind for one in case.statements} | {one.kind for one in case.coverages}
    names |= {f"{one.kind}.{name}" for one in case.statements for name in one.data}
    party = case.parties.get(person)
    if party is not None:
        names |= {name for name, held in (("person.born", party.born), ("person.names", party.names)) if held}
    return tuple(sorted(names))


@dataclass(slots=True)
class _Others:
    """Other natural persons, who stand in an answer as `person:another-1` and so on, in the order in which they come up."""

    person: str
    labels: dict[str, str] = field(default_factory=dict)

    def party(self, id_: str) -> str:
        """A party's id as it may be shown."""
        if id_ == self.person or not id_.startswith("person:"):
            return id_
        return self.labels.setdefault(id_, f"person:another-{len(self.labels) + 1}")

    def in_statement(self, line: Statement) -> Statement:
        """A statement; unless the person said it themself."""
        if line.source == self.person:
            return line
        carried_by = None if line.carried_by is None else self.party(line.carried_by)
        data = {name: self._value(value) for name, value in line.data.items()}
        return replace(
            line, source=self.party(line.source), about=self._about(line.about), data=data, carried_by=carried_by
        )  # fmt: skip

    def in_coverage(self, line: Coverage) -> Coverage:
        """A coverage."""
        return replace(line, source=self.party(line.source), about=self._about(line.about))

    def said(self, dispute: Dispute) -> Dispute:
        """A dispute; the reasons of another person are theirs."""
        shown = self.party(dispute.by)
        return dispute if shown == dispute.by else replace(dispute, by=shown, reason=UNSAID)

    def taken_back(self, withdrawal: Withdrawal) -> Withdrawal:
        """A withdrawal."""
        return replace(withdrawal, source=self.party(withdrawal.source))

    def ended(self, resolution: Resolution) -> Resolution:
        """The end of a dispute."""
        shown = self.party(resolution.by)
        return resolution if shown == resolution.by else replace(resolution, by=shown, reason=UNSAID)

    def _about(self, about: Mapping[str, str]) -> dict[str, str]:
        return {role: self.party(id_) for role, id_ in about.items()}

    def _value(self, value: FieldValue) -> FieldValue:
        return self.party(value) if isinstance(value, str) else value


def _ids(statements: Iterable[Statement], coverages: Iterable[Coverage]) -> set[str]:
    return {one.id for one in statements} | {one.id for one in coverages}


def _with_fields(statement: Statement, readable: Readable) -> Statement:
    """The statement with these fields; who brought it, and what it once replaced, is in none of them."""
    names = readable.kinds[statement.kind]
    data = {name: value for name, value in statement.data.items() if name in names}
    return replace(statement, data=data, replaces=None, carried_by=None)


def _is_asked_of(statement: Statement, office: str | None) -> bool:
    """Whether a statement is no request to correct a record, or one to this office; None: to any."""
    return office is None or statement.kind != _REQUEST or statement.about.get("office") == office


def _is_among(statement: Statement, partners: Collection[str]) -> bool:
    """Whether a statement is about the person and these organisations only; or about no organisation, by its kind."""
    if not _names_no_other(statement, partners):
        return False
    if statement.kind not in _NAMES_AN_ORGANISATION:
        return True
    return any(id_ in partners for id_ in statement.about.values())


def _names_no_other(line: Statement | Coverage, partners: Collection[str]) -> bool:
    named = (line.source, *line.about.values())
    return all(id_ in partners for id_ in named if id_.startswith("org:"))


def _standing_disputes(on_record: Standing) -> Iterator[Dispute]:
    """One for each line that stands and is disputed, if only through what it replaced; without the reasons."""
    for target, by in on_record.disputers.items():
        open_ = [one for one in on_record.disputes if one.by == by]
        found = next((one for one in open_ if one.target == target), open_[0])
        yield replace(found, target=target, reason=UNSAID)


def _parties(case: Case, shown: Case, person: str, subject: PartyRecord | None) -> dict[str, PartyRecord]:
    """The parties of what is shown: organisations as they are, other persons as nobody in particular."""
    lines: tuple[Record, ...] = (
        *shown.statements, *shown.coverages, *shown.heartbeats, *shown.withdrawals, *shown.disputes, *shown.resolutions,
    )  # fmt: skip
    named = {id_ for line in lines for id_ in parties_of(line)} - {person}
    found = {id_: party for id_, party in case.parties.items() if id_ in named and not party.is_person}
    others = sorted(id_ for id_ in named if id_.startswith("person:"))
    found |= {id_: PartyRecord(id_, is_person=True) for id_ in others}
    return found if subject is None else {person: subject, **found}
