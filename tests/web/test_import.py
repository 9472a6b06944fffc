"""An employer brings a file of its payroll: it is shown first, recorded whole or not at all, and only about its own workers."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from kyosei.journal.database import URL, open_database
from kyosei.journal.directory import shared_journal, signing_key
from kyosei.web.institution.payroll import FILE_BYTES_MOST
from kyosei.web.multipart import Upload, read_multipart
from kyosei.web.security.guards import BODY_BYTES_MAX
from tests.web.client import OWN, Answer, Client
from tests.web.conftest import Served
from tests.web.noon import NOON

PATH = "/company/import"
SAMPLES = Path(__file__).parents[2] / "samples" / "institutions"
FREEE = (SAMPLES / "freee-hr.jsonl").read_text(encoding="utf-8")
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
NUMBER = "123456789018"
BOUNDARY = "x-boundary-x"
NOTHING_YET = "Nothing is recorded yet"


def freee_of(employees: set[int], company: int = 48210) -> str:
    """The answers of the sample that tell of these employees, as those of another company."""
    lines = []
    for line in FREEE.splitlines():
        answer = json.loads(line)
        asked = re.search(r"/employees/(\d+)/", answer["request"])
        if asked is not None and int(asked[1]) not in employees:
            continue
        for name, key in (("employees", "id"), ("employee_payroll_statements", "employee_id")):
            if name in answer["response"]:
                answer["response"][name] = [one for one in answer["response"][name] if one[key] in employees]
        lines.append(json.dumps(answer, ensure_ascii=False))
    return "\n".join(lines).replace("48210", str(company))


def bring(client: Client, content: bytes, format_: str = "freee-hr", name: str = "payroll.jsonl") -> Answer:
    """Sends a file as a browser does."""
    fields = {"form_token": client.form_token(PATH), "format": format_}
    parts = [
        f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in fields.items()
    ]
    file = f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = "".join([*parts, file]).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    return client.ask(
        "POST", f"{PATH}?lang=en", body, content_type=f"multipart/form-data; boundary={BOUNDARY}"
    )  # fmt: skip


def then(client: Client, before: Answer, **given: str) -> Answer:
    """Sends the form of a preview, with what it carries along."""
    carried = {name: html.unescape(value) for name, value in HIDDEN.findall(before.text)}
    return client.post(f"{PATH}?lang=en", carried | {name.replace("_", "."): value for name, value in given.items()})


def recorded(served: Served, person: str = "person:duc") -> dict[str, dict[str, object]]:
    """The lines about a person, as they see them."""
    client = Client(served.address).sign_in(f"person={person}")
    return {line["id"]: line for line in client.get(f"/api/v1/persons/{person}/records?{OWN}").json["lines"]}


@pytest.fixture(scope="module")
def employer(served: Served) -> Client:
    return Client(served.address).sign_in("employer=org:hamakaze")


def test_what_was_shown_is_recorded_whole_and_only_when_it_is_confirmed(employer: Client, served: Served) -> None:
    before = recorded(served)
    page = bring(employer, freee_of({10}).encode())
    assert NOTHING_YET in page.text
    assert "Please choose which of your workers this is." in page.text
    page = then(employer, page, who_1="person:duc", do="again")
    rows = page.text.partition("<tbody>")[2].count("<tr>")
    assert rows == 7
    assert "4 records of contract terms are left out." in page.text
    assert "PHẠM" in page.text
    assert recorded(served) == before
    assert "Please confirm that this is your own file." in then(employer, page, who_1="person:duc", do="send").text
    assert recorded(served) == before
    sent = then(employer, page, who_1="person:duc", ours="yes", do="send")
    assert sent.status == 303, sent.text
    assert "It is received" in employer.get(f"{sent.headers['location']}&lang=en").text
    after = recorded(served)
    new = [line for id_, line in after.items() if id_ not in before]
    assert len(new) == rows
    assert {line["source"] for line in new} == {"org:hamakaze"}
    assert {json.dumps(line["about"]) for line in new} == {'{"person": "person:duc", "employer": "org:hamakaze"}'}
    again = then(employer, page, who_1="person:duc", ours="yes", do="send")
    assert again.headers["location"] == sent.headers["location"]  # sent twice, recorded once
    assert recorded(served) == after


def test_one_row_that_is_wrong_stops_all(employer: Client, served: Served) -> None:
    before = recorded(served)
    page = then(employer, bring(employer, freee_of({10, 11}, 48211).encode()), who_1="person:duc", do="again")
    assert "no row can be recorded" in page.text
    assert 'value="send"' not in page.text
    page = then(employer, page, who_1="person:duc", ours="yes", do="send")
    assert NOTHING_YET in page.text
    page = then(employer, page, who_1="person:duc", who_2="person:duc", do="again")
    assert "Two numbers have the same worker." in page.text
    assert recorded(served) == before


def test_what_the_connector_refuses_is_said_with_its_row(employer: Client) -> None:
    lines = freee_of({10}).splitlines()
    lines[2] = lines[2].replace("retrieved_at", "retrieved")
    page = bring(employer, "\n".join(lines).encode())
    assert "It cannot be taken. Nothing is recorded" in page.text
    assert "Row 3:" in page.text


@pytest.mark.parametrize("written", [NUMBER, "1234-5678-9018", "１２３４５６７８９０１８", "\\uff11\\uff123456789018"])
@pytest.mark.parametrize("where", ["グエン ティ ホア", '"base_pension_num": null'])
def test_an_individual_number_is_refused_and_not_said_back(employer: Client, written: str, where: str) -> None:
    shown = f'"base_pension_num": "{written}"' if ":" in where else written
    file = freee_of({10})
    assert where in file
    page = bring(employer, file.replace(where, shown).encode())
    assert "Individual Number (My Number) in it" in page.text
    for number in (NUMBER, written, html.escape(written)):
        assert number not in page.text


def test_a_number_in_the_name_of_the_file_or_in_what_cannot_be_read_is_not_said_back(employer: Client) -> None:
    for page in (
        bring(employer, freee_of({10}).encode(), name=f"{NUMBER}.jsonl"),
        bring(employer, f"1234 5678 9018 {FREEE}".encode(), "zengin-salary", "kyuyo-20261120.txt"),
        bring(employer, f"{NUMBER},{FREEE}".encode()),
    ):
        assert "Individual Number (My Number) in it" in page.text
        assert NUMBER not in page.text
        assert "1234 5678" not in page.text


def test_what_is_too_large_is_refused_before_it_is_read(employer: Client) -> None:
    declared = {"content_length": str(2 * FILE_BYTES_MOST + 1), "content_type": "multipart/form-data; boundary=b"}
    assert employer.ask("POST", PATH, b"", **declared).status == 413
    page = bring(employer, b" " * (FILE_BYTES_MOST + 1))
    assert (page.status, "has more than 2 MB" in page.text) == (413, True)
    assert employer.post("/company", {"act": "x" * BODY_BYTES_MAX}).status == 413  # on this page alone more may come


def test_workers_and_files_of_another_employer_are_refused(employer: Client, served: Served) -> None:
    page = bring(employer, freee_of({10}, 48212).encode())
    assert "person:sita" not in page.text
    page = then(employer, page, who_1="person:sita", ours="yes", do="send")
    assert "Please choose which of your workers this is." in page.text
    own = then(employer, page, who_1="person:duc", do="again")
    page = then(employer, own, who_1="person:sita", ours="yes", do="send")
    assert "Something is not as it was shown to you" in page.text
    several = freee_of({10}) + "\n" + freee_of({10}, 48213)
    assert "several employers" in bring(employer, several.encode()).text
    assert all(line.get("source") != "org:hamakaze" for line in recorded(served, "person:sita").values())


def test_the_file_of_an_employer_that_is_on_record_as_another_is_refused(employer: Client, served: Served) -> None:
    another = {"type": "party", "id": "org:freee-company-48219", "party": "organisation", "roles": [], "names": []}
    address = served.data.with_name("database").read_text(encoding="utf-8")
    with open_database({URL: address}, served.data) as database:
        journal = shared_journal(served.data, database.engine, lambda: NOON)
        journal.submit_one(signing_key(served.data, "org:minami-bank").sign(another))
    page = bring(employer, freee_of({10}, 48219).encode())
    assert "This is the file of another employer." in page.text
    assert "<tbody>" not in page.text


def test_an_order_of_transfers_that_is_still_to_come_waits(employer: Client) -> None:
    file = (SAMPLES / "kyuyo-20261125.txt").read_bytes()
    page = bring(employer, file, "zengin-salary", "kyuyo-20261125.txt")
    page = then(employer, page, who_1="person:duc", who_2="person:duc", do="again")
    assert "as of a time still to come" in page.text
    page = bring(employer, file.replace(b"1125", b"1120"), "zengin-salary", "kyuyo-20261120.txt")
    page = then(employer, page, who_1="person:duc", who_2="person:duc", do="again")
    assert then(employer, page, who_1="person:duc", who_2="person:duc", ours="yes", do="send").status == 303


def test_lines_are_signed_elsewhere_and_brought_back_as_they_were_prepared(employer: Client, served: Served) -> None:
    page = then(
        employer,
        bring(employer, freee_of({10}, 48214).replace("T09:", "T10:").encode()),
        who_1="person:duc",
        do="again",
    )
    file = then(employer, page, who_1="person:duc", do="download").text
    key, other = signing_key(served.data, "org:hamakaze"), signing_key(served.data, "org:shiosai-suisan")
    lines = [json.loads(line) for line in file.splitlines()]
    before = recorded(served)
    for brought in (
        [key.sign(one) for one in lines[:-1]],
        [key.sign(one) for one in [*lines[:-1], {**lines[-1], "stated_at": "2026-11-06T09:00:00+09:00"}]],
        [*(key.sign(one) for one in lines[:-1]), other.sign(lines[-1])],
    ):
        signed = b"\n".join(brought).decode()
        page_again = then(employer, page, who_1="person:duc", ours="yes", do="send", signed=signed)
        assert "Nothing was taken" in page_again.text
        assert recorded(served) == before
    signed = b"\n".join(key.sign(one) for one in lines).decode()
    assert then(employer, page, who_1="person:duc", ours="yes", do="send", signed=signed).status == 303
    assert len(recorded(served)) == len(before) + len(lines)


def test_what_smarthr_answers_is_shown_with_each_of_its_persons(employer: Client) -> None:
    page = bring(employer, (SAMPLES / "smarthr-crews.jsonl").read_bytes(), "smarthr-crews")
    assert "SHRESTHA" in page.text
    assert page.text.count("<select") == 2
    assert "left out" not in page.text


def test_cells_are_shown_escaped(employer: Client) -> None:
    page = bring(employer, freee_of({10}).replace("THI HOA", "<b>HOA</b>").encode())
    assert "<b>HOA" not in page.text
    assert "&lt;b&gt;HOA" in page.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--b--",
        b"--b\r\n\r\nx\r\n--b--",
        b'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx',
        b"\r\n--b" * 200 + b"--",
    ],
)
def test_what_is_no_form_with_a_file_is_refused(body: bytes) -> None:
    if body == b"--b--":
        assert read_multipart("multipart/form-data; boundary=b", body) == ({}, {})
        return
    with pytest.raises(ValueError, match="form"):
        read_multipart("multipart/form-data; boundary=b", body)


def test_a_file_comes_byte_for_byte_and_without_its_folder() -> None:
    content = bytes(range(256)) + b"\r\n--c\n\r\n"
    body = (
        b'--b\r\nContent-Disposition: form-data; name="f"; filename="C:\\x\\y.txt"\r\nContent-Type: text/plain\r\n\r\n'
    )
    fields, files = read_multipart('multipart/form-data; boundary="b"', body + content + b"\r\n--b--\r\n")
    assert (fields, files) == ({}, {"f": Upload("y.txt", content)})
