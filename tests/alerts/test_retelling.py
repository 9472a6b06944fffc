"""Whoever relied on an answer that is another one now is told so, once; and who is not told."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sqlalchemy as sa

from kyosei.access.requests import ByLaw, Request, Requester, Role
from kyosei.access.usages import Hidden, Usage
from kyosei.errors import AccessRefusedError
from kyosei.notices.catalogue import Catalogue
from kyosei.timelines.days import legal_day
from kyosei.verdicts.evaluate import Loaded
from tests.access.setting import purposes, software, someone, staff
from tests.alerts.readers import Readers
from tests.alerts.test_telling import ACQUISITION, DUC, DUC_LINES, HAMAKAZE, PENSION, enrolled, reported
from tests.journal.fakes import HOUR, at
from tests.watch.towns import Line, instant, lines_of

LABOUR, ISA = "authority:labour-office", "authority:isa"
OFFICER = staff(Role.OFFICER, PENSION)
EMPLOYER = staff(Role.EMPLOYER, HAMAKAZE, "staff:hr")
INSURED, OWN_DUTIES, STAY = "pension.insured-status", "employer.own-duties", "landlord.stay"
BEGAN = instant("2026-11-19T09:00:00+09:00")


@pytest.fixture
def readers(database: sa.Engine, law: Loaded, catalogue: Catalogue) -> Readers:
    """Everything about somebody whose enrolment nobody reported, entered on one day."""
    found = Readers.with_readers(database, law, catalogue, began=BEGAN)
    found.town.enter(*lines_of(DUC_LINES))
    return found


def later(readers: Readers, **line: Any) -> None:
    """Enters a line an hour later, and brings everything up to date."""
    readers.town.enter({**line, "stated_at": at(readers.town.world.now[0] + HOUR)})
    readers.catch_up()


def correct(readers: Readers) -> None:
    """The notice and the enrolment were there all the time; the Pension Service enters them late."""
    readers.town.enter(reported(), enrolled(), at=readers.town.world.now[0] + HOUR)
    readers.catch_up()


def told_of_acquisition(readers: Readers) -> list[str]:
    return sorted(row.recipient for row in readers.corrected(norm=ACQUISITION))


def own_looks(readers: Readers) -> tuple[Usage | Hidden, ...]:
    """What the person sees of who looked."""
    basis = purposes().by_id["own.records"].bases[0].provision
    return readers.path.read_accesses(Request(someone(id_=DUC), DUC, "own.records", ByLaw(basis))).usages


def consent(readers: Readers, id_: str, recipient: str) -> Line:
    fields = sorted(purposes().readable[STAY].names())
    return {
        "type": "statement", "id": id_, "kind": "consent", "source": DUC, "about": {"person": DUC, "recipient": recipient},
        "from": "2026-01-01", "until": None, "data": {"purpose": STAY, "fields": fields},
        "stated_at": at(readers.town.world.now[0] + HOUR),
    }  # fmt: skip


def test_whoever_read_a_breach_that_never_was_is_told_once_and_told_nothing_more(readers: Readers) -> None:
    other: list[tuple[Requester, str]] = [
        (staff(Role.OFFICER, LABOUR), "labour.employment-insurance"),  # another answer
        (software(Role.OFFICER, "authority:tax-office"), "tax.income-tax"),  # another one still
    ]
    for requester, purpose in ((OFFICER, INSURED), (OFFICER, INSURED), (EMPLOYER, OWN_DUTIES), *other):
        readers.look(requester, purpose, DUC)
    with pytest.raises(AccessRefusedError):
        readers.look(staff(Role.OFFICER, ISA), INSURED, DUC)  # a refused attempt relied on nothing
    readers.catch_up()
    assert readers.corrected() == []
    correct(readers)
    assert told_of_acquisition(readers) == [PENSION, HAMAKAZE]
    (notice,) = readers.corrected(PENSION, ACQUISITION)
    assert notice.request["about"] == {"person": DUC, "employer": HAMAKAZE}
    assert (notice.request["corrected"]["reference"], notice.case) == ("ref-1", None)
    assert (notice.message["task_of"], notice.has_deadline) == (None, False)
    written = json.dumps(notice.message, ensure_ascii=False)
    assert "ref-1" in written
    assert [word for word in ("breached", "met", "行われていません", "記録されました") if word in written] == []

    told = [look for look in readers.looks(DUC) if look["action"] == "told"]
    assert {(one["organisation"], one["purpose"], one["case"], tuple(one["fields"])) for one in told} == {
        (PENSION, INSURED, "ref-1", ()), (HAMAKAZE, OWN_DUTIES, None, ()),
    }  # fmt: skip
    assert len(told) == len(readers.corrected())
    assert [one.action for one in own_looks(readers) if isinstance(one, Usage)].count("told") == len(told)

    before = readers.all_told()
    readers.town.world.now[0] += 48 * HOUR
    readers.catch_up()
    assert readers.all_told() == before
    later(readers, type="withdrawal", id="not-so", target="found", source=PENSION)
    assert told_of_acquisition(readers) == [PENSION, HAMAKAZE], "what they relied on was told to be another already"
    readers.look(OFFICER, INSURED, DUC)
    later(readers, **{**reported(), "id": "found-again"})
    assert told_of_acquisition(readers) == [PENSION, PENSION, HAMAKAZE], "who asked again relied on that answer"


def test_who_may_not_ask_any_more_is_not_told_and_leaves_no_entry(readers: Readers) -> None:
    """A consent ends between the look and the correction; another's stands."""
    for landlord in ("org:past", "org:present"):
        readers.town.enter({"type": "party", "id": landlord, "party": "organisation", "roles": ["landlord"]})
        readers.town.enter(consent(readers, f"to-{landlord}", landlord))
        readers.look(staff(Role.LANDLORD, landlord), STAY, DUC, consent=f"to-{landlord}")
    later(readers, type="withdrawal", id="no-more", target="to-org:past", source=DUC)
    stay = next(line for line in lines_of(DUC_LINES) if line.get("id") == "duc-stay")
    later(readers, **{**stay, "id": "duc-stay-2", "replaces": "duc-stay", "from": "2026-11-01"})
    assert [row.recipient for row in readers.corrected(norm="jp.immigration.lawful-stay")] == ["org:present"]
    assert [one["organisation"] for one in readers.looks(DUC) if one["action"] == "told"] == ["org:present"]


def test_a_look_that_the_law_withholds_is_withheld_as_a_telling_too(readers: Readers) -> None:
    until = legal_day(readers.town.world.now[0]) + 60
    readers.look(staff(Role.OFFICER, LABOUR), "labour.inspection", DUC, withheld_until=until)
    later(readers, type="withdrawal", id="no-leave", target="duc-leave-2026", source=HAMAKAZE)
    assert readers.corrected(LABOUR)
    told = [look for look in readers.looks(DUC) if look["action"] == "told"]
    assert {one["withheld_until"] for one in told} == {until}
    assert len([one for one in own_looks(readers) if isinstance(one, Hidden)]) == len(told) + 1


def test_the_persons_word_and_disputes_are_told_to_nobody_and_a_complaint_is_kept_from_the_employer(
    readers: Readers,
) -> None:  # fmt: skip
    """P15: what an office enters later is told, and even that not to the employer about whom the person went to the office."""
    readers.look(OFFICER, INSURED, DUC)
    readers.look(EMPLOYER, OWN_DUTIES, DUC)
    later(readers, type="dispute", id="d-1", target="duc-pension-acquisition-notice-all", by=DUC, reason="it was filed")
    later(readers, **{**reported(), "source": DUC, "id": "mine"})
    later(readers, type="withdrawal", id="not-mine", target="mine", source=DUC)
    assert readers.corrected() == []
    case = readers.case(ACQUISITION)
    readers.choose(DUC, case["id"], "office", readers.window())
    correct(readers)
    assert told_of_acquisition(readers) == [PENSION]
    assert readers.corrected(HAMAKAZE) == []


def test_who_was_told_by_a_case_that_is_over_is_told_too(readers: Readers) -> None:
    """Cured late, as it is recorded; then it shows that the notice had been in time: the breach never was."""
    readers.catch_up()
    readers.town.enter({**reported(), "on": "2026-11-21"}, enrolled(), at=readers.town.world.now[0] + HOUR)
    readers.catch_up()
    case = readers.case(ACQUISITION)
    assert case["state"] == "cured"
    assert readers.corrected() == []
    later(readers, **{**reported(), "id": "found-2", "replaces": "found"})
    assert told_of_acquisition(readers) == [HAMAKAZE, DUC]
    assert {row.case for row in readers.corrected()} == {None}
    assert {row.request["about"]["person"] for row in readers.corrected()} == {DUC}


def test_an_organisation_that_was_told_of_its_own_breach_is_told_that_there_was_none(
    database: sa.Engine, law: Loaded, catalogue: Catalogue
) -> None:
    """Nobody looks at an organisation, but its own case told it. What it paid late had been paid in time, as is found later."""
    norm = "jp.pension.establishment-payment"
    readers = Readers.with_readers(database, law, catalogue, began=BEGAN)

    def paid(id_: str, said: str, replaces: str | None = None, **data: str) -> Line:
        return {
            "type": "statement", "id": id_, "kind": "pension.establishment_payment", "source": PENSION,
            "about": {"employer": HAMAKAZE}, "from": "2026-09-01", "until": "2026-10-01",
            "data": {"amount_yen": 500000, "due_on": "2026-10-31", **data}, "stated_at": said,
            **({} if replaces is None else {"replaces": replaces}),
        }  # fmt: skip

    readers.town.enter(
        {"type": "party", "id": HAMAKAZE, "party": "organisation", "roles": ["employer"]},
        paid("owed", "2026-11-19T10:00:00+09:00", unpaid_as_of="2026-11-19"),
    )
    readers.catch_up()
    assert readers.case(norm)["state"] == "open"
    readers.town.enter(paid("late", "2026-11-24T10:00:00+09:00", "owed", paid_on="2026-11-20"))
    readers.catch_up()
    assert readers.case(norm)["state"] == "cured"
    assert readers.corrected() == []
    readers.town.enter(paid("booked", "2026-11-27T10:00:00+09:00", "late", paid_on="2026-10-30"))
    readers.catch_up()
    assert [row.recipient for row in readers.corrected(norm=norm)] == [HAMAKAZE]
    (row,) = readers.corrected()
    assert row.request["about"] == {"employer": HAMAKAZE}
    readers.catch_up()
    assert len(readers.corrected()) == 1
