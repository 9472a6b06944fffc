"""Measure the portal: `python -m bench.portal [--data DIR] [--users N] [--visits N]`.

Users visit the pages of persons of a trial side by side, each page after the other, over HTTP: how long a page takes, and how
many bytes it has. Without --data a trial of 200 persons is made, and deleted at the end.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

from kyosei.trial.making import make_trial
from kyosei.trial.residents import read_residents
from kyosei.world.town import Town

PORT = 8977
PAGES = ("stay", "tasks", "life", "records", "looks", "notices")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.portal", description=__doc__)
    parser.add_argument("--data", type=Path, default=None, help="the data directory of a trial")
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--visits", type=int, default=300)
    chosen = parser.parse_args()
    with ExitStack() as stack:
        data = chosen.data
        if data is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kyosei-")))
            folder.chmod(0o755)
            data = folder / "data"
            began = time.perf_counter()
            make_trial(data, Town(1, 200, date.fromtimestamp(time.time())), (), {}, _now, lambda done, of: None)
            print(f"a town of 200 persons made and entered in {time.perf_counter() - began:.1f} s")
        print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
        began = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, "-m", "kyosei", "serve", "--data", str(data), "--port", str(PORT), "--try-roles"],
            stderr=subprocess.PIPE,
        )
        stack.callback(_end, server)
        assert server.stderr is not None
        next(line for line in server.stderr if b"The portal is at" in line)
        print(f"serving after {time.perf_counter() - began:.1f} s")
        _measure(read_residents(data).persons, chosen.users, chosen.visits)


def _measure(persons: tuple[str, ...], users: int, visits: int) -> None:
    cookies = [_signed_in(person) for person in persons]
    took: dict[str, list[float]] = {page: [] for page in PAGES}
    sizes: dict[str, int] = {}
    todo = _visits(visits)
    lock = threading.Lock()

    def visit() -> None:
        while True:
            with lock:
                found = next(todo, None)
            if found is None:
                return
            number, page = found
            began = time.perf_counter()
            sizes[page] = len(_get(f"/{page}", cookies[number % len(cookies)]))
            took[page].append((time.perf_counter() - began) * 1_000)

    _get("/stay", cookies[0])
    for count in (1, users):
        todo = _visits(visits)
        threads = [threading.Thread(target=visit) for _ in range(count)]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        whole = time.perf_counter() - began
        for page, times in took.items():
            cut = statistics.quantiles(times, n=20)[18]
            said = f"median {statistics.median(times):.0f} ms, 95 % within {cut:.0f} ms, {sizes[page]:,} bytes"
            print(f"{count} users, {page}: {said}", flush=True)
            times.clear()
        print(f"{count} users: {visits / whole:.1f} pages a second")


def _visits(count: int) -> Iterator[tuple[int, str]]:
    """So many visits: the number of the person, and the page."""
    return ((number // len(PAGES), PAGES[number % len(PAGES)]) for number in range(count))


def _signed_in(person: str) -> str:
    page, cookie = _asked("GET", "/sign-in", "", None)
    token = re.search(r'name="form_token" value="([0-9a-f]+)"', page)
    assert token is not None
    return _asked("POST", "/sign-in", cookie, f"form_token={token[1]}&as=person={person}")[1]


def _get(path: str, cookie: str) -> str:
    return _asked("GET", path, cookie, None)[0]


def _asked(method: str, path: str, cookie: str, body: str | None) -> tuple[str, str]:
    connection = HTTPConnection("127.0.0.1", PORT, timeout=300)
    headers = {"cookie": cookie, "content-type": "application/x-www-form-urlencoded"}
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    text, given = response.read().decode(), (response.getheader("set-cookie") or "").partition(";")[0]
    connection.close()
    assert response.status in (200, 303), f"{path}: {response.status}"
    return text, given or cookie


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    server.wait(60)
    if server.stderr is not None:
        server.stderr.close()


def _now() -> int:
    return time.time_ns() // 1_000


if __name__ == "__main__":
    main()
