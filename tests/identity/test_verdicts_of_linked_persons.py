"""P09 and P10 to the end: what a link, its end and its dispute do to a verdict."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kyosei.facts.case_file import read_case
from kyosei.facts.links import LinkEntry
from kyosei.identity.person_case import case_of_person
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.check import check
from kyosei.verdicts.evaluate import Loaded
from kyosei.wiring import open_law
from tests.evidence.asking import instant
from tests.identity.links_made import dispute, link, resolution, unlink

NORM = "jp.pension.report-acquisition"
HOA, IN_PENSION = "person:a", "person:b"
INSTITUTION_OF = {HOA: "authority:isa", IN_PENSION: "authority:pension-service"}
STATED = "2025-11-20T09:00:00+09:00"
KNOWN = instant(day_from_date(date(2025, 12, 1)))


def said(id_: str, kind: str, source: str, about: dict[str, str], **rest: object) -> dict[str, object]:
    return {
        "type": "statement", "id": id_, "kind": kind, "source": source, "about": about, "stated_at": STATED, **rest,
    }  # fmt: skip


LINES: tuple[dict[str, object], ...] = (
    {"type": "party", "id": HOA, "party": "person", "born": "1998-05-01"},
    {"type": "party", "id": IN_PENSION, "party": "person", "born": "1998-05-01"},
    {"type": "party", "id": "org:acme", "party": "organisation", "roles": ["employer"]},
    said("firm", "employer.profile", "org:acme", {"employer": "org:acme"}, data={
        "legal_form": "corporation", "regular_hours_per_week": 40, "regular_days_per_month": 20,
    }, **{"from": "2024-01-01"}),
    said("office", "employer.profile", "authority:pension-service", {"employer": "org:acme"}, data={
        "covered_establishment": True, "ordinary_insured_workers": 80,
    }, **{"from": "2024-01-01"}),
    said("job", "work.contract", "org:acme", {"person": HOA, "employer": "org:acme"}, data={
        "hours_per_week": 40, "days_per_month": 20, "wage_yen_per_month": 200_000, "workplace_prefecture": "13",
        "employment_type": "regular",
    }, **{"from": "2025-02-03"}),
    said("notice", "pension.acquisition_notice", "authority:pension-service",
         {"person": IN_PENSION, "employer": "org:acme"}, on="2025-02-05", data={"acquired_on": "2025-02-03"}),
    {"type": "coverage", "id": "all", "kind": "pension.acquisition_notice", "source": "authority:pension-service",
     "about": {"employer": "org:acme"}, "from": "2024-01-01", "until": "2025-11-01", "count": 1, "stated_at": STATED},
)  # fmt: skip
RECORDS = read_case([("case.jsonl", "\n".join(map(json.dumps, LINES)).encode())])
LINKED: list[LinkEntry] = [link("l1", HOA, IN_PENSION)]


@pytest.fixture(scope="module")
def law() -> Loaded:
    return open_law()


def verdict(law: Loaded, entries: list[LinkEntry]) -> dict[str, object]:
    """As it is printed."""
    case = case_of_person(RECORDS, entries, INSTITUTION_OF, HOA, KNOWN)
    verdicts = check(law, case, on=day_from_date(date(2025, 10, 1)), known=KNOWN, norms=[NORM], about=[HOA])
    (found,) = (verdict for verdict in verdicts if verdict.about["person"] == HOA)
    return found.to_json()


def test_a_verdict_rests_on_links_and_on_nothing_that_was_ended(law: Loaded) -> None:
    apart, linked = verdict(law, []), verdict(law, LINKED)
    assert (apart["state"], apart["causes"]) == (
        "open",
        ["missing"],
    )  # the office does not know her: no breach by silence
    assert linked["state"] == "met"
    assert verdict(law, [*LINKED, unlink("u1", "l1")]) == apart


@pytest.mark.parametrize("by", [HOA, IN_PENSION, "authority:pension-service", "municipality:kita"])
def test_a_disputed_link_opens_the_verdict_until_it_is_resolved(law: Loaded, by: str) -> None:
    disputed = [*LINKED, dispute("d1", "l1", by)]
    found = verdict(law, disputed)
    assert found["state"] == "open"
    assert "disputed" in str(found["causes"])
    assert verdict(law, [*disputed, resolution("r1", "d1", "kept")]) == verdict(law, LINKED)
    assert verdict(law, [*disputed, resolution("r1", "d1", "corrected")]) == verdict(law, [])
