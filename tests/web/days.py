"""Lives of the acceptance stories in one portal, and how a test comes to a day in it."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.journal.server import in_memory
from tests.web.conftest import free_port

__all__ = ["Days", "life", "passing"]

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "tests" / "stories"
_PARTY = re.compile(r'"((?:person|org):[a-z]+)"')
_LINE = re.compile(r'"(id|target|application)": "((?!person:|org:)[^"]+)"')


def life(mark: str, *names: str, apart: bool = False) -> list[str]:
    """The lines of stories that are read together. mark: ends their ids, so that several lives lie in one journal; apart: ends
    those of persons and organisations as well, where another life has them already.
    """
    text = "".join((STORIES / f"{name}.jsonl").read_text(encoding="utf-8") for name in names)
    text = _LINE.sub(rf'"\1": "\2-{mark}"', text)
    return (_PARTY.sub(rf'"\1-{mark}"', text) if apart else text).splitlines()


@dataclass
class Days:
    """A portal in which days pass, on all of `stops` up to where it is: so a day is the same whichever tests ran before.

    Who wants an earlier day than it is gets a portal that is made anew.
    """

    lines: list[str]
    stops: Sequence[str]
    folder: Path
    address: str = ""
    day: str = ""
    _process: subprocess.Popen[str] | None = None

    def come_to(self, day: str) -> None:
        """Until it is the end of a day."""
        if day == self.day:
            return
        if self._process is None or day < self.day:
            self.end()
            self._process = self._begun()
            self.day = ""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        for stop in sorted({*self.stops, day}):
            if self.day < stop <= day:
                process.stdin.write(f"{stop}\n")
                process.stdin.flush()
                assert process.stdout.readline() == "ready\n"
        self.day = day

    def end(self) -> None:
        """Ends the portal, and removes what it kept."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGINT)
            with process, suppress(BrokenPipeError):
                process.communicate(timeout=30)
            shutil.rmtree(self.folder / "data")

    def _begun(self) -> subprocess.Popen[str]:
        port, file = free_port(), self.folder / "lines.jsonl"
        file.write_text("\n".join(self.lines), encoding="utf-8")
        self.address = f"127.0.0.1:{port}"
        return subprocess.Popen(
            [sys.executable, "-m", "tests.web.passing", str(self.folder / "data"), str(port), str(file)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip


@contextmanager
def passing(*lives: list[str], stops: Sequence[str]) -> Iterator[Days]:
    """A portal over these lives; nothing is begun before a test comes to a day."""
    folder = Path(tempfile.mkdtemp(prefix="kyosei-", dir=in_memory()))
    folder.chmod(0o755)
    days = Days([line for one in lives for line in one], stops, folder)
    try:
        yield days
    finally:
        days.end()
        shutil.rmtree(folder)
