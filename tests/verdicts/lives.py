"""Lives of one person who strives for permanent residence, line by line, for the planner."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from kyosei.facts.case_file import read_case
from kyosei.facts.statements import Case

__all__ = ["JUDGED", "Line", "all_told", "case_of", "coverage", "findings", "points", "statement", "stay"]

Line = Mapping[str, object]

PERSON = "person:a"
ISA = "authority:isa"
ALIVE_ON = "2026-05-31"
JUDGED = ("conduct", "livelihood", "landing_criteria", "public_health", "national_interest")
"""What only an official can find, by the factor."""
_PARTIES: tuple[Line, ...] = (
    {
        "type": "party",
        "id": PERSON,
        "party": "person",
        "born": "1990-01-01",
        "names": [{"script": "Latn", "text": "A"}],
    },
    {"type": "party", "id": "person:b", "party": "person", "names": [{"script": "Latn", "text": "B"}]},
    {"type": "party", "id": "org:acme", "party": "organisation", "roles": ["employer"]},
)
_TOLD_BY: Mapping[str, tuple[str, ...]] = {
    ISA: ("residence.status", "residence.application", "residence.decision", "residence.organisation_notice"),
    "municipality:m": ("tax.instalment", "health.premium", "home.registration", "residence.address_notice"),
    "authority:pension-service": ("pension.contribution",),
    "authority:prosecutor": ("conduct.penalty",),
    "authority:labour-office": ("work.foreign_worker_notice",),
}


def statement(kind: str, source: str, day: str, until: str | None = None, *, about: Line | None = None,
              event: bool = False, **data: object) -> Line:  # fmt: skip
    """A line about the person, stated on its first day, or if that is to come on the last day of the records."""
    when = {"on": day} if event else {"from": day, "until": until}
    return {
        "type": "statement", "kind": kind, "source": source, "about": {"person": PERSON, **(about or {})}, **when,
        "data": data, "stated_at": f"{min(day, ALIVE_ON)}T12:00:00+09:00",
    }  # fmt: skip


def stay(day: str, until: str | None, status: str = "engineer-humanities-international", period: str = "P5Y") -> Line:
    """A stay; `until` is the first day outside."""
    return statement("residence.status", ISA, day, until, status=status, granted_period=period)


def points(day: str, years_of_experience: int = 10) -> Line:
    """Eighty points or more as a technical professional."""
    return statement(
        "residence.points_basis", ISA, day, activity="technical", degree="doctor", degrees_in_several_fields=False,
        years_of_experience=years_of_experience, remuneration_yen_per_year=7_000_000, research_achievements=1,
        national_licences=0, it_examinations=0, it_qualifications=0, additions=["notified_university", "growth_field"],
    )  # fmt: skip


def findings(factors: Iterable[str] = JUDGED, finding: str = "yes") -> list[Line]:
    """What an official found on the last day of the records."""
    return [
        statement("assessment.factor", ISA, ALIVE_ON, about={"office": ISA}, event=True, factor=factor, finding=finding,
                  reasons="on file", author_role="immigration inspector")
        for factor in factors
    ]  # fmt: skip


def coverage(kind: str, source: str) -> Line:
    """The source has told all of this kind about the person from the beginning, and goes on doing so."""
    return {"type": "coverage", "kind": kind, "source": source, "about": {"person": PERSON}, "from": "1900-01-01",
            "stated_at": "2010-01-01T12:00:00+09:00"}  # fmt: skip


def all_told(without: Iterable[str] = ()) -> list[Line]:
    """Every office has told all that it holds, but of these kinds, and is alive."""
    left_out = set(without)
    covered = [coverage(kind, source) for source, kinds in _TOLD_BY.items() for kind in kinds if kind not in left_out]
    alive = [{"type": "heartbeat", "source": source, "stated_at": f"{ALIVE_ON}T18:00:00+09:00"} for source in _TOLD_BY]
    return [*covered, *alive]


def case_of(lines: Iterable[Line]) -> Case:
    """The case of a life; each line gets an id."""
    numbered = [{"id": f"line-{number}", **line} for number, line in enumerate(lines)]
    return read_case([("life", "\n".join(json.dumps(line) for line in (*_PARTIES, *numbered)).encode())])
