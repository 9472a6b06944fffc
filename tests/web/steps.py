"""Steps in a browser without scripts: of the officer who decides in the workbench, and looking at the page as it stands."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Browser, Page

from tests.web.pressing import pressed
from tests.web.test_browser import PHONE, photograph, violations


def go(page: Page, path: str) -> None:
    page.goto(f"http://{page.url.split('/')[2]}{path}")


def agreed(page: Page) -> None:
    """From the choice of what is applied for to its last step: on, agreed, and on."""
    pressed(page.get_by_role("button", name="Continue"))
    page.get_by_label("I agree").check()
    pressed(page.get_by_role("button", name="Continue"))


def weighed(page: Page, factor: str, direction: str) -> None:
    """Every factor looked at; one decides."""
    pressed(page.get_by_role("link", name="On to the factors"))
    for one in page.locator("fieldset.factor", has=page.get_by_label("Considered")).all():
        one.get_by_label("Considered").check()
        one.get_by_label("In your own words").fill("I have read what is on record.")
    decisive = page.locator("fieldset.factor", has_text=f"· {factor}")
    decisive.get_by_label("Direction").select_option(direction)
    decisive.get_by_label("What it means for the outcome").select_option("decisive")
    decisive.get_by_label("Without it the outcome would be").select_option("other")


def onwards(page: Page) -> None:
    pressed(page.get_by_role("button", name="Save and go on"))


def concluded(page: Page, factor: str, result: str, reason: str) -> None:
    """Impact, a milder measure, outcome and reasons."""
    page.get_by_label("On the person").fill("Work and home go on.")
    page.get_by_label("Whether there is a family").select_option("no")
    page.get_by_label("Measure", exact=True).first.fill("A shorter period")
    page.get_by_label("Why it is not taken").first.fill("It would be for the same activity.")
    onwards(page)
    page.get_by_label("Outcome", exact=True).select_option(result)
    page.get_by_label("Why you follow what the requirements come to").fill("What is open is mine to judge.")
    page.get_by_label("What the law leaves to the office").fill("Whether there is a good reason.")
    first = page.locator("fieldset", has=page.get_by_text("Reason 1", exact=True))
    first.get_by_label("Sentence").fill(reason)
    first.locator("summary").click()
    first.locator(f"[id='reason.0.on.{factor}']").check()
    page.get_by_label("By which act you may decide").fill("Order of the regional director")
    page.get_by_label("Provision").fill("326CO0000000319/69-2")
    page.get_by_label("Since").fill("2026-04-01")
    page.get_by_label("Language of the notice").select_option("en")
    page.get_by_label("Why the applicant understands it").fill("They wrote in English.")


@cache
def looking_at(browser: Browser, width: int) -> Page:
    """A window in which axe-core runs; to make one takes longer than to look at a page, so there is one for each width."""
    return browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()


def hinders_nobody(page: Page, browser: Browser, name: str, width: int) -> None:
    """That axe-core finds nothing on the page as it stands, in each language at one width, and that it fits the screen."""
    looking = looking_at(browser, width)
    looking.context.clear_cookies()
    looking.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]  # as they were given
    for language in ("ja", "en") if width == PHONE else ("ja-easy",):
        looking.goto(f"{page.url.partition('?')[0]}?lang={language}")
        for more in looking.locator("main summary").all()[:4]:
            more.click()
        assert violations(looking) == [], (name, language)
        assert looking.evaluate("document.documentElement.scrollWidth") <= width, f"{name} is wider than the screen"
        photograph(looking, f"{name}-{language}-{width}")


def kept_letter_hinders_nobody(page: Page, browser: Browser, path: str, width: int) -> None:
    """That axe-core finds nothing in the letter as it is kept, opened from the reader's own disk, and that it fits the screen."""
    answer = page.context.request.get(f"http://{page.url.split('/')[2]}{path}")
    assert answer.headers["content-disposition"].startswith("attachment")
    context = browser.new_context(viewport={"width": width, "height": 800})
    looking = context.new_page()
    looking.set_content(answer.text())
    assert violations(looking) == []
    assert looking.evaluate("document.documentElement.scrollWidth") <= width, "the kept letter is wider than the screen"
    photograph(looking, f"letter-{width}")
    context.close()
