"""Pressing what leads to another page. Playwright goes on when the answer begins; what is read at once may not be there yet."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def pressed(one: Locator) -> None:
    """Presses a link or a button, and waits until the page behind it is whole."""
    with one.page.expect_navigation():
        one.click()


def entered(one: Locator) -> None:
    """The same without a mouse."""
    with one.page.expect_navigation():
        one.press("Enter")


def menu(page: Page, name: str) -> None:
    """Goes where the menu leads, which on a telephone has to be opened."""
    found = page.get_by_role("navigation", name="Menu")
    if (summary := found.locator("summary")).is_visible():
        summary.click()
    pressed(found.get_by_role("link", name=name))
