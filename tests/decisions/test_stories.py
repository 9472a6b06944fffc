"""Stories S3 and S12 as decisions, and an interruption at every step of a seal."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from kyosei.decisions.checks.examining import Examining
from kyosei.decisions.checks.listed import checked
from kyosei.decisions.document import address_of
from kyosei.decisions.dossier import Dossier, Effect, Proven
from kyosei.decisions.drafting import draft, look
from kyosei.decisions.process import process_of
from kyosei.decisions.sealed import neighbours_of
from kyosei.decisions.sealing import Examined, examine_dossier, seal_line
from kyosei.errors import AccessRefusedError, EntryRefusedError
from kyosei.journal.journal import Journal, Step
from kyosei.verdicts.evaluate import Loaded
from tests.decisions.deciding import ENGINEER, HOA, ISA, OFFICER, Deciding, granting
from tests.journal.fakes import HOUR
from tests.journal.server import Server

ACME = "org:acme"
SECOND = 1_000_000


def employed(deciding: Deciding, *, reported: bool) -> None:
    """Works for an employer by a contract; the pension service says whether the employer has reported it."""
    setting, about = deciding.setting, {"person": HOA, "employer": ACME}
    hours = {"regular_hours_per_week": 40, "regular_days_per_month": 20}
    setting.state(
        "employer.profile", ACME, {"employer": ACME}, {"legal_form": "corporation", **hours}, from_="2012-04-01"
    )
    terms = {"hours_per_week": 40, "days_per_month": 20, "employment_type": "regular"}
    setting.state("work.contract", ACME, about, terms, from_="2026-04-01")
    for kind, source, whose in (
        ("work.foreign_worker_notice", "authority:labour-office", {"person": HOA}),
        ("pension.acquisition_notice", "authority:pension-service", about),
    ):
        setting.enter({"type": "coverage", "kind": kind, "source": source, "about": whose, "from": "1900-01-01"})
    if reported:
        told = {"acquired_on": "2026-04-01"}
        setting.state("pension.acquisition_notice", "authority:pension-service", about, told, on="2026-04-03")
    setting.world.later()


def test_s3_what_the_employer_left_undone_is_the_employers_and_permanent_residence_can_be_granted(
    server: Server, law: Loaded
) -> None:
    found = {}
    for reported in (True, False):
        with server.fresh() as engine:
            deciding = Deciding.on(engine, law, "permanent")
            employed(deciding, reported=reported)
            drafted = deciding.drafted("permanent")
            found[reported] = {one.norm: one for one in drafted.assembled.findings}
            if not reported:
                seal_with_the_employer_named(deciding, drafted)
    pension = found[False]["jp.pr.pension"]
    assert [(one.party, one.norm) for one in pension.attribution] == [(ACME, "jp.pension.report-acquisition")]
    assert (pension.state, pension.causes) == ("open", ("judgement",)), (
        "for the officer to weigh, and no failure of hers"
    )
    same = [norm for norm in found[True] if norm != "jp.pr.pension"]
    assert {norm: found[True][norm].verdict for norm in same} == {norm: found[False][norm].verdict for norm in same}


def seal_with_the_employer_named(deciding: Deciding, drafted: Dossier) -> None:
    """Held against the person it fails the check; with the employer named it is sealed."""
    granted = granting(drafted, "permanent-resident", "indefinite", factor="national_interest")
    examined = examine_dossier(deciding.office, deciding.request(procedure="permanent"), granted, deciding.now)
    assert {one.check: one.items for one in examined.dossier.checks if one.came_to is Proven.FAIL} == {
        "others-conduct-attributed": ("pension",)
    }
    named = tuple(replace(one, conduct=ACME) if one.id == "pension" else one for one in granted.opinion.factors)
    address = deciding.seal(replace(granted, opinion=replace(granted.opinion, factors=named)), "permanent")
    sealed = deciding.sealed(address, "permanent").dossier
    assert {one.came_to for one in sealed.checks} == {Proven.PASS}
    assert {one.effect for one in sealed.assembled.gaps} <= {Effect.NONE}


def test_s12_thirty_dossiers_in_ten_seconds_each_show_as_a_fact_about_the_office(
    database: sa.Engine, law: Loaded
) -> None:
    deciding = Deciding.on(database, law)
    with database.connect() as connection:
        assert process_of(connection, ISA).sealed == 0
    first = granting(deciding.drafted())
    begun = deciding.now
    for number in range(30):
        deciding.setting.world.now[0] = begun + (number + 1) * 10 * SECOND
        same = replace(first, assembled=replace(first.assembled, same_facts=f"{number:064x}"))
        document = seal_line(examined_as(same, number), deciding.now)
        deciding.setting.world.journal.submit_one(deciding.officer.sign(document))
    with database.connect() as connection:
        found = process_of(connection, ISA)
    assert (found.sealed, found.quick, found.one_text, found.median_seconds) == (30, 30, 29, 10)
    assert OFFICER not in str(found)
    seen = checked(neighbourly(deciding, first))
    assert [one.check for one in seen if one.came_to is Proven.FAIL] == ["no-boilerplate"]


def examined_as(dossier: Dossier, number: int) -> Examined:
    """The dossier under another address, without running the checks thirty times."""
    return Examined(replace(dossier, program=f"kyosei test {number}"), ())


def neighbourly(deciding: Deciding, dossier: Dossier) -> Examining:
    """The next dossier of the office, with the same reasons, of another application."""
    with deciding.setting.engine.connect() as connection:
        near = neighbours_of(connection, ISA, "another application")
    read = deciding.read()
    return Examining(replace(dossier, assembled=read.assembled), read.procedure, deciding.now, read.evaluator, near)


class KilledError(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("step", list(Step), ids=lambda step: step.value)
def test_an_interruption_at_any_step_leaves_it_sealed_whole_or_not_at_all(
    database: sa.Engine, law: Loaded, step: Step
) -> None:
    deciding = Deciding.on(database, law)
    world = deciding.setting.world
    dossier = granting(deciding.drafted())
    world.later()
    examined = examine_dossier(deciding.office, deciding.request(), dossier, deciding.now)
    address = address_of(examined.dossier)
    signed = deciding.officer.sign(seal_line(examined, deciding.now - HOUR))

    def reached(at_step: Step) -> None:
        if at_step is step:
            raise KilledError

    dying = Journal(world.journal.engine, world.log, world.root.public, lambda: world.now[0], reached)
    with pytest.raises(KilledError):
        dying.submit_one(signed)
    world.reopened()
    try:
        sealed = deciding.sealed(address)
    except AccessRefusedError:
        assert step in (Step.ADMITTED, Step.INSERTED), "it was stored, and must be there whole"
        with pytest.raises(EntryRefusedError, match="no dossier"):
            deciding.act("notify", address, language="en")
    else:
        assert sealed.dossier == examined.dossier
    receipt = world.journal.submit_one(signed)
    assert receipt.id == f"decision-{address}"
    assert deciding.sealed(address).dossier == examined.dossier


def test_a_later_application_of_another_person_has_the_first_as_a_like_case(database: sa.Engine, law: Loaded) -> None:
    deciding = Deciding.on(database, law)
    address = deciding.seal(granting(deciding.drafted()))
    deciding.setting.world.later()
    other = deciding.applied("person:minh", "renewal")
    deciding.setting.world.later()
    request = deciding.setting.request(
        deciding.request().requester, "immigration.examination", subject="person:minh", case=other
    )
    read = look(deciding.office, request, other)
    assert [(one.dossier, one.period) for one in read.assembled.like] == [(address, "P3Y")]
    shorter = granting(draft(read, ISA, OFFICER, "kyosei test", deciding.now), ENGINEER, "P1Y")
    minded = {
        one.check: one.items
        for one in checked(Examining(shorter, read.procedure, deciding.now, read.evaluator, ()))
        if one.came_to is Proven.FAIL
    }
    assert minded == {"departures-reasoned": (address,)}
