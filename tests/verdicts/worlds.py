"""Worlds for the promises: a few parties, lives in which duties arise, and random lines of every kind of the vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from kyosei.facts.case_file.reading import read_case
from kyosei.facts.fields import (
    AreaField,
    BoolField,
    ChoiceField,
    CountField,
    CountryField,
    DayField,
    DaysField,
    Field,
    FieldNamesField,
    HoursField,
    ItemsField,
    PartyField,
    PercentField,
    SlugsField,
    StatementField,
    YearField,
)
from kyosei.facts.kinds import Anyone, Authority, Kind, Span, TheParty
from kyosei.facts.statements import Case, Coverage, Statement
from kyosei.facts.vocabulary import KINDS
from kyosei.law.jp.pack import NORMS
from kyosei.norms.checks import nodes_of

__all__ = ["Line", "case_of", "counted", "lines_in", "plain_worlds", "statements_of", "without", "worlds"]

Line = Mapping[str, object]

HOA, MINH = "person:hoa", "person:minh"
ACME, BETA, COLLEGE, BANK, HELP = "org:acme", "org:beta", "org:college", "org:bank", "org:help"
PARTIES: tuple[Line, ...] = (
    {"type": "party", "id": HOA, "party": "person", "born": "1998-05-01",
     "names": [{"script": "Latn", "text": "NGUYEN THI HOA"}]},
    {"type": "party", "id": MINH, "party": "person", "born": "2001-02-03",
     "names": [{"script": "Latn", "text": "TRAN VAN MINH"}]},
    {"type": "party", "id": ACME, "party": "organisation", "roles": ["employer"]},
    {"type": "party", "id": BETA, "party": "organisation", "roles": ["employer", "host"]},
    {"type": "party", "id": COLLEGE, "party": "organisation", "roles": ["school"]},
    {"type": "party", "id": BANK, "party": "organisation", "roles": ["bank"]},
    {"type": "party", "id": HELP, "party": "organisation", "roles": ["supporter"]},
)  # fmt: skip
_WHO: Mapping[str, tuple[str, ...]] = {
    "person": (HOA, MINH), "other": (HOA, MINH), "employer": (ACME, BETA), "organisation": (ACME, BETA),
    "collector": (ACME,), "school": (COLLEGE,), "bank": (BANK,), "supporter": (HELP,), "landlord": (BETA,),
    "municipality": ("municipality:kita",), "office": ("authority:isa",), "recipient": (BANK,), "holder": (MINH,),
    "payee": (HELP,),
}  # fmt: skip
_ANYONE = {"insurer": "insurer:kyokai", "municipality": "municipality:kita", "supporter": HELP, "host": BETA,
           "employer": ACME, "bank": BANK, "school": COLLEGE, "landlord": BETA}  # fmt: skip
_FIRST = date(2025, 1, 1)
_DAYS = tuple((_FIRST + timedelta(days=n)).isoformat() for n in (0, 31, 59, 89, 90, 95, 100, 104, 120, 151, 181, 212))
_READ = frozenset(
    node.question.kind for norm in NORMS for node in nodes_of(norm) if node.question is not None and node.question.kind
)
_OFTEN = tuple(kind for kind in KINDS if kind.facts.name in _READ)
LAST = (_FIRST + timedelta(days=330)).isoformat()
_AFTER = f"{LAST}T00:00:00+09:00"


def _value(draw: st.DrawFn, field: Field[object, object]) -> object:
    """A random value of a field, as a case file writes it."""
    match field:
        case BoolField():
            return draw(st.booleans())
        case ChoiceField():
            return draw(st.sampled_from(field.options))
        case FieldNamesField():
            return ["work.contract"]
        case SlugsField():
            return draw(st.lists(st.sampled_from(field.known), max_size=2, unique=True))
        case ItemsField():
            items = st.sampled_from((*field.known, "other"))
            return [{"item": draw(items), "yen": draw(st.integers(0, 60_000))}]
        case DayField():
            return draw(st.sampled_from(_DAYS))
        case HoursField():
            return draw(st.sampled_from((0, 4, 8, 19.5, 20, 28, 30, 40, 160)))
        case DaysField():
            return draw(st.integers(0, 22))
        case CountField():
            return draw(st.sampled_from((0, 1, 10, 50, 51, 300)))
        case YearField():
            return draw(st.sampled_from((2024, 2025)))
        case PercentField():
            return draw(st.sampled_from((0, 49.5, 50, 80, 100)))
        case AreaField():
            return draw(st.sampled_from((4.5, 7.5)))
        case PartyField():
            return draw(st.sampled_from((ACME, BETA)))
        case CountryField():
            return draw(st.sampled_from(("VN", "PH")))
        case _:
            return _plain(draw, field)


def _plain(draw: st.DrawFn, field: Field[object, object]) -> object:
    if field.json_type == "integer":
        return draw(st.sampled_from((0, 900, 1_200, 88_000, 200_000, 300_000)))
    return draw(st.sampled_from(("VN", "PH"))) if field.name == "nationality" else "text"


def _speakers(kind: type[Kind], about: Mapping[str, str], *, holders_only: bool) -> list[str]:
    """Who may state a kind about these parties: those who can settle it, and the parties themselves."""
    found: list[str] = []
    for holder in kind.facts.holders:
        match holder:
            case Authority(name):
                found.append(f"authority:{name}")
            case TheParty(role):
                found.extend([about[role]] if role in about else [])
            case Anyone(role):
                found.append(_ANYONE[role])
    return found if holders_only and found else [*found, *about.values()]


@st.composite
def _statement(draw: st.DrawFn, n: int, kinds: tuple[type[Kind], ...], *, holders_only: bool) -> Line:
    kind = draw(st.sampled_from(kinds))
    roles = [role for role in kind.facts.roles if not role.optional or draw(st.booleans())]
    about = {role.name: draw(st.sampled_from(_WHO[role.name])) for role in roles}
    day = draw(st.sampled_from(_DAYS))
    data = {
        name: _value(draw, field)
        for name, field in kind.fields.items()
        if not isinstance(field, StatementField) and name != "granted_period" and draw(st.integers(0, 3))
    }
    line: dict[str, object] = {
        "type": "statement", "id": f"s-{n}", "kind": kind.facts.name,
        "source": draw(st.sampled_from(_speakers(kind, about, holders_only=holders_only))), "about": about,
        "data": data, "stated_at": f"{day}T12:00:00+09:00",
    }  # fmt: skip
    if kind.facts.span is Span.EVENT:
        return {**line, "on": day}
    length = (
        draw(st.sampled_from((None, 7, 31, 90, 200)))
        if kind.facts.span is Span.STATE
        else draw(st.sampled_from((1, 7, 31)))
    )
    until = None if length is None else (date.fromisoformat(day) + timedelta(days=length)).isoformat()
    return {**line, "from": day, "until": until}


def _said(id_: str, kind: str, source: str, about: Mapping[str, str], from_: str, until: str | None = None,
          **data: object) -> Line:  # fmt: skip
    stated = f"{from_}T12:00:00+09:00"
    return {"type": "statement", "id": id_, "kind": kind, "source": source, "about": dict(about), "from": from_,
            "until": until, "data": data, "stated_at": stated}  # fmt: skip


_JOB = {"person": HOA, "employer": ACME}
LIFE: tuple[Line, ...] = (
    _said("l-status", "residence.status", "authority:isa", {"person": HOA}, "2025-01-01", "2026-06-01",
          status="engineer-humanities-international"),
    _said("l-job", "work.contract", ACME, _JOB, "2025-02-01", hours_per_week=40, days_per_month=20,
          wage_yen_per_month=200_000, workplace_prefecture="13", employment_type="regular", wage_yen_per_hour=900),
    _said("l-firm", "employer.profile", ACME, {"employer": ACME}, "2024-01-01", legal_form="corporation",
          regular_hours_per_week=40, regular_days_per_month=20),
    _said("l-jps", "employer.profile", "authority:pension-service", {"employer": ACME}, "2024-01-01",
          covered_establishment=True, ordinary_insured_workers=80),
    {"type": "coverage", "id": "c-pension", "kind": "pension.acquisition_notice", "source": "authority:pension-service",
     "about": _JOB, "from": "2025-01-01", "until": LAST, "stated_at": _AFTER},
    {"type": "coverage", "id": "c-labour", "kind": "work.foreign_worker_notice", "source": "authority:labour-office",
     "about": {"person": HOA}, "from": "2025-01-01", "until": LAST, "stated_at": _AFTER},
    {"type": "coverage", "id": "c-enrolment", "kind": "pension.enrolment", "source": "authority:pension-service",
     "about": _JOB, "from": "2025-01-01", "until": LAST, "stated_at": _AFTER},
    {"type": "coverage", "id": "c-notices", "kind": "residence.organisation_notice", "source": "authority:isa",
     "about": {"person": HOA}, "from": "2025-01-01", "until": LAST, "stated_at": _AFTER},
    _said("l-pay", "work.pay", ACME, _JOB, "2025-02-01", "2025-03-01", gross_yen=200_000,
          base_yen=150_000, hours_paid=160, pension_deducted_yen=30_000, paid_on="2025-03-10"),
    _said("l-study", "study.enrolment", COLLEGE, {"person": MINH, "school": COLLEGE}, "2024-12-01", "2025-04-01",
          course="vocational", mode="day", full_time=True),
    _said("l-student", "residence.status", "authority:isa", {"person": MINH}, "2024-12-01", "2026-06-01", status="student"),
    _said("l-shop", "work.contract", BETA, {"person": MINH, "employer": BETA}, "2025-02-01", hours_per_week=30,
          wage_yen_per_hour=900, workplace_prefecture="13"),
    _said("l-hours", "work.hours", BETA, {"person": MINH, "employer": BETA}, "2025-02-03", "2025-02-10", hours=40),
    {"type": "statement", "id": "l-left", "kind": "pension.acquisition_notice", "source": "authority:pension-service",
     "about": _JOB, "on": "2025-02-04", "data": {"acquired_on": "2025-02-01"}, "stated_at": "2025-02-04T12:00:00+09:00"},
    _said("l-month", "pension.contribution", "authority:pension-service", {"person": MINH}, "2025-02-01", "2025-03-01",
          scheme="national_1", due_on="2025-03-31", unpaid_as_of="2025-09-01", amount_yen=16_980),
    _said("l-firm-month", "pension.establishment_payment", "authority:pension-service", {"employer": ACME}, "2025-02-01",
          "2025-03-01", due_on="2025-03-31", unpaid_as_of="2025-09-01", amount_yen=500_000),
    {"type": "heartbeat", "id": "h-isa", "source": "authority:isa", "stated_at": _AFTER},
)  # fmt: skip


def case_of(lines: Iterable[Line]) -> Case:
    """The case that the lines make, read like any case file."""
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in (*PARTIES, *lines))
    return read_case([("world", text.encode())])


@cache
def _kinds_by_weight() -> tuple[type[Kind], ...]:
    return (*KINDS, *_OFTEN, *_OFTEN)


@st.composite
def worlds(draw: st.DrawFn, most: int = 8) -> list[Line]:
    """Part of the lives, some random lines of any kind, and what was disputed, resolved or taken back afterwards."""
    lines = [line for line in LIFE if draw(st.integers(0, 4))]
    number = draw(st.integers(0, most))
    said = [draw(_statement(n, _kinds_by_weight(), holders_only=False)) for n in range(number)]
    lines += said
    for n in range(draw(st.integers(0, 2))):
        target = draw(st.sampled_from(lines)) if lines else None
        if target is None or target["type"] not in ("statement", "coverage"):
            continue
        about = target["about"]
        concerned = [ACME] if isinstance(about, dict) and ACME in about.values() else []
        by = draw(st.sampled_from((HOA, MINH, "authority:labour-office", *concerned)))
        day = draw(st.sampled_from(_DAYS))
        lines.append({"type": "dispute", "id": f"d-{n}", "target": target["id"], "by": by, "reason": "wrong",
                      "stated_at": f"{day}T18:00:00+09:00"})  # fmt: skip
        if draw(st.booleans()) and by != "authority:labour-office":
            lines.append({"type": "resolution", "id": f"r-{n}", "target": f"d-{n}", "by": "authority:reviewer",
                          "outcome": "kept", "reason": "checked", "stated_at": f"{day}T19:00:00+09:00"})  # fmt: skip
    if draw(st.booleans()) and said:
        target = draw(st.sampled_from(said))
        lines.append({"type": "withdrawal", "id": "w-0", "target": target["id"], "source": target["source"],
                      "stated_at": _AFTER})  # fmt: skip
    return list(draw(st.permutations(lines)))


@st.composite
def plain_worlds(draw: st.DrawFn, most: int = 8) -> list[Line]:
    """Worlds in which nobody contradicts, repeats or disputes anything: one holder's one statement of each kind.

    Coverages carry the right count.
    """
    lines = [line for line in LIFE if draw(st.integers(0, 5))]
    seen = {_fact(line) for line in lines}
    for n in range(draw(st.integers(0, most))):
        line = draw(_statement(n, _kinds_by_weight(), holders_only=True))
        if _fact(line) not in seen:
            seen.add(_fact(line))
            lines.append(line)
    return counted(lines)


def _fact(line: Line) -> str:
    return json.dumps([line.get("kind"), line.get("about")], sort_keys=True)


def counted(lines: Iterable[Line]) -> list[Line]:
    """The lines, each coverage with the number of statements that its source has in its scope."""
    kept = list(lines)
    case = case_of(kept)
    held = {
        c.id: sum(
            (s.kind, s.source) == (c.kind, c.source) and s.from_day < c.until_day and c.from_day < s.until_day
            and all(s.about.get(role) == party for role, party in c.about.items())
            for s in case.statements
        )
        for c in case.coverages
    }  # fmt: skip
    return [{**line, "count": held[str(line["id"])]} if line["type"] == "coverage" else line for line in kept]


def statements_of(lines: Iterable[Line]) -> list[Line]:
    """Only the statements."""
    return [line for line in lines if line["type"] == "statement"]


def lines_in(case: Case) -> tuple[Statement | Coverage, ...]:
    """What can be disputed."""
    return (*case.statements, *case.coverages)


def without(case: Case, ids: Iterable[str]) -> Case:
    """The case as if these lines had never come, nor what was said about them."""
    gone = set(ids)
    kept = replace(
        case, statements=tuple(s for s in case.statements if s.id not in gone and s.replaces not in gone),
        coverages=tuple(c for c in case.coverages if c.id not in gone),
        heartbeats=tuple(h for h in case.heartbeats if h.id not in gone),
        withdrawals=tuple(w for w in case.withdrawals if w.target not in gone),
        disputes=tuple(d for d in case.disputes if d.target not in gone),
    )  # fmt: skip
    disputes = {d.id for d in kept.disputes}
    return replace(kept, resolutions=tuple(r for r in kept.resolutions if r.target in disputes))
