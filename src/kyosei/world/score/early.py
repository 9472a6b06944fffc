"""The detector of early signals: it is handed a town's lines, and asked at the end of every month with what was known then.

It opens no file, so it cannot see the truth. Beside the signals it asks a baseline: a third of the month's reports are late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kyosei.facts.statements import Statement
from kyosei.signals.lateness import Report, month_of, signals_of
from kyosei.signals.people import People, people_of, prefectures_of
from kyosei.signals.reports import CHANNEL_OF, report_of
from kyosei.signals.stranding import SPARE_PERCENT, stranding

__all__ = ["Alarm", "EarlyRecords", "Month", "baseline_of", "may_tell", "stranding_with"]

_FOREVER: Final = 1 << 62
_USUAL_SPARE: Final = SPARE_PERCENT.index(20)
_PEOPLE: Final = ("support.engagement", "work.contract", "employer.profile")


_PARTY: Final = b'"type":"party"'
_TELLING: Final = (b'"source":"org:', *(f'"kind":"{kind}"'.encode() for kind in CHANNEL_OF))


def may_tell(line: bytes) -> bool:
    """Whether a line can be a report, say where somebody works, or say who somebody is; most lines cannot.

    What replaces a line has its kind and source, so both are taken or neither.
    """
    if _PARTY in line:
        return True
    return b'"type":"statement"' in line and any(mark in line for mark in _TELLING)


@dataclass(frozen=True, slots=True)
class Alarm:
    """An organisation that is named; offices: those that received what shows it (nobody, of the baseline)."""

    organisation: str
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """The end of a month: its last day, and the instant up to which everything is known."""

    day: int
    known: int


@dataclass(slots=True)
class EarlyRecords:
    """What the lines of a town tell of organisations: every report with the instants between which it stands.

    first_day: reports that arrived before are left out, as whoever began to keep the records then does not have them.
    """

    first_day: int
    known_day: int
    reports: list[tuple[int, int, Report]] = field(default_factory=list)
    sole_proprietors: set[str] = field(default_factory=set)
    _people: dict[str, list[Statement]] = field(default_factory=lambda: {kind: [] for kind in _PEOPLE})

    def add(self, statements: Iterable[Statement]) -> None:
        """Takes lines; one that replaces another has to come together with it."""
        held = list(statements)
        replaced = {s.replaces: s.recorded_at for s in held if s.replaces is not None}
        for s in held:
            ends = replaced.get(s.id, _FOREVER)
            report = report_of(s, s.source, self.known_day)
            if report is not None and report.arrived_day >= self.first_day:
                self.reports.append((s.recorded_at, ends if s.source != report.organisation else _FOREVER, report))
            if s.kind in self._people and ends == _FOREVER:
                self._people[s.kind].append(s)
            if s.kind == "employer.profile" and s.data.get("legal_form") == "sole_proprietor":
                self.sole_proprietors.add(s.about["employer"])

    def known_by(self, known: int) -> list[Report]:
        """The reports that stood at an instant."""
        return [report for begins, ends, report in self.reports if begins <= known < ends]

    def alarms(self, month: Month) -> list[Alarm]:
        """Whom the signals name at the end of a month."""
        found = signals_of(self.known_by(month.known), frozenset(self.sole_proprietors))
        return [
            Alarm(one.organisation, tuple(office for channel in one.channels for office in channel.offices))
            for one in found.signals
        ]

    def people(self) -> tuple[People, People]:
        """How many people supporters and employers have on the last day; ids are taken as they come, no two as one."""
        contracts, engagements = self._people["work.contract"], self._people["support.engagement"]
        person_of = {s.about["person"]: s.about["person"] for s in (*contracts, *engagements)}
        prefectures = prefectures_of(self._people["employer.profile"], self.known_day)
        return people_of(engagements, contracts, self.known_day, prefectures, person_of)


def baseline_of(reports: Sequence[Report], month: Month, unnamed: Iterable[str]) -> list[Alarm]:
    """Whoever was late with a third of what arrived in the month: one line, against which a signal has to be worth it."""
    now = [one for one in reports if month_of(one.arrived_day) == month_of(month.day)]
    filed = Counter(one.organisation for one in now)
    late = Counter(one.organisation for one in now if one.delay_days > one.allowed_days)
    return [Alarm(one) for one in sorted(filed.keys() - {*unnamed}) if 3 * late[one] >= filed[one]]


def stranding_with(people: People) -> frozenset[str]:
    """The organisations that would strand anybody if the others had a fifth to spare."""
    return frozenset(one.organisation for one in stranding(people) if one.stranded[_USUAL_SPARE])
