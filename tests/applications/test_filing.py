"""An application is filed with the evidence that is there; what is open is asked of those who owe it; nothing is asked twice."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa
from jsonschema import Draft202012Validator

from kyosei.applications.acting import (
    add_line,
    answer_line,
    file_line,
    inquire_line,
    prepare,
    receive_lines,
    request_line,
    withdraw_line,
)
from kyosei.applications.application import Stage, applications_of, turns, unanswered
from kyosei.applications.filing import Asked, document_of, filing_from, filing_schema
from kyosei.errors import AccessRefusedError, EntryRefusedError, QuestionError
from kyosei.journal.applied import questions_to
from kyosei.verdicts.evaluate import Loaded
from tests.access.setting import someone, staff
from tests.applications.applying import PROGRAM, Applying, day
from tests.decisions.deciding import HOA, ISA, OFFICER


@pytest.fixture
def applying(database: sa.Engine, law: Loaded) -> Applying:
    return Applying.on(database, law)


def test_a_filing_holds_what_is_met_what_is_open_and_to_what_the_person_agreed(applying: Applying) -> None:
    filing = applying.application(applying.file()).filing
    assert {one.norm for one in filing.findings} >= {"jp.stay.status-fit", "jp.stay.conduct"}
    assert filing.questions
    assert all(not one.owner.startswith("person:") for one in filing.questions)
    assert ISA in filing.agreed.sources
    assert "residence.status" in filing.agreed.kinds
    assert filing.for_status == "engineer-humanities-international"
    assert (filing.meanwhile.stay_ends, filing.meanwhile.lawful_until) == (day(2027, 3, 1), day(2027, 5, 1))
    Draft202012Validator(filing_schema()).validate(document_of(filing))
    assert filing_from(document_of(filing)) == filing


def test_it_is_pending_once_the_office_has_said_so_and_not_before(applying: Applying) -> None:
    id_ = applying.file()
    sent = applying.application(id_)
    assert sent.stage is Stage.SENT
    assert (ISA, "receive") in [(one.party, one.what) for one in turns(sent)]
    applying.enter(*receive_lines(id_, HOA, sent.filing, ISA, PROGRAM, applying.now))
    received = applying.application(id_)
    assert received.stage is Stage.RECEIVED
    assert turns(received)[-1].until == day(2027, 4, 30), "the last day on which the stay is sure"


def test_the_same_form_sent_twice_is_one_application_and_a_second_one_is_not_filed(applying: Applying) -> None:
    prepared = applying.prepare()
    applying.enter(file_line(prepared, HOA, applying.now, "k"))
    assert len(applying.all()) == 1
    again = applying.prepare()
    assert again.pending == applying.all()[0].id
    with pytest.raises(QuestionError, match="is pending already"):
        file_line(again, HOA, applying.now, "another")
    assert applying.prepare("permanent").pending is None, "another procedure can be pending beside it"


def test_what_cannot_be_applied_for_is_refused(applying: Applying) -> None:
    for procedure, more, said in (
        ("card_renewal", {}, "nothing that can be applied for"),
        ("change", {}, "names the status"),
        ("renewal", {"for_status": "student"}, "names the status"),
        ("change", {"for_status": "king"}, "names the status"),
    ):
        with pytest.raises(QuestionError, match=said):
            applying.prepare(procedure, **more)


def test_a_permission_to_work_says_nothing_about_the_stay_and_an_acquisition_names_its_status(
    applying: Applying,
) -> None:
    found = applying.application(applying.file("work_permission")).filing
    assert found.assessed
    assert {one.norm for one in found.findings} == {
        f"jp.immigration.work-permission-{one}" for one in ("limited-status", "no-hindrance", "suitable")
    }
    assert found.judged == ("jp.immigration.work-permission-no-hindrance", "jp.immigration.work-permission-suitable")
    assert not found.meanwhile.needs_another
    with pytest.raises(QuestionError, match="names the status"):
        applying.prepare("acquisition")
    assert applying.prepare("acquisition", for_status="dependent").filing.for_status == "dependent"


def test_a_change_asks_for_its_status(applying: Applying) -> None:
    found = applying.received("change", for_status="student")
    assert found.filing.for_status == "student"
    shown = applying.setting.read(someone(), "own.records").case
    filed = next(one for one in shown.statements if one.kind == "residence.application")
    assert (filed.id, filed.data["procedure"], filed.data["for_status"]) == (found.statement, "change", "student")


def test_a_holder_of_a_mandate_applies_if_it_says_so(applying: Applying) -> None:
    viewer = applying.own(by=applying.helper("view"))
    with pytest.raises(QuestionError, match="does not say that its holder may apply"):
        prepare(applying.office, viewer, "renewal", language="en")
    applying.setting.mandate(acts=("view", "apply"))
    applying.setting.world.later()
    line = file_line(prepare(applying.office, viewer, "renewal", language="en"), "person:bui", applying.now, "k")
    applying.enter(line)
    (found,) = applying.all()
    assert (found.person, found.by) == (HOA, "person:bui")


def test_who_is_not_the_person_sees_nothing_and_each_look_is_on_record(applying: Applying) -> None:
    applying.file()
    before = len(applying.setting.log())
    assert len(applications_of(applying.setting.path, applying.officers())) == 1
    assert len(applying.setting.log()) == before + 1
    elsewhere = applying.setting.request(staff(organisation="authority:pension-service"), "pension.insured-status")
    assert applications_of(applying.setting.path, elsewhere) == [], "it is filed at another office"
    with pytest.raises(AccessRefusedError):
        applications_of(applying.setting.path, applying.setting.request(someone(id_="person:minh"), "own.records"))


def test_something_is_added_and_withdrawing_ends_it(applying: Applying) -> None:
    found = applying.received()
    applying.enter(add_line(found, HOA, applying.now, "k", "my contract was renewed"))
    applying.enter(withdraw_line(applying.application(found.id), HOA, applying.now))
    after = applying.application(found.id)
    assert [one.act.value for one in after.done] == ["file", "receive", "add", "withdraw"]
    assert after.done[2].words == "my contract was renewed"
    assert (after.stage, turns(after)) == (Stage.WITHDRAWN, [])
    with pytest.raises(QuestionError, match="has ended"):
        add_line(after, HOA, applying.now, "k2", "more")
    with pytest.raises(EntryRefusedError, match="is withdrawn"):
        applying.enter(add_line(found, HOA, applying.now, "k2", "more"))
    assert applying.prepare().pending is None


def test_what_a_source_has_answered_or_an_institution_owes_is_not_asked_of_the_person(applying: Applying) -> None:
    found, now = applying.received(), applying.now

    def asks(kind: str | None, what: str = "a paper") -> dict[str, object]:
        case = applying.setting.path.evaluate(applying.officers()).case
        return request_line(found, case, Asked(what, kind), "art. 21", day(2026, 12, 10), OFFICER, now, "k")

    with pytest.raises(QuestionError, match=r"authority:isa has answered that already"):
        asks("residence.status")
    with pytest.raises(QuestionError, match="for an institution to tell"):
        asks("pension.contribution")
    with pytest.raises(EntryRefusedError, match="a human decides"):
        applying.enter(asks(None))
    for whom in ("org:acme", ISA):
        with pytest.raises(QuestionError, match="no other public office"):
            inquire_line(found.id, ISA, whom, "pension.contribution", "Which months?", OFFICER, now)
    fine = inquire_line(
        found.id, ISA, "authority:pension-service", "pension.contribution", "Which months?", OFFICER, now
    )
    with pytest.raises(EntryRefusedError, match="nobody else learns of an application"):
        applying.setting.world.journal.submit_one(applying.officer.sign({**fine, "office": "org:acme"}))
    with pytest.raises(EntryRefusedError, match="a human decides"):
        applying.enter(fine)
    applying.setting.world.journal.submit_one(applying.officer.sign(asks(None, "the letter of your new school")))
    applying.setting.world.later()
    asked = applying.application(found.id)
    (request,) = asked.requests
    assert (request.asked.what, request.why, request.due) == (
        "the letter of your new school",
        "art. 21",
        day(2026, 12, 10),
    )
    assert (turns(asked)[0].party, turns(asked)[0].what) == (HOA, "answer")
    applying.enter(answer_line(asked, request.id, HOA, applying.now, "k", "here it is"))
    assert applying.application(found.id).requests[0].answered is not None


def test_a_question_is_with_the_institution_that_owes_it_until_it_answers(applying: Applying) -> None:
    found = applying.received()
    question = next(one for one in found.filing.questions if one.owner.startswith("authority:") and one.owner != ISA)
    engine = applying.setting.engine

    def asked() -> list[str]:
        with engine.connect() as connection:
            rows = questions_to(connection, question.owner, applying.now)
        return [row.kind for row in rows if row.application == found.id]

    assert question.kind in asked()
    case = applying.setting.read(someone(), "own.records").case
    assert question in unanswered(found.filing, case, HOA, found.filed_at)
    applying.setting.enter({
        "type": "coverage", "kind": question.kind, "source": question.owner, "about": {"person": HOA}, "from": "1900-01-01"
    })  # fmt: skip
    applying.setting.world.later()
    assert question.kind not in asked()
    case = applying.setting.read(someone(), "own.records").case
    assert question not in unanswered(found.filing, case, HOA, found.filed_at)


def test_whose_period_of_stay_is_over_files_what_can_be_read_again(applying: Applying) -> None:
    """What is not known is left out of the document, and is not known when it is read."""
    applying.resides("person:minh", until=date(2026, 11, 1))
    found = applying.received(person="person:minh")
    assert (found.filing.meanwhile.stay_ends, found.stage) == (None, Stage.RECEIVED)
