"""Before an application is decided: what is open is asked of offices, and who needs another one is told early (S2)."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from kyosei.decisions.outlook import outlook
from kyosei.errors import QuestionError
from kyosei.timelines.days import date_from_day
from kyosei.verdicts.evaluate import Loaded
from tests.access.setting import someone
from tests.decisions.deciding import ENGINEER, HOA, ISA, Deciding

OWN = "own.records"


def said(day: int | None) -> date | None:
    return None if day is None else date_from_day(day)


@pytest.fixture
def deciding(database: sa.Engine, law: Loaded) -> Deciding:
    return Deciding.on(database, law)


def test_what_a_renewal_meets_is_told_and_what_is_open_is_asked_of_offices(deciding: Deciding) -> None:
    found = outlook(deciding.office, deciding.setting.request(someone(), OWN), "renewal", deciding.application)
    assert not found.supposed
    assert {one.norm for one in found.findings} >= {"jp.stay.status-fit", "jp.stay.conduct"}
    assert found.asked
    assert found.own == (), "nothing of it is for the person to tell"
    assert all(one.owner.startswith(("authority:", "municipality:", "insurer:", "unknown:")) for one in found.asked)
    first = next(one for one in found.findings if one.norm == "jp.stay.status-fit")
    assert first.id in found.judged


def test_a_renewal_lets_the_stay_go_on_for_two_months(deciding: Deciding) -> None:
    found = outlook(deciding.office, deciding.setting.request(someone(), OWN), "renewal", deciding.application)
    assert (said(found.meanwhile.stay_ends), said(found.meanwhile.lawful_until)) == (
        date(2027, 3, 1),
        date(2027, 5, 1),
    )
    assert not found.meanwhile.needs_another


def test_s2_with_permanent_residence_pending_the_stay_ends_and_that_is_told(database: sa.Engine, law: Loaded) -> None:
    deciding = Deciding.on(database, law, "permanent")
    found = outlook(deciding.office, deciding.setting.request(someone(), OWN), "permanent", deciding.application)
    assert (said(found.meanwhile.stay_ends), said(found.meanwhile.lawful_until)) == (date(2027, 3, 1), date(2027, 3, 1))
    assert found.meanwhile.needs_another
    data = {"procedure": "renewal", "for_status": ENGINEER}
    deciding.setting.state("residence.application", ISA, {"person": HOA}, data, on="2026-11-21")
    deciding.setting.world.later()
    both = outlook(deciding.office, deciding.setting.request(someone(), OWN), "permanent", deciding.application)
    assert said(both.meanwhile.lawful_until) == date(2027, 5, 1)
    assert not both.meanwhile.needs_another, "a renewal is pending beside it"


def test_an_application_is_supposed_and_kept_nowhere(deciding: Deciding) -> None:
    before = deciding.setting.world.journal.size()
    request = deciding.setting.request(someone(), OWN)
    supposed = outlook(deciding.office, request, "permanent")
    assert supposed.supposed
    assert supposed.meanwhile.stay_ends is not None
    assert deciding.setting.world.journal.size() == before
    drafted = deciding.drafted()
    assert "supposed-application" not in {one.id for one in drafted.assembled.facts}


def test_what_cannot_be_looked_at_so_is_refused(deciding: Deciding) -> None:
    request = deciding.setting.request(someone(), OWN)
    with pytest.raises(QuestionError, match="no dossier is made of the procedure"):
        outlook(deciding.office, request, "certificate")
    with pytest.raises(QuestionError, match="there is no application"):
        outlook(deciding.office, request, "renewal", "another")
    with pytest.raises(QuestionError, match=r"own\.records does"):
        outlook(deciding.office, deciding.request(procedure="permanent"), "renewal")
    assert request.subject == HOA
