"""A process that follows a journal and tells who relied on answers, and is killed where it is told to be: for the fault table.

Arguments: database address, step, how often it is reached before the process kills itself, the clock in microseconds.
"""

from __future__ import annotations

import os
import signal
import sys

import sqlalchemy as sa

from kyosei.alerts.retelling import Retelling
from kyosei.alerts.telling import Teller
from kyosei.cases.book import CaseBook
from kyosei.notices.catalogue import catalogue_of
from kyosei.notices.guidance import read_guidance
from kyosei.watch.following import Watch
from kyosei.wiring import notice_guidance, open_law
from tests.alerts.readers import read_path


def main(address: str, step: str, times: str, clock: str) -> None:
    """See the module's docstring."""
    left = int(times)

    def count(found: str) -> None:
        nonlocal left
        if found == step:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    law, engine = open_law(), sa.create_engine(address)
    catalogue = catalogue_of(law.law, read_guidance(notice_guidance()))

    def now() -> int:
        return int(clock)

    teller = Teller(catalogue, now)
    watch = Watch(engine, law, now, reached=lambda step: count(step.value))
    book = CaseBook(engine, law.law, reached=lambda: count("cases"), tell=teller.tell)
    retelling = Retelling(engine, law, catalogue, read_path(engine, now), now, lambda step: count(step.value))
    while watch.step() or book.step():
        pass
    retelling.catch_up()


if __name__ == "__main__":
    main(*sys.argv[1:])
