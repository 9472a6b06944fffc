"""The command as a process of its own, and golden answers that `KYOSEI_WRITE_GOLDEN=1` writes anew."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

from tests.forking.processes import run

__all__ = ["GOLDEN", "ROOT", "Answer", "asked", "checked", "sample", "whole"]

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
WRITE_GOLDEN = "KYOSEI_WRITE_GOLDEN"

Answer = dict[str, object]


def sample(name: str) -> str:
    """A sample life, by the name of its file."""
    return str(ROOT / "samples" / f"{name}.jsonl")


def asked(*arguments: str) -> bytes:
    """What the command writes to standard output; it must succeed and have nothing to complain about."""
    finished = run("kyosei", arguments)
    assert finished.returncode == 0, finished.stderr.decode("utf-8", "replace")
    return finished.stdout


@cache
def checked(*files: str, on: str) -> str:
    """`kyosei check` in JSON, with the version of the law, which every change of a norm changes, left out; a verdict a line."""
    answer = json.loads(asked("check", *files, "--on", on, "--format", "json"))
    assert answer["law"].startswith("jp@")
    answer["law"] = "jp@…"
    verdicts = ",\n".join(json.dumps(verdict, ensure_ascii=False) for verdict in answer.pop("verdicts"))
    return f'{json.dumps(answer, ensure_ascii=False)[:-1]}, "verdicts": [\n{verdicts}\n]}}\n'


def whole(answer: str, name: str) -> None:
    """The whole answer is the golden one."""
    path = GOLDEN / f"{name}.json"
    if os.environ.get(WRITE_GOLDEN):
        path.write_text(answer, "utf-8")
    assert answer == path.read_text("utf-8")
