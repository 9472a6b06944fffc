"""Lives like those of a table, each with one thing changed: where a mutant survives, one of them may tell it apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any

from kyosei.facts.fields import BoolField, ChoiceField, Field, HoursField, NumberField, SlugsField
from kyosei.facts.vocabulary import KINDS
from kyosei.publication.likenesses import moved_by, resolved
from tests.law.case_tables import LifeCase

__all__ = ["Sought", "Variant", "variants_of"]

_FIELDS: Mapping[str, Mapping[str, Field[Any, Any]]] = {kind.facts.name: kind.fields for kind in KINDS}  # Any: as there
_DAYS = (1, -1)
_OTHER_OPTIONS = 3
_HOURS_MAX = 200 * 60


@dataclass(frozen=True, slots=True)
class Sought:
    """What changes may matter to the survivors of a norm: kinds of lines, thresholds that numbers are brought to and around, and
    days to which a whole life is moved. fields: by kind, those that matter. examples: lines of the tables by kind, with the day
    that their row asks about. options: elements that a set may lose unnoticed. pairs: how many pairs are tried for a life.
    """

    norm: str
    kinds: frozenset[str]
    numbers: frozenset[int]
    days: tuple[date, ...]
    fields: Mapping[str, frozenset[str]]
    examples: Mapping[str, Sequence[tuple[date, Mapping[str, Any]]]]  # Any: YAML
    options: frozenset[str]
    pairs: int


@dataclass(frozen=True, slots=True)
class Variant:
    """A row of a table with one change, or two. norm: which it is asked about. says: how its name goes on."""

    row: LifeCase
    norm: str
    says: str = ""
    but: tuple[Mapping[str, Any], ...] = ()  # Any: YAML
    moved: int = 0

    def told(self, on: date | None = None, name: str = "variant") -> LifeCase:
        """The row in full, asked about a day (None: the row's own)."""
        short: dict[str, Any] = {"case": name, "like": self.row.name}  # Any: YAML
        if self.norm != self.row.norm:
            short["norm"] = self.norm
        if self.but:
            short["but"] = list(self.but)
        if self.moved:
            short["moved"] = self.moved
        if on is not None:
            short["on"] = on
        original = {**self.row.row, "case": self.row.name}
        full = {"expect": {}, **resolved(short, {self.row.name: original})}
        return LifeCase(self.row.table, name, full)


def variants_of(row: LifeCase, sought: Sought) -> Iterator[Variant]:
    """The row itself, then the whole life on other days, then each change of a line that may matter, then two changes."""
    norm = sought.norm
    yield Variant(row, norm)
    on = row.row["on"]
    moves = {days: f"moved_by_{days}_days".replace("-", "minus_") for days in (1, 2, 3, 4, 5, 6, -1, 28, -28)}
    moves |= {(day - on).days: f"moved_to_{day.isoformat().replace('-', '_')}" for day in sought.days if day != on}
    for days, says in moves.items():
        yield Variant(row, norm, says, moved=days)
    edits = [*_of_lines(row, sought), *_added(row, sought)]
    for says, edit in edits:
        yield Variant(row, norm, says, (edit,))
    several = list(combinations(edits, 2))
    for (first, one), (second, other) in Random(0).sample(several, min(len(several), sought.pairs)):
        if (not (one.get("dropped") or other.get("dropped")) and _whose(one) != _whose(other)) or "add" in {
            *one,
            *other,
        }:
            yield Variant(row, norm, f"{first}_and_{second}", (one, other))


def _whose(edit: Mapping[str, Any]) -> tuple[object, ...]:
    return edit.get("line"), edit.get("coverage"), edit.get("nth")


def _of_lines(row: LifeCase, sought: Sought) -> Iterator[tuple[str, Mapping[str, Any]]]:
    lines = row.given()
    named = [(_type(line), line.get("kind")) for line in lines]
    seen: dict[tuple[str, str | None], int] = {}
    for line, name in zip(lines, named, strict=True):
        seen[name] = seen.get(name, 0) + 1
        if name[0] not in ("line", "coverage") or name[1] not in sought.kinds:
            continue
        whose: dict[str, Any] = {name[0]: name[1]}  # Any: YAML
        if named.count(name) > 1:
            whose["nth"] = seen[name]
        said = str(name[1]).split(".")[-1] + (f"_{whose['nth']}" if "nth" in whose else "")
        for says, edit in _edits(line, sought):
            yield says.format(f"{said}_told" if name[0] == "coverage" else said), {**whose, **edit}


def _type(line: Mapping[str, Any]) -> str:
    kind = str(line.get("type", "statement"))
    return "line" if kind == "statement" else kind


def _added(row: LifeCase, sought: Sought) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Lines of kinds that the row does not have, as other rows have them, about this row's parties and at its time."""
    lines = row.given()
    has = {(line.get("type", "statement"), line.get("kind")) for line in lines}
    party = {role: who for line in reversed(lines) for role, who in line.get("about", {}).items()}
    for kind in sorted(sought.kinds):
        for place, (on, example) in enumerate(sought.examples.get(kind, ())):
            if (example.get("type", "statement"), kind) in has:
                continue
            said = f"{kind.split('.')[-1]}_{place}"
            whom = {who: party.get(role, who) for role, who in example.get("about", {}).items()}
            line = moved_by(example, row.row["on"] - on)
            line["about"] = {role: whom[who] for role, who in line["about"].items()}
            line["source"] = whom.get(line["source"], line["source"])
            if line.get("type") == "coverage":
                yield f"with_{said}_told", {"add": line}
                continue
            yield f"with_{said}", {"add": line}
            for name in sorted(sought.fields.get(kind, ())):
                value = line.get("data", {}).get(name)
                for other in _others(_FIELDS.get(kind, {}).get(name), value, sought):
                    yield (
                        f"with_{said}_{name}_{_slug(other)}",
                        {"add": {**line, "data": {**line.get("data", {}), name: other}}},
                    )


def _edits(line: Mapping[str, Any], sought: Sought) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What may be changed in a line, with words in which the line's name has a place."""
    yield "without_{}", {"dropped": True}
    if line.get("type") == "coverage":
        return
    for name in ("from", "until", "on"):
        if isinstance(day := line.get(name), date):
            for step in _DAYS:
                yield (
                    f"{{}}_{name}_{'a_day_later' if step > 0 else 'a_day_earlier'}",
                    {name: day + timedelta(days=step)},
                )
    if isinstance(line.get("until"), date):
        yield "{}_without_an_end", {"until": None}
    kind = str(line["kind"])
    data = line.get("data", {})
    for name in (*data, *sorted(sought.fields.get(kind, frozenset()) - data.keys())):
        if name in data:
            yield f"{{}}_silent_about_{name}", {"untold": [name]}
        for other in _others(_FIELDS.get(kind, {}).get(name), data.get(name), sought):
            said = name if kind.endswith(f".{name}") else f"{{}}_{name}"
            yield f"{said}_{_slug(other)}", {"data": {name: other}}
            if isinstance(other, str) and len(data.keys() - {name}):  # a choice may exclude what else is told
                yield f"only_{said}_{_slug(other)}", {"data": {name: other}, "untold": sorted(data.keys() - {name})}


def _others(declared: Field[Any, Any] | None, value: object, sought: Sought) -> Iterator[object]:
    """Other values of a field."""
    if isinstance(declared, ChoiceField):
        first = declared.options[:_OTHER_OPTIONS]
        yield from (o for o in declared.options if o != value and (o in sought.options or o in first))
    elif isinstance(declared, BoolField) or isinstance(value, bool):
        yield not value
    elif isinstance(declared, HoursField):
        minutes = {number + step for number in sought.numbers for step in (-1, 0, 1)}
        yield from (hours for n in sorted(minutes) if 0 < n <= _HOURS_MAX and (hours := round(n / 60, 2)) != value)
    elif isinstance(value, int) or isinstance(declared, NumberField):
        found = {value + 1, value - 1} if isinstance(value, int) else set[int]()
        for number in sought.numbers:
            found |= {number, number + 1, number - 1}
        yield from sorted(n for n in found if n >= 0 and n != value)
    elif isinstance(value, date):
        yield from (value + timedelta(days=step) for step in _DAYS)
    elif isinstance(declared, SlugsField):
        first = declared.known[:_OTHER_OPTIONS]
        yield from ([o] for o in declared.known if [o] != value and (o in sought.options or o in first))


def _slug(value: object) -> str:
    if isinstance(value, list):
        return "_".join(map(_slug, value))
    return str(value).lower().replace("-", "_").replace(".", "_")
