"""The office falls silent before, on or after the last day of two stays: nobody hears of it but the office, until it answers."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from kyosei.notices.catalogue import Catalogue
from kyosei.verdicts.evaluate import Loaded
from tests.alerts.installation import ISA, stay
from tests.alerts.told import Told
from tests.watch.towns import Line

KIM, BO = "person:kim", "person:bo"
APPLY = "jp.immigration.apply-before-expiry"
SAID = "2026-08-03T10:00:00+09:00"
STAY_UNTIL = "2026-08-18"


def alive(day: str) -> Line:
    return {"type": "heartbeat", "id": f"alive-{day}", "source": ISA, "stated_at": f"{day}T09:00:00+09:00"}


def occasions(told: Told, person: str) -> list[str]:
    """What a person was told of the end of the stay, in order."""
    return [row.occasion for row in told.notices(person, APPLY)]


@pytest.mark.parametrize(
    "last_sign",
    [
        pytest.param("2026-08-05", marks=pytest.mark.soak),
        pytest.param("2026-08-13", marks=pytest.mark.soak),
        "2026-08-17",
        pytest.param("2026-08-19", marks=pytest.mark.soak),
    ],
)
def test_only_evidence_tells_who_applied_from_who_did_not(
    database: sa.Engine, law: Loaded, catalogue: Catalogue, last_sign: str
) -> None:
    """Until three days after its last sign the office counts as alive: what is missing is then foreseen as a breach, and told
    to nobody."""
    told = Told.of(database, law, catalogue)
    told.town.enter(*stay(KIM, STAY_UNTIL, said=SAID), *stay(BO, STAY_UNTIL, said=SAID))
    told.catch_up()
    told.town.enter(alive(last_sign))
    told.town.until("2026-08-24")
    told.catch_up()
    for person in (KIM, BO):
        assert occasions(told, person) == ["due"]
        (task,) = [one for one in told.cases(owner=person) if APPLY in one["norms"]]
        assert (task["sort"], task["state"], task["stage"]) == ("task", "open", "reminder")
    asked = [one for one in told.cases(closed=False) if one["sort"] == "question" and APPLY in one["norms"]]
    assert {(one["owner"], one["need"]["about"]["person"]) for one in asked} == {(ISA, KIM), (ISA, BO)}
    applied = {"type": "statement", "id": "applied", "kind": "residence.application", "source": ISA,
               "about": {"person": KIM}, "on": "2026-08-14", "data": {"procedure": "renewal"},
               "stated_at": "2026-08-25T09:00:00+09:00"}  # fmt: skip
    told.town.enter(applied, alive("2026-08-25"))
    told.catch_up()
    assert (occasions(told, KIM), occasions(told, BO)) == (["due", "met"], ["due", "breached"])
    told.town.until("2026-09-20")  # silent again, for weeks
    told.catch_up()
    assert (occasions(told, KIM), occasions(told, BO)) == (["due", "met"], ["due", "breached"])
    (task,) = [one for one in told.cases(owner=BO) if APPLY in one["norms"]]
    assert (task["state"], task["stage"], task["paused"]) == ("open", "notice", True)
