"""The person walks through stories without scripts, on a telephone and on a desk, twelve days after every source spoke last.

S3: deducted but never enrolled. S9: the job changed; the worker told the office on day 13, the organisation never. S10: a stay
expired while the office's feed is down. S6, in the portal of all tests: numbers of two persons are said to be one's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.alerts.installation import stay
from tests.web.client import Client
from tests.web.conftest import Served, serving
from tests.web.pressing import entered, menu, pressed
from tests.web.serving import SAMPLES
from tests.web.test_browser import DESK, PHONE
from tests.web.test_import import freee_of

DARK_DAYS = "12"
"""After 2026-11-22: it is 2026-12-04, and nobody has said anything since."""
STAY_UNTIL = "2026-12-04"
SAID = "2026-11-20T10:00:00+09:00"


@pytest.fixture(scope="module")
def dark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A portal in which all feeds are down."""
    kim = tmp_path_factory.mktemp("lives") / "kim.jsonl"
    lines = list(stay("person:kim", STAY_UNTIL, said=SAID))
    lines[0]["names"] = [{"script": "Latn", "text": "KIM MINJI"}]
    kim.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    lives: list[Path] = [*(SAMPLES / f"{name}.jsonl" for name in ("offices", "duc", "jerome", "lihua", "putri")), kim]
    with serving(DARK_DAYS, ":".join(map(str, lives))) as served:
        yield served


@pytest.fixture(params=[PHONE, DESK])
def walking(request: pytest.FixtureRequest, browser: Browser, dark: Served) -> Iterator[Callable[[str], Page]]:
    """Signs somebody in, at one width."""
    context = browser.new_context(viewport={"width": request.param, "height": 800}, java_script_enabled=False)

    def signed_in(name: str) -> Page:
        page = context.new_page()
        page.goto(f"http://{dark.address}/sign-in?lang=en")
        entered(page.get_by_role("button", name=name))
        return page

    yield signed_in
    context.close()


def section(page: Page, id_: str) -> Locator:
    """The part of a page under the heading with an id."""
    return page.locator(f"section[aria-labelledby={id_}]")


def test_s3_the_worker_reads_whose_turn_it_is_and_what_they_may_do_themself(walking: Callable[[str], Page]) -> None:
    page = walking("PHẠM")
    pressed(page.get_by_role("link", name="For others to do for you"))
    assert "There is nothing for you to do now." in section(page, "mine").inner_text()
    pressed(section(page, "others").get_by_role("link", name="Report a newly insured worker to the Pension Service"))
    assert page.get_by_text("It is not your duty.").first.is_visible()
    menu(page, "My rights")
    right = section(page, "now").locator("article", has_text="status in the employees' pension confirmed")
    assert "free of charge; the employer need not agree" in right.inner_text()
    assert "from 2027-06-01: months lost 1" in right.inner_text()
    menu(page, "Calendar")
    assert section(page, "past").count() == 0
    assert "Report a newly insured worker" in section(page, "past-others").inner_text()
    assert "for 株式会社はまかぜ金型 to do" in section(page, "past-others").inner_text()
    pressed(page.get_by_role("link", name="The right to have one's status in the employees' pension confirmed"))
    assert page.get_by_role("heading", level=1).is_visible()
    menu(page, "Permanent residence")
    assert page.get_by_text("These are not your duties.").is_visible()


def test_s9_who_told_in_time_has_nothing_to_do_and_the_employers_have(walking: Callable[[str], Page]) -> None:
    page = walking("REYES JEROME")
    assert page.get_by_role("heading", name="Yes. Your stay is lawful until 2028-06-12.").is_visible()
    menu(page, "To do")
    assert "Notify within fourteen days" not in section(page, "mine").inner_text()
    others = section(page, "others")
    assert others.get_by_role("heading", name="北浜システム株式会社").is_visible()
    pressed(others.get_by_role("link", name="Tell the employment office of a foreign worker's leaving"))
    assert page.get_by_text("It is not your duty.").first.is_visible()
    menu(page, "Calendar")
    assert section(page, "past").count() == 0
    assert "for 北浜システム株式会社 to do" in section(page, "past-others").inner_text()
    menu(page, "My timeline")
    assert page.locator("ol.happenings > li", has_text="2026-10-13").count() == 2


def test_s10_while_the_feed_is_down_nothing_is_said_to_have_ended(walking: Callable[[str], Page]) -> None:
    """P13: a dead source is never a no; whoever owes the answer is named, and the person has nothing undone."""
    page = walking("KIM MINJI")
    assert page.get_by_role("heading", name="Not settled yet: records are missing or differ.").is_visible()
    assert page.locator(".banner-act").count() == 0
    assert page.get_by_role("link", name="Call 0570-013904").is_visible()
    menu(page, "To do")
    assert "overdue" not in section(page, "mine").inner_text()
    assert section(page, "open").get_by_role("heading", name="Immigration Services Agency").is_visible()
    menu(page, "Calendar")
    assert section(page, "past").count() == 0
    menu(page, "My rights")
    assert "A right is no duty." in page.get_by_role("main").inner_text()


def in_a_browser(browser: Browser, served: Served, as_: str, width: int) -> Page:
    """The first page of somebody who has signed in."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    for name, value in Client(served.address).sign_in(as_).cookies.items():
        context.add_cookies([{"name": name, "value": value, "url": f"http://{served.address}"}])
    page = context.new_page()
    page.goto(f"http://{served.address}/?lang=en")
    return page


@pytest.mark.parametrize("width", [PHONE, pytest.param(DESK, marks=pytest.mark.soak)])
def test_s6_two_persons_numbers_are_not_linked_and_nothing_is_recorded_of_either(
    browser: Browser, served: Served, width: int
) -> None:
    """The employer's file has two numbers; it chooses one worker for both, as a form with two persons' numbers would."""
    worker = in_a_browser(browser, served, "person=person:duc", width)
    menu(worker, "Records")
    before = worker.get_by_role("main").get_by_role("row").count()
    page = in_a_browser(browser, served, "employer=org:hamakaze", width)
    pressed(page.get_by_role("link", name="Bring a payroll file"))
    page.get_by_label("What kind of file").select_option("freee-hr")
    two = freee_of({10, 11}, 48299).encode()
    page.set_input_files("#file", {"name": "payroll.jsonl", "mimeType": "application/jsonl", "buffer": two})
    pressed(page.get_by_role("button", name="Show what is in it"))
    numbers = page.locator("main select")
    assert numbers.count() == 2
    for place in range(2):
        assert numbers.nth(place).input_value() == "", "names that are alike choose nobody"
        numbers.nth(place).select_option("person:duc")
    pressed(page.get_by_role("button", name="Show the rows again"))
    errors = page.get_by_role("alert").locator("li")
    assert errors.count() == 2, "both numbers are named"
    for said in errors.all_inner_texts():
        assert "Two numbers have the same worker." in said
        assert "Please find out whose each number is." in said
    assert page.locator("button[value=send]").count() == 0
    worker.reload()
    assert worker.get_by_role("main").get_by_role("row").count() == before
    menu(worker, "Who looked")
    assert worker.get_by_role("table").get_by_text("株式会社はまかぜ金型").first.is_visible()
    for one in (worker, page):
        one.context.close()


@pytest.mark.parametrize(("hours", "is_permitted"), [("40", False), ("20", True)])
def test_a_student_asks_about_other_hours_and_reads_what_is_not_permitted(
    walking: Callable[[str], Page], hours: str, is_permitted: bool
) -> None:
    """Nothing is advised, and least of all a breach."""
    page = walking("PUTRI")
    menu(page, "What if")
    page.get_by_label("What would change").select_option("hours")
    pressed(page.get_by_role("button", name="Continue"))
    page.get_by_label("First day of the change").fill("2027-01-01")
    page.get_by_label("Hours a week").fill(hours)
    pressed(page.get_by_role("button", name="Compare"))
    assert page.get_by_role("heading", name="If it changes on 2027-01-01").is_visible()
    assert page.get_by_text("As the records stand this is not allowed. Please ask first.").count() == int(
        not is_permitted
    )


def test_somebody_asks_about_a_divorce_and_reads_their_own_notice_and_chance(walking: Callable[[str], Page]) -> None:
    """The stay goes on, one notice is theirs, and another status can be applied for; no other person is named."""
    page = walking("CHEN LIHUA")
    pressed(page.get_by_role("link", name="What would happen if my job, hours or home changed"))
    page.get_by_label("What would change").select_option("marriage")
    pressed(page.get_by_role("button", name="Continue"))
    page.get_by_label("First day of the change").fill("2027-01-01")
    pressed(page.get_by_role("button", name="Compare"))
    assert "by 2027-01-15" in section(page, "mine").inner_text()
    assert "Lawful stay" in section(page, "stays").inner_text()
    assert page.get_by_text("The chance to apply for another status after divorce").first.is_visible()
    assert "person:" not in page.get_by_role("main").inner_text()
