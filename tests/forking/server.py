"""The process that others are forked from: `python -m tests.forking.server SOCKET`; it ends when its standard input does.

It imports what the commands import, opens the law of Japan and runs the kernels once. A request is one line of JSON with
`module`, `arguments`, `environment` and `folder`, sent with three file descriptors: standard input, output and error. The answer
is the exit status, as `subprocess` gives it, in one line.
"""

from __future__ import annotations

import atexit
import io
import json
import os
import runpy
import selectors
import signal
import socket
import sys
import traceback
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, Final, NoReturn

import kyosei
from kyosei.facts.case_file.reading import read_case
from kyosei.wiring import open_law

LIFE: Final = Path(__file__).parents[1] / "cli" / "life.jsonl"
MOST: Final = 1 << 20
"""The longest request, in bytes."""
BEGUN_ANEW: Final = ("kyosei.cli", "kyosei.journal.migrations", "kyosei.__main__", "kyosei.log.__main__")
"""What each process imports itself: commands take the clock that stands when they are imported."""


def warm() -> None:
    """Everything imported, the law open, its graph made, and the kernels in memory."""
    for found in walk_packages(kyosei.__path__, "kyosei."):
        if not found.name.startswith(BEGUN_ANEW):
            import_module(found.name)
    for name in ("typer", "rich.console", "rich.table"):
        import_module(name)
    from kyosei.norms.graph import graph_of
    from kyosei.timelines.days import day_from_date
    from kyosei.verdicts.check import check

    graph_of(open_law().law)
    check(open_law(), read_case([(LIFE.name, LIFE.read_bytes())]), on=day_from_date(date(2026, 11, 21)))


def main(address: str) -> None:
    """See the module's docstring."""
    warm()
    running: dict[int, socket.socket] = {}
    woken, wakes = socket.socketpair()
    for one in (woken, wakes):
        one.setblocking(False)
    signal.set_wakeup_fd(wakes.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    with socket.socket(socket.AF_UNIX) as listening, selectors.DefaultSelector() as selector:
        listening.bind(address)
        listening.listen()
        print("ready", flush=True)  # noqa: T201
        for source in (listening, woken, sys.stdin):
            selector.register(source, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is sys.stdin:
                    return
                if key.fileobj is listening:
                    connection = listening.accept()[0]
                    running[begun(connection)] = connection
                else:
                    woken.recv(4096)
            end(running)


def begun(connection: socket.socket) -> int:
    """The number of the process that is begun for whoever has connected."""
    request, descriptors, _, _ = socket.recv_fds(connection, MOST, 3)
    while not request.endswith(b"\n"):
        request += connection.recv(MOST)
    process = os.fork()
    if process == 0:
        be(json.loads(request), descriptors)
    for descriptor in descriptors:
        os.close(descriptor)
    connection.sendall(b"%d\n" % process)
    return process


def end(running: dict[int, socket.socket]) -> None:
    """Tells the exit status of each process that has ended."""
    while running:
        ended, status = os.waitpid(-1, os.WNOHANG)
        if not ended:
            return
        with running.pop(ended) as connection:
            try:
                connection.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
            except OSError:
                continue  # nobody waits for it any more


def be(request: dict[str, Any], descriptors: list[int]) -> NoReturn:
    """Becomes `python -m module arguments`."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
    os.closerange(3, 1024)
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), "utf-8", "surrogateescape")
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), "utf-8", "surrogateescape")
    sys.stderr = io.TextIOWrapper(
        io.BufferedWriter(io.FileIO(2, "w", closefd=False)), "utf-8", "backslashreplace", write_through=True
    )
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    sys.path[0] = request["folder"]
    sys.argv = [request["module"], *request["arguments"]]
    os._exit(ended_with(request["module"]))


def ended_with(module: str) -> int:
    """Runs a module as `python -m` does; its exit status."""
    status = 0
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if isinstance(ended.code, int | None):
            status = ended.code or 0
        else:
            sys.stderr.write(f"{ended.code}\n")
            status = 1
    except BaseException:  # noqa: BLE001  # as the interpreter does
        traceback.print_exc()
        status = 1
    try:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = status or 120
    return status


if __name__ == "__main__":
    main(sys.argv[1])
    os._exit(0)  # what the modules would do at an end is for the processes to do
