"""Filings that cure a duty, filled as far as the records tell: the acquisition notice of the Pension Service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kyosei.connectors.filing_csv.writing import as_full_width
from kyosei.connectors.jps_acquisition.writing import acquisition_cells, still_needed, write_acquisitions
from kyosei.errors import QuestionError
from kyosei.facts.statements import Case
from kyosei.timelines.days import date_from_day
from kyosei.verdicts.verdict import Verdict

__all__ = ["ACQUISITIONS", "Filing", "acquisition_filing"]

ACQUISITIONS: Final = ("jp.pension.report-acquisition", "jp.health.report-acquisition")
"""The duties that the acquisition notice of SHFD0006.CSV meets."""


@dataclass(frozen=True, slots=True)
class Filing:
    """A file, and the names of the cells that no record tells and somebody has to fill."""

    content: bytes
    needed: tuple[str, ...]


def acquisition_filing(
    case: Case, verdicts: Sequence[Verdict], on: int, establishment: Mapping[str, str]
) -> Filing:  # fmt: skip
    """The notices of verdicts about one employer, of which each obligation is one row. establishment: the cells of row 4 by name.

    QuestionError where it is not on record since when somebody is to be insured.
    """
    persons = []
    for verdict in verdicts:
        if verdict.arose < 0:
            raise QuestionError(f"it is not on record from which day {verdict.about['person']} is to be insured")
        person = case.parties[verdict.about["person"]]
        born = None if person.born is None else date_from_day(person.born)
        names = {name.script: name.text for name in person.names}
        persons.append(acquisition_cells(names, born, date_from_day(verdict.arose)))
    employer = case.parties[verdicts[0].about["employer"]]
    if any(one.about["employer"] != employer.id for one in verdicts):
        raise QuestionError("a file is for one employer; name it with --about")
    name = next((as_full_width(name.text) for name in employer.names if name.script == "Jpan"), None)
    cells = ({} if name is None else {"事業所名称": name}) | dict(establishment)
    content = write_acquisitions(cells, persons, date_from_day(on))
    return Filing(content, tuple(dict.fromkeys(name for row in persons for name in still_needed(row))))
