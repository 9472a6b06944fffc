"""The person applies in the portal by forms alone: what for, to what one agrees, a last look, the receipt, taking it back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from kyosei.journal.directory import signing_key
from kyosei.trial.institutions import CLERK
from kyosei.web.languages import tongue_named
from kyosei.web.own.applying import FILE_MOST
from tests.web.client import OWN, Answer, Client
from tests.web.conftest import Served, serving
from tests.web.marks import marked
from tests.web.test_api import sent as entered
from tests.web.test_browser import PHONE, photograph, violations


@pytest.fixture(scope="module")
def office() -> Iterator[Served]:
    """A town of its own: what is filed here changes verdicts."""
    with serving() as found:
        yield found


def fields_of(answer: Answer, action: str = "/apply") -> dict[str, str]:
    """What the form of a page sends by itself."""
    form = answer.text.partition(f'action="{action}"')[2].partition("</form>")[0]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return dict(found)


def filed(client: Client, procedure: str, **more: str) -> Answer:
    """Goes through the steps; what came after the last one was sent."""
    first = client.get("/apply?lang=en")
    second = client.post("/apply", fields_of(first) | {"procedure": procedure, **more})
    assert second.status == 200, second.text
    third = client.post("/apply", fields_of(second) | {"agree": "yes"})
    assert "Check before you send" in third.text, third.text
    return client.post("/apply", fields_of(third) | {"words": "My contract goes on.\r\nThank you."})


def test_a_renewal_is_filed_with_its_receipt_and_taken_back(office: Served) -> None:
    duc = Client(office.address).sign_in("person=person:duc")
    assert "There is no application yet." in duc.get("/applications?lang=en").text
    answer = filed(duc, "renewal")
    assert answer.status == 303, answer.text
    where = answer.headers["location"]
    page = duc.get(f"{where}&lang=en").text
    id_ = where.removeprefix("/applications/").partition("?")[0]
    assert f"Its number: {id_}" in page
    assert "The office has it and is examining it." in page
    assert "Your stay goes on while it is decided" in page
    assert "My contract goes on. Thank you." in page
    chinese = tongue_named("zh")
    assert chinese is not None
    marked(where, duc.get(f"{where}&lang=zh").text, chinese)
    stated = duc.get(f"/api/v1/persons/person:duc/records?{OWN}").text
    assert f"received-{id_}" in stated
    listed = duc.get(f"/api/v1/persons/person:duc/applications?{OWN}").json
    assert [(one["id"], one["stage"]) for one in listed["applications"]] == [(id_, "received")]
    again = duc.get("/apply?lang=en")
    said = duc.post("/apply", fields_of(again) | {"procedure": "renewal"}).text
    assert "The same application is pending already" in said
    form = fields_of(duc.get(f"/applications/{id_}"), f"/applications/{id_}") | {"act": "withdraw"}
    assert "please tick that you want to" in duc.post(f"/applications/{id_}?lang=en", form).text
    assert duc.post(f"/applications/{id_}", form | {"confirm": "yes"}).status == 303
    assert "It is withdrawn." in duc.get(f"/applications/{id_}?lang=en").text
    assert duc.post(f"/applications/{id_}", form | {"act": "add", "words": "more"}).status == 200, "it has ended"


def test_who_asks_for_permanence_is_told_early_that_the_stay_ends(office: Served) -> None:
    """S2."""
    lihua = Client(office.address).sign_in("person=person:lihua")
    second = lihua.post("/apply?lang=en", fields_of(lihua.get("/apply?lang=en")) | {"procedure": "permanent"})
    assert "This application does not prolong your stay" in second.text
    assert "You have nothing to do about them." in second.text
    without = lihua.post("/apply?lang=en", fields_of(second))
    assert "Please say that you agree" in without.text


def test_nobody_else_sees_it_and_what_is_written_is_not_markup(office: Served) -> None:
    putri = Client(office.address).sign_in("person=person:putri")
    where = filed(putri, "renewal").headers["location"].partition("?")[0]
    form = fields_of(putri.get(where), where) | {"act": "add", "words": "<b>bold</b>"}
    assert putri.post(where, form).status == 303
    assert "&lt;b&gt;bold&lt;/b&gt;" in putri.get(where).text
    zaw = Client(office.address).sign_in("person=person:zaw")
    assert zaw.get(where).status == 404
    assert zaw.post(where, fields_of(zaw.get("/apply")) | {"act": "withdraw", "confirm": "yes"}).status == 404
    assert zaw.get("/apply?lang=en").status == 200


def test_what_the_office_asks_is_answered_on_the_applications_page(office: Served) -> None:
    lihua = Client(office.address).sign_in("person=person:lihua")
    where = filed(lihua, "renewal").headers["location"].partition("?")[0]
    asked_by_an_officer(office, where.rpartition("/")[2])
    page = lihua.get(f"{where}?lang=en").text
    for said in (
        "What the office asks you for",
        "the school&#39;s letter",
        "Whether you study there",
        "answer what the office asked",
    ):
        assert said in page, said
    form = fields_of(lihua.get(where), where) | {"act": "answer"}
    assert form["request"] == "asked-of-lihua"
    assert "Please write something" in lihua.post(f"{where}?lang=en", form).text
    answer = form | {"words": "It comes next week."}
    assert lihua.post(where, answer | {"request": "another"}).status == 200, "nothing was asked under it"
    for _ in range(2):
        assert lihua.post(where, answer).headers["location"].endswith("?said=answer")
    after = lihua.get(f"{where}?lang=en").text
    assert after.count("It comes next week.") == 1
    assert "answer what the office asked" not in after
    duc = Client(office.address).sign_in("person=person:duc")
    assert duc.post(where, {**answer, "form_token": duc.form_token("/apply")}).status == 404


def asked_by_an_officer(office: Served, application: str) -> None:
    """Over the API, as an office's own program may write it, which writes out that no kind fits. What an institution
    has to tell, or would be due at once, is asked of no person.
    """
    for document, due, refusal in (
        ({"what": "your card", "kind": "residence.status"}, "2026-12-10", "outside-competence"),
        ({"what": "your degree", "kind": "study.credential"}, "2026-12-10", "outside-competence"),
        ({"what": "the school's letter", "kind": "no.such"}, "2026-12-10", "bad-schema"),
        ({"what": " ", "kind": None}, "2026-12-10", "bad-schema"),
        ({"what": "the school's letter", "kind": None}, "2026-11-22", "outside-competence"),
        ({"what": "the school's letter", "kind": None}, "2026-12-10", None),
    ):
        entry = signing_key(office.data, CLERK).sign({
            "type": "application", "id": "asked-of-lihua", "act": "request", "application": application, "by": CLERK,
            "words": "Whether you study there", "document": document, "due": due,
            "source": "authority:isa", "stated_at": "2026-11-22T11:00:00+09:00",
        })  # fmt: skip
        (answer,) = entered(office, "authority:isa", entry.decode()).json["entries"]
        assert answer.get("refusal") == refusal, answer.get("detail")


def test_a_proof_is_kept_and_a_file_is_named_by_its_fingerprint_and_not_kept(office: Served) -> None:
    zaw = Client(office.address).sign_in("person=person:zaw")
    where = filed(zaw, "renewal").headers["location"].partition("?")[0]
    receipt = zaw.get(f"{where}/receipt")
    assert 'filename="receipt.json"' in receipt.headers["content-disposition"]
    assert receipt.json["application"] == where.rpartition("/")[2]
    assert receipt.json["seal"]
    for other in ("person=person:duc", "officer=authority:isa"):
        assert Client(office.address).sign_in(other).get(f"{where}/receipt").status == 404

    form = fields_of(zaw.get(where), where) | {"act": "add", "translation": "yes"}
    too_large = with_file(zaw, f"{where}?lang=en", form, b"x" * (FILE_MOST + 1))
    assert "The file may have 2 MB at most." in too_large.text
    assert with_file(zaw, where, form, b"x" * (2 * FILE_MOST)).status == 413
    assert "Please write something" in with_file(zaw, f"{where}?lang=en", form, b"").text
    assert with_file(zaw, where, form, b"a letter <b>").status == 303
    page = zaw.get(f"{where}?lang=en").text
    assert "File: letter.pdf" in page
    assert "(a translation)" in page
    assert hashlib.sha256(b"a letter <b>").hexdigest() in page
    assert zaw.post(where, form | {"act": "withdraw", "confirm": "yes"}).status == 303
    assert zaw.get(f"{where}/receipt").status == 404, "it pends no more"


def with_file(client: Client, path: str, form: dict[str, str], content: bytes) -> Answer:
    """Sends a form with a file, as a browser does."""
    head = "".join(
        f'--b\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in form.items()
    )
    named = '--b\r\nContent-Disposition: form-data; name="file"; filename="letter.pdf"\r\n\r\n'
    body = (head + named).encode() + content + b"\r\n--b--\r\n"
    return client.ask("POST", path, body, content_type="multipart/form-data; boundary=b")


def test_a_public_office_is_asked_and_no_employer_learns_of_the_application(office: Served) -> None:
    putri = Client(office.address).sign_in("person=person:putri")
    where = filed(putri, "permanent").headers["location"].partition("?")[0]
    application = where.rpartition("/")[2]
    officer = Client(office.address).sign_in("officer=authority:isa")
    case = f"/workbench/received-{application}"
    assert officer.post(case, {"form_token": officer.form_token("/workbench"), "do": "take"}).status == 303
    links = re.findall(rf'href="({case}/ask/[^"]+)"', officer.get(case).text)
    assert links
    pages = {link: officer.get(f"{link}?lang=en").text for link in links}
    assert not [link for link, page in pages.items() if "org:" in page], "only public offices"
    link = next(link for link, page in pages.items() if "pension service" in page.lower())
    token = {"form_token": officer.form_token("/workbench")}
    assert "Write in your own words first." in officer.post(f"{link}?lang=en", token).text
    asked = token | {"words": "Which months were paid?"}
    assert officer.post(link, asked).status == 303
    assert "asked on" in officer.get(f"{case}?lang=en").text
    pension, labour = (
        Client(office.address).sign_in(f"officer=authority:{one}") for one in ("pension-service", "labour-office")
    )
    owed = pension.get("/owed?lang=en").text
    assert "Which months were paid?" in owed
    assert "PUTRI" in owed.upper()
    assert "Which months were paid?" not in labour.get("/owed?lang=en").text
    assert pension.post(link, asked | {"form_token": pension.form_token("/owed")}).status == 404
    said = putri.get(f"{where}?lang=en").text
    assert "asked another office" in said
    assert "Which months were paid?" in said
    assert "Answering an inquiry about an application" in putri.get("/looks?lang=en").text
    employer = Client(office.address).sign_in("employer=org:hamakaze")
    assert "Which months were paid?" not in employer.get("/company?lang=en").text


def test_a_step_without_its_answer_is_asked_again(office: Served) -> None:
    zaw = Client(office.address).sign_in("person=person:zaw")
    first = fields_of(zaw.get("/apply?lang=en"))
    assert "Please choose one." in zaw.post("/apply?lang=en", first).text
    assert "Please choose the new status." in zaw.post("/apply?lang=en", first | {"procedure": "change"}).text
    assert zaw.post("/apply", {**first, "key": "guessed", "procedure": "renewal"}).status == 404


def test_applying_hinders_nobody_and_needs_no_script(browser: Browser, office: Served) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"http://{office.address}/sign-in?lang=ja-easy")
    page.click("form:has(input[value='person=person:sita']) button")
    page.goto(f"http://{office.address}/apply")
    page.check("#procedure-change")
    page.select_option("#status", "student")
    for number, agrees in enumerate((False, True, False)):
        if agrees:
            page.check("#agree")
        page.click("main form button[type=submit]")
        assert violations(page) == [], number
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, number
        photograph(page, f"apply-{number}-ja-easy-{PHONE}")
    assert "おくりました" in page.inner_text("main")
    for language in ("ja", "en"):
        page.goto(f"{page.url.partition('?')[0]}?lang={language}")
        assert violations(page) == [], language
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, language
    context.close()
