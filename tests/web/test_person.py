"""A person's pages: the first line answers, duties are never mixed, and every page leaves its access entry."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
import sqlalchemy as sa

from kyosei.journal.database import URL, open_database
from kyosei.journal.tables import METADATA
from tests.web.client import OWN, Client
from tests.web.conftest import Served

PAGES = (
    "/stay",
    "/tasks",
    "/rights",
    "/leaving-safely",
    "/what-if",
    "/calendar",
    "/permanent-residence",
    "/applications",
    "/decisions",
    "/life",
    "/records",
    "/hidden-address",
    "/records/sita-stay",
    "/why/jp.immigration.lawful-stay",
)


def main_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status == 200, f"{path}: {answer.status}"
    return answer.text.partition("<main")[2].partition("</main>")[0]


def section_of(page: str, id_: str) -> str:
    return page.partition(f'aria-labelledby="{id_}"')[2].partition("</section>")[0]


def looks(client: Client, person: str = "person:sita") -> int:
    found = client.get(f"/api/v1/persons/{person}/accesses?{OWN}&limit=1")
    return int(found.json["totalUsages"])


@pytest.mark.parametrize(
    ("language", "yes", "special", "card", "last"),
    [
        (
            "en",
            "Yes. Your stay is lawful until 2027-01-05.",
            "The date on your card has passed",
            "2026-11-05",
            "2027-01-05",
        ),
        (
            "ja",
            "はい。2027年1月5日まで適法に在留できます。",
            "カードの日付は過ぎていますが",
            "2026年11月5日",
            "2027年1月5日",
        ),
        ("ja-easy", "はい、2027年1月5日まで 日本に いる", "カードの 日は すぎました", "2026年11月5日", "2027年1月5日"),
    ],
)
def test_the_first_line_says_until_when_and_the_special_period_is_explained(
    sita: Client, language: str, yes: str, special: str, card: str, last: str
) -> None:
    """S1: the card and the stay are two lines, and the law is named."""
    page = main_of(sita, f"/stay?lang={language}")
    assert yes in page
    assert special in page
    facts = re.findall(r"<dt>.*?</dt><dd>(.*?)</dd>", page)
    assert facts[1:3] == [card, last]
    assert ("art. 20(6)" if language == "en" else "第20条第6項") in page
    assert '"/records/sita-renewal-filed"' in page


def test_who_has_no_card_that_is_past_reads_nothing_of_a_special_period(visitor: Callable[[], Client]) -> None:
    page = main_of(visitor().sign_in("person=person:duc"), "/stay?lang=en")
    assert "Yes. Your stay is lawful" in page
    assert "has passed" not in page


def test_what_the_employer_owes_is_never_for_the_worker_to_do(visitor: Callable[[], Client]) -> None:
    """S3 and P06: deducted but never enrolled; beside it the worker's own right."""
    page = main_of(visitor().sign_in("person=person:duc"), "/tasks?lang=en")
    theirs = section_of(page, "others")
    assert "There is nothing for you to do now." in section_of(page, "mine")
    assert "Report a newly insured worker to the Pension Service" in theirs
    assert "株式会社はまかぜ金型" in theirs
    assert "The right to have one&#39;s status in the employees&#39; pension confirmed" in section_of(page, "rights")


@pytest.mark.parametrize("person", ["sita", "duc", "putri", "lihua", "zaw"])
def test_no_list_has_what_is_on_another(visitor: Callable[[], Client], person: str) -> None:
    """P06 for everybody, compared with the verdicts themselves."""
    client = visitor().sign_in(f"person=person:{person}")
    page = main_of(client, "/tasks?lang=en")
    verdicts = client.get(f"/api/v1/persons/person:{person}/verdicts?{OWN}").json["verdicts"]
    pressing = [
        v for v in verdicts if v["state"] in ("due", "breached", "unmet") and v["applies"] == "yes" and v["bearer"]
    ]
    for id_, is_mine in (("mine", True), ("others", False)):
        linked = set(re.findall(r'class="task-link" href="/why/([a-z0-9.-]+)', section_of(page, id_)))
        bearers = {
            v["norm"] for v in verdicts if v["norm"] in linked and (v["bearer"] == f"person:{person}") is is_mine
        }
        assert linked == bearers
        due = {v["norm"] for v in pressing if (v["bearer"] == f"person:{person}") is is_mine}
        assert due <= linked


@pytest.mark.parametrize("path", PAGES)
def test_every_page_with_records_leaves_an_entry_that_the_person_sees(sita: Client, path: str) -> None:
    before = looks(sita)
    assert sita.get(path).status == 200
    read = 2 if path.startswith("/records/") else 1  # the record, and how it is linked
    assert looks(sita) == before + read + 1  # and the look at the looks


def test_each_look_of_another_has_one_row_with_when_who_why_and_what(visitor: Callable[[], Client]) -> None:
    """P25: and nothing of the list is left out or said twice."""
    employer, duc = visitor().sign_in("employer=org:hamakaze"), visitor().sign_in("person=person:duc")
    for _ in range(2):
        assert employer.get("/company").status == 200
    newest = duc.get(f"/api/v1/persons/person:duc/accesses?{OWN}&limit=99").json[
        "usages"
    ]  # the page's own look is one more
    others = [one for one in newest if not one["hidden"] and not one["receiver"]["you"]]
    table = main_of(duc, "/looks?lang=en").partition("<tbody")[2].partition("</tbody>")[0]
    rows = [re.findall(r"<td>(.*?)</td>", row, re.S) for row in table.split("<tr>")[1:]]
    assert len(rows) == len(others) > 1
    for row, one in zip(rows, others, strict=True):
        when, who, why, what = (unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", cell))).strip() for cell in row)
        assert when.replace(" ", "T") == one["logtime"][:16]
        name = who.rpartition(" ")[2]
        assert name == "software" if one["receiver"]["software"] else one["receiver"]["pseudonym"].startswith(name), who
        assert one["purpose"] is None or why.startswith(one["purpose"]["title"]["en"])
        assert what


def test_the_drawing_and_the_list_show_the_same_records(sita: Client) -> None:
    page = main_of(sita, "/life?lang=en")
    drawn = len(re.findall(r"<(?:circle|rect) ", page))
    more = sum(int(count) for count in re.findall(r">(\d+) more</text>", page))
    listed = re.findall(r'<h3><a href="/records/([^"]+)"', page)
    assert drawn + more == len(listed) == len(set(listed))
    days = re.findall(r"<p>\s*(?:since )?(\d{4}-\d{2}-\d{2})", page.partition("<ol")[2])
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    "system", ["Immigration", "Work", "Social insurance", "Tax", "Finance", "Education", "Housing"]
)
def test_all_seven_systems_have_a_lane(sita: Client, system: str) -> None:
    assert re.search(rf'class="timeline-lane"[^>]*>{system}</text>', main_of(sita, "/life?lang=en"))


def test_a_record_says_its_source_its_link_and_which_norms_use_it(sita: Client) -> None:
    page = main_of(sita, "/records/sita-stay?lang=en")
    assert "Immigration Services Agency" in page
    assert "sita-stay" in page
    assert "It came under your own number (person:sita)" in page
    assert '"/why/jp.immigration.lawful-stay?instance=0"' in page
    assert "jp.tax" not in page


def test_what_is_open_is_said_as_a_question_to_its_source(visitor: Callable[[], Client]) -> None:
    page = main_of(visitor().sign_in("person=person:putri"), "/tasks?lang=en")
    asked = section_of(page, "open")
    assert "A missing record never means that something is wrong." in asked
    assert "<h3>" in asked


def test_notices_are_shown_to_whom_they_were_written(visitor: Callable[[], Client]) -> None:
    duc = main_of(visitor().sign_in("person=person:duc"), "/notices")
    lihua = main_of(visitor().sign_in("person=person:lihua"), "/notices")
    assert "株式会社はまかぜ金型" in duc
    assert "株式会社はまかぜ金型" not in lihua


@pytest.mark.parametrize(("language", "said"), [("en", "Report the monthly remuneration"), ("ja", "算定基礎届")])
def test_notices_are_said_in_the_language_of_the_page(
    visitor: Callable[[], Client], language: str, said: str
) -> None:  # fmt: skip
    assert said in main_of(visitor().sign_in("person=person:duc"), f"/notices?lang={language}")


def test_an_organisation_sees_its_own_duties_and_no_page_of_a_person(visitor: Callable[[], Client]) -> None:
    employer = visitor().sign_in("employer=org:hamakaze")
    page = main_of(employer, "/company?lang=en")
    assert "Report a newly insured worker to the Pension Service" in page
    assert "PHẠM" in page
    assert "Minami Bank" not in page
    for path in ("/stay", "/tasks", "/life", "/records", "/looks"):
        assert employer.get(path).status == 404


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
def test_parties_have_names_and_what_is_joined_by_a_dot_has_room(visitor: Callable[[], Client], language: str) -> None:
    """Nobody reads an id where a name could stand: declared ones, those of offices, and of places that nobody declared."""
    duc, employer = visitor().sign_in("person=person:duc"), visitor().sign_in("employer=org:hamakaze")
    for client, path in ((duc, "/tasks"), (duc, "/life"), (duc, "/looks"), (duc, "/notices"), (employer, "/company"),
                         (employer, "/notices"), (visitor(), "/sign-in")):  # fmt: skip
        text = re.sub(r"<[^>]+>", "", main_of(client, f"{path}?lang={language}"))
        assert not re.search(r"\b(person|org|authority|municipality|insurer):\w", text), path
        assert not re.search(r"\S·|·\S", text), path
    assert {"en": "Hamamatsu City"}.get(language, "浜松市") in main_of(duc, f"/life?lang={language}")


def test_no_page_has_a_word_that_blames_or_ranks(visitor: Callable[[], Client]) -> None:
    """UI.md and P22, on the rendered pages."""
    from kyosei.notices.plain_words import accusing_words

    client = visitor().sign_in("person=person:putri")
    for language in ("en", "ja", "ja-easy"):
        for path in ("/stay", "/tasks", "/records", "/looks"):
            text = re.sub(r"<[^>]+>", " ", main_of(client, f"{path}?lang={language}"))
            assert accusing_words(text) == [], path


def test_the_way_to_permanent_residence_parts_ones_own_turn_from_that_of_others(visitor: Callable[[], Client]) -> None:
    """P06: what others have to do for it is on their side, and the days are those of `kyosei plan`."""
    page = main_of(visitor().sign_in("person=person:duc"), "/permanent-residence?lang=en")
    own, others = page.partition('id="turn"')[2].partition("On the side of others")[::2]
    assert "These are not your duties" in others
    assert "owes the answer" not in own
    assert "owes the answer" in others.partition("</section>")[0]
    assert "Every requirement is met" in page
    assert 'href="/why/jp.pr.' in page


def test_who_cannot_ask_for_permanent_residence_now_reads_what_it_takes_and_no_list_of_lacks(sita: Client) -> None:
    """In the special period there is no other status with which to ask; no requirement counts for or against her meanwhile."""
    page = main_of(sita, "/permanent-residence?lang=en")
    assert "You cannot ask for it now, or have it already." in page
    needed = section_of(page, "needed")
    assert "stays with another status" in needed
    assert "art. 22(1)" in needed
    assert not [id_ for id_ in ("when", "turn", "requirements") if f'aria-labelledby="{id_}"' in page]
    assert "いまはこの許可を求めることができません" in main_of(sita, "/permanent-residence?lang=ja")


@pytest.mark.parametrize("person", ["sita", "duc", "putri", "lihua", "zaw"])
def test_every_right_stands_on_the_page_of_rights_and_no_duty(visitor: Callable[[], Client], person: str) -> None:
    """What can be used now is what the verdicts say; what is not settled is apart from it."""
    client = visitor().sign_in(f"person=person:{person}")
    page = main_of(client, "/rights?lang=en")
    verdicts = client.get(f"/api/v1/persons/person:{person}/verdicts?{OWN}").json["verdicts"]
    rights = [one for one in verdicts if one["kind"] == "right" and one["protects"] == f"person:{person}"]
    now = {one["norm"] for one in rights if one["applies"] == "yes" and one["state"] == "met"}
    linked = re.compile(r'href="/why/([a-z0-9.-]+)')
    assert set(linked.findall(section_of(page, "now"))) == now
    assert set(linked.findall(page)) == {one["norm"] for one in rights}


def test_a_right_has_a_clock_and_what_ends_first_stands_first(visitor: Callable[[], Client]) -> None:
    """S3: the worker's own way to the pension, and the day on which the first month is lost."""
    page = main_of(visitor().sign_in("person=person:duc"), "/rights?lang=en").partition('id="unsettled"')[0]
    confirmation = page.partition("status in the employees&#39; pension confirmed")[2].partition("</dl>")[0]
    assert "free of charge" in confirmation
    assert "<dt>Whom to turn to</dt><dd>Japan Pension Service</dd>" in confirmation
    assert "No last day follows from the records." in confirmation
    assert "from 2027-06-01: months lost 1" in confirmation
    ends = [min(re.findall(r"(?:until|from) (\d{4}-\d{2}-\d{2})", card), default="9999-12-31")
            for card in page.split('class="card"')[1:]]  # fmt: skip
    assert len(ends) > 2
    assert ends == sorted(ends)


def asked(client: Client, path: str, language: str = "en", **fields: str) -> str:
    """The page that answers a form of the person's."""
    token = client.form_token(f"{path}?lang={language}")
    answer = client.post(path, {"form_token": token, **fields})
    assert answer.status == 200, answer.status
    return answer.text.partition("<main")[2].partition("</main>")[0]


def test_leaving_a_job_shows_each_partys_turn_with_its_day(visitor: Callable[[], Client]) -> None:
    """P06: the employer's filings are never for the worker to do; the three months come with their ways out."""
    client = visitor().sign_in("person=person:duc")
    page = asked(client, "/leaving-safely", employer="org:hamakaze", last="2026-12-31", initiative="employer")
    mine, others = section_of(page, "mine"), section_of(page, "others")
    assert "Notify within fourteen days that an employer was left" in mine
    assert "by 2027-01-14" in mine
    assert "Pension Service" not in mine
    assert "File the separation certificate" in others
    assert "by 2027-01-12" in others
    assert "Lawful stay" in section_of(page, "stays")
    assert "The status does not end by itself after three months." in section_of(page, "watch")
    assert "Insured under health insurance by the facts" in section_of(page, "ends")
    assert "from 2027-01-01 to 2027-12-31" in section_of(page, "rights")
    assert "search the registered homes" in section_of(page, "home")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"employer": "org:hamakaze", "last": "2026-02-30"}, "a day within a year"),
        ({"employer": "org:hamakaze", "last": "2026-11-01"}, "a day within a year"),
        ({"employer": "org:hamakaze", "last": ""}, "a day within a year"),
        ({"employer": "org:yamabuki-hotel", "last": "2026-12-31"}, "Please choose an employer."),
    ],
)
def test_a_last_day_that_is_none_is_asked_again(
    visitor: Callable[[], Client], fields: dict[str, str], said: str
) -> None:
    page = asked(visitor().sign_in("person=person:duc"), "/leaving-safely", **fields)
    assert said in page
    assert 'id="answer"' not in page


def kept(served: Served) -> dict[str, list[str]]:
    """All rows of the database, by table."""
    address = served.data.with_name("database").read_text(encoding="utf-8")
    with open_database({URL: address}, served.data) as database, database.engine.connect() as connection:
        return {
            table.name: [str(row) for row in connection.execute(sa.select(table))] for table in METADATA.sorted_tables
        }


def test_what_is_asked_about_leaving_is_kept_nowhere(served: Served, visitor: Callable[[], Client]) -> None:
    """The look leaves its access entry, as every look does; in it nothing stands of what was asked."""
    client = visitor().sign_in("person=person:duc")
    token = client.form_token("/leaving-safely")
    before = kept(served)
    fields = {"employer": "org:hamakaze", "last": "2026-12-29", "initiative": "worker"}
    assert client.post("/leaving-safely", {"form_token": token, **fields}).status == 200
    after = kept(served)
    new = {table: [row for row in rows if row not in set(before[table])] for table, rows in after.items()}
    assert {table: len(rows) for table, rows in new.items() if rows} == {"access_log": 1}
    assert not any(said in row for rows in new.values() for row in rows for said in ("2026-12-29", "org:hamakaze"))


def test_a_changed_life_stands_beside_the_present_one(visitor: Callable[[], Client]) -> None:
    """S9 before it happens: both notices are the worker's, the filings are the employers'; the two lives are drawn and listed."""
    client = visitor().sign_in("person=person:duc")
    page = asked(client, "/what-if", sort="new_job", step="ask", day="2027-01-01", leaves="org:hamakaze",
                 same_work="yes", hours="40", wage="")  # fmt: skip
    mine, others = section_of(page, "mine"), section_of(page, "others")
    assert re.findall(r"by (2027-\d\d-\d\d)", mine) == ["2027-01-14", "2027-01-15"]
    assert "Tell the employment office of hiring a foreign worker" in others
    assert "the new employer (supposed)" in others
    assert "would have to answer first" in section_of(page, "unknown")
    lives = page.partition('id="lives"')[2]
    drawings = re.findall(r'<svg class="timeline" role="img".*?</svg>', lives, re.S)
    differing, same = (part.partition("</table>")[0] for part in lives.split("<tbody>")[1:3])
    assert ("none", "since 2027-01-01") in re.findall(r"<td>([^<]*)</td><td>([^<]*)</td></tr>", differing)
    assert ("since 2025-04-01", "2025-04-01 to 2026-12-31") in re.findall(
        r"<td>([^<]*)</td><td>([^<]*)</td></tr>", differing
    )
    more = [sum(map(int, re.findall(r">(\d+) more</text>", one))) for one in lives.split('class="timeline-frame"')[1:]]
    drawn = [len(re.findall(r"<(?:circle|rect) ", one)) for one in drawings]
    rows = [(found[0] != "none", found[1] != "none") for part in (differing, same)
            for found in re.findall(r"<td>([^<]*)</td><td>([^<]*)</td></tr>", part)]  # fmt: skip
    assert [a + b for a, b in zip(drawn, more, strict=True)] == [
        sum(one[0] for one in rows),
        sum(one[1] for one in rows),
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"sort": "hours", "hours": "0", "employer": "org:hamakaze"}, "Please write the hours a week"),
        ({"sort": "hours", "hours": "NaN", "employer": "org:hamakaze"}, "Please write the hours a week"),
        ({"sort": "hours", "hours": "20", "employer": "org:else"}, "Please choose an employer."),
        ({"sort": "hours", "hours": "20", "employer": "org:hamakaze", "wage": "12x"}, "Please write a whole number."),
        (
            {"sort": "hours", "hours": "20", "employer": "org:hamakaze", "days": "9" * 5000},
            "Please write a whole number.",
        ),
        ({"sort": "new_job", "leaves": "org:else"}, "Please choose an employer."),
        ({"sort": "move", "day": "2026-11-22"}, "Please write a day from tomorrow"),
        ({"sort": "move", "day": "2029-01-01"}, "Please write a day from tomorrow"),
    ],
)
def test_what_cannot_be_supposed_is_asked_again(
    visitor: Callable[[], Client], fields: dict[str, str], said: str
) -> None:  # fmt: skip
    page = asked(visitor().sign_in("person=person:duc"), "/what-if", **{"step": "ask", "day": "2027-01-01"} | fields)
    assert said in page
    assert 'id="answer"' not in page


@pytest.mark.parametrize("person", ["sita", "duc", "putri", "lihua", "zaw"])
def test_the_calendar_parts_ones_own_days_from_those_of_others(visitor: Callable[[], Client], person: str) -> None:
    """P06: under each heading stand only duties of those whom it names; months come in their order."""
    client = visitor().sign_in(f"person=person:{person}")
    page = main_of(client, "/calendar?lang=en")
    verdicts = client.get(f"/api/v1/persons/person:{person}/verdicts?{OWN}").json["verdicts"]
    duties = {(one["norm"], one["bearer"] == f"person:{person}") for one in verdicts if one["bearer"]}
    assert "person:" not in re.sub(r"<[^>]+>", "", page)
    for heading, is_mine in (("For you to do", True), ("For others to do", False)):
        for part in re.split(r"<h[23][^>]*>", page)[1:]:
            if part.startswith(heading):
                linked = set(re.findall(r'href="/why/([a-z0-9.-]+)', part))
                assert linked
                assert {(norm, is_mine) for norm in linked} <= duties
    months = re.findall(r'<h2 id="m(\d{4}-\d{2})', page)
    assert months == sorted(set(months))


def test_a_person_hides_their_address_and_shows_it_again(visitor: Callable[[], Client]) -> None:
    client = visitor().sign_in("person=person:lihua")
    page = client.get("/hidden-address?lang=en").text
    assert "Your address is hidden" not in page
    form = dict(re.findall(r'name="(form_token|key)" value="([^"]+)"', page)) | {"do": "hide", "shown_to": "nobody"}
    assert client.post("/hidden-address", form).headers["location"] == "/hidden-address"
    assert client.post("/hidden-address", form).status == 303  # the form came again
    said = r"Since [^<]*, as you asked\. Not shown to those who act for me"
    assert len(re.findall(said, main_of(client, "/hidden-address?lang=en"))) == 1
    assert "home.registration" in client.get(f"/api/v1/persons/person:lihua/records?{OWN}").text
    assert "home.address_hidden" in client.get(f"/api/v1/persons/person:lihua/records?{OWN}").text
    end = {"form_token": client.form_token("/hidden-address"), "do": "end"}
    assert client.post("/hidden-address", end).status == 303
    assert "Your address is hidden" not in main_of(client, "/hidden-address?lang=en")
    for form in ({"do": "hide"}, {"do": "hide", "key": "x" * 43, "shown_to": "all"}, {"do": "more"}):
        assert client.post("/hidden-address", {"form_token": end["form_token"], **form}).status == 404


def test_a_calendar_reads_neutral_days_until_the_person_ends_it(
    served: Served, visitor: Callable[[], Client]
) -> None:  # fmt: skip
    client, anybody = visitor().sign_in("person=person:zaw"), visitor()
    page = client.get("/calendar?lang=en").text
    form = dict(re.findall(r'name="(form_token|key)" value="([^"]+)"', page.partition('id="feed"')[2])) | {"do": "make"}
    made = client.post("/calendar", form)
    address = re.findall(r'<p class="code">http://[^/]+(/feeds/[\w-]{43}\.ics)</p>', made.text)
    assert len(address) == 1
    feed = anybody.get(address[0])
    assert feed.status == 200
    assert feed.headers["content-type"].startswith("text/calendar")
    assert "no-store" in feed.headers["cache-control"]
    assert feed.text.startswith("BEGIN:VCALENDAR\r\n")
    assert not re.search(r"zaw|shiosai|jp\.|pension|年金", feed.text)
    for log in served.data.with_name("observed").iterdir():
        assert address[0].split("/")[2].removesuffix(".ics") not in log.read_text(encoding="utf-8")
    again = client.post("/calendar", form)
    assert "This address was shown already." in again.text
    assert "Addresses in use now: 1" in again.text
    other = visitor().sign_in("person=person:duc")
    assert "Addresses in use now: 0" in main_of(other, "/calendar?lang=en")
    assert other.post("/calendar", {"form_token": other.form_token("/calendar"), "do": "end"}).status == 303
    assert anybody.get(address[0]).status == 200
    assert client.post("/calendar", {"form_token": client.form_token("/calendar"), "do": "end"}).status == 303
    assert anybody.get(address[0]).status == anybody.get(f"/feeds/{'x' * 43}.ics").status == 404


@pytest.mark.parametrize(
    ("person", "offered"),
    [("duc", {"new_job", "hours", "move"}), ("lihua", {"new_job", "hours", "move", "marriage"}),
     ("putri", {"new_job", "hours", "move", "school"})],
)  # fmt: skip
def test_only_what_is_on_record_can_be_supposed_to_end(
    visitor: Callable[[], Client], person: str, offered: set[str]
) -> None:
    client = visitor().sign_in(f"person=person:{person}")
    assert set(re.findall(r'<option value="(\w+)"', main_of(client, "/what-if"))) == offered
    for sort in {"marriage"} & offered:
        answer = asked(client, "/what-if", sort=sort, step="ask", day="2027-01-01")
        assert 'id="answer"' in answer
        assert "person:" not in re.sub(r"<[^>]+>", "", answer)
    for sort in {"school", "marriage"} - offered:
        assert 'id="answer"' not in asked(client, "/what-if", sort=sort, step="ask", day="2027-01-01")
