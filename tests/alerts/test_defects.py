"""A defect that is found after people were told: who may say so, whose cases are reopened, and who hears of it."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from kyosei.cases.quality import quality_of
from kyosei.cases.silencing import Silencer, known_quality
from kyosei.errors import EntryRefusedError, Refusal
from kyosei.notices.catalogue import Catalogue
from kyosei.verdicts.evaluate import Loaded
from tests.alerts.told import Told
from tests.journal.fakes import Office, at
from tests.watch.towns import HERE, lines_of

HAMAKAZE, DUC = "org:hamakaze", "person:duc"
ACQUISITION = "jp.pension.report-acquisition"


def rule(told: Told, by: Office, act: str, **more: Any) -> None:
    told.town.world.now[0] += 1
    line = {
        "type": "norm_act", "id": told.town.world.number("ruling"), "norm": ACQUISITION, "act": act, "reason": "wrong day",
        "author": "staff:kimura", "source": "org:operator", "stated_at": at(told.town.world.now[0]), **more,
    }  # fmt: skip
    told.town.world.journal.submit_one(by.sign({key: value for key, value in line.items() if value is not None}))
    told.catch_up()


def test_a_defect_reopens_its_cases_and_takes_back_what_was_told(
    database: sa.Engine, law: Loaded, catalogue: Catalogue
) -> None:  # fmt: skip
    told = Told.of(database, law, catalogue)
    world = told.town.world
    judge = world.register("authority:judge", human="staff:kimura", entry_types=["norm_act", "case_act"],
                           speaks_for=["org:operator"], valid_from=world.now[0])  # fmt: skip
    told.town.enter_each(lines_of(HERE.parent / "samples" / "duc.jsonl"))
    told.catch_up()
    before = {one["id"]: one for one in told.cases()}
    case, version = told.case(ACQUISITION), law.law.version
    for by, act, more in (
        (told.window(), "defective", {"laws": [version]}),
        (Office("org:operator", world.root), "defective", {"laws": [version]}),
        (Office("org:operator", world.root), "restore", {"author": None}),
        (judge, "defective", {"laws": [version], "author": "staff:other"}),
        (judge, "defective", {}),
        (judge, "silence", {"laws": [version]}),
        (judge, "forget", {}),
    ):
        with pytest.raises(EntryRefusedError) as refused:
            rule(told, by, act, **more)
        assert refused.value.refusal in (Refusal.WRONG_ACTOR, Refusal.OUTSIDE_COMPETENCE, Refusal.BAD_SCHEMA)
    assert {one["id"]: one for one in told.cases()} == before
    rule(told, judge, "defective", laws=[version])
    after = {one["id"]: one for one in told.cases()}
    assert before.keys() == after.keys()
    assert {id_ for id_ in after if after[id_]["state"] == "review"} == {
        id_ for id_, one in before.items() if any(row["norm"] == ACQUISITION for row in one["history"])
    }
    assert [one for id_, one in after.items() if one["state"] != "review"] == [
        one for id_, one in before.items() if after[id_]["state"] != "review"
    ]
    row = after[case["id"]]["history"][-1]
    assert (row["what"], row["actor_kind"], row["actor"], row["reason"]) == (
        "reopened", "human", "staff:kimura", "wrong day",
    )  # fmt: skip
    assert [one.occasion for one in told.of_case(case, HAMAKAZE)] == ["due", "breached", "withdrawn"]
    assert [one.occasion for one in told.of_case(case, DUC)] == ["breached", "withdrawn"]
    told.act(judge, case["id"], "uphold", "org:operator")
    upheld = told.case(ACQUISITION)
    assert (upheld["id"], upheld["state"], upheld["due_on"]) == (case["id"], "open", None)
    assert [one.occasion for one in told.of_case(case, HAMAKAZE)][-1] == "breached"
    with database.connect() as connection:
        known = known_quality(connection)
    assert known is not None
    assert [(one.norm, one.act, one.actor) for one in known.rulings] == [(ACQUISITION, "defective", "staff:kimura")]


def test_a_norm_that_is_wrong_too_often_silences_itself_once(
    database: sa.Engine, law: Loaded, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    """The limit is set to one wrong alert: what is tested is the way from there to everybody who was told."""
    monkeypatch.setattr("kyosei.cases.quality.SILENCING", 2.0)
    told = Told.of(database, law, catalogue)
    told.town.enter_each(lines_of(HERE.parent / "samples" / "duc.jsonl"))
    told.catch_up()
    case = told.case("jp.pension.withheld-without-enrolment")
    told.act(told.operator, case["id"], "mistaken")
    silencer = Silencer(database, told.town.world.journal, told.town.world.root)
    assert silencer.enter() == len(case["norms"])
    told.catch_up()
    assert silencer.enter() == 0
    with database.connect() as connection:
        known = known_quality(connection)
    assert known is not None
    assert all(known.is_silenced(norm) for norm in case["norms"])
    assert known.quality != quality_of([], known.day, known.day, {})
    assert {(one.actor_kind, one.actor) for one in known.rulings} == {("software", "software:operator")}
    assert not [one for one in told.cases(closed=False) if set(one["norms"]) & set(case["norms"])]
