"""The portal in a process of its own, with an embedded database and a town in which it is always the same noon; and one browser.

The machine brings Chromium; `apt-get install chromium` does on Debian. KYOSEI_CHROMIUM names another place of it. Without one
the tests with a browser are skipped, but with KYOSEI_BROWSER_NEEDED=1, as in `.ci/run`, they fail.
"""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.forking.processes import begun
from tests.journal.server import in_memory
from tests.web.client import Client
from tests.web.pressing import entered

_UNUSED = (
    # What Playwright turns off: Chromium takes only the last list.
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled",
    "PreconnectToSearch",
    # The suggestions below the address bar, two pages a window, and a process that waits for a page that never comes.
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess",
)  # fmt: skip
"""Parts of Chromium that no test looks at; without them a window and a visit take half as much of a processor."""
_HOW_TO_GET_IT = "no Chromium is here: `apt-get install chromium`, or name it in KYOSEI_CHROMIUM"


@dataclass(frozen=True)
class Served:
    """Where the portal is, its data directory, and the port of its metrics."""

    address: str
    data: Path
    metrics: int


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(*more: str) -> Iterator[Served]:
    """A portal over a town of its own; more: further arguments of `tests.web.serving`."""
    folder = Path(tempfile.mkdtemp(prefix="kyosei-", dir=in_memory()))
    folder.chmod(0o755)
    port, metrics = free_port(), free_port()
    with begun("tests.web.serving", [str(folder / "data"), str(port), str(metrics), *more]) as ready:
        assert ready == b"ready\n"
        yield Served(f"127.0.0.1:{port}", folder / "data", metrics)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    with serving() as found:
        yield found


@pytest.fixture
def visitor(served: Served) -> Callable[[], Client]:
    """Makes a client that has visited nothing yet."""
    return lambda: Client(served.address)


@pytest.fixture
def sita(served: Served) -> Client:
    """Sita, signed in: her card is past, her stay is lawful."""
    return Client(served.address).sign_in("person=person:sita")


def chromium() -> str:
    """Where Chromium is; without it one line says how to get it."""
    found = os.environ.get("KYOSEI_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is not None:
        return found
    if os.environ.get("KYOSEI_BROWSER_NEEDED") == "1":
        pytest.fail(_HOW_TO_GET_IT, pytrace=False)
    pytest.skip(_HOW_TO_GET_IT)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    with sync_playwright() as playwright:
        # Pages are drawn without a graphics card. Who runs as root, as in a container, has no sandbox to offer.
        options = ["--disable-gpu", "--disable-software-rasterizer", f"--disable-features={','.join(_UNUSED)}"]
        options += ["--no-sandbox"] if os.geteuid() == 0 else []
        opened = playwright.chromium.launch(executable_path=executable, args=options)
        yield opened
        opened.close()


@pytest.fixture
def walking(browser: Browser, town: tuple[Served, int]) -> Iterator[Callable[[str], Page]]:
    """Signs somebody in, each in a browser of their own; `town`: of the module, the portal and how wide a page is."""
    served, width = town
    contexts: list[BrowserContext] = []

    def signed_in(as_: str) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"http://{served.address}/sign-in?lang=en")
        entered(page.locator(f"form:has(input[value='{as_}']) button"))
        return page

    yield signed_in
    for one in contexts:
        one.close()
