"""A draft is never law: the pack refuses it, and only what-if answers by it, from the day on which it would begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from kyosei.errors import LawError
from kyosei.evidence.questions import KindTable
from kyosei.facts.employment import EmploymentRelation
from kyosei.facts.vocabulary import KINDS
from kyosei.law.jp.pack import NORMS
from kyosei.law.jp.permanent_drafted import DRAFTS
from kyosei.norms.checks import check_norms
from kyosei.norms.drafts import with_drafts
from kyosei.timelines.days import NEVER, day_from_date
from kyosei.verdicts.evaluate import Loaded, load
from kyosei.wiring import compile_japan_with_drafts, open_law
from tests.law.case_tables import verdict_of

NORM = "jp.pr.years-of-residence"
FIRST = day_from_date(date(2027, 4, 1))


def test_no_norm_of_the_pack_is_a_draft_and_a_draft_in_it_is_refused() -> None:
    assert {norm.layer for norm in NORMS}.isdisjoint(("draft", "announced"))
    with pytest.raises(LawError, match=rf"{NORM} is a draft and no law; list it among the drafts"):
        check_norms((*NORMS, *DRAFTS), KINDS)


def test_what_is_in_force_ends_where_the_draft_would_begin() -> None:
    versions = [norm for norm in with_drafts(NORMS, DRAFTS) if norm.id == NORM]

    assert [(v.layer, v.force.from_day < FIRST, v.force.until_day) for v in versions] == [
        ("guideline", True, FIRST),
        ("draft", False, NEVER),
    ]
    assert [norm.id for norm in with_drafts(NORMS, DRAFTS) if norm.id != NORM] == [n.id for n in NORMS if n.id != NORM]


def test_a_draft_of_an_unknown_norm_or_without_its_mark_is_refused() -> None:
    with pytest.raises(LawError, match="declare it with layer='draft'"):
        with_drafts(NORMS, [replace(DRAFTS[0], layer="guideline")])
    with pytest.raises(LawError, match="changes a norm that the law does not have"):
        with_drafts(NORMS, [replace(DRAFTS[0], id="jp.pr.unheard-of")])


def _spouse(married: date, here: date, status: str = "spouse-or-child-of-japanese") -> dict[str, Any]:  # Any: YAML
    person = {"person": "person:a"}
    stay = {"status": status, "granted_period": "P5Y"}
    covered = [
        {"type": "coverage", "kind": f"residence.{kind}", "source": "authority:isa", "about": person,
         "from": date(1900, 1, 1), "until": date(2028, 1, 1)} for kind in ("status", "application", "decision")
    ]  # fmt: skip
    return {
        "case": "what-if", "norm": NORM, "about": ["person:a"],
        "given": [
            *covered,
            {"kind": "residence.status", "source": "authority:isa", "about": person, "from": here,
             "until": date(2029, 1, 1), "data": stay},
            {"kind": "family.relation", "source": "municipality:m", "about": {**person, "other": "person:b"},
             "from": married, "data": {"relation": "spouse", "other_is": "national"}},
            {"kind": "assessment.factor", "source": "authority:isa", "about": {**person, "office": "authority:isa"},
             "on": date(2027, 3, 1), "data": {"factor": "marriage_in_substance", "finding": "yes"}},
        ],
    }  # fmt: skip


@pytest.fixture(scope="module")
def drafted() -> Loaded:
    """The law with the drafts, loaded as what-if would."""
    return load(compile_japan_with_drafts(), KindTable.of((*KINDS, EmploymentRelation)), np.array([], np.int32))


@pytest.mark.parametrize(
    ("married", "here", "on", "in_force", "by_the_draft"),
    [
        (date(2024, 4, 1), date(2026, 4, 1), date(2027, 3, 31), "unmet", "unmet"),
        (date(2024, 3, 31), date(2026, 3, 31), date(2027, 3, 31), "met", "met"),
        (date(2024, 3, 31), date(2026, 3, 31), date(2027, 4, 1), "met", "unmet"),
        (date(2022, 4, 1), date(2024, 4, 1), date(2027, 4, 1), "met", "met"),
        (date(2022, 4, 2), date(2024, 4, 1), date(2027, 4, 1), "met", "unmet"),
        (date(2022, 4, 1), date(2024, 4, 2), date(2027, 4, 1), "met", "unmet"),
    ],
)
def test_spouses_under_the_guideline_in_force_and_under_the_draft(
    drafted: Loaded, married: date, here: date, on: date, in_force: str, by_the_draft: str
) -> None:
    row = {**_spouse(married, here), "on": on}

    assert verdict_of(open_law(), row).to_json()["state"] == in_force
    assert verdict_of(drafted, row).to_json()["state"] == by_the_draft


def test_the_law_with_drafts_bears_another_name(drafted: Loaded) -> None:
    assert drafted.law.version.startswith("jp-draft@")
    assert open_law().law.version.startswith("jp@")
