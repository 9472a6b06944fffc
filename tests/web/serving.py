"""A process that serves the portal over a trial town while no time passes: `python -m tests.web.serving DIR PORT METRICS_PORT`.

Two further arguments: how many days after the usual noon, at which the town is made, it is; and the case files of lives,
joined by colons, default the sample lives. It makes the town if there is none, follows it once, prints `ready`, and serves until
it is ended. The address of its database stands in the file `database` beside DIR, and what is logged and traced in the folder
`observed`.
"""

from __future__ import annotations

import itertools
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import sqlalchemy as sa
import uvicorn
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

from kyosei.alerts.telling import Teller
from kyosei.cases.book import CaseBook
from kyosei.journal.database import open_database
from kyosei.notices.catalogue import catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.trial.making import make_trial
from kyosei.watch.following import Watch
from kyosei.web.application import make_application
from kyosei.web.observing.log import log_to, request_lines
from kyosei.web.observing.metrics import Metrics, serve_metrics
from kyosei.web.observing.seen import Seen
from kyosei.web.observing.traces import Traces
from kyosei.web.security.patience import Impatient
from kyosei.wiring import notice_guidance, open_law, open_portal
from kyosei.world.town import Town
from tests.web.noon import NOON

SAMPLES = Path(__file__).parents[2] / "samples"
LIVES = ("offices", "sita", "duc", "putri", "lihua", "zaw")


def main(folder: str, port: str, metrics_port: str, days: str = "0", lives: str = "") -> None:
    """See the module's docstring."""
    data, noon = Path(folder), NOON + int(days) * 86_400_000_000
    then, ticks = itertools.count(NOON), itertools.count(noon)

    def clock() -> int:
        return next(ticks)

    if not data.exists():
        files = [Path(one) for one in lives.split(":")] if lives else [SAMPLES / f"{name}.jsonl" for name in LIVES]
        make_trial(data, Town(1, 2, date(2026, 11, 21)), files, {}, lambda: next(then), lambda done, of: None)
    with open_database({}, data) as database:
        follow(database.engine, noon)
        address = database.engine.url.render_as_string(hide_password=False)
        data.with_name("database").write_text(address, encoding="utf-8")
        portal = open_portal(data, database, f"http://127.0.0.1:{port}", True, clock, lambda: True)
        portal.pace.at_once = 1_000_000  # tests ask faster than anybody
        portal.warm_up()
        listening = socket.create_server(("127.0.0.1", int(port)))
        print("ready", flush=True)  # noqa: T201  # who started this process waits for it
        configuration = uvicorn.Config(
            make_application(portal, observers(data.with_name("observed"), int(metrics_port))), http=Impatient,
            log_config=None, access_log=False, lifespan="off", server_header=False,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):
            uvicorn.Server(configuration).run([listening])


def observers(folder: Path, port: int) -> list[Callable[[Seen], None]]:
    """As `kyosei serve` has them, into files, and with spans that are written at once."""
    folder.mkdir(exist_ok=True)
    log_to((folder / "log").open("a", buffering=1, encoding="utf-8"), requests=True)
    spans = ConsoleSpanExporter(out=(folder / "traces").open("a", buffering=1, encoding="utf-8"))
    metrics = Metrics(lambda: True)
    serve_metrics(metrics, port)
    return [request_lines(), metrics.observe, Traces(SimpleSpanProcessor(spans)).observe]


def follow(engine: sa.Engine, now: int = NOON) -> None:
    """Verdicts, cases and notices of everybody, once."""
    law = open_law()
    teller = Teller(catalogue_of(law.law, read_guidance(notice_guidance())), lambda: now)
    Watch(engine, law, lambda: now).catch_up()
    CaseBook(engine, law.law, tell=teller.tell).catch_up()


if __name__ == "__main__":
    main(*sys.argv[1:])
