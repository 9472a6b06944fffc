"""Scores the early signals of towns: the detector is handed the lines, month after month; then the judge opens the truth."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

from kyosei.errors import InputError
from kyosei.facts.statements import Statement
from kyosei.signals.people import People
from kyosei.timelines.days import day_from_date, microseconds_from_instant
from kyosei.world.organisations.causes import Cause, first_of_month
from kyosei.world.organisations.truth import OrganisationTruth, read_late_offices, read_organisations
from kyosei.world.output import read_filings, read_people
from kyosei.world.score.detector import Background, Records
from kyosei.world.score.early import EarlyRecords, Month, baseline_of, may_tell, stranding_with
from kyosei.world.score.early_judge import SIZES, Group, episodes_of, judge
from kyosei.world.score.scoring import read_manifest
from kyosei.world.score.tally import TownRow

__all__ = ["BASELINE", "SIGNALS", "EarlyTally", "Stranding", "score_signals"]

SIGNALS, BASELINE = "signals", "a third late this month"
_ORGANISATIONS_AT_A_TIME, _PERSONS_AT_A_TIME = 20, 50


@dataclass(slots=True)
class Stranding:
    """How many organisations truly strand people if the others have a fifth to spare; of them found; and named wrongly."""

    stranding: int = 0
    found: int = 0
    wrongly: int = 0


@dataclass(slots=True)
class EarlyTally:
    """What became of the organisations of some towns, by detector and cause (or size, of those whose collapse showed)."""

    towns: list[TownRow] = field(default_factory=list)
    causes: dict[tuple[str, str, Cause], Group] = field(default_factory=dict)
    """By detector, role and cause."""
    sizes: dict[tuple[str, str], Group] = field(default_factory=dict)
    """By detector and size, of employers whose collapse has precursors."""
    late_offices: int = 0
    stranding: dict[str, Stranding] = field(default_factory=lambda: {"supporter": Stranding(), "employer": Stranding()})

    def add(self, detector: str, truth: OrganisationTruth, group: Group) -> None:
        """One organisation more."""
        self.causes.setdefault((detector, truth.role, truth.cause), Group()).add(group)
        if truth.cause is Cause.FORESEEN:
            size = next(name for name, most in SIZES if truth.staff <= most)
            self.sizes.setdefault((detector, size), Group()).add(group)

    def total(self, detector: str, role: str | None = None) -> Group:
        """All causes of a role, or of both, together."""
        found = Group()
        for (by, of, _), group in self.causes.items():
            if by == detector and role in (None, of):
                found.add(group)
        return found

    def rows(self, detector: str) -> list[tuple[str, Cause, Group]]:
        """What a detector saw, by role and cause, in a fixed order."""
        order = list(Cause)
        mine = [(role, cause, group) for (by, role, cause), group in self.causes.items() if by == detector]
        return sorted(mine, key=lambda row: (row[0], order.index(row[1])))

    def by_size(self, detector: str) -> list[tuple[str, Group]]:
        """What a detector saw of employers whose collapse has precursors, the smallest first."""
        return [(size, self.sizes[detector, size]) for size, _ in SIZES if (detector, size) in self.sizes]


def score_signals(folders: Sequence[Path], told: Callable[[int, int], None] = lambda done, of: None) -> EarlyTally:
    """What the signals make of the last layers of some towns. `told`: how many months are done, and of how many.

    InputError if a folder holds no town, or one without a history.
    """
    manifests = [read_manifest(folder) for folder in folders]
    months = [int(manifest["history_months"]) for manifest in manifests]
    for folder, count in zip(folders, months, strict=True):
        if not count:
            raise InputError(f"{folder} is a town without a history; make one with `kyosei world make --history 30`")
    tally, done = EarlyTally(), 0
    for folder, manifest, count in zip(folders, manifests, months, strict=True):
        began = time.process_time()
        known = datetime.fromisoformat(str(manifest["known"]))
        ends = [_month_end(known, place - count) for place in range(count)]
        records = _read(folder / "records", known.date(), count)
        for month in _score(tally, folder / "truth", records, ends):
            told(done + month, sum(months))
        done += count
        seconds = time.process_time() - began
        tally.towns.append(TownRow(int(manifest["seed"]), int(manifest["persons"]), int(manifest["lines"]), seconds))
    return tally


def _month_end(known: datetime, months: int) -> Month:
    """The last day of a month, and its last hour in Japan."""
    last = first_of_month(known.date(), months + 1) - timedelta(1)
    evening = known.replace(year=last.year, month=last.month, day=last.day, hour=23)
    return Month(day_from_date(last), microseconds_from_instant(evening))


def _read(records: Path, known: date, months: int) -> EarlyRecords:
    with (records / "organisations.jsonl").open("rb") as file:
        background = Background.read(file)
    found = EarlyRecords(day_from_date(first_of_month(known, -months)), day_from_date(known))
    profiles: dict[str, Statement] = {}
    for people, size in ((read_filings(records), _ORGANISATIONS_AT_A_TIME), (read_people(records), _PERSONS_AT_A_TIME)):
        while group := list(islice(people, size)):
            telling = [(whose, [line for line in lines if may_tell(line)]) for whose, lines in group]
            held = Records.of(telling, background).case.statements
            found.add(s for s in held if s.kind != "employer.profile")
            profiles.update((s.id, s) for s in held if s.kind == "employer.profile")
    found.add(profiles.values())
    return found


def _score(tally: EarlyTally, truth: Path, records: EarlyRecords, ends: Sequence[Month]) -> Iterator[int]:
    """Everything is asked first; only then is the truth read. Yields how many months have been asked."""
    named, baseline = [], []
    for place, month in enumerate(ends):
        named.append((month, records.alarms(month)))
        baseline.append((month, baseline_of(records.known_by(month.known), month, records.sole_proprietors)))
        yield place + 1
    supporters, employers = map(stranding_with, records.people())
    truths, late = list(read_organisations(truth)), list(read_late_offices(truth))
    tally.late_offices += len(late)
    for detector, months in ((SIGNALS, named), (BASELINE, baseline)):
        compared = [one for one in truths if one.organisation not in records.sole_proprietors]
        for one, group in judge(compared, late, episodes_of(months), ends):
            tally.add(detector, one, group)
    for role, found in (("supporter", supporters), ("employer", employers)):
        people: People = {
            (one.organisation, prefecture): count for one in truths if one.role == role
            for prefecture, count in one.people.items()
        }  # fmt: skip
        true, row = stranding_with(people), tally.stranding[role]
        row.stranding += len(true)
        row.found += len(true & found)
        row.wrongly += len(found - true)
