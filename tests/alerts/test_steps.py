"""What the parties of a case are told by its history: nobody hears twice in a row that a notice no longer stands."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kyosei.alerts.steps import steps_of
from kyosei.cases.cures import Owing
from kyosei.cases.following import cases_of
from kyosei.journal.entries import NormActKind
from kyosei.notices.catalogue import Catalogue
from kyosei.timelines.program import State
from kyosei.verdicts.evaluate import Loaded
from tests.cases.test_defects import LAWS, Told, act, event, ruling

NORM = "jp.pension.report-acquisition"
ABOUT = json.dumps({"employer": "org:x", "person": "person:a"})
DEFECT = ruling(20, 50, NormActKind.DEFECTIVE, NORM, LAWS, (0, 100))


@pytest.mark.parametrize(
    ("before", "review", "occasions"),
    [
        pytest.param(None, None, ["breached", "withdrawn"], id="found_defective"),
        pytest.param(None, "mistaken", ["breached", "withdrawn"], id="the_review_finds_it_mistaken"),
        pytest.param(None, "uphold", ["breached", "withdrawn", "breached"], id="the_review_upholds_it"),
        pytest.param("mistaken", None, ["breached", "withdrawn"], id="it_was_mistaken_already"),
        pytest.param("mistaken", "uphold", ["breached", "withdrawn"], id="that_it_was_mistaken_is_upheld"),
    ],
)
def test_that_it_is_taken_back_is_told_once(
    law: Loaded, catalogue: Catalogue, before: str | None, review: str | None, occasions: list[str]
) -> None:
    owing = Owing.under(law.law)
    breached = replace(event(0, Told(1, NORM, 0, State.BREACHED, LAWS[0])), about=ABOUT)
    (opened,) = cases_of("person:a", [breached], (), owing)
    acts = [
        act(day, number, opened.id, what) for day, number, what in ((10, 40, before), (30, 60, review)) if what is not None
    ]  # fmt: skip
    (case,) = cases_of("person:a", [breached], acts, owing, [DEFECT])
    for recipient in ("org:x", "person:a"):
        told = [
            one.occasion for step in steps_of(case, catalogue) for one in step.requests if one.recipient == recipient
        ]
        assert told == occasions
