"""Runs modules as processes that are forked from one in which everything is imported already (tests/forking/server.py).

They are processes of their own, with what they are given and nothing else, and can be killed; only the second that each would
spend importing is spent once. How a command starts by itself is tested in tests/cli/test_process.py, and in the long tests every
process starts by itself.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Final

from tests.depth import SOAKING

__all__ = ["begun", "run", "surroundings", "wrapper"]

ROOT: Final = Path(__file__).parents[2]


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a process: 80 columns, no locale, no colours; the kernels' cache of these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "KYOSEI_"))}
    return {**kept, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONPATH": _path(), **more}


def _path() -> str:
    return os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])


def run(
    module: str, arguments: Sequence[str] = (), *, stdin: bytes = b"", environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:  # fmt: skip
    """Runs `python -m module arguments` to its end; `environment`: default as `surroundings`."""
    surrounding = surroundings() if environment is None else environment
    if SOAKING:
        return subprocess.run(
            [sys.executable, "-m", module, *arguments], input=stdin, capture_output=True, check=False, env=surrounding,
            cwd=ROOT,
        )  # fmt: skip
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        _, told = _fork(module, arguments, surrounding, [given.fileno(), out.fileno(), err.fileno()])
        status = _status(told)
        for written in (out, err):
            written.seek(0)
        return subprocess.CompletedProcess([module, *arguments], status, out.read(), err.read())


@contextmanager
def begun(module: str, arguments: Sequence[str]) -> Iterator[bytes]:
    """A process that goes on: the first line that it writes. At the end it is interrupted, and has half a minute."""
    if SOAKING:
        with subprocess.Popen([sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, cwd=ROOT) as process:
            assert process.stdout is not None
            try:
                yield process.stdout.readline()
            finally:
                process.send_signal(signal.SIGINT)
                process.wait(30)
        return
    read, write = os.pipe()
    with os.fdopen(read, "rb") as out, open(os.devnull, "rb") as nothing:
        try:
            forked, told = _fork(module, arguments, dict(os.environ), [nothing.fileno(), write, 2])
        finally:
            os.close(write)
        try:
            yield out.readline()
        finally:
            os.kill(forked, signal.SIGINT)
            assert select.select([told], [], [], 30)[0], f"{module} does not end"
            _status(told)


def _fork(
    module: str, arguments: Sequence[str], environment: Mapping[str, str], files: Sequence[int]
) -> tuple[int, BinaryIO]:
    """A process with these standard files: its number, and from where its status will be read."""
    request = {"module": module, "arguments": list(arguments), "folder": str(ROOT), "environment": dict(environment)}
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(_server())
        written = json.dumps(request).encode() + b"\n"
        connection.sendall(written[socket.send_fds(connection, [written], list(files)) :])
        told = connection.makefile("rb")
    return int(_line(told)), told


def _status(told: BinaryIO) -> int:
    """The status that a process ended with, as `subprocess` gives it."""
    with told:
        return int(_line(told))


def _line(told: BinaryIO) -> bytes:
    line = told.readline()
    assert line, "the process that others are forked from has ended"
    return line


def wrapper(at: Path, module: str = "kyosei") -> Path:
    """Writes a program that runs a module with its own arguments, for a shell to call."""
    begins = f'"{sys.executable}" -m {module}'
    if not SOAKING:
        begins = f'"{sys.executable}" -I -S "{Path(__file__).with_name("client.py")}" "{_server()}" {module}'
    at.write_text(f'#!/bin/sh\nexec {begins} "$@"\n', "utf-8")
    at.chmod(0o755)
    return at


@cache
def _server() -> str:
    """The address of the process that others are forked from, one for each worker of the tests."""
    folder = Path(tempfile.mkdtemp(prefix="kyosei-"))
    address = folder / "socket"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.forking.server", str(address)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=surroundings(OPENBLAS_NUM_THREADS="1"), cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n", "the process that others are forked from did not begin"

    def end() -> None:
        process.communicate()
        shutil.rmtree(folder)

    atexit.register(end)
    return str(address)
