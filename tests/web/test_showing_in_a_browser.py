"""S1 and S18 as people meet them, on a telephone and on a desk: the person shows, the bank and the landlord check."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.web.conftest import Served
from tests.web.pressing import menu, pressed
from tests.web.test_browser import DESK, PHONE, opened, photograph, violations


def at_check(browser: Browser, served: Served, width: int, language: str) -> Page:
    """The page for checkers, of somebody without an account."""
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"http://{served.address}/check?lang={language}")
    return page


def hinders_nobody(page: Page, name: str) -> None:
    assert violations(page) == [], name
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} is wider than the screen"
    photograph(page, f"{name}-{width}")


def next_step(page: Page) -> None:
    pressed(page.locator("main form .button-solid").first)


def made(person: Page, served: Served, verifier: str, sort: str, *, looked_at: bool) -> str:
    """A code, made step by step."""
    person.goto(f"http://{served.address}/show")
    for step in ("who", "what", "length", "check"):
        if looked_at:
            hinders_nobody(person, f"show-{step}")
        if step == "who":
            person.fill("#verifier", verifier)
        elif step == "what":
            person.check(f"#sort-{sort}")
        next_step(person)
    if looked_at:
        hinders_nobody(person, "show-done")
    return person.locator(".code").inner_text()


def checked(page: Page, code: str, name: str) -> None:
    page.fill("#code", code)
    page.fill("#name", name)
    next_step(page)


@pytest.mark.parametrize("width", [PHONE, pytest.param(DESK, marks=pytest.mark.soak)])
def test_the_bank_confirms_in_the_special_period_and_sita_sees_that_it_looked(
    browser: Browser, served: Served, width: int
) -> None:
    """S1."""
    sita = opened(browser, served, width, "en", "person=person:sita")
    code = made(sita, served, "Minami Bank", "bank", looked_at=True)
    bank = at_check(browser, served, width, "en")
    hinders_nobody(bank, "check-ask")
    checked(bank, code.lower().replace("-", " "), "Minami Bank, Tanaka")
    assert bank.get_by_role("heading", name="Confirmed").is_visible()
    assert bank.get_by_text("Lawful stay until 2027-01-05 at the latest").is_visible()
    hinders_nobody(bank, "check-shown")
    with bank.expect_download() as kept:
        bank.get_by_role("button", name="Keep a signed record").click()
    assert kept.value.suggested_filename == "kyosei-check-2026-11-22.json"
    assert "#" not in bank.url
    assert code not in bank.url
    menu(sita, "Who looked")
    assert sita.get_by_text("who gave the name Minami Bank, Tanaka").first.is_visible()
    for page in (sita, bank):
        page.context.close()


@pytest.mark.parametrize("language", ["ja", pytest.param("ja-easy", marks=pytest.mark.soak)])
def test_showing_and_checking_hinder_nobody_in_japanese(browser: Browser, served: Served, language: str) -> None:
    sita = opened(browser, served, PHONE, language, "person=person:sita")
    code = made(sita, served, "みなみ銀行", "bank", looked_at=True)
    bank = at_check(browser, served, PHONE, language)
    for name in ("check-shown", "check-used"):
        checked(bank, code, "みなみ銀行")
        hinders_nobody(bank, f"{name}-{language}")
        bank.goto(f"http://{served.address}/check?lang={language}")
    for page in (sita, bank):
        page.context.close()


@pytest.mark.parametrize("width", [PHONE, pytest.param(DESK, marks=pytest.mark.soak)])
def test_a_landlord_with_a_revoked_code_reads_no_no(browser: Browser, served: Served, width: int) -> None:
    """S18."""
    language = "ja-easy"
    sita = opened(browser, served, width, language, "person=person:sita")
    code = made(sita, served, "大家さん", "landlord", looked_at=False)
    sita.goto(f"http://{served.address}/show")
    pressed(sita.get_by_role("button", name="やめる").first)
    hinders_nobody(sita, "show-revoked")
    landlord = at_check(browser, served, width, language)
    checked(landlord, code, "山田")
    assert landlord.get_by_role("heading", name="いまは わかりません").is_visible()
    assert landlord.get_by_text("だめと いう ことでは ありません").is_visible()
    hinders_nobody(landlord, "check-not-now")
    for page in (sita, landlord):
        page.context.close()
