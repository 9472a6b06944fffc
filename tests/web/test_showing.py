"""A person shows one answer, a checker without an account sees exactly that, once; in every other case one and the same page."""

from __future__ import annotations

import json
import re
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from html import unescape

import jsonschema
import pytest

from kyosei.journal.directory import read_key_file
from kyosei.sharing.codes import new_code
from kyosei.sharing.record import verify_record
from kyosei.sharing.schema import record_schema
from kyosei.web.languages import tongue_named
from kyosei.web.pages.check.page import SECONDS_LEAST
from tests.web.client import Answer, Client
from tests.web.conftest import Served
from tests.web.marks import marked

CODE = re.compile(r'<p class="code">([0-9A-Z-]{21})</p>')
SHOWN = re.compile(r'<section class="answer".*?</section>', re.DOTALL)
KEY = re.compile(r'name="key" value="([^"]+)"')


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None, f"no field {name}"
    return unescape(found[1])


def main_of(answer: Answer) -> str:
    assert answer.status == 200, answer.status
    return answer.text.partition("<main")[2].partition("</main>")[0]


def walked(person: Client, sort: str = "bank", verifier: str = "みなみ銀行", language: str = "en") -> tuple[str, str]:
    """The steps up to the preview, each form as its page has it: the preview, and the page with the code."""
    page = person.get(f"/show?lang={language}").text
    fields = {"form_token": field(page, "form_token"), "key": field(page, "key"), "step": field(page, "step")}
    for sent in ({"verifier": verifier}, {"sort": sort}, {"length": "hour"}):
        fields |= sent
        page = main_of(person.post("/show", fields))
        fields["step"] = field(page, "step")
    return page, main_of(person.post("/show", fields))


def code_of(page: str) -> str:
    found = CODE.search(page)
    assert found is not None, "no code"
    return found[1]


def check(client: Client, code: str, name: str = "南支店 田中", language: str = "en") -> str:
    token = client.form_token(f"/check?lang={language}")
    return main_of(client.post("/check", {"form_token": token, "code": code, "name": name}))


@pytest.mark.parametrize(
    ("language", "said", "law"),
    [
        ("en", "Lawful stay until 2027-01-05 at the latest, basis: special period", "art. 21(4)"),
        ("ja", "遅くとも2027年1月5日まで適法に在留できます（特例期間", "第21条第4項"),
        ("ja-easy", "2027年1月5日まで 日本に いる ことが できます。特例期間（とくれいきかん）です。", "第21条第4項"),
    ],
)
def test_the_bank_reads_in_the_special_period_what_the_person_previewed(
    sita: Client, visitor: Callable[[], Client], language: str, said: str, law: str
) -> None:
    """S1: her card has expired on its face, her stay is lawful."""
    preview, made = walked(sita, language=language)
    view = check(visitor(), code_of(made), language=language)
    assert SHOWN.findall(view) == SHOWN.findall(preview) != []
    assert said in view
    assert law in view
    assert "SHRESTHA SITA" in view
    for more in ("engineer", "技術", "Yamabuki", "やまぶき", "person:sita", "2026-09-24"):
        assert more not in SHOWN.findall(view)[0]


def test_the_person_sees_who_looked_when_and_what_they_saw(sita: Client, visitor: Callable[[], Client]) -> None:
    _, made = walked(sita, verifier="大家 <b>山田</b>")
    check(visitor(), code_of(made), "Yamada & Sons 南支店")
    listed = main_of(sita.get("/show?lang=en"))
    assert "大家 &lt;b&gt;山田&lt;/b&gt;" in listed
    assert "Seen by Yamada &amp; Sons 南支店 at 2026-11-22" in listed
    looks = main_of(sita.get("/looks?lang=en"))
    assert "Yamada &amp; Sons" in looks
    assert "What the person shows a bank" in looks
    assert "Lawful stay until 2027-01-05" in looks
    nepali = tongue_named("ne")
    assert nepali is not None
    for path in ("show", "looks"):
        marked(path, sita.get(f"/{path}?lang=ne").text, nepali)


def not_now(person: Client, visitor: Callable[[], Client]) -> dict[str, str]:
    """What a checker reads for each code that shows nothing."""
    _, used = walked(person)
    check(visitor(), code_of(used))
    _, revoked = walked(person, "landlord")
    page = person.get("/show").text
    share = field(page.partition("/show/revoke")[2], "share")
    assert person.post("/show/revoke", {"form_token": field(page, "form_token"), "share": share}).status == 303
    codes = {"used": code_of(used), "revoked": code_of(revoked), "unknown": new_code()}
    return {what: check(visitor(), code) for what, code in codes.items()}


def test_a_revoked_code_reads_like_one_that_never_was(sita: Client, visitor: Callable[[], Client]) -> None:
    """S18: neither the words nor anything else tells which it was, and nothing reads as a no."""
    found = not_now(sita, visitor)
    pages = {re.sub(r'name="form_token" value="\w+"', "", page) for page in found.values()}
    assert len(pages) == 1
    page = pages.pop()
    assert "This cannot be confirmed now" in page
    assert "This is not a no" in page
    assert "SHRESTHA" not in page


@pytest.mark.parametrize("code", ["unknown", "good"])
def test_an_answer_to_a_code_takes_its_time_whatever_it_is(
    sita: Client, visitor: Callable[[], Client], code: str
) -> None:
    written = new_code() if code == "unknown" else code_of(walked(sita)[1])
    client = visitor()
    token = client.form_token("/check")
    began = time.monotonic()
    client.post("/check", {"form_token": token, "code": written, "name": "x"})
    assert SECONDS_LEAST <= time.monotonic() - began < SECONDS_LEAST + 5


def test_a_slip_of_the_pen_is_told_before_anything_is_asked(visitor: Callable[[], Client]) -> None:
    page = check(visitor(), "AAAA-BBBB-CCCC-DDDD-E", name="")
    assert "seems to be mistyped" in page
    assert "Please write your name." in page
    assert "cannot be confirmed" not in page


def test_a_step_without_its_answer_is_asked_again_and_nothing_is_made(sita: Client) -> None:
    page = sita.get("/show?lang=en").text
    fields = {"form_token": field(page, "form_token"), "key": field(page, "key"), "step": "who", "verifier": " "}
    assert "Please write a name." in main_of(sita.post("/show", fields))
    fields |= {"verifier": "x", "step": "what", "sort": "police"}
    assert "Please choose one." in main_of(sita.post("/show", fields))
    fields |= {"sort": "bank", "step": "length", "length": "year"}
    assert "Please choose one." in main_of(sita.post("/show", fields))
    assert "Codes you made" not in page or page.count("card-title") == sita.get("/show").text.count("card-title")


def test_a_form_sent_again_makes_no_second_code(sita: Client) -> None:
    page = sita.get("/show?lang=en").text
    fields = {"form_token": field(page, "form_token"), "key": field(page, "key"), "step": "check", "verifier": "again",
              "sort": "bank", "length": "hour"}  # fmt: skip
    code_of(main_of(sita.post("/show", fields)))
    again = main_of(sita.post("/show", fields))
    assert CODE.search(again) is None
    assert "This code was shown already" in again
    assert again.count("again (Bank") == 1


def test_nobody_ends_the_share_of_somebody_else(sita: Client, visitor: Callable[[], Client]) -> None:
    _, made = walked(sita, verifier="mine")
    share = field(sita.get("/show").text.partition("/show/revoke")[2], "share")
    duc = visitor().sign_in("person=person:duc")
    assert duc.post("/show/revoke", {"form_token": duc.form_token("/show"), "share": share}).status == 404
    assert "Confirmed" in check(visitor(), code_of(made))


def test_the_record_is_signed_and_has_what_the_page_showed(
    sita: Client, visitor: Callable[[], Client], served: Served
) -> None:
    _, made = walked(sita, "employer", "やまぶき")
    client = visitor()
    page = check(client, code_of(made))
    sent = {"form_token": field(page, "form_token"), "record": field(page, "record")}
    answer = client.post("/check/record", sent)
    assert answer.status == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="kyosei-check-2026-11-22.json"'
    root = read_key_file(served.data / "keys" / "root.jwk").public
    record = verify_record(answer.body, root)
    assert (record["asked_by"], record["made_for"]) == ("南支店 田中", "やまぶき")
    assert [one["answer"] for one in record["answer"]["answers"]] == ["special_period", "work_of_the_status"]
    assert code_of(made).replace("-", "") not in answer.text
    assert "person:sita" not in answer.text
    forged = json.loads(answer.body)
    forged["answer"]["answers"][0]["last_day"] = "2030-01-01"
    sent["record"] = urlsafe_b64encode(json.dumps(forged).encode()).decode()
    assert client.post("/check/record", sent).status == 404


def test_no_address_and_no_form_of_ours_has_a_code_in_its_path(sita: Client, visitor: Callable[[], Client]) -> None:
    """So that no log and no referrer has it: the QR code has it in the fragment, which no browser sends."""
    _, made = walked(sita)
    code = code_of(made)
    assert re.findall(rf'(?:href|action|src)="[^"]*{code}', made) == []
    page = visitor().get("/check").text
    assert '<form method="post" action="/check">' in page
    assert visitor().get(f"/check/{code}").status == 404


def test_who_acts_in_another_role_shows_nothing(visitor: Callable[[], Client]) -> None:
    employer = visitor().sign_in("employer=org:hamakaze")
    assert employer.get("/show").status == 404
    assert employer.post("/show", {"form_token": employer.form_token()}).status == 404


def test_a_program_checks_a_code_once_and_gets_the_signed_record(
    sita: Client, visitor: Callable[[], Client], served: Served
) -> None:
    _, made = walked(sita)
    asked = json.dumps({"code": code_of(made), "name": "Minami Bank"}).encode()
    answer = visitor().ask("POST", "/api/v1/checks", asked, content_type="application/json")
    assert answer.status == 200, answer.text
    record = verify_record(answer.body, read_key_file(served.data / "keys" / "root.jwk").public)
    assert record["answer"]["answers"][0]["last_day"] == "2027-01-05"
    jsonschema.validate(answer.json, record_schema(), jsonschema.Draft202012Validator)
    again = visitor().ask("POST", "/api/v1/checks", asked, content_type="application/json")
    unknown = json.dumps({"code": new_code(), "name": "Minami Bank"}).encode()
    never = visitor().ask("POST", "/api/v1/checks", unknown, content_type="application/json")
    assert again.body == never.body
    assert (again.status, again.json["type"]) == (409, "urn:kyosei:problem:cannot-confirm")
    assert again.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"code": "AAAA-BBBB-CCCC-DDDD-E", "name": "x"}, 400),
        ({"code": new_code(), "name": " "}, 400),
        ({"code": new_code()}, 422),
        ({"code": "7" * 41, "name": "x"}, 422),
        ({"code": new_code(), "name": "x", "person": "person:sita"}, 422),
    ],
)
def test_what_a_program_asks_wrongly_is_told_without_repeating_the_code(
    visitor: Callable[[], Client], asked: dict[str, str], status: int
) -> None:
    answer = visitor().ask("POST", "/api/v1/checks", json.dumps(asked).encode(), content_type="application/json")
    assert answer.status == status
    assert asked["code"] not in answer.text
