"""A journal that case files are entered into line by line, each when it was said; and what a watch of it must come to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from kyosei.errors import EntryRefusedError
from kyosei.identity.from_journal import joined_case, reach_of
from kyosei.journal.reading import read_case_of
from kyosei.journal.watch_tables import transitions, verdicts
from kyosei.timelines.days import legal_day, microseconds_from_instant
from kyosei.timelines.program import State
from kyosei.timelines.truth import causes_of
from kyosei.verdicts.check import Examined, examine
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.segments import STATE_NAMES
from kyosei.watch.following import Watch
from kyosei.watch.transitions import about_text
from tests.journal.fakes import HOUR, START, Office, World

__all__ = ["HERE", "LONG_BEFORE", "Line", "Town", "instant", "lines_of", "story"]

HERE = Path(__file__).parents[1]
Line = dict[str, Any]  # Any: JSON
_ROLES = ("employer", "host", "school", "supporter", "supervising_body", "bank", "landlord", "insurer")
LONG_BEFORE = START - 400 * 24 * HOUR
"""Late in November 2024."""


def instant(written: str) -> int:
    """An instant of a case file in microseconds."""
    return microseconds_from_instant(datetime.fromisoformat(written))


def lines_of(*files: Path) -> list[Line]:
    """The lines of case files in the order in which they were said, parties first."""
    found = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    return sorted(found, key=lambda line: instant(line["stated_at"]) if "stated_at" in line else 0)


def story(*names: str) -> list[Line]:
    """The lines of acceptance stories."""
    return lines_of(*(HERE / "stories" / f"{name}.jsonl" for name in names))


@dataclass
class Town:
    """A journal with one office that passes on what everybody says."""

    world: World
    relay: Office
    engine: sa.Engine

    @staticmethod
    def on(engine: sa.Engine, began: int = LONG_BEFORE) -> Town:
        world = World.on(engine)
        world.now[0] = began
        relay = world.register(
            "authority:relay", valid_from=began, speaks_for=["*"], entry_types=["link", "unlink", "assessment", "erasure"],
            declares_roles=list(_ROLES),
        )  # fmt: skip
        return Town(world, relay, engine)

    def enter(self, *lines: Mapping[str, Any], at: int | None = None) -> None:
        """Enters lines together, at an instant (default: when the last of them was said, and after all before)."""
        said = max((instant(line["stated_at"]) for line in lines if "stated_at" in line), default=0)
        self.world.now[0] = max(self.world.now[0] + 1, said, at or 0)
        signed = [self.relay.sign({k: v for k, v in line.items() if k != "recorded_at"}) for line in lines]
        for answer in self.world.journal.submit(signed):
            assert not isinstance(answer, EntryRefusedError), str(answer)

    def enter_each(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Enters lines one by one."""
        for line in lines:
            self.enter(line)

    def watch(self, law: Loaded, **how: Any) -> Watch:
        """A watch whose clock is the journal's."""
        return Watch(self.engine, law, lambda: self.world.now[0], **how)

    def until(self, day: str) -> int:
        """Sets the clock to noon of a day in Japan."""
        self.world.now[0] = max(self.world.now[0], instant(f"{day}T12:00:00+09:00"))
        return self.world.now[0]

    def kept(self) -> dict[tuple[str, str, str, int], tuple[str, tuple[str, ...]]]:
        """The state and causes of every verdict that is kept and applies."""
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(verdicts).where(verdicts.c.state != State.NOT_APPLICABLE)).all()
        return {
            (row.subject, row.norm, row.about, row.instance): (STATE_NAMES[State(row.state)], causes_of(row.causes))
            for row in rows
        }

    def told(self) -> list[sa.Row[Any]]:
        """Every transition, in order."""
        with self.engine.connect() as connection:
            return list(connection.execute(sa.select(transitions).order_by(transitions.c.number)))

    def all_told(self) -> set[tuple[Any, ...]]:
        """What the transitions say, without the order in which they were written."""
        return {tuple(map(str, list(row)[1:])) for row in self.told()}

    def computed(
        self, law: Loaded, subjects: Sequence[str], known: int | None = None
    ) -> dict[tuple[str, str, str, int], tuple[str, tuple[str, ...]]]:
        """What evaluating these subjects one by one gives, from the whole journal, on the day of `known`."""
        day = legal_day(self.world.now[0] if known is None else known)
        found: dict[tuple[str, str, str, int], tuple[str, tuple[str, ...]]] = {}
        for subject, examined in self.examined(law, subjects, known):
            for norm in law.law.norms:
                if norm.latest.goal is not None:
                    continue
                for number in range(examined.instances(norm)):
                    segment = examined.glance(norm, number, day).segment
                    if segment.state != "not_applicable":
                        about = about_text(examined.about(norm, number))
                        key = (subject, norm.id, about, examined.key(norm, number))
                        found[key] = segment.state, segment.causes
        return found

    def examined(
        self, law: Loaded, subjects: Sequence[str], known: int | None = None
    ) -> Iterator[tuple[str, Examined]]:
        """These subjects one by one, each from the whole journal; without those who are one person with an earlier one."""
        at = self.world.now[0] if known is None else known
        with self.engine.connect() as connection:
            for subject in subjects:
                if subject.startswith("person:"):
                    reach = reach_of(connection, subject, at)
                    if reach.members[0] != subject:
                        continue
                    case = joined_case(connection, reach).case
                else:
                    case = read_case_of(connection, {subject}, at)
                yield from ((subject, examined) for examined in examine(law, case, at, [subject]))
