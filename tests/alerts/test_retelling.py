"""Whoever relied on an answer that is another one now is told so, once; and who is not told."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from kyosei.access.requests import Request, Requester, Role
from kyosei.access.usages import Hidden, Usage
from kyosei.errors import AccessRefusedError
from kyosei.notices.catalogue import Catalogue
from kyosei.timelines.days import date_from_day, legal_day
from kyosei.verdicts.evaluate import Loaded
from tests.access.setting import software, someone, staff
from tests.alerts.readers import Readers
from tests.alerts.test_telling import ACQUISITION, DUC, DUC_LINES, HAMAKAZE, PENSION, enrolled, reported
from tests.journal.fakes import HOUR, at
from tests.watch.towns import Line, lines_of

OFFICER = staff(Role.OFFICER, PENSION)
EMPLOYER = staff(Role.EMPLOYER, HAMAKAZE, "staff:hr")
INSURED = "pension.insured-status"


@pytest.fixture
def readers(database: sa.Engine, law: Loaded, catalogue: Catalogue) -> Readers:
    found = Readers.with_readers(database, law, catalogue)
    found.town.enter_each(lines_of(DUC_LINES))
    return found


def correct(readers: Readers) -> None:
    """The notice and the enrolment were there all the time; the Pension Service enters them late."""
    readers.town.enter(reported(), enrolled(), at=readers.town.world.now[0] + HOUR)
    readers.catch_up()


def test_an_office_that_read_a_breach_which_never_was_is_told_once_and_told_nothing_more(readers: Readers) -> None:
    readers.look(OFFICER, INSURED, DUC)
    readers.catch_up()
    assert readers.corrected() == []
    correct(readers)
    (notice,) = readers.corrected(PENSION, ACQUISITION)
    assert notice.request["about"] == {"person": DUC, "employer": HAMAKAZE}
    assert notice.request["corrected"]["reference"] == "ref-1"
    assert notice.message["task_of"] is None
    assert not notice.has_deadline
    written = json.dumps(notice.message, ensure_ascii=False)
    assert "ref-1" in written
    assert [word for word in ("breached", "met", "行われていません", "記録されました") if word in written] == []
    before = readers.all_told()
    readers.town.world.now[0] += 48 * HOUR
    readers.catch_up()
    assert readers.all_told() == before


def test_the_person_sees_that_it_was_told_and_the_chain_of_looks_stands(readers: Readers) -> None:
    readers.look(OFFICER, INSURED, DUC)
    correct(readers)
    told = [look for look in readers.looks(DUC) if look["action"] == "told"]
    assert {(one["organisation"], one["purpose"], one["case"], tuple(one["fields"])) for one in told} == {
        (PENSION, INSURED, "ref-1", ())
    }
    assert len(told) == len([one for one in readers.corrected(PENSION)])
    shown = readers.path.read_accesses(own_request())
    actions = [one.action for one in shown.usages if isinstance(one, Usage)]
    assert actions.count("told") == len(told)


def own_request() -> Request:
    from tests.access.setting import purposes

    basis = purposes().by_id["own.records"].bases[0].provision
    from kyosei.access.requests import ByLaw

    return Request(someone(id_=DUC), DUC, "own.records", ByLaw(basis))


def test_what_was_read_after_the_correction_was_not_relied_on_and_who_read_it_again_is_told_again(
    readers: Readers,
) -> None:  # fmt: skip
    readers.catch_up()
    readers.town.enter(reported(), enrolled(), at=readers.town.world.now[0] + HOUR)
    readers.look(OFFICER, INSURED, DUC)
    readers.catch_up()
    assert readers.corrected(PENSION) == []
    readers.town.enter({"type": "withdrawal", "id": "not-so", "target": "found", "source": PENSION,
                        "stated_at": at(readers.town.world.now[0] + HOUR)})  # fmt: skip
    readers.catch_up()
    assert len(readers.corrected(PENSION, ACQUISITION)) == 1


def test_the_same_reliance_is_not_told_twice_of_a_second_correction(readers: Readers) -> None:
    readers.look(OFFICER, INSURED, DUC)
    correct(readers)
    for number, line in enumerate(({"type": "withdrawal", "target": "found", "source": PENSION}, reported())):
        later = at(readers.town.world.now[0] + HOUR)
        readers.town.enter({**line, "id": f"again-{number}", "stated_at": later})
        readers.catch_up()
    assert len(readers.corrected(PENSION, ACQUISITION)) == 1


@pytest.mark.parametrize(
    ("reader", "purpose"),
    [
        pytest.param(staff(Role.OFFICER, "authority:labour-office"), "labour.employment-insurance", id="another_norm"),
        pytest.param(software(Role.OFFICER, PENSION), "pension.national-contributions", id="another_purpose"),
    ],
)
def test_who_read_another_answer_is_not_told_of_this_one(readers: Readers, reader: Requester, purpose: str) -> None:
    readers.look(reader, purpose, DUC)
    correct(readers)
    assert readers.corrected(reader.organisation, ACQUISITION) == []


def test_a_refused_attempt_relied_on_nothing(readers: Readers) -> None:
    with pytest.raises(AccessRefusedError):
        readers.look(staff(Role.OFFICER, "authority:isa"), INSURED, DUC)
    correct(readers)
    assert readers.corrected("authority:isa") == []


def test_who_may_not_ask_any_more_is_not_told_and_leaves_no_entry(readers: Readers) -> None:
    """The consent ends between the look and the correction."""
    readers.town.enter(consent("c-1", HAMAKAZE, readers))
    readers.look(EMPLOYER, "employer.own-duties", DUC, consent="c-1")
    readers.town.enter({"type": "withdrawal", "id": "no-more", "target": "c-1", "source": DUC,
                        "stated_at": at(readers.town.world.now[0] + HOUR)})  # fmt: skip
    correct(readers)
    looks = [one for one in readers.looks(DUC) if one["organisation"] == HAMAKAZE]
    assert [one["action"] for one in looks] == ["read"]
    assert [row.request["corrected"]["reference"] for row in readers.corrected(HAMAKAZE, ACQUISITION)] == []


def consent(id_: str, recipient: str, readers: Readers) -> Line:
    from tests.access.setting import purposes

    fields = sorted(purposes().readable["employer.own-duties"].names() | {"person.born"})
    return {
        "type": "statement", "id": id_, "kind": "consent", "source": DUC, "about": {"person": DUC, "recipient": recipient},
        "from": "2026-01-01", "until": None, "data": {"purpose": "employer.own-duties", "fields": fields},
        "stated_at": at(readers.town.world.now[0] + HOUR),
    }  # fmt: skip


def test_an_employer_that_read_its_own_duty_is_told_while_it_employs(readers: Readers) -> None:
    readers.look(EMPLOYER, "employer.own-duties", DUC)
    correct(readers)
    (notice,) = readers.corrected(HAMAKAZE, ACQUISITION)
    assert notice.request["corrected"]["reference"] is None


def test_a_look_that_the_law_withholds_is_withheld_as_a_telling_too(readers: Readers) -> None:
    today = legal_day(readers.town.world.now[0])
    inspector = staff(Role.OFFICER, "authority:labour-office")
    readers.look(inspector, "labour.inspection", DUC, withheld_until=today + 60)
    readers.town.enter({
        "type": "withdrawal", "id": "no-leave", "target": "duc-leave-2026", "source": HAMAKAZE,
        "stated_at": at(readers.town.world.now[0] + HOUR),
    })  # fmt: skip
    readers.catch_up()
    assert readers.corrected("authority:labour-office")
    shown = readers.path.read_accesses(own_request())
    told = [look for look in readers.looks(DUC) if look["action"] == "told"]
    assert {one["withheld_until"] for one in told} == {today + 60}
    assert len([one for one in shown.usages if isinstance(one, Hidden)]) == len(told) + 1


def test_the_persons_own_word_and_disputes_are_told_to_nobody(readers: Readers) -> None:
    """P15: neither that the person disputes, nor what they say; what an office enters later is told."""
    readers.look(OFFICER, INSURED, DUC)
    readers.look(EMPLOYER, "employer.own-duties", DUC)
    readers.catch_up()
    said = {"source": DUC, "stated_at": at(readers.town.world.now[0] + HOUR)}
    disputed: Line = {"type": "dispute", "id": "d-1", "target": "duc-pension-acquisition-notice-all", "by": DUC,
                      "reason": "it was filed", "stated_at": said["stated_at"]}  # fmt: skip
    readers.town.enter(disputed)
    readers.town.enter({**reported(), **said, "id": "mine"})
    readers.town.enter({"type": "withdrawal", "id": "not-mine", "target": "mine", **said})
    readers.catch_up()
    with readers.town.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM corrections")) == 0
    assert readers.corrected() == []
    correct(readers)
    assert len(readers.corrected(PENSION, ACQUISITION)) == len(readers.corrected(HAMAKAZE, ACQUISITION)) == 1


def test_an_employer_against_whom_the_person_went_to_the_office_learns_nothing(readers: Readers) -> None:
    readers.look(EMPLOYER, "employer.own-duties", DUC)
    readers.look(OFFICER, INSURED, DUC)
    readers.catch_up()
    case = readers.case(ACQUISITION)
    readers.choose(DUC, case["id"], "office", readers.window())
    correct(readers)
    assert readers.corrected(HAMAKAZE) == []
    assert len(readers.corrected(PENSION, ACQUISITION)) == 1


def test_who_was_told_by_a_case_that_is_over_is_told_too(readers: Readers) -> None:
    """Cured as recorded late; then it shows that the notice had been in time: the employer was told of a breach that never was."""
    readers.catch_up()
    late = {**reported(), "on": "2026-11-21"}
    readers.town.enter(late, enrolled(), at=readers.town.world.now[0] + HOUR)
    readers.catch_up()
    case = next(one for one in readers.cases() if ACQUISITION in one["norms"] and one["sort"] == "task")
    assert case["state"] == "cured"
    assert readers.corrected() == []
    readers.town.enter({**reported(), "id": "found-2", "replaces": "found", "on": "2025-04-03",
                        "stated_at": at(readers.town.world.now[0] + HOUR)})  # fmt: skip
    readers.catch_up()
    for party in (HAMAKAZE, DUC):
        (notice,) = readers.corrected(party, ACQUISITION)
        assert notice.case is None
        assert notice.request["corrected"]["relied_on"] >= date_from_day(case_day(case)).isoformat()


def case_day(case: object) -> int:
    from datetime import date

    from kyosei.timelines.days import day_from_date

    assert isinstance(case, dict)
    return day_from_date(date.fromisoformat(case["opened_at"][:10]))
