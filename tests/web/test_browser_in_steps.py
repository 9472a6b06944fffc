"""Pages that one comes to step by step hinder nobody either: saying that a record is wrong, answering, bringing a file.

axe-core looks at each step, with what it says of a mistake, as `test_browser` looks at the pages that have an address in a list.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.web.client import OWN, Client
from tests.web.conftest import Served
from tests.web.pressing import pressed
from tests.web.test_browser import DESK, PHONE, VIEWS, opened, photograph, violations
from tests.web.test_import import freee_of

EVERY_VIEW = [
    pytest.param(view, marks=() if view in ((PHONE, "ja-easy"), (DESK, "en")) else pytest.mark.soak) for view in VIEWS
]
ISA = "authority:isa"


def hinders_nobody(page: Page, name: str, view: tuple[int, str]) -> None:
    width, language = view
    assert page.locator("main h1").is_visible(), name
    assert violations(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} is wider than the screen"
    photograph(page, f"{name}-{language}-{width}")


def go_on(page: Page) -> None:
    pressed(page.locator("main form button.button-solid").last)


def told_by_isa(served: Served) -> tuple[str, str]:
    """Somebody of the town beside the samples, and a record about them from the immigration office."""
    page = Client(served.address).get("/sign-in?lang=en").text
    person = next(one for one in page.split('"') if one.startswith("person=person:p0")).removeprefix("person=")
    client = Client(served.address).sign_in(f"person={person}")
    lines = client.get(f"/api/v1/persons/{person}/records?{OWN}").json["lines"]
    return person, next(one["id"] for one in lines if one.get("source") == ISA and one["type"] == "statement")


@pytest.mark.parametrize("view", EVERY_VIEW)
def test_a_dispute_and_its_answer_hinder_nobody(browser: Browser, served: Served, view: tuple[int, str]) -> None:
    person, record = told_by_isa(served)
    page = opened(browser, served, *view, f"person={person}")
    page.goto(f"http://{served.address}/records/{record}/dispute")
    for step, answer in (("sort", "wrong"), ("cause", "date"), ("words", ""), ("check", "")):
        if answer:
            go_on(page)  # nothing is chosen
            hinders_nobody(page, f"dispute-{step}", view)
            page.check(f"#{step}-{answer}")
        else:
            hinders_nobody(page, f"dispute-{step}", view)
        go_on(page)
    assert "/disputes/" in page.url
    hinders_nobody(page, "disputed", view)
    receipt = page.url.partition("?")[0].rpartition("/")[2]
    page.context.close()
    clerk = opened(browser, served, *view, f"officer={ISA}")
    clerk.goto(f"http://{served.address}/disputes-to-answer/{receipt}")
    go_on(clerk)
    hinders_nobody(clerk, "resolve-missing", view)
    clerk.check("#outcome-kept")
    clerk.locator("main textarea").first.fill("入国管理局の記録の通りです。")
    go_on(clerk)
    hinders_nobody(clerk, "resolve-check", view)
    go_on(clerk)
    hinders_nobody(clerk, "resolved", view)
    clerk.context.close()


@pytest.mark.parametrize("view", EVERY_VIEW)
def test_a_question_to_an_office_hinders_nobody(browser: Browser, served: Served, view: tuple[int, str]) -> None:
    clerk = opened(browser, served, *view, f"officer={ISA}")
    clerk.goto(f"http://{served.address}/owed")
    pressed(clerk.locator("main a[href^='/owed/']").first)
    go_on(clerk)
    hinders_nobody(clerk, "answer-missing", view)
    clerk.check("#sort-have")
    go_on(clerk)
    go_on(clerk)
    hinders_nobody(clerk, "answer-have", view)
    clerk.context.close()


@pytest.mark.parametrize("view", EVERY_VIEW)
def test_a_payroll_file_hinders_nobody(browser: Browser, served: Served, view: tuple[int, str]) -> None:
    page = opened(browser, served, *view, "employer=org:hamakaze")
    page.goto(f"http://{served.address}/company/import")
    go_on(page)
    hinders_nobody(page, "import-missing", view)
    page.locator("main select").select_option("freee-hr")
    file = freee_of({10, 11}, 48299).encode()
    page.set_input_files("#file", {"name": "payroll.jsonl", "mimeType": "application/jsonl", "buffer": file})
    go_on(page)
    hinders_nobody(page, "import-shown", view)
    page.context.close()
