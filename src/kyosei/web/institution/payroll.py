"""What an employer's own payroll file says, as entries that the employer makes: read, said of its own workers, nothing recorded.

A payroll program names the employer and each worker by numbers of its own. The employer that is signed in says what is in the
file, as itself; who each number is, it says as well, and nobody guesses it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from kyosei.connectors import CONNECTORS
from kyosei.connectors.zengin_salary.records import read_records
from kyosei.errors import AccessRefusedError, CaseFileError, IndividualNumberError, InputError, InstitutionFileError
from kyosei.facts.individual_number import holds_individual_number, refuse_individual_numbers
from kyosei.facts.statements import Statement
from kyosei.journal.entered import entered_among, organisation_is_declared, workers_told_of
from kyosei.journal.entry_lines import parsed_line, read_entry
from kyosei.journal.envelope import canonical
from kyosei.terms.text import Text
from kyosei.web.institution.looking import organisation_of, request_for
from kyosei.web.institution.sending import Line, id_of, may_sign
from kyosei.web.own.records import fields_of, is_event
from kyosei.web.parties import called
from kyosei.web.visit import Visit

__all__ = [
    "FILE_BYTES_MOST", "FORMATS", "Brought", "Fault", "Person", "Prepared", "Refused", "Row", "prepared",
]  # fmt: skip

FORMATS: Final = ("freee-hr", "smarthr-crews", "zengin-salary")
"""The connectors of files that an employer has: those of every other one are an office's, a bank's or a school's word."""
FILE_BYTES_MOST: Final = 2 * 1024 * 1024
_ROWS_MOST: Final = 500
_PERSONS_MOST: Final = 200
_PURPOSE: Final = "employer.own-duties"
_LEFT_OUT: Final = frozenset((("freee-hr", "work.contract"),))
"""It is told month by month, each with an end: that of the last month would read as the end of the employment."""
_BY_RECORD: Final = "zengin-salary"
"""Names a person by order and record where it has no number of theirs: one worker may have two transfers."""


class Fault(StrEnum):
    """Why nothing of a file is taken."""

    MISSING = "missing"
    FORMAT = "format"
    LARGE = "large"
    NUMBER = "number"
    """An Individual Number stands in it."""
    FILE = "file"
    """The connector refuses it, and says where and why."""
    EMPTY = "empty"
    MANY = "many"
    EMPLOYERS = "employers"
    OTHER = "other"
    """It is the file of another employer."""


@dataclass(frozen=True, slots=True)
class Refused:
    """row: from 1, 0 for none; field, message: what the connector says."""

    fault: Fault
    row: int = 0
    field: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it was brought, and in which format."""

    format: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Person:
    """A number of the file. input: under which the form says who it is, empty if the number itself is that of a worker.
    worker: who it is, empty: not said. error: empty, `who` or `twice`.
    """

    id: str
    name: str
    input: str
    worker: str
    error: str


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it would be. until_day: -1 if open or of an event. error: empty, the error of its person, `future` for what
    is said as of a time to come, or `entry`, with the message.
    """

    kind: str
    person: Person
    called: str
    from_day: int
    until_day: int
    said: Sequence[tuple[Text, Text]]
    recorded: bool
    error: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """employer: as the file calls it. own: whether the file calls it as we do. workers: id and name. lines: what is to be
    entered, empty if anything is wrong. ids: of the rows. digest: of all that they say, also of what is on record already.
    left_out: how many records of the file are not taken here.
    """

    employer: str
    own: bool
    persons: Sequence[Person]
    workers: Sequence[tuple[str, str]]
    rows: Sequence[Row]
    lines: Sequence[Line]
    ids: Sequence[str]
    digest: str
    left_out: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is refused."""
        return not any(row.error for row in self.rows)


def prepared(visit: Visit, brought: Brought, chosen: Mapping[str, str]) -> Prepared | Refused:
    """What a file would become; `chosen`: who the numbers of the file are, by their inputs. Each worker sees this look."""
    read = _read(brought)
    if isinstance(read, Refused):
        return read
    told = [line for line in read if line["type"] == "statement"]
    statements = [line for line in told if (brought.format, line["kind"]) not in _LEFT_OUT]
    parties = {str(line["id"]): line for line in read if line["type"] == "party"}
    numbers = [id_ for id_, line in parties.items() if line["party"] == "person"]
    if not statements:
        return Refused(Fault.EMPTY)
    if len(statements) > _ROWS_MOST or len(numbers) > _PERSONS_MOST:
        return Refused(Fault.MANY)
    sources = {str(line["source"]) for line in statements}
    if len(sources) > 1:
        return Refused(Fault.EMPLOYERS)
    source, organisation = next(iter(sources)), organisation_of(visit)
    with visit.portal.engine.connect() as connection:
        if source != organisation and organisation_is_declared(connection, source):
            return Refused(Fault.OTHER)
    workers = _workers(visit)
    persons = _persons(brought.format, [parties[number] for number in numbers], dict(workers), chosen)
    drafts = [_said_by(organisation, source, line, persons) for line in statements]
    return _checked(visit, Prepared(
        _name(parties.get(source, {})) or source, source == organisation, list(persons.values()), workers,
        *_rows(visit, drafts, statements, persons, dict(workers)), [str(one["id"]) for one in drafts],
        hashlib.sha256(canonical({"lines": drafts})).hexdigest(), len(told) - len(statements),
    ), parties)  # fmt: skip


# The file -------------------------------------------------------------------------------------------------------------


def _read(brought: Brought) -> list[Line] | Refused:
    if brought.format not in FORMATS:
        return Refused(Fault.FORMAT)
    if not brought.content:
        return Refused(Fault.MISSING)
    if len(brought.content) > FILE_BYTES_MOST:
        return Refused(Fault.LARGE)
    if _holds_number(brought):
        return Refused(Fault.NUMBER)
    try:
        lines = CONNECTORS[brought.format].read(brought.name, brought.content)
        refuse_individual_numbers(lines, "file")
    except InstitutionFileError as error:
        if holds_individual_number(f"{error.field} {error.message}"):
            return Refused(Fault.NUMBER)
        return Refused(Fault.FILE, error.row, error.field, error.message)
    except IndividualNumberError:
        return Refused(Fault.NUMBER)
    except InputError as error:
        return Refused(Fault.FILE, message=str(error))
    return lines


def _holds_number(brought: Brought) -> bool:
    """Whether an Individual Number stands anywhere in the file or its name, also where the connector does not look.

    Fields of fixed width stand side by side: an account and a branch together are no number, so each is looked at by itself.
    """
    if holds_individual_number(brought.name):
        return True
    try:
        if brought.format == _BY_RECORD:
            records = read_records(brought.name, brought.content)
            return any(holds_individual_number(text) for record in records for text in record.fields.values())
        written = [json.loads(line) for line in brought.content.decode().split("\n") if line.strip()]
        refuse_individual_numbers(written, "file")
    except IndividualNumberError:
        return True
    except (InputError, ValueError, RecursionError):
        pass  # what cannot be read is looked at as it stands, and the connector says what is wrong with it
    return holds_individual_number(brought.content.decode("utf-8", "replace"))


# Who is meant ---------------------------------------------------------------------------------------------------------


def _workers(visit: Visit) -> list[tuple[str, str]]:
    """The employer's own workers by id and name: with whom it says it has a contract, and whom its own duties let it look at."""
    with visit.portal.engine.connect() as connection:
        told = workers_told_of(connection, organisation_of(visit), visit.now)
    shown: list[str] = []
    for person in told:
        request = request_for(visit, visit.portal.purposes.by_id[_PURPOSE], person, None)
        if request is None:
            continue
        try:
            visit.portal.path.show_cases(request)
        except AccessRefusedError:
            continue
        shown.append(person)
    with visit.portal.engine.connect() as connection:
        names = called(connection, shown, visit.language)
    return [(id_, names[id_]) for id_ in shown]


def _persons(
    format_: str, parties: Sequence[Line], workers: Mapping[str, str], chosen: Mapping[str, str]
) -> dict[str, Person]:  # fmt: skip
    found: dict[str, Person] = {}
    for number, party in enumerate(parties, start=1):
        id_, input_ = str(party["id"]), f"who.{number}"
        if id_ in workers:
            found[id_] = Person(id_, _name(party), "", id_, "")
            continue
        worker = chosen.get(input_, "")
        known = worker if worker in workers else ""
        found[id_] = Person(id_, _name(party), input_, known, "" if known else "who")
    if format_ != _BY_RECORD:
        meant = [one.worker for one in found.values() if one.worker]
        found = {id_: replace(one, error="twice") if meant.count(one.worker) > 1 else one for id_, one in found.items()}
    return found


def _name(party: Line) -> str:
    names = party.get("names")
    first = names[0] if isinstance(names, list) and names else {}
    return str(first.get("text", ""))


# What is said ---------------------------------------------------------------------------------------------------------


def _said_by(organisation: str, source: str, line: Line, persons: Mapping[str, Person]) -> Line:
    """A statement of the file as the employer's own, about its own worker; its id is made of what it says."""
    about = line["about"]
    assert isinstance(about, dict), "a connector writes whom a statement is about"
    meant = {
        role: organisation if id_ == source else persons[id_].worker or id_ if id_ in persons else id_
        for role, id_ in about.items()
    }
    said = {**line, "source": organisation, "about": meant}
    said["id"] = id_of("import", canonical({**said, "id": ""}).decode())
    return said


def _rows(
    visit: Visit, drafts: Sequence[Line], lines: Sequence[Line], persons: Mapping[str, Person], names: Mapping[str, str]
) -> tuple[list[Row], list[Line]]:  # fmt: skip
    """A row for each statement, and the drafts that are not on record yet."""
    with visit.portal.engine.connect() as connection:
        there = entered_among(connection, [str(one["id"]) for one in drafts])
    rows: list[Row] = []
    for draft, line in zip(drafts, lines, strict=True):
        about = line["about"]
        assert isinstance(about, dict), "a connector writes whom a statement is about"
        person = persons[about["person"]]
        rows.append(_row(draft, person, names.get(person.worker, ""), str(draft["id"]) in there, visit.now))
    return rows, [one for one in drafts if str(one["id"]) not in there]


def _row(draft: Line, person: Person, name: str, recorded: bool, now: int) -> Row:
    row = Row(str(draft["kind"]), person, name, -1, -1, (), recorded, person.error)
    try:
        entry = read_entry(parsed_line(canonical(draft)))
    except CaseFileError as error:
        return replace(row, error="entry", message=error.message)
    assert isinstance(entry, Statement), "its type is statement"
    until = -1 if is_event(entry) or draft.get("until") is None else entry.until_day
    said = [(field.title, field.value) for field in fields_of(entry)]
    row = replace(row, from_day=entry.from_day, until_day=until, said=said)
    if not row.error and entry.stated_at > now:
        return replace(row, error="future")
    return row


def _checked(visit: Visit, found: Prepared, parties: Mapping[str, Line]) -> Prepared:
    """With the parties that the lines name before them, and what the journal would refuse, where the portal can sign to ask."""
    if not found.is_whole:
        return replace(found, lines=[])
    named = {id_ for line in found.lines for id_ in _about(line).values() if id_ in parties}
    others = sorted(id_ for id_ in named if not id_.startswith("person:"))  # workers are on record already
    with visit.portal.engine.connect() as connection:
        # Which role they have is for others to say; here they are only named.
        new = [{**parties[id_], "roles": []} for id_ in others if not organisation_is_declared(connection, id_)]
    lines = [*new, *found.lines]
    if not may_sign(visit) or not lines:
        return replace(found, lines=lines)
    intake = visit.portal.intake
    assert intake is not None, "the portal signs through it"
    answers = intake.refusals(intake.signed(organisation_of(visit), lines))
    refused = {str(line["id"]): one.message for line, one in zip(lines, answers, strict=True) if one is not None}
    if not refused:
        return replace(found, lines=lines)
    of_parties = next((refused[str(line["id"])] for line in new if str(line["id"]) in refused), "")
    rows = [
        replace(row, error="entry", message=said) if (said := refused.get(id_, of_parties)) else row
        for row, id_ in zip(found.rows, found.ids, strict=True)
    ]
    return replace(found, rows=rows, lines=[])


def _about(line: Line) -> Mapping[str, str]:
    about = line["about"]
    assert isinstance(about, dict), "a statement says whom it is about"
    return about
