"""The web server as several processes that answer on one socket, as one process computes on one core only.

They are forks of one process that has loaded everything, so the law and the kernels lie in memory once. What they share is in the
database: sessions, used assertions, looks, the journal. What they have seen of requests they tell the process that began them,
which alone logs, counts and traces.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from typing import Final

from kyosei.web.observing.seen import Seen

__all__ = ["BEGINNING", "serve_in_processes"]

BEGINNING: Final = threading.Lock()
"""Held while a process is begun: a fork made meanwhile would hold open the pipe by which another tells that it has begun."""

_LOG: Final = logging.getLogger("kyosei.web")
_AGAIN_AFTER_SECONDS: Final = 1.0
_END_SECONDS_MAX: Final = 15.0
_BYTES_MOST: Final = 2_000
_ENDING: Final = frozenset((signal.SIGINT, signal.SIGTERM))

Observe = Callable[[Seen], None]


def serve_in_processes(count: int, serve: Callable[[Sequence[Observe]], None], observers: Sequence[Observe]) -> None:
    """Runs `serve` in so many processes until this one is asked to end; one that ends before is begun again.

    serve: gets who is to be told of requests, and returns when its process is asked to end. observers: are told here.
    """
    forks = multiprocessing.get_context("fork")
    with _told(observers) as tell:

        def begun() -> BaseProcess:
            process = forks.Process(target=_run, args=(serve, tell), daemon=True)
            with BEGINNING, _undisturbed():
                process.start()
            return process

        processes = [begun() for _ in range(count)]
        try:
            while True:
                connection.wait([one.sentinel for one in processes])
                for place, process in enumerate(processes):
                    if not process.is_alive():
                        _LOG.error("a web server ended with status %s; it is begun again", process.exitcode)
                        threading.Event().wait(_AGAIN_AFTER_SECONDS)
                        processes[place] = begun()
        finally:
            _end(processes)


def _run(serve: Callable[[Sequence[Observe]], None], tell: Sequence[Observe]) -> None:
    """In a process of its own; it ends when the one that began it does, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches it too, and is for the one that began it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    parent = multiprocessing.parent_process()
    assert parent is not None, "a fork has a parent"

    def end_with() -> None:
        connection.wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end_with, name="parent", daemon=True).start()
    serve(tell)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that ask to end wait; a process that is begun here has them waiting until it says what it does then."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(processes: Sequence[BaseProcess]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.join(_END_SECONDS_MAX)
        if process.is_alive():
            process.kill()
            process.join()


@contextmanager
def _told(observers: Sequence[Observe]) -> Iterator[Sequence[Observe]]:
    """What tells these observers from another process. Nobody waits for it: what does not fit is not told."""
    if not observers:
        yield ()
        return
    heard, said = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    said.setblocking(False)

    def tell(seen: Seen) -> None:
        with suppress(BlockingIOError):
            said.send(json.dumps(astuple(seen)).encode())

    def listen() -> None:
        while message := heard.recv(_BYTES_MOST):
            seen = Seen(*json.loads(message))
            for observe in observers:
                observe(seen)

    thread = threading.Thread(target=listen, name="observers", daemon=True)
    thread.start()
    try:
        yield (tell,)
    finally:
        said.setblocking(True)
        said.send(b"")
        thread.join(5)
        said.close()
        heard.close()
