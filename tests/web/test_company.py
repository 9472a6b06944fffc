"""The employer's side: its own duties, how each is cured, what it says about them, and that each showing is a look."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from html import unescape
from typing import cast

import pytest

from kyosei.connectors import CONNECTORS
from kyosei.errors import InstitutionFileError
from kyosei.web.institution.curing import curing_of
from kyosei.web.pages.company_files.page import harmless
from kyosei.web.visit import Visit
from tests.web.client import OWN, Answer, Client

ACQUISITION = "Report a newly insured worker to the Pension Service"


@pytest.fixture
def hamakaze(visitor: Callable[[], Client]) -> Client:
    """Deducted but never enrolled: it owes the acquisition notice about Đức."""
    return visitor().sign_in("employer=org:hamakaze")


def main_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status == 200, path
    return unescape(answer.text.partition("<main")[2].partition("</main>")[0])


def duty_path(client: Client, title: str = ACQUISITION) -> str:
    """Where the page of a duty is, by the beginning of its title."""
    found = re.search(rf'href="(/duties/[^"]+)">{title}', client.get("/company?lang=en").text)
    assert found is not None
    return found[1]


def newest_look(visitor: Callable[[], Client], action: str) -> int:
    """The number of the employer's newest look at Đức, as he sees it; 0: there is none."""
    used = visitor().sign_in("person=person:duc").get(f"/api/v1/persons/person:duc/accesses?{OWN}").json["usages"]
    own = (one for one in used if one["action"] == action and one["receiver"]["organisation"] == "org:hamakaze")
    found = next(own, None)
    assert found is None or found["purpose"]["id"] == "employer.own-duties"
    return 0 if found is None else int(found["number"])


def test_a_duty_that_no_look_shows_has_no_cure_and_its_page_no_mistake() -> None:
    unnamed = {"id": "case-1", "norms": ["jp.immigration.host-report"], "owner": "org:hamakaze", "state": "open"}
    assert not curing_of(cast("Visit", None), unnamed).cures


def test_the_first_page_counts_the_employers_own_duties(hamakaze: Client) -> None:
    assert hamakaze.get("/").headers["location"] == "/company"
    page = main_of(hamakaze, "/company?lang=en")
    assert "Duties of ours that need action: 2." in page
    assert ACQUISITION in page
    assert "was due by 2025-04-07" in page
    assert "PHẠM MINH ĐỨC" in page


@pytest.mark.parametrize("path", ["/company?lang=en", "/company?lang=ja"])
def test_no_page_of_an_employer_counts_or_sorts_people(hamakaze: Client, path: str) -> None:
    text = re.sub(r"<[^>]+>", " ", main_of(hamakaze, path))
    for word in ("nationality", "国籍", "foreigner", "外国人", "Viet", "ベトナム", "engineer", "技術"):
        assert word not in text


def test_a_question_that_no_purpose_answers_names_nobody(hamakaze: Client) -> None:
    """Đức's status asks for it, which is no duty of the employer's."""
    questions = main_of(hamakaze, "/company?lang=en").partition('id="questions"')[2]
    assert "Hours worked" in questions
    assert "PHẠM" not in questions
    asked = [one for one in hamakaze.get("/api/v1/cases").json["cases"] if one["sort"] == "question"]
    assert asked
    assert all("about" not in {*one, *one["need"]} for one in asked)


def test_each_showing_is_a_look_that_the_person_sees(hamakaze: Client, visitor: Callable[[], Client]) -> None:
    duty = duty_path(hamakaze)
    for path, action in (
        ("/company", "readCases"),
        ("/api/v1/cases", "readCases"),
        (duty, "readCases"),
        (duty, "read"),
    ):
        before = newest_look(visitor, action)
        hamakaze.get(path)
        assert newest_look(visitor, action) > before, path


def test_a_duty_says_what_where_by_when_on_which_law_and_what_it_would_change(hamakaze: Client) -> None:
    page = main_of(hamakaze, f"{duty_path(hamakaze)}?lang=en")
    for said in (
        "File the notice of acquisition of insured status", "the day set by law was 2025-04-07", "pension office",
        "Employees' Pension Insurance Regulations art. 15(1)", "Notice of entry into employees' pension insurance",
    ):  # fmt: skip
        assert said in page
    changes = page.partition("What it would change")[2]
    assert re.search(rf"{ACQUISITION}.*</td><td>breached</td><td>met late</td>", changes)
    assert page.index("What it would change") < page.index("SHFD0006.CSV") < page.index("Say something about it")


def test_the_filing_holds_what_records_tell_and_no_more(hamakaze: Client) -> None:
    answer = hamakaze.get(f"{duty_path(hamakaze)}/filing")
    assert (answer.status, answer.headers["content-disposition"]) == (200, 'attachment; filename="SHFD0006.CSV"')
    text = answer.body.decode("cp932")
    assert "株式会社はまかぜ金型" in text
    assert "ﾌｧﾑ ﾐﾝ ﾄﾞｩｯｸ" in text
    with pytest.raises(InstitutionFileError, match="都道府県コード"):
        CONNECTORS["jps-acquisition"].read("SHFD0006.CSV", answer.body)


def test_the_text_of_the_notice_can_be_kept(hamakaze: Client) -> None:
    answer = hamakaze.get(f"{duty_path(hamakaze)}/notice?lang=en")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "PHẠM MINH ĐỨC" in answer.text
    assert "the day set by law was 2025-04-07" in answer.text


def said(client: Client, path: str, **fields: str) -> Answer:
    page = client.get(path).text
    hidden = dict(re.findall(r'<input type="hidden" name="(form_token|key)" value="([^"]+)">', page))
    return client.post(path, hidden | fields)


def test_what_the_owner_says_is_an_entry_under_its_own_key(hamakaze: Client) -> None:
    path = duty_path(hamakaze, "Report the monthly remuneration")
    for fields in ({"act": "acknowledge"}, {"act": "answer", "words": "Filed on paper; the slip is being looked for."},
                   {"act": "done", "on": "2026-11-20", "words": "受付 2026-77"}):  # fmt: skip
        answer = said(hamakaze, path, **fields)
        assert (answer.status, answer.headers["location"]) == (303, f"{path}?said={fields['act']}")
    assert "It is on record" in main_of(hamakaze, f"{path}?said=done&lang=en")


@pytest.mark.parametrize(
    "fields",
    [
        {"act": "answer", "words": " "},
        {"act": "done"},
        {"act": "done", "on": "2026-11-23"},
        {"act": "done", "on": "yesterday"},
        {"act": "answer", "words": "個人番号は 123456789018 です"},
    ],
    ids=str,
)
def test_what_says_nothing_or_too_much_is_not_entered(hamakaze: Client, fields: dict[str, str]) -> None:
    answer = said(hamakaze, duty_path(hamakaze), **fields)
    assert answer.status == 200
    assert "123456789018" not in answer.text
    assert re.search("記録できませんでした|It was not recorded", answer.text)


@pytest.mark.parametrize("act", ["complain", "look", "escalate", "mistaken", "withdraw", ""])
def test_an_owner_says_nothing_in_anothers_place(hamakaze: Client, act: str) -> None:
    assert said(hamakaze, duty_path(hamakaze), act=act, words="x").status == 404


def test_a_bank_sees_that_there_is_a_case_and_not_about_whom(visitor: Callable[[], Client]) -> None:
    """Its purposes rest on consent, which nobody gave here."""
    bank = visitor().sign_in("bank=org:minami-bank")
    page = main_of(bank, "/owed?lang=en")
    assert "<tr>" in page.partition("<tbody>")[2]
    assert "SHRESTHA" not in page
    assert all("about" not in one for one in bank.get("/api/v1/cases").json["cases"])


def test_all_duties_go_to_who_files_as_one_archive_that_is_the_same_each_time(hamakaze: Client) -> None:
    answer = hamakaze.get("/company/duties.zip")
    assert answer.headers["content-disposition"] == 'attachment; filename="duties.zip"'
    assert hamakaze.get("/company/duties.zip").body == answer.body
    with zipfile.ZipFile(io.BytesIO(answer.body)) as files:
        names = files.namelist()
        table = files.read("duties.csv").decode("utf-8-sig")
    own = [one["id"] for one in hamakaze.get("/api/v1/cases").json["cases"] if one["sort"] == "task"]
    assert {f"{one}/notice.txt" for one in own} < {*names}
    assert [name for name in names if name.endswith("/SHFD0006.CSV")] == [f"{duty_path(hamakaze)[8:]}/SHFD0006.CSV"]
    assert all(one in table for one in own)
    assert "厚生年金保険法施行規則第15条第1項" in table


@pytest.mark.parametrize(
    ("written", "cell"),
    [("=1+1", "'=1+1"), (" @SUM(A1)", "' @SUM(A1)"), ("+81", "'+81"), ("-1", "'-1"), ("\tx", "'\tx"), ("山田", "山田")],
)
def test_no_cell_of_the_table_is_a_formula(written: str, cell: str) -> None:
    assert harmless(written) == cell
