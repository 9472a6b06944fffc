"""A real browser walks through the portal, on a telephone and on a desk: nothing breaks, nothing is loaded from elsewhere.

KYOSEI_SCREENSHOTS names a folder into which the pages are photographed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.web.conftest import Served
from tests.web.pressing import entered, pressed

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
VIOLATIONS = "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"
"""All rules are run; of what they find in order, nothing is gathered and sent."""
PHONE, DESK = 360, 1280
PERSON = (
    "stay", "tasks", "calendar", "rights", "what-if", "leaving-safely", "permanent-residence", "applications", "apply",
    "decisions", "life", "records", "hidden-address",
    "records/sita-stay", "show", "looks", "notices", "why/jp.immigration.lawful-stay", "components", "no-such-page",
)  # fmt: skip
VIEWS = list(product((PHONE, DESK), ("ja", "ja-easy", "en")))
"""Every width in every language."""
SAMPLE = {view: PERSON[number :: len(VIEWS)] for number, view in enumerate(VIEWS)}
"""Every page once, and every view; `make soak` looks at every page in every view."""


def opened(browser: Browser, served: Served, width: int, language: str, as_: str, *, with_axe: bool = True) -> Page:
    """A page of somebody who is signed in, in a browser that has nothing from before."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, bypass_csp=with_axe, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"http://{served.address}/sign-in?lang={language}")
    page.click(f"form:has(input[value='{as_}']) button")
    return page


def photograph(page: Page, name: str) -> None:
    if folder := os.environ.get("KYOSEI_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def violations(page: Page) -> list[str]:
    """What axe-core finds, each with the first place."""
    page.evaluate(AXE)
    found = page.evaluate(VIOLATIONS)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def hinders_nobody(page: Page, served: Served, paths: Iterable[str], view: tuple[int, str]) -> None:
    """That axe-core finds nothing on these pages, and that none is wider than the screen."""
    width, language = view
    for path in paths:
        page.goto(f"http://{served.address}/{path}")
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} is wider than the screen"
        photograph(page, f"{path.partition('?')[0].replace('/', '-')}-{language}-{width}")
    page.context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_no_page_of_a_person_hinders_anybody(browser: Browser, served: Served, view: tuple[int, str]) -> None:
    hinders_nobody(opened(browser, served, *view, "person=person:sita"), served, SAMPLE[view], view)


FURTHER = {
    (PHONE, "ne"): ("stay", "tasks"),
    (DESK, "vi"): ("rights", "notices"),
    (PHONE, "zh"): ("looks", "why/jp.immigration.lawful-stay"),
}
"""Some pages in each further language; `make soak` looks at every page in both widths."""


@pytest.mark.parametrize("view", FURTHER)
def test_no_page_in_a_further_language_hinders_anybody(
    browser: Browser, served: Served, view: tuple[int, str]
) -> None:  # fmt: skip
    hinders_nobody(opened(browser, served, *view, "person=person:sita"), served, FURTHER[view], view)


@pytest.mark.soak
@pytest.mark.parametrize("view", list(product((PHONE, DESK), ("vi", "zh", "ne"))))
def test_no_page_in_a_further_language_hinders_anybody_in_any_view(
    browser: Browser, served: Served, view: tuple[int, str]
) -> None:  # fmt: skip
    hinders_nobody(opened(browser, served, *view, "person=person:sita"), served, PERSON, view)


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(view, marks=() if view in ((PHONE, "ja"), (DESK, "ja-easy")) else pytest.mark.soak)
        for view in VIEWS
    ],
)
def test_no_answer_about_a_life_that_is_supposed_hinders_anybody(
    browser: Browser, served: Served, view: tuple[int, str]
) -> None:  # fmt: skip
    width, language = view
    page = opened(browser, served, width, language, "person=person:duc")
    page.goto(f"http://{served.address}/leaving-safely")
    page.locator("[name=last]").fill("2026-12-31")
    pressed(page.locator("main form button"))
    answered(page, f"leaving-safely-answer-{language}-{width}", width)
    page.goto(f"http://{served.address}/what-if")
    page.locator("[name=sort]").select_option("new_job")
    pressed(page.locator("main form button"))
    page.locator("[name=day]").fill("2027-01-01")
    page.locator("[name=leaves]").select_option("org:hamakaze")
    pressed(page.locator("main form button"))
    answered(page, f"what-if-answer-{language}-{width}", width)
    page.context.close()


def answered(page: Page, name: str, width: int) -> None:
    """The answer stands on the page, whole and opened; nothing in it hinders anybody."""
    assert page.locator("#answer").is_visible()
    for more in page.locator("main summary").all():
        more.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    photograph(page, name)


@pytest.mark.soak
@pytest.mark.parametrize("view", VIEWS)
def test_no_page_of_a_person_hinders_anybody_in_any_view(
    browser: Browser, served: Served, view: tuple[int, str]
) -> None:  # fmt: skip
    hinders_nobody(opened(browser, served, *view, "person=person:sita"), served, PERSON, view)


@pytest.mark.parametrize(
    "view",
    [pytest.param(view, marks=() if view in ((PHONE, "en"), (DESK, "ja")) else pytest.mark.soak) for view in VIEWS],
)
def test_no_page_of_an_organisation_hinders_anybody(browser: Browser, served: Served, view: tuple[int, str]) -> None:
    hinders_nobody(
        opened(browser, served, *view, "employer=org:hamakaze"),
        served,
        (
            "company",
            "company/import",
            "company/start",
            "company/expiries",
            "company/leaving?person=person:duc",
            "notices",
        ),
        view,
    )


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(view, marks=() if view in ((PHONE, "ja-easy"), (DESK, "en")) else pytest.mark.soak)
        for view in VIEWS
    ],
)
def test_no_page_of_an_office_and_no_page_of_the_audit_hinders_anybody(
    browser: Browser, served: Served, view: tuple[int, str]
) -> None:  # fmt: skip
    office = ("owed", "as-a-source", "disputes-to-answer", "audit", "audit/entries/7")
    hinders_nobody(opened(browser, served, *view, "officer=authority:isa"), served, office, view)
    hinders_nobody(opened(browser, served, *view, "supporter=org:kizuna"), served, ("owed", "supported"), view)


def test_a_clerk_answers_a_question_without_scripts(browser: Browser, served: Served) -> None:
    """A mistake is said above all and at its input; what is sent gets a receipt."""
    page = browser.new_context(viewport={"width": PHONE, "height": 800}, java_script_enabled=False).new_page()
    page.goto(f"http://{served.address}/sign-in?lang=en")
    page.click("form:has(input[value='officer=authority:isa']) button")
    pressed(page.get_by_role("link", name="Registration of a support organisation").first)
    page.get_by_label("We have searched and there is none").check()
    entered(page.get_by_role("button", name="Continue"))
    pressed(page.get_by_role("button", name="Continue"))
    assert page.get_by_role("alert").get_by_role("link").count() == 1
    pressed(page.get_by_role("alert").get_by_role("link"))
    page.locator(":target").fill("0")
    pressed(page.get_by_role("button", name="Continue"))
    assert page.get_by_role("heading", name="Check before you send").is_visible()
    pressed(page.get_by_role("button", name="Send", exact=True))
    assert page.get_by_role("heading", name="It is received").is_visible()
    page.context.close()


@pytest.mark.parametrize(
    "view", [pytest.param(view, marks=() if view == (PHONE, "ja-easy") else pytest.mark.soak) for view in VIEWS]
)
def test_signing_in_hinders_nobody(browser: Browser, served: Served, view: tuple[int, str]) -> None:
    width, language = view
    page = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()
    paths = ("sign-in", "sign-in/again?for=show", "signed-out", "check")
    hinders_nobody(page, served, [f"{path}{'&' if '?' in path else '?'}lang={language}" for path in paths], view)


def test_in_the_dark_everything_can_be_read(browser: Browser, served: Served) -> None:
    page = opened(browser, served, PHONE, "en", "person=person:sita")
    page.emulate_media(color_scheme="dark")
    for path in ("stay", "life"):
        page.goto(f"http://{served.address}/{path}")
        assert violations(page) == [], path
    page.context.close()


def test_with_colours_of_ones_own_and_on_paper_all_of_it_is_there(browser: Browser, served: Served) -> None:
    page = opened(browser, served, DESK, "en", "person=person:sita")
    for path in ("stay", "life", "tasks"):
        page.emulate_media(media="screen", forced_colors="none")
        page.goto(f"http://{served.address}/{path}")
        said = page.get_by_role("main").inner_text()
        page.emulate_media(forced_colors="active")
        assert violations(page) == [], path
        page.emulate_media(media="print", forced_colors="none")
        assert not page.get_by_role("navigation", name="Menu").is_visible(), path
        assert page.get_by_role("heading", level=1).is_visible()
        printed = page.get_by_role("main").inner_text()
        assert not [line for line in said.splitlines() if line.strip() and line not in printed], path
    page.context.close()


def test_nothing_is_loaded_from_elsewhere_and_little_at_all(browser: Browser, served: Served) -> None:
    page = opened(browser, served, PHONE, "en", "person=person:sita", with_axe=False)
    asked, complaints = list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for path in PERSON[:-1]:
        page.goto(f"http://{served.address}/{path}")
    assert all(url.startswith(f"http://{served.address}/") for url in asked)
    assert complaints == []  # the browser tells here what the policy of contents forbids
    sizes = page.evaluate("performance.getEntriesByType('resource').map(one => one.encodedBodySize)")
    assert sum(sizes) + len(page.content()) < 150_000
    page.context.close()


def test_somebody_walks_through_without_scripts_and_by_keyboard(browser: Browser, served: Served) -> None:
    """S1: from signing in to the record that the answer rests on."""
    context = browser.new_context(viewport={"width": PHONE, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://{served.address}/?lang=en")
    entered(page.get_by_role("button", name="SHRESTHA SITA"))
    assert page.get_by_role("heading", name="Yes. Your stay is lawful until 2027-01-05.").is_visible()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    entered(page.get_by_role("link", name="Application to the immigration office").first)
    assert page.get_by_role("heading", name="Where it comes from").is_visible()
    page.locator("nav summary").press("Enter")
    entered(page.get_by_role("link", name="Who looked"))
    assert page.get_by_role("heading", name="Who looked at your records").is_visible()
    pressed(page.get_by_role("link", name="やさしい日本語"))
    assert page.get_by_role("heading", name="だれが 記録を 見たか").is_visible()
    page.locator("nav summary").press("Enter")
    pressed(page.get_by_role("button", name="おわる"))
    assert page.url.endswith("/sign-in")
    page.goto(f"http://{served.address}/stay")
    assert page.url.endswith("/sign-in")
    context.close()


def test_the_worker_reads_what_the_employer_owes_and_the_employer_reads_the_same(
    browser: Browser, served: Served
) -> None:
    """S3: deducted but never enrolled."""
    worker = opened(browser, served, PHONE, "en", "person=person:duc")
    pressed(worker.get_by_role("link", name="For others to do for you"))
    pressed(worker.get_by_role("link", name="Report a newly insured worker to the Pension Service"))
    assert worker.get_by_text("It is the turn of 株式会社はまかぜ金型. It is not your duty.").is_visible()
    employer = opened(browser, served, DESK, "en", "employer=org:hamakaze")
    duties = employer.get_by_role("region", name="Duties")
    assert duties.get_by_text("Report a newly insured worker to the Pension Service").first.is_visible()
    worker.context.close()
    employer.context.close()


def test_an_employer_walks_from_its_duty_to_saying_that_it_is_done(browser: Browser, served: Served) -> None:
    """In each language nothing hinders anybody; the walk itself needs no script."""
    looking = opened(browser, served, PHONE, "en", "employer=org:hamakaze")
    for language in ("ja", "ja-easy", "en"):
        looking.goto(f"http://{served.address}/company?lang={language}")
        pressed(looking.get_by_role("link", name=re.compile("資格取得|年金事務所|newly insured")).first)
        for more in looking.locator("summary").all():
            more.click()
        assert violations(looking) == [], language
    looking.context.close()
    context = browser.new_context(viewport={"width": PHONE, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://{served.address}/?lang=en")
    entered(page.get_by_role("button", name="株式会社はまかぜ金型"))
    entered(page.get_by_role("link", name="Report the monthly remuneration"))
    assert page.get_by_role("heading", name="What curing it does").is_visible()
    page.get_by_text("Say that it is done").first.click()
    page.get_by_label("On which day").fill("2026-11-20")
    entered(page.get_by_role("button", name="Say that it is done"))
    assert page.get_by_role("heading", name="It is on record").is_visible()
    context.close()


def test_one_press_leaves_and_there_is_no_way_back(browser: Browser, served: Served) -> None:
    """The browser itself must follow: its policy of contents applies to where a form leads in the end, too."""
    page = opened(browser, served, PHONE, "en", "person=person:sita", with_axe=False)
    page.context.route("https://www.jma.go.jp/**", lambda route: route.fulfill(body="Sunny", content_type="text/html"))
    page.click("form[action='/leave'] button")
    page.wait_for_url("https://www.jma.go.jp/")
    assert page.inner_text("body") == "Sunny"
    page.go_back()
    assert "Your stay" not in page.inner_text("body")
    assert page.url.endswith("/sign-in")
    page.context.close()
