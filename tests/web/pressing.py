"""Pressing what leads to another page. Playwright goes on when the answer begins; what is read at once may not be there yet."""

from __future__ import annotations

from playwright.sync_api import Locator


def pressed(one: Locator) -> None:
    """Presses a link or a button, and waits until the page behind it is whole."""
    with one.page.expect_navigation():
        one.click()


def entered(one: Locator) -> None:
    """The same without a mouse."""
    with one.page.expect_navigation():
        one.press("Enter")
