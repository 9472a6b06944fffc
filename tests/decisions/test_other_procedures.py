"""A child born here acquires a status, and a student is permitted to work: dossiers like others, with outcomes of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
import sqlalchemy as sa

from kyosei.access.requests import Request
from kyosei.decisions.acts import Replayed
from kyosei.decisions.document import address_of
from kyosei.decisions.dossier import Dossier, Outcome, Proven, Result
from kyosei.decisions.drafting import draft, look
from kyosei.decisions.letter.composing import compose_letter
from kyosei.decisions.replaying import replay
from kyosei.decisions.sealing import examine_dossier, seal_line, unwritten_in
from kyosei.errors import QuestionError
from kyosei.verdicts.evaluate import Loaded
from tests.access.setting import person_line, staff
from tests.decisions.deciding import ISA, OFFICER, Deciding, granting
from tests.decisions.test_letter import addressed
from tests.journal.fakes import HOUR

CHILD, STUDENT = "person:child", "person:student"
WEEKLY = "At most 28 hours a week, and not on entertainment premises."


@pytest.fixture
def deciding(database: sa.Engine, law: Loaded) -> Deciding:
    return Deciding.on(database, law)


def applied(deciding: Deciding, person: str, data: Mapping[str, object]) -> tuple[Request, str]:
    """Somebody of whom the immigration office has told everything applies."""
    setting, about = deciding.setting, {"person": person}
    setting.submit(person_line(person))
    for kind in ("application", "decision", "status", "basis", "work_permission"):
        setting.enter({
            "type": "coverage", "kind": f"residence.{kind}", "source": ISA, "about": about, "from": "1900-01-01"
        })  # fmt: skip
    if person == STUDENT:
        held = {"status": "student", "granted_period": "P2Y"}
        setting.state("residence.status", ISA, about, held, from_="2026-04-01", until="2028-04-01")
    else:
        basis = {"basis": "birth_transitional"}
        setting.state("residence.basis", ISA, about, basis, from_="2026-11-01", until="2026-12-31")
    id_ = setting.state("residence.application", ISA, about, data, on="2026-11-20")
    setting.world.later()
    return setting.request(staff(id_=OFFICER), "immigration.examination", subject=person, case=id_), id_


def drafted(deciding: Deciding, request: Request, application: str) -> Dossier:
    return draft(look(deciding.office, request, application), ISA, OFFICER, "kyosei test", deciding.now)


def test_a_status_is_acquired(deciding: Deciding) -> None:
    request, id_ = applied(deciding, CHILD, {"procedure": "acquisition", "for_status": "dependent"})
    dossier = granting(drafted(deciding, request, id_), "dependent", "P1Y")
    states = {one.norm.rpartition("acquisition-")[2]: one.state for one in dossier.assembled.findings}
    assert states == {"without-landing": "met", "status-fit": "open", "reasonable-ground": "open"}
    examined = examine_dossier(deciding.office, request, dossier, deciding.now)
    assert {one.came_to for one in examined.dossier.checks} == {Proven.PASS}
    sealed_and_the_same_again(deciding, request, dossier)


def test_permanent_residence_is_acquired_by_what_it_asks_itself(deciding: Deciding) -> None:
    """Born to a permanent resident: neither conduct nor livelihood is asked, nor a ground as for other statuses."""
    request, id_ = applied(deciding, CHILD, {"procedure": "acquisition", "for_status": "permanent-resident"})
    begun = drafted(deciding, request, id_)
    asked = {one.norm.rpartition("acquisition-")[2] for one in begun.assembled.findings}
    assert asked == {"without-landing", "permanent-conduct", "permanent-livelihood", "permanent-national-interest"}
    deciding.setting.submit(person_line("person:mother"))
    born_to = {"relation": "parent", "other_is": "permanent_resident"}
    deciding.setting.state(
        "family.relation",
        "municipality:13104",
        {"person": CHILD, "other": "person:mother"},
        born_to,
        from_="2026-11-01",
    )
    deciding.setting.world.later()
    dossier = granting(
        drafted(deciding, request, id_), "permanent-resident", "indefinite", factor="permanent_national_interest"
    )
    assert {one.id for one in dossier.assembled.factors} == {
        "without_landing", "permanent_national_interest", "conduct_during_stay", "family_and_children",
    }  # fmt: skip
    examined = examine_dossier(deciding.office, request, dossier, deciding.now)
    assert {one.came_to for one in examined.dossier.checks} == {Proven.PASS}
    sealed_and_the_same_again(deciding, request, dossier)


def test_a_permission_to_work_says_its_conditions_and_gives_no_stay(deciding: Deciding) -> None:
    request, id_ = applied(deciding, STUDENT, {"procedure": "work_permission"})
    begun = drafted(deciding, request, id_)
    assert begun.assembled.application.for_status is None
    dossier = granting(begun, factor="no_hindrance")
    permitted = replace(dossier, opinion=replace(
        dossier.opinion, outcome=Outcome(Result.GRANTED, conditions=(WEEKLY,)), period_reasons=(),
    ))  # fmt: skip
    for wrong in (Outcome(Result.GRANTED), Outcome(Result.GRANTED, "student", "P1Y", (WEEKLY,))):
        other = replace(permitted, opinion=replace(permitted.opinion, outcome=wrong))
        failed = {one.check for one in examine_dossier(deciding.office, request, other, deciding.now).dossier.checks
                  if one.came_to is Proven.FAIL}  # fmt: skip
        assert failed == {"discretion-within-bounds"}
        assert unwritten_in(other) == ([] if wrong.conditions else ["opinion.outcome"])
    examined = examine_dossier(deciding.office, request, permitted, deciding.now)
    assert {one.came_to for one in examined.dossier.checks} == {Proven.PASS}
    sealed_and_the_same_again(deciding, request, permitted)
    letter = compose_letter(permitted, addressed(deciding.office.loaded, procedure="work_permission"), ["en"])
    assert WEEKLY in str(letter)
    assert "no period" not in str(letter)
    with pytest.raises(QuestionError, match=r"opinion\.outcome"):
        seal_line(replace(examined, dossier=replace(permitted, opinion=replace(
            permitted.opinion, outcome=Outcome(Result.GRANTED)
        ))), deciding.now)  # fmt: skip


def sealed_and_the_same_again(deciding: Deciding, request: Request, dossier: Dossier) -> None:
    setting = deciding.setting
    setting.world.later()
    examined = examine_dossier(deciding.office, request, dossier, deciding.now)
    setting.world.journal.submit_one(deciding.officer.sign(seal_line(examined, deciding.now - HOUR // 2)))
    deciding.act("notify", address_of(examined.dossier), language="en")
    found = replay(lambda version: deciding.office, request, examined.dossier)
    assert (found.came_to, found.parts) == (Replayed.SAME, ())
