"""A generated nation: whole lives of about a hundred statements, copied with shifted days into columns of any size.

Each template life is read from case-file lines through the real reader, so its columns are the ones that the command
line would make; copies get their own person and their own shift of days, and share the organisations.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache

import numpy as np

from kyosei.evidence.batch import Batch, read_batch
from kyosei.evidence.columns import (
    FIELD_FROM,
    FROM,
    OWNER,
    PARTY,
    ROLES,
    SOURCE,
    STATED_DAY,
    UNTIL,
    Columns,
    Table,
    index_from,
    sort_rows,
)
from kyosei.evidence.instances import list_instances
from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case
from kyosei.timelines.days import NEVER, day_from_date
from kyosei.verdicts.evaluate import Loaded

__all__ = ["KNOWN_DAY", "life_of_engineer", "nation", "templates"]

KNOWN_DAY = date(2026, 11, 20)
_STAMP = "T12:00:00+09:00"


def _line(number: int, kind: str, source: str, about: dict[str, str], data: dict[str, object], first: date,
          until: date | None = None, event: bool = False, stated: date | None = None) -> dict[str, object]:  # fmt: skip
    period = {"on": first.isoformat()} if event else {
        "from": first.isoformat(), "until": until.isoformat() if until else None
    }  # fmt: skip
    return {"type": "statement", "id": f"s-{number}", "kind": kind, "source": source, "about": about, "data": data,
            "stated_at": (stated or first).isoformat() + _STAMP, **period}  # fmt: skip


def _months(first: date, count: int) -> list[tuple[date, date]]:
    found = []
    year, month = first.year, first.month
    for _ in range(count):
        following = date(year + month // 12, month % 12 + 1, 1)
        found.append((date(year, month, 1), following))
        year, month = following.year, following.month
    return found


def life_of_engineer(person: str = "person:a", employer: str = "org:a", months: int = 33) -> list[dict[str, object]]:
    """An engineer, properly insured: pay, wage credits and tax instalments every month; about 150 lines for 33 months."""
    job = {"person": person, "employer": employer}
    start = date(2024, 3, 1)
    lines = [
        _line(0, "residence.status", "authority:isa", {"person": person},
              {"status": "engineer-humanities-international", "granted_period": "P3Y"}, start, date(2027, 3, 2)),
        _line(1, "work.contract", employer, job,
              {"hours_per_week": 40, "days_per_month": 21, "wage_yen_per_month": 260000, "employment_type": "regular",
               "workplace_prefecture": "13", "scheduled_hours_per_month": 160}, start),
        _line(2, "pension.enrolment", "authority:pension-service", job,
              {"scheme": "employees", "standard_remuneration_yen": 260000}, start),
        _line(3, "pension.acquisition_notice", "authority:pension-service", job,
              {"acquired_on": start.isoformat()}, start + timedelta(days=3), event=True),
        _line(4, "employment_insurance.enrolment", "authority:labour-office", job, {}, start),
        _line(5, "work.foreign_worker_notice", "authority:labour-office", job,
              {"event": "hired", "event_on": start.isoformat()}, date(2024, 4, 9), event=True),
    ]  # fmt: skip
    for first, following in _months(start, months):
        lines.append(_line(len(lines), "work.pay", employer, job,
                           {"gross_yen": 260000, "base_yen": 260000, "hours_paid": 160,
                            "pension_deducted_yen": 23790, "paid_on": (first + timedelta(days=24)).isoformat()},
                           first, following, stated=first + timedelta(days=24)))  # fmt: skip
        lines.append(_line(len(lines), "bank.wage_credit", "org:bank", {**job, "bank": "org:bank"},
                           {"amount_yen": 215000}, first + timedelta(days=24), event=True))  # fmt: skip
        lines.append(_line(len(lines), "tax.instalment", "municipality:131016", {"person": person, "collector": employer},
                           {"tax": "resident", "fiscal_year": first.year, "number": 1, "amount_yen": 12000,
                            "collection": "special", "paid_on": (first + timedelta(days=8)).isoformat()},
                           first + timedelta(days=9), event=True))  # fmt: skip
        lines.append(_line(len(lines), "work.hours", employer, job, {"hours": 160}, first, following, stated=following))
    return lines


def life_of_student(person: str = "person:a", employer: str = "org:b") -> list[dict[str, object]]:
    """A student with a part-time job: eighty working days with their hours."""
    start = date(2025, 4, 1)
    job = {"person": person, "employer": employer}
    lines = [
        _line(0, "residence.status", "authority:isa", {"person": person}, {"status": "student", "granted_period": "P2Y"},
              start, date(2027, 4, 2)),
        _line(1, "residence.work_permission", "authority:isa", {"person": person}, {"scope": "comprehensive_28_hours"},
              start, date(2027, 4, 2)),
        _line(2, "study.enrolment", "org:school", {"person": person, "school": "org:school"},
              {"course": "vocational", "mode": "day", "full_time": True}, start),
        _line(3, "work.contract", employer, job,
              {"hours_per_week": 24, "days_per_month": 17, "wage_yen_per_hour": 1300, "employment_type": "part_time",
               "workplace_prefecture": "13", "day_student": True}, date(2025, 6, 1)),
    ]  # fmt: skip
    day = date(2026, 7, 1)
    while len(lines) < 84:
        if day.weekday() in (0, 2, 4, 5):
            lines.append(_line(len(lines), "work.hours", employer, job, {"hours": 6}, day, day + timedelta(days=1)))
        day += timedelta(days=1)
    for month in range(1, 13):
        due = date(2026, month, 28)
        lines.append(_line(len(lines), "pension.contribution", "authority:pension-service", {"person": person},
                           {"scheme": "national_1", "amount_yen": 17920, "due_on": due.isoformat(),
                            "exempted": "student"}, date(2026, month, 1),
                           date(2026, month, 28)))  # fmt: skip
    return lines


def life_of_specified_skilled_worker(person: str = "person:a", employer: str = "org:c") -> list[dict[str, object]]:
    """A specified skilled worker (i) with delegated support, interviews and monthly pay."""
    start = date(2024, 10, 1)
    job = {"person": person, "employer": employer}
    supported = {**job, "supporter": "org:supporter"}
    lines = [
        _line(0, "residence.status", "authority:isa", {"person": person},
              {"status": "specified-skilled-worker", "subclass": "ssw-1", "granted_period": "P1Y",
               "designated_organisation": employer, "field": "food-and-beverage-manufacturing"}, start, date(2025, 10, 2)),
        _line(1, "residence.status", "authority:isa", {"person": person},
              {"status": "specified-skilled-worker", "subclass": "ssw-1", "granted_period": "P3Y",
               "designated_organisation": employer, "field": "food-and-beverage-manufacturing"},
              date(2025, 10, 2), date(2028, 10, 3)),
        _line(2, "work.contract", employer, job,
              {"hours_per_week": 40, "days_per_month": 21, "wage_yen_per_month": 205000, "scheduled_hours_per_month": 170,
               "workplace_prefecture": "10", "japanese_peer_wage_yen_per_month": 205000}, start),
        _line(3, "support.engagement", "org:supporter", supported, {"for": "ssw_1", "delegated": "all"}, start),
    ]  # fmt: skip
    for first, following in _months(start, 25):
        lines.append(_line(len(lines), "work.pay", employer, job,
                           {"gross_yen": 205000, "base_yen": 205000, "hours_paid": 170, "pension_deducted_yen": 18300,
                            "deductions": [{"item": "rent", "yen": 20000}]}, first, following, stated=following))  # fmt: skip
        lines.append(_line(len(lines), "support.interview", "org:supporter", supported, {"with": "worker"},
                           first + timedelta(days=9), event=True))  # fmt: skip
        lines.append(_line(len(lines), "bank.wage_credit", "org:bank", {**job, "bank": "org:bank"},
                           {"amount_yen": 165000}, first + timedelta(days=9), event=True))  # fmt: skip
        lines.append(_line(len(lines), "support.action", "org:supporter", supported, {"action": "japanese_learning"},
                           first + timedelta(days=12), event=True))  # fmt: skip
    return lines


_ORGANISATIONS = [
    {"type": "party", "id": party, "party": "organisation", "roles": [role],
     "names": [{"script": "Latn", "text": party}]}
    for party, role in (("org:a", "employer"), ("org:b", "employer"), ("org:c", "employer"), ("org:bank", "bank"),
                        ("org:school", "school"), ("org:supporter", "supporter"))
]  # fmt: skip
_PROFILES = [
    _line(9000 + n, "employer.profile", org, {"employer": org},
          {"legal_form": "corporation", "regular_hours_per_week": 40, "regular_days_per_month": 21}, date(2015, 4, 1))
    for n, org in enumerate(("org:a", "org:b", "org:c"))
] + [
    _line(9100 + n, "employer.profile", "authority:pension-service", {"employer": org},
          {"ordinary_insured_workers": 80, "covered_establishment": True}, date(2015, 4, 1))
    for n, org in enumerate(("org:a", "org:b", "org:c"))
]  # fmt: skip
_COVERAGES = [
    {"type": "coverage", "id": f"c-{n}", "kind": kind, "source": source, "about": {}, "from": "2015-04-01", "until": None,
     "stated_at": KNOWN_DAY.isoformat() + _STAMP}
    for n, (kind, source) in enumerate((
        ("residence.status", "authority:isa"), ("residence.application", "authority:isa"),
        ("residence.decision", "authority:isa"), ("residence.work_permission", "authority:isa"),
        ("residence.organisation_notice", "authority:isa"), ("pension.enrolment", "authority:pension-service"),
        ("pension.acquisition_notice", "authority:pension-service"),
        ("work.foreign_worker_notice", "authority:labour-office"),
    ))
]  # fmt: skip


def case_of(lines: list[dict[str, object]], born: str = "1996-05-01") -> Case:
    """A case of one life with the shared organisations, profiles and coverages."""
    person = {"type": "party", "id": "person:a", "party": "person", "names": [{"script": "Latn", "text": "A"}],
              "born": born}  # fmt: skip
    text = "\n".join(json.dumps(line) for line in (person, *_ORGANISATIONS, *lines, *_PROFILES, *_COVERAGES))
    return read_case([("generated", text.encode())])


@cache
def templates() -> tuple[Case, ...]:
    """The template lives."""
    return (
        case_of(life_of_engineer(months=24)),
        case_of(life_of_student()),
        case_of(life_of_specified_skilled_worker()),
    )


def _template_batches(loaded: Loaded) -> list[Batch]:
    batches = []
    for case in templates():
        known = case.latest_recorded()
        assert known is not None
        batches.append(read_batch(case, known, loaded.law.scopes, loaded.table, ()))
    return batches


def nation(loaded: Loaded, persons: int, seed: int) -> Batch:
    """A batch of so many persons, in the shape that the reader of a store would give."""
    random = np.random.default_rng(seed)
    found = _template_batches(loaded)
    names = sorted({name for batch in found for name in batch.parties if name != "person:a"})
    number = {name: place for place, name in enumerate(names)}
    organisations, kinds = len(names), len(loaded.table.kinds)
    total = organisations + persons
    chosen = random.integers(0, len(found), persons)
    shift = random.integers(-300, 1, persons)
    row_parts: list[Table] = []
    field_parts: list[np.ndarray] = []
    party = np.full((total, 4), -1, np.int64)
    party[:organisations, :2] = 0
    party[organisations:] = (1, 0, day_from_date(date(1996, 5, 1)), -1)
    offset = 0
    for place, batch in enumerate(found):
        members = np.flatnonzero(chosen == place)
        mapping = np.array([number.get(name, -2) for name in batch.parties], np.int64)
        own = batch.number["person:a"]
        rows = batch.columns.rows
        mine = rows[:, OWNER] == own
        row_parts.append(_copies(rows[mine], mapping, own, members + organisations, shift[members], offset))
        if place == 0:
            row_parts.append(_copies(rows[~mine], mapping, own, np.array([-1]), np.array([0]), offset))
        for name, there in batch.number.items():
            if name in number:
                party[number[name]] = (0, batch.columns.party[there, ROLES], -1, day_from_date(KNOWN_DAY))
        field_parts.append(batch.columns.field)
        offset += len(batch.columns.field)
    rows = sort_rows(np.concatenate(row_parts))
    coverages = found[0].columns.coverages.copy()
    coverages[:, OWNER] = total
    coverages[:, SOURCE] = np.array([number.get(name, -2) for name in found[0].parties])[coverages[:, SOURCE]]
    coverages = sort_rows(coverages)
    columns = Columns(rows, np.concatenate(field_parts), index_from(rows, total, kinds), coverages,
                      index_from(coverages, total + 1, kinds), party)  # fmt: skip
    instances = list_instances(columns, loaded.law.scopes, loaded.table, party[:, 0] == 1)
    every = (*names, *(f"person:{place}" for place in range(persons)))
    return Batch(
        every, number, columns, instances, day_from_date(KNOWN_DAY), found[0].standing,
        int(np.diff(columns.row_from).max(initial=0)), int(np.diff(columns.coverage_from).max(initial=0)),
    )  # fmt: skip


def _copies(rows: Table, mapping: np.ndarray, own: int, members: np.ndarray, shift: np.ndarray, fields: int) -> Table:
    """The rows once for each member, with the member's number in place of `own` and the member's shift of days."""
    copies = np.tile(rows, (len(members), 1))
    person = np.repeat(members, len(rows))
    moved = np.repeat(shift, len(rows))
    for column in (OWNER, SOURCE, PARTY, PARTY + 1, PARTY + 2):
        there = copies[:, column]
        copies[:, column] = np.where(there == own, person, np.where(there >= 0, mapping[there], there))
    copies[:, FROM] += moved
    copies[:, UNTIL] = np.where(copies[:, UNTIL] >= NEVER, NEVER, copies[:, UNTIL] + moved)
    copies[:, STATED_DAY] += moved
    copies[:, FIELD_FROM] += fields
    return copies
