"""Opens, builds and joins: the law pack with its kinds and holidays, the kernels' cache, and the command line."""

from __future__ import annotations

import os
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from kyosei.kernel_cache import name_kernel_cache, writable_home

if TYPE_CHECKING:
    from kyosei.norms.compiler import CompiledLaw
    from kyosei.verdicts.evaluate import Loaded

__all__ = ["RELEASED", "compile_japan", "find_law", "main", "open_law", "read_released", "released_versions"]

RELEASED = resources.files("kyosei") / "law" / "jp" / "released"
"""Laws that verdicts were made under, each under its address; written by scripts/release_law.py."""


def compile_japan() -> CompiledLaw:
    """The law of Japan as one program, checked."""
    from kyosei.facts.scopes import SCOPES
    from kyosei.facts.vocabulary import KINDS
    from kyosei.law.jp.pack import NORMS
    from kyosei.norms.checks import check_norms, sole_holders
    from kyosei.norms.compiler import compile_law

    check_norms(NORMS, KINDS)
    return compile_law("jp", NORMS, SCOPES, sole_holders(KINDS))


@cache
def open_law(version: str | None = None) -> Loaded:
    """The law of Japan, ready to run; made once a process. `version`: as for `find_law`."""
    name_kernel_cache(os.environ, writable_home())
    import numpy as np

    from kyosei.evidence.questions import KindTable
    from kyosei.facts.employment import EmploymentRelation
    from kyosei.facts.vocabulary import KINDS
    from kyosei.law.jp.tables.holidays import NATIONAL_HOLIDAYS
    from kyosei.timelines.days import day_from_date
    from kyosei.verdicts.evaluate import load

    law = find_law(version)
    holidays = np.array(sorted(day_from_date(day) for day in NATIONAL_HOLIDAYS), np.int32)
    return load(law, KindTable.of((*KINDS, EmploymentRelation)), holidays)


def find_law(version: str | None = None) -> CompiledLaw:
    """The law as it is now, or that of an earlier answer by its version, such as jp@0123456789abcdef.

    QuestionError naming those that there are.
    """
    if version is not None and version in released_versions():
        return read_released(version)
    law = compile_japan()
    if version not in (None, law.version):
        from kyosei.errors import QuestionError

        there_are = ", ".join(dict.fromkeys([*released_versions(), law.version]))
        raise QuestionError(f"there is no law {version!r}; there are {there_are} (the last is the law as it is now)")
    return law


def read_released(version: str) -> CompiledLaw:
    """A released law by its version. QuestionError naming those that there are."""
    import gzip

    from kyosei.errors import QuestionError
    from kyosei.norms.archive import restore_law

    file = RELEASED / f"{version.replace('@', '-')}.json.gz"
    if not file.is_file():
        kept = ", ".join(released_versions()) or "none yet"
        raise QuestionError(f"there is no released law {version!r}; released: {kept}")
    return restore_law(gzip.decompress(file.read_bytes()).decode())


def released_versions() -> list[str]:
    """Every released version of the law."""
    if not RELEASED.is_dir():
        return []
    names = sorted(file.name for file in RELEASED.iterdir() if file.name.endswith(".json.gz"))
    return [name.removesuffix(".json.gz").replace("-", "@", 1) for name in names]


def main() -> None:
    """The command `kyosei`."""
    name_kernel_cache(os.environ, writable_home())
    from kyosei.cli.main import run

    run(open_law, compile_japan)
