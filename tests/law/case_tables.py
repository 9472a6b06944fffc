"""Case tables: short lives in YAML beside the norms, read into cases and compared with verdicts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case
from kyosei.publication.cases import LifeCase, read_cases
from kyosei.timelines.days import day_from_date, microseconds_from_instant
from kyosei.verdicts.check import check
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.verdict import Needs, Verdict
from kyosei.wiring import legal_sources

__all__ = ["LifeCase", "all_cases", "answered", "case_of", "expected", "known_of", "verdict_of"]


@cache
def all_cases() -> tuple[LifeCase, ...]:
    """Every row of every table, in order of files."""
    return tuple(read_cases(legal_sources().cases))


def _plain(value: object) -> object:
    """YAML's own dates and times as the strings that a case file has."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def case_of(row: Mapping[str, Any]) -> Case:  # Any: YAML
    """The case that a row's `given` lines make, with the defaults of the brief."""
    lines: list[dict[str, Any]] = []
    parties: dict[str, dict[str, Any]] = {}
    for party in _plain(row.get("parties", [])):  # type: ignore[attr-defined]  # a list of mappings
        parties[party["id"]] = party
    for number, raw in enumerate(LifeCase("", str(row["case"]), row).given()):
        line: Any = {"type": "statement", "id": f"line-{number}", **_plain(raw)}  # type: ignore[dict-item]
        if line["type"] == "statement":
            line.setdefault("data", {})
        if "stated_at" not in line:
            if line["type"] == "coverage":
                day = (
                    date.fromisoformat(line["until"]) - timedelta(days=1)
                    if line.get("until")
                    else date.fromisoformat(line["from"])
                )
                line["stated_at"] = f"{day.isoformat()}T18:00:00+09:00"
            else:
                line["stated_at"] = f"{line.get('on') or line['from']}T12:00:00+09:00"
        for name in (
            line.get("source"),
            line.get("by"),
            *line.get("about", {}).values(),
            *(v for v in line.get("data", {}).values() if isinstance(v, str) and v.startswith(("org:", "person:"))),
        ):
            if name and name.startswith(("org:", "person:")) and name not in parties:
                parties[name] = {"id": name}
        lines.append(line)
    if row.get("all_jobs_told"):  # the labour office has told of every job of every person, up to the last line
        latest = max(line["stated_at"] for line in lines)
        lines.extend(
            {
                "type": "coverage", "id": f"jobs-{person}", "kind": "work.foreign_worker_notice",
                "source": "authority:labour-office", "about": {"person": person}, "from": "2000-01-01", "until": None,
                "stated_at": latest,
            }
            for person in parties if person.startswith("person:")
        )  # fmt: skip
    roles = {"employer", "host", "school", "supporter", "supervising_body", "bank", "landlord", "insurer"}
    for party in parties.values():
        party["type"] = "party"
        party["party"] = "person" if party["id"].startswith("person:") else "organisation"
        party.setdefault("names", [{"script": "Latn", "text": party["id"]}])
        if party["party"] == "organisation":
            held = {role for line in lines for role, who in line.get("about", {}).items() if who == party["id"]}
            party.setdefault("roles", sorted(held & roles) or ["employer"])
    content = "\n".join(json.dumps(line, ensure_ascii=False) for line in (*parties.values(), *lines))
    return read_case([(str(row["case"]), content.encode())])


def known_of(row: Mapping[str, Any]) -> int | None:  # Any: YAML
    """The instant, in microseconds, as known at which a row asks; None: all that is told."""
    known = row.get("known")
    if isinstance(known, str):
        known = datetime.fromisoformat(known)
    return None if known is None else microseconds_from_instant(known)


def verdict_of(loaded: Loaded, row: Mapping[str, Any]) -> Verdict:  # Any: YAML
    """The verdict that a row asks for."""
    case = case_of(row)
    about = list(row["about"])
    found = [
        verdict
        for verdict in check(
            loaded, case, on=day_from_date(row["on"]), norms=[row["norm"]],
            known=known_of(row), obligations=True,
        )
        if list(verdict.about.values()) == about
        and ("instance" not in row or verdict.to_json().get("instance") == row["instance"].isoformat())
    ]  # fmt: skip
    assert len(found) == 1, f"{len(found)} verdicts of {row['norm']} about {about}"
    return found[0]


def answered(verdict: Verdict) -> dict[str, object]:
    """The verdict's JSON and what a table may also ask of it."""
    needs = verdict.needs
    leaves = needs.leaves() if isinstance(needs, Needs) else (needs,) if needs is not None else ()
    return {
        **verdict.to_json(),
        "attribution": [a.party for a in verdict.attribution],
        "needs_kinds": sorted({need.kind for need in leaves}),
        "needs_sources": sorted({need.source for need in leaves}),
    }


def expected(row: Mapping[str, Any]) -> dict[str, object]:  # Any: YAML
    """What the row expects, as plain JSON values."""
    plain = _plain(row["expect"])
    assert isinstance(plain, dict)
    return {k: sorted(v) if k in ("needs_kinds", "needs_sources") else v for k, v in plain.items()}
