"""Measure the portal: `python -m bench.portal [--data DIR] [--users N] [--seconds N] [--wait LEAST MOST] [--processes N]`.

Each user is a person of the trial, signed in, who opens the first page, waits, opens the next, and so on over all pages listed
here; then another person takes their place. They wait between LEAST and MOST seconds, as people do who read; `--wait 0 0` is the
closed loop: everybody asks again at once. How long a page takes is what the server itself logs of it, from the head of the
request to the end of the answer; users, server, database and worker share the machine. Without --data a trial of 200 persons is
made, and deleted at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from random import Random

import sqlalchemy as sa

from kyosei.access.requests import Role
from kyosei.trial.making import make_trial
from kyosei.web.security.sessions import Sessions
from kyosei.web.visitor import Visitor
from kyosei.world.town import Town

PORT = 8977
PAGES = ("stay", "tasks", "life", "records", "looks", "notices", "rights", "calendar")
SETTLING_SECONDS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.portal", description=__doc__)
    parser.add_argument("--data", type=Path, default=None, help="the data directory of a trial")
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--wait", type=float, nargs=2, default=(1.0, 3.0), metavar=("LEAST", "MOST"))
    parser.add_argument("--processes", type=int, default=None)
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
        server = _Server(data, chosen.processes)
        stack.callback(server.end)
        tokens = _signed_in(data, 2_000)
        print(
            f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores; serving after {server.began_seconds:.1f} s"
        )
        _measure(server, tokens, chosen.users, chosen.seconds, chosen.wait)


class _Server:
    """`kyosei serve`, and what it logs of each request."""

    def __init__(self, data: Path, processes: int | None) -> None:
        began = time.perf_counter()
        several = [] if processes is None else ["--processes", str(processes)]
        command = [sys.executable, "-m", "kyosei", "serve", "--data", str(data), "--port", str(PORT), "--log-requests"]
        self._process = subprocess.Popen([*command, *several], stderr=subprocess.PIPE)
        assert self._process.stderr is not None
        next(line for line in self._process.stderr if b"The portal is at" in line)
        self.began_seconds = time.perf_counter() - began
        self.seen: list[tuple[str, int, float]] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            told = json.loads(line)
            if "route" in told:
                self.seen.append((told["route"], told["status"], told["ms"]))
            elif told["level"] != "info":
                print(line.decode(), end="", file=sys.stderr)

    def end(self) -> None:
        """Ends it."""
        self._process.terminate()
        self._process.wait(60)
        self._thread.join(5)


def _signed_in(data: Path, most: int) -> Sequence[str]:
    """The tokens of sessions of so many persons, by chance: in a trial one cannot be everybody."""
    address = f"postgresql+psycopg://kyosei_application@/kyosei?host={data.resolve() / 'postgres'}"
    engine = sa.create_engine(address)
    with engine.connect() as connection:
        asked = sa.text("SELECT DISTINCT subject FROM statements WHERE subject LIKE 'person:%' ORDER BY 1")
        persons = connection.scalars(asked).all()
    sessions = Sessions(engine, _now)
    chosen = Random(1).sample(persons, min(most, len(persons)))
    tokens = [sessions.begin(Visitor(person, Role.PERSON, None, person)) for person in chosen]
    engine.dispose()
    return tokens


def _measure(
    server: _Server, tokens: Sequence[str], users: int, seconds: float, wait: tuple[float, float]
) -> None:  # fmt: skip
    todo = _endless(tokens)
    lock = threading.Lock()
    ends = time.monotonic() + SETTLING_SECONDS + seconds

    def use(number: int) -> None:
        random = Random(number)
        time.sleep(random.uniform(0, wait[1]))
        connection = HTTPConnection("127.0.0.1", PORT, timeout=300)
        while True:
            with lock:
                token = next(todo)
            for page in PAGES:
                if time.monotonic() > ends:
                    connection.close()
                    return
                connection.request("GET", f"/{page}", headers={"cookie": f"kyosei={token}"})
                connection.getresponse().read()
                time.sleep(random.uniform(*wait))

    threads = [threading.Thread(target=use, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    time.sleep(SETTLING_SECONDS)
    settled, began = len(server.seen), time.perf_counter()
    for thread in threads:
        thread.join()
    time.sleep(0.5)
    seen, whole = server.seen[settled:], time.perf_counter() - began
    print(f"{users} users, {wait[0]:g} to {wait[1]:g} s between pages: {len(seen) / whole:.1f} pages a second")
    print(
        f"load average {os.getloadavg()[0]:.1f}; answers other than 200: {sum(status != 200 for _, status, _ in seen)}"
    )
    took: dict[str, list[float]] = defaultdict(list)
    for route, _, ms in seen:
        took[route].append(ms)
        took["all"].append(ms)
    for route in (*(f"/{page}" for page in PAGES), "all"):
        print(_line(route, took[route]), flush=True)


def _line(route: str, times: Sequence[float]) -> str:
    if len(times) < 2:
        return f"| {route} | {len(times)} | | | |"
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return f"| {route} | {len(times)} | {cuts[49]:.0f} | {cuts[94]:.0f} | {cuts[98]:.0f} |"


def _endless(tokens: Sequence[str]) -> Iterator[str]:
    while True:
        yield from tokens


def _now() -> int:
    return time.time_ns() // 1_000


if __name__ == "__main__":
    main()
