"""Opens, builds and joins: the law pack with its kinds and holidays, the kernels' cache, and the command line."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from kyosei.kernel_cache import name_kernel_cache, writable_home

if TYPE_CHECKING:
    from kyosei.norms.compiler import CompiledLaw
    from kyosei.verdicts.evaluate import Loaded

__all__ = ["main", "open_law"]


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
def open_law() -> Loaded:
    """The law of Japan, ready to run; made once a process."""
    name_kernel_cache(os.environ, writable_home())
    import numpy as np

    from kyosei.evidence.questions import KindTable
    from kyosei.facts.employment import EmploymentRelation
    from kyosei.facts.vocabulary import KINDS
    from kyosei.law.jp.tables.holidays import NATIONAL_HOLIDAYS
    from kyosei.timelines.days import day_from_date
    from kyosei.verdicts.evaluate import load

    holidays = np.array(sorted(day_from_date(day) for day in NATIONAL_HOLIDAYS), np.int32)
    return load(compile_japan(), KindTable.of((*KINDS, EmploymentRelation)), holidays)


def main() -> None:
    """The command `kyosei`."""
    name_kernel_cache(os.environ, writable_home())
    from kyosei.cli.main import run

    run(open_law, compile_japan)
