"""The page docs/benchmarks.md: a head, and parts that can be made anew one by one."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

__all__ = ["HEAD", "Part", "Run", "renewed"]

HEAD = """# Benchmarks

Made by `python -m bench` (see `bench/`), part by part with `--only`; each part says when it was made, on what, and how busy the
machine was. Ratios are taken in the same run and travel better than times.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """When and on what a part was made; `load`: the load average when it began."""

    on: date
    load: float

    def __str__(self) -> str:
        import numba
        import numpy as np

        return (
            f"Run of {self.on.isoformat()}: {os.cpu_count() or 1} cores, load average {self.load:.1f}; Python"
            f" {platform.python_version()}, NumPy {np.__version__}, Numba {numba.__version__}."
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page; `run`: the one that made it."""

    title: str
    run: Run
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join([f"## {self.title}", "", str(self.run), "", *self.lines]).rstrip() + "\n"


def renewed(page: str, parts: Iterable[Part]) -> str:
    """The page with these parts in place of those with the same titles; new ones come last."""
    _, *old = re.split(r"^(?=## )", page, flags=re.MULTILINE)
    texts = {text.partition("\n")[0].removeprefix("## "): text.rstrip() + "\n" for text in old}
    texts.update({part.title: str(part) for part in parts})
    return "\n".join([HEAD, *texts.values()])
