"""An institution answers what it owes: a form of the kind's own fields, sent signed through the intake of all submissions."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

import pytest

from kyosei.facts.vocabulary import KINDS
from kyosei.journal.directory import signing_key
from kyosei.web.institution.forms import Input, asked_of, written_in
from tests.web.client import OWN, Answer, Client
from tests.web.conftest import Served

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def carried(page: Answer, action: str) -> dict[str, str]:
    """What a form of a page carries along."""
    form = page.text.partition(f'action="{action}"')[2].partition("</form>")[0]
    return {name: html.unescape(value) for name, value in HIDDEN.findall(form)}


@pytest.fixture(scope="module")
def employer(served: Served) -> Client:
    return Client(served.address).sign_in("employer=org:shiosai-suisan")


@pytest.fixture(scope="module")
def immigration(served: Served) -> Client:
    return Client(served.address).sign_in("officer=authority:isa")


def questions(client: Client) -> dict[str, str]:
    """Where an institution's questions are answered, by the kind that is asked for."""
    found = client.get("/api/v1/cases").json["cases"]
    return {one["need"]["kind"]: f"/owed/{one['id']}" for one in found if one["sort"] == "question"}


def step(client: Client, path: str, before: Answer, given: Mapping[str, str]) -> Answer:
    """Sends a form with what the page before carries along."""
    return client.post(f"{path}?lang=en", carried(before, path) | dict(given))


def line_sent(served: Served, person: str, sent: Answer) -> Mapping[str, object]:
    """The line that an answer became, as the person whom it is about sees it."""
    client, id_ = Client(served.address).sign_in(f"person={person}"), sent.headers["location"].partition("=")[2]
    lines = client.get(f"/api/v1/persons/{person}/records?{OWN}").json["lines"]
    return dict(next(line for line in lines if line["id"] == id_))


PAY = {"from": "2026-10-01", "last": "2026-10-31", "data.gross_yen": "198,000", "data.hours_paid": "171.5",
       "data.deductions.rent": "20000", "data.paid_by": "bank_transfer"}  # fmt: skip


def test_what_an_employer_has_becomes_a_signed_statement_that_the_person_sees(employer: Client, served: Served) -> None:
    path = questions(employer)["work.pay"]
    assert path in employer.get("/company").text
    page = employer.get(f"{path}?lang=en")
    assert "person:zaw" in page.text
    page = step(employer, path, page, {"sort": "have"})
    page = step(employer, path, page, PAY)
    assert "Check before you send" in page.text
    assert "198,000" in page.text
    sent = step(employer, path, page, {})
    assert sent.status == 303
    assert step(employer, path, page, {}).headers["location"] == sent.headers["location"]  # sent twice, entered once
    assert "It is received" in employer.get(f"{sent.headers['location']}&lang=en").text
    told = line_sent(served, "person:zaw", sent)
    assert (told["source"], told["kind"], told["from"], told["until"]) == (
        "org:shiosai-suisan", "work.pay", "2026-10-01", "2026-11-01",
    )  # fmt: skip
    assert told["data"] == {
        "gross_yen": 198_000, "hours_paid": 171.5, "deductions": [{"item": "rent", "yen": 20_000}],
        "paid_by": "bank_transfer",
    }  # fmt: skip


def test_that_there_is_none_is_a_counted_coverage_of_the_days_that_were_searched(
    immigration: Client, served: Served
) -> None:
    path = questions(immigration)["residence.organisation_notice"]
    page = immigration.get(f"{path}?lang=en")
    person = re.findall(r"person:\w+", page.text)[0]
    page = step(immigration, path, page, {"sort": "none"})
    proposed = dict(re.findall(r'<input id="(\w+)" name="\w+" value="([^"]*)"', page.text))
    assert proposed["last"] == "2026-11-22"
    given = {"from": proposed["from"], "last": proposed["last"]}
    again = step(immigration, path, page, given)
    assert "Please answer this." in again.text  # nothing is counted for whoever answers
    page = step(immigration, path, again, given | {"count": "0"})
    sent = step(immigration, path, page, {})
    assert sent.status == 303
    told = line_sent(served, person, sent)
    assert (told["type"], told["count"], told["until"]) == ("coverage", 0, "2026-11-23")


def test_who_cannot_answer_says_why_with_their_own_key(immigration: Client, served: Served) -> None:
    path = questions(immigration)["support.registration"]
    page = step(immigration, path, immigration.get(f"{path}?lang=en"), {"sort": "cannot"})
    page = step(immigration, path, page, {"reason": "The register is being moved."})
    file = immigration.post(path, carried(page, path) | {"do": "download"})
    assert file.headers["content-disposition"] == 'attachment; filename="line.json"'
    line = file.json
    assert (line["type"], line["act"], line["reason"]) == ("case_act", "answer", "The register is being moved.")
    key = signing_key(served.data, "authority:isa")
    other = key.sign(line | {"case": "case-of-another"}).decode()
    assert "It was not taken: `case` is not that" in step(immigration, path, page, {"signed": other}).text
    stranger = signing_key(served.data, "org:shiosai-suisan").sign(line).decode()
    assert "It was not taken" in step(immigration, path, page, {"signed": stranger}).text
    sent = step(immigration, path, page, {"signed": key.sign(line).decode()})
    assert sent.status == 303
    assert "Entry " in immigration.get(f"{sent.headers['location']}&lang=en").text


@pytest.mark.parametrize(
    ("given", "input_", "said"),
    [
        ({"from": ""}, "from", "Please answer this."),
        ({"last": "2026-09-01"}, "last", "The last day is before the first."),
        ({"from": "tomorrow"}, "from", "Write a day such as 2026-11-23."),
        ({"data.gross_yen": "about 20"}, "data.gross_yen", "Write a whole number from 0 up."),
        ({"data.hours_paid": "1.234"}, "data.hours_paid", "Write a number, with two decimals at most."),
        ({"data.paid_by": "shells"}, "data.paid_by", "Please choose one."),
        ({"data.deductions.none": "yes"}, "data.deductions.rent", "Write whole yen"),
    ],
)
def test_an_error_stands_at_its_input_and_above_all(
    employer: Client, given: dict[str, str], input_: str, said: str
) -> None:
    path = questions(employer)["work.pay"]
    page = step(employer, path, employer.get(f"{path}?lang=en"), {"sort": "have"})
    page = step(employer, path, page, PAY | given)
    assert "Check before you send" not in page.text
    assert re.search(f'<a href="#{re.escape(input_)}">[^<]+: {re.escape(said)}', page.text)
    assert page.text.count(said) == 2
    assert 'value="20000"' in page.text  # what was written stays


def test_another_institutions_question_is_not_there(
    employer: Client, immigration: Client, visitor: Callable[[], Client]
) -> None:
    path = questions(employer)["work.pay"]
    form = carried(employer.get(path), path)
    for other in (immigration, visitor().sign_in("supporter=org:kizuna")):
        assert other.get(path).status == 404
        assert other.post(path, form | {"form_token": other.form_token("/owed"), "sort": "none"}).status == 404


def test_no_question_shows_whom_it_is_about_without_a_purpose(visitor: Callable[[], Client]) -> None:
    """Whether Duc works within his status is no duty of his employer: no purpose of theirs answers it."""
    other = visitor().sign_in("employer=org:hamakaze")
    page = other.get(f"{questions(other)['work.assignment']}?lang=en")
    assert page.status == 200
    assert "no relation on record lets us show you" in page.text
    assert "person:duc" not in page.text
    assert 'name="sort"' not in page.text


def test_each_question_that_is_shown_is_a_look(employer: Client, visitor: Callable[[], Client]) -> None:
    zaw = visitor().sign_in("person=person:zaw")
    accesses = f"/api/v1/persons/person:zaw/accesses?{OWN}"

    def looks() -> set[str]:
        used = zaw.get(accesses).json["usages"]
        return {one["number"] for one in used if one["receiver"]["organisation"] == "org:shiosai-suisan"}

    path, before = questions(employer)["work.pay"], looks()
    employer.get(path)
    assert len(looks() - before) == 1


def disputed(client: Client, record: str) -> str:
    """The receipt of a dispute of one's own record; who says why, in their words."""
    path = f"/records/{record}/dispute"
    page = client.get(f"{path}?lang=en")
    for given in ({"sort": "wrong"}, {"cause": "date"}, {"words": "It began later."}, {}):
        page = client.post(path, carried(page, path) | given)
    return page.headers["location"]


@pytest.mark.parametrize(
    ("person", "record", "outcome", "told"),
    [
        ("putri", "putri-permission", "kept", "answered: the record is kept"),
        ("putri", "putri-on-the-roll-2025-05", "withdrawn", "answered: the record was corrected"),
    ],
)
def test_an_office_answers_a_dispute_and_the_person_reads_why(
    immigration: Client, visitor: Callable[[], Client], person: str, record: str, outcome: str, told: str
) -> None:
    who = visitor().sign_in(f"person=person:{person}")
    receipt = disputed(who, record)
    path = f"/disputes-to-answer/{receipt.rpartition('/')[2]}"
    listed = immigration.get("/disputes-to-answer?lang=en").text
    assert path in listed
    assert "person:" not in listed
    page = immigration.get(f"{path}?lang=en")
    assert f"person:{person}" in page.text
    assert "It began later." in page.text
    missing = step(immigration, path, page, {"outcome": outcome})
    assert "Reasons: Please answer this." in missing.text
    assert "No corrected record is there yet" in step(
        immigration, path, page, {"outcome": "corrected", "reason": "See the card."}
    ).text  # fmt: skip
    page = step(immigration, path, page, {"outcome": outcome, "reason": "The card of 2026 says so."})
    assert "Check before you send" in page.text
    assert step(immigration, path, page, {}).status == 303
    assert "This dispute is settled" in immigration.get(f"{path}?lang=en").text
    shown = who.get(f"{receipt}?lang=en").text
    assert told in shown
    assert "The card of 2026 says so." in shown


def test_an_office_that_needs_longer_says_why_and_the_person_reads_until_when(
    immigration: Client, visitor: Callable[[], Client]
) -> None:
    zaw = visitor().sign_in("person=person:zaw")
    receipt = disputed(zaw, "zaw-told-the-office")
    assert "To be answered by" in zaw.get(f"{receipt}?lang=en").text
    path = f"/disputes-to-answer/{receipt.rpartition('/')[2]}"
    assert "by 2026-12-2" in immigration.get("/disputes-to-answer?lang=en").text
    page = immigration.get(f"{path}?lang=en")
    page = step(immigration, path, page, {"outcome": "later", "reason": "The file is in another town."})
    assert step(immigration, path, page, {}).status == 303
    assert "This dispute is settled" not in immigration.get(f"{path}?lang=en").text
    shown = zaw.get(f"{receipt}?lang=en").text
    assert "The file is in another town." in shown
    assert "2027-01-2" in shown
    verdicts = zaw.get(f"/api/v1/persons/person:zaw/verdicts?{OWN}").json["verdicts"]
    (owed,) = (one for one in verdicts if one["norm"] == "jp.records.answer-correction-request")
    assert (owed["state"], owed["bearer"]) == ("met", "authority:isa")
    assert owed["next"]["on"].startswith("2027-01-2")
    why = zaw.get("/why/jp.records.answer-correction-request?lang=en").text
    assert receipt in why
    assert all(zaw.get(one).status == 200 for one in set(re.findall(r'href="(/(?:records|disputes)/[^"]+)"', why)))
    assert "jp.records" not in zaw.get("/tasks?lang=en").text.partition("</main>")[0].partition("others")[0]


def test_only_the_office_that_said_it_sees_a_dispute(immigration: Client, visitor: Callable[[], Client]) -> None:
    zaw = visitor().sign_in("person=person:zaw")
    path = f"/disputes-to-answer/{disputed(zaw, 'zaw-told-the-office').rpartition('/')[2]}"
    form = carried(immigration.get(path), path)
    other = visitor().sign_in("officer=authority:pension-service")
    assert path not in other.get("/disputes-to-answer").text
    assert other.get(path).status == 404
    given = form | {"form_token": other.form_token("/disputes-to-answer"), "outcome": "kept", "reason": "x"}
    assert other.post(path, given).status == 404
    employer = visitor().sign_in("employer=org:shiosai-suisan")  # P15: it is not told that its worker disputes
    assert employer.get("/disputes-to-answer").status == employer.get(path).status == 404


def test_an_institution_sees_how_it_tells_its_keys_and_what_was_taken(immigration: Client, employer: Client) -> None:
    text = immigration.get("/as-a-source?lang=en").text
    assert "software:authority:isa" in text
    assert "valid" in text
    assert "Status of residence" in text
    assert "person:" not in text
    other = employer.get("/as-a-source?lang=en").text
    assert "software:org:shiosai-suisan" in other
    assert "authority:isa" not in other


def test_a_support_organisation_sees_when_it_last_spoke_with_whom_it_supports(visitor: Callable[[], Client]) -> None:
    supporter = visitor().sign_in("supporter=org:kizuna")
    text = supporter.get("/supported?lang=en").text
    assert re.search(r"<td>ZAW MIN OO</td><td>[^<]*2026-05-28", text)
    used = visitor().sign_in("person=person:zaw").get(f"/api/v1/persons/person:zaw/accesses?{OWN}").json["usages"]
    assert any((one["receiver"]["organisation"], one["action"]) == ("org:kizuna", "read") for one in used)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.facts.name)
def test_every_kind_has_a_form_that_reads_back_as_a_statement(kind: type) -> None:
    """Each field that is asked for is one that the kind declares, in words; and what its options say is taken."""
    facts = kind.facts  # type: ignore[attr-defined]  # a kind
    asked = asked_of(kind, {})
    form = {"on": "2026-10-01", "from": "2026-10-01", "last": "2026-10-31"}
    form |= {f"about.{role.name}": "org:a" for role in facts.roles}
    for one in asked:
        assert one.title.ja
        if one.input is Input.CHOICE:
            form[one.name] = one.options[-1][0]
        elif one.input in (Input.SEVERAL, Input.AMOUNTS):
            form[f"{one.name}.{one.options[0][0]}"] = "1"
    written = written_in(kind, {}, form)
    assert written.errors == {}
    assert set(written.about) == {role.name for role in facts.roles}
    assert {f"data.{name}" for name in written.data} == {one.name for one in asked if one.options}
