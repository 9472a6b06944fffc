"""The acceptance stories as their parties meet them: on the decisive days each reads what the rows of the story say.

Beside them S17: without a smartphone, somebody is helped, and sees it.

What is expected of a provision stands in `tests/stories/rows.py`; how a page says it stands in its words. The days of all stories
pass in one portal, in the order of this file; any test can be run alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page

from kyosei.facts.vocabulary import kind_named
from kyosei.web.words import words_beside
from tests.stories.rows import BAO, HIKARI, KAEDE, KITA, MINATO, MINH, NEGATIVE, ROWS, SAKURA, THU, TOMOSHIBI, Row
from tests.stories.test_stories import norms_of
from tests.web.client import Client
from tests.web.days import Days, life, passing
from tests.web.pressing import menu, pressed
from tests.web.test_browser import DESK, PHONE
from tests.web.test_walks import section

HUONG, DUONG = "person:huong", "person:duong"


def says(
    id_: str, kind: str, about: dict[str, str], data: Mapping[str, object], at: str, until: str | None = None
) -> str:
    """What she says on a day, from that day on."""
    line = {"type": "statement", "id": id_, "kind": kind, "source": THU, "about": {"person": THU, **about}, "data": data,
            "from": at, "until": until, "stated_at": f"{at}T10:00:00+09:00"}  # fmt: skip
    return json.dumps(line)


def helper(id_: str, name: str, acts: Sequence[str]) -> list[str]:
    """Somebody who helps her from June until she has her card."""
    party = {
        "type": "party",
        "id": id_,
        "party": "person",
        "names": [{"script": "Latn", "text": name}],
        "born": "1980-01-01",
    }
    data = {"as": "helper", "acts": list(acts)}
    return [json.dumps(party), says(f"helped-by-{id_}", "mandate", {"holder": id_}, data, "2026-06-01", "2026-09-18")]


HELPED = [
    *helper(HUONG, "PHAM THI HUONG", ["view", "dispute"]),
    *helper(DUONG, "DO VAN DUONG", ["view"]),
    says("address-hidden", "home.address_hidden", {}, {"shown_to": "nobody"}, "2026-08-18"),
    json.dumps({"type": "statement", "id": "registered-in-time", "kind": "home.registration", "source": "municipality:kumagaya",
                "about": {"person": THU, "municipality": "municipality:kumagaya"}, "data": {}, "from": "2026-08-01",
                "stated_at": "2026-08-03T10:00:00+09:00"}),
]  # fmt: skip
LIVES = (
    life("bao", "month-end", "month-end-requested", "month-end-confirmed", "month-end-renewal"),
    life("minh", "april", "april-card-in-time", "april-as-it-went"),
    life("thu", "leaving", "leaving-as-it-went"),
    HELPED,
)
STOPS = (
    "2026-03-25", "2026-04-03", "2026-04-10", "2026-04-20", "2026-04-21", "2026-04-24", "2026-05-11", "2026-06-03",
    "2026-07-25", "2026-08-05", "2026-08-20", "2026-09-17", "2026-09-18", "2026-10-15", "2026-10-21", "2026-12-26",
)  # fmt: skip
"""The days on which anybody looks."""
NAMES = {
    line["id"]: line["names"][0]["text"]
    for line in (json.loads(written) for one in LIVES for written in one)
    if line["type"] == "party"
}
TASKS, STAY, SUPPORTED = words_beside("pages/tasks"), words_beside("pages/stay"), words_beside("pages/supported")
STATES = {"breached": TASKS["state_overdue"].en, "unmet": TASKS["state_not_kept"].en, "due": TASKS["state_due"].en}
"""How the list of tasks says a state of a verdict."""

Walking = Callable[..., Page]


@pytest.fixture(scope="module")
def days() -> Iterator[Days]:
    with passing(*LIVES, stops=STOPS) as found:
        yield found


@pytest.fixture(params=[PHONE, pytest.param(DESK, marks=pytest.mark.soak)])
def walking(request: pytest.FixtureRequest, browser: Browser, days: Days) -> Iterator[Walking]:
    """A page of somebody who has signed in at the end of a day, or of nobody, at one width and without scripts."""
    contexts = []

    def opened(day: str, as_: str | None, at: str = "", language: str = "en") -> Page:
        days.come_to(day)
        context = browser.new_context(viewport={"width": request.param, "height": 800}, java_script_enabled=False)
        contexts.append(context)
        address = f"http://{days.address}"
        if as_ is not None:
            cookies = Client(days.address).sign_in(as_).cookies
            context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
        page = context.new_page()
        page.goto(f"{address}/{at}?lang={language}")
        return page

    yield opened
    for context in contexts:
        context.close()


def row(name: str) -> Row:
    return next(one for one in ROWS if one.name == name)


def person(id_: str) -> str:
    return f"person={id_}"


def employer(id_: str) -> str:
    return f"employer={id_}"


def titles(one: Row) -> list[str]:
    """What the norms that cite the provision of a row are called."""
    return [norm.latest.title.en for norm in norms_of(one)]


def listed(part: Locator, one: Row) -> Locator:
    """The rows of a list of tasks that are about the provision of a row."""
    called = re.compile("|".join(f"^{re.escape(title)}$" for title in titles(one)))
    return part.locator("li.task").filter(has=part.page.locator("a.task-link", has_text=called))


def of_party(page: Page, party: str) -> Locator:
    """What the page of tasks lists under a party."""
    return page.locator(f"h3:text-is('{NAMES[party]}') + ul")


def says_whose_turn_it_is(page: Page, one: Row) -> None:
    """On the page of tasks of the person whom a row is about: under its bearer, in its state, with its day, and nowhere else."""
    bearer = str(one.expect["bearer"])
    mine = listed(section(page, "mine"), one)
    found = mine if bearer == one.about[0] else listed(of_party(page, bearer), one)
    state = one.expect["state"]
    states = [state] if isinstance(state, str) else list(state)  # type: ignore[call-overload]  # a state or several
    if "open" in states and not found.count():
        waits = section(page, "open").locator("li").all_text_contents()
        assert any(title in said for title in titles(one) for said in waits)
        return
    assert found.count() > 0, page.get_by_role("main").inner_text()
    last = last_day(one)
    said = next(text for text in found.all_inner_texts() if last is None or last in text)
    assert any(STATES[each] in said for each in states if each in STATES)
    assert mine.count() == (found.count() if bearer == one.about[0] else 0)


def last_day(one: Row) -> str | None:
    """The day by which a duty of a row is, or was, to be done."""
    if isinstance(one.expect.get("due"), str):
        return str(one.expect["due"])
    return day_before(one.expect["since"]) if one.expect.get("state") == "breached" else None


def owes(page: Page, one: Row) -> None:
    """The first page of an employer has the duty of a row as its own, with its day."""
    last = last_day(one)
    own = listed(section(page, "duties"), one).all_inner_texts()
    assert any(last is None or f"was due by {last}" in said for said in own), own


def accuses_nobody(page: Page, one: Row) -> None:
    """The page of tasks has nothing of the provision in a state that a row excludes."""
    assert set(one.never) & set(NEGATIVE)
    for said in listed(page.get_by_role("main"), one).all_inner_texts():
        assert STATES["breached"] not in said
        assert STATES["unmet"] not in said


def is_lawful(page: Page, one: Row, until: str) -> None:
    """The first line says yes until a day, as a row says that the stay is met."""
    assert one.expect["state"] == "met"
    assert page.get_by_role("heading", name=STAY["stay_yes_until"].en.format(day=until)).is_visible()
    assert page.locator(".banner-act").count() == 0


def day_before(day: object) -> str:
    return (date.fromisoformat(str(day)) - timedelta(days=1)).isoformat()


def names_nobody(page: Page, *persons: str) -> None:
    text = page.get_by_role("main").inner_text()
    assert not [one for one in persons if NAMES[one] in text or one in text]


def test_asked_a_week_ahead_the_company_reads_no_yes(walking: Walking) -> None:
    """The contract is the company's own word alone: it sees no record of his, and reads what to do instead."""
    asked = row("asked_a_week_ahead")
    page = walking(str(asked.known), employer(KAEDE))
    menu(page, "May start")
    page.get_by_label("Day").fill(asked.on)
    pressed(page.get_by_role("button", name="Answer for this day"))
    assert "met" in asked.never
    assert page.get_by_text("they may work for you on this day").count() == 0
    assert page.get_by_text("This does not mean no").first.is_visible()
    names_nobody(page, MINH)
    is_lawful(walking(str(asked.known), person(MINH)), row("the_last_day_on_the_card"), "2026-06-05")


def test_a_shift_after_leaving_school_is_his_to_end_and_nothing_of_it_is_held_against_the_shop(
    walking: Walking,
) -> None:
    his, theirs = row("a_shift_after_leaving_school"), row("the_shop_is_asked_whether_it_took_care")
    page = walking(his.on, person(MINH), at="tasks")
    says_whose_turn_it_is(page, his)
    accuses_nobody(page, theirs)
    assert of_party(page, SAKURA).count() == 0
    assert theirs.expect["causes"] == ["judgement"]
    waits = section(page, "open").locator("li", has_text=titles(theirs)[0])
    assert "waits for an official's assessment" in (waits.first.text_content() or "")
    shop = walking(his.on, employer(SAKURA))
    assert shop.get_by_text("No duty needs action now.").first.is_visible()
    names_nobody(shop, MINH)


def test_in_the_special_period_he_reads_the_last_day_and_a_bank_can_check_it(walking: Walking) -> None:
    one = row("at_the_latest_until_the_fifth_of_june")
    last = day_before(one.expect["next_on"])
    page = walking(str(one.known), person(MINH))
    is_lawful(page, one, last)
    assert page.get_by_role("heading", name=STAY["special_title"].en).is_visible()
    assert "Student" in page.get_by_role("main").inner_text()
    assert "art. 20(6)" in page.get_by_role("main").inner_text()
    menu(page, "Show")
    page.fill("#verifier", "Minami Bank")
    pressed(page.locator("main form .button-solid").first)
    page.check("#sort-bank")
    for _ in range(3):
        pressed(page.locator("main form .button-solid").first)
    code = page.locator(".code").inner_text()
    bank = walking(str(one.known), None, at="check")
    bank.fill("#code", code)
    bank.fill("#name", "Tanaka")
    pressed(bank.locator("main form .button-solid").first)
    assert bank.get_by_text(f"Lawful stay until {last} at the latest").is_visible()
    assert "school" not in bank.get_by_role("main").inner_text().lower()
    menu(page, "Who looked")
    assert page.get_by_text("who gave the name Tanaka").first.is_visible()


REPORT = "Report of breaches to the labour standards office"


def says_nothing_of_help(host: Page) -> None:
    """That she asked the supporter for help is not to be read at the host, nor what the supporter owes because of it."""
    assert REPORT in titles(row("the_supporter_reports_at_once"))
    text = host.content()
    assert REPORT not in text
    assert "onsult" not in text


def test_three_months_without_an_interview_are_the_supporters_and_the_wage_is_the_hosts(walking: Walking) -> None:
    late, peer = row("three_months_without_an_interview"), row("less_than_the_japanese_peer")
    page = walking(late.on, person(THU), at="tasks")
    says_whose_turn_it_is(page, late)
    says_whose_turn_it_is(page, peer)
    assert page.get_by_text(TASKS["mine_none"].en).is_visible()
    supporter = walking(late.on, f"supporter={TOMOSHIBI}")
    owed = supporter.get_by_role("table").first
    assert f"{last_day(late)} (overdue)" in owed.inner_text()
    assert any(title in owed.inner_text() for title in titles(late))
    menu(supporter, "Whom we support")
    assert "2026-01-14" in supporter.locator("tr", has_text=NAMES[THU]).inner_text()
    owes(walking(late.on, employer(KITA)), peer)


def test_the_decision_alone_ends_nothing_and_he_reads_by_when_to_take_the_card(walking: Walking) -> None:
    one = row("the_decision_alone_ends_nothing")
    page = walking(one.on, person(MINH))
    is_lawful(page, one, "2026-06-05")
    assert page.get_by_role("heading", name=STAY["card_by"].en.format(day="2026-06-05")).is_visible()
    menu(page, "To do")
    told = row("he_told_the_office_in_time")
    assert told.expect["state"] == "met"
    assert listed(page.get_by_role("main"), told).count() == 0


def test_with_the_card_the_stay_is_new_and_the_company_has_its_own_days(walking: Walking) -> None:
    one, due = row("the_day_of_the_card"), row("the_fifth_day_is_a_holiday")
    page = walking(one.on, person(MINH))
    is_lawful(page, one, "2027-04-24")
    assert page.get_by_role("heading", name=STAY["card_by"].en.format(day="2026-06-05")).count() == 0
    menu(page, "To do")
    kaedes = listed(of_party(page, KAEDE), due)
    assert f"by {due.expect['due']}" in kaedes.first.inner_text()
    assert listed(section(page, "mine"), due).count() == 0
    company = walking(one.on, employer(KAEDE))
    own = listed(section(company, "duties"), due)
    assert f"due by {due.expect['due']}" in own.first.inner_text()


def test_on_the_monday_after_the_tenth_nothing_is_late(walking: Walking) -> None:
    filed, hired = row("the_fifth_day_is_a_holiday"), row("the_tenth_is_a_sunday")
    page = walking(hired.on, employer(KAEDE))
    for one in (filed, hired):
        assert listed(section(page, "duties"), one).count() == 0
    menu(page, "May start")
    answer = page.locator("article", has_text=NAMES[MINH]).or_(page.locator("section", has_text=NAMES[MINH]))
    assert "they may work for you on this day" in answer.first.inner_text()


def test_what_she_told_the_supporter_is_its_turn_and_nothing_at_the_host(walking: Walking) -> None:
    one = row("the_supporter_reports_at_once")
    page = walking(one.on, person(THU), at="tasks")
    says_whose_turn_it_is(page, one)
    says_nothing_of_help(walking(one.on, employer(KITA)))


def test_before_she_leaves_she_reads_what_ends_what_stays_and_who_does_what(walking: Walking) -> None:
    page = walking("2026-07-25", person(THU))
    pressed(page.get_by_role("link", name="Leaving a job safely"))
    page.get_by_label("Last day").fill("2026-07-31")
    pressed(page.get_by_role("button", name="Show", exact=True))
    own = row("her_own_notice_came_in_time")
    mine = section(page, "mine").locator("article", has_text=re.compile("|".join(map(re.escape, titles(own)))))
    assert f"by {own.expect['due']}" in mine.first.inner_text()
    others = section(page, "others")
    for name in ("the_host_never_told_the_office", "nor_the_employment_office"):
        kept = row(name)
        theirs = others.locator("article", has_text=re.compile("|".join(map(re.escape, titles(kept)))))
        assert f"by {day_before(kept.expect['since'])}" in theirs.first.inner_text()
    assert NAMES[KITA] in others.inner_text()
    assert "Lawful stay" in section(page, "stays").inner_text()
    assert NAMES[TOMOSHIBI] in section(page, "home").inner_text()
    host = walking("2026-07-25", employer(KITA))
    assert "2026-07-31" not in host.get_by_role("main").inner_text(), "what she asks is nobody else's to know"


def test_s15_with_the_engagement_the_supporters_sight_of_her_ends(walking: Walking) -> None:
    """Its last day is 2026-07-31; that its own reports are still due names her to nobody who looks at her records."""
    supported = SUPPORTED["none"].en
    before = walking("2026-07-25", f"supporter={TOMOSHIBI}")
    menu(before, SUPPORTED["title"].en)
    assert before.get_by_role("cell", name=NAMES[THU]).is_visible()
    assert not before.get_by_text(supported).count()
    after = walking("2026-08-05", f"supporter={TOMOSHIBI}", at="supported")
    names_nobody(after, THU)
    assert after.get_by_text(supported).is_visible()
    looks = walking("2026-08-05", person(THU), at="looks").locator("main tr, main li", has_text=NAMES[TOMOSHIBI])
    days = set(re.findall(r"2026-\d\d-\d\d", " ".join(looks.all_inner_texts())))
    assert "2026-07-25" in days
    assert not [day for day in days if day >= "2026-08-03"], "the day on which it was told that it had ended"


def test_while_her_own_notice_is_due_she_gets_it_as_a_draft(walking: Walking) -> None:
    page = walking("2026-08-05", person(THU), at="tasks")
    own = row("her_own_notice_came_in_time")
    pressed(page.get_by_role("link", name=re.compile("|".join(map(re.escape, titles(own))))).first)
    draft = page.get_by_role("link", name="Get a draft of the notice").get_attribute("href")
    assert draft is not None
    answered = page.request.get(draft if draft.startswith("http") else re.sub(r"(?<=[^/:])/.*", draft, page.url))
    assert answered.headers["content-disposition"] == 'attachment; filename="notice.txt"'
    text = answered.text()
    assert "契約機関との契約が終了した年月日（day on which the contract ended）：2026年7月31日" in text
    assert "氏名（name）：LE THI THU" in text
    assert "在留カードの番号（number of the residence card）：＿＿＿＿＿＿" in text


def test_three_weeks_later_her_own_notice_is_done_and_the_hosts_are_not(walking: Walking) -> None:
    on = row("the_host_never_told_the_office").on
    page = walking(on, person(THU), at="tasks")
    for name in ("the_host_never_told_the_office", "nor_the_employment_office", "the_supporter_reports_at_once"):
        says_whose_turn_it_is(page, row(name))
    own = row("her_own_notice_came_in_time")
    assert own.expect["state"] == "met"
    assert listed(page.get_by_role("main"), own).count() == 0
    host = walking(on, employer(KITA))
    for name in ("the_host_never_told_the_office", "nor_the_employment_office"):
        owes(host, row(name))
    says_nothing_of_help(host)


def acting(holder: str) -> str:
    return f"helper={holder}/{THU}"


def test_s17_without_a_smartphone_a_helper_acts_and_she_sees_it(walking: Walking) -> None:
    page = walking("2026-08-20", acting(HUONG))
    assert page.get_by_text("You are acting for somebody else. They see that you looked.").is_visible()
    assert page.get_by_role("heading", name="Yes. Your stay is lawful until 2027-02-12.").is_visible()
    assert page.get_by_role("link", name="Show", exact=True).count() == 0, "what gives something away is hers alone"
    menu(page, "Records")
    pressed(page.get_by_role("link", name="Pay", exact=True).first)
    pressed(page.get_by_role("link", name="This is").first)
    page.check("input[value=wrong]")
    pressed(page.locator("main form .button-solid").first)
    page.check("input[value=amount]")
    pressed(page.locator("main form .button-solid").first)
    page.get_by_role("textbox").fill("5,000 yen less")
    pressed(page.locator("main form .button-solid").first)
    assert "(entered by somebody who acts for the person)" in page.get_by_role("main").inner_text()
    pressed(page.locator("main form .button-solid").first)
    assert "5,000 yen less（本人のために行動する人が入力しました）" in page.get_by_role("main").inner_text()
    receipt = page.url.partition("?")[0]
    own = walking("2026-08-20", person(THU))
    own.goto(receipt)
    assert "5,000 yen less（本人のために行動する人が入力しました）" in own.get_by_role("main").inner_text()
    menu(own, "Who looked")
    assert own.locator("tr", has_text="helper").filter(has_text="for you").count() > 0
    assert DUONG not in own.content()
    host = walking("2026-08-20", employer(KITA)).content()
    assert "5,000 yen" not in host
    assert "disput" not in host


def test_who_may_only_look_disputes_nothing_and_with_the_mandate_all_of_it_ends(walking: Walking, days: Days) -> None:
    page = walking("2026-08-20", acting(DUONG))
    menu(page, "Records")
    pressed(page.get_by_role("link", name="Pay", exact=True).first)
    assert page.get_by_role("link", name="This is").count() == 0
    assert page.goto(f"{page.url.partition('?')[0]}/dispute").status == 404  # type: ignore[union-attr]  # it answers
    page = walking("2026-09-18", acting(DUONG))
    for path in ("stay", "notices", "records", "tasks"):
        answer = page.goto(f"http://{days.address}/{path}")
        assert answer is not None
        assert (path, answer.status) == (path, 403)
        assert NAMES[THU] not in page.content()


def test_a_helper_reads_no_notice_by_which_a_hidden_address_is_found(walking: Walking) -> None:
    hers, theirs = walking("2026-08-20", person(THU)), walking("2026-08-20", acting(DUONG))
    counts = []
    for page in (hers, theirs):
        menu(page, "Notices")
        counts.append(page.locator("main ol > li").count())
    assert "umagaya" in hers.content()
    assert "umagaya" not in theirs.content()
    assert 0 < counts[1] < counts[0]
    assert f"The newest {counts[1]} of {counts[1]}" in theirs.get_by_role("main").inner_text()


def test_granted_is_not_handed_over_and_with_the_card_she_may_start(walking: Walking) -> None:
    for name in ("the_day_before_the_card", "with_the_card_she_may_start"):
        one = next(each for each in ROWS if each.name == name and each.about == (THU, HIKARI))
        page = walking(one.on, person(THU))
        jobs = page.locator("tr", has_text=NAMES[HIKARI])
        if one.expect["state"] == "met":
            assert "kept" in jobs.first.inner_text()
            is_lawful(page, one, "2027-09-18")
        else:
            assert jobs.count() == 0
            assert page.get_by_role("heading", name=STAY["card_by"].en.partition("{")[0]).is_visible()


@pytest.mark.soak
def test_a_premium_paid_in_time_is_no_task(walking: Walking) -> None:
    one = row("august_paid_in_time")
    page = walking(one.on, person(THU), at="tasks")
    accuses_nobody(page, one)
    assert listed(section(page, "mine"), one).count() == 0


def test_the_employer_owes_the_report_and_he_may_ask_himself(walking: Walking) -> None:
    owed, right = row("the_employer_never_reported_him"), row("he_may_ask_himself_and_seven_months_are_lost")
    page = walking(owed.on, person(BAO), at="tasks")
    says_whose_turn_it_is(page, owed)
    for name in ("the_months_billed_to_him_are_not_his", "not_by_the_article_on_the_date_either"):
        accuses_nobody(page, row(name))
        assert listed(section(page, "mine"), row(name)).count() == 0
    insurer = row("nobody_asked_the_health_insurer")
    accuses_nobody(page, insurer)
    kind = insurer.expect["needs_kinds"][0]  # type: ignore[index]  # JSON
    assert kind_named(str(kind)).facts.title_en in section(page, "open").inner_text()
    menu(page, "My rights")
    rights = section(page, "now").locator("h3").all_inner_texts()
    assert len(set(rights)) == len(rights), "each month of one right is no right of its own"
    held = section(page, "now").locator("article", has_text=re.compile("|".join(map(re.escape, titles(right)))))
    lost = right.expect["figures"]["months_lost"][0]  # type: ignore[index]  # JSON
    assert f"today: months lost {lost}" in held.first.inner_text()
    following = right.expect["next"]["on"]  # type: ignore[index]  # JSON
    after = row("with_november_the_eighth_month_is_lost").expect["figures"]["months_lost"][0]  # type: ignore[index]  # JSON
    assert f"from {following}: months lost {after}" in held.first.inner_text()
    company = walking(owed.on, employer(MINATO))
    duty = listed(section(company, "duties"), owed)
    assert duty.count() == 1
    assert company.get_by_text("Duties of ours that need action: 1.").is_visible()
    clerk = walking(owed.on, "officer=authority:pension-service")
    assert clerk.get_by_text("No duty needs action now.").first.is_visible()


def test_once_he_asked_nothing_more_is_lost(walking: Walking) -> None:
    right = row("once_he_asked_nothing_more_is_lost")
    page = walking(right.on, person(BAO), at="rights")
    held = page.get_by_role("main").locator("article, details", has_text=titles(right)[0]).first
    lost = right.expect["figures"]["months_lost"][0]  # type: ignore[index]  # JSON
    assert f"months lost {lost}" in (held.text_content() or "")
    assert right.expect["next"] is None
    assert f"months lost {lost + 1}" not in (held.text_content() or "")


def test_the_arrears_from_one_pay_are_the_employers_and_not_his(walking: Walking) -> None:
    one = row("the_employer_takes_the_arrears_from_one_pay")
    page = walking(one.on, person(BAO), at="tasks")
    says_whose_turn_it_is(page, one)
    judged = row("the_premiums_wait_for_judgement_and_the_employer_is_named")
    accuses_nobody(page, judged)
    assert page.get_by_text(TASKS["mine_none"].en).is_visible()
    pressed(listed(of_party(page, MINATO), one).get_by_role("link").first)
    for low, _ in one.expect["figures"].values():  # type: ignore[attr-defined]  # JSON
        assert f"{low:,}" in page.get_by_role("main").inner_text()
    company = walking(one.on, employer(MINATO))
    assert listed(section(company, "duties"), one).count() == 1
