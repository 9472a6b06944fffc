"""Runs the command as its users do, in a process of its own; or, where there are many arguments to try, in this one."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from unittest.mock import patch

from kyosei.cli.law_source import LawSource
from kyosei.cli.main import main
from tests.cli.small_law import compile_small_law, open_small_law, small_purposes, small_sources
from tests.forking.processes import run, surroundings

__all__ = ["HERE", "KNOWN", "LIFE", "ON", "Answer", "at_database", "called", "kyosei", "small_kyosei", "surroundings"]

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent.parent
LIFE: Final = str(HERE / "life.jsonl")
ON: Final = ("--on", "2026-11-20")
KNOWN: Final = ("--known", "2026-11-20T18:00:00+09:00")
_SOURCE: Final = LawSource(
    cache(open_small_law), cache(compile_small_law), small_purposes, small_sources, cache(open_small_law)
)


_ADDRESS: Final[dict[str, str]] = {}
"""Of the database that the commands use; none: each starts the server of its own data directory."""


@contextmanager
def at_database(address: str) -> Iterator[None]:
    """Meanwhile the commands use the database at this address: a server for each would take longer than they do."""
    _ADDRESS["KYOSEI_DATABASE_URL"] = address
    try:
        yield
    finally:
        _ADDRESS.clear()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


def kyosei(*arguments: str, stdin: str = "") -> Answer:
    """The real command, under the law of Japan."""
    return _ran("kyosei", arguments, stdin)


def small_kyosei(*arguments: str, stdin: str = "") -> Answer:
    """The command under the small law."""
    return _ran("tests.cli.small_law", arguments, stdin)


def called(arguments: Sequence[str], stdin: bytes = b"") -> Answer:
    """The command under the small law, called in this process."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    typed = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    with redirect_stdout(out), redirect_stderr(err), patch("sys.stdin", typed):
        status = main(arguments, _SOURCE)
    out.flush()
    written = out.buffer
    assert isinstance(written, io.BytesIO)
    return Answer(status, written.getvalue().decode("utf-8"), err.getvalue())


def _ran(module: str, arguments: Sequence[str], stdin: str) -> Answer:
    ran = run(module, arguments, stdin=stdin.encode(), environment=surroundings(**_ADDRESS))
    return Answer(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
