"""A process that follows a journal, tells and delivers, and is killed where it is told to be: for the fault table.

Arguments: database address, step, how often it is reached before the process kills itself, the clock in microseconds, how many
entries and subjects it takes at once, and the file to which the keys of parcels are added.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from kyosei.alerts.telling import Teller
from kyosei.cases.book import CaseBook
from kyosei.notices.catalogue import catalogue_of
from kyosei.notices.channels.channel import HandedOver, Outcome, Parcel
from kyosei.notices.guidance import read_guidance
from kyosei.notices.outbox.delivering import deliver
from kyosei.watch.following import Watch
from kyosei.wiring import notice_guidance, open_law


@dataclass
class Tray:
    """A channel that writes down what it takes, and then may be the last thing that the process did."""

    file: Path
    reached: Callable[[str], None]

    def hand_over(self, parcel: Parcel, now: int) -> Outcome:
        with self.file.open("a", encoding="ascii") as opened:
            opened.write(parcel.key + "\n")
            opened.flush()
            os.fsync(opened.fileno())
        self.reached("handed over")
        return HandedOver(delivered=False)


def main(address: str, step: str, times: str, clock: str, most: str, tray: str) -> None:
    """See the module's docstring."""
    left = int(times)

    def count(found: str) -> None:
        nonlocal left
        if found == step:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    law, engine = open_law(), sa.create_engine(address)
    teller = Teller(catalogue_of(law.law, read_guidance(notice_guidance())), lambda: int(clock))
    watch = Watch(
        engine, law, lambda: int(clock), entries_max=int(most), subjects_max=int(most),
        reached=lambda step: count(step.value),
    )  # fmt: skip
    book = CaseBook(engine, law.law, reached=lambda: count("cases"), tell=teller.tell)
    channel = Tray(Path(tray), count)
    while watch.step() or book.step() or deliver(engine, {"letter": channel}, lambda: int(clock)).handed_over:
        pass


if __name__ == "__main__":
    main(*sys.argv[1:])
