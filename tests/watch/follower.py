"""A process that follows a journal, and is killed where it is told to be: for the fault table.

Arguments: database address, step, how often it is reached before the process kills itself, the clock in microseconds, how many
entries and subjects it takes at once, and, for another law than that of Japan, the duty that has a day more in it.
"""

from __future__ import annotations

import os
import signal
import sys

import sqlalchemy as sa

from kyosei.cases.book import CaseBook
from kyosei.watch.following import Step, Watch
from kyosei.wiring import open_law
from tests.watch.laws import with_longer_term


def main(address: str, step: str, times: str, clock: str, most: str, longer: str = "") -> None:
    """See the module's docstring."""
    left = int(times)

    def count(found: str) -> None:
        nonlocal left
        if found == step:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def reached(found: Step) -> None:
        count(found.value)

    law, engine = open_law(), sa.create_engine(address)
    if longer:
        law = with_longer_term(law, longer).law
    watch = Watch(engine, law, lambda: int(clock), entries_max=int(most), subjects_max=int(most), reached=reached)
    book = CaseBook(engine, law.law, reached=lambda: count("cases"))
    while watch.step() or book.step():
        pass


if __name__ == "__main__":
    main(*sys.argv[1:])
