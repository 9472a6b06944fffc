"""The lines about one person as institutions make them: statements, and counted answers that say how many there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import blake2s

from kyosei.facts.kinds import Kind, Span
from kyosei.facts.vocabulary import kind_named
from kyosei.world.events import Life

__all__ = ["BEGINNING", "Entry", "Ledger", "Line", "opaque", "stamp"]

BEGINNING = date(1990, 1, 1)
"""From when answers tell: before anything in a town."""
Line = dict[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, and the day on which its source said it; in transmission it arrives later, or never."""

    line: Line
    stated_on: date


@dataclass(frozen=True, slots=True)
class _Held:
    kind: str
    source: str
    about: Mapping[str, str]
    from_day: date
    until: date | None
    held_on: date
    line: Line


def stamp(day: date) -> str:
    """Noon of a day in Japan."""
    return f"{day.isoformat()}T12:00:00+09:00"


def opaque(*what: object) -> str:
    """An id from which nobody can read what else there is: no gap shows that a line was lost."""
    return blake2s("/".join(map(str, what)).encode(), digest_size=9).hexdigest()


@cache
def _kind(name: str) -> type[Kind]:
    return kind_named(name)


class Ledger:
    """Collects the lines about one person; ids follow from the person and the order of the lines, and show neither."""

    def __init__(self, person: str, known_day: date) -> None:
        self.person = person
        self.known_day = known_day
        self._entries: list[Entry] = []
        self._held: list[_Held] = []

    def declare(self, life: Life) -> None:
        """The line that says who the person is."""
        line: Line = {"type": "party", "id": life.person, "party": "person", "names": life.names,
                      "born": life.born.isoformat()}  # fmt: skip
        self._entries.append(Entry(line, life.landed))

    def declare_relative(self, id_: str, names: list[dict[str, str]], born: date, told_on: date) -> None:
        """The line that says who a relative is."""
        line: Line = {"type": "party", "id": id_, "party": "person", "names": names, "born": born.isoformat()}
        self._entries.append(Entry(line, told_on))

    def state(self, kind: str, source: str, from_day: date, until: date | None = None, *,
              told_on: date | None = None, held_on: date | None = None, about: Mapping[str, str] | None = None,
              data: Mapping[str, object] | None = None, replaces: str | None = None) -> str:  # fmt: skip
        """A statement; returns its id. `told_on`: default the first day. `held_on`: since when the source itself has it.

        `replaces`: the line in whose place it stands from then on; the source goes on counting it once.
        """
        event = _kind(kind).facts.span is Span.EVENT
        told = told_on or from_day
        parties = {"person": self.person, **(about or {})}
        when: Line = {"on": from_day.isoformat()}
        if not event:
            when = {"from": from_day.isoformat(), "until": None if until is None else until.isoformat()}
        id_ = opaque(self.person, len(self._entries))
        line: Line = {
            "type": "statement", "id": id_, "kind": kind, "source": source, "about": parties, **when,
            "data": {name: value for name, value in (data or {}).items() if value is not None},
        }  # fmt: skip
        self._entries.append(Entry(line if replaces is None else {**line, "replaces": replaces}, told))
        if replaces is not None:
            return id_
        end = from_day + timedelta(1) if event else until
        self._held.append(_Held(kind, source, parties, from_day, end, held_on or told, line))
        return id_

    def answer(self, kind: str, source: str, *, about: Mapping[str, str] | None = None, asked_on: date | None = None,
               lag_days: int | None = None) -> None:  # fmt: skip
        """What a source answers when it is asked: everything up to as many days ago as reports normally take.

        It counts what it has itself, whether it has told it yet or not; what it told twice is one.
        """
        asked = min(asked_on or self.known_day, self.known_day)
        lag = _kind(kind).facts.lag_days if lag_days is None else lag_days
        parties = {"person": self.person, **(about or {})}
        until = asked - timedelta(lag - 1)
        different = {
            json.dumps({**held.line, "id": None}, sort_keys=True)
            for held in self._held
            if held.kind == kind and held.source == source and held.held_on <= asked
            and held.from_day < until and (held.until is None or held.until > BEGINNING)
            and all(held.about.get(role) == party for role, party in parties.items())
        }  # fmt: skip
        line: Line = {
            "type": "coverage", "id": opaque(self.person, len(self._entries)), "kind": kind, "source": source,
            "about": parties, "from": BEGINNING.isoformat(), "until": until.isoformat(), "count": len(different),
        }  # fmt: skip
        self._entries.append(Entry(line, asked))

    def entries(self) -> list[Entry]:
        """All lines in the order in which they were made."""
        return list(self._entries)
