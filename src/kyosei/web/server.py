"""Runs the portal: the web server, in one process or several, and the worker in a process beside, all ended together."""

from __future__ import annotations

import logging
import mmap
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import anyio.to_thread
import sqlalchemy as sa
import uvicorn

from kyosei.errors import QuestionError
from kyosei.journal.database import URL
from kyosei.web.application import make_application
from kyosei.web.observing.log import log_to, request_lines
from kyosei.web.observing.metrics import Metrics, serve_metrics
from kyosei.web.observing.seen import Seen
from kyosei.web.observing.traces import Traces, exported_to
from kyosei.web.pages import PAGES, PROBLEM
from kyosei.web.portal import Portal
from kyosei.web.processes import BEGINNING, serve_in_processes
from kyosei.web.rendering import load_pages
from kyosei.web.security.patience import Impatient

__all__ = ["Watching", "Worker", "run_portal"]

_LOG: Final = logging.getLogger("kyosei.web")
_DEAF_TO_CTRL_C: Final = ("/bin/sh", "-c", 'trap "" INT; exec "$@"', "sh")
"""Ctrl-C reaches the worker too, as it is in the same process group; but it is ours to end, once the web server has."""
_AGAIN_AFTER_SECONDS: Final = 5.0
_END_SECONDS_MAX: Final = 20.0
_CONNECTIONS_MAX: Final = 400
_IDLE_SECONDS_MAX: Final = 15
_PAGES_AT_ONCE: Final = 8
"""In one process. Each holds a connection to the database while it looks; what waits for that leaves the core to the others."""


class Worker:
    """`kyosei watch` in a process of its own, so that evaluating a town holds up nobody's page; begun again if it ends."""

    def __init__(self, data: Path, engine: sa.Engine) -> None:
        address = engine.url.render_as_string(hide_password=False)
        self._command = [
            *_DEAF_TO_CTRL_C,
            sys.executable,
            "-m",
            "kyosei",
            "watch",
            "--data",
            str(data),
            "--format",
            "json",
        ]
        self._environment = {**os.environ, URL: address}
        self._ending = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._works = mmap.mmap(-1, 1)  # forks of this process see what is written here
        self._thread = threading.Thread(target=self._keep, name="worker", daemon=True)

    def is_working(self) -> bool:
        """Whether it runs now."""
        return self._works[0] == 1

    @contextmanager
    def beside(self) -> Iterator[None]:
        """It runs as long as the block does."""
        self._thread.start()
        try:
            yield
        finally:
            self._end()

    def _keep(self) -> None:
        while not self._ending.is_set():
            with BEGINNING:
                self._process = subprocess.Popen(
                    self._command, env=self._environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
                )
            self._works[0] = 1
            status = self._process.wait()
            self._works[0] = 0
            if not self._ending.is_set():
                _LOG.error("the worker ended with status %d; it is begun again", status)
                self._ending.wait(_AGAIN_AFTER_SECONDS)

    def _end(self) -> None:
        self._ending.set()
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()
            try:
                process.wait(_END_SECONDS_MAX)
            except subprocess.TimeoutExpired:
                process.kill()
        self._thread.join(_END_SECONDS_MAX)


@dataclass(frozen=True, slots=True)
class Watching:
    """What whoever runs the portal wants to see of it. requests: a line of the log for each. metrics_port: where metrics are
    served on this machine. collector: where traces are sent.
    """

    requests: bool = False
    metrics_port: int | None = None
    collector: str | None = None


def run_portal(portal: Portal, worker: Worker, port: int, watching: Watching, processes: int) -> None:
    """Serves until a signal asks to end. QuestionError if something else listens there already."""
    try:
        listening = socket.create_server(("127.0.0.1", port))
    except OSError as error:
        raise QuestionError(f"--port {port} cannot be used: {error.strerror}; name another") from error
    log_to(sys.stderr, requests=watching.requests)
    with listening, ExitStack() as watched:
        observers = [*_observers(watching, worker, watched)]
        portal.warm_up()
        load_pages((*PAGES, PROBLEM))
        with worker.beside():
            sys.stderr.write(f"The portal is at {portal.origin.text} (Ctrl-C ends it)\n")
            sys.stderr.flush()
            if processes == 1:
                _Server(_configuration(portal, observers)).run([listening])
            else:
                serve_in_processes(processes, partial(_serve_fork, portal, listening), observers)


def _serve_fork(portal: Portal, listening: socket.socket, observers: Sequence[Callable[[Seen], None]]) -> None:
    portal.engine.dispose(close=False)  # the connections are those of the process that it is a fork of
    _Server(_configuration(portal, observers)).run([listening])


class _Server(uvicorn.Server):
    """uvicorn's, but that few pages are made at a time: more at once would all be later, and none sooner."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to answer."""
        anyio.to_thread.current_default_thread_limiter().total_tokens = _PAGES_AT_ONCE
        await super().startup(sockets)


def _configuration(portal: Portal, observers: Sequence[Callable[[Seen], None]]) -> uvicorn.Config:
    return uvicorn.Config(
        make_application(portal, observers), http=Impatient, log_config=None, log_level="warning", access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS_MAX, timeout_keep_alive=_IDLE_SECONDS_MAX, proxy_headers=False, lifespan="off",
        timeout_graceful_shutdown=5,
    )  # fmt: skip


def _observers(watching: Watching, worker: Worker, watched: ExitStack) -> Iterator[Callable[[Seen], None]]:
    """Who is told of each request; what they need ends with the stack."""
    if watching.requests:
        yield request_lines()
    if watching.metrics_port is not None:
        metrics = Metrics(worker.is_working)
        watched.callback(serve_metrics(metrics, watching.metrics_port))
        yield metrics.observe
    if watching.collector is not None:
        traces = Traces(exported_to(watching.collector))
        watched.callback(traces.end)
        yield traces.observe
